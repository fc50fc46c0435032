"""Comparing by keyboard: open, filter, search, look at both sides, go to the question, come back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.bench import Bench
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.comparing import compare_evaluations
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.ui.compare_model import Col, Show
from zi_desktop.ui.compare_page import ComparePage
from zi_desktop.ui.language import number

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(bench: Bench) -> ComparePage:
    bench.window.open_evaluation(bench.evaluation_id)
    QApplication.processEvents()
    bench.press(Qt.Key.Key_B, CTRL)
    page = bench.window.side.compare
    assert bench.window.pages.currentWidget() is page
    return page


def codes(page: ComparePage) -> list[str]:
    return [str(page.filter.index(at, Col.CODE).data()) for at in range(page.filter.rowCount())]


def test_ctrl_b_puts_the_unit_beside_tpi_with_the_differences_first(bench: Bench) -> None:
    page = opened(bench)
    report = bench.stored_report()
    unit = report.at_stage(Stage.MANDIRI)
    assert unit is not None
    found = compare_evaluations(bench.window.session.work, unit.id, bench.evaluation_id)
    different = [d.question.code for d in found.questions if d.kind.value != "same"]
    assert codes(page) == different
    assert len(different) > 10
    assert page.before.text().endswith("Unit")
    assert page.after.text().endswith("TPI")
    assert f"→ {number(report.score.total)}" in page._totals.text()
    assert page.table.hasFocus()
    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.detail.horizontalScrollBar().maximum() == 0
    page.show_only(Show.ALL)
    assert len(codes(page)) == len(report.lke.questions)
    page.show_only(Show.UP)
    assert all(
        str(page.filter.index(at, Col.POINTS).data()).startswith("+") for at in range(len(codes(page)))
    )


def test_search_narrows_and_escape_leaves_the_field_before_the_page(bench: Bench) -> None:
    page = opened(bench)
    bench.press("/")
    assert page.search.hasFocus()
    page.search.setText("pengaduan selesai")
    assert codes(page) == ["A.II.5.ii.a"]
    page.search.setText("tidak ada kata begini")
    assert codes(page) == []
    assert not page._none.isHidden()
    bench.press(Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.table.hasFocus()
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.pages.currentWidget() is bench.window.workbench


def test_enter_opens_the_selected_question_in_the_workbench(bench: Bench) -> None:
    page = opened(bench)
    bench.press(Qt.Key.Key_Down)
    assert page.selected is not None
    code = page.selected.question.code
    assert code == codes(page)[1]
    bench.press(Qt.Key.Key_Return)
    assert bench.window.pages.currentWidget() is bench.window.workbench
    assert bench.window.workbench.code == code
    report = bench.window.session.report
    assert report is not None
    assert report.evaluation.id == bench.evaluation_id


def test_another_evaluation_is_chosen_from_a_list(bench: Bench) -> None:
    page = opened(bench)
    page.before.click()
    box = bench.window.command_box
    assert box.isVisible()
    box.field.setText("2025")
    QApplication.processEvents()
    bench.press(Qt.Key.Key_Return)
    assert "2025" in page.before.text()
    assert page.table.hasFocus()


def test_what_undo_takes_back_is_gone_from_the_comparison(bench: Bench) -> None:
    page = opened(bench)
    at_first = page.model.found
    bench.press(Qt.Key.Key_Escape)
    bench.go("A.I.1.i.a")
    bench.press("T" if bench.answer("A.I.1.i.a") == "Ya" else "Y")
    bench.press(Qt.Key.Key_B, CTRL)
    changed = page.model.found
    assert at_first is not None
    assert changed is not None
    assert changed.total != at_first.total
    bench.press(Qt.Key.Key_Z, CTRL)
    assert page.model.found is not None
    assert page.model.found.total == at_first.total
    assert page.model.found.questions == at_first.questions
    assert bench.window.pages.currentWidget() is page


def test_an_evaluation_that_stands_alone_asks_for_another(bench: Bench) -> None:
    made = new_evaluation(bench.window.session.work, unit="Unit Sendiri (uji)", year=2026)
    bench.window.open_evaluation(made.evaluation_id)
    QApplication.processEvents()
    bench.press(Qt.Key.Key_B, CTRL)
    assert bench.window.command_box.isVisible()
    bench.press(Qt.Key.Key_Return)
    assert bench.window.pages.currentWidget() is bench.window.side.compare
    assert "Unit Sendiri" in bench.window.side.compare.after.text()


def test_a_narrow_window_keeps_answers_points_and_names_in_sight(bench: Bench) -> None:
    page = opened(bench)
    bench.window.resize(911, 512)
    QApplication.processEvents()
    assert page.before.text() == "2026 · Unit"
    assert page.before.accessibleName().startswith("Satker Contoh")
    assert page.table.horizontalScrollBar().maximum() == 0
    right = page.table.columnViewportPosition(Col.POINTS) + page.table.columnWidth(Col.POINTS)
    assert right <= page.table.viewport().width()
    bench.window.resize(1366, 768)
    QApplication.processEvents()
    assert not page.table.isColumnHidden(Col.WRITTEN)
