"""Whether a zip holds its entries and nothing besides."""

from __future__ import annotations

import io
import zipfile

_DESCRIPTOR_SIZES = {12, 16, 20, 24}  # what may follow an entry written as a stream (APPNOTE 4.3.9)


def has_stray_bytes(data: bytes) -> bool:
    """True for bytes before, between or after the entries, which another program might read differently.

    Raises what `zipfile` raises for a file that is no zip.
    """
    position, gaps = 0, {0}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
            if info.header_offset - position not in gaps:
                return True
            header = data[info.header_offset : info.header_offset + 30]
            names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
            position = info.header_offset + 30 + names + info.compress_size
            gaps = _DESCRIPTOR_SIZES if info.flag_bits & 0x8 else {0}
        return archive.start_dir - position not in gaps or data.rfind(b"PK\x05\x06") + 22 != len(data)
