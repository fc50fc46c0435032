"""While questions are open: how low and how high every figure can still end, and which gates are decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from zi_desktop.domain.lke import Lke, Question
from zi_desktop.domain.predikat import EPSILON, GateResult, PredikatResult
from zi_desktop.domain.scoring import TOTAL, Score, add_up, question_weight


class Standing(StrEnum):
    """Certain: met whatever the open answers are. Lost: not met even if each is the best. Else open."""

    CERTAIN = "certain"
    OPEN = "open"
    LOST = "lost"


@dataclass(frozen=True)
class Span:
    """Points, unrounded: with every open question at 0, and at its best option."""

    worst: Fraction
    best: Fraction

    @property
    def is_point(self) -> bool:
        return self.worst == self.best


@dataclass(frozen=True)
class Outlook:
    """``worth``: what each open question can add at most, by its code; ``gains``: that added up, by section
    code and ``total``."""

    lke: Lke
    score: Score
    worth: Mapping[str, Fraction]
    gains: Mapping[str, Fraction]

    @property
    def open(self) -> tuple[str, ...]:
        """The questions that make the difference."""
        return self.score.unanswered

    @property
    def total(self) -> Span:
        return self.span(TOTAL)

    def span(self, code: str) -> Span:
        """Of a section or ``total``."""
        points = self.score.sections[code]
        return Span(points, points + self.gains[code])

    def of_gate(self, judged: GateResult) -> Standing:
        """``judged`` by the same score."""
        if judged.met:
            return Standing.CERTAIN
        more = [gain for code in judged.gate.codes if (gain := self._gain(code))]
        reached = more and sum(more, judged.have) >= judged.gate.need - EPSILON
        return Standing.OPEN if reached else Standing.LOST

    def of(self, judged: PredikatResult) -> Standing:
        """Of all its gates together, not of a predikat that has to be held already."""
        found = Standing.CERTAIN
        for gate in judged.gates:
            standing = self.of_gate(gate)
            if standing is Standing.LOST:
                return standing
            if standing is Standing.OPEN:
                found = standing
        return found

    def _gain(self, code: str) -> Fraction | None:
        return self.gains[code] if code in self.gains else self.worth.get(code)


def outlook(lke: Lke, result: Score, before: Outlook | None = None) -> Outlook:
    """Open is what `score` calls unanswered: blanks, counts that are not complete, and zero denominators
    nobody has decided on. Their worst is 0, as the official figure counts them. ``before``: any outlook on
    this form, beside which less is to be added up."""
    if before is None or before.lke is not lke:
        worth, gains, changed = {}, None, set(result.unanswered)
    elif before.open == result.unanswered:
        return Outlook(lke, result, before.worth, before.gains)
    else:
        worth, gains = dict(before.worth), before.gains
        changed = worth.keys() ^ set(result.unanswered)
    for code in changed:
        if code in worth:
            del worth[code]
        else:
            question = lke.question_by_code[code]
            worth[code] = best_value(question) * question_weight(lke.section_of[code], question)
    return Outlook(lke, result, worth, add_up(lke, worth, changed, gains))


def best_value(question: Question) -> Fraction:
    """The value of the best option; 1 where numbers are typed."""
    return max((c.value for c in question.choices), default=Fraction(1))
