"""Who is to sign, as files name them before and after: role, name, NIP, and the document it belongs to.

In a PDF each prepared field bears this as its readable name (/TU), which screen readers speak and which tells
the next laptop whom the field waits for; a verifier reads from it who has not signed yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_LINE = re.compile(
    r"(?P<role>.*?)(?:: (?P<name>.*?))?(?:, NIP (?P<nip>[^,()]*))?(?: \(dokumen (?P<document>[^()]*)\))?\Z"
)


class Signer(NamedTuple):
    """One person expected to sign, or who did; empty texts where nothing is known."""

    role: str
    name: str = ""
    nip: str = ""

    @property
    def label(self) -> str:
        """``Ketua Tim: Rekaan Ketua``."""
        return f"{self.role}: {self.name}" if self.name else self.role


def field_label(signer: Signer, document: str = "") -> str:
    """The readable name of a prepared field; `read_field_label` reads it back."""
    nip = f", NIP {signer.nip}" if signer.nip else ""
    return signer.label + nip + (f" (dokumen {document})" if document else "")


def read_field_label(text: str) -> tuple[Signer, str]:
    """Signer and document id of a field's readable name; a foreign one is all role."""
    found = _LINE.match(text)
    if found is None:
        return Signer(text), ""
    return Signer(found["role"], found["name"] or "", found["nip"] or ""), found["document"] or ""


def same_role(one: str, other: str) -> bool:
    """Roles are equal when they differ only in case and spaces."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def unsigned_yet(expected: Sequence[Signer], signed: Sequence[tuple[str, str]]) -> tuple[Signer, ...]:
    """The expected signers who are not among the `signed` (name, role): by name first, then by role."""
    left = list(signed)
    by_role = []
    for signer in expected:
        same = next((s for s in left if s[0] == signer.name and same_role(s[1], signer.role)), None)
        if same is None:
            by_role.append(signer)
        else:
            left.remove(same)
    awaited = []
    for signer in by_role:
        same = next((s for s in left if same_role(s[1], signer.role)), None)
        if same is None:
            awaited.append(signer)
        else:
            left.remove(same)
    return tuple(awaited)
