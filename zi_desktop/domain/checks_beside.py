"""An evaluation beside the unit's own, and beside last year's. A note or a finding explains a difference."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from zi_desktop.domain.cells import plain
from zi_desktop.domain.checks_subject import Subject
from zi_desktop.domain.crosswalk import Earlier, Match
from zi_desktop.domain.errors import Issue, Severity, Text
from zi_desktop.domain.lke import Decline, Question, QuestionKind

_EXPLAIN = Text(
    "Jelaskan di catatan atau temuan, atau beri alasan.",
    "Explain in the note or a finding, or give a reason.",
)


def check_beside_unit(subject: Subject, question: Question) -> Iterator[Issue]:
    """``better-than-unit`` and ``lower-without-finding``."""
    mine = subject.score.values.get(question.code)
    if subject.unit is None or mine is None or subject.explained(question.code):
        return
    theirs = subject.value_of_unit(question)
    if theirs is not None and theirs != mine:
        yield _better(question.code) if mine > theirs else _lower(question.code)


@cache
def _better(code: str) -> Issue:
    return Issue(
        "better-than-unit",
        Severity.WARNING,
        Text(
            f"{code}: dinilai lebih tinggi daripada penilaian mandiri unit, tanpa catatan",
            f"{code}: rated higher than the unit's own assessment, without a note",
        ),
        where=code,
        remedy=_EXPLAIN,
        question=code,
    )


@cache
def _lower(code: str) -> Issue:
    return Issue(
        "lower-without-finding",
        Severity.WARNING,
        Text(
            f"{code}: dinilai lebih rendah daripada penilaian mandiri unit; tidak tertulis mengapa",
            f"{code}: rated lower than the unit's own assessment; nothing says why",
        ),
        where=code,
        remedy=_EXPLAIN,
        question=code,
    )


def check_beside_last_year(subject: Subject, question: Question) -> Iterator[Issue]:
    """``big-jump``, and ``counts-disagree`` for what last year counted as its own year."""
    if subject.previous is None:
        return
    earlier = subject.earlier.get(question.code)
    if earlier is None or not earlier.label or subject.explained(question.code):
        return
    if _is_big_jump(subject, question, earlier):
        now = subject.score.values[question.code]
        yield _jump(question.code, subject.previous.year, earlier.value, now)
    if isinstance(question.formula, Decline) and earlier.match is Match.EXACT:
        yield from _last_years_count(subject, question, earlier)


def _is_big_jump(subject: Subject, question: Question, earlier: Earlier) -> bool:
    """Only where last year's answer means the same on this year's scale."""
    now = subject.score.values.get(question.code)
    if now is None or earlier.value is None or not earlier.same_scale_label:
        return False
    limits = subject.thresholds
    if abs(now - earlier.value) < limits.jump:
        return False
    if question.kind is not QuestionKind.CHOICE or len(question.choices) <= 2:
        return True
    labels = [c.label for c in question.choices]
    label = str(subject.evaluation.cells[question.code])
    return abs(labels.index(label) - labels.index(earlier.same_scale_label)) >= limits.jump_steps


@cache
def _jump(code: str, year: int, before: Fraction | None, now: Fraction) -> Issue:
    rose = before is not None and now > before
    return Issue(
        "big-jump",
        Severity.WARNING,
        Text(
            f"{code}: {'naik' if rose else 'turun'} jauh dari tahun {year}, tanpa catatan",
            f"{code}: {'rose' if rose else 'fell'} far from {year}, without a note",
        ),
        where=code,
        remedy=_EXPLAIN,
        question=code,
    )


def _last_years_count(subject: Subject, question: Question, earlier: Earlier) -> Iterator[Issue]:
    """“Last year's violations” of this year are the “violations of this year” of last year's form."""
    formula, previous = question.formula, subject.previous
    assert isinstance(formula, Decline)
    assert previous is not None
    if previous.year != subject.evaluation.year - 1 or len(earlier.codes) != 1:
        return
    mine = subject.evaluation.cells.get(f"{question.code}.{formula.before}")
    theirs = previous.cells.get(f"{earlier.codes[0]}.{formula.now}")
    if mine is None or theirs is None or mine == theirs:
        return
    label = next(c.label for c in question.counts if c.id == formula.before)
    yield Issue(
        "counts-disagree",
        Severity.WARNING,
        Text(
            f"{question.code}: “{label}” {plain(mine)}, tetapi menurut {previous.year} {plain(theirs)}",
            f"{question.code}: “{label}” is {plain(mine)}, but {previous.year} says {plain(theirs)}",
        ),
        where=f"{question.code}.{formula.before}",
        remedy=Text("Samakan, atau jelaskan di catatan.", "Make them equal, or explain in the note."),
        question=question.code,
    )
