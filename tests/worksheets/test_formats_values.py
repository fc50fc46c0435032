"""Every kind of cell in .xls and .ods is what it is in .xlsx; calamine, which is not ours, sees the same."""

from __future__ import annotations

import io
from datetime import date, time
from typing import Any

import pytest
import python_calamine

from tests.tools.saved_forms import KINDS, saved_forms
from zi_desktop.domain.errors import ZiError
from zi_desktop.worksheets.workbook_file_book import Workbook, open_workbook
from zi_desktop.worksheets.workbook_file_sheet import ErrorValue, Sheet


def _opened(kind: str) -> Workbook:
    return open_workbook(saved_forms()["sel"][kind], f"nilai.{kind}")


def _cells(sheet: Sheet) -> dict[tuple[int, int], Any]:
    return {(row, column): value for row, cells in sheet.values.items() for column, value in cells.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_cell(kind: str) -> None:
    one, other = (_opened(k).sheet("Nilai 1") for k in ("xlsx", kind))
    mine, theirs = _cells(one), _cells(other)
    assert theirs.keys() == mine.keys()
    for place, value in mine.items():
        if kind == "xls" and isinstance(value, str) and place in one.formulas:
            continue  # LibreOffice writes 0 for a text that a formula gives
        assert type(theirs[place]) is type(value), place
        if isinstance(value, float):
            assert theirs[place] == pytest.approx(value, rel=1e-14), place
        else:
            assert theirs[place] == value, place
    told = {place: formula.replace("E()", "E") for place, formula in other.formulas.items()}
    for place in ((5, 4), (5, 5)):  # a typed TRUE becomes a formula there
        told.pop(place, None)
    assert told == one.formulas
    assert other.links == one.links


@pytest.mark.parametrize("kind", KINDS)
def test_sheets_and_which_are_hidden(kind: str) -> None:
    book = _opened(kind)
    assert list(book.parts) == ["Nilai 1", "Tersembunyi", "Kosong"]
    assert [book.sheet(name).hidden for name in book.parts] == [False, True, False]
    assert list(book.sheet("Kosong").rows()) == []


@pytest.mark.parametrize("kind", ["xlsx", *KINDS])
def test_calamine_sees_the_same(kind: str) -> None:
    ours = _cells(_opened(kind).sheet("Nilai 1"))
    book = python_calamine.load_workbook(io.BytesIO(saved_forms()["sel"][kind]))
    rows = book.get_sheet_by_name("Nilai 1").to_python(skip_empty_area=False)
    theirs = {(r, c): v for r, row in enumerate(rows, 1) for c, v in enumerate(row, 1) if v != ""}
    for place in ours.keys() | theirs.keys():
        mine, seen = ours.get(place), theirs.get(place)
        if isinstance(mine, ErrorValue):
            assert seen is None, place  # it shows nothing for an error
        elif isinstance(seen, date | time):
            assert isinstance(mine, float), place
        elif isinstance(seen, str) and kind == "ods":
            assert "".join(str(mine).split()) == "".join(seen.split()), place  # it loses tabs
        else:
            assert mine == seen, place


def test_errors_keep_their_name() -> None:
    for kind in ("xlsx", *KINDS):
        sheet = _opened(kind).sheet("Nilai 1")
        assert sheet.at(23, 5) == ErrorValue("#DIV/0!")
        assert sheet.at(23, 6) == ErrorValue("#N/A")
        assert isinstance(sheet.at(13, 8), str)
        assert not isinstance(sheet.at(13, 8), ErrorValue)


@pytest.mark.parametrize("kind", ["kunci.xls", "kunci.ods"])
def test_a_password(kind: str) -> None:
    with pytest.raises(ZiError) as refused:
        _opened(kind)
    assert refused.value.code == "encrypted-file"


@pytest.mark.parametrize(
    ("kind", "said"),
    [("html.xls", "HTML"), ("fods", "XML")],
)
def test_formats_that_are_refused_by_name(kind: str, said: str) -> None:
    with pytest.raises(ZiError, match=said) as refused:
        _opened(kind)
    assert refused.value.code == "not-a-worksheet"


@pytest.mark.parametrize("kind", ["xlsx", *KINDS])
def test_the_name_does_not_decide(kind: str) -> None:
    for name in ("a.xlsx", "a.xls", "a.ods", "a.csv", "a"):
        assert len(open_workbook(saved_forms()["sel"][kind], name).parts) == 3
