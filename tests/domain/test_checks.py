"""Contradictions in the answers are told, with the numbers as they were typed."""

from __future__ import annotations

from decimal import Decimal

from zi_desktop.domain.checks import check_answers
from zi_desktop.domain.errors import Issue
from zi_desktop.worksheets.edition import load_edition

LKE = load_edition("zi-2021")


def issues(**counts: int) -> list[Issue]:
    """``a__agen`` stands for ``A.II.1.i.a.agen``: names of arguments hold no dots."""
    cells = {f"A.II.1.i.{name.replace('__', '.')}": Decimal(n) for name, n in counts.items()}
    return check_answers(LKE, cells)


def test_more_done_than_there_is() -> None:
    (found,) = issues(a__agen=3, a__perubahan=999_999_999)
    assert found.code == "count-implausible"
    assert found.question == "A.II.1.i.a"
    assert "999999999" in found.message.id
    assert "999999999" in found.message.en


def test_two_counts_that_should_be_the_same_number() -> None:
    (found,) = issues(a__agen=9, a__perubahan=7, b__perubahan=8, b__terintegrasi=1)
    assert (found.code, found.where) == ("counts-disagree", "A.II.1.i.b.perubahan")


def test_counts_that_are_not_complete() -> None:
    (found,) = issues(a__agen=9)
    assert (found.code, found.question) == ("incomplete-counts", "A.II.1.i.a")


def test_a_zero_denominator_until_it_is_decided() -> None:
    cells: dict[str, str | Decimal] = {"A.II.1.i.a.agen": Decimal(0), "A.II.1.i.a.perubahan": Decimal(0)}
    (found,) = check_answers(LKE, cells)
    assert found.code == "zero-denominator"
    assert check_answers(LKE, cells | {"A.II.1.i.a.keputusan": "nol"}) == []


def test_nothing_to_say_of_an_empty_or_a_sound_sheet() -> None:
    assert check_answers(LKE, {}) == []
    assert issues(a__agen=3, a__perubahan=2, b__perubahan=2, b__terintegrasi=2) == []
