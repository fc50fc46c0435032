"""Which key on which token, as RFC 7512 writes it: ``pkcs11:token=KARTU;object=kunci?module-path=/p.so``.

A PIN has no place in it: it would be seen by whoever sees the command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from zi_desktop.domain.errors import Text, ZiError

SCHEME = "pkcs11:"
_SAID_ELSEWHERE = {"type", "manufacturer", "model", "library-manufacturer", "library-description", "slot-id"}
"""Attributes that other programs write, and that are not needed to find a key."""


@dataclass(frozen=True)
class TokenPlace:
    """``module``: the file of the token's PKCS#11 library. What is empty may be anything, if one fits."""

    module: str
    token: str = ""
    serial: str = ""
    key: str = ""
    key_id: bytes = b""

    @property
    def uri(self) -> str:
        """As `parse_uri` reads it."""
        path = [("token", self.token), ("serial", self.serial), ("object", self.key)]
        named = [f"{name}={quote(value, safe='')}" for name, value in path if value]
        if self.key_id:
            named.append("id=" + "".join(f"%{byte:02X}" for byte in self.key_id))
        return f"{SCHEME}{';'.join(named)}?module-path={quote(self.module, safe='/:')}"


def parse_uri(uri: str) -> TokenPlace:
    """Raises ZiError ``bad-token-uri``, also for one that carries a PIN."""
    path, _, query = uri.removeprefix(SCHEME).partition("?")
    found = dict(_pair(part) for part in path.split(";") if part)
    asked = dict(_pair(part) for part in query.split("&") if part)
    strange = [*(found.keys() - {"token", "serial", "object", "id"} - _SAID_ELSEWHERE)]
    strange += asked.keys() - {"module-path"}
    if not uri.startswith(SCHEME) or strange or not asked.get("module-path"):
        raise _bad_uri(uri if not {"pin-value", "pin-source"} & {*strange} else SCHEME)
    try:
        token, serial, key = (found.get(name, b"").decode() for name in ("token", "serial", "object"))
        return TokenPlace(asked["module-path"].decode(), token, serial, key, found.get("id", b""))
    except UnicodeDecodeError as error:
        raise _bad_uri(uri) from error


def _pair(part: str) -> tuple[str, bytes]:
    name, _, value = part.partition("=")
    return name, unquote_to_bytes(value)


def _bad_uri(uri: str) -> ZiError:
    return ZiError(
        "bad-token-uri",
        Text("Alamat token ini tidak dapat dipakai.", "This token's address cannot be used."),
        where=uri,
        remedy=Text(
            "Tulis pkcs11:token=NAMA;object=KUNCI?module-path=BERKAS; PIN lewat variabel.",
            "Write pkcs11:token=LABEL;object=KEY?module-path=FILE; the PIN goes through a variable.",
        ),
    )
