"""The passphrase of a store in the operating system's keyring, where there is one."""

from __future__ import annotations

import secrets
from pathlib import Path

_SERVICE = "ZI Desktop"
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that is misread when copied by hand


def recall(path: Path) -> str | None:
    """The remembered passphrase; None when there is none or no keyring."""
    import keyring
    import keyring.errors

    try:
        return keyring.get_password(_SERVICE, str(path.resolve()))
    except keyring.errors.KeyringError:
        return None


def remember(path: Path, passphrase: str) -> bool:
    """True only if the keyring gives back what was put in."""
    import keyring
    import keyring.errors

    try:
        keyring.set_password(_SERVICE, str(path.resolve()), passphrase)
    except keyring.errors.KeyringError:
        return False
    return recall(path) == passphrase


def new_passphrase() -> str:
    """125 bits in five groups that a person can write down."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(5))
