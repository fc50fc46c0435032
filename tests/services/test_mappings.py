"""Corrections of a sheet are kept for the next sheet of the same shape."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import IGNORE, AnswersUnnamed, Block, Corrections, Reading
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.importing import apply_import, plan_import, read_worksheet
from zi_desktop.services.mappings import remember, remembered
from zi_desktop.services.workspace import Workspace

SAMPLE = resource_path("samples", "jawaban-contoh.xlsx")
WANTED = Corrections("LKE", {"K": "answer:tpi", "P": IGNORE}, {12: "A.I.1.i.b", 13: IGNORE})


def test_corrections_come_back_by_shape(work: Workspace) -> None:
    assert remembered(work) == {}
    assert remember(work, "abc", WANTED).settings
    assert remembered(work) == {"abc": WANTED}
    assert not remember(work, "abc", WANTED)
    remember(work, "abc", Corrections())
    assert remembered(work) == {}


def test_official_wording_is_kept_and_shown_on_the_report(work: Workspace) -> None:
    block = Block(Stage.TPI, cells={"A.I.1.i.b": "B"})
    for text, layout in (("bunyi rekaan", "lampiran-iii"), ("parafrase kami", "zi-desktop")):
        reading = Reading("zi-2021", layout, (block,), official_texts={"A.I.1.i.b": text, "A.I.1.i.a": " "})
        made = apply_import(work, plan_import(work, reading, unit="Satker Contoh", year=2026))
        assert load_report(work, made.evaluation_id).official_texts == {"A.I.1.i.b": "bunyi rekaan"}


def test_a_correction_holds_for_the_next_file_of_that_shape() -> None:
    plain = read_worksheet(SAMPLE)
    unit_column = next(c.column for c in plain.columns if c.meaning == "answer:mandiri")
    wanted = Corrections(columns={unit_column: IGNORE})
    corrected = read_worksheet(SAMPLE, wanted)
    assert [b.stage for b in corrected.blocks if b.cells] == [Stage.TPI]
    remembered_now = {plain.shape: wanted}
    again = read_worksheet(SAMPLE, remembered=remembered_now)
    assert again.blocks == corrected.blocks
    assert read_worksheet(SAMPLE, Corrections(), remembered=remembered_now).blocks == plain.blocks, (
        "taken back"
    )
    assert read_worksheet(SAMPLE, remembered={"lain": wanted}).blocks == plain.blocks


def test_a_remembered_correction_that_does_not_fit_blocks_no_file() -> None:
    plain = read_worksheet(SAMPLE)
    unfit = Corrections(columns={"K": "answer:siapa"})
    again = read_worksheet(SAMPLE, remembered={plain.shape: unfit})
    assert again.blocks == plain.blocks
    assert [i.code for i in again.issues if i not in plain.issues] == ["mapping-not-used"]


def _unnamed(folder: Path, name: str = "satu.xlsx") -> Path:
    book = openpyxl.load_workbook(SAMPLE)
    sheet = book["Jawaban"]
    sheet["K1"], sheet["N1"] = "Penilaian Mandiri", "Hasil Penilaian"
    book.save(folder / name)
    return folder / name


def test_answers_that_were_named_once_are_read_from_the_next_file_of_that_shape(tmp_path: Path) -> None:
    with pytest.raises(AnswersUnnamed) as refused:
        read_worksheet(_unnamed(tmp_path))
    shape = refused.value.reading.shape
    named = Corrections(columns={"K": "answer:mandiri", "N": "answer:tpi"})
    again = read_worksheet(_unnamed(tmp_path, "dua.xlsx"), remembered={shape: named})
    assert again.remembered
    assert [b.cells for b in again.blocks] == [b.cells for b in read_worksheet(SAMPLE).blocks]
    for said in ({}, {"lain": named}, {shape: Corrections(columns={"K": "answer:siapa"})}):
        with pytest.raises(AnswersUnnamed):
            read_worksheet(tmp_path / "dua.xlsx", remembered=said)
    with pytest.raises(AnswersUnnamed):
        read_worksheet(tmp_path / "dua.xlsx", Corrections(), remembered={shape: named})
