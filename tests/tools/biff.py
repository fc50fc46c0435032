"""The smallest .xls around hand-made records, for files that no program would save."""

from __future__ import annotations

import struct
from collections.abc import Sequence

SECTOR = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_PER_SECTOR = SECTOR // 4


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def begin(kind: int, version: int = 0x0600) -> bytes:
    """BOF: 5 begins the workbook, 16 a worksheet."""
    return record(0x0809, struct.pack("<HHHHII", version, kind, 0, 0, 0, 0))


def end() -> bytes:
    return record(0x000A, b"")


def label(row: int, column: int, text: str) -> bytes:
    """A cell with an ASCII text; row and column from 0."""
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("ascii"))


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def formula(row: int, column: int, tokens: bytes, value: float = 1.0) -> bytes:
    return record(0x0006, struct.pack("<HHHdHIH", row, column, 0, value, 0, 0, len(tokens)) + tokens)


def header() -> bytes:
    """What makes a sheet worth reading to its end."""
    return b"".join(label(0, column, text) for column, text in enumerate(("Penilaian", "Bobot", "Jawaban")))


def xls(cells: bytes, *, extra: bytes = b"", sheets: int = 1, version: int = 0x0600) -> bytes:
    """A workbook whose sheets all begin at the same place. ``extra``: records for the globals."""

    def start(at: int) -> bytes:
        names = [f"L{n}".encode() for n in range(sheets)]
        listed = [record(0x0085, struct.pack("<IBBBB", at, 0, 0, len(n), 0) + n) for n in names]
        return begin(5, version) + b"".join(listed) + extra + end()

    return compound({"Workbook": start(len(start(0))) + begin(16) + cells + end()})


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of version 3 with the streams under its root; at most 6 MB."""
    body, places = b"", []
    fat: list[int] = []
    for content in streams.values():
        count = max(8, -(-len(content) // SECTOR))  # at least 4,096 bytes: below, streams are packed together
        places.append((len(fat), max(len(content), 4096)))
        fat += [*range(len(fat) + 1, len(fat) + count), _END]
        body += content.ljust(count * SECTOR, b"\0")
    directory = _directory(list(streams), places)
    first = len(fat)
    count = len(directory) // SECTOR
    fat += [*range(first + 1, first + count), _END]
    fats = 1
    while fats * _PER_SECTOR < len(fat) + fats:
        fats += 1
    table = [*fat, *[_FAT] * fats]
    table += [_FREE] * (fats * _PER_SECTOR - len(table))
    found = [len(fat) + n for n in range(fats)]
    top = _top()
    top += struct.pack("<IIIIIIIII", 0, fats, first, 0, 4096, _END, 0, _END, 0)
    top += struct.pack("<109I", *[*found, *[_FREE] * 109][:109])
    return top + body + directory + struct.pack(f"<{len(table)}I", *table)


def packed(name: str, content: bytes) -> bytes:
    """A compound file whose one stream, below 4,096 bytes, stands in the root's stream in pieces of 64."""
    pieces = -(-len(content) // 64)
    holder = -(-pieces * 64 // SECTOR)
    body = content.ljust(holder * SECTOR, b"\0")
    mini = [*range(1, pieces), _END]
    mini += [_FREE] * (_PER_SECTOR - len(mini))
    entries = [
        _entry("Root Entry", 5, _NONE, 1, 0, pieces * 64),
        _entry(name, 2, _NONE, _NONE, 0, len(content)),
    ]
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    # sectors: the pieces, the directory, their table, the table of all
    table = [*range(1, holder), _END, _END, _END, _FAT]
    table += [_FREE] * (_PER_SECTOR - len(table))
    places = struct.pack("<IIIIIIIII", 0, 1, holder, 0, 4096, holder + 1, 1, _END, 0)
    top = _top() + places + struct.pack("<109I", holder + 2, *[_FREE] * 108)
    return top + body + directory + b"".join(struct.pack(f"<{_PER_SECTOR}I", *t) for t in (mini, table))


def _top() -> bytes:
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return magic + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)


def _directory(names: Sequence[str], places: Sequence[tuple[int, int]]) -> bytes:
    entries = [_entry("Root Entry", 5, _NONE, 1, _END, 0)]
    for number, (name, (start, size)) in enumerate(zip(names, places, strict=True), 1):
        following = number + 1 if number < len(names) else _NONE
        entries.append(_entry(name, 2, following, _NONE, start, size))
    joined = b"".join(entries)
    return joined.ljust(-(-len(joined) // SECTOR) * SECTOR, b"\0")


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(wide), kind, 1, _NONE, right, child)
    return wide.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)
