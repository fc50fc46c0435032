"""The part of signing PDF files that speaks with pyHanko."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.generic import NullObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import _ensure_esic_ext

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.claims import pyhanko_signer, role_claim
from zi_desktop.signing.identities import Identity
from zi_desktop.signing.pades import Box
from zi_desktop.signing.stamp import stamp_style, stamp_texts


@dataclass(frozen=True)
class Request:
    """One signature to make; texts are cleaned and the identity checked by the caller."""

    identity: Identity
    role: str
    reason: str
    field: str
    box: Box | None
    certify: bool


class _Pdf17Signer(signers.PdfSigner):
    """pyHanko raises the document to PDF 2.0 for ECDSA keys, which would break its PDF/A-3 (PDF 1.7)
    conformance.

    PAdES needs only the ESIC extension of PDF 1.7, for either kind of key (ETSI EN 319 142-1).
    """

    def register_extensions(self, pdf_out: Any, *, md_algorithm: str) -> None:  # noqa: ARG002
        _ensure_esic_ext(pdf_out)


def prepare_fields(pdf: bytes, wanted: Sequence[tuple[str, Box | None]]) -> bytes:
    """See `pades.prepare_fields`."""
    writer = _open(pdf)
    existing = _signature_fields(writer)
    if any(existing.values()):
        raise ZiError(
            "already-signed",
            Text("PDF ini sudah ditandatangani.", "This PDF is already signed."),
            remedy=Text(
                "Siapkan kolom pada PDF yang belum ditandatangani.", "Prepare fields on an unsigned PDF."
            ),
        )
    for name, box in wanted:
        if name in existing:
            raise ZiError(
                "field-exists",
                Text("Kolom tanda tangan bernama itu sudah ada.", "A signature field of that name exists."),
                where=name,
            )
        _add_field(writer, name, box)
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    return output.getvalue()


def sign(pdf: bytes, request: Request) -> bytes:
    """See `pades.sign_pdf`; the caller reads the result back."""
    writer = _open(pdf)
    _check_field(writer, request)
    prefix = f"{request.role}: " if request.role and request.reason else request.role
    metadata = signers.PdfSignatureMetadata(
        field_name=request.field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=request.certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        reason=(prefix + request.reason) or None,
        cades_signed_attr_spec=role_claim(request.role),
    )
    signer = _Pdf17Signer(
        metadata,
        signer=pyhanko_signer(request.identity),
        stamp_style=stamp_style(_stamp_width(writer, request)),
    )
    try:
        output = signer.sign_pdf(
            writer,
            existing_fields_only=True,
            appearance_text_params=stamp_texts(
                request.identity.subject, request.role, _stamp_width(writer, request)
            ),
        )
    except (SigningError, PdfError) as error:
        raise _cannot_sign(str(error)) from error
    return bytes(output.getvalue())


def _open(pdf: bytes) -> IncrementalPdfFileWriter:
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        encrypted = writer.prev.encrypted
    except Exception as error:  # a damaged file: whatever the library stumbles over
        raise ZiError(
            "not-a-pdf", Text("Berkas ini bukan PDF yang utuh.", "This file is no sound PDF.")
        ) from error
    if encrypted:
        raise ZiError("encrypted", Text("PDF dikunci kata sandi.", "The PDF is locked with a password."))
    return writer


def _signature_fields(writer: IncrementalPdfFileWriter) -> dict[str, bool]:
    """Names of the signature fields, and whether each is signed."""
    return {
        name: value is not None and not isinstance(value.get_object(), NullObject)
        for name, value, _ in fields.enumerate_sig_fields(writer.prev)
    }


def _check_field(writer: IncrementalPdfFileWriter, request: Request) -> None:
    existing = _signature_fields(writer)
    if existing.get(request.field):
        raise ZiError(
            "field-signed",
            Text("Kolom ini sudah ditandatangani.", "This field is already signed."),
            where=request.field,
        )
    signed = any(existing.values())
    if request.certify and signed:
        raise ZiError(
            "already-signed",
            Text(
                "Hanya tanda tangan pertama yang dapat mengesahkan dokumen.",
                "Only the first signature can certify the document.",
            ),
        )
    if request.field in existing:
        return
    if signed and request.box is not None:
        raise ZiError(
            "field-not-prepared",
            Text(
                "Kolom tanda tangan harus disiapkan sebelum tanda tangan pertama.",
                "Signature fields must be prepared before the first signature.",
            ),
            where=request.field,
        )
    _add_field(writer, request.field, request.box)


def _add_field(writer: IncrementalPdfFileWriter, name: str, box: Box | None) -> None:
    pages = int(writer.root["/Pages"]["/Count"])
    page = 0 if box is None else box.page
    if not -pages <= page < pages:
        raise ZiError(
            "bad-box",
            Text("Halaman untuk tanda tangan tidak ada.", "The page for the signature does not exist."),
            where=str(page),
        )
    corners = None if box is None else (box.x1, box.y1, box.x2, box.y2)
    specification = SigFieldSpec(name, on_page=page, box=corners)  # type: ignore[arg-type]
    try:
        fields.append_signature_field(writer, specification)
    except (SigningError, PdfError) as error:
        raise _cannot_sign(str(error)) from error


def _stamp_width(writer: IncrementalPdfFileWriter, request: Request) -> float:
    if request.box is not None:
        return request.box.x2 - request.box.x1
    for name, _, field in fields.enumerate_sig_fields(writer.prev):
        if name == request.field:
            x1, _, x2, _ = (float(v) for v in field.get_object().get("/Rect", [0, 0, 0, 0]))
            return abs(x2 - x1)
    return 0.0


def _cannot_sign(detail: str) -> ZiError:
    return ZiError(
        "cannot-sign",
        Text("PDF ini tidak dapat ditandatangani.", "This PDF cannot be signed."),
        where=detail[:200],
    )
