"""The sheet itself: cover, running head and foot, the annex's column heads, and "Halaman 3 dari 12"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s

COVER, PLAIN, ANNEX_FIRST, ANNEX = "sampul", "isi", "lampiran-awal", "lampiran"
ANNEX_TITLE = "Lampiran: Lembar Kerja Evaluasi"


@dataclass(frozen=True)
class Running:
    """What every page repeats; texts are already fit to print."""

    left: str
    right: str
    document_id: str


class CountingCanvas(Canvas):
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
            self.setFont(s.REGULAR, 7.5)
            self.setFillColor(s.QUIET)
            self.drawRightString(g.RIGHT, g.FOOTER_Y, f"Halaman {self.getPageNumber()} dari {len(pages)}")
            super().showPage()
        super().save()


def draw_running(canvas: Canvas, running: Running, *, head: bool = True, title: str = "") -> None:
    """Head and foot of a page; ``title`` opens a part in the place of the running head."""
    canvas.setFillColor(s.QUIET)
    canvas.setStrokeColor(s.LINE)
    canvas.setLineWidth(0.6)
    canvas.setFont(s.REGULAR, 7.5)
    canvas.line(g.LEFT, g.FOOTER_Y + 10, g.RIGHT, g.FOOTER_Y + 10)
    canvas.drawString(g.LEFT, g.FOOTER_Y, f"Dokumen {running.document_id}")
    if title:
        canvas.drawRightString(g.RIGHT, g.HEADER_Y, running.right)
        canvas.setFillColor(s.TEXT)
        canvas.setFont(s.BOLD, 14)
        canvas.drawString(g.LEFT, g.HEADER_Y - 1, title)
    elif head:
        room = g.WIDTH - s.text_width(running.right, s.REGULAR, 7.5) - 12
        canvas.drawString(g.LEFT, g.HEADER_Y, s.shortened(running.left, s.REGULAR, 7.5, room))
        canvas.drawRightString(g.RIGHT, g.HEADER_Y, running.right)
        canvas.line(g.LEFT, g.HEADER_Y - 5, g.RIGHT, g.HEADER_Y - 5)


def draw_annex_band(canvas: Canvas) -> None:
    """The annex's column heads, repeated on each of its pages; they also tell the reader that it is one."""
    canvas.setFillColor(s.QUIET)
    canvas.setFont(s.BOLD, 7.5)
    canvas.drawString(g.LEFT, g.BAND_Y, g.CODE_HEAD)
    canvas.drawString(g.TEXT_X, g.BAND_Y, "Soal dan uraian")
    for x, head in (
        (g.ANSWER_RIGHT, "Jawaban"),
        (g.VALUE_RIGHT, "Nilai"),
        (g.POINTS_RIGHT, "Poin"),
        (g.MOST_RIGHT, "Maks."),
    ):
        canvas.drawRightString(x, g.BAND_Y, head)
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
    draw_cover: Callable[[Canvas], None],
    *,
    title: str,
    made_on: dt.date,
) -> BaseDocTemplate:
    """An A4 document in four page kinds (`COVER`, `PLAIN`, `ANNEX_FIRST`, `ANNEX`); nothing in it depends on
    the clock or the machine."""

    def on_cover(canvas: Canvas, _doc: BaseDocTemplate) -> None:
        day = made_on.timetuple()[:3]
        canvas.setDateFormatter(lambda *_: "D:{:04d}{:02d}{:02d}000000+00'00'".format(*day))
        draw_running(canvas, running, head=False)
        draw_cover(canvas)

    def on_plain(canvas: Canvas, _doc: BaseDocTemplate) -> None:
        draw_running(canvas, running)

    def on_first_annex(canvas: Canvas, _doc: BaseDocTemplate) -> None:
        draw_running(canvas, running, title=ANNEX_TITLE)
        canvas.bookmarkHorizontal("lampiran", 0, g.PAGE_HEIGHT)
        canvas.addOutlineEntry(ANNEX_TITLE, "lampiran", 0)
        draw_annex_band(canvas)

    def on_annex(canvas: Canvas, _doc: BaseDocTemplate) -> None:
        draw_running(canvas, running)
        draw_annex_band(canvas)

    document = BaseDocTemplate(
        buffer,
        pagesize=(g.PAGE_WIDTH, g.PAGE_HEIGHT),
        title=title,
        author="Tim Penilai",
        subject="Lembar Kerja Evaluasi Zona Integritas",
        creator="ZI Desktop",
        producer="ZI Desktop",
        lang="id-ID",
        initialFontName=s.REGULAR,
        invariant=1,
        pageCompression=1,
    )
    document.addPageTemplates(
        [
            PageTemplate(COVER, [_frame(g.PAGE_HEIGHT - 30 * g.MM, g.COVER_RESULT_TOP + 6 * g.MM)], on_cover),
            PageTemplate(PLAIN, [_frame()], on_plain),
            PageTemplate(ANNEX_FIRST, [_frame()], on_first_annex, autoNextPageTemplate=ANNEX),
            PageTemplate(ANNEX, [_frame()], on_annex),
        ]
    )
    return document
