"""Detached signatures (CAdES-B-B, `.p7s`) over any bytes: the manifest of a hand-over package is signed
so."""

from __future__ import annotations

from datetime import UTC, datetime

from zi_desktop.signing.identities import Identity, check_usable
from zi_desktop.signing.roles import clean_line


def sign_detached(data: bytes, identity: Identity, role: str, *, moment: datetime | None = None) -> bytes:
    """A DER `SignedData` without the content; signing time, certificate and role are signed attributes.

    Checkable with `openssl cms -verify -cades -binary -inform DER -content FILE`. Raises `ZiError` of
    `check_usable`. `moment` (with a time zone) is now by default.
    """
    from zi_desktop.signing.cms_detached import sign

    when = (moment or datetime.now(UTC)).replace(microsecond=0)
    check_usable(identity, when)
    return sign(data, identity, clean_line(role), when)
