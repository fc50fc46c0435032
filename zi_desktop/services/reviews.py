"""What an evaluator says of the checks and of last year: reasons, "looked at again", follow-ups."""

from __future__ import annotations

from collections.abc import Iterable

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import FollowUp
from zi_desktop.services.answers import clean_text
from zi_desktop.services.changes import Changes
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.workspace import Workspace


def set_reason(work: Workspace, evaluation_id: str, issues: Iterable[str], text: str) -> Changes:
    """Why the warnings with these keys (`Issue.key`) stand, in one transaction; empty takes it back. A reason
    is kept when its warning goes, and counts again should the warning return."""
    work.lke_of(evaluation_id)
    text = clean_text(text, "alasan")
    with work.transaction() as tx:
        changed = [tx.set_reason(evaluation_id, key, text) for key in dict.fromkeys(issues)]
    return Changes(evaluation_id, marks=any(changed), batch=tx.batch if any(changed) else "")


def set_reviewed(work: Workspace, evaluation_id: str, question: str, on: bool) -> Changes:
    """Marks a question as looked at again this year. A mark of its own, set by hand only: an answer may come
    from a file or stand since last year, so answering marks nothing. Raises ZiError ``unknown-question``."""
    if question not in work.lke_of(evaluation_id).question_by_code:
        raise ZiError(
            "unknown-question",
            Text(f"Tidak ada soal {question}", f"There is no question {question}"),
            where=question,
        )
    with work.transaction() as tx:
        changed = tx.set_reviewed(evaluation_id, question, on)
    return Changes(evaluation_id, questions=frozenset({question} if changed else ()), marks=changed)


def set_follow_up(
    work: Workspace, evaluation_id: str, finding_id: str, follow_up: FollowUp | None
) -> Changes:
    """This year's judgement of one of last year's findings; None takes it back. Raises ZiError
    ``unknown-finding`` for one that last year's evaluation does not bring to this form."""
    report = load_report(work, evaluation_id)
    questions = {code for code, e in report.earlier.items() if any(f.id == finding_id for f in e.findings)}
    if not questions:
        raise ZiError(
            "unknown-finding",
            Text(
                "Temuan tahun lalu itu tidak ada pada penilaian ini",
                "This evaluation has no such finding of last year",
            ),
            where=finding_id,
        )
    if follow_up is not None:
        note, evidence = (clean_text(t, "tindak lanjut") for t in (follow_up.note, follow_up.evidence))
        follow_up = FollowUp(follow_up.status, note, evidence)
    with work.transaction() as tx:
        changed = tx.set_follow_up(evaluation_id, finding_id, follow_up)
    return Changes(evaluation_id, questions=frozenset(questions if changed else ()), marks=changed)
