from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from tests.domain.answers import EDITIONS, QUICK, random_cells, seeds
from zi_desktop.domain.cells import CellValue, parse_cell
from zi_desktop.domain.crosswalk import (
    Crosswalk,
    Earlier,
    Match,
    answer_label,
    earlier_answers,
    without_place,
)
from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding, Stage
from zi_desktop.domain.lke import Lke, QuestionKind
from zi_desktop.domain.scoring import value_of
from zi_desktop.worksheets.crosswalk import load_crosswalk
from zi_desktop.worksheets.edition import load_edition

OLD, NEW = load_edition("zi-2014"), load_edition("zi-2021")
FOUND = load_crosswalk("zi-2014", "zi-2021")
assert FOUND is not None
CROSSWALK: Crosswalk = FOUND


def evaluation(lke: Lke, cells: dict[str, CellValue]) -> Evaluation:
    """Made up, with a note, an evidence and a finding on every question."""
    codes = [q.code for q in lke.questions]
    return Evaluation(
        id="contoh-lama",
        unit="Unit Contoh",
        year=lke.first_year,
        edition=lke.id,
        stage=Stage.TPI,
        cells=cells,
        notes={c: f"catatan {c}" for c in codes},
        evidence={c: (Evidence(f"b-{c}", f"bukti {c}"), Evidence(f"s-{c}", "SK sama.pdf")) for c in codes},
        findings={c: (Finding(f"t-{c}", f"temuan {c}"),) for c in codes},
    )


def earlier(cells: dict[str, CellValue]) -> dict[str, Earlier]:
    """What answers on the older form say on the newer one."""
    return dict(earlier_answers(NEW, evaluation(OLD, cells), OLD, CROSSWALK))


@QUICK
@given(seeds)
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_same_edition_says_the_same(edition: str, seed: int) -> None:
    lke = load_edition(edition)
    previous = evaluation(lke, random_cells(lke, seed, filled=0.8))
    found = earlier_answers(lke, previous, lke, None)
    assert list(found) == [q.code for q in lke.questions]
    for question in lke.questions:
        one = found[question.code]
        assert (one.codes, one.match) == ((question.code,), Match.EXACT)
        assert one.value == value_of(question, previous.cells)
        assert one.same_scale_label == (one.label if one.value is not None else "")
        if question.kind is QuestionKind.CHOICE:
            assert one.label == previous.cells.get(question.code, "")
        assert one.note == previous.notes[question.code]
        assert one.findings == previous.findings[question.code]


@QUICK
@given(seeds)
def test_across_editions_nothing_is_lost_and_nothing_is_made_up(seed: int) -> None:
    previous = evaluation(OLD, random_cells(OLD, seed, filled=0.8))
    found = earlier_answers(NEW, previous, OLD, CROSSWALK)
    left = without_place(previous, OLD, CROSSWALK)
    assert list(found) == [q.code for q in NEW.questions]
    shown = {code for one in found.values() for code in one.codes} | set(left)
    assert shown == {q.code for q in OLD.questions}
    for code, one in found.items():
        _check_link(code, one, previous)
    for code, one in left.items():
        assert one.note == f"catatan {code}"
        assert one.same_scale_label == ""


def _check_link(code: str, one: Earlier, previous: Evaluation) -> None:
    question = NEW.question_by_code[code]
    for old in one.codes:
        assert f"catatan {old}" in one.note
        assert f"bukti {old}" in one.evidence
        assert previous.findings[old][0] in one.findings
        assert answer_label(OLD.question_by_code[old], previous.cells) in one.label
    if one.match is Match.NONE:
        assert one.is_empty
        assert one.reason.id
        assert one.reason.en
    if one.same_scale_label and question.kind is QuestionKind.CHOICE:
        old_label = str(previous.cells[one.codes[0]])
        assert CROSSWALK.links[code].choices[old_label] == one.same_scale_label
        question.choice(one.same_scale_label)
    if one.match is Match.EXACT and one.value is not None:
        answer = parse_cell(NEW.cells[code], one.same_scale_label)
        assert answer is not None
        assert value_of(question, {code: answer}) == one.value


def test_letters_that_mean_something_else_are_not_carried_over() -> None:
    found = earlier({"A.II.1.a": "C", "A.VI.3.b": "A", "A.I.3.b": "A", "A.II.1.b": "D", "A.III.4.a": "A"})
    for code in ("A.I.2.i.a", "A.I.6.iv.b", "A.I.1.iii.b", "A.I.2.i.b", "A.I.3.iv.a"):
        assert found[code].label
        assert found[code].value is not None
        assert found[code].same_scale_label == ""
        assert found[code].match is Match.PARTIAL


def test_other_letters_of_the_same_meaning_are() -> None:
    found = earlier({"A.I.4.b": "Tidak", "A.VI.3.a": "C", "A.V.4.d": "D", "A.II.1.b": "C"})
    same = {"A.I.1.iv.b": "C", "A.I.6.iv.a": "E", "A.I.5.iv.c": "C", "A.I.2.i.b": "C"}
    assert {code: found[code].same_scale_label for code in same} == same
    assert found["A.I.1.iv.b"].label == "Tidak"


def test_an_index_keeps_its_value_whatever_it_weighs() -> None:
    one = earlier({"B.I.1": Decimal("3.72")})["B.I.a"]
    assert (one.label, one.same_scale_label) == ("3,72", "3,72")
    assert one.value == Fraction("3.72") / 4


def test_two_questions_joined_and_one_split() -> None:
    found = earlier({"A.IV.2.h": "B", "A.IV.2.g": "D", "A.VI.2.c": "A"})
    joined = found["A.I.4.ii.h"]
    assert joined.label == "A.IV.2.h: B; A.IV.2.g: D"
    assert (joined.value, joined.same_scale_label) == (None, "B")
    assert joined.note == "A.IV.2.h: catatan A.IV.2.h\nA.IV.2.g: catatan A.IV.2.g"
    assert joined.evidence == ("bukti A.IV.2.h", "SK sama.pdf", "bukti A.IV.2.g")
    assert [f.note for f in joined.findings] == ["temuan A.IV.2.h", "temuan A.IV.2.g"]
    assert found["A.I.6.ii.c"].label == found["A.I.6.ii.d"].label == "A"
    only = earlier({"A.IV.2.g": "D"})["A.I.4.ii.h"]
    assert (only.label, only.same_scale_label) == ("A.IV.2.g: D", "")


def test_what_has_no_place_is_named() -> None:
    previous = evaluation(OLD, {"B.I.2.persen": Decimal("87.5"), "A.V.4.a": "Ya"})
    left = without_place(previous, OLD, CROSSWALK)
    assert {code: one.label for code, one in left.items()} == {
        "A.V.4.a": "Ya",
        "A.VI.1.c": "",
        "B.I.2": "87,5 %",
    }
    assert left["B.I.2"].value == Fraction("0.875")
    assert without_place(previous, OLD, None) == {}
    assert without_place(evaluation(NEW, {}), NEW, CROSSWALK) == {}


@pytest.mark.parametrize(
    ("code", "cells", "label", "value"),
    [
        ("A.II.1.i.a", {"agen": 4, "perubahan": 3}, "3 ÷ 4", Fraction(3, 4)),
        ("A.II.1.i.a", {"agen": 4}, "– ÷ 4", None),
        ("A.II.1.i.a", {}, "", None),
        ("A.II.5.iii.a", {"kepala": 1, "pejabat": 2, "lainnya": 3, "sudah": 3}, "3 ÷ 6", Fraction(1, 2)),
        ("A.II.5.iii.a", {"kepala": 1, "lainnya": 3, "sudah": 3}, "3 ÷ –", None),
        ("A.II.3.iii.a", {"tahun_lalu": 5, "tahun_ini": 2, "disanksi": 0}, "(5 − 2) ÷ 5", Fraction(3, 5)),
        ("A.II.5.ii.a", {"harus": 0, "proses": 0, "selesai": 0}, "0 ÷ 0", None),
        (
            "A.II.5.ii.a",
            {"harus": 0, "proses": 0, "selesai": 0, "keputusan": "nol"},
            "0 ÷ 0 (nol)",
            Fraction(0),
        ),
        ("A.II.5.ii.a", {"harus": 2, "proses": 0, "selesai": 1, "keputusan": "nol"}, "1 ÷ 2", Fraction(1, 2)),
        ("A.II.5.ii.a", {"keputusan": "nol"}, "", None),
    ],
)
def test_ratios_show_what_they_are_made_of(
    code: str, cells: dict[str, int | str], label: str, value: Fraction | None
) -> None:
    filled = {f"{code}.{i}": v if isinstance(v, str) else Decimal(v) for i, v in cells.items()}
    one = earlier_answers(NEW, evaluation(NEW, filled), NEW, CROSSWALK)[code]
    assert (one.label, one.value) == (label, value)
    assert one.same_scale_label == ("" if value is None else label)


def test_without_a_crosswalk_another_edition_says_nothing() -> None:
    assert earlier_answers(NEW, evaluation(OLD, {"A.I.1.a": "Ya"}), OLD, None) == {}
    assert earlier_answers(OLD, evaluation(NEW, {}), NEW, None) == {}


def test_what_does_not_belong_together_is_refused() -> None:
    with pytest.raises(ValueError, match="zi-2014 evaluation"):
        earlier_answers(NEW, evaluation(OLD, {}), NEW, CROSSWALK)
    with pytest.raises(ValueError, match="crosswalk zi-2014"):
        earlier_answers(OLD, evaluation(NEW, {}), NEW, CROSSWALK)


def test_nothing_to_show_is_said() -> None:
    bare = replace(evaluation(OLD, {}), notes={}, evidence={}, findings={})
    assert all(one.is_empty for one in earlier_answers(NEW, bare, OLD, CROSSWALK).values())
    assert not any(Match(m).label.id == "" or Match(m).label.en == "" for m in Match)
