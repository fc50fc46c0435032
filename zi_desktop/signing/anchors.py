"""Trust anchors: the certificates of authorities, read from a file, and what makes one fit to be trusted."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from datetime import datetime

from asn1crypto import pem as pems
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.identities import common_name

MAX_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class TrustAnchor:
    """One authority: ``subject`` and ``issuer`` are the names people read, ``fingerprint`` SHA-256 in lower
    case hexadecimal, ``pem`` the certificate as `load_roots` takes it."""

    fingerprint: str
    subject: str
    issuer: str
    valid_from: datetime
    valid_until: datetime
    pem: bytes = field(repr=False)

    @property
    def own_root(self) -> bool:
        """Issued by itself: the top of its chain."""
        return self.subject == self.issuer


def anchors_in(data: bytes) -> tuple[TrustAnchor, ...]:
    """The authorities in a PEM, DER or PKCS#7 (.p7b) file, each once.

    Raises ZiError ``bad-trust-root`` (no readable or a damaged certificate) or ``not-an-authority``: if one
    of them is not a certificate authority's, none is taken.
    """
    try:
        certificates = certificates_in(data)
        for certificate in certificates:
            _check_authority(certificate)
        found = {anchor.fingerprint: anchor for anchor in map(_anchor, certificates)}
    except (ValueError, TypeError, UnsupportedAlgorithm, x509.DuplicateExtension) as error:
        raise bad_root() from error
    return tuple(found.values())


def certificates_in(data: bytes) -> list[x509.Certificate]:
    """All certificates in a PEM, DER or PKCS#7 file. Raises ValueError for a file without any."""
    if len(data) > MAX_BYTES:
        raise ValueError("too large")
    found = []
    for name, der in _blocks(data):
        try:
            found.append(x509.load_der_x509_certificate(der))
        except ValueError:
            if name == "CERTIFICATE":
                raise
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # older authorities' files are BER; they are read, and said
                found += pkcs7.load_der_pkcs7_certificates(der)
    if not found:
        raise ValueError("no certificate")
    return found


def bad_root() -> ZiError:
    return ZiError(
        "bad-trust-root",
        Text(
            "Berkas sertifikat akar tidak dapat dibaca.",
            "The trusted root's file holds no readable certificate.",
        ),
        remedy=Text(
            "Pakai berkas sertifikat PEM, DER atau P7B.", "Use a certificate file in PEM, DER or P7B."
        ),
    )


def _blocks(data: bytes) -> list[tuple[str, bytes]]:
    if pems.detect(data):
        return [(name, der) for name, _, der in pems.unarmor(data, multiple=True)]
    return [("", data)]


def _check_authority(certificate: x509.Certificate) -> None:
    if not _may_issue(certificate):
        name = common_name(certificate)
        raise ZiError(
            "not-an-authority",
            Text(
                f"{name} bukan sertifikat otoritas (CA).",
                f"{name} is no certificate authority's (CA) certificate.",
            ),
            where=name,
            remedy=Text(
                "Tambahkan sertifikat akar penerbitnya, bukan sertifikat seseorang.",
                "Add its issuer's root certificate, not a person's.",
            ),
        )
    if certificate.subject == certificate.issuer:
        try:
            certificate.verify_directly_issued_by(certificate)
        except InvalidSignature as error:
            raise ValueError("damaged") from error


def _may_issue(certificate: x509.Certificate) -> bool:
    """RFC 5280 §4.2.1.9 and §4.2.1.3."""
    extensions = certificate.extensions
    try:
        if not extensions.get_extension_for_class(x509.BasicConstraints).value.ca:
            return False
        return bool(extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign)
    except x509.ExtensionNotFound as missing:
        return missing.oid == x509.KeyUsage.oid


def _anchor(certificate: x509.Certificate) -> TrustAnchor:
    return TrustAnchor(
        certificate.fingerprint(hashes.SHA256()).hex(),
        common_name(certificate),
        _issuer_name(certificate),
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
        certificate.public_bytes(Encoding.PEM),
    )


def _issuer_name(certificate: x509.Certificate) -> str:
    names = certificate.issuer.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.issuer.rfc4514_string()
