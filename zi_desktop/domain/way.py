"""The way there: the fewest questions whose next better option would meet every open gate of a predikat.

Advice for the recommendations, never a result. One step is the option with the next higher value; of a
percentage computed from counts the next quarter (25, 50, 75, 100 %: the steps of an A–E scale, ours, not the
regulation's). No step is offered for a survey index (a recommendation cannot move a survey), for a question
still open, and for one whose zero denominator was decided on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.lke import Lke, Question, QuestionKind
from zi_desktop.domain.outlook import best_value
from zi_desktop.domain.predikat import EPSILON, GateResult, PredikatResult
from zi_desktop.domain.scoring import Score, needs_decision, question_weight
from zi_desktop.domain.way_sets import Need, smallest_sets

QUARTER = Fraction(1, 4)
ALTERNATIVES = 5


@dataclass(frozen=True)
class Step:
    """One question raised to its next better option. ``label``: that option, empty for a percentage;
    ``before`` and ``after``: values 0…1; ``points``: what it adds to the total."""

    code: str
    label: str
    before: Fraction
    after: Fraction
    points: Fraction

    @property
    def rise(self) -> Fraction:
        return self.after - self.before


class Obstacle(StrEnum):
    """Why no steps meet a gate: it waits for questions still open, for a higher survey index, for both, or
    one step for each question is not enough."""

    OPEN = "open"
    SURVEY = "survey"
    OPEN_AND_SURVEY = "open-and-survey"
    FAR = "far"


@dataclass(frozen=True)
class Blocked:
    """A gate that steps alone cannot meet; ``missing``: points still missing after every step."""

    gate: GateResult
    obstacle: Obstacle
    missing: Fraction


@dataclass(frozen=True)
class Way:
    """``sets``: alternatives with the same, smallest number of questions, the smallest total rise first;
    each meets every open gate but the ``blocked`` ones. Empty when no open gate can be met by steps.
    ``smallest`` is False only where gates overlap without one holding the other and the search gave up."""

    predikat: str
    sets: tuple[tuple[Step, ...], ...]
    blocked: tuple[Blocked, ...]
    smallest: bool = True


class Advisor:
    """Finds the ways on one form; keeps what does not depend on the answers."""

    def __init__(self, lke: Lke) -> None:
        self._lke = lke
        self._weight = {q.code: question_weight(s, q) for s in lke.all_sections for q in s.questions}
        self._below = {s.code: frozenset(q.code for q in s.all_questions()) for s in lke.all_sections}
        self._next = {q.code: _ladder(q, self._weight[q.code]) for q in lke.questions}

    def step(self, cells: Cells, result: Score, question: Question) -> Step | None:
        """None where there is nothing better, or nothing that advice could move."""
        if question.kind is QuestionKind.CHOICE:
            return self._next[question.code].get(str(cells.get(question.code)))
        before = result.values.get(question.code)
        if before is None or before >= 1 or question.kind is QuestionKind.INDEX:
            return None
        if needs_decision(question, cells):
            return None
        after = (floor(before / QUARTER) + 1) * QUARTER
        return Step(question.code, "", before, after, (after - before) * self._weight[question.code])

    def ways(self, cells: Cells, result: Score, predikat: Sequence[PredikatResult]) -> tuple[Way, ...]:
        """The ways to each predikat; no sets and nothing blocked where all its gates are met."""
        if all(p.met for p in predikat):
            return tuple(Way(p.rule.id, (), ()) for p in predikat)
        steps = [s for q in self._lke.questions if (s := self.step(cells, result, q)) is not None]
        return tuple(self._way(result, steps, p) for p in predikat)

    def _way(self, result: Score, steps: Sequence[Step], predikat: PredikatResult) -> Way:
        needs: list[Need] = []
        blocked: list[Blocked] = []
        for gate in predikat.open:
            members = frozenset(
                q for code in gate.gate.codes for q in self._below.get(code, frozenset({code}))
            )
            missing = gate.gate.need - EPSILON - gate.have
            reach = sum((s.points for s in steps if s.code in members), Fraction(0))
            if reach >= missing:
                needs.append(Need(members, missing))
            else:
                obstacle = self._obstacle(missing - reach, members, result)
                blocked.append(Blocked(gate, obstacle, missing + EPSILON - reach))
        if not needs:
            return Way(predikat.rule.id, (), tuple(blocked))
        items = [(s.code, s.points, s.rise) for s in steps]
        sets, smallest = smallest_sets(items, needs, alternatives=ALTERNATIVES)
        found = tuple(tuple(steps[i] for i in chosen) for chosen in sets)
        return Way(predikat.rule.id, found, tuple(blocked), smallest)

    def _obstacle(self, missing: Fraction, members: frozenset[str], result: Score) -> Obstacle:
        still = survey = Fraction(0)
        for code in members:
            value = result.values.get(code)
            if value is None:
                still += self._weight[code] * best_value(self._lke.question_by_code[code])
            elif self._lke.question_by_code[code].kind is QuestionKind.INDEX:
                survey += self._weight[code] * (1 - value)
        if still >= missing:
            return Obstacle.OPEN
        if survey >= missing:
            return Obstacle.SURVEY
        return Obstacle.OPEN_AND_SURVEY if still + survey >= missing else Obstacle.FAR


def _ladder(question: Question, weight: Fraction) -> Mapping[str, Step]:
    """The step from each option that has a better one, by its label."""
    steps = {}
    for choice in question.choices:
        better = [c for c in question.choices if c.value > choice.value]
        if better:
            chosen = min(better, key=lambda c: c.value)
            rise = chosen.value - choice.value
            steps[choice.label] = Step(question.code, chosen.label, choice.value, chosen.value, rise * weight)
    return steps
