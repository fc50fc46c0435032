"""CSV as people export it: encodings, separators, quotes, numbers as they are shown."""

from __future__ import annotations

import pytest

from tests.tools.saved_forms import saved_forms
from zi_desktop.domain.errors import ZiError
from zi_desktop.worksheets.reading import read_workbook
from zi_desktop.worksheets.workbook_file_book import open_workbook
from zi_desktop.worksheets.workbook_file_sheet import ErrorValue, Sheet, ShownNumber, as_text, slack

HEADER = "Penilaian;Bobot;Pilihan Jawaban;Jawaban;Nilai"


def _sheet(data: bytes | str, name: str = "LKE 2025.csv") -> Sheet:
    book = open_workbook(data.encode() if isinstance(data, str) else data, name)
    (title,) = book.parts
    return book.sheet(title)


def _row(text: str) -> list[object]:
    sheet = _sheet(f"{HEADER}\n{text}\n")
    return [sheet.at(2, column) for column in range(1, 6)]


def test_the_sheet_has_the_name_of_the_file() -> None:
    assert _sheet(HEADER).name == "LKE 2025"
    assert _sheet(HEADER, "tanpa akhiran").name == "tanpa akhiran"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_separators_and_line_ends(encoding: str, separator: str, end: str) -> None:
    quoted = '"é – “dua"' if separator == "|" else f'"é{separator} – “dua"'
    text = (
        HEADER.replace(";", separator)
        + end
        + separator.join((quoted, "0,5" if separator != "," else "0.5", "x", "B", ""))
        + end
    )
    sheet = _sheet(text.encode(encoding))
    assert sheet.at(2, 1) == quoted.strip('"')
    assert sheet.at(2, 2) == 0.5
    assert [sheet.text(1, c) for c in range(1, 6)] == HEADER.split(";")


def test_a_mixed_up_byte_does_not_garble_the_rest() -> None:
    good = f"{HEADER}\né;–;“ya”;B;ü\n".encode()
    sheet = _sheet(good.replace("ü".encode(), b"\xfc"))
    assert [sheet.text(2, c) for c in range(1, 6)] == ["é", "–", "“ya”", "B", "�"]
    assert _sheet(f"{HEADER}\ndé;é;B;C;D\n".encode("cp1252")).text(2, 1) == "dé"


def test_lines_and_quotes_within_a_cell() -> None:
    sheet = _sheet(f'{HEADER}\r\n"baris 1\r\nbaris 2; ""kutip""\n";1;;B\r\nlagi;2\r\n')
    assert sheet.at(2, 1) == 'baris 1\nbaris 2; "kutip"\n'
    assert sheet.at(2, 4) == "B"
    assert sheet.at(3, 1) == "lagi"


def test_a_declared_separator() -> None:
    sheet = _sheet("sep=;\r\nPenilaian;Bobot, berat, banyak\r\na;b\r\n")
    assert [sheet.at(1, 1), sheet.at(1, 2)] == ["Penilaian", "Bobot, berat, banyak"]


def test_texts_full_of_commas_do_not_make_columns() -> None:
    notes = "\n".join(f"{n}. rapat, undangan, notulen, foto, daftar hadir;0,5;;B;1" for n in range(40))
    assert _sheet(f"{HEADER}\n{notes}\n").at(5, 4) == "B"


@pytest.mark.parametrize(
    ("shown", "value", "rounding"),
    [
        ("7", 7.0, 0.5),
        ("3,72", 3.72, 0.005),
        ("3.72", 3.72, 0.005),
        ("-0,5", -0.5, 0.05),
        ("87%", 0.87, 0.005),
        ("87,50%", 0.875, 0.00005),
        ("12 %", 0.12, 0.005),
        ("1.234,5", 1234.5, 0.05),
        ("1,234.5", 1234.5, 0.05),
        ("1E-05", 1e-5, 5e-6),
        ("0", 0.0, 0.5),
        ("0,333333333333333", 0.333333333333333, 0.0),
    ],
)
def test_numbers_keep_the_text_they_were_shown_as(shown: str, value: float, rounding: float) -> None:
    found = _row(f"{shown};x;x;x;x")[0]
    assert isinstance(found, ShownNumber)
    assert float(found) == pytest.approx(value, rel=1e-15)
    assert slack(found) == pytest.approx(rounding)
    assert as_text(found) == shown


@pytest.mark.parametrize(
    "text",
    [
        "1.",
        "A",
        "I.2",
        "3.10.pdf",
        "1,2,3",
        "1.234.567",
        "12/5",
        "=1+1",
        "TRUE",
        "٣",
        "-",
        "1e999",
        "%",
        "2025-01-31",
    ],
)
def test_what_only_looks_like_a_number_stays_text(text: str) -> None:
    assert _row(f"{text};x;x;x;x")[0] == text
    assert type(_row(f"{text};x;x;x;x")[0]) is str


def test_errors() -> None:
    row = _row("#DIV/0!;#N/A;Err:502;#tagar;Err:502 muncul")
    assert row == ["#DIV/0!", "#N/A", "#VALUE!", "#tagar", "Err:502 muncul"]
    assert [isinstance(value, ErrorValue) for value in row] == [True, True, True, False, False]


def _code(data: bytes) -> str:
    with pytest.raises(ZiError) as refused:
        read_workbook(data, "LKE.csv")
    assert refused.value.where.startswith("LKE.csv")
    return refused.value.code


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<html><table><tr><td>Penilaian</td></tr></table></html>", "HTML"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", "HTML"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "XML"),
        (b'<?xml version="1.0"?><html xmlns="x">', "HTML"),
        (b"{\\rtf1\\ansi Penilaian}", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "CSV"),
        (b"hanya teks tanpa tabel", "CSV"),
        (b"\xff\xfe" + b"\x00\xd8" * 400, "CSV"),
    ],
)
def test_other_files_are_called_by_their_name(data: bytes, said: str) -> None:
    with pytest.raises(ZiError, match=said) as refused:
        read_workbook(data, "LKE.xls")
    assert refused.value.code == "not-a-worksheet"


def test_files_that_are_cut_off() -> None:
    data = saved_forms()["lampiran"]["koma"]
    quoted = data.index(b'"Catatan;')
    assert _code(data[: quoted + 9]) == "broken-file"
    assert _code(f"{HEADER}\nselesai – é".encode()[:-1]) == "broken-file"
    assert _code(f"{HEADER}\nselesai".encode("utf-16")[:-1]) == "broken-file"


@pytest.mark.parametrize(
    "data",
    [
        b"Penilaian;Bobot;Jawaban\n" + b";" * 24_000_000,
        b"Penilaian;Bobot;Jawaban\n" * 800_000,
        b"Penilaian;Bobot;Jawaban\n" + b"a;0,5;B\n" * 3100,
    ],
    ids=["separators", "lines", "rows"],
)
def test_more_than_a_sheet_can_hold(data: bytes) -> None:
    assert _code(data) == "too-large"
