"""Families of worksheets as tables of cells: which columns, in which order, under which headers.

A `Table` is a form filled by one or more stages, before and after damage; `render` turns it into bytes.
"""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from tests.tools.form_lines import EPOCH, Line
from tests.tools.many_truth import NOISE, SITE, Filled
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke, Question, QuestionKind
from zi_desktop.domain.scoring import value_of

M, T, N = Stage.MANDIRI, Stage.TPI, Stage.TPN
Key = tuple[str, Stage | None]

FAMILIES: dict[str, tuple[tuple[str, Stage | None, tuple[str, ...]], ...]] = {
    "lampiran-iii": (
        ("tree", None, ("Penilaian", "PENILAIAN", "Komponen Penilaian")),
        ("weight", None, ("Bobot", "BOBOT")),
        ("criteria", None, ("Penjelasan", "Kriteria")),
        ("type", None, ("Pilihan Jawaban", "Pilihan\nJawaban", "PILIHAN JAWABAN")),
        ("answer", M, ("Jawaban", "JAWABAN ")),
        ("score", M, ("Nilai", "nilai")),
        ("percent", M, (" %", "%", "Persen")),
        ("note", M, ("Catatan/Keterangan/Penjelasan", "Catatan", "Keterangan", "Catatan / Keterangan")),
    ),
    "portalrb-jawaban": (
        ("id", None, ("ID", "Id")),
        ("tree", None, ("Penilaian", "Penilaian ")),
        ("weight", None, ("Bobot",)),
        ("criteria", None, ("Kriteria Nilai", "Kriteria", "Penjelasan")),
        ("type", None, ("Pilihan Jawaban",)),
        ("answer", M, ("Jawaban Unit", "JAWABAN UNIT", "Jawaban (Unit)", "Jawaban Unit Kerja")),
        ("note", M, ("Catatan Unit", "Catatan (Unit)", "Catatan")),
        ("evidence", M, ("Bukti Dukung Unit", "Daftar Bukti Dukung (Unit)", "Bukti Dukung")),
        ("answer", T, ("Jawaban TPI", "jawaban tpi", "Jawaban Tim Penilai Internal")),
        ("score", T, ("Nilai",)),
        ("percent", T, ("%",)),
        ("note", T, ("Catatan TPI", "Catatan (TPI)")),
    ),
    "three-tier": (
        ("id", None, ("ID",)),
        ("tree", None, ("Penilaian",)),
        ("weight", None, ("Bobot",)),
        ("criteria", None, ("Kriteria Nilai",)),
        ("type", None, ("Pilihan Jawaban",)),
        ("answer", M, ("Jawaban Unit",)),
        ("note", M, ("Catatan (Unit)", "Catatan Unit")),
        ("evidence", M, ("Daftar Bukti Dukung (Unit)",)),
        ("link", M, ("Tautan Bukti Dukung Baru", "Tautan Bukti Dukung")),
        ("answer", T, ("Jawaban TPI", "Jawaban TPI Unit")),
        ("score", T, ("Nilai",)),
        ("percent", T, ("%",)),
        ("note", T, ("Catatan (TPI Unit)", "Catatan (TPI\nUnit)")),
        ("answer", N, ("Jawaban TPI KESDM", "Jawaban TPI Itjen", "Jawaban TPI Pusat")),
        ("score", N, ("Nilai",)),
        ("percent", N, ("%",)),
        ("note", N, ("Catatan (TPI KESDM)", "Catatan TPI Pusat")),
    ),
    "single-table": (
        ("tree", None, ("Penilaian",)),
        ("weight", None, ("Bobot",)),
        ("criteria", None, ("Penjelasan",)),
        ("type", None, ("Pilihan Jawaban",)),
        ("answer", M, ("Jawaban",)),
        ("score", M, ("Nilai",)),
        ("percent", M, ("%",)),
        ("note", M, ("Catatan/Keterangan/Penjelasan", "Catatan/Keterangan")),
        ("evidence", M, ("Eviden", "EVIDEN", "Evidence", "Link Eviden")),
    ),
    "kemendikbud": (
        ("id", None, ("ID",)),
        ("tree", None, ("", "Penilaian")),
        ("weight", None, ("Bobot",)),
        ("criteria", None, ("Kriteria Nilai",)),
        ("type", None, ("Pilihan Jawaban",)),
        ("answer", M, ("Jawaban Unit",)),
        ("note", M, ("Catatan",)),
    ),
    "bpn": (
        ("id", None, ("ID",)),
        ("tree", None, ("Penilaian",)),
        ("weight", None, ("Bobot",)),
        ("criteria", None, ("Kriteria Nilai",)),
        ("type", None, ("Pilihan Jawaban",)),
        ("answer", M, ("Jawaban Unit",)),
        ("note", M, ("Catatan Unit",)),
        ("evidence", M, ("Bukti Dukung Unit",)),
        ("answer", T, ("Jawaban TPI",)),
        ("score", T, ("Nilai",)),
        ("percent", T, ("%",)),
        ("note", T, ("Catatan TPI",)),
        ("tick", None, ("Perbaikan Catatan TPI",)),
        ("tick", None, ("Eviden 2024–2025",)),
        ("tick", None, ("Penamaan Eviden",)),
        ("noise", None, ("PIC",)),
    ),
    "form-2014": (
        ("tree", None, ("PENILAIAN",)),
        ("weight", None, ("", "BOBOT")),
        ("type", None, ("Pilihan Jawaban",)),
        ("answer", M, ("Jawaban",)),
        ("score", M, ("Nilai",)),
        ("percent", M, ("%",)),
        ("criteria", None, ("Keterangan",)),
    ),
    "unknown": (
        ("tree", None, ("Pertanyaan", "Uraian", "Indikator")),
        ("answer", M, ("Isian", "Jawaban Satker")),
        ("note", M, ("Narasi", "Keterangan")),
        ("evidence", M, ("Data Dukung", "Dokumen")),
        ("type", None, ("Opsi Jawaban",)),
    ),
}
"""Per family its columns: what they hold, whose they are, and the headers seen or to be expected for them."""

EDITION = {"form-2014": "zi-2014"}


@dataclass
class Entry:
    """One row: a line of the form and, by stage, what stands in its cells. ``copy``: it repeats another."""

    line: Line
    answers: dict[Stage, Any] = field(default_factory=dict)
    notes: dict[Stage, str] = field(default_factory=dict)
    evidence: dict[Stage, str] = field(default_factory=dict)
    copy: bool = False
    alien: bool = False


@dataclass
class Look:
    """How the sheet is laid out: title rows, shift, tree in one column or seven, and so on."""

    sheet: str = "LKE"
    title: tuple[str, ...] = ()
    shift: int = 0
    tree: str = "columns"  # columns, two, one
    bare_numbers: bool = False
    hidden: bool = False
    merged: bool = False
    without: frozenset[str] = frozenset()
    extra: tuple[str, ...] = ()
    weight_in_label: bool = False
    yt: bool = False
    two_rows: bool = False
    plain: bool = False  # the first of the headers seen


def entries_of(lke: Lke, lines: list[Line], stages: dict[Stage, Filled]) -> list[Entry]:
    """Every line with what each stage filled in."""
    entries = []
    for line in lines:
        entry = Entry(line)
        question = lke.question_by_code.get(line.code)
        for stage, truth in stages.items():
            entry.answers[stage] = _answer(line, question, truth)
            if line.kind == "question":
                entry.notes[stage] = truth.notes.get(line.code, "")
                entry.evidence[stage] = truth.evidence.get(line.code, "")
        entries.append(entry)
    return entries


def _answer(line: Line, question: Question | None, truth: Filled) -> Any:
    if line.kind in ("question", "count") and line.code in truth.typed:
        return truth.typed[line.code]
    if line.kind == "question" and question and question.kind is QuestionKind.RATIO:
        if len(question.counts) == 1:
            return truth.typed.get(f"{line.code}.{question.counts[0].id}")
        value = value_of(question, truth.cells)
        return "80%" if value is None and truth.refused else None if value is None else float(value)
    return None


def grid_of(family: str, entries: list[Entry], look: Look, rnd: random.Random) -> list[list[Any]]:
    """The cells of the sheet, top left first."""
    columns = [c for c in FAMILIES[family] if c[0] not in look.without]
    wide = {"columns": 6, "two": 2, "one": 1}[look.tree]
    header: list[Any] = [None] * look.shift
    for what, _, labels in columns:
        label = labels[0] if look.plain else rnd.choice(labels)
        header += [label, *[None] * (wide - 1)] if what == "tree" else [label]
    header += list(look.extra)
    grid: list[list[Any]] = [[None, text] for text in look.title]
    grid += _two_rows(header) if look.two_rows else [header]
    for number, entry in enumerate(entries, 2):
        row: list[Any] = [None] * look.shift
        for what, stage, _ in columns:
            row += (
                _tree(entry.line, look, wide)
                if what == "tree"
                else [_cell(entry, what, stage, number, look, rnd)]
            )
        row += [
            rnd.choice(NOISE[name.casefold()]) if entry.line.kind == "question" else None
            for name in look.extra
        ]
        grid.append(row)
    return grid


def _two_rows(header: list[Any]) -> list[list[Any]]:
    """``Jawaban Unit``, ``Jawaban TPI`` as one word above and whose it is below."""
    upper, lower = list(header), [None] * len(header)
    for n, label in enumerate(header):
        first, _, rest = str(label or "").partition(" ")
        if rest and first in ("Jawaban", "Catatan"):
            upper[n], lower[n] = first, rest
    return [upper, lower]


def _tree(line: Line, look: Look, wide: int) -> list[Any]:
    text = line.text
    if look.weight_in_label and line.kind == "section" and line.weight:
        text = f"{text} ({line.weight:g})".replace(".", ",")
    marker: Any = line.marker
    if look.bare_numbers and line.kind == "section" and marker.rstrip(".").isdigit():
        marker = float(marker.rstrip("."))
    if wide == 1:
        shown = marker if isinstance(marker, str) else f"{marker:g}"
        return [f"{shown} {text}".strip() or None]
    if wide == 2:
        return [marker or None, text or None]
    row: list[Any] = [None] * wide
    at = min(line.depth, wide - 2)
    if marker:
        row[at] = marker
        at += 1
    row[at] = text or None
    return row


def _cell(entry: Entry, what: str, stage: Stage | None, number: int, look: Look, rnd: random.Random) -> Any:
    line = entry.line
    if what in ("answer", "note", "evidence", "link") and stage:
        if what == "link":
            there = line.kind == "question" and bool(entry.evidence.get(stage))
            return f"{SITE}/{stage}/{line.code}/baru" if there else None
        return {"answer": entry.answers, "note": entry.notes, "evidence": entry.evidence}[what].get(stage)
    if what == "type":
        return line.type.replace("Ya/Tidak", "Y/T") if look.yt else line.type
    if what == "score" and line.kind in ("section", "question", "total"):
        return round(rnd.random(), 2)
    if line.kind == "question" and what in ("tick", "noise"):
        return rnd.random() < 0.5 if what == "tick" else "Tim Contoh"
    return {"id": float(number), "weight": line.weight, "criteria": line.criteria}.get(what)


def xlsx(sheets: list[tuple[str, list[list[Any]], Look]]) -> bytes:
    """The workbook of these grids."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    )
    book.set_properties({"title": "Contoh (data rekaan)", "created": EPOCH})
    for name, grid, look in sheets:
        sheet = book.add_worksheet(name)
        for r, row in enumerate(grid):
            for c, value in enumerate(row):
                _write(sheet, r, c, value)
        if look.hidden:
            sheet.set_column(look.shift, look.shift, 3, None, {"hidden": True})
        if look.merged and look.title:
            sheet.merge_range(0, 1, 0, 8, look.title[0])
    book.close()
    return buffer.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif isinstance(value, str) and value:
        sheet.write_string(row, column, value)


def as_csv(grid: list[list[Any]]) -> bytes:
    """As a sheet program exports it."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in grid:
        writer.writerow(["" if v is None else f"{v:g}" if isinstance(v, float) else v for v in row])
    return out.getvalue().encode("utf-8")
