"""Two evaluations side by side: last year and this year, the unit and TPI, two evaluators. Never stored.

Every difference is after − before, exact. Across editions an older answer is turned into points only where
the crosswalk says that it means the same on the newer form; anything else is shown, and said not to compare.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from zi_desktop.domain.crosswalk import (
    Crosswalk,
    Earlier,
    Match,
    answer_label,
    earlier_answers,
    without_place,
)
from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding
from zi_desktop.domain.lke import Question
from zi_desktop.domain.predikat import GateResult, PredikatResult
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import TOTAL, question_weight


class Kind(StrEnum):
    """What is different on a question, the strongest of it."""

    UP = "up"
    DOWN = "down"
    ANSWER = "answer"  # another answer with the same points, or one whose points do not compare
    TEXT = "text"  # the same answer with another note, evidence or finding
    SAME = "same"


_RANK = {Kind.UP: 0, Kind.DOWN: 0, Kind.ANSWER: 1, Kind.TEXT: 2, Kind.SAME: 3}


@dataclass(frozen=True)
class Side:
    """What one evaluation says on a question. ``value`` 0…1 and ``points`` are in terms of the newer form;
    ``points`` is None where an older answer has none there; an unanswered question has 0."""

    codes: tuple[str, ...]
    answer: str
    value: Fraction | None
    points: Fraction | None
    note: str
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class QuestionDifference:
    """One question of the newer form. ``match``: how closely the older question speaks to it."""

    question: Question
    before: Side
    after: Side
    match: Match

    @cached_property
    def points(self) -> Fraction | None:
        """after − before; None where the two do not compare."""
        if self.before.points is None or self.after.points is None:
            return None
        return self.after.points - self.before.points

    @cached_property
    def answer_differs(self) -> bool:
        return self.before.answer != self.after.answer

    @cached_property
    def note_differs(self) -> bool:
        return self.before.note != self.after.note

    @cached_property
    def findings_differ(self) -> bool:
        return [(f.note, f.recommendation) for f in self.before.findings] != [
            (f.note, f.recommendation) for f in self.after.findings
        ]

    @cached_property
    def evidence_gone(self) -> tuple[Evidence, ...]:
        """Documents that only the first has; an attached file is known by its content, others by name."""
        return _only(self.before.evidence, self.after.evidence)

    @cached_property
    def evidence_new(self) -> tuple[Evidence, ...]:
        return _only(self.after.evidence, self.before.evidence)

    @cached_property
    def text_differs(self) -> bool:
        return bool(self.note_differs or self.findings_differ or self.evidence_gone or self.evidence_new)

    @cached_property
    def kind(self) -> Kind:
        if self.points:
            return Kind.UP if self.points > 0 else Kind.DOWN
        if self.answer_differs:
            return Kind.ANSWER
        return Kind.TEXT if self.text_differs else Kind.SAME


@dataclass(frozen=True)
class Figures:
    """Points of a section or gate on both sides; ``before`` is None where the older form has none."""

    code: str
    label: str
    before: Fraction | None
    after: Fraction

    @property
    def points(self) -> Fraction | None:
        return None if self.before is None else self.after - self.before


@dataclass(frozen=True)
class GateFigures:
    """One gate of ``predikat`` on both sides; ``before`` is None where the older form does not have it."""

    predikat: str
    before: GateResult | None
    after: GateResult

    @property
    def points(self) -> Fraction | None:
        return None if self.before is None else self.after.have - self.before.have


@dataclass(frozen=True)
class Comparison:
    """``questions``: every question of the newer form, differences first. ``dropped``: what the first
    evaluation says where the newer form has no question. ``same_form``: only then the questions' points add
    up to the difference of the totals."""

    before: Report
    after: Report
    questions: tuple[QuestionDifference, ...]
    sections: tuple[Figures, ...]
    gates: tuple[GateFigures, ...]
    dropped: Mapping[str, Earlier]
    same_form: bool

    @property
    def total(self) -> Fraction:
        """after − before of the totals; both forms go to 100."""
        return self.after.score.total - self.before.score.total

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        kinds = [difference.kind for difference in self.questions]
        return {kind: kinds.count(kind) for kind in Kind}


def compare(before: Report, after: Report, crosswalk: Crosswalk | None = None) -> Comparison:
    """``after`` stands on the same form or on the newer one that ``crosswalk`` leads to; raises ValueError
    where they do not belong together. Without a crosswalk between two editions no question compares."""
    earlier = earlier_answers(after.lke, before.evaluation, before.lke, crosswalk)
    same_form = before.lke.id == after.lke.id
    differences = [_difference(q, before, after, earlier.get(q.code), same_form) for q in after.lke.questions]
    return Comparison(
        before,
        after,
        tuple(sorted(differences, key=_order)),
        tuple(_sections(before, after, same_form)),
        tuple(_gates(before.predikat, after.predikat)),
        {} if same_form else without_place(before.evaluation, before.lke, crosswalk),
        same_form,
    )


def _order(difference: QuestionDifference) -> tuple[int, Fraction, int]:
    return (_RANK[difference.kind], -abs(difference.points or Fraction(0)), difference.question.order)


def _difference(
    question: Question, before: Report, after: Report, earlier: Earlier | None, same_form: bool
) -> QuestionDifference:
    old = _own_side(question, before) if same_form else _older_side(question, before, after, earlier)
    match = Match.EXACT if same_form else (earlier.match if earlier else Match.NONE)
    return QuestionDifference(question, old, _own_side(question, after), match)


def _own_side(question: Question, report: Report) -> Side:
    evaluation, score = report.evaluation, report.score
    answer = answer_label(question, evaluation.cells)
    return _side(
        evaluation, (question.code,), answer, score.values.get(question.code), score.questions[question.code]
    )


def _older_side(question: Question, before: Report, after: Report, earlier: Earlier | None) -> Side:
    if earlier is None:
        return _side(before.evaluation, (), "", None, None)
    label, value, points = earlier.label, None, None
    if earlier.same_scale_label:
        label = earlier.same_scale_label
        value = question.choice(label).value if question.choices else earlier.value
    elif earlier.match is Match.EXACT and not earlier.label:
        points = Fraction(0)  # the same question, unanswered
    if value is not None:
        points = value * question_weight(after.lke.section_of[question.code], question)
    return _side(before.evaluation, earlier.codes, label, value, points)


def _side(
    evaluation: Evaluation,
    codes: tuple[str, ...],
    answer: str,
    value: Fraction | None,
    points: Fraction | None,
) -> Side:
    return Side(
        codes,
        answer,
        value,
        points,
        "\n".join(note for code in codes if (note := evaluation.notes.get(code, ""))),
        tuple(e for code in codes for e in evaluation.evidence.get(code, ())),
        tuple(f for code in codes for f in evaluation.findings.get(code, ())),
    )


def _sections(before: Report, after: Report, same_form: bool) -> Iterable[Figures]:
    for section in after.lke.all_sections:
        points = before.score.sections[section.code] if same_form else None
        yield Figures(section.code, section.label, points, after.score.sections[section.code])
    yield Figures(TOTAL, TOTAL, before.score.total, after.score.total)


def _gates(before: Iterable[PredikatResult], after: Iterable[PredikatResult]) -> Iterable[GateFigures]:
    old = {(p.rule.id, g.gate.id): g for p in before for g in p.gates}
    for predikat in after:
        for gate in predikat.gates:
            yield GateFigures(predikat.rule.id, old.get((predikat.rule.id, gate.gate.id)), gate)


def _only(these: tuple[Evidence, ...], those: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    known = {e.file or e.text for e in those}
    return tuple(e for e in these if (e.file or e.text) not in known)
