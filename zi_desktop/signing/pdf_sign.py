"""The part of signing PDF files that speaks with pyHanko."""

from __future__ import annotations

import hashlib
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
from pyhanko.sign.signers.pdf_byterange import BuildProps
from pyhanko.sign.signers.pdf_signer import _ensure_esic_ext

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.claims import pyhanko_signer, role_claim, run
from zi_desktop.signing.identities import Identity
from zi_desktop.signing.pades import Box
from zi_desktop.signing.pdf_verify import PREPARED
from zi_desktop.signing.signer import Signer, field_label, read_field_label
from zi_desktop.signing.stamp import stamp_style, stamp_texts, verification_text


@dataclass(frozen=True)
class Request:
    """One signature to make; texts are cleaned and the identity checked by the caller.

    `signer` is who the stamp names, `document` the id in its QR code.
    """

    signer: Signer
    reason: str
    field: str
    box: Box | None
    certify: bool
    document: str = ""


@dataclass(frozen=True)
class SignatureField:
    """A signature field of a PDF: whether it is signed, and whom its readable name expects."""

    name: str
    signed: bool
    expected: Signer
    document: str


class _Pdf17Signer(signers.PdfSigner):
    """pyHanko raises the document to PDF 2.0 for ECDSA keys, which would break its PDF/A-3 (PDF 1.7)
    conformance.

    PAdES needs only the ESIC extension of PDF 1.7, for either kind of key (ETSI EN 319 142-1).
    """

    def register_extensions(self, pdf_out: Any, *, md_algorithm: str) -> None:  # noqa: ARG002
        _ensure_esic_ext(pdf_out)


def prepare_fields(pdf: bytes, wanted: Sequence[tuple[str, Box | None, str]]) -> bytes:
    """See `pades.prepare_fields`; `wanted` are name, box and readable name of each field."""
    writer = _open(pdf)
    existing = _signed_by_name(writer)
    if any(existing.values()):
        raise ZiError(
            "already-signed",
            Text("PDF ini sudah ditandatangani.", "This PDF is already signed."),
            remedy=Text(
                "Siapkan kolom pada PDF yang belum ditandatangani.", "Prepare fields on an unsigned PDF."
            ),
        )
    for name, box, label in wanted:
        if name in existing:
            raise ZiError(
                "field-exists",
                Text("Kolom tanda tangan bernama itu sudah ada.", "A signature field of that name exists."),
                where=name,
            )
        _add_field(writer, name, box, label)
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    return output.getvalue()


def signature_fields(pdf: bytes) -> list[SignatureField]:
    """All signature fields but those of document time stamps, in the file's order. Raises as `_open`."""
    found = []
    for name, value, field in fields.enumerate_sig_fields(_open(pdf).prev):
        signed = value is not None and not isinstance(value.get_object(), NullObject)
        if signed and value.get_object().get("/Type") == "/DocTimeStamp":
            continue
        signer, document = read_field_label(str(field.get_object().get("/TU", "")))
        found.append(SignatureField(name, signed, signer, document))
    return found


def sign(pdf: bytes, request: Request, identity: Identity) -> bytes:
    """See `pades.sign_pdf`; the caller reads the result back."""
    writer = _open(pdf)
    _check_field(writer, request)
    signer, texts = _signer(pdf, writer, request, identity)
    try:
        output = signer.sign_pdf(writer, existing_fields_only=True, appearance_text_params=texts)
    except (SigningError, PdfError) as error:
        raise _cannot_sign(str(error)) from error
    return bytes(output.getvalue())


def prepare(pdf: bytes, request: Request, reserved: int) -> tuple[bytes, bytes, int, int]:
    """For a signature made elsewhere: the PDF with everything but it, what is to be signed (SHA-256), and the
    place, from and to, of the hex string that `reserved` bytes go into."""
    writer = _open(pdf)
    _check_field(writer, request)
    signer, texts = _signer(pdf, writer, request, None)
    try:
        digest, _, output = run(
            signer.async_digest_doc_for_signing(
                writer, existing_fields_only=True, bytes_reserved=2 * reserved, appearance_text_params=texts
            )
        )
    except (SigningError, PdfError) as error:
        raise _cannot_sign(str(error)) from error
    prepared = output.read() if not isinstance(output, io.BytesIO) else output.getvalue()
    return prepared, digest.document_digest, digest.reserved_region_start, digest.reserved_region_end


def _signer(
    pdf: bytes, writer: IncrementalPdfFileWriter, request: Request, identity: Identity | None
) -> tuple[_Pdf17Signer, dict[str, str]]:
    """pyHanko's signer for this request, and the texts of its stamp. Without an identity it can only prepare;
    the role then stands in /Reason alone, since the attributes are made elsewhere."""
    role = request.signer.role
    prefix = f"{role}: " if role and request.reason else role
    metadata = signers.PdfSignatureMetadata(
        field_name=request.field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=request.certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        reason=(prefix + request.reason) or None,
        app_build_props=BuildProps("ZI-Desktop" if identity else PREPARED),
        cades_signed_attr_spec=role_claim(role),
    )
    width, height = _stamp_size(writer, request)
    code = verification_text(request.document or _trailer_id(writer), fingerprint(pdf))
    made_by = pyhanko_signer(identity) if identity else signers.ExternalSigner(None, None)
    signer = _Pdf17Signer(metadata, signer=made_by, stamp_style=stamp_style(width, height, code))
    return signer, stamp_texts(request.signer, width, height)


def fingerprint(pdf: bytes) -> str:
    """SHA-256 (hex) of a PDF up to its last end-of-file mark: what a stamp's QR code names."""
    return hashlib.sha256(pdf.rstrip(b"\r\n\t \0")).hexdigest()


def _trailer_id(writer: IncrementalPdfFileWriter) -> str:
    """The PDF's own permanent identifier, for a document that has no id of ours."""
    try:
        first = writer.prev.trailer["/ID"][0]
        return bytes(getattr(first, "original_bytes", first)).hex()[:16]
    except (KeyError, IndexError, TypeError, ValueError):
        return ""


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


def _signed_by_name(writer: IncrementalPdfFileWriter) -> dict[str, bool]:
    """Names of the signature fields, and whether each is signed."""
    return {
        name: value is not None and not isinstance(value.get_object(), NullObject)
        for name, value, _ in fields.enumerate_sig_fields(writer.prev)
    }


def _check_field(writer: IncrementalPdfFileWriter, request: Request) -> None:
    existing = _signed_by_name(writer)
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
    _add_field(writer, request.field, request.box, field_label(request.signer, request.document))


def _add_field(writer: IncrementalPdfFileWriter, name: str, box: Box | None, label: str) -> None:
    pages = int(writer.root["/Pages"]["/Count"])
    page = 0 if box is None else box.page
    if not -pages <= page < pages:
        raise ZiError(
            "bad-box",
            Text("Halaman untuk tanda tangan tidak ada.", "The page for the signature does not exist."),
            where=str(page),
        )
    corners = None if box is None else (box.x1, box.y1, box.x2, box.y2)
    specification = SigFieldSpec(name, on_page=page, box=corners, readable_field_name=label or None)  # type: ignore[arg-type]
    try:
        fields.append_signature_field(writer, specification)
    except (SigningError, PdfError) as error:
        raise _cannot_sign(str(error)) from error


def _stamp_size(writer: IncrementalPdfFileWriter, request: Request) -> tuple[float, float]:
    """Width and height in points; (0, 0) for an invisible signature."""
    if request.box is not None:
        return request.box.x2 - request.box.x1, request.box.y2 - request.box.y1
    for name, _, field in fields.enumerate_sig_fields(writer.prev):
        if name == request.field:
            x1, y1, x2, y2 = (float(v) for v in field.get_object().get("/Rect", [0, 0, 0, 0]))
            return abs(x2 - x1), abs(y2 - y1)
    return 0.0, 0.0


def _cannot_sign(detail: str) -> ZiError:
    return ZiError(
        "cannot-sign",
        Text("PDF ini tidak dapat ditandatangani.", "This PDF cannot be signed."),
        where=detail[:200],
    )
