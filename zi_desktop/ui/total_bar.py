"""The total as a bar of its most points, with a mark at every minimum a predikat asks of it."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.language import shortest
from zi_desktop.ui.motion import glide_ms
from zi_desktop.ui.theme import color, px

_BAR = 8
_HEIGHT = _BAR + 5  # with the marks; their texts are below
_ENDS = 10  # around what changed: the rounded ends


class TotalBar(QWidget):
    """Marks are (predikat, points needed); what the bar shows stands in words beside it as well."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._have = Fraction(0)
        self._most = Fraction(1)
        self._best = Fraction(0)
        self._marks: tuple[tuple[str, Fraction], ...] = ()
        self._shares: list[tuple[str, float]] = []  # from the right
        self.painted = 0.0
        """The points the bar is drawn at now, on its way to the true ones."""
        self._glide = QVariantAnimation(self)
        self._glide.valueChanged.connect(self._at)

    def show_total(
        self,
        have: Fraction,
        most: Fraction,
        marks: tuple[tuple[str, Fraction], ...],
        best: Fraction | None = None,
        *,
        glide: bool = False,
    ) -> None:
        """``best``: what the open questions may still make of it; ``glide``: from where it stood."""
        best = have if best is None else best
        if (have, most, marks, best) == (self._have, self._most, self._marks, self._best):
            return
        if (most, marks) != (self._most, self._marks):
            self._shares = [(f"{name} {shortest(need)}", float(need / most)) for name, need in marks]
            self.setAccessibleName(", ".join(text for text, _ in self._shares))
            self._shares.sort(key=lambda mark: mark[1], reverse=True)
            self.update()
        self._changed(self.painted, float(have))
        self._changed(float(self._best), float(best))
        self._have, self._most, self._marks, self._best = have, most, marks, best
        self._glide.stop()
        duration = glide_ms() if glide and self.isVisible() else 0
        if duration:
            self._glide.setDuration(duration)
            self._glide.setStartValue(self.painted)
            self._glide.setEndValue(float(have))
            self._glide.start()
        else:
            self.painted = float(have)

    def _at(self, points: float) -> None:
        self._changed(self.painted, points)
        self.painted = points

    def _changed(self, *points: float) -> None:
        """Paint again what lies between these."""
        scale = self.width() / float(self._most)
        left, right = int(min(points) * scale), int(max(points) * scale)
        self.update(left - _ENDS, 0, right - left + 2 * _ENDS, _HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(200, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        part = event.rect()
        painter.fillRect(part, color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_bar(painter, part, self.width(), color("track"))
        if self._best > self._have:  # hatched, so that it is not told by colour alone
            reach = float(self._best) / float(self._most) * self.width()
            self._paint_bar(painter, part, reach, QBrush(color("accent"), Qt.BrushStyle.Dense6Pattern))
        filled = self.painted / float(self._most) * self.width()
        if filled > 1:
            self._paint_bar(painter, part, max(filled, _BAR), color("accent"))
        for _, share in self._shares:
            painter.fillRect(QRectF(share * self.width() - 1, 0, 2, _HEIGHT), color("text"))
        if part.bottom() >= _HEIGHT:
            self._name_marks(painter)
        painter.end()

    @staticmethod
    def _paint_bar(painter: QPainter, part: QRect, until: float, ink: QColor | QBrush) -> None:
        """A bar from the left ``until`` there; of a long one no more than what shows in ``part``."""
        left, right = max(0.0, part.left() - _ENDS), min(until, part.right() + 1.0 + _ENDS)
        if left < right:
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(left, 2, right - left, _BAR), 4, 4)

    def _name_marks(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(px(12))
        painter.setFont(font)
        painter.setPen(color("quiet"))
        free = float(self.width()) + 1  # where the text of the mark to the right begins
        for text, share in self._shares:
            width = painter.fontMetrics().horizontalAdvance(text)
            free = min(share * self.width() - width / 2, free - width - (8 if free <= self.width() else 0))
            painter.drawText(QRectF(free, _HEIGHT, width + 2, 18), Qt.AlignmentFlag.AlignLeft, text)
