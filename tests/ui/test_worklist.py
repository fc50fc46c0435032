"""The worklist: what it lists, how it is filtered, and what it says when it is empty."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.bench import Bench, OpenWindow
from zi_desktop.services.evaluations import EvaluationSummary, list_evaluations, new_evaluation
from zi_desktop.ui.language import number
from zi_desktop.ui.worklist import Worklist
from zi_desktop.ui.worklist_model import Col, SummaryRole, when


def shown(worklist: Worklist, column: Col) -> list[str]:
    rows = range(worklist.filter.rowCount())
    return [str(worklist.filter.index(r, column).data()) for r in rows]


def test_it_lists_what_the_store_holds(bench: Bench) -> None:
    worklist = bench.window.worklist
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


def test_sorting_by_a_column(bench: Bench) -> None:
    worklist = bench.window.worklist
    worklist.table.sortByColumn(Col.TOTAL, Qt.SortOrder.AscendingOrder)
    summaries = [worklist.filter.index(r, 0).data(SummaryRole) for r in range(worklist.filter.rowCount())]
    totals = [s.total for s in summaries if isinstance(s, EvaluationSummary)]
    assert totals == sorted(totals)


def test_enter_opens_and_escape_comes_back_to_fresh_figures(bench: Bench) -> None:
    worklist = bench.window.worklist
    bench.press(Qt.Key.Key_Return)
    assert bench.window.pages.currentWidget() is bench.window.workbench
    before = shown(worklist, Col.TOTAL)
    bench.window.workbench.show_question("A.I.1.i.a")
    bench.press("T" if bench.answer("A.I.1.i.a") == "Ya" else "Y")
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.pages.currentWidget() is worklist
    assert shown(worklist, Col.TOTAL) != before
    assert shown(worklist, Col.TOTAL)[0] == number(bench.stored_report().score.total)


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
