"""Signing with a key on a smart card or USB token (PKCS#11): it never leaves it, only what is to be signed
goes there.

The library of a token is a program of its maker that runs inside ours, so it is loaded only from a file that
the user named, and used by one thread at a time (many of them know no threads).
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pkcs11
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from pkcs11 import Attribute, Mechanism, ObjectClass

from zi_desktop.signing import token_errors as errors
from zi_desktop.signing.identities import Identity, common_name
from zi_desktop.signing.token_place import TokenPlace

_SHA256_INFO = bytes.fromhex("3031300d060960864801650304020105000420")
"""What RFC 8017 §9.2 puts before a SHA-256 digest; every token signs the two together (CKM_RSA_PKCS)."""
_ONE_AT_A_TIME = threading.RLock()


@dataclass(frozen=True)
class TokenCertificate:
    """Somebody's certificate on a token, readable without a PIN, and the place of its key."""

    place: TokenPlace
    certificate: x509.Certificate

    @property
    def subject(self) -> str:
        return common_name(self.certificate)

    @property
    def valid_until(self) -> datetime:
        return self.certificate.not_valid_after_utc


@dataclass(frozen=True)
class TokenKey:
    """A private key on a token. Every signature opens the token anew, so that nothing stays unlocked; the PIN
    lives as long as this object and shows nowhere."""

    place: TokenPlace
    certificate: x509.Certificate
    key_id: bytes
    label: str
    _pin: _Pin

    def sign(self, data: bytes) -> bytes:
        """As `private_key.sign_sha256`. Raises ZiError as `load_token`, and ``key-mismatch`` when the key is
        not the certificate's."""
        digest = hashlib.sha256(data).digest()
        is_rsa = isinstance(self.certificate.public_key(), rsa.RSAPublicKey)
        with _session(self.place, self._pin) as session:
            key = self._find(session)
            again = {"pin": self._pin.text} if _asks_each_time(key) else {}
            if is_rsa:
                signature = bytes(key.sign(_SHA256_INFO + digest, mechanism=Mechanism.RSA_PKCS, **again))
            else:
                raw = bytes(key.sign(digest, mechanism=Mechanism.ECDSA, **again))
                half = len(raw) // 2
                signature = encode_dss_signature(
                    int.from_bytes(raw[:half], "big"), int.from_bytes(raw[half:], "big")
                )
        self._check(signature, data)
        return signature

    def _find(self, session: Any) -> Any:
        for key in _keys(session, self.place):
            if bytes(key[Attribute.ID] or b"") == self.key_id and _label(key) == self.label:
                return key
        raise errors.no_key(self.place, [])

    def _check(self, signature: bytes, data: bytes) -> None:
        public = self.certificate.public_key()
        try:
            if isinstance(public, rsa.RSAPublicKey):
                public.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
            elif isinstance(public, ec.EllipticCurvePublicKey):
                public.verify(signature, data, ec.ECDSA(hashes.SHA256()))
            else:
                raise InvalidSignature
        except InvalidSignature as error:
            raise errors.mismatch(self.label) from error


class _Pin:
    """Shows itself to nobody: neither in a log nor in an error report."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return "…"


def token_certificates(module: str) -> tuple[TokenCertificate, ...]:
    """Who could sign with the tokens that are plugged in: certificates but those of authorities. Raises
    ZiError ``token-module``, ``no-token`` or ``token-failed``."""
    with _ONE_AT_A_TIME, errors.told(module):
        found = []
        for token in _tokens(module):
            serial = token.serial.decode("ascii", "replace")
            with token.open() as session:
                known = _certificates(session)
            for key_id, label, certificate in known:
                newest = _certificate_of((key_id, label), known) is certificate
                if newest and not _is_authority(certificate):
                    place = TokenPlace(module, token.label, serial, label, key_id)
                    found.append(TokenCertificate(place, certificate))
    return tuple(found)


def load_token(place: TokenPlace, pin: str) -> Identity:
    """The identity at a place, with the authorities' certificates that lie beside it.

    Raises `ZiError`: ``token-module`` (no such library), ``no-token``, ``many-tokens``, ``wrong-pin``,
    ``pin-locked``, ``no-key``, ``many-keys``, ``no-certificate``, ``token-failed``. Whether it may sign today
    is `check_usable`'s question. A wrong PIN is tried once: after a few, tokens lock themselves.
    """
    kept = _Pin(pin)
    with _session(place, kept) as session:
        certificates = _certificates(session)
        keys = [(bytes(key[Attribute.ID] or b""), _label(key)) for key in _keys(session, place)]
        others = [_label(key) for key in _keys(session, TokenPlace(place.module))]
    if not keys:
        raise errors.no_key(place, others)
    paired = [(key, c) for key in keys if (c := _certificate_of(key, certificates)) is not None]
    if not paired:
        raise errors.no_certificate(", ".join(label for _, label in keys))
    if len(paired) > 1:
        raise errors.many_keys([label for (_, label), _ in paired])
    (key_id, label), certificate = paired[0]
    chain = _chain(certificate, [c for _, _, c in certificates])
    key = TokenKey(place, certificate, key_id, label, kept)
    return Identity(common_name(certificate), certificate, chain, key)


@contextmanager
def _session(place: TokenPlace, pin: _Pin) -> Iterator[Any]:
    with _ONE_AT_A_TIME, errors.told(place.module):
        token = _token(place)
        if not pin.text:
            raise errors.wrong_pin(token.label)
        with token.open(user_pin=pin.text) as session:
            yield session


def _tokens(module: str) -> list[Any]:
    path = Path(module)
    if not path.is_file():
        raise errors.no_module(module)
    try:
        # links resolved: a library under two names would be started twice, which it refuses
        library = pkcs11.lib(str(path.resolve()))
    except pkcs11.PKCS11Error as error:
        raise errors.no_module(module) from error
    return [t for t in library.get_tokens() if t.flags & pkcs11.TokenFlag.TOKEN_INITIALIZED]


def _token(place: TokenPlace) -> Any:
    known = _tokens(place.module)
    fit = [
        token
        for token in known
        if place.token in ("", token.label) and place.serial.encode() in (b"", token.serial)
    ]
    if not fit:
        raise errors.no_token(place.token or place.serial, [token.label for token in known])
    if len(fit) > 1:
        raise errors.many_tokens([token.label for token in fit])
    return fit[0]


def _keys(session: Any, place: TokenPlace) -> list[Any]:
    wanted: dict[Any, Any] = {Attribute.CLASS: ObjectClass.PRIVATE_KEY}
    if place.key_id:
        wanted[Attribute.ID] = place.key_id
    found = list(session.get_objects(wanted))
    # the certificate's label may be the one people know: it is not always its key's
    if place.key and not place.key_id:
        ids = {key_id for key_id, label, _ in _certificates(session) if label == place.key}
        found = [k for k in found if _label(k) == place.key or (k[Attribute.ID] and k[Attribute.ID] in ids)]
    return found


def _certificates(session: Any) -> list[tuple[bytes, str, x509.Certificate]]:
    found = []
    for entry in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        try:
            certificate = x509.load_der_x509_certificate(entry[Attribute.VALUE])
            certificate.public_key()
        except (ValueError, TypeError, UnsupportedAlgorithm):
            continue  # nobody can sign with what cannot be read
        found.append((bytes(entry[Attribute.ID] or b""), _label(entry), certificate))
    return found


def _certificate_of(
    key: tuple[bytes, str], certificates: list[tuple[bytes, str, x509.Certificate]]
) -> x509.Certificate | None:
    """The newest that bears the key's id (renewed ones keep it), or its label where keys have no id."""
    own = [c for id_, label, c in certificates if (id_ == key[0] if key[0] else label == key[1])]
    return max(own, key=lambda c: c.not_valid_after_utc, default=None)


def _chain(certificate: x509.Certificate, others: list[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    chain: list[x509.Certificate] = []
    below = certificate
    while below.subject != below.issuer:
        issuer = next((c for c in others if c.subject == below.issuer and c not in chain), None)
        if issuer is None:
            break
        chain.append(issuer)
        below = issuer
    return tuple(chain)


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return False


def _label(entry: Any) -> str:
    try:
        return str(entry[Attribute.LABEL])
    except pkcs11.AttributeTypeInvalid:
        return ""


def _asks_each_time(key: Any) -> bool:
    try:
        return bool(key[Attribute.ALWAYS_AUTHENTICATE])
    except (pkcs11.AttributeTypeInvalid, pkcs11.AttributeValueInvalid):
        return False
