"""All that should be looked at, on one page: filtered, explained together, and left for the question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench
from zi_desktop.services.answers import answer_question
from zi_desktop.services.signoff import waiting
from zi_desktop.ui.issues_page import IssuesPage, place_of
from zi_desktop.ui.issues_tree import Kind


@pytest.fixture
def page(bench: Bench) -> IssuesPage:
    bench.go("A.I.1.i.a")
    bench.press(Qt.Key.Key_F7)
    page = bench.window.registers.issues
    assert bench.window.pages.currentWidget() is page
    return page


def rows(page: IssuesPage) -> list[str]:
    tree, found = page.reasons.tree, []
    for i in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(i)
        assert group is not None
        found += [group.text(0), *(group.child(j).text(0) for j in range(group.childCount()))]
    return found


def test_enter_goes_to_the_question_and_esc_back(bench: Bench, page: IssuesPage) -> None:
    assert rows(page)[0].startswith("Peringatan: perlu alasan")
    page.search.setText("A.I.1.iv.d")
    assert rows(page)[1:] == ["A.I.1.iv.d"]
    page.take_focus()
    bench.press(Qt.Key.Key_Return)
    assert bench.window.pages.currentWidget() is bench.window.workbench
    assert bench.window.workbench.code == "A.I.1.iv.d"
    bench.press(Qt.Key.Key_F7)
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.pages.currentWidget() is bench.window.workbench


def test_one_reason_for_all_of_a_kind(bench: Bench, page: IssuesPage, qtbot: QtBot) -> None:
    before = len(waiting(bench.stored_report()))
    page.search.setText("A.I.1.iv.d")
    page.search.clear()
    tree = page.reasons.tree
    lower = next(i for i in tree.findItems("A.I.1.iv.d", Qt.MatchFlag.MatchRecursive))
    tree.setCurrentItem(lower)
    assert page.reasons.do.text() == "Beri alasan (1)"
    page.reasons.alike.click()
    alike = int(page.reasons.do.text().removeprefix("Beri alasan (").removesuffix(")"))
    assert alike > 10
    page.reasons.do.click()
    assert page.reasons.field.hasFocus(), "not without words"
    qtbot.keyClicks(page.reasons.field, "Sudah dibahas dengan unit")
    bench.press(Qt.Key.Key_Return)
    report = bench.stored_report()
    assert len(waiting(report)) == before - alike
    assert set(report.evaluation.reasons.values()) == {"Sudah dibahas dengan unit"}
    qtbot.waitUntil(lambda: page.chips[Kind.EXPLAINED].text() == f"Dijelaskan {alike}")
    page.show_only(Kind.EXPLAINED)
    assert rows(page)[0] == f"Dijelaskan ({alike})"


def test_a_whole_kind_by_its_heading(page: IssuesPage) -> None:
    group = page.reasons.tree.topLevelItem(0)
    assert group is not None
    page.reasons.tree.setCurrentItem(group)
    assert page.reasons.do.text() == f"Beri alasan ({group.childCount()})"


def test_errors_come_first_and_take_no_reason(bench: Bench, page: IssuesPage) -> None:
    bench.window.session.do(answer_question, bench.evaluation_id, "A.I.1.i.a", "")
    bench.window.session.do(answer_question, bench.evaluation_id, "B.I.a", "")
    page.show_report(bench.stored_report())
    assert rows(page)[0] == "Galat: menghalangi penandatanganan (1)"
    group = page.reasons.tree.topLevelItem(0)
    assert group is not None
    page.reasons.tree.setCurrentItem(group.child(0))  # type: ignore[arg-type]
    assert not page.reasons.do.isEnabled()
    page.take_focus()
    bench.press(Qt.Key.Key_Return)
    assert bench.window.workbench.code == "A.I.1.i.a", "the first that is open"


def test_issues_of_the_whole_evaluation_have_a_place(bench: Bench) -> None:
    report = bench.stored_report()
    whole = [i for i in report.issues if not i.question]
    assert [i.code for i in whole] == ["no-evidence"]
    code = place_of(report, whole[0])
    assert not report.evaluation.evidence.get(code)
