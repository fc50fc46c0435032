"""The standing passages of the report: the template's, or the agency's own in their place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from zi_desktop.domain.resources import resource_path

_PLACE = re.compile(r"\{([a-z_]+)\}")


@cache
def template() -> Mapping[str, str]:
    """The passages by name, in the order of the document."""
    with resource_path("documents", "lhe.toml").open("rb") as file:
        return {name: text.strip() for name, text in tomllib.load(file).items()}


def passage(name: str, own: Mapping[str, str], values: Mapping[str, str]) -> Iterator[str]:
    """The paragraphs of a passage with ``values`` in their places. A sentence that names something which is
    not known is left out, and a paragraph of which nothing stays."""
    for paragraph in (own.get(name) or template()[name]).split("\n\n"):
        kept = [s for s in _sentences(" ".join(paragraph.split())) if _is_known(s, values)]
        text = _PLACE.sub(lambda found: values.get(found[1], found[0]), " ".join(kept))
        if text:
            yield text


def _sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.!?]) (?=[A-Z{])", text):
        if sentence.strip():
            yield sentence.strip()


def _is_known(sentence: str, values: Mapping[str, str]) -> bool:
    """A name nobody knows is no place: it is printed as it was typed."""
    return all(values.get(name, name) for name in _PLACE.findall(sentence))
