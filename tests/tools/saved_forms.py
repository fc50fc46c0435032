"""Filled forms, and a sheet with every kind of cell, as LibreOffice saves them in other formats."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.domain.answers import random_cells, sample_report
from tests.tools.forms import Link, OfficialForm
from tests.tools.jawaban import Side, jawaban_form
from tests.tools.kinds_of_cells import kinds_of_cells
from tests.verifiers import Conversion, libreoffice_convert
from tests.worksheets.conftest import typed
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.workbook_file_book import open_workbook
from zi_desktop.worksheets.writing import write_workbook

Files = dict[str, bytes]

CSV = "Text - txt - csv (StarCalc)"
KINDS = {"xls": "MS Excel 97", "ods": "calc8"}
# separator, quote, encoding (76: UTF-8, 65535: UTF-16, 1: cp1252), and whether numbers are as shown
CSV_KINDS = {
    "koma": (44, 76, False),
    "titik-koma": (59, 76, False),
    "tab-utf16": (9, 65535, False),
    "cp1252": (59, 1, False),
    "terlihat": (44, 76, True),
}
# Ends of "sel" beside those above: filter and password.
OTHER_KINDS = {
    "kunci.xls": ("MS Excel 97", "rahasia"),
    "kunci.ods": ("calc8", "rahasia"),
    "fods": ("OpenDocument Spreadsheet Flat XML", ""),
    "html.xls": ("HTML (StarCalc)", ""),
}
FORMS = ("lampiran", "usang", "cacat", "dua-tahap", "ekspor")
HIDDEN_LINKS = ("https://contoh.example/a?b=c&d=1#x", "https://contoh.example/y?a=1;2")
"""Addresses in "lampiran" that stand behind another text."""


def csv_kinds(form: str) -> tuple[str, ...]:
    """Every form once, one of them in every way."""
    return tuple(CSV_KINDS) if form == "lampiran" else ("koma",)


@cache
def saved_forms() -> dict[str, Files]:
    """By form and kind; ``xlsx`` is what was given to LibreOffice. One session for all."""
    forms = list(_forms(load_edition("zi-2021")))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        jobs = []
        for name, sheet, data in forms:
            source = folder / f"{name}.xlsx"
            source.write_bytes(data)
            jobs += list(_jobs(folder, name, list(open_workbook(data, source.name).parts).index(sheet) + 1))
        libreoffice_convert(jobs)
        return {name: {"xlsx": data} | _made(folder, name, sheet) for name, sheet, data in forms}


def _jobs(folder: Path, name: str, sheet: int) -> Iterator[Conversion]:
    source = folder / f"{name}.xlsx"
    for end, kind in KINDS.items():
        yield Conversion(source, folder / f"{name}.{end}", kind)
    if name == "sel":
        for end, (kind, password) in OTHER_KINDS.items():
            yield Conversion(source, folder / f"{name}.{end}", kind, "", password)
        return
    for kind in csv_kinds(name):
        separator, encoding, shown = CSV_KINDS[kind]
        options = f"{separator},34,{encoding},1,,0,false,{str(shown).lower()},false,false,false,{sheet}"
        yield Conversion(source, folder / f"{name}-{kind}.csv", CSV, options)


def _made(folder: Path, name: str, sheet: str) -> Files:
    found = {}
    for path in folder.iterdir():
        form, _, kind = path.name.partition(".")
        if form == name:
            found[kind] = path.read_bytes()
        elif path.name.startswith(f"{name}-") and path.name.endswith(f"-{sheet}.csv"):
            found[path.name.removeprefix(f"{name}-").removesuffix(f"-{sheet}.csv")] = path.read_bytes()
    return found


def _lampiran(lke: Lke, seed: int, **more: object) -> OfficialForm:
    codes = [q.code for q in lke.questions]
    notes = {
        codes[0]: 'Catatan; dengan, koma\ndan "kutip" di baris dua',
        codes[4]: "3,10",
        codes[5]: "3.10",
        codes[6]: "007",
        codes[7]: "TRUE",
        codes[8]: "– é ½ “tanda”",
        codes[9]: "kata panjang " * 2000,
        codes[10]: "12%",
    }
    evidence = {
        codes[0]: (
            "1. SK Tim.pdf\n2. Undangan; rapat.docx",
            Link("Tautan", "https://contoh.example/a?b=c&d=1#x"),
        ),
        codes[1]: (
            "laporan 3.10.pdf",
            '=HYPERLINK("https://contoh.example/y?a=1;2","https://contoh.example")',
        ),
        codes[2]: ("D:\\bukti\\a b.pdf", "https://contoh.example/z"),
        codes[3]: ("1. notulen.pdf", "https://contoh.example/k\nhttps://contoh.example/l"),
    }
    return OfficialForm(lke, typed(lke, seed), notes=notes, evidence=evidence, **more)  # type: ignore[arg-type]


def _forms(lke: Lke) -> Iterator[tuple[str, str, bytes]]:
    """Name, sheet and bytes of every workbook to save anew."""
    yield "lampiran", "LKE ZI", _lampiran(lke, 3).build()
    yield "usang", "LKE ZI", _lampiran(lke, 4, worn=True, shift=2, first_row=4).build()
    defects = _lampiran(
        lke,
        5,
        types={"A.I.1.i.a": "Ya"},
        overtyped={"K sum A.II.5.iii.b": 12, "L section A.I.2": 1.5},
        stale={"L section A.I.3": 0.25},
    )
    defects.answers = {**defects.answers, "A.I.1.ii.a": "E", "A.I.2.i.a": "", "B.I.1": "3,72"}
    yield "cacat", "LKE ZI", defects.build()
    two = (Side(random_cells(lke, 6), {"A.I.1.i.a": "catatan unit"}), Side(random_cells(lke, 7)))
    yield "dua-tahap", "Jawaban", jawaban_form(lke, *two)
    report = sample_report("zi-2021", Stage.TPI, random_cells(lke, 8), text="a\r\n=b\x07")
    yield "ekspor", "Jawaban", write_workbook(report)
    yield "sel", "Nilai 1", kinds_of_cells()
