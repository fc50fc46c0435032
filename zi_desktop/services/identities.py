"""A local identity for those who have none: it proves integrity, and says that it proves no name."""

from __future__ import annotations


def make_local_identity(name: str, organisation: str, passphrase: str) -> bytes:
    """A PKCS#12 file with a new key. Raises ZiError ``bad-name`` or ``weak-passphrase``."""
    from zi_desktop.signing.self_made import make_self_signed

    return make_self_signed(name, organisation, passphrase=passphrase)
