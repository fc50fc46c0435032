"""The workbook's own figure: equal to ours where it is sound, and wrong in the known ways where it is not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from tests.domain.answers import QUICK, random_cells, seeds
from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.lke import CellKind
from zi_desktop.domain.scoring import TOTAL, score
from zi_desktop.domain.workbook_mode import OFFICIAL, SOUND, CellError, WorkbookDefects, workbook_score
from zi_desktop.worksheets.edition import load_edition

LKE = load_edition("zi-2021")
DIV, VALUE = CellError.DIV_ZERO, CellError.VALUE
ABOVE_HARTA = {"A.II.5.iii", "A.II.5", "A.II", "A", TOTAL}


def whole(seed: int) -> dict[str, CellValue]:
    """Everything answered, no zero denominator."""
    cells: dict[str, CellValue] = {}
    for code, value in random_cells(LKE, seed).items():
        cell = LKE.cells[code]
        if cell.kind is not CellKind.DECISION:
            more = 1 if cell.kind is CellKind.COUNT else 0
            cells[code] = value if isinstance(value, str) else value + more
    return cells


def counts(code: str, **numbers: int) -> dict[str, CellValue]:
    return {f"{code}.{name}": Decimal(number) for name, number in numbers.items()}


def without(cells: dict[str, CellValue], *codes: str) -> dict[str, CellValue]:
    return {k: v for k, v in cells.items() if k not in codes}


def above(code: str) -> set[str]:
    """The sections a question stands in, and the total."""
    return {s.code for s in LKE.path(code)} | {TOTAL}


@QUICK
@given(seeds)
def test_a_sound_copy_that_is_all_filled_in_agrees_with_us_to_the_last_digit(seed: int) -> None:
    cells = whole(seed)
    ours, theirs = score(LKE, cells), workbook_score(LKE, cells, SOUND)
    assert set(theirs) == {*ours.sections, *ours.questions}
    for code, points in theirs.items():
        weight = LKE.question_by_code[code].weight if code in LKE.question_by_code else Fraction(1)
        assert points == (ours.values[code] if weight is None else ours.points(code))


@QUICK
@given(seeds)
def test_the_official_copy_counts_lhkpn_for_lhkasn_and_nothing_else_differs(seed: int) -> None:
    cells = whole(seed)
    ours, theirs = score(LKE, cells), workbook_score(LKE, cells)
    assert theirs["A.II.5.iii"] == 2 * ours.values["A.II.5.iii.a"]
    assert {c for c, p in ours.sections.items() if theirs[c] != p} <= ABOVE_HARTA
    assert theirs[TOTAL] == ours.total + ours.values["A.II.5.iii.a"] - ours.values["A.II.5.iii.b"]


@QUICK
@given(seeds)
def test_blanks_drop_out_of_their_means(seed: int) -> None:
    cells = whole(seed)
    asked = [q for s in LKE.all_sections if len(s.questions) > 2 and s.mean for q in s.questions[:1]]
    blank = [q.code for q in asked if q.choices]
    ours = score(LKE, without(cells, *blank), left_out=blank)
    theirs = workbook_score(LKE, without(cells, *blank), SOUND)
    assert {c: theirs[c] for c in ours.sections} == dict(ours.sections)
    assert all(theirs[code] is None for code in blank)


def test_an_empty_sub_area_is_an_error_up_to_the_total_and_nowhere_else() -> None:
    theirs = workbook_score(LKE, without(whole(1), "A.I.3.v.a"), SOUND)
    assert {code for code, shown in theirs.items() if shown is DIV} == above("A.I.3.v.a")


@pytest.mark.parametrize("code", ["B.I.a", "B.I.b", "B.II.a"])
def test_a_blank_in_hasil_is_an_error_of_value(code: str) -> None:
    theirs = workbook_score(LKE, without(whole(2), code), SOUND)
    assert {c for c, shown in theirs.items() if shown is VALUE} == above(code) | {code}


ZEROS = [
    ("A.II.1.i.a", {"agen": 0, "perubahan": 3}),
    ("A.II.1.i.b", {"perubahan": 0, "terintegrasi": 0}),
    ("A.II.3.iii.a", {"tahun_lalu": 0, "tahun_ini": 1, "disanksi": 0}),
    ("A.II.4.i.a", {"sasaran": 0, "tercapai": 0}),
    ("A.II.5.ii.a", {"harus": 0, "proses": 0, "selesai": 0}),
    ("A.II.5.iii.a", {"kepala": 0, "pejabat": 0, "lainnya": 0, "sudah": 0}),
    ("A.II.5.iii.b", {"eselon3": 0, "eselon4": 0, "fung_pelaksana": 0, "sudah": 1}),
    ("A.II.6.i.b", {"terdaftar": 0, "dipermudah": 2}),
]


@pytest.mark.parametrize(("code", "zeros"), ZEROS)
def test_a_zero_denominator_is_an_error_whatever_was_decided(code: str, zeros: dict[str, int]) -> None:
    cells = {**whole(3), **counts(code, **zeros), f"{code}.keputusan": "penuh"}
    theirs = workbook_score(LKE, cells, SOUND)
    assert {c for c, shown in theirs.items() if isinstance(shown, CellError)} == above(code) | {code}
    assert theirs[TOTAL] is DIV


def test_nothing_before_and_nothing_now_is_full() -> None:
    cells = {**whole(3), **counts("A.II.3.iii.a", tahun_lalu=0, tahun_ini=0, disanksi=0)}
    assert workbook_score(LKE, cells)["A.II.3.iii.a"] == 1


def test_a_zero_denominator_of_lhkasn_never_reaches_the_official_total() -> None:
    cells = {**whole(4), **counts("A.II.5.iii.b", eselon3=0, eselon4=0, fung_pelaksana=0, sudah=0)}
    theirs = workbook_score(LKE, cells)
    assert theirs["A.II.5.iii.b"] is DIV
    assert isinstance(theirs[TOTAL], Fraction)


def test_one_blank_count_of_a_sum_is_an_error_of_value_a_blank_result_is_text() -> None:
    cells = whole(5)
    assert workbook_score(LKE, without(cells, "A.II.5.iii.a.pejabat"))[TOTAL] is VALUE
    blank = workbook_score(LKE, without(cells, "A.II.5.iii.a.sudah"))
    assert (blank["A.II.5.iii.a"], blank["A.II.5.iii"]) == (None, DIV)
    assert workbook_score(LKE, without(cells, "A.II.1.i.a.agen"), SOUND)["A.II.1.i.a"] is None


@pytest.mark.parametrize(
    ("kind", "answer", "shown"),
    [
        ("Ya", "Ya", None),
        ("", "Ya", None),
        ("Jumlah", "Ya", None),
        ("%", "Ya", None),
        ("A/B/C", "Ya", None),
        ("ya/tidak", "Ya", Fraction(1)),
        ("Ya/Tidak", "Tidak", Fraction(0)),
    ],
)
def test_a_damaged_type_decides_how_the_answer_is_taken(
    kind: str, answer: str, shown: Fraction | None
) -> None:
    cells = {**whole(6), "A.I.1.i.a": answer, "A.I.1.i.b": "C"}
    theirs = workbook_score(LKE, cells, WorkbookDefects(types={"A.I.1.i.a": kind}))
    assert theirs["A.I.1.i.a"] == shown
    weight = LKE.section_by_code["A.I.1.i"].weight
    assert theirs["A.I.1.i"] == (0 if shown is None else shown / 2 * weight)


def test_another_scale_counts_the_letter_otherwise() -> None:
    cells = {**whole(6), "A.I.1.i.b": "B"}
    theirs = workbook_score(LKE, cells, WorkbookDefects(types={"A.I.1.i.b": "A/B/C/D"}))
    assert theirs["A.I.1.i.b"] == Fraction(67, 100)


def test_a_count_typed_as_a_percentage_enters_the_mean() -> None:
    cells = {**whole(7), **counts("A.II.4.i.a", sasaran=4, tercapai=2)}
    theirs = workbook_score(LKE, cells, WorkbookDefects(types={"A.II.4.i.a.sasaran": "%"}))
    assert theirs["A.II.4.i"] == (Fraction(1, 2) + 4) / 2 * LKE.section_by_code["A.II.4.i"].weight


def test_an_answer_the_formulas_do_not_know_drops_out() -> None:
    cells = {**whole(8), "A.I.1.i.a": "Ya", "A.I.1.i.b": "A"}
    theirs = workbook_score(LKE, cells, WorkbookDefects(unknown=frozenset({"A.I.1.i.a", "B.II.a"})))
    assert (theirs["A.I.1.i.a"], theirs["A.I.1.i"]) == (None, LKE.section_by_code["A.I.1.i"].weight)
    assert theirs["B.II.a"] is VALUE


def test_formulas_typed_over_count_as_what_was_typed() -> None:
    cells = {**whole(9), **counts("A.II.5.iii.b", eselon3=0, eselon4=1, fung_pelaksana=12, sudah=12)}
    defects = WorkbookDefects(
        bases={"A.II.5.iii.b": Fraction(12)},
        values={"A.II.1.i.a": Fraction(1, 4)},
        points={"A.I.2": Fraction(9), "A.I.1.i.a": Fraction(1, 3)},
    )
    theirs, sound = workbook_score(LKE, cells, defects), workbook_score(LKE, cells, SOUND)
    assert theirs["A.II.5.iii.b"] == 1 != sound["A.II.5.iii.b"]
    assert theirs["A.II.1.i.a"] == Fraction(1, 4)
    assert (theirs["A.I.1.i.a"], theirs["A.I.2"]) == (Fraction(1, 3), 9)
    parts = [theirs[f"A.I.{n}"] for n in range(1, 7)]
    assert theirs["A.I"] == sum(p for p in parts if isinstance(p, Fraction))
    assert workbook_score(LKE, cells, WorkbookDefects(points={TOTAL: Fraction(88)}))[TOTAL] == 88
    emptied = workbook_score(LKE, cells, WorkbookDefects(points={"A.I.1": None}))
    assert emptied["A.I"] == sound["A.I"] - sound["A.I.1"]  # type: ignore[operator]


def test_an_error_typed_over_the_sum_of_counts_enters_the_mean_by_itself() -> None:
    defects = WorkbookDefects(values={"A.II.5.iii.a": Fraction(1, 2)}, bases={"A.II.5.iii.a": DIV})
    theirs = workbook_score(LKE, whole(11), defects)
    assert (theirs["A.II.5.iii.a"], theirs["A.II.5.iii"]) == (Fraction(1, 2), DIV)


def test_where_two_errors_meet_the_first_named_in_the_formula_shows() -> None:
    cells = without(whole(10), "A.I.3.v.a", "B.I.a")
    theirs = workbook_score(LKE, cells)
    assert (theirs["A"], theirs["B"], theirs[TOTAL]) == (DIV, VALUE, DIV)
    both = without(whole(10), "A.I.3.v.a", "A.II.5.iii.a.kepala")
    theirs = workbook_score(LKE, both)
    assert (theirs["A.I"], theirs["A.II"], theirs["A"]) == (DIV, VALUE, VALUE)


def test_the_official_defects_are_one_range() -> None:
    assert OFFICIAL.reach == {"A.II.5.iii": 4}
    assert WorkbookDefects() == SOUND
