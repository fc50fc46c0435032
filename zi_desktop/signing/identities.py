"""Who signs: a private key with its certificate, from a PKCS#12 file or a token; and what makes it fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.self_made import make_self_signed

if TYPE_CHECKING:
    from cryptography import x509

    from zi_desktop.signing.private_key import PrivateKey

__all__ = [
    "Identity",
    "check_certificate",
    "check_usable",
    "common_name",
    "issuer_name",
    "load_pkcs12",
    "make_self_signed",
    "purpose_problem",
]

MAX_PKCS12_BYTES = 1024 * 1024
MIN_RSA_BITS = 2048
CURVES = ("secp256r1", "secp384r1", "secp521r1")

# RFC 5280 and RFC 9336 purposes, and those of Microsoft and Adobe, under which a certificate may sign
# documents
SIGNING_PURPOSES = {
    "1.3.6.1.5.5.7.3.4": "emailProtection",
    "1.3.6.1.5.5.7.3.36": "documentSigning",
    "1.3.6.1.4.1.311.10.3.12": "msDocumentSigning",
    "1.2.840.113583.1.1.5": "adobeAuthenticDocuments",
    "2.5.29.37.0": "anyExtendedKeyUsage",
}


@dataclass(frozen=True)
class Identity:
    """One signer: `subject` is the name people read (common name), `chain` the issuing certificates that
    came along.

    The key never shows in `repr`, so it cannot reach a log or an error report by accident.
    """

    subject: str
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    key: PrivateKey = field(repr=False, compare=False)

    @property
    def self_made(self) -> bool:
        """True when no authority stands behind it: it proves integrity, not who signed."""
        return self.certificate.subject == self.certificate.issuer


def load_pkcs12(data: bytes, passphrase: str) -> Identity:
    """The identity in a `.p12`/`.pfx` file; RSA of 2048 bits or more, or ECDSA on P-256, P-384 or P-521.

    Raises `ZiError`: `not-pkcs12`, `wrong-passphrase`, `no-key`, `no-certificate`, `key-mismatch`,
    `unsupported-key`. Whether it may sign today is `check_usable`'s question, so that an expired identity can
    still be shown.
    """
    if len(data) > MAX_PKCS12_BYTES or not _is_pkcs12(data):
        raise _not_pkcs12()
    key, certificate, chain = _open_pkcs12(data, passphrase)
    if key is None:
        raise ZiError(
            "no-key",
            Text("Berkas identitas tidak memuat kunci privat.", "The identity file holds no private key."),
            remedy=Text(
                "Ekspor ulang identitas beserta kunci privatnya.",
                "Export the identity again together with its private key.",
            ),
        )
    if certificate is None:
        raise ZiError(
            "no-certificate",
            Text("Berkas identitas tidak memuat sertifikat.", "The identity file holds no certificate."),
        )
    _check_key(key, certificate)
    return Identity(common_name(certificate), certificate, tuple(chain), key)  # type: ignore[arg-type]


def check_usable(identity: Identity, now: datetime | None = None) -> None:
    """Refuses to sign with what a verifier would refuse: call it before every signature.

    Raises `ZiError` as `check_certificate` does. `now` must know its time zone; the default is the clock.
    """
    check_certificate(identity.certificate, now or datetime.now(UTC))


def check_certificate(certificate: x509.Certificate, now: datetime) -> None:
    """Raises `ZiError` `certificate-expired`, `certificate-not-yet-valid`, `certificate-wrong-purpose` or
    `certificate-weak` (issued with SHA-1 or MD5, or holding a key of an unsupported kind or length)."""
    subject = common_name(certificate)
    start, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if now > end:
        raise ZiError(
            "certificate-expired",
            Text(
                f"Sertifikat {subject} kedaluwarsa sejak {end:%d-%m-%Y}.",
                f"The certificate of {subject} expired on {end:%Y-%m-%d}.",
            ),
            where=subject,
            remedy=Text("Perbarui sertifikat pada penerbitnya.", "Renew the certificate with its issuer."),
        )
    if now < start:
        raise ZiError(
            "certificate-not-yet-valid",
            Text(
                f"Sertifikat {subject} baru berlaku mulai {start:%d-%m-%Y}.",
                f"The certificate of {subject} is valid only from {start:%Y-%m-%d}.",
            ),
            where=subject,
            remedy=Text("Periksa jam dan tanggal komputer ini.", "Check this computer's clock and date."),
        )
    problem = purpose_problem(certificate)
    if problem is not None:
        raise ZiError(
            "certificate-wrong-purpose",
            problem,
            where=subject,
            remedy=Text(
                "Pakai sertifikat untuk tanda tangan dokumen.",
                "Use a certificate meant for signing documents.",
            ),
        )
    if _is_weak(certificate):
        raise ZiError(
            "certificate-weak",
            Text(
                f"Sertifikat {subject} memakai cara yang usang (SHA-1, MD5 atau kunci pendek).",
                f"The certificate of {subject} uses an outdated method (SHA-1, MD5 or a short key).",
            ),
            where=subject,
            remedy=Text("Minta sertifikat baru pada penerbitnya.", "Ask the issuer for a new certificate."),
        )


def _is_weak(certificate: x509.Certificate) -> bool:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    try:
        digest = certificate.signature_hash_algorithm
        key = certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return True
    if isinstance(digest, hashes.SHA1 | hashes.MD5):
        return True
    if isinstance(key, rsa.RSAPublicKey):
        return key.key_size < MIN_RSA_BITS
    return not (isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in CURVES)


def purpose_problem(certificate: x509.Certificate) -> Text | None:
    """Why this certificate must not sign documents (RFC 5280 §4.2.1.3, .9, .12), or None when it may."""
    from cryptography import x509

    try:
        extensions = certificate.extensions
    except (ValueError, x509.DuplicateExtension):
        return Text("Isi sertifikat tidak dapat dibaca.", "The certificate's contents cannot be read.")
    for extension in extensions:
        value = extension.value
        if isinstance(value, x509.BasicConstraints) and value.ca:
            return Text(
                "Ini sertifikat otoritas (CA), bukan milik penanda tangan.",
                "This is an authority's (CA) certificate, not a signer's.",
            )
        if isinstance(value, x509.KeyUsage) and not (value.digital_signature or value.content_commitment):
            return Text(
                "Sertifikat ini tidak diterbitkan untuk menandatangani.",
                "This certificate was not issued for signing.",
            )
        if isinstance(value, x509.ExtendedKeyUsage) and not any(
            purpose.dotted_string in SIGNING_PURPOSES for purpose in value
        ):
            return Text(
                "Sertifikat ini dibatasi untuk keperluan lain, bukan tanda tangan dokumen.",
                "This certificate is restricted to other purposes than signing documents.",
            )
    return None


def common_name(certificate: x509.Certificate) -> str:
    """The subject's common name, or the whole subject when it has none."""
    try:
        return _name(certificate.subject)
    except ValueError:  # names are read only when they are asked for
        return "?"


def issuer_name(certificate: x509.Certificate) -> str:
    """The same of whoever issued it."""
    try:
        return _name(certificate.issuer)
    except ValueError:
        return "?"


def _name(of: x509.Name) -> str:
    from cryptography.x509.oid import NameOID

    names = of.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else of.rfc4514_string()


def _is_pkcs12(data: bytes) -> bool:
    from asn1crypto import pkcs12

    try:
        pfx = pkcs12.Pfx.load(data)
        return bool(pfx["version"].native == "v3" and pfx["auth_safe"]["content_type"].native == "data")
    except (ValueError, TypeError, KeyError):
        return False


def _not_pkcs12() -> ZiError:
    return ZiError(
        "not-pkcs12",
        Text(
            "Berkas ini bukan identitas PKCS#12 (.p12/.pfx).", "This file is no PKCS#12 (.p12/.pfx) identity."
        ),
        remedy=Text(
            "Pilih berkas .p12 atau .pfx dari penerbit sertifikat Anda.", "Choose your .p12 or .pfx file."
        ),
    )


def _open_pkcs12(
    data: bytes, passphrase: str
) -> tuple[object | None, x509.Certificate | None, list[x509.Certificate]]:
    import warnings

    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        with warnings.catch_warnings():
            # files of older Windows versions are BER, not DER; cryptography reads them and says so
            warnings.filterwarnings("ignore", message="PKCS#12 bundle could not be parsed as DER")
            return pkcs12.load_key_and_certificates(data, passphrase.encode("utf-8") or None)
    except UnsupportedAlgorithm as error:
        raise _unsupported_key() from error
    except (ValueError, TypeError) as error:
        raise ZiError(
            "wrong-passphrase",
            Text(
                "Kata sandi identitas salah, atau berkasnya rusak.",
                "The identity's passphrase is wrong, or its file is damaged.",
            ),
            remedy=Text(
                "Ketik ulang kata sandinya; perhatikan huruf besar.", "Type it again; mind the capitals."
            ),
        ) from error


def _check_key(key: object, certificate: x509.Certificate) -> None:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    fit = (isinstance(key, rsa.RSAPrivateKey) and key.key_size >= MIN_RSA_BITS) or (
        isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in CURVES
    )
    if not fit or not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise _unsupported_key()
    try:
        matches = certificate.public_key() == key.public_key()
    except (ValueError, UnsupportedAlgorithm):
        matches = False
    if not matches:
        raise ZiError(
            "key-mismatch",
            Text(
                "Kunci dan sertifikat dalam berkas identitas tidak berpasangan.",
                "Key and certificate in the identity file do not belong together.",
            ),
        )


def _unsupported_key() -> ZiError:
    return ZiError(
        "unsupported-key",
        Text(
            "Jenis atau panjang kunci identitas ini tidak didukung.",
            "This identity's kind or length of key is not supported.",
        ),
        remedy=Text(
            "Pakai kunci RSA 2048 bit ke atas, atau ECDSA P-256, P-384 atau P-521.",
            "Use an RSA key of 2048 bits or more, or ECDSA on P-256, P-384 or P-521.",
        ),
    )
