"""From answers to scores: one pure function over the whole tree, exact inside, unrounded out.

PermenPANRB 90/2021 Lampiran III: a sub-area is the mean of its questions × its weight; everything above is a
sum; hasil questions are value × weight. The form has no ROUND, so neither have we. A question without an
answer counts 0 (the official workbook drops it from the mean, which inflates the score: see `left_out`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.lke import (
    DECISION,
    DECISION_VALUES,
    Decline,
    Lke,
    Portion,
    Question,
    QuestionKind,
    Section,
    Share,
)

TOTAL = "total"


@dataclass(frozen=True)
class Score:
    """Points by section code plus ``total``; points by question code; values 0…1 of answered questions."""

    sections: Mapping[str, Fraction]
    questions: Mapping[str, Fraction]
    values: Mapping[str, Fraction]
    unanswered: tuple[str, ...]

    @property
    def total(self) -> Fraction:
        return self.sections[TOTAL]

    @property
    def answered(self) -> int:
        return len(self.values)

    def points(self, code: str) -> Fraction:
        """Points of a section, a question or ``total``; raises KeyError for any other code."""
        return self.sections[code] if code in self.sections else self.questions[code]


def value_of(question: Question, cells: Cells) -> Fraction | None:
    """The question's value 0…1, or None while it is not answered: a blank choice or index, a required count
    that is blank, or a zero denominator that nobody has decided on (the regulation is silent on it)."""
    if question.kind is QuestionKind.CHOICE:
        label = cells.get(question.code)
        return None if label is None else question.choice(str(label)).value
    if question.kind is QuestionKind.INDEX:
        number = cells.get(question.code)
        formula = question.formula
        if number is None or not isinstance(formula, Portion):
            return None
        return min(Fraction(1), Fraction(Decimal(number)) / formula.full)
    return _ratio(question, cells)


def needs_decision(question: Question, cells: Cells) -> bool:
    """True when every count is there but the ratio has a zero denominator, decided or not."""
    if question.kind is not QuestionKind.RATIO:
        return False
    counts = counts_of(question, cells)
    return counts is not None and _formula_value(question, counts) is None


def counts_of(question: Question, cells: Cells) -> dict[str, Fraction] | None:
    """All numbers of a ratio question by count id; None while one is blank (unused ones are required too)."""
    counts: dict[str, Fraction] = {}
    for count in question.counts:
        number = cells.get(f"{question.code}.{count.id}")
        if number is None:
            return None
        counts[count.id] = Fraction(Decimal(number))
    return counts


def _ratio(question: Question, cells: Cells) -> Fraction | None:
    counts = counts_of(question, cells)
    if counts is None:
        return None
    value = _formula_value(question, counts)
    if value is not None:
        return value
    decision = cells.get(f"{question.code}.{DECISION}")
    return None if decision is None else DECISION_VALUES[str(decision)]


def _formula_value(question: Question, counts: Mapping[str, Fraction]) -> Fraction | None:
    """None stands for a zero denominator."""
    formula = question.formula
    if isinstance(formula, Portion):
        return min(Fraction(1), counts[formula.value] / formula.full)
    if isinstance(formula, Decline):
        before, now = counts[formula.before], counts[formula.now]
        if before == 0:
            return Fraction(1) if now == 0 else None
        return max(Fraction(0), (before - now) / before)
    assert isinstance(formula, Share)
    base = sum((counts[i] for i in formula.base), Fraction(0))
    done = sum((counts[i] for i in formula.done), Fraction(0))
    return None if base == 0 else min(Fraction(1), done / base)


def score(lke: Lke, cells: Cells, *, left_out: Collection[str] = ()) -> Score:
    """Scores of every section and question.

    ``left_out`` names questions that take no part in their sub-area's mean: only for reproducing what a
    defective workbook computes (rules.md §2.1), never for a result of ours. A sub-area with every question
    left out scores 0.
    """
    return _score_without(lke, cells, left_out) if left_out else _plan(lke).score(cells)


def score_again(lke: Lke, cells: Cells, before: Score, touched: Iterable[str]) -> Score:
    """The same as `score`, from the score of other cells, where no cell of a question differs that is not
    among ``touched``: only those are valued, and only the sections above them added up."""
    return _plan(lke).again(cells, before, touched)


def add_up(
    lke: Lke,
    points: Mapping[str, Fraction],
    changed: Iterable[str],
    before: Mapping[str, Fraction] | None = None,
) -> dict[str, Fraction]:
    """Points by question (not among them: 0) added up, by section code and ``total``. ``before``: the same
    of points that differ at most in the questions ``changed``; of no points at all, if there is none."""
    plan = _plan(lke)
    return plan.add_up(points, changed, plan.nothing if before is None else before)


def _score_without(lke: Lke, cells: Cells, left_out: Collection[str]) -> Score:
    values = {q.code: v for q in lke.questions if (v := value_of(q, cells)) is not None}
    sections: dict[str, Fraction] = {}
    questions: dict[str, Fraction] = {}
    for root in lke.sections:
        _score_section(root, values, left_out, sections, questions)
    sections[TOTAL] = sum((sections[s.code] for s in lke.sections), Fraction(0))
    unanswered = tuple(q.code for q in lke.questions if q.code not in values)
    return Score(sections, questions, values, unanswered)


def _score_section(
    section: Section,
    values: Mapping[str, Fraction],
    left_out: Collection[str],
    sections: dict[str, Fraction],
    questions: dict[str, Fraction],
) -> Fraction:
    part = Fraction(0)
    sections[section.code] = part  # keeps the order of the form: a section before its parts
    for below in section.sections:
        part += _score_section(below, values, left_out, sections, questions)
    taking_part = [q for q in section.questions if q.code not in left_out]
    for question in section.questions:
        value = values.get(question.code, Fraction(0)) if question in taking_part else Fraction(0)
        points = value * question_weight(section, question, len(taking_part))
        questions[question.code] = points
        part += points
    sections[section.code] = part
    return part


def question_weight(section: Section, question: Question, taking_part: int | None = None) -> Fraction:
    """The most points a question can bring: weight ÷ number of questions, or its own weight in hasil."""
    if question.weight is not None:
        return question.weight
    return section.weight / max(1, len(section.questions) if taking_part is None else taking_part)


_KEPT = 2048
"""How many different entries of one question are remembered; counts can be anything."""
_PLANS = 8
"""For how many forms; the shipped ones are two, tests make others."""


@dataclass(frozen=True)
class _Asked:
    """One question with the cells its value depends on, and (value, points) by what stood in them."""

    question: Question
    cells: tuple[str, ...]
    weight: Fraction
    known: dict[tuple[Any, ...], tuple[Fraction | None, Fraction]] = field(default_factory=dict)

    def judged(self, cells: Cells) -> tuple[Fraction | None, Fraction]:
        entered = tuple([cells.get(code) for code in self.cells])
        found = self.known.get(entered)
        if found is None:
            value = value_of(self.question, cells)
            found = (value, Fraction(0) if value is None else value * self.weight)
            if len(self.known) >= _KEPT:
                self.known.clear()
            self.known[entered] = found
        return found


class _Plan:
    """A form laid out for scoring many times: the same figures as `_score_without` with nobody left out."""

    def __init__(self, lke: Lke) -> None:
        self.lke = lke
        self._asked = {q.code: _asked(lke, q) for q in lke.questions}
        # what a section adds up: its sections, then its questions
        self._parts = {
            s.code: (tuple(b.code for b in s.sections), tuple(q.code for q in s.questions))
            for s in lke.all_sections
        }
        self._above = {q.code: tuple(s.code for s in lke.path(q.code)) for q in lke.questions}
        # parts before the section they add up to, so that one pass is enough
        self._upward = tuple(s.code for s in reversed(lke.all_sections))
        codes = tuple(self._asked)
        self.nothing = dict.fromkeys((*self._parts, TOTAL), _NOTHING)
        self._blank = Score(self.nothing, dict.fromkeys(codes, _NOTHING), {}, codes)

    def score(self, cells: Cells) -> Score:
        """From the form that nobody has filled in."""
        return self.again(cells, self._blank, self._asked)

    def again(self, cells: Cells, before: Score, touched: Iterable[str]) -> Score:
        values, questions = dict(before.values), dict(before.questions)
        changed = []
        for code in touched:
            value, points = self._asked[code].judged(cells)
            if value is None:
                values.pop(code, None)
            else:
                values[code] = value
            if points != questions[code]:
                questions[code] = points
                changed.append(code)
        unanswered = before.unanswered
        if values.keys() != before.values.keys():
            values = {code: values[code] for code in self._asked if code in values}  # in the form's order
            unanswered = tuple([code for code in self._asked if code not in values])
        return Score(self.add_up(questions, changed, before.sections), questions, values, unanswered)

    def add_up(
        self, points: Mapping[str, Fraction], changed: Iterable[str], before: Mapping[str, Fraction]
    ) -> dict[str, Fraction]:
        sections = dict(before)
        above = {section for code in changed for section in self._above[code]}
        for code in self._upward:
            if code in above:
                below, own = self._parts[code]
                parts = [sections[part] for part in below]
                sections[code] = _sum(parts + [points.get(part, _NOTHING) for part in own])
        if above:
            sections[TOTAL] = _sum([sections[s.code] for s in self.lke.sections])
        return sections


_NOTHING = Fraction(0)
_plans: dict[int, _Plan] = {}


def _plan(lke: Lke) -> _Plan:
    """By identity, as hashing a form costs more than scoring it; a plan keeps its form alive."""
    plan = _plans.get(id(lke))
    if plan is None or plan.lke is not lke:
        while len(_plans) >= _PLANS:
            _plans.pop(next(iter(_plans)), None)
        plan = _plans[id(lke)] = _Plan(lke)
    return plan


def _asked(lke: Lke, question: Question) -> _Asked:
    cells = tuple(cell.code for cell in lke.cells_of[question.code])
    return _Asked(question, cells, question_weight(lke.section_of[question.code], question))


def _sum(points: Iterable[Fraction]) -> Fraction:
    """Exact as adding them one by one, with one reduction at the end."""
    above, below = 0, 1
    for part in points:
        numerator, denominator = part.as_integer_ratio()
        if denominator == below:
            above += numerator
        elif numerator:
            above, below = above * denominator + numerator * below, below * denominator
    return Fraction(above, below)
