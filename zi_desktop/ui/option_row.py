"""One option of a question as a full-width row: letter, what it requires, its value, and who chose it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from zi_desktop.domain.lke import Choice
from zi_desktop.ui.language import number
from zi_desktop.ui.theme import color, px

_PAD = 8
_VALUE = 44
_LEAST = 40
_SIDES = 2 * (_PAD + 4) + (_PAD + 4) + 2 * _PAD
"""The gaps that `paintEvent` leaves beside the text."""


@dataclass(frozen=True)
class Tag:
    """Who gave this answer; ``ink`` is a colour of the palette."""

    text: str
    ink: str


class Widths(NamedTuple):
    """Columns that all rows of a question share."""

    badge: int
    tags: int


class OptionRow(QRadioButton):
    """A radio button whose check mark is what the store holds: `asked` by a click, a key or a screen reader,
    it does not tick by itself."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.choice: Choice | None = None
        self.tags: tuple[Tag, ...] = ()
        self.widths = Widths(28, 64)
        self._stored = False
        self._heights: dict[int, int] = {}
        self.clicked.connect(self.asked)
        self.toggled.connect(self._on_toggled)

    def show_choice(self, choice: Choice, chosen: bool, tags: tuple[Tag, ...], widths: Widths) -> None:
        now = (choice, tags, widths, chosen)
        if now == (self.choice, self.tags, self.widths, self.isChecked()):
            return
        self.widths = widths
        self.choice, self.tags = choice, tags
        self._heights.clear()
        self.setText(f"{choice.label}: {choice.requirement}")
        said = [self.text(), self.tr("nilai {value}").format(value=number(choice.value))]
        said += [tag.text for tag in tags]
        self.setAccessibleName(", ".join(said))
        self._check(chosen)
        self.updateGeometry()
        self.update()

    def _check(self, chosen: bool) -> None:
        """An exclusive button, which is what a screen reader calls a radio button, cannot be unchecked."""
        self._stored = chosen
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab goes through all rows; an exclusive button would take it from the others here."""
        self.setAutoExclusive(False)
        super().focusInEvent(event)
        self.setAutoExclusive(True)

    def _on_toggled(self, on: bool) -> None:
        """Ticked by a screen reader (or unticked because another row was): the mark goes back to what is
        stored, and the tick is taken as the question it is."""
        if on == self._stored:
            return
        self._check(self._stored)
        if on:
            self.asked.emit()

    def nextCheckState(self) -> None:
        """Nothing: the mark follows the store."""

    def hitButton(self, _pos: object) -> bool:
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._heights.clear()  # a font may have changed

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _LEAST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self.choice is None:
            return _LEAST
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._needed_height(width)
        return found

    def _needed_height(self, width: int) -> int:
        assert self.choice is not None
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        room = QRect(0, 0, self._text_room(width), 2000)
        text = self.fontMetrics().boundingRect(room, flags, self.choice.requirement)
        return max(_LEAST, text.height() + 20)

    def _text_room(self, width: int) -> int:
        return max(80, width - self.widths.badge - px(_VALUE) - self.widths.tags - _SIDES)

    def needed(self, choice: Choice, tags: tuple[Tag, ...]) -> Widths:
        """What this choice would need; the widest row of a question decides for all of them."""
        metrics = self._small()
        tags_width = sum(metrics.horizontalAdvance(t.text) + 18 for t in tags)
        return Widths(max(28, metrics.horizontalAdvance(choice.label) + 16), max(64, tags_width))

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(12))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFontMetrics:
        return QFontMetrics(self._small_font())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.choice is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inside = self.rect().adjusted(_PAD + 4, 0, -_PAD - 4, 0)
        inside = self._paint_badge(painter, inside, self.choice.label)
        inside = self._paint_tags(painter, inside)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self.font())
        painter.setPen(color("quiet"))
        painter.drawText(inside, right, number(self.choice.value))
        inside = inside.adjusted(0, 0, -px(_VALUE) - _PAD, 0)
        painter.setPen(color("text"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inside, flags, self.choice.requirement)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        chosen, focused = self.isChecked(), self.hasFocus()
        wide = 2.0 if focused or chosen else 1.0
        ground = "tint" if chosen else "hover" if self.underMouse() else "surface"
        painter.setBrush(color(ground))
        painter.setPen(QPen(color("accent" if chosen or focused else "line"), wide))
        half = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        if focused and chosen:  # two rings, so that focus shows on the chosen row as well
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 4, 4)

    def _paint_badge(self, painter: QPainter, inside: QRect, label: str) -> QRect:
        chosen = self.isChecked()
        badge = QRectF(inside.left(), inside.center().y() - 11.5, self.widths.badge, 24)
        painter.setBrush(color("accent" if chosen else "surface"))
        painter.setPen(QPen(color("accent" if chosen else "edge"), 1))
        painter.drawRoundedRect(badge, 5, 5)
        painter.setFont(self._small_font())
        painter.setPen(color("on_accent" if chosen else "text"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, label)
        return inside.adjusted(self.widths.badge + _PAD + 4, 0, 0, 0)

    def _paint_tags(self, painter: QPainter, inside: QRect) -> QRect:
        metrics = self._small()
        painter.setFont(self._small_font())
        left = float(inside.right() - self.widths.tags + 6)
        for tag in self.tags:
            width = metrics.horizontalAdvance(tag.text) + 12
            pill = QRectF(left, inside.center().y() - 9, width, 19)
            painter.setBrush(color("surface"))
            painter.setPen(QPen(color(tag.ink), 1))
            painter.drawRoundedRect(pill, 4, 4)
            painter.setPen(color(tag.ink))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, tag.text)
            left += width + 6
        return inside.adjusted(0, 0, -self.widths.tags - _PAD, 0)
