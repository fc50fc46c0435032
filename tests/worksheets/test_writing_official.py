"""The official layouts, filled: they are read back with the same answers and scores, recalculated too."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.domain.answers import sample_report
from tests.verifiers import libreoffice_recalculate
from tests.worksheets.conftest import read
from tests.worksheets.test_writing import filled, opened
from zi_desktop.domain.cells import plain
from zi_desktop.domain.evaluation import Evidence, Stage
from zi_desktop.domain.lke import DECISION
from zi_desktop.domain.report import Report, scores_as_dict
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.writing_jawaban import has_jawaban, write_jawaban
from zi_desktop.worksheets.writing_lampiran import SHEET, has_lampiran, write_lampiran
from zi_desktop.worksheets.writing_plan import RowKind, plan_lampiran, plan_rows

LKE = load_edition("zi-2021")
FILLS = ("complete", "half", "empty", "zero undecided", "zero penuh", "zero nol")
TOLD = dict.fromkeys(FILLS, frozenset[str]()) | {
    "empty": frozenset({"no-answers"}),
    # The forms have no column for what was decided on a zero denominator: the reader asks again.
    "zero penuh": frozenset({"score-differs"}),
}
FORMULA_LIKE = ("=1+1", "+62 812", "-", "@SUM(A1)", "\tx", '=HYPERLINK("https://jahat.example","klik")')


def report_of(fill: str, stage: Stage = Stage.TPI, **more: Any) -> Report:
    report = sample_report("zi-2021", stage, filled(fill, LKE))
    return replace(report, evaluation=replace(report.evaluation, **more)) if more else report


def cells_of(report: Report) -> dict[str, str]:
    """What an official form has a place for."""
    cells = report.evaluation.cells
    return {c: plain(v) for c, v in cells.items() if not c.endswith(f".{DECISION}")}


def test_the_rows_and_columns_of_lampiran_iii_are_the_official_ones() -> None:
    sheet = opened(write_lampiran(report_of("complete")))[SHEET]
    assert [c.value for c in sheet[2]][1:16] == [
        *("Penilaian", None, None, None, None, None, "Bobot", "Penjelasan", "Pilihan Jawaban", "Jawaban"),
        *("Nilai", " %", None, "Catatan/Keterangan/Penjelasan", "Bukti Dukung"),
    ]
    assert {r.coord for r in sheet.merged_cells.ranges} == {"B1:O1", "B2:G2"}
    assert [c for c in "AJ" if sheet.column_dimensions[c].hidden] == ["A", "J"]
    for section in LKE.all_sections:
        assert section.label in [c.value for c in sheet[section.lampiran_row]], section.code
    for question in LKE.questions:
        assert question.text in [c.value for c in sheet[question.lampiran_row]], question.code
    assert (sheet["B198"].value, sheet["B206"].value) == ("TOTAL PENGUNGKIT", "TOTAL HASIL")
    assert sheet["B208"].value == "NILAI EVALUASI ZONA INTEGRITAS"
    assert sheet["J8"].value == "Ya/Tidak", "in the original it says Ya, and the answer is lost"


@pytest.mark.parametrize("fill", FILLS)
def test_lampiran_iii_is_read_back_whole(fill: str) -> None:
    report = report_of(fill)
    reading = read(write_lampiran(report))
    assert (reading.layout, reading.unit, reading.year) == (
        "lampiran-iii",
        report.evaluation.unit,
        report.evaluation.year,
    )
    assert {i.code for i in reading.issues} <= TOLD[fill]
    assert reading.rows.read == 113 + 22, "the questions and their counts"
    if fill != "empty":
        (block,) = reading.blocks
        assert {c: plain(v) for c, v in block.cells.items()} == cells_of(report)
        assert block.file_scores == pytest.approx(scores_as_dict(LKE, report.score), abs=1e-9)


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("stage", [Stage.MANDIRI, Stage.TPI])
def test_jawaban_is_read_back_whole(fill: str, stage: Stage) -> None:
    report = report_of(fill, stage)
    data = write_jawaban(report)
    reading = read(data)
    assert reading.layout == "portalrb-jawaban"
    assert opened(data).sheetnames == ["Jawaban"]
    assert opened(data)["Jawaban"].max_column == 17, "A to Q and nothing else"
    assert {i.code for i in reading.issues} <= TOLD[fill]
    if fill != "empty":
        block = next(b for b in reading.blocks if b.stage is stage)
        assert {c: plain(v) for c, v in block.cells.items()} == cells_of(report)
        if stage is Stage.TPI:
            assert block.file_scores == pytest.approx(scores_as_dict(LKE, report.score), abs=1e-9)


def test_the_score_in_jawaban_is_that_of_tpi_whoever_exports() -> None:
    tpi = report_of("complete")
    unit = replace(report_of("half", Stage.MANDIRI), siblings=(tpi.evaluation,))
    blocks = {b.stage: b for b in read(write_jawaban(unit)).blocks}
    assert {c: plain(v) for c, v in blocks[Stage.MANDIRI].cells.items()} == cells_of(unit)
    assert {c: plain(v) for c, v in blocks[Stage.TPI].cells.items()} == cells_of(tpi)
    assert blocks[Stage.TPI].file_scores["total"] == pytest.approx(float(tpi.score.total), abs=1e-9)


@pytest.mark.parametrize("fill", ["half", "zero nol"])
def test_libreoffice_computes_the_same(fill: str, tmp_path: Path) -> None:
    report = report_of(fill)
    scores = scores_as_dict(LKE, report.score)
    for name, data, plan, sheet, column in (
        ("lampiran.xlsx", write_lampiran(report), plan_lampiran(LKE), SHEET, "L"),
        ("jawaban.xlsx", write_jawaban(report), plan_rows(LKE), "Jawaban", "O"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        places = {
            code: f"{sheet}!{column}{plan.total if code == 'total' else plan.number[code]}" for code in scores
        }
        computed = libreoffice_recalculate(path, list(places.values()))
        assert {c: computed[p] for c, p in places.items()} == pytest.approx(scores, abs=1e-9), name


def test_the_wording_is_that_of_the_users_own_workbook_where_there_is_one() -> None:
    wording = "Wording contoh yang bukan milik siapa pun"
    report = replace(report_of("half"), official_texts={"A.I.1.i.b": wording})
    data = write_lampiran(report)
    assert opened(data)[SHEET]["G9"].value == wording
    assert read(data).official_texts == {"A.I.1.i.b": wording}


@pytest.mark.parametrize("write", [write_lampiran, write_jawaban])
def test_texts_like_formulas_are_texts_and_come_back(write: Any) -> None:
    codes = [q.code for q in LKE.questions]
    notes = {code: text.strip() for code, text in zip(codes, FORMULA_LIKE, strict=False)}
    evidence = {
        codes[10]: tuple(Evidence(str(n), text.strip()) for n, text in enumerate(FORMULA_LIKE)),
        codes[11]: (Evidence("x", "=1+1"),),
        codes[12]: (Evidence("y", "1. Notulen"),),
        codes[13]: (Evidence("z", "- SK"), Evidence("w", "a. b"), Evidence("v", "_x0041_")),
    }
    report = report_of("complete", Stage.MANDIRI, notes=notes, evidence=evidence, findings={})
    data = write(report)
    book = openpyxl.load_workbook(io.BytesIO(data))
    formulas = {
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert not [f for f in formulas if "HYPERLINK" in f or f == "=1+1"]
    block = next(b for b in read(data).blocks if b.stage is Stage.MANDIRI)
    assert block.notes == notes
    assert block.evidence == {c: tuple(e.text for e in items) for c, items in evidence.items()}


def test_only_what_the_layouts_know() -> None:
    old = load_edition("zi-2014")
    assert (has_lampiran(LKE), has_lampiran(old)) == (True, False)
    assert has_jawaban(LKE, Stage.TPI)
    assert not has_jawaban(LKE, Stage.TPN)
    assert not has_jawaban(old, Stage.TPI)


def test_the_same_report_gives_the_same_bytes() -> None:
    report = report_of("half")
    assert write_lampiran(report) == write_lampiran(report)
    assert write_jawaban(report) == write_jawaban(report)


def test_every_row_of_the_plan_has_its_own_number() -> None:
    plan = plan_lampiran(LKE)
    assert len({row.number for row in plan.rows}) == len(plan.rows)
    groups = [row.number for row in plan.rows if row.kind is RowKind.GROUP]
    assert groups == [176, 183]
