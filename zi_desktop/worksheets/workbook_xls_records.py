"""Records of a BIFF8 stream ([MS-XLS]) and the texts in them, which may run over into CONTINUE records."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAX_RECORDS = 2_000_000
MAX_TOKENS = 600_000  # of formulas; those of a full LKE have some 20,000
MAX_STRINGS = 500_000
CONTINUE = 0x003C
_HALF = re.compile("[\ud800-\udfff]")
_HIGH, _PHONETIC, _RICH = 0x01, 0x04, 0x08


class BrokenRecordError(Exception):
    """A record that ends too early or points where nothing is."""


class TooManyError(Exception):
    """More records, strings or tokens than any LKE has."""


@dataclass
class Budget:
    """What one file may still cost, over all of its sheets."""

    records: int = MAX_RECORDS
    tokens: int = MAX_TOKENS


def records(stream: bytes, at: int, budget: Budget) -> Iterator[tuple[int, int, int]]:
    """Kind, first and last byte of each record from ``at`` on. A header without body: cut off."""
    end = len(stream)
    unpack = struct.Struct("<HH").unpack_from
    while at + 4 <= end:
        kind, length = unpack(stream, at)
        budget.records -= 1
        if budget.records < 0:
            raise TooManyError
        at += 4
        if at + length > end:
            raise BrokenRecordError
        yield kind, at, at + length
        at += length


class TextReader:
    """Reads through a record and its CONTINUE records as one."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces
        self._piece, self._at = 0, 0

    @property
    def ended(self) -> bool:
        while self._piece < len(self._pieces) and self._at >= len(self._pieces[self._piece]):
            self._piece, self._at = self._piece + 1, 0
        return self._piece >= len(self._pieces)

    def take(self, count: int) -> bytes:
        """Bytes that may be split between records."""
        parts = []
        while count:
            if self.ended:
                raise BrokenRecordError
            piece = self._pieces[self._piece]
            part = piece[self._at : self._at + count]
            self._at += len(part)
            count -= len(part)
            parts.append(part)
        return b"".join(parts)

    def number(self, form: str) -> int:
        found: int = struct.unpack(form, self.take(struct.calcsize(form)))[0]
        return found

    def text(self, length: int, flags: int) -> str:
        """Characters; where they run over, the next record says anew how wide they are."""
        parts = []
        while length:
            piece = self._pieces[self._piece] if self._piece < len(self._pieces) else b""
            if self._at >= len(piece):
                self._piece, self._at = self._piece + 1, 0
                if self._piece >= len(self._pieces):
                    raise BrokenRecordError
                flags = self.take(1)[0]
                continue
            width = 2 if flags & _HIGH else 1
            room = (len(piece) - self._at) // width
            if not room:
                raise BrokenRecordError
            count = min(length, room)
            raw = piece[self._at : self._at + count * width]
            parts.append(raw.decode("utf-16-le", "surrogatepass") if width == 2 else raw.decode("latin-1"))
            self._at += count * width
            length -= count
        return _whole("".join(parts))

    def rich_text(self) -> str:
        """A text with its formatting and phonetic hints passed over (XLUnicodeRichExtendedString)."""
        length, flags = self.number("<H"), self.number("<B")
        runs = self.number("<H") if flags & _RICH else 0
        phonetic = self.number("<I") if flags & _PHONETIC else 0
        text = self.text(length, flags)
        self.take(runs * 4 + phonetic)
        return text


def _whole(text: str) -> str:
    """Two halves of one character that stood in two records put together; a half alone becomes ``�``."""
    if text.isascii() or not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def shared_strings(pieces: list[bytes]) -> list[str]:
    """The texts of the SST record; raises `BrokenRecordError`, `TooManyError`."""
    reader = TextReader(pieces)
    reader.take(4)
    count = reader.number("<I")
    if count > MAX_STRINGS:
        raise TooManyError
    return [reader.rich_text() for _ in range(count)]


def plain_text(data: bytes, at: int, *, wide_length: bool = True) -> str:
    """A text without formatting (XLUnicodeString, or ShortXLUnicodeString) within one record."""
    reader = TextReader([data[at:]])
    length = reader.number("<H" if wide_length else "<B")
    return reader.text(length, reader.number("<B"))
