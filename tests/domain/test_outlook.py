from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.answers import QUICK, editions, extreme_cells, random_cells, seeds
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.outlook import Standing, outlook
from zi_desktop.domain.predikat import judge
from zi_desktop.domain.scoring import Score, score
from zi_desktop.worksheets.edition import load_edition

COMPLAINTS = "A.II.5.ii.a"


def standings(lke: Lke, result: Score) -> dict[tuple[str, str], Standing]:
    ahead = outlook(lke, result)
    judged = judge(lke.predikat, result)
    return {(p.rule.id, g.gate.id): ahead.of_gate(g) for p in judged for g in p.gates}


@QUICK
@given(editions, seeds, st.sampled_from((0.0, 0.5, 0.9, 1.0)))
def test_worst_and_best_are_what_the_scorer_gives_when_the_open_questions_are_filled(
    lke: Lke, seed: int, filled: float
) -> None:
    cells = random_cells(lke, seed, filled=filled)
    now = score(lke, cells)
    found = outlook(lke, now)
    still = {c.code for code in now.unanswered for c in lke.cells_of[code]}
    rest = {code: value for code, value in cells.items() if code not in still}
    best = {code: v for code, v in extreme_cells(lke, best=True).items() if code in still}
    highest = score(lke, {**rest, **best})
    assert found.open == now.unanswered
    assert {c: found.span(c).worst for c in now.sections} == dict(now.sections)
    assert {c: found.span(c).best for c in now.sections} == dict(highest.sections)
    for a, b in zip(judge(lke.predikat, now), judge(lke.predikat, highest), strict=True):
        for worst, at_best in zip(a.gates, b.gates, strict=True):
            wanted = Standing.CERTAIN if worst.met else Standing.OPEN if at_best.met else Standing.LOST
            assert found.of_gate(worst) is wanted
        wanted = Standing.CERTAIN if a.met else Standing.OPEN if b.met else Standing.LOST
        assert found.of(a) is wanted


@QUICK
@given(editions, seeds, st.lists(st.sampled_from((0.0, 0.3, 0.9, 0.97, 1.0)), min_size=2, max_size=6))
def test_an_outlook_beside_another_is_the_one_from_scratch(lke: Lke, seed: int, filled: list[float]) -> None:
    before = None
    for number, share in enumerate(filled):
        result = score(lke, random_cells(lke, seed + number, filled=share))
        before, anew = outlook(lke, result, before), outlook(lke, result)
        assert before == anew


def test_an_outlook_on_another_form_is_no_help() -> None:
    old, new = load_edition("zi-2014"), load_edition("zi-2021")
    blank = score(new, {})
    assert outlook(new, blank, outlook(old, score(old, {}))) == outlook(new, blank)


def test_a_full_form_has_no_interval() -> None:
    lke = load_edition("zi-2021")
    result = score(lke, extreme_cells(lke, best=True))
    found = outlook(lke, result)
    assert found.open == ()
    assert found.total.is_point
    assert all(found.of(p) is Standing.CERTAIN for p in judge(lke.predikat, result))


def test_a_zero_denominator_is_open_until_somebody_decides() -> None:
    lke = load_edition("zi-2021")
    zero = {f"{COMPLAINTS}.{c.id}": Decimal(0) for c in lke.question_by_code[COMPLAINTS].counts}
    cells = {**extreme_cells(lke, best=True), **zero}
    undecided = outlook(lke, score(lke, cells))
    assert undecided.open == (COMPLAINTS,)
    assert (undecided.total.worst, undecided.total.best) == (Fraction(97), Fraction(100))
    decided = outlook(lke, score(lke, {**cells, f"{COMPLAINTS}.keputusan": "nol"}))
    assert decided.open == ()
    assert decided.total.best == 97


def test_one_wrong_answer_can_lose_a_gate_while_all_else_is_open() -> None:
    lke = load_edition("zi-2021")
    result = score(lke, {"B.I.b": "D"})
    found = standings(lke, result)
    assert found["WBBM", "B.I.b"] is Standing.LOST
    assert found["WBBM", "total"] is Standing.OPEN
    ahead = outlook(lke, result)
    assert {ahead.of(p) for p in judge(lke.predikat, result)} == {Standing.LOST}
