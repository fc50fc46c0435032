"""Where a hyperlink of an .xls leads ([MS-OSHARED] 2.3.7, hyperlink object). Never followed."""

from __future__ import annotations

import struct

_MONIKER, _LOCATION, _NAME, _FRAME, _AS_TEXT = 0x01, 0x08, 0x10, 0x80, 0x100
_URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
_FILE = bytes.fromhex("0303000000000000c000000000000046")


def link_target(body: bytes) -> str:
    """The address, or empty for a kind that has none. ``body`` begins at the object's version.

    Raises struct.error for a record that ends too early.
    """
    reader = _Reader(body)
    reader.number("<I")
    flags = reader.number("<I")
    for flag in (_NAME, _FRAME):
        if flags & flag:
            reader.text()
    target = ""
    if flags & _MONIKER:
        target = reader.text() if flags & _AS_TEXT else reader.moniker()
    if flags & _LOCATION and (location := reader.text()):
        target = f"{target}#{location}" if target else ""
    return target


class _Reader:
    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def number(self, form: str) -> int:
        found: int = struct.unpack_from(form, self._body, self._at)[0]
        self._at += struct.calcsize(form)
        return found

    def bytes(self, count: int) -> bytes:
        if self._at + count > len(self._body):
            raise struct.error
        found = self._body[self._at : self._at + count]
        self._at += count
        return found

    def text(self) -> str:
        return _until_zero(self.bytes(2 * self.number("<I")))

    def moniker(self) -> str:
        kind = self.bytes(16)
        if kind == _URL:
            return _until_zero(self.bytes(self.number("<I")))
        if kind == _FILE:
            return self._file()
        return ""

    def _file(self) -> str:
        above = self.number("<H")
        path = self.bytes(self.number("<I")).split(b"\0")[0].decode("cp1252", "replace")
        self.bytes(24)
        if self.number("<I"):
            length = self.number("<I")
            self.bytes(2)
            path = self.bytes(length).decode("utf-16-le", "replace")
        return "..\\" * above + path


def _until_zero(raw: bytes) -> str:
    return raw.decode("utf-16-le", "replace").split("\0")[0]
