"""The document put together."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak

from zi_desktop.documents import page, style, summary, tables
from zi_desktop.documents.annex import annex, strays
from zi_desktop.documents.approval import approval
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.model import PdfDocument, SignatureBox, SignerBox
from zi_desktop.documents.printable import Printable
from zi_desktop.domain.report import Report

_ROOM_FOR_HEAD = 140.0


class _Chapter(Flowable):
    """Takes no room; puts the place where it stands into the outline."""

    width = height = 0

    def __init__(self, title: str, key: str) -> None:
        super().__init__()
        self._title, self._key = title, key

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.bookmarkHorizontal(self._key, 0, 20)
        self.canv.addOutlineEntry(self._title, self._key, 0)


def build_pdf(report: Report, signers: tuple[SignerBox, ...], made_on: dt.date) -> PdfDocument:
    """See `zi_desktop.documents.write_pdf`."""
    draft = Draft(report, made_on, Printable(style.register_fonts()))
    boxes: list[SignatureBox] = []
    # The issues come before the annex on paper, but only the finished annex knows what could not be printed.
    back: list[Flowable] = [
        NextPageTemplate(page.ANNEX_FIRST),
        PageBreak(),
        _Chapter(page.ANNEX_TITLE, "lampiran"),
        *annex(draft),
        NextPageTemplate(page.PLAIN),
        PageBreak(),
        _Chapter("Lembar pengesahan", "pengesahan"),
        *approval(draft, signers, boxes),
    ]
    front: list[Flowable] = [
        *summary.cover(draft),
        NextPageTemplate(page.PLAIN),
        PageBreak(),
        *_chapter("Hasil evaluasi", summary.results(draft)),
        *_chapter("Tim penilai", summary.team(draft)),
        *_chapter("Rekapitulasi nilai", tables.recap(draft)),
        *_chapter("Syarat predikat", tables.gates(draft)),
    ]
    running = _running(draft)
    unprintable = draft.printable.issues()
    found = (*report.issues, *strays(draft), *unprintable)
    front += _chapter("Catatan mutu data", tables.issues(draft, found))
    buffer = BytesIO()
    document = page.new_document(
        buffer,
        running,
        lambda canvas: summary.draw_cover_result(canvas, draft),
        title=f"{summary.TITLE} – {draft.text(report.evaluation.unit, 'judul')} {report.evaluation.year}",
        made_on=made_on,
    )
    document.build([*front, *back], canvasmaker=page.CountingCanvas)
    return PdfDocument(buffer.getvalue(), tuple(boxes), unprintable)


def _chapter(title: str, parts: list[Flowable]) -> list[Flowable]:
    """``parts`` begin with their head, which shall not stand alone at the foot of a page."""
    return [CondPageBreak(_ROOM_FOR_HEAD), _Chapter(title, title.lower().replace(" ", "-")), *parts]


def _running(draft: Draft) -> page.Running:
    evaluation = draft.report.evaluation
    unit = draft.text(evaluation.unit, "unit kerja")
    return page.Running(
        f"{summary.TITLE} · {unit}",
        f"{evaluation.year} · {evaluation.stage.label.id}",
        draft.document_id,
    )
