"""Checks the signatures of a PDF: each against its bytes, and everything that was appended after it."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError, ValidationInfoReadingError
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing import timestamps
from zi_desktop.signing.claims import frame_is_sound, read_role
from zi_desktop.signing.identities import common_name, issuer_name
from zi_desktop.signing.signer import read_field_label
from zi_desktop.signing.trust import Evidence, damaged_certificates, judge
from zi_desktop.signing.verdicts import DAMAGED, WEAK, SignatureVerdict, Verdict, unreadable_signature

MAX_PDF_BYTES = 100 * 1024 * 1024
PREPARED = "ZI-Desktop-Prepared"
"""In a signature's build properties: this program prepared it, and somebody else's made it (`pdf_sign`)."""
MAX_SIGNATURES = 50
MAX_REVISIONS = 200
MAX_OBJECTS = 8_388_607  # ISO 32000-1 annex C

CHANGED = Text(
    "Isi dokumen berubah setelah ditandatangani.", "The document's contents changed after signing."
)
NOT_ALLOWED = Text(
    "Setelah tanda tangan ini ada perubahan yang tidak diizinkannya.",
    "After this signature something was changed that it does not allow.",
)
APPENDED = Text("Ada data di belakang akhir dokumen.", "There is data after the end of the document.")


@dataclass(frozen=True)
class _Store:
    """What the document carries for checking certificates later (DSS)."""

    certificates: tuple[x509.Certificate, ...] = ()
    crls: tuple[Any, ...] = ()
    ocsps: tuple[Any, ...] = ()


def verify_document(data: bytes, roots: Sequence[asn1_x509.Certificate]) -> Verdict:
    """The verdict on a PDF. Raises `ZiError` when it is no readable PDF at all."""
    reader = _open(data)
    try:
        found = reader.embedded_signatures
        last_revision = reader.xrefs.total_revisions - 1
        store = _store(reader)
    except Exception as error:  # hostile input: whatever the library stumbles over
        raise _not_a_pdf() from error
    if len(found) > MAX_SIGNATURES or last_revision > MAX_REVISIONS:
        raise ZiError("too-large", Text("Terlalu banyak tanda tangan.", "Too many signatures."))
    stamps, problems = _document_timestamps(data, found, roots)
    signatures = tuple(
        _verify_one(data, s, roots, store, stamps) for s in found if s.sig_object_type != "/DocTimeStamp"
    )
    if found and not _ends_cleanly(data, found[-1], last_revision):
        problems.append(APPENDED)
    if signatures and _unread_signatures(reader, len(found)):
        problems.append(DAMAGED)
    return Verdict("pdf", signatures, tuple(problems), _awaited(reader) if signatures else ())


def _open(data: bytes) -> PdfFileReader:
    if len(data) > MAX_PDF_BYTES:
        raise ZiError("too-large", Text("Berkas terlalu besar.", "The file is too large."))
    if b"%PDF-" not in data[:1024] or _absurd_tables(data):
        raise _not_a_pdf()
    try:
        reader = PdfFileReader(io.BytesIO(data))
        encrypted = reader.encrypted
    except Exception as error:  # hostile input: whatever the library stumbles over
        raise _not_a_pdf() from error
    if encrypted:
        raise ZiError("encrypted", Text("PDF dikunci kata sandi.", "The PDF is locked with a password."))
    return reader


def _absurd_tables(data: bytes) -> bool:
    """Tables that declare more objects than a PDF may have would keep the reader busy for hours."""
    declared = rb"(?:/Index\s*\[([\d\s]*)\]|/Size\s+(\d+)|xref\s+\d+\s+(\d+))"
    for match in re.finditer(declared, data):
        numbers = b" ".join(group for group in match.groups() if group).split()
        if any(len(number) > 20 or int(number) > MAX_OBJECTS for number in numbers):
            return True
    return re.search(rb"/W\s*\[\s*0\s+0\s+0\s*\]", data) is not None


def _not_a_pdf() -> ZiError:
    return ZiError("not-a-pdf", Text("Berkas ini bukan PDF yang utuh.", "This file is no sound PDF."))


def _store(reader: PdfFileReader) -> _Store:
    try:
        dss = DocumentSecurityStore.read_dss(reader)
    except (NoDSSFoundError, ValidationInfoReadingError):
        return _Store()
    context = dss.as_validation_context({"trust_roots": [], "allow_fetching": False})
    return _Store(
        tuple(x509.load_der_x509_certificate(c.dump()) for c in dss.load_certs()),
        tuple(context.crls),
        tuple(context.ocsps),
    )


def _context(roots: Sequence[asn1_x509.Certificate]) -> ValidationContext:
    return ValidationContext(trust_roots=list(roots), allow_fetching=False)


def certificates_of_signatures(data: bytes) -> list[asn1_x509.Certificate]:
    """All certificates that the signatures of a sound PDF bring along, those of its time stamps too."""
    return [
        asn1_x509.Certificate.load(certificate.dump())
        for signature in _open(data).embedded_signatures
        for certificate in _all_certificates(signature)
    ]


def _all_certificates(signature: EmbeddedPdfSignature) -> list[asn1_x509.Certificate]:
    info = extract_certs_for_validation(signature.signed_data)
    return [info.signer_cert, *info.other_certs]


def _document_timestamps(
    data: bytes, found: Sequence[EmbeddedPdfSignature], roots: Sequence[asn1_x509.Certificate]
) -> tuple[dict[int, timestamps.TimeStamp], list[Text]]:
    """The sound document time stamps by the revision they stamp, and what is wrong with the others."""
    sound: dict[int, timestamps.TimeStamp] = {}
    problems: list[Text] = []
    for stamp in (s for s in found if s.sig_object_type == "/DocTimeStamp"):
        try:
            status = validate_pdf_timestamp(stamp, _context(roots))
            token = timestamps.from_status(status)
            holds = status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION and token.problem is None
            holds = holds and _gap_is_signature(data, stamp) and frame_is_sound(stamp.pkcs7_content)
            holds = holds and not damaged_certificates(_certificates(stamp))
        except Exception:  # hostile input: whatever the library stumbles over
            holds = False
        if holds:
            sound[stamp.signed_revision] = token
        else:
            problems.append(timestamps.BROKEN)
    return sound, problems


def _verify_one(
    data: bytes,
    signature: EmbeddedPdfSignature,
    roots: Sequence[asn1_x509.Certificate],
    store: _Store,
    stamps: dict[int, timestamps.TimeStamp],
) -> SignatureVerdict:
    try:
        status = validate_pdf_signature(signature, _context(roots))
        certificates = _certificates(signature)
        time = signature.self_reported_timestamp
    except Exception:  # hostile input: whatever the library stumbles over
        return unreadable_signature()
    signer = certificates[0]
    stamp = timestamps.TimeStamp()
    if status.timestamp_validity is not None:
        stamp = timestamps.from_status(status.timestamp_validity)
    after = [stamp, *(s for revision, s in stamps.items() if revision >= signature.signed_revision)]
    proven_time = min((s.trusted_time for s in after if s.trusted_time), default=None)
    stated_time = min((s.time for s in after if s.time), default=None)
    trust = judge(
        signer,
        Evidence((*certificates[1:], *store.certificates), store.crls, store.ocsps),
        roots,
        claimed=time,
        proven=proven_time,
    )
    framed = _gap_is_signature(data, signature) and frame_is_sound(signature.pkcs7_content)
    intact = status.intact and status.valid and framed
    problem = _problem(status, intact) or (DAMAGED if damaged_certificates(certificates) else None)
    return SignatureVerdict(
        signer=common_name(signer),
        role=read_role(signature.signer_info) or _role_in_reason(signature),
        time=time,
        intact=intact,
        trusted=trust.trusted,
        timestamp=stamp.time or proven_time or stated_time,
        covers="all" if status.coverage == SignatureCoverageLevel.ENTIRE_FILE else "part",
        problem=problem or stamp.problem or trust.reason,
        self_made=signer.subject == signer.issuer,
        revision=signature.signed_revision + 1,
        fingerprint=_fingerprint_before(data, signature),
        distrust=trust.reason,
        time_proven=proven_time is not None,
        issuer=issuer_name(signer),
        nip=_nip(signature, common_name(signer)),
    )


def _nip(signature: EmbeddedPdfSignature, name: str) -> str:
    """As the field's readable name says, if it is this signer's."""
    expected, _ = read_field_label(str(signature.sig_field.get("/TU", "")))
    return expected.nip if expected.name == name else ""


def _role_in_reason(signature: EmbeddedPdfSignature) -> str | None:
    """The role of a signature that this program prepared and a remote service made: it stands, signed, in
    /Reason, because such a service writes the attributes itself."""
    properties = signature.sig_object.get("/Prop_Build", {})
    application = properties.get("/App", {}) if isinstance(properties, dict) else {}
    ours = isinstance(application, dict) and application.get("/Name") == "/" + PREPARED
    return str(signature.sig_object.get("/Reason", "")) or None if ours else None


def _fingerprint_before(data: bytes, signature: EmbeddedPdfSignature) -> str:
    """SHA-256 of the file as it was when this signature was asked for (see `pdf_sign.fingerprint`)."""
    end = data.rfind(b"%%EOF", 0, int(signature.byte_range[1]))
    return "" if end < 0 else hashlib.sha256(data[: end + 5]).hexdigest()


def _certificates(signature: EmbeddedPdfSignature) -> list[x509.Certificate]:
    """The signer's certificate first, then the others in the signature."""
    info = extract_certs_for_validation(signature.signed_data)
    return [x509.load_der_x509_certificate(c.dump()) for c in (info.signer_cert, *info.other_certs)]


def _problem(status: PdfSignatureStatus, intact: bool) -> Text | None:
    """pyHanko's `valid` speaks of the signature alone: what was appended later shows only in the other
    fields."""
    if not status.valid:
        return DAMAGED
    if not status.intact:
        return CHANGED
    if not intact:
        return DAMAGED
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION or not status.docmdp_ok:
        return NOT_ALLOWED
    if not status.seed_value_ok:
        return NOT_ALLOWED
    return WEAK if timestamps.weak_method(status) else None


def _gap_is_signature(data: bytes, signature: EmbeddedPdfSignature) -> bool:
    """The only bytes left out must be this signature's own hex string, padded with zeros and nothing else."""
    start, length, resume, _ = (int(number) for number in signature.byte_range)
    gap = data[length:resume]
    if start != 0 or len(gap) < 2 or gap[:1] != b"<" or gap[-1:] != b">":
        return False
    digits = gap[1:-1]
    if digits not in (digits.lower(), digits.upper()) or not re.fullmatch(rb"[0-9a-fA-F]+", digits):
        return False
    contents = bytes.fromhex(digits.decode("ascii"))
    return contents == signature.pkcs7_content and not contents[_der_length(contents) :].strip(b"\0")


def _der_length(der: bytes) -> int:
    """Length of the first DER value: what follows it in the hex string is padding."""
    if len(der) < 2 or der[1] < 0x80:
        return 2 + der[1] if len(der) > 1 else 0
    size = der[1] & 0x7F
    return 2 + size + int.from_bytes(der[2 : 2 + size], "big")


def _ends_cleanly(data: bytes, last: EmbeddedPdfSignature, last_revision: int) -> bool:
    """Nothing may follow the last signature but a further revision (which pyHanko has judged)."""
    end = int(last.byte_range[2]) + int(last.byte_range[3])
    if last.signed_revision == last_revision:
        return end == len(data)
    return re.search(rb"startxref\s+\d+\s+%%EOF\s{0,2}\Z", data[-64:]) is not None


def _awaited(reader: PdfFileReader) -> tuple[str, ...]:
    """Whom the empty fields wait for; a foreign field is called by its name."""
    from pyhanko.sign.fields import enumerate_sig_fields

    found = []
    for name, _, field in enumerate_sig_fields(reader, filled_status=False):
        expected, _ = read_field_label(str(field.get_object().get("/TU", "")))
        found.append(expected.label or name)
    return tuple(found)


def _unread_signatures(reader: PdfFileReader, read: int) -> bool:
    from pyhanko.sign.fields import enumerate_sig_fields

    filled = sum(1 for _ in enumerate_sig_fields(reader, filled_status=True))
    return filled != read
