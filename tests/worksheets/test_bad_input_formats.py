""".xls, .ods and .csv that are no worksheet, or worse: one clear error each, soon and within bounds."""

from __future__ import annotations

import io
import random
import re
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from tests.tools import biff
from tests.tools.saved_forms import saved_forms
from zi_desktop.domain.errors import ZiError
from zi_desktop.worksheets.reading import read_workbook
from zi_desktop.worksheets.workbook_file_book import open_workbook

MIB = 1024 * 1024
_SPACES = 'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:xlink="l" xmlns:calcext="c"'
_HEADER = "".join(
    f'<table:table-cell office:value-type="string"><text:p>{t}</text:p></table:table-cell>'
    for t in ("Penilaian", "Bobot", "Jawaban")
)
_NUMBER = '<table:table-cell office:value-type="float" office:value="1"/>'


def _ods(rows: str, *, prologue: str = "", **more: bytes) -> bytes:
    """The smallest .ods around the rows of one sheet."""
    content = (
        f"{prologue}<office:document-content {_SPACES}><office:body><office:spreadsheet>"
        f'<table:table table:name="LKE"><table:table-row>{_HEADER}</table:table-row>{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (parts | more).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _row(cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def _refusal(data: bytes, name: str = "berkas.xls") -> str:
    """The code of the error, raised within the promised time (of this process: the machine may be busy)."""
    began = time.process_time()
    with pytest.raises(ZiError) as refused:
        read_workbook(data, name)
    assert time.process_time() - began < 10
    assert refused.value.message.id
    assert refused.value.message.en
    assert refused.value.remedy.id
    assert name in refused.value.where
    return refused.value.code


@pytest.mark.parametrize(
    ("stream", "code", "said"),
    [
        ("WordDocument", "not-a-worksheet", "Word"),
        ("PowerPoint Document", "not-a-worksheet", "PowerPoint"),
        ("Book", "not-a-worksheet", "Excel 95"),
        ("Apa Saja", "not-a-worksheet", "OLE"),
        ("EncryptedPackage", "encrypted-file", "sandi"),
    ],
)
def test_ole_files_that_are_no_worksheet(stream: str, code: str, said: str) -> None:
    with pytest.raises(ZiError, match=said) as refused:
        read_workbook(biff.compound({stream: bytes(5000), "lain": b"x"}), "LKE.xls")
    assert refused.value.code == code


def test_an_old_excel_and_a_locked_one() -> None:
    with pytest.raises(ZiError, match="Excel 95"):
        read_workbook(biff.xls(b"", version=0x0500), "LKE.xls")
    assert _refusal(biff.xls(b"", extra=biff.record(0x002F, bytes(54)))) == "encrypted-file"


def test_a_damaged_part_of_an_ods() -> None:
    """The zip's own sum is checked to the last byte, or a changed letter could be read as an answer."""
    made = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(saved_forms()["lampiran"]["ods"]))
    with zipfile.ZipFile(made, "w") as archive:  # not compressed: the letter alone changes
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    data = made.getvalue()
    at = data.index(b"<text:p>B</text:p>") + len("<text:p>")
    assert read_workbook(data, "x.ods").blocks
    assert _refusal(data[:at] + b"A" + data[at + 1 :]) == "broken-file"


def test_a_stream_too_short_for_sectors_of_its_own() -> None:
    """Excel keeps streams below 4,096 bytes together in one, in pieces of 64."""
    whole = biff.xls(biff.header() + biff.number(1, 1, 2.5))
    data = biff.packed("Workbook", whole[512 : 512 + 1024])
    sheet = open_workbook(data, "x").sheet("L0")
    assert (sheet.at(1, 3), sheet.at(2, 2)) == ("Jawaban", 2.5)


def test_a_hand_made_xls_is_one() -> None:
    cells = (
        biff.header()
        + biff.number(1, 1, 2.5)
        + biff.formula(1, 2, b"\x1e\x02\x00\x44\x00\x00\x01\xc0\x03", 4.5)
    )
    sheet = open_workbook(biff.xls(cells), "x").sheet("L0")
    assert (sheet.at(1, 1), sheet.at(2, 2), sheet.at(2, 3)) == ("Penilaian", 2.5, 4.5)
    assert sheet.formulas == {(2, 3): "2+B1"}


@pytest.mark.parametrize("part", [0.05, 0.3, 0.7, 0.97])
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_file_cut_off(kind: str, part: float) -> None:
    data = saved_forms()["lampiran"][kind]
    assert _refusal(data[: int(len(data) * part)]) == "broken-file"


@pytest.mark.parametrize(
    "mimetype", ["application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.presentation"]
)
def test_other_opendocument_files(mimetype: str) -> None:
    assert _refusal(_ods("", mimetype=mimetype.encode())) == "not-a-worksheet"
    inside = "<office:body><office:text/></office:body>"
    body = f"<office:document-content {_SPACES}>{inside}</office:document-content>"
    assert _refusal(_ods("", **{"content.xml": body.encode()})) == "not-a-worksheet"


def test_an_ods_with_a_password() -> None:
    manifest = b'<manifest:manifest><manifest:encryption-data manifest:checksum="x"/></manifest:manifest>'
    assert _refusal(_ods("", **{"META-INF/manifest.xml": manifest})) == "encrypted-file"


@pytest.mark.parametrize(
    "prologue", ['<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">']
)
def test_entities_in_an_ods(prologue: str) -> None:
    assert _refusal(_ods("", prologue=prologue)) == "hostile-file"


_LINK = (
    struct.pack("<HHHH", 1, 99, 0, 0)
    + bytes(16)
    + struct.pack("<III", 2, 0x101, 3)
    + "abc".encode("utf-16-le")
)
_SHARED = biff.formula(1, 0, b"\x01\x01\x00\x00\x00") + biff.record(
    0x04BC,
    struct.pack("<HHBBBBH", 1, 1, 0, 0, 0, 0, 8000) + b"\x1e\x01\x00" + b"\x1e\x01\x00\x03" * 1999 + b"\x15",
)


@pytest.mark.parametrize(
    "make",
    [
        lambda: _ods(
            _row(_NUMBER.replace("cell ", 'cell table:number-columns-repeated="16384" '), 1_048_575)
        ),
        lambda: _ods(_row(_NUMBER, 1_048_575)),
        lambda: _ods(_row(_NUMBER) * 3100),
        lambda: _ods(_row(_NUMBER * 10) * 150_000),
        lambda: _ods(
            "</table:table>" + '<table:table table:name="B"></table:table>' * 2000 + "<table:table>"
        ),
        lambda: biff.xls(biff.header() + b"".join(biff.number(n, 1, n) for n in range(1, 3200))),
        lambda: biff.xls(biff.header() + biff.record(0x0201, b"") * 1_400_000, sheets=3),
        lambda: biff.xls(biff.header(), sheets=1001),
        lambda: biff.xls(biff.header() + biff.formula(1, 0, b"\x1e\x01\x00" + b"\x13" * 7997) * 600),
        lambda: biff.xls(biff.header() + _SHARED + biff.formula(2, 0, b"\x01\x01\x00\x00\x00") * 50_000),
        lambda: biff.xls(biff.header(), extra=biff.record(0x00FC, struct.pack("<II", 0, 5_000_000))),
        lambda: biff.xls(biff.header() + biff.record(0x00BD, bytes(4) + bytes(6) * 1300 + bytes(2)) * 500),
    ],
    ids=[
        "area",
        "rows",
        "row",
        "tags",
        "tables",
        "numbers",
        "records",
        "sheets",
        "tokens",
        "shared",
        "texts",
        "cells",
    ],
)
def test_more_than_a_sheet_can_hold(make: Callable[[], bytes]) -> None:
    assert _refusal(make()) == "too-large"


@pytest.mark.parametrize(
    "make",
    [
        lambda: _ods(_row(f'{_NUMBER[:-2]} table:number-columns-repeated="99999"/>')),
        lambda: _ods(_row(_NUMBER.replace('"1"', '"x"'))),
        lambda: _ods(_row('<table:table-cell office:value-type="date" office:date-value="kemarin"/>')),
        lambda: _ods(_row('<table:table-cell office:value-type="time" office:time-value="2 jam"/>')),
        lambda: _ods(_row('<table:table-cell table:number-columns-repeated="x"/>')),
        lambda: _ods(_row("", 1_048_575) + _row(_NUMBER, 5)),
        lambda: biff.xls(biff.header() + biff.record(0x00FD, struct.pack("<HHHI", 1, 0, 0, 7))),
        lambda: biff.xls(biff.header() + biff.record(0x0203, b"\x00")),
        lambda: biff.xls(biff.header() + biff.record(0x01B8, _LINK) * 1100),
        lambda: biff.xls(biff.header() + b"\x03\x02\xff\xff"),
        lambda: biff.xls(biff.header(), extra=biff.record(0x00FC, struct.pack("<IIHB", 0, 1, 9, 0))),
        lambda: biff.compound({"Workbook": bytes(5000)}),
    ],
    ids=[
        "wide",
        "number",
        "date",
        "time",
        "count",
        "low",
        "index",
        "short",
        "links",
        "long",
        "text",
        "zeros",
    ],
)
def test_what_cannot_be(make: Callable[[], bytes]) -> None:
    assert _refusal(make()) == "broken-file"


def test_a_row_of_spaces_that_is_asked_for_by_number() -> None:
    spaces = '<text:s text:c="99999"/>' * 50
    cell = f'<table:table-cell office:value-type="string"><text:p>{spaces}</text:p></table:table-cell>'
    assert _refusal(_ods(_row(cell))) == "hostile-file"


def test_empty_cells_repeated_cost_nothing() -> None:
    empty = _row('<table:table-cell table:number-columns-repeated="16384"/>', 1_048_575)
    began = time.process_time()
    assert _refusal(_ods(empty * 200)) == "not-a-worksheet"
    assert time.process_time() - began < 2


def test_a_large_sheet_beside_the_worksheet_is_no_hindrance() -> None:
    source = zipfile.ZipFile(io.BytesIO(saved_forms()["lampiran"]["ods"]))
    large = f'<table:table table:name="Data">{_row(_NUMBER * 20, 100_000)}</table:table></office:spreadsheet>'
    content = source.read("content.xml").replace(b"</office:spreadsheet>", large.encode())
    one = read_workbook(saved_forms()["lampiran"]["ods"], "x.ods")
    assert read_workbook(_ods("", **{"content.xml": content}), "x.ods") == one


@pytest.mark.parametrize(
    "make",
    [
        lambda: _ods(_row("<table:table-cell><text:p>" + "<text:span>" * 600_000)),
        lambda: biff.xls(biff.header() + biff.number(1, 1, 1) * 150_000),
        lambda: b"Penilaian;Bobot;Jawaban\n" + "kata 😀;0,5\n".encode() * 80_000,
    ],
    ids=["ods", "xls", "csv"],
)
def test_memory_stays_within_bounds(make: Callable[[], bytes]) -> None:
    data = make()
    tracemalloc.start()
    try:
        with pytest.raises(ZiError):
            read_workbook(data, "berkas.xls")
        assert tracemalloc.get_traced_memory()[1] < 512 * MIB
    finally:
        tracemalloc.stop()


def _mutated(data: bytes, rnd: random.Random) -> bytes:
    """Bytes changed, removed, repeated, numbers made extreme."""
    made = bytearray(data)
    for _ in range(rnd.randint(1, 6)):
        at = rnd.randrange(len(made))
        match rnd.randrange(4):
            case 0:
                made[at] = rnd.randrange(256)
            case 1:
                made[at : at + 4] = rnd.choice([b"\xff" * 4, bytes(4), b"\xff\xff\xff\x7f", b"\x01\0\0\0"])
            case 2:
                del made[at : at + rnd.randint(1, 40)]
            case _:
                made[at:at] = made[at : at + rnd.randint(1, 60)]
    return bytes(made)


def _mutated_ods(data: bytes, rnd: random.Random) -> bytes:
    content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml")
    if rnd.random() < 0.5:
        numbers = list(re.finditer(rb'"(\d+)"', content))
        number = rnd.choice(numbers)
        extreme = rnd.choice([b"0", b"-1", b"99999999999", b"1048576", b"16384", b"x", b""])
        return _ods("", **{"content.xml": content[: number.start(1)] + extreme + content[number.end(1) :]})
    return _ods("", **{"content.xml": _mutated(content, rnd)})


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("kind", ["xls", "ods", "koma"])
def test_mutants_end_in_a_reading_or_an_error(kind: str, seed: int) -> None:
    rnd = random.Random(f"{kind}{seed}")
    form = rnd.choice(["lampiran", "cacat", "dua-tahap", "ekspor"])
    mutate = _mutated_ods if kind == "ods" else _mutated
    data = mutate(saved_forms()[form][kind], rnd)
    try:
        reading = read_workbook(data, "berkas.xls")
    except ZiError:
        return
    assert reading.rows.balances
