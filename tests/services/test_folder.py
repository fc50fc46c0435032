"""A folder of worksheets: one bad file stops no other, and no file is poured over another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import IGNORE, Corrections
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.folder import find_worksheets, import_folder
from zi_desktop.services.importing import read_worksheet
from zi_desktop.services.mappings import remember
from zi_desktop.services.undo import undo
from zi_desktop.services.workspace import Workspace

WORKBOOK = resource_path("samples", "lke-contoh.xlsx")  # says its unit and year itself
SHEET = resource_path("samples", "jawaban-contoh.xlsx")  # says neither


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "lembar"
    (made / "dalam").mkdir(parents=True)
    shutil.copyfile(WORKBOOK, made / "b.xlsx")
    shutil.copyfile(SHEET, made / "dalam" / "LKE_Kantor Uji 2026 final.xlsx")
    (made / "a-rusak.xlsx").write_bytes(b"bukan buku kerja")
    (made / "~$b.xlsx").write_bytes(b"kunci Excel")
    (made / "catatan.txt").write_text("bukan lembar kerja")
    return made


def test_every_sheet_is_found_and_nothing_else(folder: Path) -> None:
    assert [p.name for p in find_worksheets(folder)] == [
        "a-rusak.xlsx",
        "b.xlsx",
        "LKE_Kantor Uji 2026 final.xlsx",
    ]
    with pytest.raises(ZiError):
        find_worksheets(folder / "tidak ada")


def test_one_bad_file_stops_no_other(work: Workspace, folder: Path) -> None:
    said: list[tuple[int, int, str]] = []
    lines = list(import_folder(work, folder, progress=lambda n, of, file: said.append((n, of, file.name))))
    assert said == [(1, 3, "a-rusak.xlsx"), (2, 3, "b.xlsx"), (3, 3, "LKE_Kantor Uji 2026 final.xlsx")]
    bad, workbook, sheet = lines
    assert bad.error is not None
    assert (workbook.unit, workbook.year, workbook.stages) == (
        "Satker Contoh (data rekaan)",
        2025,
        (Stage.MANDIRI,),
    )
    assert (sheet.unit, sheet.year, sheet.stages) == ("Kantor Uji", 2026, (Stage.MANDIRI, Stage.TPI))
    assert len(work.store.evaluation_ids()) == 3
    assert workbook.changes > 100
    assert (workbook.answered, workbook.questions) == (110, 113)


def test_a_dry_run_writes_nothing_and_foretells(work: Workspace, folder: Path) -> None:
    foretold = list(import_folder(work, folder, dry_run=True))
    assert work.store.evaluation_ids() == []
    done = list(import_folder(work, folder))
    assert [line.changes for line in foretold] == [line.changes for line in done]
    assert [line.changes for line in import_folder(work, folder)] == [0, 0, 0]


def test_a_second_file_for_the_same_evaluation_is_refused(work: Workspace, folder: Path) -> None:
    shutil.copyfile(WORKBOOK, folder / "c.xlsx")
    lines = {line.file.name: line for line in import_folder(work, folder)}
    assert lines["b.xlsx"].error is None
    second = lines["c.xlsx"].error
    assert second is not None
    assert second.code == "same-evaluation"
    assert "b.xlsx" in second.message.id


def test_a_line_says_that_a_remembered_mapping_was_used(work: Workspace, folder: Path) -> None:
    reading = read_worksheet(SHEET)
    unit_column = next(c.column for c in reading.columns if c.meaning == "answer:mandiri")
    remember(work, reading.shape, Corrections(columns={unit_column: IGNORE}))
    bad, workbook, sheet = import_folder(work, folder, dry_run=True)
    assert [line.mapped for line in (bad, workbook, sheet)] == [False, False, True]
    assert [line.as_dict("id")["mapped"] for line in (bad, workbook, sheet)] == [False, False, True]
    assert not list(import_folder(work, folder))[1].mapped


def test_cancelling_keeps_what_was_done(work: Workspace, folder: Path) -> None:
    seen = 0

    def cancelled() -> bool:
        return seen == 2

    for _ in import_folder(work, folder, cancelled=cancelled):
        seen += 1
    assert seen == 2
    assert len(work.store.evaluation_ids()) == 1


def test_each_file_can_be_taken_back(work: Workspace, folder: Path) -> None:
    lines = list(import_folder(work, folder))
    for line in lines:
        if line.batch:
            undo(work, line.batch)
    assert work.store.evaluation_ids() == []


def test_without_a_year_a_file_waits(work: Workspace, tmp_path: Path) -> None:
    shutil.copyfile(SHEET, tmp_path / "Kantor Uji.xlsx")
    (line,) = import_folder(work, tmp_path)
    assert line.error is not None
    assert line.error.code == "year"
    (line,) = import_folder(work, tmp_path, year=2026)
    assert (line.unit, line.year, line.error) == ("Kantor Uji", 2026, None)
