"""The file's own figures beside ours: equal where the file is sound, explained where it is not."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.tools.forms import OfficialForm
from tests.worksheets.conftest import codes_at, read
from zi_desktop.domain.errors import Issue
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import Reading
from zi_desktop.domain.scoring import score

Form = Callable[..., OfficialForm]
UNKNOWN = "tidak diketahui"


def _differing(reading: Reading) -> dict[str, Issue]:
    return {i.where: i for i in reading.issues if i.code == "score-differs"}


def _check(made: OfficialForm, lke: Lke) -> Reading:
    """The reading has the workbook's figure for every code it has a number for, tells every difference at its
    cell with a reason, and nothing else."""
    reading = read(made.build())
    (block,) = reading.blocks
    ours = score(lke, block.cells)
    codes = [s.code for s in lke.all_sections] + [q.code for q in lke.questions if q.weight] + ["total"]
    expected = {c: v for c in codes if isinstance(v := made.points(c), int | float)}
    assert block.file_scores == pytest.approx(expected, abs=1e-12)
    told = _differing(reading)
    assert not any(UNKNOWN in issue.message.id for issue in told.values())
    places = set()
    for code, value in expected.items():
        for key in (f"section {code}", f"total {code}", f"question {code}"):
            if (row := made.row(key)) and abs(value - float(ours.points(code))) > 1e-9:
                places.add(f"LKE ZI!L{row}")
    assert set(told) == places
    return reading


@pytest.mark.parametrize("seed", range(5))
def test_a_sound_file_agrees_to_the_last_digit(form: Form, lke: Lke, seed: int) -> None:
    reading = _check(form(seed, lhkasn_defect=False), lke)
    assert reading.issues == ()
    assert len(reading.blocks[0].file_scores) == 64


def test_a_damaged_type_cell_drops_its_question(form: Form, lke: Lke) -> None:
    change = {"A.I.1.i.a": "Ya", "A.I.1.i.b": "C"}
    reading = _check(form(change=change, types={"A.I.1.i.a": "Ya"}, lhkasn_defect=False), lke)
    told = codes_at(reading)
    assert told["LKE ZI!J8"] == {"wrong-type"}
    assert {i.where: i.question for i in reading.issues}["LKE ZI!J8"] == "A.I.1.i.a"
    assert set(_differing(reading)) == {f"LKE ZI!L{row}" for row in (4, 5, 6, 7, 198, 208)}
    assert all("LKE ZI!J8" in issue.message.en for issue in _differing(reading).values())


def test_a_damaged_type_that_changes_nothing_is_told_once(form: Form, lke: Lke) -> None:
    change = {"A.I.1.i.a": "Ya", "A.I.1.i.b": "A"}
    reading = _check(form(change=change, types={"A.I.1.i.a": "Ya"}, lhkasn_defect=False), lke)
    assert [i.code for i in reading.issues] == ["wrong-type"]


def test_a_count_with_a_damaged_type_is_told(form: Form) -> None:
    reading = read(form(types={"A.II.5.ii.a.harus": "A/B/C"}).build())
    assert codes_at(reading)["LKE ZI!J172"] == {"wrong-type"}


@pytest.mark.parametrize("seed", range(5))
def test_blanks_drop_out_of_the_files_means(form: Form, lke: Lke, seed: int) -> None:
    rnd = random.Random(seed)
    mean = [q.code for q in lke.questions if q.weight is None and q.choices]
    single = [q.code for s in lke.all_sections if len(s.questions) == 1 for q in s.questions]
    blanks = rnd.sample([c for c in mean if c not in single], 5)
    made = form(seed, change=dict.fromkeys(blanks, ""), lhkasn_defect=False)
    reading = _check(made, lke)
    reasons = " ".join(i.message.id for i in _differing(reading).values())
    ours = score(lke, reading.blocks[0].cells)
    again = score(lke, reading.blocks[0].cells, left_out=ours.unanswered)
    for code, value in reading.blocks[0].file_scores.items():
        assert value == pytest.approx(float(again.points(code)), abs=1e-9)
    for code in ours.unanswered:
        moved = abs(again.points(lke.section_of[code].code) - ours.points(lke.section_of[code].code)) > 1e-9
        assert (code in reasons) == moved


def test_an_empty_sub_area_is_an_error_that_runs_up(form: Form, lke: Lke) -> None:
    reading = _check(form(change={"A.I.3.v.a": ""}, lhkasn_defect=False), lke)
    errors = [i for i in reading.issues if i.code == "error-cell"]
    assert [i.where for i in errors] == [f"LKE ZI!L{row}" for row in (4, 5, 36, 57, 198, 208)]
    assert all("A.I.3.v" in i.message.id for i in errors)


def test_a_zero_denominator_is_an_error_that_names_its_question(form: Form, lke: Lke) -> None:
    zero = {f"A.II.5.ii.a.{name}": 0.0 for name in ("harus", "proses", "selesai")}
    reading = _check(form(change=zero, lhkasn_defect=False), lke)
    errors = [i for i in reading.issues if i.code == "error-cell"]
    assert {i.where for i in errors} == {f"LKE ZI!L{row}" for row in (4, 125, 167, 170, 198, 208)}
    assert all("A.II.5.ii.a" in i.message.en for i in errors)
    assert "A.II.5.ii.a.harus" in reading.blocks[0].cells


def _lhkpn(done: float, asn_done: float) -> dict[str, Any]:
    base = dict.fromkeys(("kepala", "pejabat", "lainnya"), 5.0)
    asn = dict.fromkeys(("eselon3", "eselon4", "fung_pelaksana"), 5.0)
    counts = {f"A.II.5.iii.a.{k}": v for k, v in {**base, "sudah": done}.items()}
    return counts | {f"A.II.5.iii.b.{k}": v for k, v in {**asn, "sudah": asn_done}.items()}


def test_the_range_that_misses_lhkasn(form: Form, lke: Lke) -> None:
    reading = _check(form(change=_lhkpn(13.0, 15.0)), lke)
    told = codes_at(reading)
    assert told["LKE ZI!L175"] == {"range-defect", "score-differs"}
    assert set(_differing(reading)) == {f"LKE ZI!L{row}" for row in (4, 125, 167, 175, 198, 208)}
    (defect,) = [i for i in reading.issues if i.code == "range-defect"]
    assert defect.question == "A.II.5.iii.b"
    assert all("LKE ZI!L175" in i.message.en for i in _differing(reading).values())


def test_the_range_defect_is_told_even_where_it_changes_nothing(form: Form, lke: Lke) -> None:
    reading = _check(form(change=_lhkpn(15.0, 15.0)), lke)
    assert [i.code for i in reading.issues] == ["range-defect"]


def test_defects_combine_and_each_is_named(form: Form, lke: Lke) -> None:
    change = {**_lhkpn(13.0, 15.0), "A.I.1.i.a": "Ya", "A.I.1.i.b": "C", "A.I.2.i.a": "", "A.I.2.i.b": "A"}
    reading = _check(form(change=change, types={"A.I.1.i.a": "Ya"}), lke)
    total = _differing(reading)["LKE ZI!L208"].message.id
    assert "J8" in total
    assert "A.I.2.i.a" in total
    assert "L175" in total
    assert "L175" not in _differing(reading)["LKE ZI!L5"].message.id


@pytest.mark.parametrize(("typed_over", "agrees"), [(15.0, True), (12.0, False)])
def test_a_sum_typed_over_says_whether_it_agrees(
    form: Form, lke: Lke, typed_over: float, agrees: bool
) -> None:
    made = form(change=_lhkpn(15.0, 12.0), overtyped={"K sum A.II.5.iii.b": typed_over})
    reading = _check(made, lke)
    (told,) = [i for i in reading.issues if i.code == "overtyped-formula"]
    assert (told.where, told.question) == ("LKE ZI!K185", "A.II.5.iii.b")
    assert ("still agrees" in told.message.en) is agrees
    assert ("should be 15" in told.message.en) is not agrees


def test_a_ratio_typed_over_is_not_an_answer(form: Form, lke: Lke) -> None:
    change = {"A.II.1.i.a.agen": 4.0, "A.II.1.i.a.perubahan": 1.0}
    made = form(change=change, overtyped={"K question A.II.1.i.a": 1.0}, lhkasn_defect=False)
    reading = _check(made, lke)
    assert "A.II.1.i.a" not in reading.blocks[0].cells
    assert codes_at(reading)["LKE ZI!K128"] == {"overtyped-formula"}
    assert "A.II.1.i.a" in _differing(reading)["LKE ZI!L127"].message.id


def test_a_section_typed_over(form: Form, lke: Lke) -> None:
    made = form(overtyped={"L section A.I.2.ii": 2.0}, lhkasn_defect=False, change={"A.I.2.ii.a": "C"})
    reading = _check(made, lke)
    assert "overtyped-formula" in codes_at(reading)["LKE ZI!L28"]
    assert "tertimpa" in _differing(reading)["LKE ZI!L208"].message.id


def test_a_deleted_formula(form: Form) -> None:
    made = form(change={"A.I.1.i.a": "Tidak", "A.I.1.i.b": "A"}, overtyped={"L question A.I.1.i.a": ""})
    reading = read(made.build())
    assert codes_at(reading)["LKE ZI!L8"] == {"overtyped-formula"}
    assert "A.I.1.i.a" in _differing(reading)["LKE ZI!L7"].message.id


def test_a_stale_value(form: Form) -> None:
    reading = read(form(stale={"L section A.I.1": 0.123}, lhkasn_defect=False).build())
    told = _differing(reading)
    assert "belum dihitung ulang" in told["LKE ZI!L6"].message.id
    assert reading.blocks[0].file_scores["A.I.1"] == 0.123


def test_a_changed_weight(form: Form) -> None:
    made = form(lhkasn_defect=False)
    for line in made.lines:
        if line.key == "section A.I.1.i":
            line.weight = 0.6
    reading = read(made.build())
    assert codes_at(reading)["LKE ZI!H7"] == {"weight-differs"}


def test_a_file_that_was_never_calculated(form: Form) -> None:
    reading = read(form(cached=False).build())
    assert reading.blocks[0].file_scores == {}
    assert {i.code for i in reading.issues} == {"no-cached-values", "range-defect"}
