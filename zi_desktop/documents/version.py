"""The signed results that a report replaces, in words that are signed with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from zi_desktop.documents.format import long_date
from zi_desktop.domain.versions import FILES, SignedVersion, Versions


def replaced_in_words(versions: Versions) -> Iterator[tuple[str, str]]:
    """(key, paragraph) for each signed result that is replaced, the newest first: when and by whom it was
    signed, and the hash of each of its files."""
    for place, version in enumerate(versions.replaces, 1):
        yield f"v.{place}", _heading(version)
        for suffix, name in FILES:
            if digest := version.hash_of(suffix):
                yield f"v.{place}{suffix}", f"SHA-256 {name}: {digest}"
    if versions.reason:
        yield "v.reason", f"Alasan perubahan: {versions.reason}"


def _heading(version: SignedVersion) -> str:
    by = f" oleh {', '.join(version.signers)}" if version.signers else ""
    return f"Menggantikan versi {version.number}{_day(version.at)}{by}:"


def _day(moment: str) -> str:
    try:
        return f" yang ditandatangani {long_date(dt.datetime.fromisoformat(moment).date())}"
    except ValueError:
        return ""
