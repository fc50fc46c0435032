"""Who signed after whom: package signatures do not cover each other, so each names those it found.

Its comment, which Excel shows and the signature covers, ends with digests of the signature values that were
there already. Take one of them out, and the later ones tell of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from zi_desktop.signing.opc_package import Package
from zi_desktop.signing.opc_xml import REL_ORIGIN, REL_SIGNATURE

_DIGITS = 16
_NAMED = re.compile(r"\[setelah tanda tangan ((?:[0-9a-f]{16}(?:, )?)+)\]\Z")
_VALUE = re.compile(rb"<(?:\w+:)?SignatureValue[^>]*>([^<]*)<")


def signature_parts(package: Package) -> list[str]:
    """The signature parts that are linked and there, in order."""
    origins = [r.target for r in package.relationships("/") if r.type == REL_ORIGIN and r.target]
    found = [r.target for o in origins for r in package.relationships(o) if r.type == REL_SIGNATURE]
    return [part for part in dict.fromkeys(found) if part in package.parts]


def signature_digests(package: Package) -> tuple[str, ...]:
    """The first digits of SHA-256 over each signature value without its white space, in the parts' order."""
    return tuple(_digest(package.parts[part]) for part in signature_parts(package))


def _digest(xml: bytes) -> str:
    found = _VALUE.search(xml)
    return hashlib.sha256(b"".join((found[1] if found else xml).split())).hexdigest()[:_DIGITS]


def after_others(comment: str, digests: Iterable[str]) -> str:
    """The comment of a signature that follows those with the `digests`."""
    named = ", ".join(digests)
    return f"{comment} [setelah tanda tangan {named}]".lstrip() if named else comment


def named_before(comment: str) -> frozenset[str]:
    """The digests that a comment names."""
    found = _NAMED.search(comment)
    return frozenset(found[1].split(", ")) if found else frozenset()
