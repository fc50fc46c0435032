from __future__ import annotations

from fractions import Fraction

from tests.domain.answers import extreme_cells
from zi_desktop.domain.areas import areas_of, shares_of
from zi_desktop.domain.predikat import rules_in_force
from zi_desktop.domain.scoring import score
from zi_desktop.worksheets.edition import load_edition


def test_six_areas_on_both_forms_that_speak_to_each_other() -> None:
    new, old = load_edition("zi-2021"), load_edition("zi-2014")
    areas = areas_of(new)
    assert [a.maximum for a in areas] == [8, 7, 10, 10, 15, 10]
    assert [a.codes for a in areas] == [(f"A.I.{i}", f"A.II.{i}") for i in range(1, 7)]
    assert shares_of(areas, old, score(old, extreme_cells(old, best=True))) == {
        i: Fraction(1) for i in range(1, 7)
    }
    half = score(new, {**extreme_cells(new, best=True), "A.II.5.i.a": "E", "A.II.5.ii.a.selesai": "0"})
    assert areas[4].share(half) < 1 == areas[0].share(half)
    assert shares_of(areas, old, score(old, {"A.I.1.a": "Ya"})) == {1: Fraction(1, 10)}
    assert shares_of(areas[:5], old, score(old, {})) is None


def test_what_a_predikat_asks_of_an_area() -> None:
    new, old = load_edition("zi-2021"), load_edition("zi-2014")
    assert {a.gate_share(r) for r, a in [(new.predikat[0], a) for a in areas_of(new)]} == {Fraction(60, 100)}
    assert {a.gate_share(new.predikat[1]) for a in areas_of(new)} == {Fraction(75, 100)}
    assert {a.gate_share(old.predikat[0]) for a in areas_of(old)} == {None}
    adopted = rules_in_force(old, {"permenpanrb-10-2019": {}})
    assert {a.gate_share(adopted[0]) for a in areas_of(old)} == {Fraction(60, 100)}
