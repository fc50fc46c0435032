"""The total as a bar of its most points, with a mark at every minimum a predikat asks of it."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QBrush, QFont, QPainter, QPaintEvent
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
            self.setAccessibleName(", ".join(f"{name} {shortest(need)}" for name, need in marks))
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
        painter.fillRect(event.rect(), color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("track"))
        painter.drawRoundedRect(QRectF(0, 2, self.width(), _BAR), 4, 4)
        if self._best > self._have:  # hatched, so that it is not told by colour alone
            reach = QRectF(0, 2, float(self._best / self._most) * self.width(), _BAR)
            painter.setBrush(QBrush(color("accent"), Qt.BrushStyle.Dense6Pattern))
            painter.drawRoundedRect(reach, 4, 4)
        filled = self.painted / float(self._most) * self.width()
        if filled > 1:
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(QRectF(0, 2, max(filled, _BAR), _BAR), 4, 4)
        font = QFont(self.font())
        font.setPixelSize(px(12))
        painter.setFont(font)
        free = float(self.width()) + 1
        for name, need in sorted(self._marks, key=lambda m: m[1], reverse=True):
            free = self._paint_mark(painter, name, need, free)
        painter.end()

    def _paint_mark(self, painter: QPainter, name: str, need: Fraction, free: float) -> float:
        """``free``: where the text of the mark to the right begins; returns where this one's begins."""
        at = float(need / self._most) * self.width()
        painter.fillRect(QRectF(at - 1, 0, 2, _BAR + 5), color("text"))
        text = f"{name} {shortest(need)}"
        width = painter.fontMetrics().horizontalAdvance(text)
        left = min(at - width / 2, free - width - (8 if free <= self.width() else 0))
        painter.setPen(color("quiet"))
        painter.drawText(QRectF(left, _BAR + 5, width + 2, 18), Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(Qt.PenStyle.NoPen)
        return left
