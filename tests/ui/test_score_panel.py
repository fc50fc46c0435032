"""The panel at the right: what it shows, what it asks and how it moves."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.domain.answers import extreme_cells, random_cells, sample_report
from tests.ui.bench import Bench
from tests.ui.seen import watching
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.outlook import Standing, outlook
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import TOTAL
from zi_desktop.domain.why import gate_code
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.ui.language import number
from zi_desktop.ui.motion import GLIDE_MS, glide_ms, set_motion
from zi_desktop.ui.score_panel import ScorePanel
from zi_desktop.ui.theme import LIGHT, apply_theme
from zi_desktop.ui.total_bar import TotalBar
from zi_desktop.worksheets.edition import load_edition

CHOICE = "A.I.1.i.b"
WAY, RADAR, AREA = range(3)


def panel_of(bench: Bench) -> ScorePanel:
    return bench.window.workbench.score


def open_report() -> Report:
    cells = extreme_cells(load_edition("zi-2021"), best=True)
    del cells["A.I.5.i.a"], cells["B.I.b"]
    return sample_report(cells={**cells, "A.I.1.i.b": "C"})


@pytest.fixture
def panel(qtbot: QtBot, dressed: QApplication) -> ScorePanel:
    assert dressed.styleSheet()
    widget = ScorePanel(load_edition)
    qtbot.addWidget(widget)
    widget.resize(320, 690)
    widget.show()
    return widget


def test_while_questions_are_open_it_says_how_it_can_end(panel: ScorePanel) -> None:
    report = open_report()
    panel.show_report(report)
    ahead = outlook(report.lke, report.score)
    assert number(ahead.total.worst) in panel.progress.text()
    assert number(ahead.total.best) in panel.progress.text()
    gate = next(g for g in report.predikat[0].gates if g.gate.id == "B.I.b")
    assert ahead.of_gate(gate) is Standing.OPEN
    assert "masih terbuka" in panel.gates.cells["WBK", "B.I.b"].accessibleName()
    assert "pasti" in panel.gates.cells["WBK", "total"].accessibleName()
    panel.show_report(sample_report(cells={**report.evaluation.cells, "B.I.b": "E"}))
    assert "tidak terkejar" in panel.gates.cells["WBK", "B.I.b"].accessibleName()
    panel.show_report(sample_report(cells=extreme_cells(report.lke, best=True)))
    assert "terbuka" not in panel.gates.cells["WBK", "B.I.b"].accessibleName()
    assert "113/113" in panel.progress.text()


def test_the_radar_says_this_year_and_the_gates_in_words_and_lines(panel: ScorePanel) -> None:
    panel.chips[RADAR].click()
    panel.show_report(sample_report(cells=extreme_cells(load_edition("zi-2021"), best=True)))
    panel.chips[RADAR].click()
    series = panel.radar.series
    assert [s.name for s in series] == ["2024", "syarat WBK", "syarat WBBM"]
    assert len({(s.pen, s.mark) for s in series}) == len(series), "told apart without colour"
    assert {tuple(set(s.shares)) for s in series} == {
        (Fraction(1),),
        (Fraction(60, 100),),
        (Fraction(75, 100),),
    }
    said = panel.radar.accessibleDescription().splitlines()
    assert len(said) == 6
    assert said[0] == "1 Manajemen perubahan: 2024 100 %, syarat WBK 60 %, syarat WBBM 75 %"


def test_the_areas_show_pemenuhan_and_reform(panel: ScorePanel) -> None:
    report = sample_report()
    panel.show_report(report)
    panel.chips[AREA].click()
    shown = {code: link.text() for code, link in panel.areas.figures.items()}
    wanted = {f"A.{part}.{i}" for part in ("I", "II") for i in range(1, 7)}
    assert wanted | {"A.I", "A.II", "B.I", "B.II"} == set(shown)
    assert shown == {code: number(report.score.sections[code]) for code in shown}


def test_the_way_there_is_advice_and_leads_to_its_questions(panel: ScorePanel, qtbot: QtBot) -> None:
    cells = extreme_cells(load_edition("zi-2021"), best=True)
    panel.show_report(sample_report(cells={**cells, "B.I.b": "C", CHOICE: "B"}))
    panel.way.show_report(sample_report(cells={**cells, "B.I.b": "C", CHOICE: "B"}))
    assert panel.way.head.text() == "WBBM: 1 soal, +1,25"
    assert [row.step for row in panel.way.rows] == ["B.I.b → B   +1,25"]
    with qtbot.waitSignal(panel.chosen) as found:
        panel.way.rows[0].setFocus()
        QTest.keyClick(panel.way.rows[0], Qt.Key.Key_Space)
    assert found.args == ["B.I.b"]
    panel.way.show_report(sample_report(cells={**cells, "B.I.a": "1"}))
    assert panel.way.rows == []
    assert "belum ada jalan" in panel.way.head.text()


def test_the_way_follows_the_answers_by_itself(bench: Bench, qtbot: QtBot) -> None:
    bench.go(CHOICE)
    way = panel_of(bench).way
    qtbot.waitUntil(lambda: way.head.text() != "")
    before = way.way
    assert before.sets
    code, label = before.sets[0][0].code, before.sets[0][0].label
    bench.window.session.do(answer_question, bench.evaluation_id, code, label)
    qtbot.waitUntil(lambda: way.way != before)
    assert all(step.code != code or step.label != label for found in way.way.sets for step in found)


def test_another_evaluation_never_stands_beside_the_advice_for_the_one_before(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    assert panel_of(bench).way.rows
    made = bench.window.session.do(new_evaluation, unit="Balai Lain", year=2020)
    assert not isinstance(made, ZiError)
    bench.window.open_evaluation(made.evaluation_id)
    assert panel_of(bench).way.rows == []  # nothing is answered yet, so nothing can be one step better


@pytest.mark.parametrize("edition", ["zi-2021", "zi-2014"])
def test_every_edition_fits(panel: ScorePanel, edition: str) -> None:
    panel.show_report(sample_report(edition, cells=random_cells(load_edition(edition), 5, filled=0.8)))
    for chip in panel.chips:
        chip.click()
        panel.grab()
    assert panel.total.height() >= panel.total.fontMetrics().height()


def test_any_figure_answers_why(bench: Bench) -> None:
    bench.go(CHOICE)
    workbench, panel = bench.window.workbench, panel_of(bench)
    why = workbench.why
    workbench.card.sheet.points.click()
    assert why.code == CHOICE
    panel.komponen["A"].click()
    assert why.code == "A"
    panel.gates.have["area.5"].setFocus()
    QTest.keyClick(panel.gates.have["area.5"], Qt.Key.Key_Return)
    assert why.code == gate_code("WBK", "area.5")
    panel.total.click()
    assert why.code == TOTAL
    assert why.isVisible()
    assert not why.isModal()


def test_why_unfolds_follows_the_score_and_leads_to_the_question(bench: Bench, qtbot: QtBot) -> None:
    bench.go("A.I.1.i.a")
    workbench = bench.window.workbench
    why = workbench.why
    workbench.ask_why("A.I.1.i")
    (top,) = [why.tree.topLevelItem(0)]
    assert top is not None

    def rows(item: QTreeWidgetItem) -> list[str]:
        return [child.text(0) for i in range(item.childCount()) if (child := item.child(i)) is not None]

    assert rows(top)[:2] == [
        "Rata-rata 2 soal × bobot 0,5",
        "Sumber: PermenPANRB 90/2021 Lampiran III, baris 7",
    ]
    before = top.text(1)
    workbench.card.answer("A.I.1.i.b", "C" if before.startswith("(1 + 1)") else "A")
    after = why.tree.topLevelItem(0)
    assert after is not None
    assert after.text(1) != before
    assert after.isExpanded()
    question = after.child(3)
    assert question is not None
    with qtbot.waitSignal(why.chosen):
        why.tree.itemActivated.emit(question, 0)
    assert workbench.code == "A.I.1.i.b"
    QTest.keyClick(why, Qt.Key.Key_Escape)
    assert not why.isVisible()


def test_the_list_of_gates_is_one_stop_and_the_arrows_walk_it(bench: Bench) -> None:
    bench.go(CHOICE)
    links = list(panel_of(bench).gates.have.values())
    tab = [link for link in links if link.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tab == links[:1]
    links[0].setFocus()
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is links[2]
    bench.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is links[1]


def test_no_view_makes_the_panel_scroll_at_1366_by_768(bench: Bench) -> None:
    """Not even after a higher one was looked at."""
    bench.go(CHOICE)
    panel = panel_of(bench)
    (whole,) = [a for a in panel.findChildren(QScrollArea) if a.isAncestorOf(panel.views)]
    for which in (2, 0, 1, 2, 0):
        panel.chips[which].click()
        QTest.qWait(20)
        assert whole.verticalScrollBar().maximum() == 0, which


def test_a_narrow_window_folds_the_score_to_a_strip(bench: Bench) -> None:
    bench.go(CHOICE)
    panel = panel_of(bench)
    assert not panel.is_folded
    bench.window.resize(1100, 700)
    QApplication.processEvents()
    assert panel.is_folded
    report = bench.stored_report()
    assert panel.strip.total.text() == number(report.score.total)
    for result in report.predikat:
        said = panel.strip.gates[result.rule.id][1].accessibleName()
        assert result.met or f"{len(result.open)} syarat lagi" in said
    panel.strip.unfold.emit()
    assert not panel.is_folded
    bench.window.resize(1366, 768)
    QApplication.processEvents()
    assert not panel.is_folded
    panel.fold(True)
    assert panel.width() < 100


def test_unfolded_on_a_small_screen_it_scrolls_and_the_window_stays_as_it_is(bench: Bench) -> None:
    bench.go(CHOICE)
    bench.window.resize(911, 512)
    QApplication.processEvents()
    panel = panel_of(bench)
    panel.fold(False)
    QApplication.processEvents()
    assert not panel.is_folded
    assert (bench.window.width(), bench.window.height()) == (911, 512)


@pytest.mark.usefixtures("dressed")
def test_a_change_glides_once_and_not_at_all_for_those_who_want_no_motion(qtbot: QtBot) -> None:
    bar = TotalBar()
    qtbot.addWidget(bar)
    bar.show()
    try:
        set_motion(True)
        assert glide_ms() == GLIDE_MS
        bar.show_total(Fraction(10), Fraction(100), ())
        assert bar.painted == 10, "nothing glides when it is shown first"
        bar.show_total(Fraction(60), Fraction(100), (), glide=True)
        assert bar.painted < 60
        qtbot.waitUntil(lambda: bar.painted == 60)
        set_motion(False)
        assert glide_ms() == 0
        bar.show_total(Fraction(20), Fraction(100), (), glide=True)
        assert bar.painted == 20
    finally:
        set_motion(None)


def test_the_delta_is_told_once(panel: ScorePanel) -> None:
    cells = extreme_cells(load_edition("zi-2021"), best=True)
    panel.show_report(sample_report(cells=cells))
    assert panel.delta.text() == ""
    panel.show_report(sample_report(cells={**cells, CHOICE: "B"}))
    assert panel.delta.text() == "−0,13"
    panel.show_report(sample_report(cells={**cells, CHOICE: "B"}))
    assert panel.delta.text() == "−0,13"


def test_a_changed_figure_lays_nothing_out_and_paints_nothing_but_itself(
    panel: ScorePanel, dressed: QApplication
) -> None:
    cells = extreme_cells(load_edition("zi-2021"), best=True)
    panel.show_report(sample_report(cells={**cells, CHOICE: "B"}))
    with watching(panel) as seen:
        panel.show_report(sample_report(cells={**cells, CHOICE: "C"}))
        dressed.processEvents()
    assert panel.total in seen.painted
    assert panel.gates.have["area.1"] in seen.painted
    assert panel.gates.have["area.2"] not in seen.painted
    assert panel.gates not in seen.painted
    assert panel not in seen.painted
    assert seen.laid_out == []


def test_figures_take_their_size_with_the_text_size(panel: ScorePanel, dressed: QApplication) -> None:
    panel.show_report(open_report())
    link = panel.gates.have["total"]
    before = (link.width(), panel.total.height())
    apply_theme(dressed, LIGHT, 150)
    try:
        dressed.processEvents()
        assert link.width() > before[0]
        assert panel.total.height() > before[1]
    finally:
        apply_theme(dressed, LIGHT)
