"""Charts, drawn by hand: bars against the gates, and the areas as a radar. Words beside them say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.tagging import canvas_of


@contextmanager
def figure(flowable: Flowable, told: str) -> Iterator[None]:
    """What is drawn inside is one figure, with ``told`` for those who cannot see it."""
    canvas = canvas_of(flowable)
    x, y = canvas.absolutePosition(0, 0)
    with canvas.text("Figure", alt=told, box=(x, y, x + flowable.width, y + flowable.height)):
        yield


@dataclass(frozen=True)
class Bar:
    """One bar of `GateChart`: points reached of a maximum, and a need in points per predikat."""

    label: str
    have: Fraction
    most: Fraction
    needs: tuple[tuple[str, Fraction], ...]
    figure: str
    verdict: str
    color: Color


class GateChart(Flowable):
    """Bars of what was reached, with a mark where each predikat begins; words at the right say the same."""

    _STEP, _THICK = 19.0, 7.0
    _LABEL, _VERDICT, _FIGURE = 62 * g.MM, 28 * g.MM, 26 * g.MM

    def __init__(self, bars: Sequence[Bar], predikat: Sequence[str], told: str) -> None:
        """``told``: the chart in words, for those who cannot see it."""
        super().__init__()
        self._bars, self._predikat, self._told = bars, tuple(predikat), told

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self._STEP * len(self._bars) + 20
        return self.width, self.height

    def draw(self) -> None:
        with figure(self, self._told):
            self._draw_chart()

    def _draw_chart(self) -> None:
        y = self.height - 12
        room = self.width - self._LABEL - self._VERDICT - self._FIGURE
        for bar in self._bars:
            self._draw_bar(bar, y - self._THICK, room)
            y -= self._STEP
        self._draw_legend(y)

    def _draw_bar(self, bar: Bar, y: float, room: float) -> None:
        canvas, x = canvas_of(self), self._LABEL
        canvas.setFillColor(s.TEXT)
        canvas.setFont(s.REGULAR, s.fitted_size(bar.label, s.REGULAR, 8.5, self._LABEL - 8))
        canvas.drawString(0, y + 0.5, bar.label)
        canvas.setFont(s.REGULAR, 8.5)
        canvas.setFillColor(s.LINE)
        canvas.rect(x, y, room, self._THICK, stroke=0, fill=1)
        canvas.setFillColor(s.ACCENT)
        canvas.rect(x, y, room * float(min(Fraction(1), bar.have / bar.most)), self._THICK, stroke=0, fill=1)
        for predikat, need in bar.needs:
            self._draw_mark(
                self._predikat.index(predikat), x + room * float(need / bar.most), y + self._THICK
            )
        canvas.setFillColor(s.TEXT)
        canvas.drawRightString(x + room + self._FIGURE, y + 0.5, bar.figure)
        canvas.setFillColor(bar.color)
        canvas.drawRightString(self.width, y + 0.5, bar.verdict)

    def _draw_mark(self, which: int, x: float, y: float) -> None:
        """A hollow triangle on the bar for the first predikat, a full one for the next."""
        canvas = canvas_of(self)
        path = canvas.beginPath()
        path.moveTo(x, y + 0.6)
        path.lineTo(x - 2.6, y + 5)
        path.lineTo(x + 2.6, y + 5)
        path.close()
        canvas.setStrokeColor(s.TEXT)
        canvas.setFillColor(s.TEXT if which else s.TINT)
        canvas.setLineWidth(0.7)
        canvas.drawPath(path, stroke=1, fill=1)

    def _draw_legend(self, y: float) -> None:
        canvas, x = canvas_of(self), self._LABEL
        canvas.setFont(s.REGULAR, 7.5)
        for which, predikat in enumerate(self._predikat):
            self._draw_mark(which, x + 3, y - 5)
            canvas.setFillColor(s.QUIET)
            text = f"batas {predikat}"
            canvas.drawString(x + 9, y - 4.5, text)
            x += 9 + s.text_width(text, s.REGULAR, 7.5) + 14
