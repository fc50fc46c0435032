"""Does a certificate lead to a root the user trusts? Offline: nothing is fetched, so revocation is judged
only by what the file itself carries."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    InvalidCertificateError,
    NotYetValidError,
    PathBuildingError,
    RevokedError,
)

from zi_desktop.domain.errors import Text
from zi_desktop.signing.anchors import bad_root, certificates_in
from zi_desktop.signing.identities import purpose_problem

# the libraries' own warnings repeat what the verdict says; an application that wants them adds a handler
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

CLOCK_TOLERANCE = timedelta(hours=1)


@dataclass(frozen=True)
class Trust:
    """`trusted` is None when no roots were given; `reason` says why it is False."""

    trusted: bool | None
    reason: Text | None = None


@dataclass(frozen=True)
class Evidence:
    """What a file brings along beside the signer's certificate: other certificates and revocation lists
    (DER)."""

    certificates: Sequence[x509.Certificate] = ()
    crls: Sequence[Any] = field(default=(), repr=False)
    ocsps: Sequence[Any] = field(default=(), repr=False)


def load_roots(files: Iterable[bytes]) -> list[asn1_x509.Certificate]:
    """The certificates in PEM, DER or PKCS#7 files; one file may hold several.

    Raises `ZiError` `bad-trust-root` for a file without a readable certificate.
    """
    roots: list[asn1_x509.Certificate] = []
    for data in files:
        try:
            roots += [to_asn1(certificate) for certificate in certificates_in(data)]
        except (ValueError, TypeError) as error:
            raise bad_root() from error
    return roots


def judge(
    certificate: x509.Certificate,
    evidence: Evidence,
    roots: Sequence[asn1_x509.Certificate],
    *,
    claimed: datetime | None,
    proven: datetime | None = None,
    now: datetime | None = None,
) -> Trust:
    """Whether `certificate` signed with a right to.

    The chain must hold at `proven`, the time a trusted time-stamping authority vouches for, or else today:
    a signer's own clock (`claimed`) proves nothing, but it must not contradict the certificate's validity
    either.
    """
    if not roots:
        return Trust(None)
    now = now or datetime.now(UTC)
    reason = purpose_problem(certificate) or _time_problem(certificate, claimed, now)
    if reason is None:
        reason = _chain_problem(certificate, evidence, roots, proven or now)
    return Trust(reason is None, reason)


def damaged_certificates(certificates: Sequence[x509.Certificate]) -> bool:
    """True when one of the certificates that came along is not what its issuer, also among them, signed.

    They lie outside the signed bytes, so nothing else would notice a flipped bit in them.
    """
    try:
        return any(_is_damaged(certificate, certificates) for certificate in certificates)
    except ValueError:  # names are read only when they are asked for
        return True


def to_asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    """The same certificate in the type that pyHanko takes."""
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def _is_damaged(certificate: x509.Certificate, certificates: Sequence[x509.Certificate]) -> bool:
    issuers = [c for c in certificates if c.subject == certificate.issuer]
    if issuers and not any(_issued(issuer, certificate) for issuer in issuers):
        return True
    return certificate.issuer != certificate.subject and _names_itself_as_issuer(certificate)


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _names_itself_as_issuer(certificate: x509.Certificate) -> bool:
    try:
        extensions = certificate.extensions
        issuer = extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier
        return issuer == extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return False


def _time_problem(certificate: x509.Certificate, claimed: datetime | None, now: datetime) -> Text | None:
    if claimed is None:
        return None
    if claimed > now + CLOCK_TOLERANCE:
        return Text(
            "Waktu tanda tangan yang diakui ada di masa depan.",
            "The claimed signing time lies in the future.",
        )
    if not certificate.not_valid_before_utc - CLOCK_TOLERANCE <= claimed <= certificate.not_valid_after_utc:
        return Text(
            "Waktu tanda tangan yang diakui berada di luar masa berlaku sertifikat.",
            "The claimed signing time lies outside the certificate's validity.",
        )
    return None


def _chain_problem(
    certificate: x509.Certificate,
    evidence: Evidence,
    roots: Sequence[asn1_x509.Certificate],
    moment: datetime,
) -> Text | None:
    try:
        context = ValidationContext(
            trust_roots=list(roots),
            other_certs=[to_asn1(c) for c in evidence.certificates],
            crls=list(evidence.crls),
            ocsps=list(evidence.ocsps),
            moment=moment,
            allow_fetching=False,
            revocation_mode="soft-fail",
        )
        validator = CertificateValidator(to_asn1(certificate), validation_context=context)
        asyncio.run(validator.async_validate_usage(key_usage=set()))  # type: ignore[no-untyped-call]
    except ExpiredError:
        return Text(
            "Sertifikat kedaluwarsa, dan tidak ada cap waktu tepercaya dari masa berlakunya.",
            "The certificate has expired, and no trusted time stamp from before that is present.",
        )
    except NotYetValidError:
        return Text("Sertifikat belum berlaku.", "The certificate is not yet valid.")
    except RevokedError as error:
        when = f"{error.revocation_dt.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        return Text(
            f"Sertifikat dicabut penerbitnya pada {when}.",
            f"The certificate was revoked by its issuer on {when}.",
        )
    except (InvalidCertificateError, PathBuildingError):
        return _unknown_issuer(certificate)
    except Exception:  # ValidationError, or whatever the library stumbles over in a damaged certificate
        return Text(
            "Rantai sertifikat ke akar tepercaya tidak sah.",
            "The certificate chain to a trusted root does not hold.",
        )
    return None


def _unknown_issuer(certificate: x509.Certificate) -> Text:
    if certificate.subject == certificate.issuer:
        return Text(
            "Identitas dibuat sendiri: isi terjaga utuh, tetapi penanda tangan tidak dikenali.",
            "Self-made identity: the contents are intact, but the signer is not recognised.",
        )
    return Text(
        "Sertifikat tidak diterbitkan di bawah akar tepercaya yang diberikan.",
        "The certificate was not issued under the trusted roots given.",
    )
