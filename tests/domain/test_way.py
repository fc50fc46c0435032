"""The way there against brute force: every set of steps, small forms, nested gates and gates that overlap."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.answers import QUICK, editions, extreme_cells, random_cells, seeds
from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.errors import Text
from zi_desktop.domain.lke import Choice, Gate, Level, Lke, PredikatRule, Question, QuestionKind, Section
from zi_desktop.domain.predikat import EPSILON, judge, rules_in_force
from zi_desktop.domain.scoring import score
from zi_desktop.domain.way import Advisor, Obstacle, Step, Way
from zi_desktop.domain.way_sets import Need, smallest_sets
from zi_desktop.worksheets.edition import load_edition

SCALES = (("1", "0"), ("1", ".5", "0"), ("1", ".67", ".33", "0"), ("1", ".75", ".5", ".25", "0"))
NESTED = (("K",), ("K.1",), ("K.2",), ("K.1", "K.2"), ("K.3",), ("K.1.a",))
OVERLAPPING = (*NESTED, ("K.1", "K.3"), ("K.2", "K.3"))


@st.composite
def small_forms(draw: st.DrawFn, families: tuple[tuple[str, ...], ...]) -> tuple[Lke, dict[str, CellValue]]:
    """Three sub-areas with up to nine questions, answered; some of ``families`` are gates."""
    parts, cells = [], dict[str, CellValue]()
    for number in (1, 2, 3):
        questions = []
        for letter in "abc"[: draw(st.integers(1, 3))]:
            values = draw(st.sampled_from(SCALES))
            choices = tuple(Choice("ABCDE"[i], Fraction(v), "") for i, v in enumerate(values))
            code = f"K.{number}.{letter}"
            questions.append(Question(code, len(cells), QuestionKind.CHOICE, "", "", choices))
            cells[code] = draw(st.sampled_from(choices)).label
        weight = Fraction(draw(st.integers(1, 6)), 2)
        parts.append(Section(f"K.{number}", "", Level.SUBAREA, weight, True, (), tuple(questions)))
    root = Section("K", "", Level.KOMPONEN, sum((p.weight for p in parts), Fraction(0)), False, tuple(parts))
    gates = []
    for i, codes in enumerate(draw(st.lists(st.sampled_from(families), min_size=1, max_size=4, unique=True))):
        need = Fraction(draw(st.integers(1, 24)), 4)
        gates.append(Gate(str(i), Text("", ""), codes, need, Fraction(10), ""))
    rule = PredikatRule("P", Text("", ""), tuple(gates))
    return Lke("uji", "Uji", "Uji", 2020, None, (root,), (rule,)), cells


def ways(lke: Lke, cells: dict[str, CellValue]) -> tuple[Way, ...]:
    result = score(lke, cells)
    return Advisor(lke).ways(cells, result, judge(lke.predikat, result))


def raised(cells: dict[str, CellValue], steps: tuple[Step, ...]) -> dict[str, CellValue]:
    return {**cells, **{s.code: s.label for s in steps}}


def open_gates(lke: Lke, cells: dict[str, CellValue]) -> set[str]:
    return {g.gate.id for p in judge(lke.predikat, score(lke, cells)) for g in p.open}


def check_against_brute_force(lke: Lke, cells: dict[str, CellValue]) -> None:
    (way,) = ways(lke, cells)
    advisor, result = Advisor(lke), score(lke, cells)
    steps = [s for q in lke.questions if (s := advisor.step(cells, result, q)) is not None]
    everything = open_gates(lke, raised(cells, tuple(steps)))
    assert {b.gate.gate.id for b in way.blocked} == everything
    assert {b.obstacle for b in way.blocked} <= {Obstacle.FAR}
    size = next(
        n
        for n in range(len(steps) + 1)
        if any(open_gates(lke, raised(cells, s)) == everything for s in combinations(steps, n))
    )
    assert way.smallest
    assert {len(found) for found in way.sets} == ({size} if size else set())
    assert len(set(way.sets)) == len(way.sets) <= 5
    assert all(open_gates(lke, raised(cells, found)) == everything for found in way.sets)
    rises = [sum((s.rise for s in found), Fraction(0)) for found in way.sets]
    assert rises == sorted(rises)
    for found in way.sets[:1]:  # no exchange of one question is cheaper
        for out, into in ((a, b) for a in found for b in steps if b not in found):
            other = (*(s for s in found if s is not out), into)
            assert into.rise >= out.rise or open_gates(lke, raised(cells, other)) != everything


@settings(max_examples=60, deadline=None, derandomize=True)
@given(small_forms(NESTED))
def test_nested_gates_take_the_fewest_questions(made: tuple[Lke, dict[str, CellValue]]) -> None:
    check_against_brute_force(*made)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(small_forms(OVERLAPPING))
def test_overlapping_gates_take_the_fewest_questions(made: tuple[Lke, dict[str, CellValue]]) -> None:
    check_against_brute_force(*made)


@QUICK
@given(editions, seeds, st.sampled_from((0.8, 1.0)))
def test_on_the_real_forms_every_way_leads_there(lke: Lke, seed: int, filled: float) -> None:
    rules = rules_in_force(lke, {"permenpanrb-10-2019": {}})
    cells = random_cells(lke, seed, filled=filled)
    result = score(lke, cells)
    judged = judge(rules, result)
    for way, predikat in zip(Advisor(lke).ways(cells, result, judged), judged, strict=True):
        blocked = {b.gate.gate.id for b in way.blocked}
        for found in way.sets:
            for gate in predikat.open:
                inside = {
                    q.code
                    for code in gate.gate.codes
                    for q in (
                        lke.section_by_code[code].all_questions() if code in lke.section_by_code else ()
                    )
                } | set(gate.gate.codes)
                gained = sum((s.points for s in found if s.code in inside), Fraction(0))
                reached = gate.have + gained >= gate.gate.need - EPSILON
                assert reached or gate.gate.id in blocked
            assert all(result.values[s.code] == s.before < s.after <= 1 for s in found)
            assert not any(lke.question_by_code[s.code].kind is QuestionKind.INDEX for s in found)


def test_the_next_better_option_and_the_next_quarter() -> None:
    lke = load_edition("zi-2021")
    cells = {
        **extreme_cells(lke, best=True),
        "A.I.1.i.b": "C",
        "A.II.5.ii.a.selesai": Decimal(3),
        "A.II.5.ii.a.harus": Decimal(6),
    }
    result = score(lke, cells)
    advisor = Advisor(lke)

    def step(code: str) -> Step | None:
        return advisor.step(cells, result, lke.question_by_code[code])

    assert step("A.I.1.i.b") == Step("A.I.1.i.b", "B", Fraction(0), Fraction(1, 2), Fraction(1, 8))
    assert step("A.II.5.ii.a") == Step("A.II.5.ii.a", "", Fraction(1, 2), Fraction(3, 4), Fraction(3, 4))
    assert step("A.I.1.i.a") is None
    assert step("B.I.a") is None


@pytest.mark.parametrize(
    ("changed", "obstacle"),
    [
        ({"B.I.a": Decimal("3.5")}, Obstacle.SURVEY),
        ({"B.I.a": None}, Obstacle.OPEN),
        ({"B.I.b": None, "B.I.a": Decimal("0.4")}, Obstacle.OPEN_AND_SURVEY),
        ({"B.I.b": "E"}, Obstacle.FAR),
    ],
)
def test_what_steps_cannot_do_is_said_plainly(
    changed: dict[str, CellValue | None], obstacle: Obstacle
) -> None:
    lke = load_edition("zi-2021")
    cells = {c: v for c, v in {**extreme_cells(lke, best=True), **changed}.items() if v is not None}
    result = score(lke, cells)
    way = Advisor(lke).ways(cells, result, judge(lke.predikat, result))[1]
    assert obstacle in {b.obstacle for b in way.blocked}
    assert way.sets == ()


def test_an_undecided_or_decided_zero_is_no_advice() -> None:
    lke = load_edition("zi-2021")
    question = lke.question_by_code["A.II.5.ii.a"]
    zero = {f"{question.code}.{c.id}": Decimal(0) for c in question.counts}
    for decision in ({}, {f"{question.code}.keputusan": "nol"}):
        cells = {**extreme_cells(lke, best=True), **zero, **decision}
        assert Advisor(lke).step(cells, score(lke, cells), question) is None


def test_gates_that_overlap_too_much_get_a_good_set_that_does_not_claim_to_be_the_smallest() -> None:
    codes = [f"q{i}" for i in range(60)]
    items = [(c, Fraction(1), Fraction(1)) for c in codes]
    needs = [Need(frozenset(codes[i : i + 21]), Fraction(10)) for i in range(0, 40, 7)]
    sets, proven = smallest_sets(items, needs, alternatives=3)
    assert not proven or len(sets[0]) <= 30
    for found in sets:
        for need in needs:
            assert sum(codes[i] in need.members for i in found) >= need.missing
