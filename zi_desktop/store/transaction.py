"""One transaction: every change goes into a table and, with who and what before, into the log."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from zi_desktop.domain.evaluation import Finding, TeamMember
from zi_desktop.store.log import LogEntry, canonical
from zi_desktop.store.tables import (
    AnswerRow,
    EvaluationRow,
    EvidenceRow,
    FindingRow,
    LogRow,
    MetaRow,
    NoteRow,
    TeamMemberRow,
    WorkUnitRow,
)


def new_id() -> str:
    """Unique across laptops."""
    return uuid.uuid4().hex


class Transaction:
    """Made by `Store.transaction`; nothing is kept unless its block ends without an error.

    The ``set_…`` methods return True when they changed something; setting what is already there writes
    nothing, not even to the log.
    """

    def __init__(self, session: Session, *, device: str, actor: str) -> None:
        self._session = session
        self._device = device
        self._actor = actor

    def create_evaluation(self, unit: str, year: int, edition: str, stage: str) -> str:
        """The new evaluation's id; the caller has made sure there is none for this unit, year and stage."""
        work_unit = self._session.exec(select(WorkUnitRow).where(col(WorkUnitRow.name) == unit)).first()
        if work_unit is None:
            work_unit = WorkUnitRow(id=new_id(), name=unit)
            self._session.add(work_unit)
            self._session.flush()
        row = EvaluationRow(id=new_id(), work_unit_id=work_unit.id, year=year, edition=edition, stage=stage)
        self._session.add(row)
        self._session.flush()
        created = {"unit": unit, "year": year, "edition": edition, "stage": stage}
        self._log(row.id, "evaluation", None, created)
        return row.id

    def set_answer(self, evaluation_id: str, cell: str, value: str | None) -> bool:
        row = self._session.get(AnswerRow, (evaluation_id, cell))
        old = row.value if row else None
        if old == value:
            return False
        if row is None:
            self._session.add(AnswerRow(evaluation_id=evaluation_id, cell=cell, value=str(value)))
        elif value is None:
            self._session.delete(row)
        else:
            row.value = value
        return self._log(evaluation_id, f"answer:{cell}", old, value)

    def set_note(self, evaluation_id: str, question: str, text: str) -> bool:
        row = self._session.get(NoteRow, (evaluation_id, question))
        old = row.text if row else None
        new = text or None
        if old == new:
            return False
        if row is None:
            self._session.add(NoteRow(evaluation_id=evaluation_id, question=question, text=text))
        elif new is None:
            self._session.delete(row)
        else:
            row.text = text
        return self._log(evaluation_id, f"note:{question}", old, new)

    def add_evidence(self, evaluation_id: str, question: str, text: str) -> str:
        row = EvidenceRow(
            id=new_id(),
            evaluation_id=evaluation_id,
            question=question,
            position=self._next_position(EvidenceRow, evaluation_id, question),
            text=text,
        )
        self._session.add(row)
        new = {"question": question, "position": row.position, "text": text}
        self._log(evaluation_id, f"evidence:{row.id}", None, new)
        return row.id

    def remove_evidence(self, evaluation_id: str, evidence_id: str) -> str | None:
        """The question it stood on; None when there is no such evidence here."""
        row = self._session.get(EvidenceRow, evidence_id)
        if row is None or row.evaluation_id != evaluation_id:
            return None
        old = {"question": row.question, "position": row.position, "text": row.text}
        question = row.question
        self._session.delete(row)
        self._log(evaluation_id, f"evidence:{evidence_id}", old, None)
        return question

    def save_finding(self, evaluation_id: str, question: str, finding: Finding) -> bool:
        """Adds the finding, or changes the one with its id."""
        row = self._session.get(FindingRow, finding.id)
        if row is None:
            row = FindingRow(
                id=finding.id,
                evaluation_id=evaluation_id,
                question=question,
                position=self._next_position(FindingRow, evaluation_id, question),
                note=finding.note,
                recommendation=finding.recommendation,
            )
            old = None
            self._session.add(row)
        else:
            old = _finding_dict(row)
            row.note, row.recommendation = finding.note, finding.recommendation
        new = _finding_dict(row)
        return False if old == new else self._log(evaluation_id, f"finding:{finding.id}", old, new)

    def remove_finding(self, evaluation_id: str, finding_id: str) -> str | None:
        """The question it stood on; None when there is no such finding here."""
        row = self._session.get(FindingRow, finding_id)
        if row is None or row.evaluation_id != evaluation_id:
            return None
        old, question = _finding_dict(row), row.question
        self._session.delete(row)
        self._log(evaluation_id, f"finding:{finding_id}", old, None)
        return question

    def set_team(self, evaluation_id: str, team: tuple[TeamMember, ...]) -> bool:
        rows = self._session.exec(
            select(TeamMemberRow.name, TeamMemberRow.nip, TeamMemberRow.role)
            .where(col(TeamMemberRow.evaluation_id) == evaluation_id)
            .order_by(col(TeamMemberRow.position))
        ).all()
        old = [list(row) for row in rows]
        new = [[m.name, m.nip, m.role] for m in team]
        if old == new:
            return False
        self._session.exec(delete(TeamMemberRow).where(col(TeamMemberRow.evaluation_id) == evaluation_id))
        for position, (name, nip, role) in enumerate(new):
            self._session.add(
                TeamMemberRow(evaluation_id=evaluation_id, position=position, name=name, nip=nip, role=role)
            )
        return self._log(evaluation_id, "team", old, new)

    def set_setting(self, key: str, value: str | None) -> bool:
        row = self._session.get(MetaRow, key)
        old = row.value if row else None
        if old == value:
            return False
        if row is None:
            self._session.add(MetaRow(key=key, value=str(value)))
        elif value is None:
            self._session.delete(row)
        else:
            row.value = value
        return self._log("", f"setting:{key}", old, value)

    def _next_position(self, table: type[Any], evaluation_id: str, question: str) -> int:
        positions = self._session.exec(
            select(table.position).where(table.evaluation_id == evaluation_id, table.question == question)
        )
        return max(positions, default=-1) + 1

    def _log(self, evaluation_id: str, target: str, old: Any, new: Any) -> bool:
        replaces = self._session.exec(
            select(LogRow.id)
            .where(col(LogRow.evaluation_id) == evaluation_id, col(LogRow.target) == target)
            .order_by(col(LogRow.seq).desc())
            .limit(1)
        ).first()
        entry = LogEntry(
            id=new_id(),
            evaluation_id=evaluation_id,
            device=self._device,
            actor=self._actor,
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            target=target,
            old=old,
            new=new,
            replaces=replaces,
            parent=self._device_head(evaluation_id),
        )
        stored = entry.as_dict() | {
            "old": canonical(old),
            "new": canonical(new),
            "hash": entry.computed_hash(),
        }
        self._session.add(LogRow(**stored))
        self._session.flush()
        return True

    def _device_head(self, evaluation_id: str) -> str:
        head = self._session.exec(
            select(LogRow.hash)
            .where(col(LogRow.evaluation_id) == evaluation_id, col(LogRow.device) == self._device)
            .order_by(col(LogRow.seq).desc())
            .limit(1)
        ).first()
        return head or ""


def _finding_dict(row: FindingRow) -> dict[str, Any]:
    return {
        "question": row.question,
        "position": row.position,
        "note": row.note,
        "recommendation": row.recommendation,
    }
