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
class Noticed:
    """Everything that is noticed in one evaluation, in its parts, so that what is noticed after a change can
    be worked out beside it. ``own``: of each question alone, by code, where there is anything; ``scoring``:
    codes of those answered better than their lowest option; ``bare``: of those among them for which no stage
    of the year has a document."""

    subject: Subject
    own: Mapping[str, tuple[Issue, ...]]
    scoring: frozenset[str]
    bare: frozenset[str]
    follow_ups: tuple[Issue, ...]
    same_evidence: tuple[Issue, ...]

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """What concerns the evaluation as a whole first, then question by question in the order of the form.
        The pair of ``code`` and ``where`` is unique (`Issue.key`)."""
        subject = self.subject
        whole = (*check_open(subject), *check_team(subject), *self.same_evidence)
        bare = check_bare(subject, len(self.scoring), self.bare)
        found = [*whole, *(issue for own in self.own.values() for issue in own), *self.follow_ups, *bare]
        questions = subject.lke.question_by_code
        return tuple(sorted(found, key=lambda i: questions[i.question].order if i.question else -1))


def check_evaluation(subject: Subject, before: Noticed | None = None, touched: Iterable[str] = ()) -> Noticed:
    """``before``: what was noticed in another state of the same evaluation, beside the same others, that
    differs at most on the questions ``touched``, and in what is not any question's own; the result is the
    same without it."""
    questions = subject.lke.question_by_code
    if before is None:
        own, scoring, bare = dict[str, tuple[Issue, ...]](), set[str](), set[str]()
        touched = questions
    else:
        own, scoring, bare = dict(before.own), set(before.scoring), set(before.bare)
    for code in touched:
        for kept in (scoring, bare):
            kept.discard(code)
        own.pop(code, None)
        if issues := _check_question(subject, questions[code]):
            own[code] = issues
        if scores(subject, questions[code]):
            scoring.add(code)
            if not subject.shown(code):
                bare.add(code)
    return Noticed(
        subject,
        own,
        frozenset(scoring),
        frozenset(bare),
        _follow_ups(subject, before),
        _same_evidence(subject, before),
    )


def _check_question(subject: Subject, question: Question) -> tuple[Issue, ...]:
    cells, found = subject.evaluation.cells, list[Issue]()
    if question.counts:
        found += remembered(check_counts, question, cells)
        found += remembered(check_parts, question, cells)
    found += check_beside_unit(subject, question)
    found += check_beside_last_year(subject, question)
    return _once(found)


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
