"""By which words the official wording of a question is known, where our own paraphrase shares few with it.

The file per edition holds, for each cell code, the stems of the official wording and of its criteria, in
alphabetical order: enough to recognise a row, and no text. An edition without such a file is recognised by
our own wording alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from zi_desktop.domain.resources import resource_path
from zi_desktop.worksheets.reading_words import Bag


def load_vocabulary(edition: str) -> Mapping[str, Bag]:
    """By cell code or, for a computed question, question code. Empty for an edition without a file."""
    try:
        path = resource_path("lke", f"kata-{edition}.txt")
    except FileNotFoundError:
        return {}
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, text, criteria = line.split("|")
            words = frozenset(text.split())
            found[code] = Bag(words, words | frozenset(criteria.split()))
    return found
