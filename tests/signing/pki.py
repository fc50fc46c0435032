"""A certificate authority for tests, made at test time: root, issuing CA, and whoever it is asked to
certify."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
PASSPHRASE = "rahasia uji"
DAY = dt.timedelta(days=1)


def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, bits)


def ec_key(curve: ec.EllipticCurve | None = None) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(curve or ec.SECP256R1())


@dataclass(frozen=True)
class Wish:
    """What a certificate is to look like; times in days from now."""

    name: str
    start: float = -1
    end: float = 365
    is_ca: bool = False
    key_usage: tuple[str, ...] | None = ("digital_signature", "content_commitment")
    purposes: tuple[str, ...] = ()
    crl_url: str = ""
    ocsp_url: str = ""
    critical_purposes: bool = False


@dataclass
class Authority:
    """A CA: its key, its certificate, and those above it."""

    key: Key
    certificate: x509.Certificate
    above: list[x509.Certificate] = field(default_factory=list)

    @property
    def chain(self) -> list[x509.Certificate]:
        return [self.certificate, *self.above]

    def issue(self, wish: Wish, key: Key) -> x509.Certificate:
        return build(wish, key, self.certificate.subject, self.key)

    def pkcs12(self, wish: Wish, key: Key, passphrase: str = PASSPHRASE) -> bytes:
        certificate = self.issue(wish, key)
        return pkcs12.serialize_key_and_certificates(
            b"uji", key, certificate, self.chain, BestAvailableEncryption(passphrase.encode())
        )

    @property
    def pem(self) -> bytes:
        return pem(self.certificate)


def authority(name: str, above: Authority | None = None) -> Authority:
    key = rsa_key()
    wish = Wish(name, start=-2000, end=2000, is_ca=True, key_usage=("key_cert_sign", "crl_sign"))
    if above is None:
        return Authority(key, build(wish, key, distinguished(name), key))
    return Authority(key, above.issue(wish, key), above.chain)


def build(wish: Wish, key: Key, issuer: x509.Name, issuer_key: Key) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    builder = (
        x509.CertificateBuilder()
        .subject_name(distinguished(wish.name))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + wish.start * DAY)
        .not_valid_after(now + wish.end * DAY)
        .add_extension(x509.BasicConstraints(ca=wish.is_ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
    )
    if wish.key_usage is not None:
        names = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment")
        names += ("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
        usage = x509.KeyUsage(**{name: name in wish.key_usage for name in names})
        builder = builder.add_extension(usage, critical=True)
    if wish.purposes:
        oids = [x509.ObjectIdentifier(purpose) for purpose in wish.purposes]
        builder = builder.add_extension(x509.ExtendedKeyUsage(oids), critical=wish.critical_purposes)
    if wish.crl_url:
        point = x509.DistributionPoint([x509.UniformResourceIdentifier(wish.crl_url)], None, None, None)
        builder = builder.add_extension(x509.CRLDistributionPoints([point]), critical=False)
    if wish.ocsp_url:
        responder = x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(wish.ocsp_url)
        )
        builder = builder.add_extension(x509.AuthorityInformationAccess([responder]), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


def distinguished(name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Instansi Contoh (UJI)"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def key_pem(key: Key) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
