"""The areas as a radar: how much of each was reached, and where each predikat begins."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.charts import figure
from zi_desktop.documents.format import percent
from zi_desktop.documents.tagging import TaggingCanvas, canvas_of


@dataclass(frozen=True)
class Axis:
    """One area: the share of its weight that was reached, and the share each predikat needs."""

    label: str
    have: Fraction
    needs: Mapping[str, Fraction]


class Radar(Flowable):
    """``told``: the chart in words, for those who cannot see it. Predikat differ by their dashes."""

    _RADIUS = 33 * g.MM
    _EDGE = 24.0
    _LABEL_WIDTH = 46 * g.MM
    _MOST_LINES = 2
    _DASHES = ((4.0, 2.0), (1.2, 1.6))

    def __init__(self, axes: Sequence[Axis], predikat: Sequence[str], told: str) -> None:
        super().__init__()
        self._axes, self._told = axes, told
        self._predikat = [p for p in predikat if all(p in axis.needs for axis in axes)]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, 2 * (self._RADIUS + self._EDGE) + 16
        return self.width, self.height

    def draw(self) -> None:
        canvas = canvas_of(self)
        with figure(self, self._told):
            for share in (0.25, 0.5, 0.75, 1.0):
                self._polygon(canvas, [share] * len(self._axes), s.LINE, 0.5)
            canvas.setStrokeColor(s.LINE)
            for index in range(len(self._axes)):
                canvas.line(*self._at(index, 0), *self._at(index, 1))
            self._polygon(canvas, (axis.have for axis in self._axes), s.ACCENT, 1.6)
            for index, predikat in enumerate(self._predikat):
                canvas.setDash(*self._DASHES[index % 2])
                self._polygon(canvas, (axis.needs[predikat] for axis in self._axes), s.TEXT, 0.9)
                canvas.setDash()
            for index, axis in enumerate(self._axes):
                canvas.setFillColor(s.ACCENT)
                canvas.circle(*self._at(index, axis.have), 2, stroke=0, fill=1)
                self._draw_label(canvas, index, axis)
            self._draw_legend(canvas)

    def _at(self, index: int, share: Fraction | float) -> tuple[float, float]:
        angle = math.pi / 2 - 2 * math.pi * index / len(self._axes)
        reach = self._RADIUS * min(1.0, float(share))
        middle = 16 + self._EDGE + self._RADIUS
        return self.width / 2 + reach * math.cos(angle), middle + reach * math.sin(angle)

    def _polygon(
        self, canvas: TaggingCanvas, shares: Iterable[Fraction | float], color: Color, thick: float
    ) -> None:
        corners = [self._at(index, share) for index, share in enumerate(shares)]
        path = canvas.beginPath()
        path.moveTo(*corners[0])
        for corner in corners[1:]:
            path.lineTo(*corner)
        path.close()
        canvas.setStrokeColor(color)
        canvas.setLineWidth(thick)
        canvas.drawPath(path, stroke=1, fill=0)

    def _draw_label(self, canvas: TaggingCanvas, index: int, axis: Axis) -> None:
        """The area's name and share, outside of its corner."""
        x, y = self._at(index, 1)
        aside = x - self.width / 2
        width = 2 * self._LABEL_WIDTH if abs(aside) <= 1 else self._LABEL_WIDTH
        names = simpleSplit(axis.label, s.REGULAR, 8, width)
        lines = [*((name, s.REGULAR) for name in names[: self._MOST_LINES]), (percent(axis.have), s.BOLD)]
        above = 10 * len(lines)
        y += above / 2 - 7 if abs(aside) > 1 else above - 6 if y > self.height / 2 else -11
        canvas.setFillColor(s.TEXT)
        for text, font in lines:
            shown = s.shortened(text, font, 8, width)
            canvas.setFont(font, 8)
            if abs(aside) <= 1:
                canvas.drawCentredString(x, y, shown)
            elif aside > 0:
                canvas.drawString(x + 6, y, shown)
            else:
                canvas.drawRightString(x - 6, y, shown)
            y -= 10

    def _draw_legend(self, canvas: TaggingCanvas) -> None:
        x = 0.0
        needs = [(f"batas {p}", self._DASHES[i % 2]) for i, p in enumerate(self._predikat)]
        entries: list[tuple[str, tuple[float, float] | None]] = [("capaian", None), *needs]
        for text, dash in entries:
            canvas.setStrokeColor(s.TEXT if dash else s.ACCENT)
            canvas.setLineWidth(0.9 if dash else 1.6)
            if dash:
                canvas.setDash(*dash)
            canvas.line(x, 5.5, x + 16, 5.5)
            canvas.setDash()
            canvas.setFont(s.REGULAR, 7.5)
            canvas.setFillColor(s.QUIET)
            canvas.drawString(x + 20, 3, text)
            x += 34 + s.text_width(text, s.REGULAR, 7.5)
