"""A unit's events and evaluations, one below the other along a line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from zi_desktop.domain.story import Story
from zi_desktop.domain.story_facts import Evaluated, Event
from zi_desktop.ui.language import number, say
from zi_desktop.ui.story_words import day_text
from zi_desktop.ui.theme import color

Index = QModelIndex | QPersistentModelIndex
MomentRole = Qt.ItemDataRole.UserRole
_RAIL, _LEFT = 18, 36


@dataclass(frozen=True)
class Moment:
    """What one row shows and stands for."""

    when: str
    title: str
    detail: str
    of: Event | Evaluated


class Timeline(QListWidget):
    """`edit_wanted` for an event, `open_wanted` for an evaluation's id, `remove_wanted` for an event."""

    edit_wanted = Signal(object)
    open_wanted = Signal(str)
    remove_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Riwayat"))
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemActivated.connect(self._activate)

    def show_story(self, story: Story) -> None:
        """The newest first; what was selected stays selected."""
        selected = self.moment
        self.clear()
        for moment in self._moments(story):
            item = QListWidgetItem()
            item.setData(MomentRole, moment)
            said = ", ".join(part for part in (moment.when, moment.title, moment.detail) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(said)
            self.addItem(item)
            if selected is not None and moment.of.id == selected.of.id:
                self.setCurrentItem(item)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    @property
    def moment(self) -> Moment | None:
        item = self.currentItem()
        found = item.data(MomentRole) if item is not None else None
        return found if isinstance(found, Moment) else None

    def _moments(self, story: Story) -> list[Moment]:
        # An evaluation has no day of its own: it stands where its year's proposals end.
        month, day = story.deadline.month, story.deadline.day
        placed: list[tuple[tuple[int, ...], Moment]] = [
            ((e.on.year, e.on.month, e.on.day), self._of_event(e)) for e in story.events
        ]
        placed += [
            ((e.year, month, day, at), self._of_evaluation(e)) for at, e in enumerate(story.evaluations)
        ]
        return [moment for _, moment in sorted(placed, key=lambda p: p[0], reverse=True)]

    def _of_event(self, event: Event) -> Moment:
        parts = [event.note]
        if event.until is not None:
            parts.insert(0, self.tr("berlaku sampai {day}").format(day=day_text(event.until)))
        return Moment(day_text(event.on), say(event.kind.label), " · ".join(p for p in parts if p), event)

    def _of_evaluation(self, past: Evaluated) -> Moment:
        met = ", ".join(past.met)
        gates = (
            self.tr("syarat nilai {met} terpenuhi").format(met=met)
            if met
            else self.tr("syarat nilai belum terpenuhi")
        )
        parts = [self.tr("Nilai {total}").format(total=number(past.total)), gates]
        if past.answered < past.questions:
            parts.append(f"{past.answered}/{past.questions}")
        return Moment(str(past.year), say(past.stage.label), " · ".join(parts), past)

    def _activate(self, item: QListWidgetItem) -> None:
        moment = item.data(MomentRole)
        if isinstance(moment.of, Event):
            self.edit_wanted.emit(moment.of)
        else:
            self.open_wanted.emit(moment.of.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moment = self.moment
        if event.key() == Qt.Key.Key_Delete and moment is not None and isinstance(moment.of, Event):
            if not event.isAutoRepeat():
                self.remove_wanted.emit(moment.of)
            return
        super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, 3 * option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        moment: Moment = index.data(MomentRole)
        where: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, color("tint"))
        x, y = where.left() + _RAIL, where.top() + 16
        painter.setPen(QPen(color("line"), 2))
        painter.drawLine(QPointF(x, where.top()), QPointF(x, where.bottom() + 1))
        # an event is a ring, an evaluation a full dot; the words beside it say the same
        painter.setPen(QPen(color("accent"), 2))
        painter.setBrush(color("surface" if isinstance(moment.of, Event) else "accent"))
        painter.drawEllipse(QPointF(x, y), 5, 5)
        inside = where.adjusted(_LEFT, 6, -8, -6)
        metrics, height = option.fontMetrics, option.fontMetrics.height()
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        for at, (text, ink, font) in enumerate(
            (
                (moment.when, "quiet", option.font),
                (moment.title, "text", bold),
                (moment.detail, "quiet", option.font),
            )
        ):
            painter.setFont(font)
            painter.setPen(color(ink))
            line = QRect(inside.left(), inside.top() + at * height, inside.width(), height)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
