"""The public summary on one sheet: a tagged PDF/A like the report."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepInFrame, PageTemplate, Spacer

from zi_desktop.documents import geometry as g
from zi_desktop.documents import page
from zi_desktop.documents import style as s
from zi_desktop.documents.charts import Bar, GateChart
from zi_desktop.documents.model import PdfDocument
from zi_desktop.documents.pdfa import finished
from zi_desktop.documents.printable import Printable
from zi_desktop.documents.public_words import DISCLAIMER, TITLE, PublicBar, PublicWords
from zi_desktop.documents.radar import Axis, Radar
from zi_desktop.documents.tagging import Paragraph, canvas_of

_LEAST_AXES = 3
_LONG_NAME = 90


def build_public_pdf(words: PublicWords, made_on: dt.date) -> PdfDocument:
    """See `zi_desktop.documents.write_public_summary`."""
    printable = Printable(s.register_fonts())
    parts = _parts(words, printable)
    buffer = BytesIO()
    title = f"{TITLE} – {' '.join(printable.clean(words.unit, 'judul').split())} {words.facts[0][1]}"
    document = _document(buffer, words, title, made_on)
    canvas = page.build(document, [KeepInFrame(g.WIDTH, g.FRAME_HEIGHT - 2, parts, mode="shrink")])
    return PdfDocument(finished(buffer.getvalue(), canvas, ()), (), printable.issues())


def _parts(words: PublicWords, printable: Printable) -> list[Flowable]:
    def text(content: str, style: Any, tag: str = "P") -> Paragraph:
        return Paragraph(printable.markup(content, "ringkasan publik"), style, tag=tag)

    unit = s.COVER_UNIT if len(words.unit) <= _LONG_NAME else s.COVER_UNIT_LONG
    parts: list[Flowable] = [
        *(text(line, s.COVER_AGENCY) for line in (words.agency, words.office) if line),
        text(TITLE, s.H1, "H1"),
        text(words.unit, unit),
        text(" · ".join(value for _, value in words.facts), s.SMALL),
        Spacer(0, 8),
        _Result(words),
        *(text(f"{p.label}: {p.lacking} {p.also}", s.SMALL) for p in words.predikat if p.lacking or p.also),
        *(text(line, s.CELL_BOLD) for line in words.standing),
    ]
    if len(words.axes) >= _LEAST_AXES:
        axes = [Axis(axis.label, axis.have, dict(axis.needs)) for axis in words.axes]
        parts += [text("Capaian tiap area", s.H2, "H2"), _Radar(axes, words.rules, words.axes_told)]
    bars = [_bar(bar) for bar in words.bars]
    parts += [
        text("Nilai, batas, dan predikat yang syaratnya terpenuhi", s.H2, "H2"),
        _Bars(bars, words.rules, words.bars_told),
        text(f"{DISCLAIMER} Dibuat {words.made}.", s.SMALL),
    ]
    return parts


def _bar(bar: PublicBar) -> Bar:
    missed = any(not met for _, _, met in bar.needs)
    color = (s.NEAR if bar.verdict != "belum" else s.MISSED) if missed else s.MET
    needs = tuple((predikat, need) for predikat, need, _ in bar.needs)
    return Bar(bar.label, bar.have, bar.most, needs, bar.figure, bar.verdict, color)


class _Radar(Radar):
    _RADIUS = 27 * g.MM


class _Bars(GateChart):
    _STEP = 16.5


class _Result(Flowable):
    """The total at the left, what it means for each predikat at the right."""

    _STEP = 32.0
    _RIGHT = 62 * g.MM

    def __init__(self, words: PublicWords) -> None:
        super().__init__()
        self._words = words

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, max(64.0, self._STEP * len(self._words.predikat) + 8)
        return self.width, self.height

    def draw(self) -> None:
        canvas, words = canvas_of(self), self._words
        with canvas.artifact():
            canvas.setStrokeColor(s.ACCENT)
            canvas.setLineWidth(1.5)
            canvas.line(0, self.height, self.width, self.height)
        with canvas.text("P"):
            canvas.setFillColor(s.QUIET)
            canvas.setFont(s.REGULAR, 8.5)
            canvas.drawString(0, self.height - 14, "Nilai akhir")
            canvas.setFillColor(s.TEXT)
            canvas.setFont(s.BOLD, s.fitted_size(words.total, s.BOLD, 34, self._RIGHT - 40))
            canvas.drawString(0, self.height - 45, words.total)
            canvas.setFillColor(s.QUIET)
            canvas.setFont(s.REGULAR, 8.5)
            canvas.drawString(0, self.height - 58, "dari 100")
        y = self.height - 14
        for predikat in words.predikat:
            with canvas.text("P"):
                canvas.setFillColor(s.QUIET)
                canvas.setFont(s.REGULAR, 8.5)
                room = self.width - self._RIGHT
                canvas.drawString(self._RIGHT, y, s.shortened(predikat.label, s.REGULAR, 8.5, room))
                canvas.setFillColor(s.MET if predikat.met else s.MISSED)
                canvas.setFont(s.BOLD, 11)
                canvas.drawString(self._RIGHT, y - 14, predikat.verdict)
            y -= self._STEP


def _document(buffer: BytesIO, words: PublicWords, title: str, made_on: dt.date) -> BaseDocTemplate:
    def on_page(canvas: Any, _doc: BaseDocTemplate) -> None:
        day = made_on.timetuple()[:3]
        canvas.setDateFormatter(lambda *_: "D:{:04d}{:02d}{:02d}000000+00'00'".format(*day))
        with canvas.artifact("Pagination"):
            canvas.setStrokeColor(s.LINE)
            canvas.setLineWidth(0.6)
            canvas.line(g.LEFT, g.FOOTER_Y + 10, g.RIGHT, g.FOOTER_Y + 10)
            canvas.setFillColor(s.QUIET)
            canvas.setFont(s.REGULAR, 7.5)
            if words.document_id:
                canvas.drawString(g.LEFT, g.FOOTER_Y, f"Dokumen {words.document_id}")

    document = page.empty_document(buffer, title, "Ringkasan untuk umum")
    sheet = Frame(
        *(g.LEFT, g.FRAME_BOTTOM, g.WIDTH, g.FRAME_HEIGHT),
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates([PageTemplate("ringkasan", [sheet], on_page)])
    return document
