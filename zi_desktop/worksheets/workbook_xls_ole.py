"""The container of an .xls: Microsoft's compound file, a small file system of chained sectors ([MS-CFB]).

Chains are walked at most once around, so a chain that bites its own tail ends.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from zi_desktop.domain.errors import Text
from zi_desktop.worksheets.workbook_refusals import refuse_broken, refuse_encrypted, refuse_kind

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_FREE = 0xFFFFFFFA  # this and above are no sector
_ENTRY = 128
_STREAM = 2
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {
    "worddocument": Text("dokumen Word (.doc)", "a Word document (.doc)"),
    "powerpoint document": Text("presentasi PowerPoint (.ppt)", "a PowerPoint presentation (.ppt)"),
    "book": Text("Excel 95 atau lebih lama", "an Excel 95 or older workbook"),
}
_UNKNOWN = Text("dokumen lain dalam wadah OLE", "another kind of OLE document")


class _BrokenChainError(Exception):
    pass


@dataclass(frozen=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


def workbook_stream(data: bytes, name: str) -> bytes:
    """The stream ``Workbook`` of an Excel 97…2003 file. Raises ZiError ``encrypted-file`` for a locked .xlsx,
    ``not-a-worksheet`` for a Word document and the like, ``broken-file``."""
    try:
        return _Container(data).workbook(name)
    except (_BrokenChainError, struct.error, IndexError):
        if _ENCRYPTED_STREAM in data:
            refuse_encrypted(name)
        refuse_broken(name)


class _Container:
    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise _BrokenChainError
        self._size = 1 << shift
        (fats, directory, _, self._cutoff, mini_fat, minis, difat, difats) = struct.unpack_from(
            "<I I I I I I I I", data, 44
        )
        self._fat = self._read_fat(fats, difat, difats)
        self._entries = [_entry(part) for part in _parts(self._chain(directory), _ENTRY)]
        root = self._entries[0]
        self._mini = self._chain(root.start) if root.size else b""
        chain = self._chain(mini_fat) if minis else b""
        self._mini_fat = _numbers(chain[: len(self._mini) // 16 + 4])

    def workbook(self, name: str) -> bytes:
        streams = self._root_streams()
        if "workbook" in streams:
            return self._stream(streams["workbook"])
        if "encryptedpackage" in streams:
            refuse_encrypted(name)
        refuse_kind(name, next((text for other, text in _OTHERS.items() if other in streams), _UNKNOWN))

    def _root_streams(self) -> dict[str, _Entry]:
        """What stands directly under the root: an embedded workbook has a storage of its own."""
        found: dict[str, _Entry] = {}
        todo, seen = [self._entries[0].child], set[int]()
        while todo:
            number = todo.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            todo += [entry.left, entry.right]
            if entry.kind == _STREAM:
                found[entry.name.casefold()] = entry
        return found

    def _stream(self, entry: _Entry) -> bytes:
        if entry.size >= self._cutoff:
            found = self._chain(entry.start)
        else:
            parts: list[bytes] = []
            number = entry.start
            for _ in range(len(self._mini_fat) + 1):
                if number >= _FREE:
                    break
                parts.append(self._mini[number * 64 : number * 64 + 64])
                number = self._mini_fat[number]
            found = b"".join(parts)
        if len(found) < entry.size:
            raise _BrokenChainError
        return found[: entry.size]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _read_fat(self, fats: int, difat: int, difats: int) -> tuple[int, ...]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        limit = len(self._data) // self._size + 1  # no sector has a higher number
        needed = limit * 4 // self._size + 1
        while difats and difat < _FREE and len(sectors) < needed:
            *more, difat = _numbers(self._sector(difat))
            sectors += more
        used = [s for s in sectors if s < _FREE][: min(fats, needed)]
        return _numbers(b"".join(self._sector(s) for s in used))[:limit]

    def _chain(self, number: int) -> bytes:
        parts: list[bytes] = []
        for _ in range(len(self._fat) + 1):
            if number >= _FREE:
                return b"".join(parts)
            part = self._sector(number)
            if not part:
                raise _BrokenChainError
            parts.append(part)
            if len(parts) * self._size > len(self._data) + self._size:
                break
            number = self._fat[number]
        raise _BrokenChainError


def _numbers(sectors: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sectors) // 4}I", sectors[: len(sectors) // 4 * 4])


def _parts(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data) - size + 1, size)]


def _entry(part: bytes) -> _Entry:
    length = min(struct.unpack_from("<H", part, 64)[0], 64)
    left, right, child = struct.unpack_from("<III", part, 68)
    start, size = struct.unpack_from("<II", part, 116)
    name = part[: max(0, length - 2)].decode("utf-16-le", "replace")
    return _Entry(name, part[66], left, right, child, start, size)
