"""What an evaluator should look at before signing. Errors block signing off; warnings ask for a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.checks_beside import check_beside_last_year, check_beside_unit
from zi_desktop.domain.checks_counts import check_counts, check_parts, remembered
from zi_desktop.domain.checks_proof import check_bare, check_same_evidence, scores
from zi_desktop.domain.checks_subject import Subject
from zi_desktop.domain.checks_whole import check_follow_ups, check_open, check_team
from zi_desktop.domain.errors import Issue, Severity
from zi_desktop.domain.lke import Lke, Question


def check_answers(lke: Lke, cells: Cells) -> list[Issue]:
    """Contradictions in the answers themselves, of a file or an evaluation, in the order of the form;
    ``where`` and ``question`` are codes."""
    return [
        i for question in lke.questions if question.counts for i in remembered(check_counts, question, cells)
    ]


@dataclass(frozen=True)
class Own:
    """What is noticed of one question alone. ``scoring``: answered better than its lowest option; ``bare``:
    and no stage of the year has a document for it."""

    issues: tuple[Issue, ...]
    scoring: bool
    bare: bool


@dataclass(frozen=True)
class Noticed:
    """Everything that is noticed in one evaluation, in its parts, so that what is noticed after a change can
    be worked out beside it. ``own``: by question, in the order of the form."""

    subject: Subject
    own: Mapping[str, Own]
    follow_ups: tuple[Issue, ...]
    same_evidence: tuple[Issue, ...]

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """What concerns the evaluation as a whole first, then question by question in the order of the form.
        The pair of ``code`` and ``where`` is unique (`Issue.key`)."""
        found = [*check_open(self.subject), *check_team(self.subject), *self.same_evidence]
        scoring, bare = 0, []
        for code, own in self.own.items():
            scoring += own.scoring
            if own.bare:
                bare.append(code)
        more: dict[str, list[Issue]] = {}
        for issue in (*self.follow_ups, *check_bare(self.subject, scoring, bare)):
            more.setdefault(issue.question, []).append(issue)
        found += more.get("", ())
        for code, own in self.own.items():
            if own.issues:
                found += own.issues
            if code in more:
                found += more[code]
        return tuple(found)


def check_evaluation(subject: Subject, before: Noticed | None = None, touched: Iterable[str] = ()) -> Noticed:
    """``before``: what was noticed in another state of the same evaluation that differs at most on the
    questions ``touched``, and in what is not any question's own; the result is the same without it."""
    if before is not None and not subject.stands_like(before.subject):
        before = None
    questions = subject.lke.question_by_code
    own = {} if before is None else dict(before.own)
    for code in questions if before is None else touched:
        own[code] = _check_question(subject, questions[code])
    return Noticed(subject, own, _follow_ups(subject, before), _same_evidence(subject, before))


def _check_question(subject: Subject, question: Question) -> Own:
    cells, found = subject.evaluation.cells, list[Issue]()
    if question.counts:
        found += remembered(check_counts, question, cells)
        found += remembered(check_parts, question, cells)
    found += check_beside_unit(subject, question)
    found += check_beside_last_year(subject, question)
    scoring = scores(subject, question)
    return Own(_once(found), scoring, scoring and not subject.shown(question.code))


def _follow_ups(subject: Subject, before: Noticed | None) -> tuple[Issue, ...]:
    if before is not None and subject.evaluation.follow_ups == before.subject.evaluation.follow_ups:
        return before.follow_ups
    return tuple(check_follow_ups(subject))


def _same_evidence(subject: Subject, before: Noticed | None) -> tuple[Issue, ...]:
    """Depends on how many questions are answered, too."""
    if before is not None:
        then = before.subject
        same = subject.evaluation.evidence == then.evaluation.evidence
        if same and subject.score.answered == then.score.answered:
            return before.same_evidence
    return _once(check_same_evidence(subject))


def _once(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The first of those that share a key."""
    known: dict[str, Issue] = {}
    for issue in issues:
        known.setdefault(issue.key, issue)
    return tuple(known.values())


def errors(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Those that block signing off."""
    return tuple(i for i in issues if i.severity is Severity.ERROR)


def unexplained(issues: Iterable[Issue], reasons: Mapping[str, str]) -> tuple[Issue, ...]:
    """Warnings that nobody has given a reason for; ``reasons`` by `Issue.key`."""
    return tuple(i for i in issues if i.severity is Severity.WARNING and i.key not in reasons)


def explained(issues: Iterable[Issue], reasons: Mapping[str, str]) -> tuple[Issue, ...]:
    """Warnings that stand for a reason. A reason whose warning is gone explains nothing."""
    return tuple(i for i in issues if i.severity is Severity.WARNING and i.key in reasons)
