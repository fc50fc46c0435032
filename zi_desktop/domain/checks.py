"""What an evaluator should look at before signing. Errors block signing off; warnings ask for a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.checks_beside import check_beside_last_year, check_beside_unit
from zi_desktop.domain.checks_counts import check_counts, check_parts, remembered
from zi_desktop.domain.checks_proof import check_proof
from zi_desktop.domain.checks_subject import Subject
from zi_desktop.domain.checks_whole import check_whole
from zi_desktop.domain.errors import Issue, Severity
from zi_desktop.domain.lke import Lke


def check_answers(lke: Lke, cells: Cells) -> list[Issue]:
    """Contradictions in the answers themselves, of a file or an evaluation, in the order of the form;
    ``where`` and ``question`` are codes."""
    return [
        i for question in lke.questions if question.counts for i in remembered(check_counts, question, cells)
    ]


def check_evaluation(subject: Subject) -> tuple[Issue, ...]:
    """Everything that is noticed in one evaluation: what concerns it as a whole first, then question by
    question in the order of the form. The pair of ``code`` and ``where`` is unique (`Issue.key`)."""
    lke, cells = subject.lke, subject.evaluation.cells
    found = check_answers(lke, cells)
    for question in lke.questions:
        if question.counts:
            found += remembered(check_parts, question, cells)
    found += check_whole(subject)
    found += check_proof(subject)
    found += check_beside_unit(subject)
    found += check_beside_last_year(subject)
    order = {question.code: question.order for question in lke.questions}
    return tuple(sorted(_once(found), key=lambda issue: order.get(issue.question, -1)))


def _once(issues: Iterable[Issue]) -> Iterable[Issue]:
    """The first of those that share a key."""
    known: dict[str, Issue] = {}
    for issue in issues:
        known.setdefault(issue.key, issue)
    return known.values()


def errors(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Those that block signing off."""
    return tuple(i for i in issues if i.severity is Severity.ERROR)


def unexplained(issues: Iterable[Issue], reasons: Mapping[str, str]) -> tuple[Issue, ...]:
    """Warnings that nobody has given a reason for; ``reasons`` by `Issue.key`."""
    return tuple(i for i in issues if i.severity is Severity.WARNING and i.key not in reasons)


def explained(issues: Iterable[Issue], reasons: Mapping[str, str]) -> tuple[Issue, ...]:
    """Warnings that stand for a reason. A reason whose warning is gone explains nothing."""
    return tuple(i for i in issues if i.severity is Severity.WARNING and i.key in reasons)
