from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.answers import QUICK, editions, extreme_cells, random_cells, seeds
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.outlook import Standing, outlook
from zi_desktop.domain.predikat import judge
from zi_desktop.domain.scoring import score
from zi_desktop.worksheets.edition import load_edition

COMPLAINTS = "A.II.5.ii.a"


@QUICK
@given(editions, seeds, st.sampled_from((0.0, 0.5, 0.9, 1.0)))
def test_worst_and_best_are_what_the_scorer_gives_when_the_open_questions_are_filled(
    lke: Lke, seed: int, filled: float
) -> None:
    cells = random_cells(lke, seed, filled=filled)
    now = score(lke, cells)
    found = outlook(lke, lke.predikat, now)
    still = {c.code for code in now.unanswered for c in lke.cells_of[code]}
    rest = {code: value for code, value in cells.items() if code not in still}
    best = {code: v for code, v in extreme_cells(lke, best=True).items() if code in still}
    highest = score(lke, {**rest, **best})
    assert found.open == now.unanswered
    assert {c: s.worst for c, s in found.spans.items()} == dict(now.sections)
    assert {c: s.best for c, s in found.spans.items()} == dict(highest.sections)
    low, high = judge(lke.predikat, now), judge(lke.predikat, highest)
    for predikat, a, b in zip(found.predikat, low, high, strict=True):
        for gate, worst, at_best in zip(predikat.gates, a.gates, b.gates, strict=True):
            assert (gate.span.worst, gate.span.best) == (worst.have, at_best.have)
            wanted = Standing.CERTAIN if worst.met else Standing.OPEN if at_best.met else Standing.LOST
            assert gate.standing is wanted
        wanted = Standing.CERTAIN if a.met else Standing.OPEN if b.met else Standing.LOST
        assert predikat.standing is wanted


def test_a_full_form_has_no_interval() -> None:
    lke = load_edition("zi-2021")
    found = outlook(lke, lke.predikat, score(lke, extreme_cells(lke, best=True)))
    assert found.open == ()
    assert found.total.is_point
    assert all(p.standing is Standing.CERTAIN for p in found.predikat)


def test_a_zero_denominator_is_open_until_somebody_decides() -> None:
    lke = load_edition("zi-2021")
    zero = {f"{COMPLAINTS}.{c.id}": Decimal(0) for c in lke.question_by_code[COMPLAINTS].counts}
    cells = {**extreme_cells(lke, best=True), **zero}
    undecided = outlook(lke, lke.predikat, score(lke, cells))
    assert undecided.open == (COMPLAINTS,)
    assert (undecided.total.worst, undecided.total.best) == (Fraction(97), Fraction(100))
    decided = outlook(lke, lke.predikat, score(lke, {**cells, f"{COMPLAINTS}.keputusan": "nol"}))
    assert decided.open == ()
    assert decided.total.best == 97


def test_one_wrong_answer_can_lose_a_gate_while_all_else_is_open() -> None:
    lke = load_edition("zi-2021")
    found = outlook(lke, lke.predikat, score(lke, {"B.I.b": "D"}))
    assert found.gate("WBBM", "B.I.b").standing is Standing.LOST
    assert found.gate("WBBM", "total").standing is Standing.OPEN
    assert {p.standing for p in found.predikat} == {Standing.LOST}
    with pytest.raises(KeyError):
        found.gate("WBK", "tidak ada")
