"""Last year's note and evidence brought into this year's, when the evaluator asks for it. Never an answer."""

from __future__ import annotations

from zi_desktop.services.answers import clean_text
from zi_desktop.services.changes import Changes
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.workspace import Workspace


def carry_forward(
    work: Workspace, evaluation_id: str, question: str, *, note: bool = True, evidence: bool = True
) -> Changes:
    """Adds what last year's evaluation says on ``question`` to what stands there, in one transaction.

    The note is marked with its year and goes behind a note that is there already; evidence that is there
    already is not added again, and an attached file comes with its content. Nothing is replaced and no answer
    is touched. Without an earlier evaluation, or with nothing to bring, nothing changes.
    """
    report = load_report(work, evaluation_id)
    earlier = report.earlier.get(question)
    if earlier is None or report.previous is None:
        return Changes(evaluation_id)
    mine = report.evaluation
    brought = f"[{report.previous.year}] {earlier.note}" if note and earlier.note else ""
    there = mine.notes.get(question, "")
    if brought and brought not in there:
        there = clean_text(f"{there}\n{brought}".strip(), question)
    known = [e.text for e in mine.evidence.get(question, ())]
    missing = [text for text in earlier.evidence if text not in known] if evidence else []
    theirs = [e for code in earlier.codes for e in report.previous.evidence.get(code, ())]
    files = {e.text: e.file for e in theirs}
    with work.transaction() as tx:
        changed = tx.set_note(evaluation_id, question, there)
        for text in dict.fromkeys(missing):
            tx.add_evidence(evaluation_id, question, text, files.get(text, ""))
            changed = True
    return Changes(evaluation_id, questions=frozenset({question} if changed else ()), batch=tx.batch)
