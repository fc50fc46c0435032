"""WBK and WBBM: every gate, met or how far off (PermenPANRB 90/2021 Tabel 6; 52/2014)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from zi_desktop.domain.lke import Amendment, Gate, Lke, PredikatRule
from zi_desktop.domain.scoring import Score

EPSILON = Fraction(1, 10**9)


@dataclass(frozen=True)
class GateResult:
    """One gate against a score; points, unrounded."""

    gate: Gate
    have: Fraction

    @cached_property
    def met(self) -> bool:
        return self.have >= self.gate.need - EPSILON

    @cached_property
    def missing(self) -> Fraction:
        """Points still missing; 0 when the gate is met."""
        return Fraction(0) if self.met else self.gate.need - self.have


@dataclass(frozen=True)
class PredikatResult:
    """All gates of one predikat. ``met`` speaks of the gates only, not of a predikat held already."""

    rule: PredikatRule
    gates: tuple[GateResult, ...]

    @cached_property
    def met(self) -> bool:
        return all(g.met for g in self.gates)

    @cached_property
    def open(self) -> tuple[GateResult, ...]:
        return tuple(g for g in self.gates if not g.met)


def judge(rules: Iterable[PredikatRule], result: Score) -> tuple[PredikatResult, ...]:
    return tuple(
        PredikatResult(rule, tuple(GateResult(gate, _points(gate, result)) for gate in rule.gates))
        for rule in rules
    )


def judge_again(before: tuple[PredikatResult, ...], then: Score, result: Score) -> tuple[PredikatResult, ...]:
    """The same as `judge` by the rules of ``before``, which was judged by the score ``then``: gates of
    figures that are still the same stand as judged."""
    moved = {code for code, points in result.sections.items() if points is not then.sections[code]}
    moved |= {code for code, points in result.questions.items() if points is not then.questions[code]}
    return tuple(_judged_again(predikat, moved, result) for predikat in before)


def _judged_again(before: PredikatResult, moved: set[str], result: Score) -> PredikatResult:
    if all(moved.isdisjoint(gate.gate.codes) for gate in before.gates):
        return before
    gates = [
        gate if moved.isdisjoint(gate.gate.codes) else GateResult(gate.gate, _points(gate.gate, result))
        for gate in before.gates
    ]
    return PredikatResult(before.rule, tuple(gates))


def _points(gate: Gate, result: Score) -> Fraction:
    first, *more = [result.points(code) for code in gate.codes]
    return sum(more, first)


def rules_in_force(
    lke: Lke, adopted: Mapping[str, Mapping[tuple[str, str], Fraction]] | None = None
) -> tuple[PredikatRule, ...]:
    """The edition's own gates, and those of amendments the user adopted.

    ``adopted``: amendment id → {(predikat id, gate id): need in points}; an empty mapping adopts the
    amendment with the values it comes with. Its gates keep their mark ``verified=False``.
    """
    rules = lke.predikat
    for amendment in lke.amendments:
        if adopted is not None and amendment.id in adopted:
            rules = tuple(_with_amendment(rule, amendment, adopted[amendment.id]) for rule in rules)
    return rules


def _with_amendment(
    rule: PredikatRule, amendment: Amendment, needs: Mapping[tuple[str, str], Fraction]
) -> PredikatRule:
    added = tuple(
        replace(gate, need=needs.get((rule.id, gate.id), gate.need))
        for gate in amendment.gates.get(rule.id, ())
    )
    ids = {g.id for g in added}
    return replace(rule, gates=(*(g for g in rule.gates if g.id not in ids), *added))
