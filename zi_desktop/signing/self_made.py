"""A signing identity made in the program itself: it proves that nothing changed, not who the person is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Text, ZiError

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import rsa

LOCAL_UNIT = "Identitas lokal buatan sendiri (self-made local identity)"


def make_self_signed(
    name: str,
    organisation: str = "",
    *,
    passphrase: str,
    years: int = 3,
    key_bits: int = 3072,
    now: datetime | None = None,
) -> bytes:
    """A PKCS#12 file with a new RSA key (2048 or 3072 bits) whose certificate says itself that it is
    self-made.

    Raises `ZiError` `bad-name` (empty, or longer than the 64 characters X.520 allows) or `weak-passphrase`.
    """
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    if key_bits not in (2048, 3072):
        raise ValueError("key_bits must be 2048 or 3072")
    _check_names(name, organisation)
    if len(passphrase) < 6:
        raise ZiError(
            "weak-passphrase",
            Text("Kata sandi identitas terlalu pendek.", "The identity's passphrase is too short."),
            remedy=Text("Pakai sedikitnya 6 karakter.", "Use at least 6 characters."),
        )
    key = rsa.generate_private_key(public_exponent=65537, key_size=key_bits)
    start = (now or datetime.now(UTC)) - timedelta(minutes=5)
    certificate = _certificate(key, _subject(name, organisation), start, start + timedelta(days=365 * years))
    return pkcs12.serialize_key_and_certificates(
        name.encode("utf-8"), key, certificate, None, BestAvailableEncryption(passphrase.encode("utf-8"))
    )


def _check_names(name: str, organisation: str) -> None:
    if not name.strip() or len(name) > 64 or len(organisation) > 64:
        raise ZiError(
            "bad-name",
            Text(
                "Nama atau instansi kosong atau lebih dari 64 karakter.",
                "The name or organisation is empty or longer than 64 characters.",
            ),
            where=name[:80],
        )


def _subject(name: str, organisation: str) -> x509.Name:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    attributes = [x509.NameAttribute(NameOID.COUNTRY_NAME, "ID")]
    if organisation:
        attributes.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    attributes.append(x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, LOCAL_UNIT))
    attributes.append(x509.NameAttribute(NameOID.COMMON_NAME, name))
    return x509.Name(attributes)


def _certificate(
    key: rsa.RSAPrivateKey, subject: x509.Name, start: datetime, end: datetime
) -> x509.Certificate:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"), False
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=True,
                encipher_only=False,
                decipher_only=False,
                **usage,
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
