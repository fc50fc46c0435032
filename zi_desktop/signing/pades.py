"""Signs PDF files as PAdES-B-B, offline, several people in order, with a visible stamp each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.identities import Identity, check_usable
from zi_desktop.signing.roles import clean_line
from zi_desktop.signing.verdicts import refuse_unreadable

MAX_PDF_BYTES = 100 * 1024 * 1024


class Box(NamedTuple):
    """Where a stamp goes: page index from 0 (negative from the end) and corners in points from the lower
    left."""

    page: int
    x1: float
    y1: float
    x2: float
    y2: float


class Field(NamedTuple):
    """A signature field to prepare; without a box the signature is invisible."""

    name: str
    box: Box | None = None


class PdfSigner(NamedTuple):
    """Who signs, in which role (`Ketua Tim`), where on the page, and why."""

    identity: Identity
    role: str
    box: Box | None = None
    reason: str = ""


def prepare_fields(pdf: bytes, fields: Sequence[Field]) -> bytes:
    """The PDF with empty signature fields, for signers who will sign at different times.

    All fields must be there before the first signature: it certifies the document and then allows only
    filling in. Raises `ZiError`: `not-a-pdf`, `encrypted`, `too-large`, `already-signed`, `bad-box`,
    `field-exists`.
    """
    from zi_desktop.signing import pdf_sign

    _check_size(pdf)
    return pdf_sign.prepare_fields(pdf, [(field.name, _box(field.box)) for field in fields])


def sign_pdf(
    pdf: bytes,
    identity: Identity,
    *,
    role: str,
    field: str,
    box: Box | tuple[int, float, float, float, float] | None = None,
    certify: bool = False,
    reason: str = "",
) -> bytes:
    """The PDF with one more signature in `field`, made at `box` if it is not prepared.

    `certify` marks the first signature as the author's: afterwards only the prepared fields may be signed
    (DocMDP level 2). Earlier signatures stay valid, or nothing is returned: the result is verified first.
    Raises `ZiError`: those of `prepare_fields` and `check_usable`, `field-not-prepared`, `field-signed`,
    `signature-not-readable-back`.
    """
    from zi_desktop.signing import pdf_sign

    _check_size(pdf)
    check_usable(identity)
    request = pdf_sign.Request(identity, clean_line(role), clean_line(reason), field, _box(box), certify)
    signed = pdf_sign.sign(pdf, request)
    _read_back(signed)
    return signed


def sign_pdf_with(pdf: bytes, signers: Sequence[PdfSigner]) -> bytes:
    """The PDF signed by all `signers` in order: their fields are prepared, the first one certifies.

    Raises `ZiError` as `sign_pdf` does. The result is verified before it is returned.
    """
    from zi_desktop.signing import pdf_sign

    _check_size(pdf)
    requests = []
    for number, signer in enumerate(signers, start=1):
        check_usable(signer.identity)
        role, reason = clean_line(signer.role), clean_line(signer.reason)
        box = _box(signer.box)
        requests.append(
            pdf_sign.Request(signer.identity, role, reason, f"TandaTangan{number}", box, certify=number == 1)
        )
    pdf = pdf_sign.prepare_fields(pdf, [(request.field, request.box) for request in requests])
    for request in requests:
        pdf = pdf_sign.sign(pdf, request)
    _read_back(pdf)
    return pdf


def _check_size(pdf: bytes) -> None:
    if len(pdf) > MAX_PDF_BYTES:
        raise ZiError("too-large", Text("Berkas terlalu besar.", "The file is too large."))


def _box(box: Box | tuple[int, float, float, float, float] | None) -> Box | None:
    if box is None:
        return None
    box = Box(*box)
    if box.x2 - box.x1 < 40 or box.y2 - box.y1 < 20:
        raise ZiError(
            "bad-box",
            Text("Kotak tanda tangan terlalu kecil.", "The signature's box is too small."),
            where=str(tuple(box)),
        )
    return box


def _read_back(signed: bytes) -> None:
    from zi_desktop.signing.pdf_verify import verify_document

    refuse_unreadable(verify_document(signed, []), Text("PDF", "PDF"))
