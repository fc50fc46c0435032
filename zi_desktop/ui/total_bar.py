"""The total as a bar of its most points, with a mark at every minimum a predikat asks of it."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.language import shortest
from zi_desktop.ui.theme import color, px

_BAR = 8


class TotalBar(QWidget):
    """Marks are (predikat, points needed); what the bar shows stands in words beside it as well."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._have = Fraction(0)
        self._most = Fraction(1)
        self._marks: tuple[tuple[str, Fraction], ...] = ()

    def show_total(self, have: Fraction, most: Fraction, marks: tuple[tuple[str, Fraction], ...]) -> None:
        if (have, most, marks) != (self._have, self._most, self._marks):
            self._have, self._most, self._marks = have, most, marks
            self.setAccessibleName(", ".join(f"{name} {shortest(need)}" for name, need in marks))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("track"))
        painter.drawRoundedRect(QRectF(0, 2, self.width(), _BAR), 4, 4)
        filled = float(self._have / self._most) * self.width()
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
