from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.answers import QUICK
from zi_desktop.domain.cells import find_cell, normal_choice, parse_cell, plain
from zi_desktop.domain.errors import ZiError
from zi_desktop.worksheets.edition import load_edition

ZI_2021, ZI_2014 = load_edition("zi-2021"), load_edition("zi-2014")
YES_NO, ABCD, COUNT = "A.I.1.i.a", "A.I.1.iii.a", "A.II.1.i.a.agen"
INDEX, DECISION, PERCENT = "B.I.a", "A.II.1.i.a.keputusan", "B.I.2.persen"


def parsed(code: str, raw: str) -> object:
    return parse_cell(find_cell(ZI_2014 if code == PERCENT else ZI_2021, code), raw)


@pytest.mark.parametrize(
    ("code", "raw", "value"),
    [
        (ABCD, "a", "A"),
        (ABCD, "A.", "A"),
        (ABCD, " b) ", "B"),
        (ABCD, "D", "D"),
        (YES_NO, " ya", "Ya"),
        (YES_NO, "Y", "Ya"),
        (YES_NO, "YA", "Ya"),
        (YES_NO, "T", "Tidak"),
        (YES_NO, "Tidak ", "Tidak"),
        (YES_NO, "tdk", "Tidak"),
        (YES_NO, "", None),
        (ABCD, "  \n", None),
        (INDEX, "3,72", Decimal("3.72")),
        (INDEX, "3.72", Decimal("3.72")),
        (INDEX, "4", Decimal(4)),
        (INDEX, "0", Decimal(0)),
        (PERCENT, "87%", Decimal(87)),
        (PERCENT, "87 %", Decimal(87)),
        (PERCENT, "87,5", Decimal("87.5")),
        (COUNT, "12", Decimal(12)),
        (COUNT, "12.0", Decimal(12)),
        (COUNT, " 0 ", Decimal(0)),
        (DECISION, "Penuh", "penuh"),
        (DECISION, "nol", "nol"),
    ],
)
def test_what_people_type_becomes_a_value(code: str, raw: str, value: object) -> None:
    result = parsed(code, raw)
    assert result == value
    assert type(result) is type(value)


@pytest.mark.parametrize(
    ("code", "raw", "problem"),
    [
        (ABCD, "E", "outside-scale"),
        (ABCD, "Ya", "outside-scale"),
        (ABCD, "AB", "outside-scale"),
        (ABCD, "=A", "outside-scale"),
        (YES_NO, "A", "outside-scale"),
        (YES_NO, "1", "outside-scale"),
        (DECISION, "ya", "outside-scale"),
        (COUNT, "tiga", "not-a-number"),
        (COUNT, "1e3", "not-a-number"),
        (COUNT, "1.000,5", "not-a-number"),
        (COUNT, "12%", "not-a-number"),
        (COUNT, "NaN", "not-a-number"),
        (COUNT, "-1", "out-of-range"),
        (COUNT, "2,5", "out-of-range"),
        (COUNT, "9999999999", "out-of-range"),
        (COUNT, "9" * 25, "not-a-number"),
        (INDEX, "4,01", "out-of-range"),
        (INDEX, "-0,1", "out-of-range"),
        (PERCENT, "101", "out-of-range"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(code: str, raw: str, problem: str) -> None:
    with pytest.raises(ZiError) as refused:
        parsed(code, raw)
    assert refused.value.code == problem
    assert refused.value.where == code
    assert refused.value.remedy.id
    assert refused.value.remedy.en


def test_an_unknown_code_is_refused() -> None:
    for code in ("A.I.1", "A.II.1.i.a", "B.I.a.indeks", ""):
        with pytest.raises(ZiError) as refused:
            find_cell(ZI_2021, code)
        assert refused.value.code == "unknown-question"
        assert refused.value.where == code


def test_normal_choice_keeps_to_the_scale() -> None:
    assert normal_choice("y", ("A", "B")) is None
    assert normal_choice("Y", ("Ya", "Tidak")) == "Ya"


@QUICK
@given(st.text(max_size=12), st.sampled_from([YES_NO, ABCD, COUNT, INDEX, DECISION, PERCENT]))
def test_any_text_is_a_value_of_the_scale_or_refused(raw: str, code: str) -> None:
    lke = ZI_2014 if code == PERCENT else ZI_2021
    cell = find_cell(lke, code)
    problem = ""
    try:
        value = parse_cell(cell, raw)
        assert value is None or parse_cell(cell, plain(value)) == value
    except ZiError as error:
        problem = error.code
    assert problem in {"", "outside-scale", "not-a-number", "out-of-range"}


@pytest.mark.parametrize(
    ("value", "spelled", "with_comma"),
    [
        ("B", "B", "B"),
        (Decimal("3.720"), "3.72", "3,72"),
        (Decimal("12"), "12", "12"),
        (Decimal("1E+2"), "100", "100"),
        (Decimal("0.0"), "0", "0"),
    ],
)
def test_one_spelling(value: str | Decimal, spelled: str, with_comma: str) -> None:
    assert plain(value) == spelled
    assert plain(value, comma=True) == with_comma
