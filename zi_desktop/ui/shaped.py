"""Texts shaped once and drawn often: what a list paints at every step and scroll."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QStaticText

_KEPT = 2000
_ELIDE = Qt.TextElideMode.ElideRight


class ShapedTexts:
    """Draws on one line, vertically in the middle, in the painter's font and pen."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, QFont, int], tuple[QStaticText, QSizeF]] = {}

    def width(self, painter: QPainter, text: str) -> int:
        return round(self._shaped(painter, text, -1)[1].width())

    def draw(self, painter: QPainter, inside: QRect, text: str, *, right: bool = False) -> int:
        """At the left (or right) end of ``inside``, cut to its width; the width that was used."""
        shaped, size = self._shaped(painter, text, -1)
        if size.width() > inside.width():
            shaped, size = self._shaped(painter, text, max(0, inside.width()))
        left = inside.right() + 1 - size.width() if right else inside.left()
        painter.drawStaticText(QPointF(left, inside.top() + (inside.height() - size.height()) / 2), shaped)
        return round(size.width())

    def _shaped(self, painter: QPainter, text: str, room: int) -> tuple[QStaticText, QSizeF]:
        """``room``: cut to this width; -1: as it is."""
        font = painter.font()
        key = (text, font, room)
        found = self._kept.get(key)
        if found is None:
            shown = text if room < 0 else painter.fontMetrics().elidedText(text, _ELIDE, room)
            shaped = QStaticText(shown)
            shaped.setTextFormat(Qt.TextFormat.PlainText)
            shaped.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            shaped.prepare(painter.transform(), font)
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = (shaped, shaped.size())
        return found
