"""Import: a preview that writes nothing, then one transaction."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench, OpenWindow
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.evaluations import find_evaluation
from zi_desktop.ui.changes_model import Col
from zi_desktop.ui.grab_store import WORKSHEET

UNIT = "Unit Impor (rekaan)"


def read_sample(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    bench.window.import_file(resource_path(*WORKSHEET))
    qtbot.waitUntil(lambda: page.reading is not None, timeout=20_000)
    page.unit.setText(UNIT)
    page.make_plan()


def test_the_preview_writes_nothing_and_ok_writes_it_all(bench: Bench, qtbot: QtBot) -> None:
    page, before = bench.window.importing, bench.log_length()
    read_sample(bench, qtbot)
    assert page.plan is not None
    planned = [(c.target, c.after) for b in page.plan.blocks for c in b.changes]
    assert page.changes.rowCount() == len(planned) > 100
    assert bench.log_length() == before
    assert page.issues.widget().layout().count() > 1
    assert page.ok.text() == f"Impor {len(planned)} perubahan"
    page.ok.click()
    assert bench.window.pages.currentWidget() is bench.window.worklist
    work = bench.window.session.work
    written = [find_evaluation(work, UNIT, page.plan.year, b.stage) for b in page.plan.blocks]
    for block, evaluation in zip(page.plan.blocks, written, strict=True):
        assert evaluation is not None
        assert dict(evaluation.cells) == dict(block.report.evaluation.cells)
    toast = bench.window.toast
    assert toast.isVisible()
    toast.action.click()
    assert bench.window.pages.currentWidget() is bench.window.workbench


def test_a_row_without_its_tick_is_not_written(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    first = page.changes.index(0, Col.CODE)
    target = page.plan.blocks[0].changes[0].target.removeprefix("answer:") if page.plan else ""
    assert page.changes.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    page.confirm()
    assert page.plan is not None
    evaluation = find_evaluation(bench.window.session.work, UNIT, page.plan.year, page.plan.blocks[0].stage)
    assert evaluation is not None
    assert target not in evaluation.cells


def test_the_stage_of_a_single_block_can_be_chosen(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    assert page.stage.isEnabled()
    page.stage.setCurrentIndex(list(Stage).index(Stage.TPN))
    page.confirm()
    assert page.plan is not None
    assert find_evaluation(bench.window.session.work, UNIT, page.plan.year, Stage.TPN) is not None


def test_a_second_import_of_the_same_file_changes_nothing(bench: Bench, qtbot: QtBot) -> None:
    read_sample(bench, qtbot)
    bench.window.importing.confirm()
    read_sample(bench, qtbot)
    page = bench.window.importing
    assert page.changes.rowCount() == 0
    assert not page.ok.isEnabled()


def test_without_a_unit_it_asks_for_one(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    read_sample(bench, qtbot)
    page.unit.clear()
    page.make_plan()
    assert not page.ok.isEnabled()
    assert "unit" in page.message.label.text().casefold()


def test_a_file_that_is_no_worksheet_is_refused_in_place(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    page, before = bench.window.importing, bench.log_length()
    wrong = tmp_path / "bukan.xlsx"
    wrong.write_bytes(b"%PDF-1.7 bukan lembar kerja")
    bench.window.import_file(wrong)
    qtbot.waitUntil(page.message.isVisible, timeout=20_000)
    assert page.message.label.text()
    assert not page.ok.isEnabled()
    assert bench.log_length() == before
    page.left.emit()
    assert bench.window.pages.currentWidget() is bench.window.worklist


def test_the_window_works_on_while_a_file_is_read(bench: Bench, qtbot: QtBot) -> None:
    page = bench.window.importing
    bench.window.import_file(resource_path(*WORKSHEET))
    assert page.reading is None
    QApplication.processEvents()
    bench.window.open_evaluation(bench.evaluation_id, "A.I.1.i.a")
    qtbot.waitUntil(lambda: page.reading is not None, timeout=20_000)
    assert bench.window.pages.currentWidget() is bench.window.workbench


def test_the_sample_of_the_empty_state_has_two_stages(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "kosong.zidb")
    window.worklist.sample_wanted.emit()
    page = window.importing
    qtbot.waitUntil(lambda: page.reading is not None, timeout=20_000)
    assert page.plan is not None
    assert [b.stage for b in page.plan.blocks] == [Stage.MANDIRI, Stage.TPI]
    assert not page.stage.isEnabled(), "each block keeps its own"
    page.ok.click()
    assert window.worklist.model.rowCount() == 2
