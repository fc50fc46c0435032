"""What a file is, when and where a photo was taken: from the content alone, and nothing from a bad one."""

from __future__ import annotations

import io
import random
import struct
import time
import tracemalloc
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from tests.attachments.made_photos import SOUTH_EAST, photo
from zi_desktop.attachments.facts import read_facts
from zi_desktop.attachments.photos import picture_of
from zi_desktop.domain import media as m
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import FileFacts
from zi_desktop.domain.media import Media, media_of
from zi_desktop.domain.resources import resource_path

OLD_FILES = Path(__file__).parents[1] / "old_files"


def facts_of(data: bytes) -> FileFacts:
    return read_facts(io.BytesIO(data), "0" * 64, len(data))


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, b"isi")
    return out.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A few kilobytes that unpack to ``width`` × ``height`` pixels."""

    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    packed = zlib.compressobj(9)
    rows = b"".join(packed.compress(bytes(1 + (width + 7) // 8)) for _ in range(height)) + packed.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", rows) + part(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "media"),
    [
        ((OLD_FILES / "export-1.pdf").read_bytes(), m.PDF),
        (resource_path("samples", "lke-contoh.xlsx").read_bytes(), m.XLSX),
        (archive("[Content_Types].xml", "word/document.xml"), m.DOCX),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), m.PPTX),
        (archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), m.ZIP),
        (archive("foto/1.jpg"), m.ZIP),
        (photo("JPEG"), m.JPEG),
        (photo("PNG"), m.PNG),
        (photo("GIF"), m.GIF),
        (photo("WEBP"), m.WEBP),
        (photo("TIFF"), m.TIFF),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", m.HEIC),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00", m.MP4),
        ("Notula rapat – é".encode(), m.TEXT),
        (b"a" * 4095 + "é".encode() + b"a", m.TEXT),
        ("Notula".encode("utf-16"), m.TEXT),
        (b"MZ\x90\x00\x03\x00\x00\x00", m.OTHER),
        (b"", m.OTHER),
    ],
)
def test_the_kind_is_told_by_the_content(data: bytes, media: Media) -> None:
    facts = facts_of(data)
    assert (facts.media, facts.size) == (media.type, len(data))
    assert media_of(facts.media) is media


def test_what_another_program_opens_is_nothing_that_runs() -> None:
    assert {media_of(t).suffix for t in ("application/zip", "application/octet-stream", "apa/saja")} == {""}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_when_and_where_a_photo_was_taken(kind: str) -> None:
    facts = facts_of(photo(kind, gps=SOUTH_EAST))
    assert facts.taken_at == "2026-03-12T10:15:42"
    assert facts.latitude == pytest.approx(-6.1754, abs=1e-6)
    assert facts.longitude == pytest.approx(106.8274, abs=1e-6)


@pytest.mark.parametrize("taken", ["", "0000:00:00 00:00:00", "2026:13:45 10:00:00", "kemarin", "\x00" * 19])
def test_a_time_that_is_none_is_left_empty(taken: str) -> None:
    assert facts_of(photo(taken=taken)).taken_at == ""


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {ExifTags.GPS.GPSLatitudeRef: "S"},
        SOUTH_EAST | {ExifTags.GPS.GPSLatitude: (91.0, 0.0, 0.0)},
        SOUTH_EAST | {ExifTags.GPS.GPSLongitude: (106.0, 49.0)},
        SOUTH_EAST | {ExifTags.GPS.GPSLatitude: (0.0, 0.0, 0.0), ExifTags.GPS.GPSLongitude: (0.0, 0.0, 0.0)},
    ],
)
def test_a_place_that_is_none_is_left_empty(odd: dict[int, object]) -> None:
    facts = facts_of(photo(gps=odd))
    assert (facts.latitude, facts.longitude) == (None, None)
    assert facts.taken_at


def test_damaged_photos_never_raise() -> None:
    chance = random.Random(2026)
    for kind in ("JPEG", "PNG", "WEBP", "TIFF", "GIF"):
        sound = photo(kind, gps=SOUTH_EAST)
        for _ in range(150):
            data = bytearray(sound[: chance.randrange(len(sound) // 2, len(sound) + 1)])
            for _ in range(chance.randrange(1, 12)):
                data[chance.randrange(8, len(data))] = chance.randrange(256)
            assert facts_of(bytes(data)).size == len(data)
            with suppress(ZiError):
                assert picture_of(io.BytesIO(data), media_of(facts_of(bytes(data)).media), 30, 30).rgb


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
def test_a_picture_fits_the_room_and_stands_upright(kind: str) -> None:
    orientation = 1 if kind == "GIF" else 6  # the camera was turned: what is stored left is up
    data = photo(kind, (600, 400), orientation=orientation)
    shown = picture_of(io.BytesIO(data), media_of(facts_of(data).media), 90, 90)
    assert (shown.width, shown.height) == ((90, 60) if kind == "GIF" else (60, 90))
    assert len(shown.rgb) == shown.width * shown.height * 3
    first, last = shown.rgb[:3], shown.rgb[-3:]
    assert first[0] > 200, "red is first"
    assert last[2] > 200, "blue is last"
    assert max(first[2], last[0]) < 60


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "LA", "1"])
def test_every_way_of_colouring_is_shown(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (40, 30)).save(out, "PNG")
    shown = picture_of(out, m.PNG, 100, 100)
    assert (shown.width, shown.height) == (40, 30)
    assert shown.rgb[:3] == (b"\xff\xff\xff" if mode in ("RGBA", "LA") else b"\x00\x00\x00")


def test_a_bomb_is_not_unpacked() -> None:
    data = png_of(20_000, 20_000)
    assert len(data) < 100_000
    tracemalloc.start()
    start = time.perf_counter()
    try:
        assert facts_of(data).media == "image/png"
        with pytest.raises(ZiError) as refused:
            picture_of(io.BytesIO(data), m.PNG, 100, 100)
        assert refused.value.code == "no-preview"
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
        assert time.perf_counter() - start < 5
    finally:
        tracemalloc.stop()


def test_a_huge_webp_is_not_even_opened() -> None:
    canvas = (16_000 - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\x00" * 4 + canvas + canvas
    data = b"RIFF" + struct.pack("<I", len(body)) + body
    assert facts_of(data).taken_at == ""
    with pytest.raises(ZiError) as refused:
        picture_of(io.BytesIO(data), m.WEBP, 100, 100)
    assert "besar" in refused.value.message.id


def test_a_photo_of_many_pixels_is_scaled_while_it_is_read() -> None:
    out = io.BytesIO()
    Image.new("RGB", (9000, 6000), "red").save(out, "JPEG", quality=30)
    shown = picture_of(out, m.JPEG, 300, 300)
    assert (shown.width, shown.height) == (300, 200)
