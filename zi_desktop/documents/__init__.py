"""A report as a PDF worth signing, and the same PDF read back. Cheap to import: ReportLab and pdfium are not
loaded before a document is written or read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import BinaryIO

from zi_desktop.documents.model import (
    Attachment,
    Difference,
    PdfDocument,
    PdfReadBack,
    SignatureBox,
    SignerBox,
)
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.raster import Raster
from zi_desktop.domain.report import Report

__all__ = [
    "Attachment",
    "Difference",
    "PdfDocument",
    "PdfReadBack",
    "SignatureBox",
    "SignerBox",
    "attachments",
    "differences",
    "read_back",
    "render_page",
    "standing_texts",
    "write_pdf",
]


def write_pdf(
    report: Report,
    signers: tuple[SignerBox, ...] = (),
    *,
    made_on: dt.date,
    attachments: tuple[Attachment, ...] = (),
) -> PdfDocument:
    """The official report on A4, in Indonesian, with one reserved box per signer: a tagged PDF/A-3b
    that carries ``attachments``.

    The same arguments always give the same bytes. Texts of users may hold anything: what the document's fonts
    cannot show is printed as a visible replacement and told both in the document and in ``issues``.
    """
    from zi_desktop.documents.pdf import build_pdf

    return build_pdf(report, signers, made_on, attachments)


def read_back(pdf: bytes, lke: Lke) -> PdfReadBack:
    """What a reader of a PDF of ours sees: every answer, every question's points and the total.

    Works on the printed text, so signatures and attachments do not matter. Raises ZiError ``not-a-pdf`` for
    bytes that are no readable PDF, ``not-our-report`` for one without our annex or of another edition, and
    ``printed-twice`` for a question or count that stands in it more than once.
    """
    from zi_desktop.documents.reading import read_pdf

    return read_pdf(pdf, lke)


def attachments(pdf: bytes) -> dict[str, bytes]:
    """The files that a PDF carries, by name. Raises ZiError ``not-a-pdf``."""
    from zi_desktop.documents.reading import read_attachments

    return read_attachments(pdf)


def standing_texts() -> Mapping[str, str]:
    """The passages of the report that are the same every time, by name: the template's wording."""
    from zi_desktop.documents.wording import template

    return template()


def differences(report: Report, read: PdfReadBack, *, older: bool = False) -> tuple[Difference, ...]:
    """Where the printed values are not those of ``report``; empty when the document tells the truth.
    ``older``: an earlier program may have made it, whose reports can be read back in fewer things."""
    from zi_desktop.documents.comparing import compare

    return compare(report, read, older)


def render_page(content: BinaryIO, page: int, width: int) -> Raster:
    """The page with the number ``page`` (from 0) of anybody's PDF, ``width`` pixels wide, on white; narrower
    where it is so long that it would not be safe to draw. Raises ZiError ``no-preview``."""
    from zi_desktop.documents.preview import render

    return render(content, page, width)
