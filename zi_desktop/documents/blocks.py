"""Flowables of our own, drawn at fixed places: what is fixed can be read back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.tagging import Paragraph, canvas_of

_X_ANSWER, _X_VALUE = g.ANSWER_RIGHT - g.LEFT, g.VALUE_RIGHT - g.LEFT
_X_POINTS, _X_MOST = g.POINTS_RIGHT - g.LEFT, g.MOST_RIGHT - g.LEFT
_X_TEXT = g.TEXT_X - g.LEFT


_FIGURE_SIZE = 8.5
_ROOM_FOR_HEADING = 160.0


class Ink(NamedTuple):
    font: str
    size: float
    color: Color


_QUIET_LABEL = Ink(s.REGULAR, 7.5, s.QUIET)
_CODE_LABEL = Ink(s.BOLD, 8.5, s.TEXT)


class Row(Flowable):
    """One row of the annex: a code or label in the gutter, a text, and figures on the text's first base line.

    ``figures``: (right edge, text, font, colour). A row is never split over two pages.
    """

    def __init__(
        self,
        label: str,
        text: Paragraph,
        figures: Sequence[tuple[float, str, str, Color]],
        *,
        label_ink: Ink = _QUIET_LABEL,
        above: float = 0,
        rule: bool = False,
    ) -> None:
        super().__init__()
        self._label, self._ink = label, label_ink
        self._text = text
        self._figures = figures
        self._above = above
        self._rule = rule

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, self._text_height = self._text.wrap(g.TEXT_WIDTH, height)
        self.width, self.height = width, self._text_height + self._above
        return self.width, self.height

    def draw(self) -> None:
        canvas = canvas_of(self)
        at_top = canvas.absolutePosition(0, self.height)[1] > g.FRAME_TOP - 1
        if self._rule and not at_top:
            with canvas.artifact():
                canvas.setStrokeColor(s.LINE)
                canvas.setLineWidth(0.5)
                canvas.line(0, self.height - self._above / 2, g.WIDTH, self.height - self._above / 2)
        base = self._text_height - self._text.style.fontSize  # where a paragraph puts its first line
        label, ink = self._label, self._ink
        with canvas.annex_row():
            with canvas.text("TH", scope="Row"):
                canvas.setFillColor(ink.color)
                canvas.setFont(ink.font, s.fitted_size(label, ink.font, ink.size, g.GUTTER - 4))
                canvas.drawString(0, base, label)
            with canvas.within(canvas.element("TD")):
                self._text.drawOn(canvas, _X_TEXT, 0)
            for right, text, font, color in self._figures:
                self._draw_figure(right, base, text, font, color)
            if len(self._figures) == 1:
                canvas.element("TD", spans=(3, 1))

    def _draw_figure(self, right: float, base: float, text: str, font: str, color: Color) -> None:
        canvas = canvas_of(self)
        width = g.ANSWER_WIDTH if right == _X_ANSWER else g.FIGURE_WIDTH
        with canvas.text("TD"):
            canvas.setFillColor(color)
            canvas.setFont(font, s.fitted_size(text, font, _FIGURE_SIZE, width))
            canvas.drawRightString(right, base, text)


def question_row(
    code: str, text: Paragraph, answer: str, value: str, points: str, most: str, *, answered: bool
) -> Row:
    """A question with its answer, value, points and the most it can bring."""
    color = s.TEXT if answered else s.NEAR
    return Row(
        code,
        text,
        (
            (_X_ANSWER, answer, s.BOLD if answered else s.REGULAR, color),
            (_X_VALUE, value, s.REGULAR, color),
            (_X_POINTS, points, s.REGULAR, color),
            (_X_MOST, most, s.REGULAR, s.QUIET),
        ),
        label_ink=_CODE_LABEL,
        above=9,
        rule=True,
    )


def count_row(label: str, text: Paragraph, value: str, *, filled: bool) -> Row:
    """One number (or the decision) behind a ratio."""
    return Row(label, text, ((_X_ANSWER, value, s.REGULAR, s.TEXT if filled else s.NEAR),), above=1.5)


class Heading(Paragraph):
    """The head of a numbered part, also an entry of the outline."""

    def __init__(self, title: str) -> None:
        super().__init__(title, s.H1, tag="H1")
        self._title = title

    def draw(self) -> None:
        super().draw()
        canvas_of(self).bookmarkHorizontal(self._title, 0, self.height + 4)
        canvas_of(self).addOutlineEntry(self._title, self._title, 0)


class Kept(KeepTogether):
    """Flowables that stand on one page."""

    def __init__(self, flowables: Sequence[Flowable]) -> None:
        super().__init__(list(flowables))
        self.flowables = flowables


def opening(title: str, parts: Sequence[Flowable]) -> list[Flowable]:
    """``parts`` below a `Heading` that does not stand alone at the foot of a page."""
    if isinstance(parts[0], Kept):
        return [Kept([Heading(title), *parts[0].flowables]), *parts[1:]]
    return [CondPageBreak(_ROOM_FOR_HEADING), Heading(title), *parts]


class SectionHead(Flowable):
    """The head of a komponen, aspek, area or sub-area in the annex, with its points. ``level`` 0…3."""

    _SIZES = (13, 11.5, 10, 9)
    _ABOVE = (12, 10, 12, 9)

    def __init__(
        self, code: str, text: str, points: str, most: str, level: int, mark: Callable[..., None]
    ) -> None:
        super().__init__()
        self._code, self._points, self._most = code, points, most
        self._size, self._above = self._SIZES[level], self._ABOVE[level]
        head = ParagraphStyle(f"bagian-{level}", s.CELL_BOLD, fontSize=self._size, leading=self._size * 1.3)
        self._text = Paragraph(text, head)
        self._mark = mark
        self._level = level

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, self._text_height = self._text.wrap(_X_POINTS - g.FIGURE_WIDTH - _X_TEXT - 6, height)
        self.width, self.height = width, self._text_height + self._above
        return self.width, self.height

    def draw(self) -> None:
        canvas = canvas_of(self)
        self._mark(canvas, self.height)
        base = self._text_height - self._size
        with canvas.annex_row():
            with canvas.text("TH", scope="Row"):
                canvas.setFillColor(s.TEXT if self._level > 1 else s.ACCENT)
                canvas.setFont(s.BOLD, self._size)
                canvas.drawString(0, base, self._code)
            with canvas.within(canvas.element("TD", spans=(3, 1))):
                self._text.drawOn(canvas, _X_TEXT, 0)
            with canvas.text("TD"):
                canvas.setFont(s.BOLD, 8.5)
                canvas.setFillColor(s.TEXT)
                canvas.drawRightString(_X_POINTS, base, self._points)
            with canvas.text("TD"):
                canvas.setFont(s.REGULAR, 8.5)
                canvas.setFillColor(s.QUIET)
                canvas.drawRightString(_X_MOST, base, self._most)


class SignatureSlot(Flowable):
    """Role above, an empty place for the stamp, name and NIP below; tells ``placed`` where the place is."""

    STAMP_HEIGHT = 30 * g.MM

    def __init__(
        self,
        lines: tuple[str, str, str],
        width: float,
        placed: Callable[[int, float, float, float, float], None],
    ) -> None:
        super().__init__()
        self._role, self._name, self._nip = (
            Paragraph(lines[0], s.CELL_BOLD),
            Paragraph(lines[1], s.CELL_BOLD),
            Paragraph(lines[2], s.CELL_QUIET),
        )
        self._placed = placed
        self.width = width

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        self._heights = [p.wrap(self.width, height)[1] for p in (self._role, self._name, self._nip)]
        self.height = sum(self._heights) + self.STAMP_HEIGHT + 14
        return self.width, self.height

    def draw(self) -> None:
        canvas = canvas_of(self)
        role, name, nip = self._heights
        self._role.drawOn(canvas, 0, self.height - role)
        bottom = nip + name + 8
        with canvas.artifact():
            canvas.setStrokeColor(s.STRONG_LINE)
            canvas.setLineWidth(0.5)
            canvas.setDash(1.5, 2)
            canvas.rect(0, bottom, self.width, self.STAMP_HEIGHT)
            canvas.setDash()
        self._name.drawOn(canvas, 0, nip + 4)
        self._nip.drawOn(canvas, 0, 2)
        x, y = canvas.absolutePosition(0, bottom)
        self._placed(canvas.getPageNumber() - 1, x, y, x + self.width, y + self.STAMP_HEIGHT)
