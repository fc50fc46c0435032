"""The document put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from zi_desktop.documents import page, style, summary, tables
from zi_desktop.documents.annex import annex, strays
from zi_desktop.documents.approval import approval
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.model import Attachment, PdfDocument, SignatureBox, SignerBox
from zi_desktop.documents.pdfa import finished
from zi_desktop.documents.printable import Printable
from zi_desktop.domain.report import Report


def build_pdf(
    report: Report, signers: Sequence[SignerBox], made_on: dt.date, attachments: Sequence[Attachment]
) -> PdfDocument:
    """See `zi_desktop.documents.write_pdf`."""
    draft = Draft(report, made_on, Printable(style.register_fonts()))
    boxes: list[SignatureBox] = []
    # The issues come before the annex on paper, but only the finished annex knows what could not be printed.
    back: list[Flowable] = [
        NextPageTemplate(page.ANNEX_FIRST),
        PageBreak(),
        *annex(draft),
        NextPageTemplate(page.PLAIN),
        PageBreak(),
        *approval(draft, signers, boxes),
    ]
    front: list[Flowable] = [
        *summary.cover(draft),
        NextPageTemplate(page.PLAIN),
        PageBreak(),
        *summary.results(draft),
        *summary.team(draft),
        *tables.recap(draft),
        *tables.gates(draft),
    ]
    running = _running(draft)
    unprintable = draft.printable.issues()
    found = (*report.issues, *strays(draft), *unprintable)
    front += tables.issues(draft, found)
    buffer = BytesIO()
    document = page.new_document(
        buffer,
        running,
        lambda canvas: summary.draw_cover_result(canvas, draft),
        title=f"{summary.TITLE} – {draft.text(report.evaluation.unit, 'judul')} {report.evaluation.year}",
        made_on=made_on,
    )
    canvas = page.build(document, [*front, *back])
    return PdfDocument(finished(buffer.getvalue(), canvas, attachments), tuple(boxes), unprintable)


def _running(draft: Draft) -> page.Running:
    evaluation = draft.report.evaluation
    unit = draft.text(evaluation.unit, "unit kerja")
    return page.Running(
        f"{summary.TITLE} · {unit}",
        f"{evaluation.year} · {evaluation.stage.label.id}",
        draft.document_id,
    )
