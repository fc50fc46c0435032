"""Signed results of one evaluation: a correction is the next version and names those before it by hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FILES = ((".pdf", "PDF"), (".xlsx", "XLSX"), (".json", "JSON"), (".zipkg", "paket"))
"""The files of a signed result by their ending, and what they are called."""


@dataclass(frozen=True)
class SignedVersion:
    """One signed result. ``head``: the log head that was signed; ``files``: SHA-256 by file name."""

    number: int
    head: str = ""
    at: str = ""
    signers: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)

    def hash_of(self, suffix: str) -> str:
        """SHA-256 of the file with this ending; empty when there was none."""
        return next((digest for name, digest in self.files.items() if name.endswith(suffix)), "")


@dataclass(frozen=True)
class Versions:
    """Which version a file is. ``number`` 0: nobody says; ``final``: signing this file locked the evaluation,
    else it is a draft; ``replaces``: signed results before it, the newest first; ``reason``: why the last of
    them was opened again."""

    number: int = 0
    final: bool = False
    replaces: tuple[SignedVersion, ...] = ()
    reason: str = ""

    def __bool__(self) -> bool:
        return bool(self.number)


def version_in_words(versions: Versions) -> str:
    """``2, menggantikan versi 1``; empty for a draft of a first version."""
    replaced = dict.fromkeys(str(version.number) for version in versions.replaces)
    listed = " dan ".join(filter(None, (", ".join(list(replaced)[:-1]), *list(replaced)[-1:])))
    if not versions.final:
        return f"draf perubahan atas versi {listed}" if replaced else ""
    return f"{versions.number}, menggantikan versi {listed}" if replaced else str(versions.number)


def versions_as_dict(versions: Versions) -> dict[str, Any]:
    """JSON values; `versions_from` reads them back."""
    return {
        "number": versions.number,
        "final": versions.final,
        "reason": versions.reason,
        "replaces": [version_as_dict(version) for version in versions.replaces],
    }


def version_as_dict(version: SignedVersion) -> dict[str, Any]:
    return {
        "number": version.number,
        "head": version.head,
        "at": version.at,
        "signers": list(version.signers),
        "files": dict(version.files),
    }


def versions_from(value: object) -> Versions:
    """Nothing known (a false `Versions`) for values of another shape."""
    if not isinstance(value, dict):
        return Versions()
    try:
        return Versions(
            int(value["number"]),
            value["final"] is True,
            tuple(_version(one) for one in value["replaces"]),
            str(value["reason"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return Versions()


def _version(value: Mapping[str, Any]) -> SignedVersion:
    return SignedVersion(
        int(value["number"]),
        str(value["head"]),
        str(value["at"]),
        tuple(str(name) for name in value["signers"]),
        {str(name): str(digest) for name, digest in value["files"].items()},
    )
