"""Document names and links out of one cell: numbered lists, addresses, HYPERLINK(), cell hyperlinks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zi_desktop.worksheets.reading_words import clean_text
from zi_desktop.worksheets.workbook_file_sheet import Sheet

_NUMBERED = re.compile(r"\(?\d{1,3}[.)](?:\s+|(?=[A-Z]))(?=\S)")
_BULLET = re.compile(r"[-–•*·▪]\s+(?=\S)")
_LETTERED = re.compile(r"([a-z])[.)]\s+(?=\S)")
_ADDRESS = re.compile(r"(?:https?|ftp|file)://", re.IGNORECASE)
_URL = re.compile(r"(?:https?|ftp|file)://[^\s,;|]+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;|]+(?=(?:https?|ftp|file)://)", re.IGNORECASE)
_HYPERLINK = re.compile(r'HYPERLINK\(\s*"((?:[^"]|"")*)"', re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:https?|ftp|file)://|\\\\|\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|rar|mp4)\b|drive\.", re.IGNORECASE
)


def cell_evidence(sheet: Sheet, row: int, column: int) -> tuple[str, ...]:
    """One string per document or link, in reading order, without numbering marks; a link whose address is
    also the text of the cell comes once. Addresses are never followed."""
    pieces = list(_pieces(clean_text(sheet.raw(row, column))))
    targets = [m.replace('""', '"') for m in _HYPERLINK.findall(sheet.formulas.get((row, column), ""))]
    for address in (*targets, *sheet.links.get((row, column), ())):
        target = clean_text(address)
        if target and not any(_same(target, piece) for piece in pieces):
            pieces.append(target)
    return tuple(distinct(pieces))


def other_targets(sheet: Sheet, row: int, column: int) -> Iterator[tuple[str, str]]:
    """Where a cell shows one address and opens another: both, as (shown, opened)."""
    shown = [m.group(0) for m in _URL.finditer(clean_text(sheet.raw(row, column)))]
    for address in sheet.links.get((row, column), ()):
        target = clean_text(address)
        if shown and target and not any(_same(target, url) or _same(url, target) for url in shown):
            yield shown[0], target


def distinct(texts: Iterable[str]) -> Iterator[str]:
    """Each text once, where it first stands."""
    return iter(dict.fromkeys(texts))


def looks_like_evidence(sheet: Sheet, row: int, column: int) -> bool:
    """True for a cell that names documents: a link, an address, a path, a file name or a numbered list."""
    if (row, column) in sheet.links or _HYPERLINK.search(sheet.formulas.get((row, column), "")):
        return True
    text = sheet.text(row, column)
    return bool(_DOCUMENT.search(text) or _NUMBERED.match(text))


def _pieces(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in _without_letters([_without_mark(line) for line in lines]):
        if len(_ADDRESS.findall(line)) > 1:
            yield from (piece.strip(" ,;|") for piece in _BETWEEN.split(line) if piece.strip(" ,;|"))
        else:
            yield line


def _without_mark(line: str) -> str:
    mark = _NUMBERED.match(line) or _BULLET.match(line)
    return line[mark.end() :] if mark else line


def _without_letters(lines: list[str]) -> list[str]:
    """``a. b. c.`` are marks only when the lines really count up from a: ``a. Yani`` alone is a name."""
    marks = [_LETTERED.match(line) for line in lines]
    counts_up = len(lines) > 1 and all(m and m.group(1) == chr(97 + i) for i, m in enumerate(marks))
    return [line[m.end() :] for line, m in zip(lines, marks, strict=True) if m] if counts_up else lines


def _same(target: str, piece: str) -> bool:
    bare = target.rstrip("/").casefold()
    words = piece.casefold().split()
    return piece.rstrip("/").casefold() == bare or any(w.rstrip("/,;") == bare for w in words)
