"""PortalRB's sheet, the shipped samples, and our own export."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.domain.answers import EDITIONS, random_cells, sample_report
from tests.tools.jawaban import Side, jawaban_form
from tests.tools.make_sample import (
    SAMPLES,
    TPI_CHOICES,
    TPI_NUMBERS,
    UNIT,
    UNIT_CHOICES,
    UNIT_NUMBERS,
    main,
    sample_cells,
)
from tests.worksheets.conftest import read
from zi_desktop.domain.evaluation import Finding, Stage
from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.predikat import judge
from zi_desktop.domain.report import Report, make_report
from zi_desktop.domain.resources import resource_path
from zi_desktop.domain.scoring import score
from zi_desktop.worksheets.writing import write_workbook


def _official(lke: Lke, seed: int) -> dict[str, object]:
    cells = random_cells(lke, seed, filled=0.8)
    return {c: v for c, v in cells.items() if lke.cells[c].kind is not CellKind.DECISION}


@pytest.mark.parametrize("seed", range(4))
def test_both_answer_columns_become_blocks(lke: Lke, seed: int) -> None:
    unit, tpi = _official(lke, seed), _official(lke, seed + 100)
    data = jawaban_form(lke, Side(unit, {"A.I.1.i.a": "unit"}), Side(tpi, {"A.I.1.i.a": "tpi"}))
    reading = read(data)
    assert reading.layout == "portalrb-jawaban"
    first, second = reading.blocks
    assert (first.stage, first.cells, first.notes) == (Stage.MANDIRI, unit, {"A.I.1.i.a": "unit"})
    assert (second.stage, second.cells, second.notes) == (Stage.TPI, tpi, {"A.I.1.i.a": "tpi"})
    assert second.places["A.I.1.i.a"] == "Jawaban!N6"
    assert second.places["B.II.a"] == "Jawaban!N202"
    assert first.file_scores == {}
    points = score(lke, tpi)
    assert second.file_scores == pytest.approx({c: float(points.points(c)) for c in second.file_scores})
    assert reading.issues == ()


def test_one_filled_column_is_one_block(lke: Lke) -> None:
    reading = read(jawaban_form(lke, Side(_official(lke, 1)), Side()))
    assert [b.stage for b in reading.blocks] == [Stage.MANDIRI]


def test_the_shipped_samples_are_what_the_generator_writes(tmp_path: Path) -> None:
    main(tmp_path)
    for name in SAMPLES:
        assert (tmp_path / name).read_bytes() == resource_path("samples", name).read_bytes(), name


def test_the_lampiran_sample(lke: Lke) -> None:
    reading = read(resource_path("samples", "lke-contoh.xlsx").read_bytes())
    (block,) = reading.blocks
    assert (reading.unit, reading.year) == (UNIT, 2025)
    assert block.cells == sample_cells(lke, UNIT_CHOICES, UNIT_NUMBERS)
    points = score(lke, block.cells)
    assert points.unanswered == ("A.I.4.ii.h", "A.I.5.iv.c", "A.II.5.ii.a")
    assert block.notes["A.II.1.i.a"].count("\n") == 2
    assert len(block.evidence) == 11
    codes = {i.code for i in reading.issues}
    assert codes == {"wrong-type", "overtyped-formula", "range-defect", "score-differs", "error-cell"}


def test_the_jawaban_sample_nearly_meets_wbk(lke: Lke) -> None:
    reading = read(resource_path("samples", "jawaban-contoh.xlsx").read_bytes())
    unit, tpi = reading.blocks
    assert unit.cells == sample_cells(lke, UNIT_CHOICES, UNIT_NUMBERS)
    assert tpi.cells == sample_cells(lke, TPI_CHOICES, TPI_NUMBERS)
    wbk = judge(lke.predikat, score(lke, tpi.cells))[0]
    assert [g.gate.id for g in wbk.gates if not g.met] == ["total", "area.5", "B.I", "B.I.a"]
    assert judge(lke.predikat, score(lke, unit.cells))[0].met


def _odd_report(edition: str, stage: Stage) -> Report:
    report = sample_report(edition, stage)
    code = report.lke.questions[2].code
    number = {c.code: Decimal("3.7200000000000000001") for c in report.lke.input_cells if c.code == "B.I.a"}
    evaluation = replace(
        report.evaluation,
        cells={**report.evaluation.cells, **number},
        notes={**report.evaluation.notes, code: " spasi di depan\r\n_x0041_ dan \x0b kendali "},
        findings={**report.evaluation.findings, code: (Finding("u1", "1. a\n2. b", "c"),)},
    )
    return make_report(report.lke, evaluation, siblings=report.siblings)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("stage", Stage)
def test_our_own_export_comes_back_whole(edition: str, stage: Stage) -> None:
    report = _odd_report(edition, stage)
    reading = read(write_workbook(report))
    own = report.evaluation
    assert (reading.layout, reading.edition) == ("zi-desktop", edition)
    assert (reading.unit, reading.year) == (own.unit, own.year)
    assert reading.issues == ()
    assert reading.official_texts == {}
    blocks = {b.stage: b for b in reading.blocks}
    assert blocks.keys() == {own.stage, report.siblings[0].stage}
    for evaluation in (own, *report.siblings):
        block = blocks[evaluation.stage]
        assert block.cells == evaluation.cells
        assert block.notes == evaluation.notes
        assert block.evidence == {c: tuple(e.text for e in v) for c, v in evaluation.evidence.items()}
        assert block.findings == evaluation.findings
        assert block.team == evaluation.team
    assert blocks[own.stage].file_scores["total"] == pytest.approx(float(report.score.total), abs=1e-9)


def _edited(data: bytes, **changes: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for cell, value in changes.items():
        book["Jawaban"][cell] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_visible_edit_wins_over_the_hidden_sheet_and_is_told() -> None:
    report = sample_report()
    reading = read(_edited(write_workbook(report), S6="Bukti baru.pdf"))
    block = next(b for b in reading.blocks if b.stage is Stage.TPI)
    assert block.evidence["A.I.1.i.a"] == ("Bukti baru.pdf",)
    (told,) = [i for i in reading.issues if i.code == "edited-outside"]
    assert (told.where, told.question) == ("Jawaban!S6", "A.I.1.i.a")


def test_without_its_hidden_sheet_the_cells_are_read() -> None:
    report = sample_report()
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(report)))
    del book["ZI Desktop"]
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    block = next(b for b in reading.blocks if b.stage is Stage.TPI)
    assert block.cells == report.evaluation.cells
    assert "damaged-metadata" in {i.code for i in reading.issues}
    assert (reading.unit, reading.year) == ("", None)


@pytest.mark.parametrize("edition", ["zi-20211", "../zi-2021", "zi-2014", ""])
def test_a_damaged_edition_on_the_hidden_sheet_leaves_the_cells(edition: str) -> None:
    report = sample_report()
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(report)))
    (cell,) = [row[1] for row in book["ZI Desktop"].iter_rows() if row[0].value == "edition"]
    cell.value = edition
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    block = next(b for b in reading.blocks if b.stage is Stage.TPI)
    assert reading.edition == "zi-2021"
    assert block.cells == report.evaluation.cells
    assert "damaged-metadata" in {i.code for i in reading.issues}
