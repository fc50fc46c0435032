"""One header of a column: what it may mean, and whose it says it is."""

from __future__ import annotations

from functools import lru_cache

from zi_desktop.worksheets.layouts import (
    CRITERIA_BEFORE_THE_ANSWER,
    FILLERS,
    NOTE_AFTER_THE_ANSWER,
    NOUNS,
    OWNERS,
    STAGED,
    Field,
    Owner,
)

Read = tuple[frozenset[Field], Owner | None]


@lru_cache(maxsize=4096)
def read_label(label: str) -> Read:
    """What a header may mean, and whose it says it is."""
    if fields := _FIELDS_OF.get(label):
        return fields, None
    padded = f" {label} "
    for phrase, owner in _OWNERS_BY_LENGTH:
        if f" {phrase} " in padded:
            fields = _owned_fields(padded.replace(f" {phrase} ", " ", 1), owner)
            if fields:
                return fields, owner
    words = label.split()
    if (
        len(words) > 2 and words[-2] == "tpi" and not words[-1].isdigit()
    ):  # the TPI of an agency we have never heard of
        return _FIELDS_OF.get(" ".join(words[:-2]), frozenset()) & STAGED, Owner.CENTRAL
    return frozenset(), None


def _owned_fields(rest: str, owner: Owner) -> frozenset[Field]:
    """What is left of a header without whose it is: ``jawaban``, also of ``jawaban unit/satker`` and of
    ``hasil evaluasi tpi`` above ``jawaban``."""
    bare = " ".join(rest.split())
    if found := _FIELDS_OF.get(bare, frozenset()) & STAGED:
        return found
    for phrase in (*sorted(OWNERS[owner], key=len, reverse=True), *FILLERS):
        bare = " ".join(f" {bare} ".replace(f" {phrase} ", " ").split())
    return _FIELDS_OF.get(bare, frozenset()) & STAGED


def _by_phrase() -> dict[str, frozenset[Field]]:
    found: dict[str, frozenset[Field]] = {}
    for field, phrases in NOUNS.items():
        for phrase in phrases:
            found[phrase] = found.get(phrase, frozenset()) | {field}
    for phrase in NOTE_AFTER_THE_ANSWER:
        found[phrase] |= {Field.NOTE}
    for phrase in CRITERIA_BEFORE_THE_ANSWER:
        found[phrase] |= {Field.CRITERIA}
    return found


_FIELDS_OF = _by_phrase()
_OWNERS_BY_LENGTH = sorted(
    ((phrase, owner) for owner, phrases in OWNERS.items() for phrase in phrases),
    key=lambda pair: -len(pair[0]),
)
