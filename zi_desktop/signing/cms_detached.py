"""The part of detached signatures that speaks with pyHanko."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.sign.general import extract_signer_info
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, extract_self_reported_ts
from pyhanko.sign.validation.status import StandardCMSSignatureStatus
from pyhanko_certvalidator import ValidationContext

from zi_desktop.domain.errors import Text
from zi_desktop.signing import timestamps
from zi_desktop.signing.claims import frame_is_sound, pyhanko_signer, read_role, role_claim, run
from zi_desktop.signing.deadline import MAX_SECONDS, DeadlineExceeded, deadline
from zi_desktop.signing.identities import Identity, common_name, issuer_name
from zi_desktop.signing.trust import Evidence, damaged_certificates, judge
from zi_desktop.signing.verdicts import DAMAGED, WEAK, SignatureVerdict, unreadable_signature

MAX_SIGNATURE_BYTES = 4 * 1024 * 1024

CHANGED = Text("Isi berubah setelah ditandatangani.", "The contents changed after signing.")


def sign(data: bytes, identity: Identity, role: str, when: datetime) -> bytes:
    """See `cms.sign_detached`."""
    attributes = PdfCMSSignedAttributes(signing_time=when, cades_signed_attrs=role_claim(role))
    signed = run(
        pyhanko_signer(identity).async_sign_general_data(
            data, "sha256", detached=True, signed_attr_settings=attributes
        )
    )
    return bytes(signed.dump())


def verify(data: bytes, p7s: bytes, roots: Sequence[asn1_x509.Certificate]) -> SignatureVerdict:
    """See `verify.verify_detached`."""
    try:
        with deadline(MAX_SECONDS):
            return _verify(data, p7s, roots)
    except (Exception, DeadlineExceeded):
        # hostile input: whatever the library stumbles over
        return unreadable_signature()


def _verify(data: bytes, p7s: bytes, roots: Sequence[asn1_x509.Certificate]) -> SignatureVerdict:
    signed_data = _signed_data(p7s)
    signer_info = extract_signer_info(signed_data)
    info = extract_certs_for_validation(signed_data)
    certificates = [x509.load_der_x509_certificate(c.dump()) for c in (info.signer_cert, *info.other_certs)]
    context = ValidationContext(trust_roots=list(roots), allow_fetching=False)
    status = run(async_validate_detached_cms(data, signed_data, signer_validation_context=context))
    time = extract_self_reported_ts(signer_info)
    return _verdict(status, certificates, roots, time, read_role(signer_info))


def _signed_data(p7s: bytes) -> Any:
    if len(p7s) > MAX_SIGNATURE_BYTES:
        raise ValueError("too large")
    content = cms.ContentInfo.load(p7s, strict=True)
    if content["content_type"].native != "signed_data" or not frame_is_sound(p7s):
        raise ValueError("no sound SignedData")
    return content["content"]


def _verdict(
    status: StandardCMSSignatureStatus,
    certificates: list[x509.Certificate],
    roots: Sequence[asn1_x509.Certificate],
    time: datetime | None,
    role: str | None,
) -> SignatureVerdict:
    stamp = timestamps.TimeStamp()
    if status.timestamp_validity is not None:
        stamp = timestamps.from_status(status.timestamp_validity)
    signer = certificates[0]
    trust = judge(signer, Evidence(certificates[1:]), roots, claimed=time, proven=stamp.trusted_time)
    return SignatureVerdict(
        signer=common_name(signer),
        role=role,
        time=time,
        intact=status.intact and status.valid,
        trusted=trust.trusted,
        timestamp=stamp.time,
        covers="all",
        problem=_problem(status, certificates) or stamp.problem or trust.reason,
        self_made=signer.subject == signer.issuer,
        distrust=trust.reason,
        time_proven=stamp.trusted_time is not None,
        issuer=issuer_name(signer),
    )


def _problem(status: StandardCMSSignatureStatus, certificates: list[x509.Certificate]) -> Text | None:
    if not status.valid or damaged_certificates(certificates):
        return DAMAGED
    if not status.intact:
        return CHANGED
    return WEAK if timestamps.weak_method(status) else None
