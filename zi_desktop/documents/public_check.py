"""The public summary read back from its bytes: what it must show, shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from zi_desktop.documents.format import number
from zi_desktop.documents.model import Difference
from zi_desktop.documents.public_words import DISCLAIMER, TITLE, PublicWords

_NOT_COMPARED = re.compile(
    "[\\s\u00a0\ufffe\u0002-]+"
)  # spaces, and hyphens that pdfium takes for hyphenation
_ACTIVE = frozenset({"script", "iframe", "object", "embed", "link", "img", "form", "base", "audio", "video"})


def differences_of(words: PublicWords, name: str, data: bytes) -> tuple[int, tuple[Difference, ...]]:
    """See `zi_desktop.documents.public_differences`."""
    if name.endswith(".html"):
        expected = [*_expected(words), *_in_html(words)]
        page = _Page()
        page.feed(data.decode())
        text, found = squeezed("".join(page.texts)), page.found
    else:
        expected = [_printed(part) for part in (*_expected(words), *_in_pdf(words))]
        text, found = _text_of(data)
    found += [Difference(name, "", part) for part in expected if squeezed(part) not in text]
    return len(expected), tuple(found)


def _expected(words: PublicWords) -> Iterator[str]:
    yield from (TITLE, words.unit, words.total, DISCLAIMER, words.made, words.document_id)
    yield from (words.agency, words.office, *words.standing)
    yield from (value for _, value in words.facts)
    for predikat in words.predikat:
        yield from (predikat.label, predikat.verdict, predikat.also)
    for bar in words.bars:
        yield from (bar.label, bar.figure)


def _in_html(words: PublicWords) -> Iterator[str]:
    for bar in words.bars:
        for _, need, met in bar.needs:
            yield f"{number(need, 2)} {'✓ tercapai' if met else '✗ belum'}"


def _in_pdf(words: PublicWords) -> Iterator[str]:
    yield from (bar.verdict for bar in words.bars)
    yield from (predikat.lacking for predikat in words.predikat)


def _printed(text: str) -> str:
    from zi_desktop.documents.printable import Printable
    from zi_desktop.documents.style import register_fonts

    return Printable(register_fonts()).clean(text, "")


def _text_of(pdf: bytes) -> tuple[str, list[Difference]]:
    from zi_desktop.documents.reading import read_texts

    pages = read_texts(pdf)
    many = [] if len(pages) == 1 else [Difference("halaman", str(len(pages)), "1")]
    return squeezed("".join(pages)), many


def squeezed(text: str) -> str:
    """Without what line breaks change."""
    return _NOT_COMPARED.sub("", text)


class _Page(HTMLParser):
    """The texts of a page, and what in it could run or load something."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.found: list[Difference] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        loads = [name for name, _ in attrs if name in ("src", "href", "srcset") or name.startswith("on")]
        if tag in _ACTIVE or loads:
            self.found.append(Difference(tag, " ".join(loads) or tag, ""))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
