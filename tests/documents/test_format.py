"""Numbers and dates as an Indonesian reader expects them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_desktop.documents.format import (
    NBSP,
    decimals_apart,
    exact,
    long_date,
    number,
    parse_number,
    percent,
    shortest,
)


def test_a_date_is_written_out() -> None:
    assert long_date(dt.date(2026, 11, 4)) == "4 November 2026"
    assert [long_date(dt.date(2026, m, 1)).split()[1] for m in (1, 5, 8)] == ["Januari", "Mei", "Agustus"]


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(1234567, 100), 2, "12.345,67"),
        (Fraction(1, 3), 4, "0,3333"),
        (Fraction(5, 1000), 2, "0,01"),
        (Decimal("-2.5"), 0, "\u22123"),
        (Decimal("-0.001"), 2, "0,00"),
        (999_999_999, 0, "999.999.999"),
    ],
)
def test_a_number_has_points_and_a_comma(value: Decimal | Fraction | int, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


def test_no_more_decimals_than_it_takes() -> None:
    assert shortest(Fraction(1, 2), 2, 4) == "0,50"
    assert shortest(Fraction(2, 3), 2, 4) == "0,6667"
    assert exact(Decimal("3.7215")) == "3,7215"
    assert exact(Decimal("1E+3")) == "1.000"


def test_only_a_whole_is_shown_as_a_hundred_percent() -> None:
    assert percent(Fraction(3, 4)) == f"75{NBSP}%"
    assert percent(Fraction(2, 3)) == f"66,67{NBSP}%"
    assert percent(Fraction(999999, 1000000)) == f"99,9999{NBSP}%"
    assert percent(Fraction(1, 10**6)) == f"0,0001{NBSP}%"
    assert percent(Fraction(0)) == f"0{NBSP}%"


def test_a_missed_minimum_never_looks_reached() -> None:
    assert decimals_apart(Fraction("74.996"), [Fraction(75)]) == 3
    assert decimals_apart(Fraction("74.99"), [Fraction(75)]) == 2
    assert decimals_apart(Fraction(75), [Fraction(75)]) == 2


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6))
def test_what_is_printed_is_read_as_the_same_number(value: Decimal) -> None:
    assert parse_number(exact(value)) == value


@pytest.mark.parametrize("text", ["", "–", "B", "1.23.456", "1,2,3", "12 34", "x1"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None
