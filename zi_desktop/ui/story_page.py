"""A work unit's story: timeline, trends, and whether it may be proposed; everything is entered in place."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLayout, QPushButton, QScrollArea, QSplitter, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.story import Story
from zi_desktop.domain.story_check import State, Verdict
from zi_desktop.domain.story_facts import AREA_PREFIX, Event
from zi_desktop.services.story import load_story, remove_unit_event, set_requirement
from zi_desktop.ui.language import say
from zi_desktop.ui.parts import button, column, empty, label, panel, row, set_role
from zi_desktop.ui.session import Session
from zi_desktop.ui.story_event import StoryEventForm
from zi_desktop.ui.story_requirement import RequirementRow
from zi_desktop.ui.story_words import day_text
from zi_desktop.ui.timeline import Timeline
from zi_desktop.ui.trend_chart import Marks, TrendChart

_NARROW = 1100


class StoryPage(QWidget):
    """`left` asks to go back, `opened` for an evaluation, `removed` tells (words, batch) to be undone."""

    left = Signal()
    opened = Signal(str)
    removed = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._story: Story | None = None
        self._level = ""
        self._title = label("", "heading")
        self._deadline = label("", "quiet")
        self.timeline = Timeline()
        self.form = StoryEventForm(session)
        self.form.hide()
        self.form.closed.connect(self._close_form)
        self.timeline.edit_wanted.connect(self._edit)
        self.timeline.open_wanted.connect(self.opened)
        self.timeline.remove_wanted.connect(self._remove)
        self.add = button(self.tr("Tambah peristiwa"), self.new_event, glyph="plus")
        self._trends = QGridLayout()
        self.charts: dict[str, TrendChart] = {}
        self.chips: dict[str, QPushButton] = {}
        self._chips = row(gap=4)
        self._group = QButtonGroup(self)
        self.headline = label("", "figure", wrap=True)
        self.verdict = label("", "quiet", wrap=True)
        self._lines = column(gap=0)
        self.rows: dict[str, RequirementRow] = {}
        head = row(
            self._title,
            None,
            self._deadline,
            8,
            button(self.tr("Kembali  (Esc)"), self.left.emit, glyph="back"),
        )
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        for part in (self._left(), self._middle(), self._right()):
            parts.addWidget(part)
        parts.setSizes([420, 380, 518])
        parts.setChildrenCollapsible(False)
        framed = panel(column(parts, margins=(1, 1, 1, 1)), "framed")
        self.setLayout(column(head, framed, gap=12, margins=(24, 12, 24, 12)))

    def _left(self) -> QWidget:
        hint = label(self.tr("Enter membuka atau mengubah · Delete menghapus"), "quiet", wrap=True)
        result = panel(
            column(
                row(label(self.tr("Riwayat"), "section"), None, self.add),
                self.timeline,
                self.form,
                hint,
                margins=(12, 8, 12, 8),
            )
        )
        result.setMinimumWidth(240)
        return result

    def _middle(self) -> QWidget:
        self._trends.setContentsMargins(0, 0, 0, 0)
        self._trends.setSpacing(10)
        told = label(
            self.tr("Persen dari nilai tertinggi, tiap tahun. Garis putus: syarat WBK dan WBBM."),
            "quiet",
            wrap=True,
        )
        body = column(
            label(self.tr("Perkembangan"), "section"), self._trends, told, None, margins=(12, 14, 12, 8)
        )
        return _scrolled(body, 200)

    def _right(self) -> QWidget:
        body = column(
            row(label(self.tr("Syarat pengusulan"), "section"), None, self._chips),
            self.headline,
            self.verdict,
            self._lines,
            None,
            margins=(12, 8, 16, 8),
        )
        return _scrolled(body, 280)

    def open(self, unit: str) -> bool:
        """False when there is nothing to show; why is told as a toast."""
        self.form.hide()
        return self._read(unit)

    @property
    def unit(self) -> str:
        return self._story.unit if self._story else ""

    def refresh(self) -> bool:
        return self._read(self.unit)

    def _read(self, unit: str) -> bool:
        try:
            story = load_story(self._session.work, unit)
        except ZiError as error:
            self._session.refused.emit(error)
            return False
        self._story = story
        self._title.setText(self.tr("Riwayat {unit}").format(unit=story.unit))
        self._deadline.setText(
            self.tr("Pengusulan paling lambat {day}, atau menurut pengumuman TPN").format(
                day=day_text(story.deadline)
            )
        )
        self.timeline.show_story(story)
        self._show_trends(story)
        self._show_levels(story)
        return True

    def _show_trends(self, story: Story) -> None:
        wanted = ["total", *story.areas]
        if list(self.charts) != wanted:
            empty(self._trends)
            self.charts = {area: TrendChart() for area in wanted}
            self._place_charts()
        for area, chart in self.charts.items():
            name = self.tr("Nilai total") if area == "total" else _short(say(story.areas[area]))
            chart.show_trend(name, story.trend(area), _marks(story, area))

    def _place_charts(self) -> None:
        """In two columns, or below each other where two would leave no room for their names."""
        across = 1 if self.width() < _NARROW else 2
        for at, chart in enumerate(self.charts.values()):
            self._trends.addWidget(chart, at // across, at % across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_charts()

    def _show_levels(self, story: Story) -> None:
        levels = [verdict.level for verdict in story.verdicts]
        if list(self.chips) != levels:
            empty(self._chips)
            self.chips = {}
            for level in levels:
                chip = button(level, partial(self.show_level, level), role="chip")
                chip.setCheckable(True)
                self._group.addButton(chip)
                self.chips[level] = chip
                self._chips.addWidget(chip)
        self.show_level(self._level if self._level in levels else levels[0])

    def show_level(self, level: str) -> None:
        """The checklist of WBK or of WBBM."""
        if self._story is None:
            return
        changed, self._level = level != self._level, level
        self.chips[level].setChecked(True)
        verdict = next(v for v in self._story.verdicts if v.level == level)
        self.headline.setText(say(verdict.headline))
        set_role(self.headline, "met" if verdict.ready else "figure")
        self.verdict.setText(say(verdict.named))
        self.verdict.setVisible(not verdict.ready)
        if changed or list(self.rows) != [line.requirement.id for line in verdict.lines]:
            self._build_rows(verdict)
        for line in verdict.lines:
            self.rows[line.requirement.id].show_line(line)

    def _build_rows(self, verdict: Verdict) -> None:
        empty(self._lines)
        self.rows = {}
        names = {"agency": self.tr("Instansi"), "unit": self.tr("Unit kerja")}
        for of, name in names.items():
            lines = [line for line in verdict.lines if line.requirement.of == of]
            heading = label(name, "section")
            heading.setContentsMargins(0, 8, 0, 0)
            self._lines.addWidget(heading)
            for line in lines:
                requirement = RequirementRow()
                requirement.judged.connect(partial(self._judge, line.requirement.id))
                self.rows[line.requirement.id] = requirement
                self._lines.addWidget(requirement)
        order = [line.requirement.id for line in verdict.lines]
        self.rows = {id_: self.rows[id_] for id_ in order}

    def _judge(self, requirement: str, state: State, note: str, on: date) -> None:
        self._session.tell(self._session.do(set_requirement, self.unit, requirement, state, note, on))

    def new_event(self) -> None:
        self.form.open(self.unit, None)

    def _edit(self, event: Event) -> None:
        self.form.open(self.unit, event)

    def _remove(self, event: Event) -> None:
        result = self._session.do(remove_unit_event, self.unit, event.id)
        if not isinstance(result, ZiError):
            self.removed.emit(self.tr("{what} dihapus.").format(what=say(event.kind.label)), result.batch)
        else:
            self._session.refused.emit(result)

    def _close_form(self) -> None:
        self.form.hide()
        self.timeline.setFocus()

    def take_focus(self) -> None:
        self.timeline.setFocus()

    def escape(self) -> None:
        """Out of the form first; from there back."""
        if self.form.isVisible():
            self._close_form()
        else:
            self.timeline.setFocus()  # what is typed in a note is stored when the field is left
            self.left.emit()


def _scrolled(body: QLayout, width: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(panel(body, "content"))
    area.setMinimumWidth(width)
    return area


def _short(name: str) -> str:
    """``Area 1: Manajemen Perubahan (Pemenuhan + Reform)`` without what all of them share."""
    return name.partition(" (")[0]


def _marks(story: Story, area: str) -> Marks:
    """The minimums of the newest evaluation's form, as shares."""
    newest = story.evaluations[-1].predikat if story.evaluations else ()
    wanted = area if area.startswith(AREA_PREFIX) else "total"
    return tuple(
        (result.rule.id, g.gate.need / g.gate.maximum)
        for result in newest
        for g in result.gates
        if g.gate.id == wanted
    )
