"""Indonesian wording reduced to comparable words: matching confirms a row by what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

Words = frozenset[str]

_WORD = re.compile(r"[^\W_]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_COMMON = frozenset(
    (
        *("dan", "yang", "atas", "di", "dari", "untuk", "dengan", "pada", "ke", "atau", "jika", "telah"),
        *("ada", "terdapat", "dalam", "terhadap", "oleh", "secara"),
    )
)
_PREFIXES = (
    *("meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "per", "pe"),
    *("ber", "ter", "di", "se", "ke"),
)
_SUFFIXES = ("kannya", "annya", "nya", "kan", "an", "i")


def clean_text(text: str) -> str:
    """`Sheet.raw` as a person meant it: line breaks as ``\\n``, control characters out."""
    if text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text).strip()


def words(text: str) -> Words:
    """The telling words of a sentence, cut to their stems."""
    return frozenset(_stem(w) for w in _WORD.findall(text.casefold()) if len(w) > 1 and w not in _COMMON)


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


def likeness(a: Words, b: Words) -> float:
    """0…1: shared words, all of them equally telling."""
    return len(a & b) / max(1, len(a | b))


@dataclass(frozen=True)
class Bag:
    """The words of one row or of one thing to be found: those of its wording, and all with its criteria."""

    text: Words
    all: Words


class Lexicon:
    """The words of one form: how telling each is, and what a misspelt one was meant to be."""

    def __init__(self, rarity: Mapping[str, float]) -> None:
        self.rarity = rarity
        self._near: dict[str, str | None] = {}
        for word in rarity:
            for variant in _shorter(word):
                self._near[variant] = None if variant in self._near else word
        self._mass: dict[Words, float] = {}
        self._first = 0  # the wording that answered last: a sheet keeps to one; decides the order only

    def spell(self, found: Words) -> Words:
        """Unknown words within one letter (missing, added, wrong or exchanged) of just one known word."""
        unknown = [w for w in found if w not in self.rarity]
        if not unknown:
            return found
        return frozenset((found - set(unknown)) | {self._meant(w) for w in unknown})

    def _meant(self, word: str) -> str:
        if len(word) < 4:
            return word
        if near := self._near.get(word):
            return near
        candidates = {near for v in _shorter(word) if (near := v if v in self.rarity else self._near.get(v))}
        return candidates.pop() if len(candidates) == 1 else word

    def mass(self, found: Words) -> float:
        if found not in self._mass:
            if len(self._mass) > 5000:  # texts of strangers, file after file
                self._mass.clear()
            rarity = self.rarity
            self._mass[found] = sum([rarity.get(w, 1.0) for w in found])
        return self._mass[found]

    def likeness(self, a: Words, b: Words) -> float:
        """0…1: shared words by how rare they are."""
        if a == b:
            return 1.0 if a else 0.0
        common = a & b
        if not common:
            return 0.0
        rarity = self.rarity
        return sum([rarity.get(w, 1.0) for w in common]) / sqrt(self.mass(a) * self.mass(b))

    def alike(self, row: Bag, variants: tuple[Bag, ...]) -> float:
        """The best likeness of a row to one of the wordings a thing is known by: all its words, or those of
        its wording alone where the criteria are gone or other ones."""
        best = 0.0
        for bag in variants if self._first == 0 else variants[::-1]:
            best = max(best, self.likeness(row.all, bag.all))
            if best <= 0.98 and (row.text != row.all or bag.text != bag.all):
                best = max(best, self.likeness(row.text, bag.text))
            if best > 0.98:
                if len(variants) > 1:
                    self._first = 0 if bag is variants[0] else 1
                break
        return best

    def wording(self, row: Bag, variants: tuple[Bag, ...]) -> float:
        """The best likeness of the row's wording alone, its criteria left out."""
        return max(self.likeness(row.text, bag.text) for bag in variants)

    def whole(self, row: Bag, variants: tuple[Bag, ...]) -> float:
        """The best likeness of all the row says, its criteria with it."""
        return max(self.likeness(row.all, bag.all) for bag in variants)

    def explained(self, row: Bag, variants: tuple[Bag, ...]) -> float:
        """0…1: the part of the row's words that one of the wordings accounts for; 1 for a row without any."""
        mass = self.mass(row.all)
        if not mass:
            return 1.0
        rarity = self.rarity
        return max(sum([rarity.get(w, 1.0) for w in row.all & bag.all]) / mass for bag in variants)


def _shorter(word: str) -> Iterator[str]:
    """The word without one of its letters."""
    return (word[:i] + word[i + 1 :] for i in range(len(word))) if len(word) > 3 else iter(())
