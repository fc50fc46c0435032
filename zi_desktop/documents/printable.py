"""Texts of users, made fit for the page: nothing crashes it, nothing is swapped or lost without a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from xml.sax.saxutils import escape

from zi_desktop.domain.errors import Issue, Severity, Text

_REPLACEMENTS = "□\ufffd¤"
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_MOST_NAMED = 12


class Printable:
    """Cleans texts for fonts that have ``glyphs`` (code points), and remembers what they had to replace."""

    def __init__(self, glyphs: Collection[int]) -> None:
        self._glyphs = glyphs
        self.replacement = next((c for c in _REPLACEMENTS if ord(c) in glyphs), "[?]")
        self._lost: dict[str, dict[str, None]] = {}
        self._known: dict[str, str] = {"\n": "\n", "\t": " "}

    def clean(self, text: str, where: str) -> str:
        """Only characters the fonts have, in normal form C; ``where`` tells the reader of the issue."""
        if text.isascii() and text.isprintable():
            return text
        text = _BREAKS.sub("\n", unicodedata.normalize("NFC", text))
        return "".join(self._known.get(c) or self._fit(c, where) for c in text)

    def markup(self, text: str, where: str) -> str:
        """`clean`, as ReportLab paragraph markup in which the user's own markup is only text."""
        return escape(self.clean(text, where)).replace("\n", "<br/>")

    def _fit(self, char: str, where: str) -> str:
        category = unicodedata.category(char)
        if category == "Zs" and char != "\u00a0":
            fitted = " "
        elif category == "Cf" or "\ufe00" <= char <= "\ufe0f":
            return ""  # joiners, direction marks, variation selectors: they show nothing by themselves
        elif ord(char) in self._glyphs and category not in ("Cc", "Cs"):
            fitted = char
        else:
            self._lost.setdefault(char, {})[where] = None
            return self.replacement
        self._known[char] = fitted
        return fitted

    def issues(self) -> tuple[Issue, ...]:
        """One issue that names every replaced character and the places, or none."""
        if not self._lost:
            return ()
        named = ", ".join(f"U+{ord(c):04X}" for c in list(self._lost)[:_MOST_NAMED])
        kinds = len(self._lost)
        rest = kinds - _MOST_NAMED
        more = (f" dan {rest} lagi", f" and {rest} more") if rest > 0 else ("", "")
        where = list(dict.fromkeys(place for places in self._lost.values() for place in places))
        shown = ", ".join(where[:_MOST_NAMED]) + ("…" if len(where) > _MOST_NAMED else "")
        return (
            Issue(
                "not-printable",
                Severity.WARNING,
                Text(
                    f"{kinds} macam karakter tidak ada di huruf dokumen ini, dicetak sebagai "
                    f"{self.replacement} ({named}{more[0]})",
                    f"{kinds} kinds of characters are missing from the document's fonts and printed as "
                    f"{self.replacement} ({named}{more[1]})",
                ),
                where=shown,
                remedy=Text(
                    "Teks aslinya utuh di basis data dan di ekspor lain.",
                    "The original text is whole in the store and in the other exports.",
                ),
            ),
        )
