"""The kind of a file by the bytes it begins and ends with."""

from __future__ import annotations

import os
from typing import BinaryIO

from zi_desktop.domain import media as m
from zi_desktop.domain.media import Media

_HEAD = 4096
_TAIL = 1 << 16
_BEGINNINGS = (
    (b"\xff\xd8\xff", m.JPEG),
    (b"\x89PNG\r\n\x1a\n", m.PNG),
    (b"GIF87a", m.GIF),
    (b"GIF89a", m.GIF),
    (b"II*\x00", m.TIFF),
    (b"MM\x00*", m.TIFF),
)
_PARTS = ((b"word/document.xml", m.DOCX), (b"xl/workbook.xml", m.XLSX), (b"ppt/presentation.xml", m.PPTX))
_HEIF_BRANDS = {b"heic", b"heix", b"mif1", b"heim", b"heis"}
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13} | {127}


def kind_of(content: BinaryIO, size: int) -> Media:
    content.seek(0)
    head = content.read(_HEAD)
    for beginning, media in _BEGINNINGS:
        if head.startswith(beginning):
            return media
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return m.WEBP
    if head[4:8] == b"ftyp":
        return m.HEIC if head[8:12] in _HEIF_BRANDS else m.MP4
    if b"%PDF-" in head[:1024]:  # readers allow some bytes before it
        return m.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(content, size)
    return m.TEXT if _is_text(head, whole=size <= _HEAD) else m.OTHER


def _archive(content: BinaryIO, size: int) -> Media:
    """An Office file by the names in its directory, which stands at the end. The directory is not unpacked: a
    crafted one has millions of entries. A file with macros is no Office file to us, so that it is not
    opened."""
    content.seek(max(0, size - _TAIL), os.SEEK_SET)
    tail = content.read(_TAIL)
    if b"vbaProject.bin" in tail:
        return m.ZIP
    return next((media for part, media in _PARTS if part in tail), m.ZIP)


def _is_text(head: bytes, *, whole: bool) -> bool:
    if not head:
        return False
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if any(byte in _CONTROLS for byte in head):
        return False
    try:
        head.decode()
    except UnicodeDecodeError as error:  # a letter may be cut in two where the head ends
        return not whole and error.start > len(head) - 4
    return True
