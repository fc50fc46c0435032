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
    PublicSummary,
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
    "PublicSummary",
    "SignatureBox",
    "SignerBox",
    "attachments",
    "differences",
    "public_differences",
    "read_back",
    "render_page",
    "standing_texts",
    "write_pdf",
    "write_public_summary",
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


def write_public_summary(report: Report, *, made_on: dt.date, signed: bool) -> PublicSummary:
    """One page for everybody, as a tagged PDF/A-3b and as an HTML file that needs nothing else: figures and
    verdicts, no note, finding, document or person. ``signed``: the evaluation is signed off, or will be with
    the files these are two of; otherwise the page says that it is not. The same arguments always give the
    same bytes; what the fonts cannot show is told in ``issues``."""
    from zi_desktop.documents.public_html import build_public_html
    from zi_desktop.documents.public_pdf import build_public_pdf
    from zi_desktop.documents.public_words import public_words

    words = public_words(report, made_on, signed=signed)
    pdf = build_public_pdf(words, made_on)
    return PublicSummary(pdf.data, build_public_html(words), pdf.issues)


def public_differences(
    report: Report, name: str, data: bytes, *, made_on: dt.date, signed: bool
) -> tuple[int, tuple[Difference, ...]]:
    """A public summary (``name`` ends in ``.pdf`` or ``.html``) read back: how many texts it must show, and
    those it does not; also a page too many, and anything in HTML that could run or load something."""
    from zi_desktop.documents.public_check import differences_of
    from zi_desktop.documents.public_words import public_words

    return differences_of(public_words(report, made_on, signed=signed), name, data)


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
