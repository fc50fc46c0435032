"""A number is what is shown: 0.87 in a cell formatted ``0%`` is 87, a count shown as a day is none."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from tests.tools.biff import number, record, xls
from tests.tools.fuzz_base import unzipped
from tests.tools.fuzz_bytes import zipped
from tests.tools.many import clean_table
from tests.tools.saved_forms import KINDS, saved_forms
from tests.worksheets.conftest import read
from zi_desktop.domain.reading import Reading
from zi_desktop.worksheets.workbook_file_book import open_workbook
from zi_desktop.worksheets.workbook_file_sheet import shown_formats


@pytest.mark.parametrize("kind", ["xlsx", *KINDS])
def test_readers_tell_which_numbers_are_percentages(kind: str) -> None:
    sheet = open_workbook(saved_forms()["sel"][kind], f"nilai.{kind}").sheet("Nilai 1")
    assert sheet.at(4, 1) == 0.87
    assert [sheet.shown(4, column) for column in range(1, 5)] == ["%", "", "", ""]
    assert not any(sheet.shown(3, column) for column in range(1, 13))
    assert [sheet.shown(5, column) for column in range(1, 6)] == ["date", "date", "date", "", ""]


def test_a_percent_style_of_an_xls_that_is_not_built_in() -> None:
    code = b"0.0%"
    formats = record(0x041E, b"\xa4\x00" + len(code).to_bytes(2, "little") + b"\0" + code)
    styles = b"".join(record(0x00E0, bytes(2) + n.to_bytes(2, "little") + bytes(16)) for n in (0, 164, 9))
    cells = b"".join(
        record(
            0x0203, (0).to_bytes(2, "little") + column.to_bytes(2, "little") + style + number(0, 0, 0.5)[-8:]
        )
        for column, style in enumerate((b"\0\0", b"\1\0", b"\2\0"))
    )
    sheet = open_workbook(xls(cells, extra=formats + styles), "uji.xls").sheet("L0")
    assert [sheet.shown(1, column) for column in (1, 2, 3, 4)] == ["", "%", "%", ""]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        *(
            ("0%", "%"),
            ("0.00%", "%"),
            ("0,0%;[Red]-0,0%", "%"),
            ('0"%"', None),
            ("0\\%", None),
            ("0.00", None),
        ),
        *(("dd/mm/yyyy", "date"), ("[$-421]d mmmm yyyy;@", "date"), ("h:mm", "date"), ("mm:ss.0", "date")),
        *(("General", None), ("#,##0", None), ('"hari" 0', None), ("[Red]0", None), ('0 "orang"', None)),
    ],
)
def test_what_a_format_shows(code: str, shown: str | None) -> None:
    assert shown_formats({200: code}).get(200) == shown


def _old_file(value: object, form: str) -> bytes:
    case = clean_table("form-2014")
    place = read(case.data).blocks[0].places["B.I.2.persen"].rpartition("!")[2]
    book = openpyxl.load_workbook(io.BytesIO(case.data))
    cell: Any = book.worksheets[0][place]
    cell.value, cell.number_format = value, form
    cell.offset(0, 1).value = None  # the score would tell too
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _old_form(value: object, form: str) -> Reading:
    return read(_old_file(value, form))


@pytest.mark.parametrize(
    ("value", "form", "read_as"),
    [
        (0.87, "0%", 87),
        (1, "0.00%", 100),
        (0.005, "0.0%", 0.5),
        (0, "0%", 0),
        (87, "0", 87),
        (87, '0"%"', 87),
    ],
)
def test_what_the_cell_shows_is_the_answer(value: object, form: str, read_as: float) -> None:
    assert float(str(_old_form(value, form).blocks[0].cells["B.I.2.persen"])) == read_as


@pytest.mark.parametrize(
    ("value", "form", "told"),
    [
        (0.87, "0.00", "ambiguous-number"),
        (1, "General", "ambiguous-number"),
        (0.87, '0.00"%"', "ambiguous-number"),
        ("0,87", "0%", "ambiguous-number"),
        (87, "0%", "out-of-range"),
    ],
)
def test_what_it_does_not_show_is_refused(value: object, form: str, told: str) -> None:
    reading = _old_form(value, form)
    assert "B.I.2.persen" not in reading.blocks[0].cells
    assert [i.question for i in reading.issues if i.code == told] == ["B.I.2"]


def test_a_file_whose_styles_are_broken_is_read_and_the_number_refused() -> None:
    data = _old_file(0.87, "0%")
    reading = read(zipped({**unzipped(data), "xl/styles.xml": b"<styleSheet><cellXfs"}))
    assert [i.question for i in reading.issues if i.code == "ambiguous-number"] == ["B.I.2"]
    assert reading.blocks[0].cells


@pytest.mark.parametrize(("form", "is_read"), [("d-mmm", False), ("#,##0", True)])
def test_a_count_that_became_a_date_is_refused(form: str, is_read: bool) -> None:
    """Typed as 3/4 and made a day of April by the spreadsheet."""
    case = clean_table("single-table")
    code = "A.II.1.i.a.agen"
    place = read(case.data).blocks[0].places[code]
    book = openpyxl.load_workbook(io.BytesIO(case.data))
    cell: Any = book.worksheets[0][place.rpartition("!")[2]]
    cell.value, cell.number_format = 45750, form
    out = io.BytesIO()
    book.save(out)
    reading = read(out.getvalue())
    assert (code in reading.blocks[0].cells) is is_read
    assert [i.where for i in reading.issues if i.code == "ambiguous-number"] == [place] * (not is_read)
