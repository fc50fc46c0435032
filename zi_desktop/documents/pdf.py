"""The document put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from zi_desktop.documents import body, page, recap_page, style, summary, tables
from zi_desktop.documents.annex import annex, strays
from zi_desktop.documents.approval import approval
from zi_desktop.documents.blocks import opening
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.letter import cover_letter
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
    # What could not be printed is told before the annex, but only the finished annex knows it.
    back = [NextPageTemplate(page.ANNEX_FIRST), PageBreak(), *annex(draft)]
    front: list[Flowable] = [
        *summary.cover(draft),
        NextPageTemplate(page.PLAIN),
        PageBreak(),
        *cover_letter(draft),
        PageBreak(),
        *recap_page.results(draft),
        PageBreak(),
    ]
    parts = {
        "Pendahuluan": body.introduction(draft),
        "Tim penilai": summary.team(draft),
        "Rekapitulasi nilai": tables.recap(draft),
        "Syarat predikat": tables.gates(draft),
        "Temuan dan rekomendasi": body.findings(draft),
        "Tindak lanjut temuan tahun sebelumnya": body.follow_ups(draft),
        "Bukti yang belum ada": body.missing_evidence(draft),
    }
    closing, last = body.closing(draft), approval(draft, signers, boxes)
    running = _running(draft)
    unprintable = draft.printable.issues()
    parts["Catatan mutu data"] = tables.issues(draft, (*report.issues, *strays(draft), *unprintable))
    parts["Penutup"] = closing
    buffer = BytesIO()
    document = page.new_document(
        buffer,
        running,
        lambda canvas: summary.draw_cover_result(canvas, draft),
        title=f"{summary.TITLE} – {draft.text(report.evaluation.unit, 'judul')} {report.evaluation.year}",
        made_on=made_on,
    )
    canvas = page.build(document, [*front, *_numbered(parts), *last, *back])
    return PdfDocument(finished(buffer.getvalue(), canvas, attachments), tuple(boxes), unprintable)


def _numbered(parts: Mapping[str, list[Flowable]]) -> Iterator[Flowable]:
    """The parts that there are, each below its head with its number."""
    there = [(title, flowables) for title, flowables in parts.items() if flowables]
    for place, (title, flowables) in enumerate(there, 1):
        yield from opening(f"{place}. {title}", flowables)


def _running(draft: Draft) -> page.Running:
    evaluation = draft.report.evaluation
    unit = draft.text(evaluation.unit, "unit kerja")
    return page.Running(
        f"{summary.TITLE} · {unit}",
        f"{evaluation.year} · {evaluation.stage.label.id}",
        draft.document_id,
    )
