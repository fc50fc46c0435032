"""What a block of a file would change of an evaluation, value by value, and each change written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from zi_desktop.domain.cells import plain
from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding, FollowUp, TeamMember
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import Block
from zi_desktop.services.answers import clean_text
from zi_desktop.services.import_changes import CellChange
from zi_desktop.services.importing_carried import carried_changes, write_carried
from zi_desktop.store.log import new_id

if TYPE_CHECKING:
    from zi_desktop.store.transaction import Transaction


def differences(lke: Lke, before: Evaluation, block: Block) -> Iterator[CellChange]:
    """Every value of the block beside what stands there now; equal ones too."""
    for cell, value in block.cells.items():
        old = before.cells.get(cell)
        yield CellChange(
            "answer",
            f"answer:{cell}",
            lke.cells[cell].question.code,
            block.places.get(cell, ""),
            "" if old is None else plain(old),
            plain(value),
            value,
        )
    for question, text in block.notes.items():
        cleaned = clean_text(text, question)
        if cleaned:
            old_note = before.notes.get(question, "")
            yield CellChange("note", f"note:{question}", question, "", old_note, cleaned, cleaned)
    yield from _new_evidence(before, block)
    yield from _new_findings(before, block)
    if block.team:
        yield CellChange("team", "team", "", "", _names(before.team), _names(block.team), block.team)
    yield from carried_changes(lke, before, block)


def _new_evidence(before: Evaluation, block: Block) -> Iterator[CellChange]:
    for question, items in block.evidence.items():
        there = [e.text for e in before.evidence.get(question, ())]
        for number, item in enumerate(block.carried.evidence(question, items)):
            text = clean_text(item.text, question).replace("\n", " ")
            if not text:
                continue
            old = text if text in there else ""
            if old:
                there.remove(text)
            target = f"evidence:{question}:{number}"
            yield CellChange("evidence", target, question, "", old, text, replace(item, text=text))


def _new_findings(before: Evaluation, block: Block) -> Iterator[CellChange]:
    for question, items in block.findings.items():
        there = {(f.note, f.recommendation) for f in before.findings.get(question, ())}
        for number, finding in enumerate(items):
            cleaned = Finding(
                finding.id, clean_text(finding.note, question), clean_text(finding.recommendation, question)
            )
            after = " → ".join(part for part in (cleaned.note, cleaned.recommendation) if part)
            old = after if (cleaned.note, cleaned.recommendation) in there else ""
            yield CellChange("finding", f"finding:{question}:{number}", question, "", old, after, cleaned)


def _names(team: tuple[TeamMember, ...]) -> str:
    return "; ".join(f"{m.name} ({m.role}) {m.nip}".strip() for m in team)


def merged(before: Evaluation, block: Block) -> Evaluation:
    """As the preview scores it: the evaluation with the block's answers, notes and team."""
    return replace(
        before,
        cells={**before.cells, **block.cells},
        notes={**before.notes, **{q: t for q, t in block.notes.items() if t}},
        team=block.team or before.team,
    )


def write(tx: Transaction, evaluation_id: str, change: CellChange) -> None:
    """One change of `differences`, in the caller's transaction."""
    value = change.value
    if change.kind == "answer":
        assert not isinstance(value, Evidence | Finding | FollowUp | tuple)
        tx.set_answer(evaluation_id, change.target.removeprefix("answer:"), plain(value))
    elif change.kind == "note":
        tx.set_note(evaluation_id, change.question, str(value))
    elif isinstance(value, Evidence):
        tx.add_evidence(evaluation_id, change.question, value.text, value.file)
    elif isinstance(value, Finding):
        known = value.id if value.id and tx.is_free(value.id) else new_id()
        tx.save_finding(evaluation_id, change.question, replace(value, id=known))
    elif isinstance(value, tuple):
        tx.set_team(evaluation_id, value)
    else:
        write_carried(tx, evaluation_id, change)
