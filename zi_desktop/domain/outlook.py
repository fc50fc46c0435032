"""While questions are open: how low and how high every figure can still end, and which gates are decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from zi_desktop.domain.lke import Gate, Lke, PredikatRule, Question, Section
from zi_desktop.domain.predikat import EPSILON
from zi_desktop.domain.scoring import TOTAL, Score, question_weight


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
class GateOutlook:
    gate: Gate
    span: Span

    @cached_property
    def standing(self) -> Standing:
        need = self.gate.need - EPSILON
        if self.span.worst >= need:
            return Standing.CERTAIN
        return Standing.OPEN if self.span.best >= need else Standing.LOST


@dataclass(frozen=True)
class PredikatOutlook:
    """``standing`` speaks of the gates only, not of a predikat that has to be held already."""

    rule: PredikatRule
    gates: tuple[GateOutlook, ...]

    @cached_property
    def standing(self) -> Standing:
        found = {g.standing for g in self.gates}
        if Standing.LOST in found:
            return Standing.LOST
        return Standing.OPEN if Standing.OPEN in found else Standing.CERTAIN


@dataclass(frozen=True)
class Outlook:
    """``spans`` by section code and ``total``; ``open`` are the questions that make the difference."""

    open: tuple[str, ...]
    spans: Mapping[str, Span]
    predikat: tuple[PredikatOutlook, ...]

    @property
    def total(self) -> Span:
        return self.spans[TOTAL]

    def gate(self, predikat: str, gate: str) -> GateOutlook:
        """Raises KeyError for a gate that is not in force."""
        for result in self.predikat:
            for found in result.gates:
                if (result.rule.id, found.gate.id) == (predikat, gate):
                    return found
        raise KeyError((predikat, gate))


def outlook(lke: Lke, rules: Iterable[PredikatRule], result: Score) -> Outlook:
    """Open is what `score` calls unanswered: blanks, counts that are not complete, and zero denominators
    nobody has decided on. Their worst is 0, as the official figure counts them."""
    still = frozenset(result.unanswered)
    gains: dict[str, Fraction] = {}
    if still:
        gains[TOTAL] = sum((_gain(root, still, gains) for root in lke.sections), Fraction(0))
    spans = {
        code: Span(points, points + gain if (gain := gains.get(code)) else points)
        for code, points in result.sections.items()
    }

    def span_of(gate: Gate) -> Span:
        have = sum((result.points(c) for c in gate.codes), Fraction(0))
        more = [gain for c in gate.codes if (gain := gains.get(c))]
        return Span(have, sum(more, have) if more else have)

    predikat = tuple(
        PredikatOutlook(rule, tuple(GateOutlook(g, span_of(g)) for g in rule.gates)) for rule in rules
    )
    return Outlook(result.unanswered, spans, predikat)


def best_value(question: Question) -> Fraction:
    """The value of the best option; 1 where numbers are typed."""
    return max((c.value for c in question.choices), default=Fraction(1))


def _gain(section: Section, still: frozenset[str], gains: dict[str, Fraction]) -> Fraction:
    """What the open questions below can add at most; noted for each section and open question."""
    gain = Fraction(0)
    for below in section.sections:
        part = _gain(below, still, gains)
        gain = gain + part if part else gain
    for question in section.questions:
        if question.code in still:
            gains[question.code] = best_value(question) * question_weight(section, question)
            gain += gains[question.code]
    gains[section.code] = gain
    return gain
