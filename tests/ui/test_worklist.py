"""The worklist: what it lists, how it is filtered, and what it says when it is empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.tools.ten_years import make_ten_years
from tests.ui.bench import Bench, OpenWindow
from zi_desktop.domain.evaluation import SignOff, SignOffState, TeamMember
from zi_desktop.services.answers import answer_question, set_team
from zi_desktop.services.evaluations import list_evaluations, new_evaluation
from zi_desktop.ui.language import number
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.worklist import Worklist
from zi_desktop.ui.worklist_model import WAIT, Col, State, when

UNITS = 40


@pytest.fixture
def many(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """The window on a store of two years of forty units, none of them computed before."""
    return open_window(make_ten_years(tmp_path / "many.zidb", units=UNITS, years=2))


def shown(worklist: Worklist, column: Col) -> list[str]:
    model: QAbstractItemModel = worklist.model
    return [str(model.index(r, column).data()) for r in range(model.rowCount())]


def wait_for_figures(worklist: Worklist, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: WAIT not in shown(worklist, Col.TOTAL), timeout=20_000)


def test_it_lists_what_the_store_holds(bench: Bench, qtbot: QtBot) -> None:
    worklist = bench.window.worklist
    wait_for_figures(worklist, qtbot)
    stored = list_evaluations(bench.window.session.work)
    assert shown(worklist, Col.UNIT) == [s.unit for s in stored], "what was changed last stands first"
    assert shown(worklist, Col.TOTAL) == [number(s.total) for s in stored]
    assert shown(worklist, Col.PROGRESS) == [f"{s.answered}/{s.questions}" for s in stored]
    said = shown(worklist, Col.PREDIKAT)
    assert all(
        f"{n} syarat lagi" in text
        for s, text in zip(stored, said, strict=True)
        for n in s.open_gates.values()
        if n
    )
    for line, text in zip(stored, shown(worklist, Col.BLOCKS), strict=True):
        assert (f"{line.unanswered} belum dijawab" in text) == bool(line.unanswered)


def test_the_list_is_there_before_its_figures(many: MainWindow, qtbot: QtBot) -> None:
    worklist = many.worklist
    QAbstractItemModelTester(worklist.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert len(shown(worklist, Col.UNIT)) == 2 * UNITS
    waiting = shown(worklist, Col.TOTAL).count(WAIT)
    assert waiting, "not computed before it was shown"
    wait_for_figures(worklist, qtbot)
    totals = {line.id: number(line.total) for line in list_evaluations(many.session.work)}
    lines = [worklist.model.line(row) for row in range(2 * UNITS)]
    assert shown(worklist, Col.TOTAL) == [totals[line.id] for line in lines if line]


def test_filter_as_you_type(bench: Bench) -> None:
    worklist = bench.window.worklist
    bench.press("/")
    assert worklist.search.hasFocus()
    QTest.keyClicks(worklist.search, "uji kantor 2026")
    assert shown(worklist, Col.UNIT) == ["Kantor Uji Coba (data rekaan)"]
    bench.press(Qt.Key.Key_Return)
    assert bench.window.pages.currentWidget() is bench.window.workbench
    assert bench.window.session.report is not None
    assert bench.window.session.report.evaluation.unit == "Kantor Uji Coba (data rekaan)"


def test_every_word_may_stand_anywhere(many: MainWindow, qtbot: QtBot) -> None:
    worklist = many.worklist
    set_team(many.session.work, list_evaluations(many.session.work)[0].id, (TeamMember("Rekaan Penilai"),))
    worklist.refresh()
    wait_for_figures(worklist, qtbot)

    def found(words: str) -> int:
        worklist.search.setText(words)
        return worklist.model.rowCount()

    assert found("KANTOR 2025") == len([u for u in shown(worklist, Col.UNIT) if u.startswith("Kantor")]) > 0
    assert found("2025 tpi") == UNITS
    assert found("penilai rekaan") == 1
    lines = list_evaluations(many.session.work)
    assert found("wbk") == sum(line.predikat["WBK"] for line in lines)
    assert found("tidak ada yang begini") == 0
    assert worklist._show_all.isVisible()
    worklist._show_all.click()
    assert worklist.model.rowCount() == 2 * UNITS
    assert worklist.search.text() == ""


def test_chips_show_how_far_they_are(many: MainWindow, qtbot: QtBot) -> None:
    worklist, work = many.worklist, many.session.work
    wait_for_figures(worklist, qtbot)
    lines = list_evaluations(work)
    signed = next(line for line in lines if not line.unanswered)
    with work.transaction() as tx:
        tx.set_sign_off(signed.id, SignOff(SignOffState.SIGNED, "2026-11-24T00:00:00+00:00", "Uji"))
    worklist.refresh()
    wait_for_figures(worklist, qtbot)
    complete = {line.id for line in lines if not line.unanswered and not line.errors}
    expected = {
        State.STARTED: {line.id for line in lines if line.unanswered},
        State.CHECK: {line.id for line in lines if line.errors + line.warnings},
        State.READY: complete - {signed.id},
        State.SIGNED: {signed.id},
    }
    for state, ids in expected.items():
        worklist.chips[state].click()
        rows = [worklist.model.line(row) for row in range(worklist.model.rowCount())]
        assert {line.id for line in rows if line} == ids, state
    assert shown(worklist, Col.BLOCKS) == ["Sudah ditandatangani"]
    worklist.chips[State.ALL].click()
    worklist.this_year.click()
    assert shown(worklist, Col.YEAR) == ["2026"] * UNITS


@pytest.mark.parametrize("column", Col)
def test_sorting_by_a_column(many: MainWindow, qtbot: QtBot, column: Col) -> None:
    worklist = many.worklist
    wait_for_figures(worklist, qtbot)
    worklist.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    up = shown(worklist, Col.UNIT), shown(worklist, column)
    worklist.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    down = shown(worklist, Col.UNIT), shown(worklist, column)
    assert sorted(zip(*up, strict=True)) == sorted(zip(*down, strict=True))
    if column in (Col.UNIT, Col.YEAR):
        assert up[1] == sorted(up[1], key=str.casefold)
        assert down[1] == sorted(up[1], key=str.casefold, reverse=True)
    if column is Col.TOTAL:
        points = [float(text.replace(",", ".")) for text in up[1]]
        assert points == sorted(points)


def test_the_chosen_row_stays_chosen(many: MainWindow, qtbot: QtBot) -> None:
    worklist = many.worklist
    worklist.table.selectRow(5)
    chosen = worklist.table.current_id
    wait_for_figures(worklist, qtbot)
    assert worklist.table.current_id == chosen
    worklist.table.sortByColumn(Col.UNIT, Qt.SortOrder.AscendingOrder)
    line = worklist.model.line(worklist.model.row_of(chosen))
    assert line is not None
    worklist.search.setText(line.unit)
    assert worklist.table.current_id == chosen


def test_keys_alone(many: MainWindow) -> None:
    worklist = many.worklist
    assert worklist.table.hasFocus()
    QTest.keyClick(worklist.table, Qt.Key.Key_End)
    assert worklist.table.currentIndex().row() == 2 * UNITS - 1
    QTest.keyClick(worklist.table, Qt.Key.Key_Home)
    assert worklist.table.currentIndex().row() == 0
    QTest.keyClick(worklist.table, "k")
    assert worklist.search.hasFocus()
    QTest.keyClicks(worklist.search, "antor")
    assert set(shown(worklist, Col.UNIT)) == {u for u in shown(worklist, Col.UNIT) if u.startswith("Kantor")}
    QTest.keyClick(worklist.search, Qt.Key.Key_Down)
    assert worklist.table.hasFocus()
    QTest.keyClick(worklist.table, Qt.Key.Key_Down)
    second = worklist.model.line(1)
    QTest.keyClick(worklist.table, Qt.Key.Key_Return)
    assert many.session.report is not None
    assert second is not None
    assert many.session.report.evaluation.id == second.id


def test_escape_in_the_search_shows_all(many: MainWindow) -> None:
    worklist = many.worklist
    QTest.keyClicks(worklist.table, "x")
    assert worklist.model.rowCount() == 0
    QTest.keyClick(worklist.search, Qt.Key.Key_Escape)
    assert worklist.model.rowCount() == 2 * UNITS
    assert worklist.table.hasFocus()


def test_enter_opens_and_escape_comes_back_to_fresh_figures(bench: Bench, qtbot: QtBot) -> None:
    worklist = bench.window.worklist
    wait_for_figures(worklist, qtbot)
    bench.press(Qt.Key.Key_Return)
    assert bench.window.pages.currentWidget() is bench.window.workbench
    before = shown(worklist, Col.TOTAL)
    bench.window.workbench.show_question("A.I.1.i.a")
    bench.press("T" if bench.answer("A.I.1.i.a") == "Ya" else "Y")
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.pages.currentWidget() is worklist
    assert shown(worklist, Col.TOTAL) != before
    assert shown(worklist, Col.TOTAL)[0] == number(bench.stored_report().score.total)


def test_nothing_is_computed_while_one_answers(many: MainWindow, qtbot: QtBot) -> None:
    worklist = many.worklist
    bench_id = worklist.table.current_id
    many.open_evaluation(bench_id)
    missing = many.session.list.missing
    assert missing
    answer_question(many.session.work, bench_id, "A.I.1.i.a", "Ya")
    qtbot.wait(60)
    assert many.session.list.missing == missing
    many.show_list()
    wait_for_figures(worklist, qtbot)


def test_it_opens_at_the_last_question(bench: Bench) -> None:
    bench.go("A.I.4.ii.a")
    bench.window.show_list()
    bench.window.open_evaluation(bench.evaluation_id)
    assert bench.window.workbench.code == "A.I.4.ii.a"


def test_an_empty_store_teaches(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path / "empty.zidb")
    assert window.worklist.import_first.isVisible()
    assert window.worklist.import_first.hasFocus()
    assert not window.worklist.table.isVisible()
    window.session.do(new_evaluation, unit="Unit Uji", year=2026)
    QApplication.processEvents()
    assert window.worklist.table.isVisible()


def test_times_of_the_log() -> None:
    assert when("") == ""
    assert when("2026-11-24T10:42:07+00:00").startswith("2")
