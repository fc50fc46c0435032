"""Files that are no worksheet, or worse: one clear error each, soon and within bounds."""

from __future__ import annotations

import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator

import openpyxl
import pytest

from tests.tools.forms import OfficialForm
from zi_desktop.domain.errors import ZiError
from zi_desktop.worksheets.reading import read_workbook

Form = Callable[..., OfficialForm]
MIB = 1024 * 1024
_BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="LKE ZI" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
_OPEN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def _package(sheet: bytes, **more: bytes) -> bytes:
    """The smallest .xlsx around one sheet part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("xl/workbook.xml", more.pop("book", _BOOK.encode()))
        archive.writestr("xl/_rels/workbook.xml.rels", _BOOK_RELS)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in more.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _refusal(data: bytes) -> str:
    """The code of the error, raised within the promised time (of this process: the machine may be busy)."""
    began = time.process_time()
    with pytest.raises(ZiError) as refused:
        read_workbook(data, "berkas.xlsx")
    assert time.process_time() - began < 10
    assert refused.value.message.id
    assert refused.value.message.en
    assert refused.value.remedy.id
    assert "berkas.xlsx" in refused.value.where
    return refused.value.code


def test_an_empty_file() -> None:
    assert _refusal(b"") == "empty-file"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%\xe2\xe3", b"\n%PDF-1.4", b"nama;nilai\n1;2", b"\x00" * 5000])
def test_another_kind_of_file(data: bytes) -> None:
    assert _refusal(data) == "not-a-worksheet"


def test_a_pdf_is_called_a_pdf() -> None:
    with pytest.raises(ZiError, match="PDF"):
        read_workbook(b"%PDF-1.7", "LKE.xlsx")


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes(seed: int) -> None:
    rnd = random.Random(seed)
    assert _refusal(rnd.randbytes(rnd.randint(1, 50_000))) == "not-a-worksheet"
    assert _refusal(b"PK\x03\x04" + rnd.randbytes(20_000)) == "broken-file"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_off(form: Form, part: float) -> None:
    data = form().build()
    assert _refusal(data[: int(len(data) * part)]) == "broken-file"


def test_a_damaged_part(form: Form) -> None:
    data = bytearray(form().build())
    at = data.index(b"xl/worksheets/sheet2.xml") + 400
    data[at : at + 40] = bytes(40)
    assert _refusal(bytes(data)) == "broken-file"


def test_a_locked_file() -> None:
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert (
        _refusal(header + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600))
        == "encrypted-file"
    )
    assert _refusal(header + bytes(2000)) == "broken-file"


def test_a_zip_with_a_password(form: Form) -> None:
    data = bytearray(form().build())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset] |= 1
    assert _refusal(bytes(data)) == "encrypted-file"


def test_a_zip_of_something_else() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert _refusal(buffer.getvalue()) == "not-a-worksheet"


def _unrelated() -> Iterator[list[list[object]]]:
    yield [["x"]]
    yield [[]]
    yield [["Nama", "NIP", "Gaji"], ["Contoh", "1", 2]]
    # a table that happens to use the same header words
    yield [["Penilaian", "Bobot", "Jawaban", "Nilai"], *([f"Pelatihan {n}", 1, "A", 2] for n in range(150))]


@pytest.mark.parametrize("rows", list(_unrelated()))
def test_an_unrelated_workbook(rows: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    assert _refusal(buffer.getvalue()) == "not-a-worksheet"


def test_a_zip_bomb() -> None:
    zeros = _OPEN.encode() + b" " * (290 * MIB)
    assert _refusal(_package(zeros)) == "hostile-file"


def test_a_bomb_that_lies_about_its_size() -> None:
    data = bytearray(_package(_OPEN.encode() + b" " * (60 * MIB)))
    size = (len(_OPEN) + 60 * MIB).to_bytes(4, "little")
    small = (4000).to_bytes(4, "little")
    assert data.count(size) >= 1
    assert _refusal(bytes(data.replace(size, small))) in ("broken-file", "not-a-worksheet")


def test_a_file_that_is_simply_large() -> None:
    assert _refusal(b"PK\x03\x04" + bytes(25 * MIB)) == "too-large"


def _rows(first: int, last: int) -> bytes:
    return b"".join(b'<row r="%d"><c><v>%d</v></c></row>' % (n, n * 7919) for n in range(first, last))


def test_a_million_rows() -> None:
    texts = "".join(f'<c t="inlineStr"><is><t>{t}</t></is></c>' for t in ("Penilaian", "Bobot", "Jawaban"))
    header = f'{_OPEN}<row r="1">{texts}</row>'.encode()
    assert _refusal(_package(header + _rows(2, 1_000_000) + b"</sheetData></worksheet>")) == "too-large"


def test_an_unrelated_sheet_is_not_read_to_its_end() -> None:
    began = time.process_time()
    assert (
        _refusal(_package(_OPEN.encode() + _rows(1, 600_000) + b"</sheetData></worksheet>"))
        == "not-a-worksheet"
    )
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "https://contoh.example/x.dtd">',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "https://contoh.example/p"> %p;]>',
    ],
)
def test_entities_and_document_types(prologue: str) -> None:
    bomb = f'<?xml version="1.0"?>{prologue}{_OPEN}<row><c><v>&b;</v></c></row></sheetData></worksheet>'
    assert _refusal(_package(bomb.encode())) == "hostile-file"
    book = _BOOK.replace("<workbook", f'<?xml version="1.0"?>{prologue}<workbook')
    assert _refusal(_package(b"", book=book.encode())) == "hostile-file"


@pytest.mark.parametrize("encoding", ["UTF-x", "zlib", "rot13", "idna", "UTF-16", "punycode"])
def test_encodings_that_are_not_those_of_the_file(encoding: str) -> None:
    sheet = f'<?xml version="1.0" encoding="{encoding}"?>{_OPEN}</sheetData></worksheet>'
    assert _refusal(_package(sheet.encode())) in ("broken-file", "not-a-worksheet")


def test_one_endless_tag() -> None:
    noise = random.Random(1).randbytes(12 * MIB).hex().encode()
    assert _refusal(_package(_OPEN.encode() + b'<row r="' + noise)) == "hostile-file"


def test_tags_without_end() -> None:
    deep = b"".join(b"<a%d>" % (n % 1000) for n in range(1_600_000))
    assert _refusal(_package(_OPEN.encode() + deep)) == "too-large"


@pytest.mark.parametrize("filling", [b"<a>" * 1_499_000, b" " * (290 * MIB)], ids=["deep", "long"])
def test_memory_stays_within_bounds(filling: bytes) -> None:
    data = _package(_OPEN.encode() + filling)
    tracemalloc.start()
    try:
        with pytest.raises(ZiError):
            read_workbook(data, "berkas.xlsx")
        assert tracemalloc.get_traced_memory()[1] < 512 * MIB
    finally:
        tracemalloc.stop()


def test_a_part_that_stands_twice(form: Form) -> None:
    buffer = io.BytesIO(form().build())
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", _BOOK)
    assert _refusal(buffer.getvalue()) == "hostile-file"


def test_a_directory_of_a_hundred_thousand_parts() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for n in range(60_000):
            archive.writestr(f"{n:08d}.xml", b"")
    assert _refusal(buffer.getvalue()) == "hostile-file"


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="s"><v>99</v></c>',
        '<c r="A1" t="s"><v>-1</v></c>',
        '<c r="A1" t="s"><v>x</v></c>',
        '<c r="A1"><v>x</v></c>',
        '<c r="ZZZ1"><v>1</v></c>',
        '<c r="A9999999"><v>1</v></c>',
        '<c r="a-1"><v>1</v></c>',
        '<c r="1"><v>1</v></c>',
        '<c r=""><v>nan</v></c>',
    ],
)
def test_cells_that_cannot_be(cell: str) -> None:
    sheet = f'{_OPEN}<row r="1">{cell}</row></sheetData></worksheet>'
    assert _refusal(_package(sheet.encode())) in ("broken-file", "not-a-worksheet")


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_end_in_a_reading_or_an_error(form: Form, seed: int) -> None:
    rnd = random.Random(seed)
    data = bytearray(form(seed % 3).build())
    for _ in range(rnd.randint(1, 6)):
        data[rnd.randrange(len(data))] = rnd.randrange(256)
    try:
        reading = read_workbook(bytes(data), "berkas.xlsx")
    except ZiError:
        return
    assert reading.rows.balances


def test_a_cell_as_long_as_excel_allows(form: Form) -> None:
    long = "kata panjang " * 2520
    (block,) = read_workbook(form(notes={"A.I.1.i.a": long[:32767]}).build(), "x.xlsx").blocks
    assert block.notes["A.I.1.i.a"] == long[:32767].strip()
