"""What goes into the documents room and what comes out of it, besides the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from zi_desktop.domain.errors import Issue


@dataclass(frozen=True)
class SignerBox:
    """One person expected to sign: role (``Ketua Tim``), name and NIP as they shall be printed."""

    role: str
    name: str = ""
    nip: str = ""


@dataclass(frozen=True)
class SignatureBox:
    """The empty place reserved for one signer's stamp: page from 0, PDF points from the lower left corner."""

    role: str
    page: int
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the document, as it is. ``relationship`` to the document, as PDF/A-3 names it:
    ``Source`` (what it was made from), ``Data`` (what it shows) or ``Supplement``."""

    name: str
    data: bytes = field(repr=False)
    media: str
    description: str
    relationship: str = "Data"


@dataclass(frozen=True)
class PdfDocument:
    """The finished bytes, where to stamp (in the order of the signers), and what could not be printed."""

    data: bytes
    boxes: tuple[SignatureBox, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True)
class PublicSummary:
    """The page for everybody in both forms, and what could not be printed."""

    pdf: bytes = field(repr=False)
    html: bytes = field(repr=False)
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True)
class PdfReadBack:
    """What stands in a printed report. ``cells`` by cell code in the spelling of `domain.cells.plain` (``B``,
    ``3.72``, ``12``), blanks left out; ``points`` by question code and ``total`` as printed (``0,1250``).
    ``texts``: figures and findings of the main part, without spaces, by the name they are marked with
    (`comparing.expected_texts`)."""

    cells: Mapping[str, str]
    points: Mapping[str, str]
    total: str
    pages: int
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Difference:
    """One value that is printed otherwise than stored: ``code`` is a cell, a question (its points) or
    ``total``; an empty string stands for nothing."""

    code: str
    printed: str
    stored: str
