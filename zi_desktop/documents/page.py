"""The sheet itself: cover, running head and foot, the annex's column heads, and "Halaman 3 dari 12"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.tagging import Element, TaggingCanvas

COVER, PLAIN, ANNEX_FIRST, ANNEX = "sampul", "isi", "lampiran-awal", "lampiran"
ANNEX_TITLE = "Lampiran: Lembar Kerja Evaluasi"


@dataclass(frozen=True)
class Running:
    """What every page repeats; texts are already fit to print."""

    left: str
    right: str
    document_id: str


class CountingCanvas(TaggingCanvas):
    """Holds finished pages back until their number is known, then numbers and writes them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._held.append(dict(self.__dict__))
        # Bookmarks made on the next page shall point to it, not to the first.
        self._doc.pageCounter += 1  # type: ignore[attr-defined]
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        pages = self._held
        self._doc.pageCounter -= len(pages)  # type: ignore[attr-defined]
        for state in pages:
            self.__dict__.update(state)
            with self.artifact("Pagination"):
                self.setFont(s.REGULAR, 7.5)
                self.setFillColor(s.QUIET)
                self.drawRightString(g.RIGHT, g.FOOTER_Y, f"Halaman {self.getPageNumber()} dari {len(pages)}")
            super().showPage()
        super().save()


def draw_running(canvas: TaggingCanvas, running: Running, *, head: bool = True, title: str = "") -> None:
    """Head and foot of a page; ``title`` opens a part in the place of the running head."""
    with canvas.artifact("Pagination"):
        _draw_edges(canvas, running, head and not title)
        if title:
            canvas.drawRightString(g.RIGHT, g.HEADER_Y, running.right)
    if title:
        with canvas.text("H1"):
            canvas.setFillColor(s.TEXT)
            canvas.setFont(s.BOLD, 14)
            canvas.drawString(g.LEFT, g.HEADER_Y - 1, title)


def _draw_edges(canvas: TaggingCanvas, running: Running, head: bool) -> None:
    canvas.setFillColor(s.QUIET)
    canvas.setStrokeColor(s.LINE)
    canvas.setLineWidth(0.6)
    canvas.setFont(s.REGULAR, 7.5)
    canvas.line(g.LEFT, g.FOOTER_Y + 10, g.RIGHT, g.FOOTER_Y + 10)
    canvas.drawString(g.LEFT, g.FOOTER_Y, f"Dokumen {running.document_id}")
    if head:
        room = g.WIDTH - s.text_width(running.right, s.REGULAR, 7.5) - 12
        canvas.drawString(g.LEFT, g.HEADER_Y, s.shortened(running.left, s.REGULAR, 7.5, room))
        canvas.drawRightString(g.RIGHT, g.HEADER_Y, running.right)
        canvas.line(g.LEFT, g.HEADER_Y - 5, g.RIGHT, g.HEADER_Y - 5)


def draw_annex_band(canvas: TaggingCanvas) -> None:
    """The annex's column heads, repeated on each of its pages; they also tell the reader that it is one."""
    first = canvas.annex is None
    canvas.annex = canvas.annex or Element("Table")
    heads = (
        (g.LEFT, canvas.drawString, g.CODE_HEAD),
        (g.TEXT_X, canvas.drawString, "Soal dan uraian"),
        (g.ANSWER_RIGHT, canvas.drawRightString, "Jawaban"),
        (g.VALUE_RIGHT, canvas.drawRightString, "Nilai"),
        (g.POINTS_RIGHT, canvas.drawRightString, "Poin"),
        (g.MOST_RIGHT, canvas.drawRightString, "Maks."),
    )
    canvas.setFillColor(s.QUIET)
    canvas.setFont(s.BOLD, 7.5)
    with canvas.annex_row() if first else canvas.artifact("Pagination"):
        for x, draw, head in heads:
            with canvas.text("TH", scope="Column"):
                draw(x, g.BAND_Y, head)
    with canvas.artifact():
        canvas.setStrokeColor(s.STRONG_LINE)
        canvas.setLineWidth(0.6)
        canvas.line(g.LEFT, g.BAND_Y - 4, g.RIGHT, g.BAND_Y - 4)


def _frame(top: float = g.FRAME_TOP, bottom: float = g.FRAME_BOTTOM) -> Frame:
    return Frame(
        g.LEFT, bottom, g.WIDTH, top - bottom, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )


def new_document(
    buffer: BytesIO,
    running: Running,
    draw_cover: Callable[[TaggingCanvas], None],
    *,
    title: str,
    made_on: dt.date,
) -> BaseDocTemplate:
    """An A4 document in four page kinds (`COVER`, `PLAIN`, `ANNEX_FIRST`, `ANNEX`); nothing in it depends on
    the clock or the machine."""

    def on_cover(canvas: Any, _doc: BaseDocTemplate) -> None:
        day = made_on.timetuple()[:3]
        canvas.setDateFormatter(lambda *_: "D:{:04d}{:02d}{:02d}000000+00'00'".format(*day))
        draw_running(canvas, running, head=False)

    def on_cover_end(canvas: Any, _doc: BaseDocTemplate) -> None:
        draw_cover(canvas)

    def on_plain(canvas: Any, _doc: BaseDocTemplate) -> None:
        draw_running(canvas, running)

    def on_first_annex(canvas: Any, _doc: BaseDocTemplate) -> None:
        draw_running(canvas, running, title=ANNEX_TITLE)
        canvas.bookmarkHorizontal("lampiran", 0, g.PAGE_HEIGHT)
        canvas.addOutlineEntry(ANNEX_TITLE, "lampiran", 0)
        draw_annex_band(canvas)

    def on_annex(canvas: Any, _doc: BaseDocTemplate) -> None:
        draw_running(canvas, running)
        draw_annex_band(canvas)

    document = empty_document(buffer, title, "Lembar Kerja Evaluasi Zona Integritas")
    document.addPageTemplates(
        [
            PageTemplate(
                COVER,
                [_frame(g.PAGE_HEIGHT - 30 * g.MM, g.COVER_RESULT_TOP + 6 * g.MM)],
                on_cover,
                on_cover_end,
            ),
            PageTemplate(PLAIN, [_frame()], on_plain),
            PageTemplate(ANNEX_FIRST, [_frame()], on_first_annex, autoNextPageTemplate=ANNEX),
            PageTemplate(ANNEX, [_frame()], on_annex),
        ]
    )
    return document


def empty_document(buffer: BytesIO, title: str, subject: str) -> BaseDocTemplate:
    """A4, in Indonesian, the same bytes for the same contents; its page templates are the caller's."""
    return BaseDocTemplate(
        buffer,
        pagesize=(g.PAGE_WIDTH, g.PAGE_HEIGHT),
        title=title,
        author="Tim Penilai",
        subject=subject,
        creator="ZI Desktop",
        producer="ZI Desktop",
        lang="id-ID",
        initialFontName=s.REGULAR,
        invariant=1,
        pageCompression=1,
    )


def build(document: BaseDocTemplate, story: list[Flowable]) -> TaggingCanvas:
    """Draws the pages; the canvas knows the tag tree afterwards."""
    made: list[CountingCanvas] = []

    def make(*args: Any, **kwargs: Any) -> CountingCanvas:
        made.append(CountingCanvas(*args, **kwargs))
        return made[-1]

    document.build(story, canvasmaker=make)
    return made[-1]
