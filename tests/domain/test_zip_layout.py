"""A zip that can be read in two ways is told from one that cannot."""

from __future__ import annotations

import io
import zipfile

import pytest

from zi_desktop.domain.zip_layout import reads_two_ways

PARTS = {"satu.xml": b"<satu/>" * 50, "dua.xml": b"<dua/>"}
IN_THE_HEADER = {"flags": 6, "method": 8, "crc": 14, "packed size": 18, "size": 22}


def packed(*, streamed: bool = False) -> bytes:
    """``streamed``: written as to a pipe, where sizes stand behind an entry."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return not streamed

        def seek(self, *place: int) -> int:
            if streamed:
                raise OSError("a pipe")
            return super().seek(*place)

        def tell(self) -> int:
            if streamed:
                raise OSError("a pipe")
            return super().tell()

    target = Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in PARTS.items():
            archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize("streamed", [False, True])
def test_what_zip_programs_write_is_read_one_way(streamed: bool) -> None:
    assert not reads_two_ways(packed(streamed=streamed))


@pytest.mark.parametrize("what", IN_THE_HEADER)
@pytest.mark.parametrize("streamed", [False, True])
def test_an_entry_that_contradicts_the_directory_is_seen(what: str, streamed: bool) -> None:
    data = bytearray(packed(streamed=streamed))
    data[IN_THE_HEADER[what]] ^= 0x08
    assert reads_two_ways(bytes(data))


@pytest.mark.parametrize("where", ["before", "after"])
def test_bytes_beside_the_entries_are_seen(where: str) -> None:
    data = packed()
    assert reads_two_ways(b"#!" + data if where == "before" else data + b"  ")


def test_bytes_between_the_entries_are_seen() -> None:
    data = bytearray(packed())
    second = data.index(b"PK\x03\x04", 4)
    data[second:second] = b"selipan"
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 42 : directory + 46] = (second + 7).to_bytes(4, "little")
    end = data.rindex(b"PK\x05\x06")
    first = data.index(b"PK\x01\x02")
    data[end + 16 : end + 20] = first.to_bytes(4, "little")
    assert reads_two_ways(bytes(data))
