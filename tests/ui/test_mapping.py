"""Pemetaan: what the user says of columns, rows and sheets, and what is remembered of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench
from tests.ui.import_files import ODD_CELL, ODD_ROW, reworded, two_parts, two_sheets
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import IGNORE, Corrections
from zi_desktop.services.mappings import remembered
from zi_desktop.ui.import_page import ImportPage
from zi_desktop.ui.mapping_rows_model import Col, MatchRole

NOTES = "Q"  # the column whose header nobody recognises


def read(bench: Bench, qtbot: QtBot, path: Path, unit: str = "Unit Peta (rekaan)") -> ImportPage:
    page = bench.window.importing
    bench.window.import_file(path, unit=unit, year=2026)
    settle(page, qtbot)
    page.preview.tabs.setCurrentWidget(page.mapping)
    QApplication.processEvents()
    return page


def settle(page: ImportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.reading is not None and page.idle, timeout=20_000)


def choose_meaning(page: ImportPage, letter: str, meaning: str, qtbot: QtBot) -> None:
    box = page.mapping.columns.boxes[letter]
    box.setCurrentIndex(box.findData(meaning))
    box.activated.emit(box.currentIndex())
    settle(page, qtbot)


def choose_row(page: ImportPage, row: int) -> None:
    page.mapping.rows.table.setCurrentIndex(page.mapping.rows.model.index_of(row))


def choose_cell(page: ImportPage, code: str, qtbot: QtBot) -> None:
    box = page.mapping.rows.cell
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())
    settle(page, qtbot)


def tpi_notes(page: ImportPage) -> int:
    assert page.reading is not None
    return sum(len(b.notes) for b in page.reading.blocks if b.stage is Stage.TPI)


def test_columns_say_in_words_what_they_are_taken_for(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page = read(bench, qtbot, reworded(tmp_path))
    boxes = page.mapping.columns.boxes
    assert boxes["K"].currentText() == "Jawaban · Unit"
    assert boxes["N"].currentText() == "Jawaban · TPI"
    assert boxes["B"].currentText() == "Nomor dan bunyi"
    assert boxes[NOTES].currentText() == "Tidak dikenal"
    assert "Kolom bebas" in boxes[NOTES].accessibleName()


def test_what_nobody_recognised_stands_first(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page = read(bench, qtbot, reworded(tmp_path))
    rows = page.mapping.rows
    assert rows.model.index(0, 0).data(MatchRole).row == ODD_ROW
    assert rows.model.index(0, Col.REASON).data() == "tidak dikenal"
    assert rows.chosen is not None
    assert rows.chosen.row == ODD_ROW
    assert page.preview.tabs.tabText(2) == "Pemetaan  2"


def test_a_corrected_column_is_read_and_the_place_is_kept(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page, before = read(bench, qtbot, reworded(tmp_path)), bench.log_length()
    assert tpi_notes(page) == 0
    choose_row(page, 60)
    page.unit.setText("Unit Yang Diketik (rekaan)")
    choose_meaning(page, NOTES, "note:tpi", qtbot)
    assert tpi_notes(page) > 0
    assert page.mapping.columns.boxes[NOTES].currentText() == "Catatan · TPI"
    assert page.unit.text() == "Unit Yang Diketik (rekaan)"
    assert page.preview.tabs.currentWidget() is page.mapping
    assert page.mapping.rows.chosen is not None
    assert page.mapping.rows.chosen.row == 60
    assert bench.log_length() == before, "nothing is written by looking"


def test_a_row_is_given_its_question_by_search(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page = read(bench, qtbot, reworded(tmp_path))
    assert page.reading is not None
    assert all(ODD_CELL not in b.cells for b in page.reading.blocks)
    page.mapping.rows.search.setText("kendaraan dinas")
    assert page.mapping.rows.model.rowCount() == 1
    field = page.mapping.rows.cell.lineEdit()
    assert field is not None
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "mekanisme yang jelas")
    completer = page.mapping.rows.cell.completer()
    assert completer is not None
    assert completer.completionCount() == 1
    assert completer.currentCompletion().startswith(ODD_CELL)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.corrections.rows == {ODD_ROW: ODD_CELL}
    assert all(ODD_CELL in b.cells for b in page.reading.blocks)
    assert page.mapping.rows.model.index(0, Col.REASON).data() == "menurut Anda"


def test_a_row_can_be_left_out(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page = read(bench, qtbot, reworded(tmp_path))
    choose_row(page, 6)
    page.mapping.rows.ignore.click()
    settle(page, qtbot)
    assert page.corrections.rows == {6: IGNORE}
    assert page.reading is not None
    assert all("A.I.1.i.a" not in b.cells for b in page.reading.blocks)
    assert page.reading.rows.balances
    page.mapping.reset.click()
    settle(page, qtbot)
    assert not page.corrections
    assert all("A.I.1.i.a" in b.cells for b in page.reading.blocks)


def test_corrections_are_remembered_on_ok_and_used_for_the_next(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    work = bench.window.session.work
    page = read(bench, qtbot, reworded(tmp_path))
    choose_meaning(page, NOTES, "note:tpi", qtbot)
    choose_row(page, ODD_ROW)
    choose_cell(page, ODD_CELL, qtbot)
    assert not remembered(work), "only looked at so far"
    page.ok.click()
    assert list(remembered(work).values()) == [page.corrections]
    page = read(bench, qtbot, reworded(tmp_path, "berikutnya.xlsx", answer="Tidak"), "Unit Lain (rekaan)")
    assert tpi_notes(page) > 0
    assert page.preview._told.isVisible()
    page.preview.back.click()
    settle(page, qtbot)
    assert tpi_notes(page) == 0
    assert not page.preview._told.isVisible()
    assert remembered(work), "nothing is written before OK"
    page.ok.click()
    assert not remembered(work)


def test_a_file_without_corrections_leaves_nothing_behind(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page = read(bench, qtbot, reworded(tmp_path))
    assert not page.preview._told.isVisible()
    assert not page.mapping.reset.isVisible()
    page.ok.click()
    assert not remembered(bench.window.session.work)


def test_another_sheet_can_be_chosen(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page = read(bench, qtbot, two_sheets(tmp_path))
    box = page.mapping.sheet
    assert [box.itemText(i) for i in range(box.count())] == ["Jawaban", "Jawaban lama"]
    first = sum(len(b.cells) for b in page.reading.blocks) if page.reading else 0
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(page, qtbot)
    assert page.reading is not None
    assert page.reading.sheet == "Jawaban lama"
    assert sum(len(b.cells) for b in page.reading.blocks) < first
    assert box.currentText() == "Jawaban lama"


def test_sheets_read_together_are_shown_and_corrected_one_by_one(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    page = read(bench, qtbot, two_parts(tmp_path))
    assert page.reading is not None
    assert (page.reading.sheet, page.reading.merged_sheets) == ("Jawaban", ("Reform",))
    assert ("Lembar", "Jawaban, Reform") in page.facts.told
    whole, box = page.reading, page.mapping.sheet
    first = page.mapping.rows.model.rowCount()
    box.setCurrentText("Reform")
    box.activated.emit(1)
    assert page.idle, "it was read already"
    assert 0 < page.mapping.rows.model.rowCount() < first
    choose_meaning(page, "Q", IGNORE, qtbot)
    assert box.currentText() == "Reform"
    assert page.corrections == Corrections(more={"Reform": Corrections(columns={"Q": IGNORE})})
    assert page.mapping.columns.boxes["Q"].currentData() == IGNORE
    kept = {b.stage: b.notes.keys() for b in page.reading.blocks}
    assert {code[:4] for code in kept[Stage.TPI]} <= {"A.I."}
    assert [b.cells for b in page.reading.blocks] == [b.cells for b in whole.blocks]
    page.ok.click()
    assert list(remembered(bench.window.session.work).values()) == [page.corrections]


def test_a_mapping_that_leaves_no_answers_goes_back(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page = read(bench, qtbot, reworded(tmp_path))
    for letter in ("K", "L", "M"):
        choose_meaning(page, letter, IGNORE, qtbot)
    assert not page.message.isVisible()
    choose_meaning(page, "N", IGNORE, qtbot)
    assert page.message.isVisible()
    assert page.preview.isVisible()
    assert page.mapping.columns.boxes["N"].currentText() == "Jawaban · TPI", "as it was last read"
    assert "N" not in page.corrections.columns
