"""A folder of worksheets: looked at first, imported file by file, a bad one stops no other."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench
from tests.ui.import_files import ODD_CELL, ODD_ROW, reworded
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import Corrections
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.evaluations import find_evaluation
from zi_desktop.services.importing import read_worksheet
from zi_desktop.services.mappings import remember
from zi_desktop.ui.folder_model import Col, State
from zi_desktop.ui.folder_page import FolderPage
from zi_desktop.ui.language import use_language

GOOD, BAD, NO_YEAR = "Kantor Satu 2026.xlsx", "rusak.xlsx", "Kantor Tanpa Tahun.xlsx"
SAYS_ITSELF = "Apa Saja 2026.xlsx"  # names its unit and year inside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good files, one that is no worksheet, and one whose year nobody tells."""
    place = tmp_path / "kiriman"
    (place / "dalam").mkdir(parents=True)
    shutil.copy(resource_path("samples", "jawaban-contoh.xlsx"), place / GOOD)
    shutil.copy(resource_path("samples", "lke-contoh.xlsx"), place / SAYS_ITSELF)
    shutil.copy(resource_path("samples", "jawaban-contoh.xlsx"), place / "dalam" / NO_YEAR)
    (place / BAD).write_bytes(b"%PDF-1.7 bukan lembar kerja")
    return place


def look(bench: Bench, qtbot: QtBot, folder: Path) -> FolderPage:
    page = bench.window.folder
    bench.window.import_folder(folder)
    settle(page, qtbot)
    return page


def settle(page: FolderPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.idle, timeout=30_000)


def line(page: FolderPage, name: str) -> int:
    return [i.file.name for i in page.model.lines].index(name)


def shown(page: FolderPage, name: str, column: Col) -> str:
    return page.model.text(line(page, name), column)


def test_a_look_writes_nothing_and_says_what_each_would_bring(
    bench: Bench, qtbot: QtBot, folder: Path
) -> None:
    before = bench.log_length()
    page = look(bench, qtbot, folder)
    assert bench.log_length() == before
    assert page.model.rowCount() == 4
    assert shown(page, GOOD, Col.UNIT) == "Kantor Satu"
    assert shown(page, GOOD, Col.YEAR) == "2026"
    assert shown(page, GOOD, Col.STAGES) == "Unit, TPI"
    assert shown(page, GOOD, Col.ANSWERED) == "113/113"
    assert shown(page, GOOD, Col.TOTAL) == shown(page, GOOD, Col.FILE_TOTAL) == "74,88"
    assert shown(page, SAYS_ITSELF, Col.WARNINGS) == "15"
    assert shown(page, GOOD, Col.STATE) == "siap diimpor"
    assert "bukan" in shown(page, BAD, Col.STATE).casefold()
    assert "Tahun tidak tertulis" in shown(page, NO_YEAR, Col.STATE)
    assert page.ok.text() == "Impor 2 berkas"
    assert page._sum.text() == "4 berkas = 2 siap + 2 gagal"


def test_the_ready_ones_are_imported_and_taken_back_together(
    bench: Bench, qtbot: QtBot, folder: Path
) -> None:
    page, work = look(bench, qtbot, folder), bench.window.session.work
    inside = ("Satker Contoh (data rekaan)", 2025)
    page.ok.click()
    settle(page, qtbot)
    assert find_evaluation(work, "Kantor Satu", 2026, Stage.TPI) is not None
    assert find_evaluation(work, *inside, Stage.MANDIRI) is not None
    assert shown(page, GOOD, Col.STATE) == "diimpor"
    assert page.model.count(State.FAILED) == 2, "a bad file stays with its reason"
    assert not page.ok.isEnabled()
    assert bench.window.pages.currentWidget() is page
    toast = bench.window.toast
    assert toast.text.text() == "2 dari 2 berkas diimpor."
    toast.action.click()
    qtbot.waitUntil(lambda: toast.text.text() == "Diurungkan.")
    assert find_evaluation(work, "Kantor Satu", 2026, Stage.TPI) is None
    assert find_evaluation(work, *inside, Stage.MANDIRI) is None


def test_a_year_said_by_the_user_fills_what_files_do_not_tell(
    bench: Bench, qtbot: QtBot, folder: Path
) -> None:
    page = look(bench, qtbot, folder)
    page.year.setValue(2025)
    page.stage.setCurrentIndex(page.stage.findData(Stage.TPN))
    page.look()
    settle(page, qtbot)
    assert shown(page, NO_YEAR, Col.YEAR) == "2025"
    assert shown(page, GOOD, Col.YEAR) == "2025", "what the file itself says goes first, its name last"
    assert shown(page, SAYS_ITSELF, Col.STAGES) == "TPN"
    assert shown(page, GOOD, Col.STAGES) == "Unit, TPI", "several blocks keep their own"
    assert page.ok.text() == "Impor 3 berkas"


def test_a_second_look_finds_nothing_to_change(bench: Bench, qtbot: QtBot, folder: Path) -> None:
    page = look(bench, qtbot, folder)
    page.ok.click()
    settle(page, qtbot)
    page = look(bench, qtbot, folder)
    assert shown(page, GOOD, Col.STATE) == "sudah sama"
    assert not page.ok.isEnabled()


def test_one_file_has_its_own_preview_and_the_way_back(bench: Bench, qtbot: QtBot, folder: Path) -> None:
    page, window = look(bench, qtbot, folder), bench.window
    page.table.doubleClicked.emit(page.model.index(line(page, GOOD), 0))
    qtbot.waitUntil(lambda: window.importing.reading is not None, timeout=20_000)
    assert window.pages.currentWidget() is window.importing
    assert (window.importing.unit.text(), window.importing.year.value()) == ("Kantor Satu", 2026)
    window.importing.leave()
    assert window.pages.currentWidget() is page
    assert shown(page, GOOD, Col.STATE) == "siap diimpor"
    page.table.doubleClicked.emit(page.model.index(line(page, GOOD), 0))
    qtbot.waitUntil(lambda: window.importing.reading is not None, timeout=20_000)
    window.importing.ok.click()
    assert window.pages.currentWidget() is page
    assert shown(page, GOOD, Col.STATE) == "diimpor"
    assert page.ok.text() == "Impor 1 berkas"
    page.leave()
    assert window.pages.currentWidget() is window.worklist


def test_a_look_can_be_stopped(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    for i in range(8):
        reworded(tmp_path, f"Kantor {i} 2026.xlsx")
    page = bench.window.folder
    bench.window.import_folder(tmp_path)
    qtbot.waitUntil(lambda: page.run.done >= 2, timeout=30_000)
    assert page.progress.isVisible()
    assert "dari 8" in page.progress.text.text()
    page.progress.stop.click()
    assert not page.run.running
    assert not page.progress.isVisible()
    assert "Dihentikan setelah" in page.message.label.text()
    assert page.model.count(State.WAITING) == 8 - page.run.done
    assert page.ok.text() == f"Impor {page.run.done} berkas"


def test_the_table_is_copied_and_saved(bench: Bench, qtbot: QtBot, folder: Path) -> None:
    shutil.copy(folder / GOOD, folder / "=SUM(A1) 2026.xlsx")
    page = look(bench, qtbot, folder)
    page.keeper.copy.click()
    copied = QApplication.clipboard().text().splitlines()
    assert len(copied) == 1 + 5
    assert copied[0].split("\t")[0] == "Berkas"
    path = folder / "hasil.csv"
    page.keeper.save_csv(path)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert len(rows) == 6
    assert all(len(row) == len(Col) for row in rows)
    assert "'=SUM(A1) 2026.xlsx" in [row[0] for row in rows], "a name is not a formula"
    assert "74,88" in [row[Col.TOTAL] for row in rows]
    page.keeper.save_csv(folder / "tidak-ada" / "hasil.csv")
    assert "tidak dapat disimpan" in page.message.label.text()


def test_an_empty_folder_teaches_and_a_missing_one_is_told(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "kosong").mkdir()
    page = look(bench, qtbot, tmp_path / "kosong")
    assert page._pages.currentIndex() == 1
    assert not page.ok.isEnabled()
    page = look(bench, qtbot, tmp_path / "tidak-ada")
    assert "tidak ditemukan" in page.message.label.text()


def test_the_language_can_be_switched_in_the_middle(bench: Bench, qtbot: QtBot, folder: Path) -> None:
    bench.window.import_folder(folder)
    bench.window.set_language("en")
    QApplication.processEvents()
    page = look(bench, qtbot, folder)
    assert page.ok.text() == "Import 2 files"
    use_language("id")


def test_a_remembered_mapping_is_used_for_the_files_of_a_folder(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    work, path = bench.window.session.work, reworded(tmp_path, "Kantor Peta 2026.xlsx")
    before = look(bench, qtbot, tmp_path)
    assert shown(before, path.name, Col.ANSWERED) == "112/113"
    assert shown(before, path.name, Col.STATE) == "siap diimpor"
    remember(work, read_worksheet(path).shape, Corrections(rows={ODD_ROW: ODD_CELL}))
    page = look(bench, qtbot, tmp_path)
    assert shown(page, path.name, Col.ANSWERED) == "113/113"
    assert shown(page, path.name, Col.STATE) == "siap diimpor (dengan pemetaan Anda)"
