"""Signs PDF files as PAdES-B-B, offline, several people in order, with a visible stamp each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.identities import Identity, check_usable
from zi_desktop.signing.roles import clean_line
from zi_desktop.signing.signer import Signer, field_label, same_role
from zi_desktop.signing.verdicts import refuse_unreadable

if TYPE_CHECKING:
    from zi_desktop.signing.pdf_sign import SignatureField

MAX_PDF_BYTES = 100 * 1024 * 1024
FIRST = "TandaTangan1"


class Box(NamedTuple):
    """Where a stamp goes: page index from 0 (negative from the end) and corners in points from the lower
    left."""

    page: int
    x1: float
    y1: float
    x2: float
    y2: float


class Field(NamedTuple):
    """A signature field to prepare; without a box the signature is invisible. `signer` is whom it waits for,
    `document` the id that a stamp in it will name."""

    name: str
    box: Box | None = None
    signer: Signer = Signer("")
    document: str = ""


class PdfSigner(NamedTuple):
    """Who signs, in which role (`Ketua Tim`), where on the page, why, and with which NIP in the stamp."""

    identity: Identity
    role: str
    box: Box | None = None
    reason: str = ""
    nip: str = ""


def prepare_fields(pdf: bytes, fields: Sequence[Field]) -> bytes:
    """The PDF with empty signature fields, for signers who will sign at different times.

    All fields must be there before the first signature: it certifies the document and then allows only
    filling in. Raises `ZiError`: `not-a-pdf`, `encrypted`, `too-large`, `already-signed`, `bad-box`,
    `field-exists`.
    """
    from zi_desktop.signing import pdf_sign

    _check_size(pdf)
    wanted = []
    for field in fields:
        signer = Signer(*map(clean_line, field.signer))
        wanted.append((field.name, _box(field.box), field_label(signer, clean_line(field.document))))
    return pdf_sign.prepare_fields(pdf, wanted)


def sign_pdf(
    pdf: bytes,
    identity: Identity,
    *,
    role: str,
    field: str,
    box: Box | tuple[int, float, float, float, float] | None = None,
    certify: bool = False,
    reason: str = "",
    nip: str = "",
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
    signer = Signer(clean_line(role), identity.subject, clean_line(nip))
    document = next((f.document for f in pdf_sign.signature_fields(pdf) if f.document), "")
    request = pdf_sign.Request(signer, clean_line(reason), field, _box(box), certify, document)
    signed = pdf_sign.sign(pdf, request, identity)
    _read_back(signed)
    return signed


def sign_pdf_with(
    pdf: bytes,
    signers: Sequence[PdfSigner],
    *,
    later: Sequence[Field] = (),
    document: str = "",
    read_back: bool = True,
) -> bytes:
    """The PDF signed by all `signers` in order: their fields are prepared, the first one certifies.

    `later` are fields for people who sign another day (their names must differ from ``TandaTangan1``…).
    `document` is the id that every stamp's QR code names; the PDF's own identifier by default. Raises
    `ZiError` as `sign_pdf` does. The result is verified before it is returned, unless the caller will
    (`read_back` False): that takes longer than signing.
    """
    from zi_desktop.signing import pdf_sign

    _check_size(pdf)
    requests, document = [], clean_line(document)
    for number, signer in enumerate(signers, start=1):
        check_usable(signer.identity)
        who = Signer(clean_line(signer.role), signer.identity.subject, clean_line(signer.nip))
        requests.append(
            pdf_sign.Request(
                who,
                clean_line(signer.reason),
                f"TandaTangan{number}",
                _box(signer.box),
                certify=number == 1,
                document=document,
            )
        )
    now = [Field(r.field, r.box, r.signer, document) for r in requests]
    pdf = prepare_fields(pdf, [*now, *(field._replace(document=document) for field in later)])
    for request, signer in zip(requests, signers, strict=True):
        pdf = pdf_sign.sign(pdf, request, signer.identity)
    if requests and read_back:
        _read_back(pdf)
    return pdf


def sign_next(pdf: bytes, identity: Identity, *, role: str, reason: str = "", nip: str = "") -> bytes:
    """The PDF with one more signature, in the field that was prepared for `role`, whoever made the PDF.

    A PDF that is neither prepared nor signed is certified with an invisible signature. NIP and document id
    come from the field where none are given. Raises `ZiError` as `sign_pdf` does, and `no-field-for-role`
    naming the roles that are still awaited.
    """
    from zi_desktop.signing import pdf_sign

    _check_size(pdf)
    if not pdf_sign.signature_fields(pdf):
        return sign_pdf(pdf, identity, role=role, field=FIRST, certify=True, reason=reason, nip=nip)
    field, certify = next_field(pdf, role)
    return sign_pdf(
        pdf,
        identity,
        role=role,
        field=field.name,
        certify=certify,
        reason=reason,
        nip=nip or field.expected.nip,
    )


def next_field(pdf: bytes, role: str) -> tuple[SignatureField, bool]:
    """The empty field that waits for `role` (an invisible one to be made, in a PDF without any), and whether
    a signature in it will be the first. Raises `ZiError` ``no-field-for-role``."""
    from zi_desktop.signing import pdf_sign

    known = pdf_sign.signature_fields(pdf)
    if not known:
        return pdf_sign.SignatureField(FIRST, False, Signer(role), ""), True
    return _field_for(role, known), not any(field.signed for field in known)


def _field_for(role: str, known: Sequence[SignatureField]) -> SignatureField:
    waiting = [field for field in known if not field.signed]
    for field in waiting:
        if same_role(field.expected.role, role):
            return field
    for field in waiting:
        if not field.expected.role:  # a field of another program, which says nothing of whom it waits for
            return field
    roles = ", ".join(dict.fromkeys(field.expected.role for field in waiting))
    raise ZiError(
        "no-field-for-role",
        Text(
            f"PDF ini tidak mempunyai kolom tanda tangan kosong untuk peran {role}.",
            f"This PDF has no empty signature field for the role {role}.",
        ),
        where=role,
        remedy=Text(
            f"Peran yang masih ditunggu: {roles}." if roles else "Semua kolomnya sudah ditandatangani.",
            f"Roles still awaited: {roles}." if roles else "All of its fields are signed.",
        ),
    )


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
