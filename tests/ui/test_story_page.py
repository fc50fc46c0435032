"""The unit's story by keyboard: opened from list and workbench, events and requirements entered in place."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.bench import Bench
from zi_desktop.domain.story import Story
from zi_desktop.domain.story_check import State
from zi_desktop.domain.story_facts import EventKind
from zi_desktop.services.story import load_story, set_unit_event
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.story_page import StoryPage
from zi_desktop.ui.story_words import parse_day
from zi_desktop.ui.timeline import MomentRole

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(bench: Bench) -> StoryPage:
    bench.window.open_evaluation(bench.evaluation_id)
    QApplication.processEvents()
    bench.press(Qt.Key.Key_H, CTRL)
    page = bench.window.side.story
    assert bench.window.pages.currentWidget() is page
    return page


def stored(bench: Bench, unit: str) -> Story:
    work = open_workspace(bench.path)
    try:
        return load_story(work, unit)
    finally:
        work.close()


def titles(page: StoryPage) -> list[str]:
    items = [page.timeline.item(at) for at in range(page.timeline.count())]
    return [item.data(MomentRole).title for item in items if item is not None]


def type_in(field: QLineEdit, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


def test_an_event_is_entered_changed_removed_and_brought_back(bench: Bench) -> None:
    page = opened(bench)
    unit = bench.stored_report().evaluation.unit
    assert page.unit == unit
    page.add.click()
    page.form.kind.setCurrentIndex(page.form.kind.findData(EventKind.WBK.value))
    type_in(page.form.on, "9-12-2024")
    type_in(page.form.until, "9-12-2023")
    bench.press(Qt.Key.Key_Return)
    assert page.form.isVisible()  # it ends before it begins: told in place, nothing lost, nothing stored
    assert page.form._problem.text()
    assert stored(bench, unit).events == ()
    page.form.until.setText("09/12/2027")
    page.form.note.setFocus()
    bench.press(Qt.Key.Key_Return)
    assert not page.form.isVisible()
    (event,) = stored(bench, unit).events
    assert (event.kind, event.on, event.until) == (EventKind.WBK, date(2024, 12, 9), date(2027, 12, 9))
    assert "Predikat WBK" in titles(page)

    assert page.timeline.hasFocus()
    page.timeline.setCurrentRow(titles(page).index("Predikat WBK"))
    bench.press(Qt.Key.Key_Return)
    assert page.form.isVisible()
    page.form.note.setText("Piagam contoh")
    page.form.save()
    assert [e.note for e in stored(bench, unit).events] == ["Piagam contoh"]
    bench.press(Qt.Key.Key_Delete)
    assert stored(bench, unit).events == ()
    bench.press(Qt.Key.Key_Z, CTRL)
    assert [e.note for e in stored(bench, unit).events] == ["Piagam contoh"]
    assert "Predikat WBK" in titles(page)
    assert bench.window.pages.currentWidget() is page


def test_what_is_no_day_is_told_and_nothing_is_stored(bench: Bench) -> None:
    page = opened(bench)
    page.new_event()
    type_in(page.form.on, "31-02-2024")
    page.form.save()
    assert "hari-bulan-tahun" in page.form._problem.text()
    assert page.form.on.hasFocus()
    bench.press(Qt.Key.Key_Escape)
    assert not page.form.isVisible()
    assert bench.window.pages.currentWidget() is page
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.pages.currentWidget() is bench.window.workbench


def test_a_requirement_is_judged_in_place_and_changes_the_verdict(bench: Bench) -> None:
    page = opened(bench)
    before = page.verdict.text()
    assert "Maturitas SPIP" in before
    line = page.rows["spip"]
    line.state.setFocus()
    bench.press(Qt.Key.Key_Down)
    line.state.activated.emit(line.state.currentIndex())
    assert "Maturitas SPIP" not in page.verdict.text()
    line.note.setFocus()
    QTest.keyClicks(line.note, "Level 3,2")
    page.timeline.setFocus()
    found = stored(bench, page.unit).verdicts[0].lines
    checked = next(c for c in found if c.requirement.id == "spip")
    assert (checked.state, checked.note, checked.on) == (State.MET, "Level 3,2", date.today())


def test_what_the_program_works_out_is_not_asked(bench: Bench) -> None:
    page = opened(bench)
    assert not page.rows["satu-tahun"].state.isHidden()
    assert page.rows["syarat-nilai"].state.isHidden()
    set_unit_event(bench.window.session.work, page.unit, EventKind.PENCANANGAN, date(2020, 1, 6))
    page.refresh()
    assert page.rows["satu-tahun"].state.isHidden()
    assert "06-01-2021" in page.rows["satu-tahun"]._why.text()
    page.show_level("WBBM")
    assert "sudah-wbk" in page.rows
    assert "WBBM" in page.headline.text()


def test_it_opens_from_the_list_and_an_evaluation_opens_from_it(bench: Bench) -> None:
    bench.window.show_list()
    QApplication.processEvents()
    bench.press(Qt.Key.Key_H, CTRL)
    page = bench.window.side.story
    assert page.unit == bench.window.worklist.unit != ""
    bench.press(Qt.Key.Key_Return)
    assert bench.window.pages.currentWidget() is bench.window.workbench
    report = bench.window.session.report
    assert report is not None
    assert report.evaluation.unit == page.unit


def test_trends_are_said_in_words_and_nothing_scrolls_sideways(bench: Bench) -> None:
    page = opened(bench)
    report = bench.stored_report()
    assert set(page.charts) == {"total", *(f"area.{n}" for n in range(1, 7))}
    assert str(report.evaluation.year) in page.charts["area.1"].accessibleName()
    assert "WBK" in page.charts["area.1"].accessibleDescription()
    assert page.width() <= 1366
    assert page.timeline.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14-02-2024", date(2024, 2, 14)),
        (" 1/3/2024 ", date(2024, 3, 1)),
        ("2024-02-14", date(2024, 2, 14)),
        ("14-2-24", None),
        ("30-02-2024", None),
        ("", None),
        ("kemarin", None),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert parse_day(text) == day
