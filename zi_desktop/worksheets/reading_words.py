"""Indonesian wording reduced to comparable words: matching confirms a row by what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from zi_desktop.worksheets.workbook_file_sheet import unescaped

Words = frozenset[str]

_WORD = re.compile(r"[^\W_]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_COMMON = frozenset(
    (
        *("dan", "yang", "atas", "di", "dari", "untuk", "dengan", "pada", "ke", "atau", "jika", "telah"),
        *("sudah", "ada", "terdapat", "dalam", "terhadap", "oleh", "secara"),
    )
)
_PREFIXES = (
    *("meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "per", "pe"),
    *("ber", "ter", "di", "se", "ke"),
)
_SUFFIXES = ("kannya", "annya", "nya", "kan", "an", "i")


def clean_text(text: str) -> str:
    """Text as typed: ``_x000D_`` undone, line breaks as ``\\n``, control characters out."""
    if "_x" not in text and text.isprintable():
        return text.strip()
    text = unescaped(text).replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text).strip()


def words(text: str) -> Words:
    """The telling words of a sentence, cut to their stems."""
    return frozenset(_stem(w) for w in _WORD.findall(text.casefold()) if w not in _COMMON)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    return word[:5]


def likeness(a: Words, b: Words, rarity: Mapping[str, float]) -> float:
    """0…1: shared words by how rare they are; ``rarity`` gives each word's weight, 1 when it has none."""
    return likenesses((a,), (b,), rarity)[0][0]


def likenesses(
    these: Sequence[Words], those: Sequence[Words], rarity: Mapping[str, float]
) -> list[list[float]]:
    """`likeness` of every one of these with every one of those."""
    mass = {ws: sum([rarity.get(w, 1.0) for w in ws]) for ws in (*these, *those)}
    table = []
    for a in these:
        row = []
        for b in those:
            common = a & b
            shared = sum([rarity.get(w, 1.0) for w in common]) if common else 0.0
            row.append(shared / (mass[a] * mass[b]) ** 0.5 if shared else 0.0)
        table.append(row)
    return table
