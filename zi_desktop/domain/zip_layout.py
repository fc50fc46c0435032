"""Whether a zip holds its entries and nothing besides, and says the same of each of them twice."""

from __future__ import annotations

import io
import zipfile

_DESCRIPTOR_SIZES = {12, 16, 20, 24}  # what may follow an entry written as a stream (APPNOTE 4.3.9)
_STREAMED = 0x8
_LATER = {0, 0xFFFFFFFF}  # in the header of a streamed entry: it stands behind it, or in an extra field


def reads_two_ways(data: bytes) -> bool:
    """True where another program might read something else than we do: bytes before, between or after the
    entries, or an entry whose own header contradicts the directory (some programs read only one of them).

    Raises what `zipfile` raises for a file that is no zip.
    """
    position, gaps = 0, {0}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
            header = data[info.header_offset : info.header_offset + 30]
            if info.header_offset - position not in gaps or _contradicts(header, info):
                return True
            names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
            position = info.header_offset + 30 + names + info.compress_size
            gaps = _DESCRIPTOR_SIZES if info.flag_bits & _STREAMED else {0}
        return archive.start_dir - position not in gaps or data.rfind(b"PK\x05\x06") + 22 != len(data)


def _contradicts(header: bytes, info: zipfile.ZipInfo) -> bool:
    """Names are compared by `zipfile` itself."""
    flags, method = (int.from_bytes(header[at : at + 2], "little") for at in (6, 8))
    if method != info.compress_type or flags & _STREAMED != info.flag_bits & _STREAMED:
        return True
    said = [int.from_bytes(header[at : at + 4], "little") for at in (14, 18, 22)]
    known = (info.CRC, info.compress_size, info.file_size)
    later = _LATER if flags & _STREAMED else set[int]()
    return any(s != k and s not in later for s, k in zip(said, known, strict=True))
