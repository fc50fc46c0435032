"""Who signs now, and with what: a PKCS#12 file, or a key on a token (PKCS#11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Text, ZiError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zi_desktop.signing.identities import Identity
    from zi_desktop.signing.token import TokenCertificate
    from zi_desktop.signing.token_place import TokenPlace


@dataclass(frozen=True)
class SignerRequest:
    """One person who signs now: the PKCS#12 file's bytes, its passphrase, and in which role."""

    p12: bytes = field(repr=False)
    passphrase: str = field(repr=False)
    role: str

    def load(self) -> Identity:
        from zi_desktop.signing.identities import load_pkcs12

        return load_pkcs12(self.p12, self.passphrase)


@dataclass(frozen=True)
class TokenRequest:
    """One person who signs now with a key that stays on a card or USB token."""

    place: TokenPlace
    pin: str = field(repr=False)
    role: str

    def load(self) -> Identity:
        from zi_desktop.signing.token import load_token

        return load_token(self.place, self.pin)


AnySigner = SignerRequest | TokenRequest


def ready_identity(signer: AnySigner) -> Identity:
    """The identity, if it may sign today. Raises ZiError ``role-missing`` and what the room of signing
    refuses: passphrase or PIN, certificate, token."""
    from zi_desktop.signing.identities import check_usable

    if not signer.role.strip():
        raise ZiError(
            "role-missing",
            Text("Peran penanda tangan belum diisi", "The signer's role is missing"),
            remedy=Text("Isi peran, misalnya Ketua Tim.", "Enter a role, for example Ketua Tim."),
        )
    identity = signer.load()
    check_usable(identity)
    return identity


def token_place(uri: str) -> TokenPlace:
    """Reads ``pkcs11:token=…;object=…?module-path=…`` (RFC 7512). Raises ZiError ``bad-token-uri``."""
    from zi_desktop.signing.token_place import parse_uri

    return parse_uri(uri)


def token_certificates(module: str) -> Sequence[TokenCertificate]:
    """Who could sign with the tokens that this PKCS#11 library sees; no PIN is needed to ask. Raises ZiError
    ``token-module``, ``no-token`` or ``token-failed``."""
    from zi_desktop.signing import token

    return token.token_certificates(module)
