"""The window's stores are encrypted; their passphrase lives in the operating system's keyring."""

from __future__ import annotations

from pathlib import Path

from zi_desktop.store import keys


def window_passphrase(path: Path) -> str | None:
    """The passphrase to open ``path`` with: remembered, or a new one for a store that does not exist yet.
    None when the keyring has none or there is no keyring: ask the user."""
    known = keys.recall(path)
    if known or (path.exists() and path.stat().st_size):
        return known
    fresh = keys.new_passphrase()
    return fresh if keys.remember(path, fresh) else None


def remembered_passphrase(path: Path) -> str | None:
    """What the keyring holds for this store, to be shown to its owner; None for nothing."""
    return keys.recall(path)


def remember_passphrase(path: Path, passphrase: str) -> bool:
    """False when there is no keyring to remember it; the user is then asked again next time."""
    return keys.remember(path, passphrase)
