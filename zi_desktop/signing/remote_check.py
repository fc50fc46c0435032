"""Whether a signature that came back from a remote service is the one that was asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from asn1crypto import cms, pem
from cryptography import x509
from pyhanko.sign.general import extract_signer_info, find_unique_cms_attribute
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, validate_sig_integrity

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.claims import frame_is_sound
from zi_desktop.signing.identities import check_certificate, common_name
from zi_desktop.signing.remote import Pending

MAX_SIGNATURE = 1024 * 1024


def checked(signature: bytes, pending: Pending) -> bytes:
    """The signature in DER. Raises the errors of `remote.complete_remote`."""
    der, signed_data = _read(signature)
    if 2 * len(der) > pending.end - pending.start - 2:
        raise _bad(Text("Tanda tangannya terlalu panjang", "The signature is too long"))
    try:
        signer_info = extract_signer_info(signed_data)
        certificate = extract_certs_for_validation(signed_data).signer_cert
        digest = find_unique_cms_attribute(signer_info["signed_attrs"], "message_digest").native
        find_unique_cms_attribute(signer_info["signed_attrs"], "signing_certificate_v2")
        algorithm = signer_info["digest_algorithm"]["algorithm"].native
    except Exception as error:  # not ours: whatever the library stumbles over
        raise _bad(Text("Bukan tanda tangan PAdES", "Not a PAdES signature")) from error
    if algorithm != "sha256" or digest != bytes.fromhex(pending.digest):
        raise ZiError(
            "signature-of-other-data",
            Text("Tanda tangan ini untuk data lain", "This signature is for other data"),
            remedy=Text(
                "Kirim sidik yang disiapkan untuk PDF ini.", "Send the digest prepared for this PDF."
            ),
        )
    _check_value(signer_info, certificate, bytes.fromhex(pending.digest))
    signer = x509.load_der_x509_certificate(certificate.dump())
    if _plain(common_name(signer)) != _plain(pending.name):
        raise ZiError(
            "foreign-signature",
            Text(
                f"Tanda tangan ini milik {common_name(signer)}, bukan {pending.name}",
                f"This signature is {common_name(signer)}'s, not {pending.name}'s",
            ),
            where=pending.role,
            remedy=Text(
                "Siapkan lagi dengan nama dalam sertifikat.", "Prepare again with the certificate's name."
            ),
        )
    check_certificate(signer, datetime.now(UTC))
    return der


def _read(signature: bytes) -> tuple[bytes, Any]:
    try:
        if len(signature) > MAX_SIGNATURE:
            raise ValueError("too long")
        der = pem.unarmor(signature)[2] if pem.detect(signature) else signature
        content = cms.ContentInfo.load(der, strict=True)
        if content["content_type"].native != "signed_data" or not frame_is_sound(der):
            raise ValueError("no SignedData")
        if content["content"]["encap_content_info"]["content"].native is not None:
            raise ValueError("not detached")
    except (ValueError, TypeError, KeyError) as error:
        raise _bad(Text("Berkas ini bukan tanda tangan CMS", "This file is no CMS signature")) from error
    return der, content["content"]


def _check_value(signer_info: Any, certificate: Any, digest: bytes) -> None:
    try:
        intact, valid = validate_sig_integrity(
            signer_info, certificate, expected_content_type="data", actual_digest=digest
        )
    except Exception:  # not ours: whatever the library stumbles over
        intact = valid = False
    if not (intact and valid):
        raise ZiError(
            "signature-broken",
            Text("Tanda tangan ini rusak", "This signature is broken"),
            remedy=Text("Minta sekali lagi dari layanannya.", "Ask the service for it once more."),
        )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _bad(message: Text) -> ZiError:
    return ZiError(
        "bad-signature",
        message,
        remedy=Text(
            "Minta CMS lepas (PAdES) dari layanannya.", "Ask the service for a detached CMS (PAdES)."
        ),
    )
