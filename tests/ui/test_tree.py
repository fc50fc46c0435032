"""The map: marks, filters, and the way through it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.ui.bench import Bench
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.answers import add_evidence, answer_question, save_finding
from zi_desktop.ui.language import number
from zi_desktop.ui.tree_model import Mark, Node
from zi_desktop.ui.tree_panel import Show


def node(bench: Bench, code: str) -> Node:
    model = bench.window.workbench.tree.model
    found = model.node(model.index_of(code))
    assert found is not None
    return found


def count(model: QAbstractItemModel, parent: QModelIndex) -> int:
    return sum(1 + count(model, model.index(r, 0, parent)) for r in range(model.rowCount(parent)))


def test_it_is_a_sound_model_of_the_whole_form(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    tree = bench.window.workbench.tree
    QAbstractItemModelTester(tree.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(tree.filter, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lke = bench.stored_report().lke
    assert count(tree.model, QModelIndex()) == len(lke.all_sections) + len(lke.questions)
    assert tree.visible_codes() == [q.code for q in lke.questions]
    for section in lke.all_sections:
        assert node(bench, section.code).shown.right == number(
            bench.stored_report().score.sections[section.code]
        )


def test_marks(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    session, e = bench.window.session, bench.evaluation_id
    session.do(answer_question, e, "A.I.1.i.a", "")
    assert node(bench, "A.I.1.i.a").shown.mark is Mark.OPEN
    session.do(answer_question, e, "A.I.1.i.a", "Ya")
    assert node(bench, "A.I.1.i.a").shown.mark is Mark.ANSWERED
    session.do(save_finding, e, "A.I.1.i.a", "Catatan", "")
    assert node(bench, "A.I.1.i.a").shown.mark is Mark.FLAG
    session.do(answer_question, e, "A.II.1.i.b.terintegrasi", "999")
    assert node(bench, "A.II.1.i.b").shown.mark is Mark.WARNING


def test_a_difference_from_the_unit_is_seen(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    unit = bench.stored_report().at_stage(Stage.MANDIRI)
    assert unit is not None
    theirs = str(unit.cells["A.I.1.i.b"])
    other = next(c for c in "ABC" if c != theirs)
    bench.window.workbench.card.answer("A.I.1.i.b", other)
    assert node(bench, "A.I.1.i.b").shown.differs
    bench.window.workbench.card.answer("A.I.1.i.b", theirs)
    assert not node(bench, "A.I.1.i.b").shown.differs
    bench.window.workbench.card.answer("A.I.1.i.b", "")
    assert not node(bench, "A.I.1.i.b").shown.differs, "an open question does not disagree"


def test_chips_filter_and_the_keys_stay_inside_the_filter(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    workbench = bench.window.workbench
    for code in ("A.I.2.i.a", "A.I.5.i.a"):
        workbench.card.answer(code, "")
    workbench.tree.show_only(Show.OPEN)
    open_codes = set(bench.stored_report().score.unanswered)
    assert set(workbench.tree.visible_codes()) == open_codes | {"A.I.1.i.a"}, "where one is stays in sight"
    bench.press("N")
    assert workbench.code in open_codes
    workbench.tree.show_only(Show.DIFFERENT)
    shown = set(workbench.tree.visible_codes()) - {workbench.code}
    assert shown
    assert all(node(bench, code).shown.differs for code in shown)
    workbench.tree.show_only(Show.ALL)
    assert len(workbench.tree.visible_codes()) == 113


def test_chips_for_findings_and_for_answers_without_evidence(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    tree, report = bench.window.workbench.tree, bench.stored_report()
    mine = report.evaluation
    expected = {
        Show.NOTED: {code for code, found in mine.findings.items() if found},
        Show.BARE: {code for code in report.score.values if not mine.evidence.get(code)},
    }
    for show, codes in expected.items():
        assert codes
        tree.chips[show].click()
        assert set(tree.visible_codes()) == codes | {"A.I.1.i.a"}
    tree.chips[Show.BARE].click()
    bare = sorted(expected[Show.BARE] - {"A.I.1.i.a"})[0]
    bench.window.session.do(add_evidence, bench.evaluation_id, bare, "SK.pdf")
    assert bare not in tree.visible_codes()


def test_search_by_words_and_code(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.press("/")
    search = bench.window.top.search
    assert search.hasFocus()
    QTest.keyClicks(search, "A.II.5.iii")
    assert set(bench.window.workbench.tree.visible_codes()) == {"A.II.5.iii.a", "A.II.5.iii.b"}
    bench.press(Qt.Key.Key_Return)
    assert bench.window.workbench.code == "A.II.5.iii.a"
    search.setFocus()
    QTest.keyClicks(search, " tidak ada ini")
    assert bench.window.workbench.tree.visible_codes() == []
    bench.press(Qt.Key.Key_Escape)
    assert search.text() == ""
    assert len(bench.window.workbench.tree.visible_codes()) == 113


def test_a_click_in_the_tree_goes_there(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    tree = bench.window.workbench.tree
    index = tree.filter.mapFromSource(tree.model.index_of("A.I.1.i.b"))
    QTest.mouseClick(
        tree.view.viewport(), Qt.MouseButton.LeftButton, pos=tree.view.visualRect(index).center()
    )
    assert bench.window.workbench.code == "A.I.1.i.b"


def test_every_row_can_be_heard(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    model = bench.window.workbench.tree.model
    said = model.index_of("A.I.1.i.a").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("A.I.1.i.a Tim pembangunan")
    bench.window.workbench.card.answer("A.I.1.i.a", "")
    assert "belum dijawab" in model.index_of("A.I.1.i.a").data(Qt.ItemDataRole.AccessibleTextRole)
