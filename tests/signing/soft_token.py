"""A real PKCS#11 token for tests: SoftHSM2 (`make test` installs it), with keys that never leave it.

SoftHSM reads its configuration once a process, so there is one folder with tokens for each test process.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pkcs11
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_der_public_key
from pkcs11 import Attribute, KeyType
from pkcs11.util.ec import encode_ec_public_key, encode_named_curve_parameters
from pkcs11.util.rsa import encode_rsa_public_key

from tests.signing import pki
from zi_desktop.signing.token_place import TokenPlace

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
PIN = "246810"
LABEL = "TOKEN UJI"
OTHER = "TOKEN KEDUA UJI"


@dataclass(frozen=True)
class PublicHalf:
    """All that a certificate needs of a key."""

    half: rsa.RSAPublicKey | ec.EllipticCurvePublicKey

    def public_key(self) -> rsa.RSAPublicKey | ec.EllipticCurvePublicKey:
        return self.half


@dataclass(frozen=True)
class SoftToken:
    """`LABEL` bears a key for every case, `OTHER` just one; all certificates are under ``root``."""

    root: pki.Authority
    issuer: pki.Authority

    def place(self, key: str, token: str = LABEL) -> TokenPlace:
        return TokenPlace(MODULE, token, key=key)


@cache
def soft_token() -> SoftToken:
    folder = Path(tempfile.mkdtemp(prefix="zi-token-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    for label in (LABEL, OTHER):
        command = ["softhsm2-util", "--init-token", "--free", "--label", label]
        subprocess.run(
            [*command, "--so-pin", "13579013", "--pin", PIN], check=True, capture_output=True, timeout=60
        )
    root = pki.authority("CA Akar Token Uji")
    made = SoftToken(root, pki.authority("CA Penerbit Token Uji", root))
    library = pkcs11.lib(str(Path(MODULE).resolve()))
    with library.get_token(token_label=LABEL).open(rw=True, user_pin=PIN) as session:
        _fill(session, made.issuer)
    with library.get_token(token_label=OTHER).open(rw=True, user_pin=PIN) as session:
        half = _rsa_pair(session, "satu-satunya", b"\x31")
        _store(session, "satu-satunya", b"\x31", _issue(made.issuer, pki.Wish("Rekaan Tunggal"), half))
    return made


def private_attributes(key: str) -> dict[str, Any]:
    """What the token says of a private key of `LABEL`."""
    library = pkcs11.lib(str(Path(MODULE).resolve()))
    with library.get_token(token_label=LABEL).open(user_pin=PIN) as session:
        found = session.get_key(label=key, object_class=pkcs11.ObjectClass.PRIVATE_KEY)
        names = ("EXTRACTABLE", "SENSITIVE", "NEVER_EXTRACTABLE", "LOCAL")
        return {name: found[Attribute[name]] for name in names}


def read_private_value(key: str) -> bytes:
    """Asks the token for the secret itself; it must refuse."""
    library = pkcs11.lib(str(Path(MODULE).resolve()))
    with library.get_token(token_label=LABEL).open(user_pin=PIN) as session:
        found = session.get_key(label=key, object_class=pkcs11.ObjectClass.PRIVATE_KEY)
        return bytes(found[Attribute.PRIVATE_EXPONENT])


def _fill(session: Any, issuer: pki.Authority) -> None:
    for number, (label, wish) in enumerate(
        {
            "ketua": pki.Wish("Rekaan Ketua Token"),
            "anggota": pki.Wish("Rekaan Anggota Token"),
            "kedaluwarsa": pki.Wish("Rekaan Lama", start=-400, end=-10),
            "belum-berlaku": pki.Wish("Rekaan Nanti", start=10),
            "server": pki.Wish("Rekaan Server", purposes=("1.3.6.1.5.5.7.3.1",)),
            "bukan-penanda": pki.Wish("Rekaan Sandi", key_usage=("key_encipherment",)),
        }.items(),
        start=1,
    ):
        make = _rsa_pair if label == "ketua" else _ec_pair
        _store(session, label, bytes([number]), _issue(issuer, wish, make(session, label, bytes([number]))))
    _ec_pair(session, "tanpa-sertifikat", b"\x11")
    _ec_pair(session, "tertukar", b"\x12")
    _store(session, "tertukar", b"\x12", issuer.issue(pki.Wish("Rekaan Tertukar"), pki.ec_key()))
    old = _ec_pair(session, "diperbarui", b"\x13")
    for name, end in (("Rekaan Terbaru", 300), ("Rekaan Sebelumnya", 100)):
        _store(session, "diperbarui", b"\x13", _issue(issuer, pki.Wish(name, end=end), old))
    _store(session, "penerbit", b"\x20", issuer.certificate)


def _issue(
    issuer: pki.Authority, wish: pki.Wish, half: rsa.RSAPublicKey | ec.EllipticCurvePublicKey
) -> x509.Certificate:
    return issuer.issue(wish, PublicHalf(half))  # type: ignore[arg-type]


def _rsa_pair(session: Any, label: str, key_id: bytes) -> Any:
    public, _ = session.generate_keypair(
        KeyType.RSA, 2048, id=key_id, label=label, store=True, private_template=_STAYS
    )
    return load_der_public_key(encode_rsa_public_key(public))


def _ec_pair(session: Any, label: str, key_id: bytes) -> Any:
    curve = {Attribute.EC_PARAMS: encode_named_curve_parameters("secp256r1")}
    domain = session.create_domain_parameters(KeyType.EC, curve, local=True)
    public, _ = domain.generate_keypair(id=key_id, label=label, store=True, private_template=_STAYS)
    return load_der_public_key(encode_ec_public_key(public))


_STAYS = {Attribute.EXTRACTABLE: False, Attribute.SENSITIVE: True}


def _store(session: Any, label: str, key_id: bytes, certificate: x509.Certificate) -> None:
    session.create_object(
        {
            Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
            Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
            Attribute.TOKEN: True,
            Attribute.PRIVATE: False,
            Attribute.LABEL: label,
            Attribute.ID: key_id,
            Attribute.SUBJECT: certificate.subject.public_bytes(),
            Attribute.VALUE: certificate.public_bytes(Encoding.DER),
        }
    )
