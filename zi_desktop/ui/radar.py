"""The areas as a radar: this year, last year, and what each predikat asks; told apart without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.language import percent
from zi_desktop.ui.theme import color, px

_RINGS = (0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Series:
    """``shares``: 0…1 on each axis, None where nothing is known or asked. ``mark``: what its points are."""

    name: str
    shares: tuple[Fraction | None, ...]
    ink: str
    pen: Qt.PenStyle
    mark: str = ""


class Radar(QWidget):
    """Repainted only when a figure changes; said in words as its accessible description."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(180)
        self._axes: tuple[str, ...] = ()
        self.series: tuple[Series, ...] = ()

    def show_series(self, axes: Sequence[str], series: Sequence[Series]) -> None:
        """``axes``: names of the areas, clockwise from the top; the first series is drawn last, on top."""
        if (tuple(axes), tuple(series)) == (self._axes, self.series):
            return
        self._axes, self.series = tuple(axes), tuple(series)
        said = self.words()
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def words(self) -> str:
        lines = []
        for i, axis in enumerate(self._axes):
            known = [(s.name, share) for s in self.series if (share := s.shares[i]) is not None]
            lines.append(f"{axis}: " + ", ".join(f"{name} {percent(share)}" for name, share in known))
        return "\n".join(lines)

    def sizeHint(self) -> QSize:
        return QSize(280, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len(self._axes) < 3:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(px(12))
        painter.setFont(font)
        legend = px(18) * ((len(self.series) + 1) // 2)
        room = QRectF(0, 0, self.width(), self.height() - legend)
        radius = min(room.width() / 2 - px(40), room.height() / 2 - px(20))
        self._paint_web(painter, room.center(), radius)
        for series in reversed(self.series):
            self._paint_series(painter, series, room.center(), radius)
        for i, series in enumerate(self.series):
            width = self.width() / 2
            self._paint_key(
                painter, series, QRectF(i % 2 * width, room.bottom() + i // 2 * px(18), width, px(18))
            )
        painter.end()

    def _point(self, center: QPointF, radius: float, axis: int, share: float) -> QPointF:
        angle = 2 * pi * axis / len(self._axes) - pi / 2
        return center + QPointF(cos(angle), sin(angle)) * (radius * share)

    def _paint_web(self, painter: QPainter, center: QPointF, radius: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("line"), 1))
        axes = range(len(self._axes))
        for ring in _RINGS:
            painter.drawPolygon(QPolygonF([self._point(center, radius, a, ring) for a in axes]))
        first = self.series[0].shares if self.series else ()
        for axis in axes:
            painter.setPen(QPen(color("line"), 1))
            painter.drawLine(center, self._point(center, radius, axis, 1))
            at = self._point(center, radius + px(14), axis, 1)
            share = first[axis] if first else None
            text = (
                str(axis + 1)
                if share is None
                else f"{axis + 1} · {percent(Fraction(round(share * 100), 100))}"
            )
            width = painter.fontMetrics().horizontalAdvance(text) + 2
            left = at.x() - width / 2
            left = min(max(0.0, left), self.width() - width)
            painter.setPen(color("text"))
            painter.drawText(QRectF(left, at.y() - px(9), width, px(18)), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_series(self, painter: QPainter, series: Series, center: QPointF, radius: float) -> None:
        points = [
            self._point(center, radius, axis, float(share))
            for axis, share in enumerate(series.shares)
            if share is not None
        ]
        if not points:
            return
        painter.setPen(QPen(color(series.ink), 2 if series.mark == "dot" else 1.5, series.pen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF(points))
        for point in points:
            self._paint_mark(painter, series, point)

    def _paint_mark(self, painter: QPainter, series: Series, at: QPointF) -> None:
        painter.setPen(QPen(color(series.ink), 1.5))
        if series.mark == "dot":
            painter.setBrush(color(series.ink))
            painter.drawEllipse(at, 3, 3)
        elif series.mark == "square":
            painter.setBrush(color("surface"))
            painter.drawRect(QRectF(at.x() - 3, at.y() - 3, 6, 6))

    def _paint_key(self, painter: QPainter, series: Series, where: QRectF) -> None:
        middle = QPointF(where.left() + px(13), where.center().y())
        reach = QPointF(px(12), 0)
        painter.setPen(QPen(color(series.ink), 2 if series.mark == "dot" else 1.5, series.pen))
        painter.drawLine(middle - reach, middle + reach)
        self._paint_mark(painter, series, middle)
        painter.setPen(color("text"))
        text = where.adjusted(px(30), 0, 0, 0)
        name = painter.fontMetrics().elidedText(series.name, Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
