"""Nothing is lost between writing a workbook and reading it back."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.domain.answers import QUICK, sample_report
from tests.verifiers import libreoffice_recalculate
from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding, Stage
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.writing import write_workbook
from zi_desktop.worksheets.writing_kept import (
    FORMAT,
    Kept,
    evidence_cell,
    findings_cell,
    kept_rows,
    parse_kept,
    visible,
)
from zi_desktop.worksheets.writing_plan import plan_rows

AWKWARD = {
    "formula": "=1+1",
    "plus": "+62 contoh",
    "minus": "-belum ada",
    "at": "@SUM(A1)",
    "quote": "'teks",
    "link": "https://contoh.example/a?b=1&c=2 spasi",
    "tags": "<b>bukan & markup</b>",
    "rich": "<r><t>bukan markup</t></r>",
    "escape": "kolom _x0041_ dan _x000D_",
    "controls": "a\x00b\x07c\x1bd\x7f",
    "line ends": "satu\r\ndua\rtiga\n",
    "tab": "a\tb",
    "spaces": "  tepi  ",
    "emoji": "bagus 👍🏽 é ﷽",
    "not characters": "a\ufffeb\uffffc",
    "half a pair": "a\ud83db",
    "separators": "a\x85b\u2028c",
}


def read_back(data: bytes, library: str) -> tuple[dict[str, str], Kept]:
    """The answer sheet's texts by cell, and the hidden sheet, as one library sees them."""
    if library == "openpyxl":
        workbook: Any = openpyxl.load_workbook(io.BytesIO(data))
        rows = [[str(v or "") for v in row] for row in workbook["ZI Desktop"].iter_rows(values_only=True)]
        cells = {
            cell.coordinate: str(cell.value)
            for row in workbook["Jawaban"].iter_rows()
            for cell in row
            if cell.value is not None
        }
    else:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows = [[str(v) for v in row] for row in book.get_sheet_by_name("ZI Desktop").to_python()]
        sheet = book.get_sheet_by_name("Jawaban").to_python(skip_empty_area=False)
        cells = {
            f"{chr(65 + column)}{row}": str(value)
            for row, values in enumerate(sheet, 1)
            for column, value in enumerate(values[:26])
            if value != ""
        }
    kept = parse_kept(rows)
    assert kept is not None
    return cells, kept


def awkward_evaluation(names: Iterable[str]) -> Evaluation:
    """Each text as the note, evidence and finding of a question of its own, in order."""
    evaluation = sample_report().evaluation
    codes = [q.code for q in load_edition("zi-2021").questions]
    texts = dict(zip(codes, (AWKWARD[name] for name in names), strict=False))
    return replace(
        evaluation,
        unit="".join(texts.values()),
        notes=texts,
        evidence={
            code: (Evidence("b1", text), Evidence("b2", "dua, lagi\nbaris"), Evidence("b3", ""))
            for code, text in texts.items()
        },
        findings={code: (Finding("t1", text, text), Finding("t2", text, "")) for code, text in texts.items()},
    )


@pytest.mark.parametrize("library", ["openpyxl", "calamine"])
def test_awkward_texts_survive(library: str) -> None:
    evaluation = awkward_evaluation(AWKWARD)
    cells, kept = read_back(write_workbook(replace(sample_report(), evaluation=evaluation)), library)
    rows = plan_rows(load_edition("zi-2021")).number
    for code, text in evaluation.notes.items():
        row = rows[code]
        assert kept.note(Stage.TPI, code, cells[f"Q{row}"]) == text
        assert kept.evidence(Stage.TPI, code, cells[f"S{row}"]) == evaluation.evidence[code]
        shown = (cells[f"T{row}"], cells[f"U{row}"])
        assert kept.findings(Stage.TPI, code, *shown) == evaluation.findings[code]
    assert kept.stages[Stage.TPI].unit == evaluation.unit


def test_no_text_becomes_a_formula() -> None:
    names = ("formula", "plus", "minus", "at")
    evaluation = awkward_evaluation(names)
    data = write_workbook(replace(sample_report(), evaluation=evaluation))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Jawaban"]
    for row, name in zip((6, 7, 9, 10), names, strict=True):
        assert sheet[f"Q{row}"].data_type == "s"
        assert sheet[f"Q{row}"].value == AWKWARD[name]


def test_libreoffice_shows_the_same_texts(tmp_path: Path) -> None:
    names = ("formula", "escape", "rich", "controls", "spaces", "line ends")
    evaluation = awkward_evaluation(names)
    path = tmp_path / "lke.xlsx"
    path.write_bytes(write_workbook(replace(sample_report(), evaluation=evaluation)))
    rows = plan_rows(load_edition("zi-2021")).number
    cells = {code: f"Jawaban!Q{rows[code]}" for code in evaluation.notes}
    values = libreoffice_recalculate(path, list(cells.values()))
    shown = {code: values[cell] for code, cell in cells.items()}
    assert shown == {code: visible(text) for code, text in evaluation.notes.items()}


def test_who_and_what_is_kept() -> None:
    report = sample_report()
    _, kept = read_back(write_workbook(report), "openpyxl")
    assert (kept.edition, kept.stage) == ("zi-2021", Stage.TPI)
    assert set(kept.stages) == {Stage.MANDIRI, Stage.TPI}
    mine, sibling = kept.stages[Stage.TPI], kept.stages[Stage.MANDIRI]
    assert (mine.evaluation, mine.unit, mine.year, mine.log_head) == (
        "contoh-1",
        "Unit Contoh & Uji",
        2024,
        "abc123",
    )
    assert mine.team == report.evaluation.team
    assert (sibling.evaluation, sibling.team) == ("contoh-2", ())


def test_an_edit_in_the_sheet_wins_over_what_is_kept() -> None:
    _, kept = read_back(write_workbook(sample_report(text="a\r\nb")), "openpyxl")
    code = "A.I.1.i.a"
    assert kept.note(Stage.TPI, code, "a\nb") == "a\r\nb"
    assert kept.note(Stage.TPI, code, "a\nb!") == "a\nb!"
    assert kept.note(Stage.TPN, code, "a\nb") == "a\nb"
    assert kept.evidence(Stage.TPI, code, "SK Tim, lampiran.pdf\ndua") == (
        Evidence("", "SK Tim, lampiran.pdf"),
        Evidence("", "dua"),
    )
    assert kept.evidence(Stage.TPI, code, "") == ()
    assert kept.findings(Stage.TPI, code, "Baru", "") == (Finding("", "Baru", ""),)
    assert kept.findings(Stage.TPI, code, "", "") == ()


def test_numbers_finer_than_a_float_are_kept() -> None:
    fine = Decimal("3.1234567890123456789")
    report = sample_report(cells={"B.I.a": fine, "B.II.a": Decimal("3.72")})
    _, kept = read_back(write_workbook(report), "openpyxl")
    assert kept.number(Stage.TPI, "B.I.a", float(fine)) == fine
    assert kept.number(Stage.TPI, "B.I.a", 3.5) == Decimal("3.5")
    assert kept.number(Stage.TPI, "B.II.a", 3.72) == Decimal("3.72")


def test_plain_numbers_are_not_kept_twice() -> None:
    """16 digits of 0.07 read 0.07000000000000001, which is still the same float."""
    for number in (Decimal(n) / 100 for n in range(401)):
        report = sample_report(cells={"B.I.a": number})
        keys = [row[0] for row in kept_rows(report, {Stage.TPI: report.evaluation})]
        assert "tpi/numbers/B.I.a" not in keys


@QUICK
@given(st.text(), st.lists(st.text(max_size=20), max_size=4), st.integers(1, 3))
def test_whatever_is_typed_is_kept(text: str, items: list[str], times: int) -> None:
    report = sample_report()
    note = text * times
    evidence = tuple(Evidence(str(i), item) for i, item in enumerate(items))
    findings = tuple(Finding(str(i), item, text) for i, item in enumerate(items))
    evaluation = replace(
        report.evaluation,
        notes={"A.I.1.i.a": note},
        evidence={"A.I.1.i.a": evidence},
        findings={"A.I.1.i.a": findings},
    )
    kept = parse_kept(list(kept_rows(report, {Stage.TPI: evaluation})))
    assert kept is not None
    assert kept.note(Stage.TPI, "A.I.1.i.a", visible(note)) == note
    shown = evidence_cell(items)
    assert kept.evidence(Stage.TPI, "A.I.1.i.a", shown) == evidence
    cells = (findings_cell(items), findings_cell([text for _ in items]))
    assert kept.findings(Stage.TPI, "A.I.1.i.a", *cells) == findings
    assert visible(visible(note)) == visible(note)


def test_long_values_go_on_in_the_next_columns() -> None:
    items = tuple(Evidence(str(i), "é" * 90) for i in range(300))
    report = sample_report()
    evaluation = replace(report.evaluation, evidence={"A.I.1.i.a": items})
    rows = list(kept_rows(report, {Stage.TPI: evaluation}))
    assert max(len(row) for row in rows) > 3
    assert max(len(cell) for row in rows for cell in row) <= 30_000
    kept = parse_kept(rows)
    assert kept is not None
    assert kept.evidence(Stage.TPI, "A.I.1.i.a", evidence_cell([e.text for e in items])) == items


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["format", "other/1"]],
        [["format", FORMAT]],
        [["format", FORMAT], ["edition", "zi-2021"], ["stage", "nobody"]],
        [["format", FORMAT], ["edition", "zi-2021"], ["stage", "tpi"]],
        [["format", FORMAT], ["edition", "zi-2021"], ["stage", "tpi"], ["evaluation/tpi", "{"]],
        [["format", FORMAT], ["edition", "zi-2021"], ["stage", "tpi"], ["evaluation/tpi", "[]"]],
        [["format", FORMAT], ["edition", "x"], ["stage", "tpi"], ["evaluation/tpi", "[" * 100_000]],
    ],
)
def test_a_damaged_hidden_sheet_is_no_sheet(rows: list[list[str]]) -> None:
    assert parse_kept(rows) is None


def test_kept_values_of_another_shape_count_for_nothing() -> None:
    rows = [list(r) for r in kept_rows(sample_report(), {Stage.TPI: sample_report().evaluation})]
    rows += [
        ["tpi/evidence/B.I.b", '{"a":1}'],
        ["tpi/findings/B.I.b", "[[1,2,3]]"],
        ["tpi/numbers/B.I.a", '"x"'],
    ]
    kept = parse_kept(rows)
    assert kept is not None
    assert kept.evidence(Stage.TPI, "B.I.b", "teks") == (Evidence("", "teks"),)
    assert kept.findings(Stage.TPI, "B.I.b", "teks", "") == (Finding("", "teks", ""),)
    assert kept.number(Stage.TPI, "B.I.a", 3.0) == 3
