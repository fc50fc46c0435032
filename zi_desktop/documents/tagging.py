"""The tag tree of a document (ISO 32000-1, 14.7 and 14.8), kept while its pages are drawn: ReportLab knows no
tags. All that is painted belongs to an element or is an artifact, which a screen reader passes over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table
from reportlab.platypus import Paragraph as PlainParagraph
from reportlab.platypus.tables import TableRenderCB

from zi_desktop.documents import geometry as g

_HOLDS_TEXT = frozenset({"TH", "TD"})


@dataclass(eq=False)
class Element:
    """One node. ``kids``: elements, and (page from 0, marked content id) pairs. ``attributes`` by owner."""

    tag: str
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    scope: str = ""
    spans: tuple[int, int] = (1, 1)
    """Columns and rows that a cell covers."""


class TaggingCanvas(Canvas):
    """A canvas whose content is marked. ``marked``: for each page the element of every content id."""

    _code: list[str]  # ReportLab's own, without annotation

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tree = Element("Document")
        self.marked: list[list[Element]] = []
        self.annex: Element | None = None
        self._open = [self.tree]
        self._in_artifact = 0

    def element(self, tag: str, **more: Any) -> Element:
        """A new element below the one that is open."""
        made = Element(tag, **more)
        self._open[-1].kids.append(made)
        return made

    @contextmanager
    def within(self, element: Element) -> Iterator[Element]:
        self._open.append(element)
        yield element
        self._open.pop()

    @contextmanager
    def content(self, element: Element, key: str = "") -> Iterator[None]:
        """What is painted inside is content of ``element``; inside an artifact it stays part of that."""
        if self._in_artifact:
            yield
            return
        page = self.getPageNumber() - 1
        self.marked.extend([] for _ in range(page + 1 - len(self.marked)))
        number = len(self.marked[page])
        self.marked[page].append(element)
        element.kids.append((page, number))
        name = f" /{g.MARK} ({key})" if key else ""
        self._code.append(f"/{element.tag} <</MCID {number}{name}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def text(self, tag: str, key: str = "", **more: Any) -> Iterator[None]:
        """`content` of a new element; of the open cell itself where a ``P`` stands in one."""
        if self._in_artifact:
            yield
            return
        is_cell = tag == "P" and self._open[-1].tag in _HOLDS_TEXT
        with self.content(self._open[-1] if is_cell else self.element(tag, **more), key):
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is painted inside is decoration, or repeats what was said before (``Pagination``)."""
        self.begin_artifact(kind)
        yield
        self.end_artifact()

    def begin_artifact(self, kind: str = "Layout") -> None:
        if not self._in_artifact:
            self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        self._in_artifact += 1

    def end_artifact(self) -> None:
        self._in_artifact -= 1
        if not self._in_artifact:
            self._code.append("EMC")

    @contextmanager
    def annex_row(self) -> Iterator[None]:
        """A new row of the annex's table; see `annex_head`."""
        table = self.annex
        assert table is not None, "the page template makes it"
        if table not in self.tree.kids:
            self.tree.kids.append(table)
        with self.within(table), self.within(self.element("TR")):
            yield


def canvas_of(flowable: Flowable) -> TaggingCanvas:
    """What a flowable of this room is being drawn on."""
    return cast(TaggingCanvas, flowable.canv)


class Paragraph(PlainParagraph):
    """A paragraph that is one element, also where it runs over pages; in a cell, that cell's text."""

    def __init__(
        self, text: str | None, style: ParagraphStyle, *args: Any, tag: str = "P", key: str = "", **more: Any
    ) -> None:
        super().__init__(text, style, *args, **more)  # type: ignore[arg-type]
        self.tag, self.key = tag, key
        self._drawn: list[Element] = []

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        for part in parts:
            if part is not self:
                part.tag, part.key, part._drawn = self.tag, self.key, self._drawn
        return parts

    def draw(self) -> None:
        if not self._drawn:
            self._drawn.append(self.place(canvas_of(self)))
        with canvas_of(self).content(self._drawn[0], self.key):
            super().draw()

    def place(self, canvas: TaggingCanvas) -> Element:
        """The element this text belongs to, made where the tree is now."""
        here = canvas._open[-1]
        return here if self.tag == "P" and here.tag in _HOLDS_TEXT else canvas.element(self.tag)


class AnnexText(Paragraph):
    """A text below a question: a row of the annex's table with one cell."""

    def place(self, canvas: TaggingCanvas) -> Element:
        with canvas.annex_row():
            return canvas.element("TD", spans=(6, 1))


class Key(str):
    """A figure in a table's cell, with the name that `reading` finds it under."""

    key: str

    def __new__(cls, text: str, key: str) -> Key:
        made = super().__new__(cls, text)
        made.key = key
        return made


class TaggedTable(Table):
    """A table whose rows and cells are elements, one table also where it runs over pages."""

    def __init__(self, data: Sequence[Any], *args: Any, row_heads: bool = False, **more: Any) -> None:
        more.setdefault("renderCB", TableTags(more.get("repeatRows", 0), row_heads))
        super().__init__(data, *args, **more)

    def onSplit(self, T: Any, byRow: int = 1) -> None:  # noqa: ARG002
        T._renderCB = self._renderCB  # type: ignore[attr-defined]


class TableTags(TableRenderCB):
    """What one `TaggedTable` and its parts on later pages tell the canvas."""

    def __init__(self, heads: int, row_heads: bool) -> None:
        self._heads, self._row_heads = heads, row_heads
        self._table: Element | None = None
        self._again = False
        self._open: list[Any] = []

    def _enter(self, manager: Any) -> None:
        manager.__enter__()
        self._open.append(manager)

    def _leave(self) -> None:
        self._open.pop().__exit__(None, None, None)

    def startTable(self, T: Any) -> None:
        self._again = self._table is not None
        self._table = self._table or T.canv.element("Table")
        self._enter(T.canv.within(self._table))

    def startBG(self, T: Any) -> None:
        self._enter(T.canv.artifact())

    def endBG(self, T: Any) -> None:  # noqa: ARG002
        self._leave()

    def startRow(self, T: Any, rowNo: int) -> None:
        repeated = self._again and rowNo < self._heads
        canvas = T.canv
        self._enter(canvas.artifact("Pagination") if repeated else canvas.within(canvas.element("TR")))

    def startCell(self, T: Any, rowNo: int, colNo: int, cellval: Any, *_: Any) -> None:
        canvas = T.canv
        if self._again and rowNo < self._heads:
            self._enter(canvas.artifact("Pagination"))
            return
        scope = "Column" if rowNo < self._heads else "Row" if self._row_heads and colNo == 0 else ""
        c1, r1, c2, r2 = getattr(T, "_spanRanges", {}).get((colNo, rowNo)) or (0, 0, 0, 0)
        spans = (c2 - c1 + 1, r2 - r1 + 1)
        cell = canvas.element("TH" if scope else "TD", scope=scope, spans=spans)
        flows = isinstance(cellval, (Flowable, list, tuple))
        self._enter(canvas.within(cell) if flows else canvas.content(cell, getattr(cellval, "key", "")))

    def endCell(self, T: Any) -> None:  # noqa: ARG002
        self._leave()

    def endRow(self, T: Any) -> None:  # noqa: ARG002
        self._leave()

    def startLines(self, T: Any) -> None:
        self._enter(T.canv.artifact())

    def endLines(self, T: Any) -> None:  # noqa: ARG002
        self._leave()

    def endTable(self, T: Any) -> None:  # noqa: ARG002
        self._leave()
