"""What many evaluations hold, gathered with one query a table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.evaluation import Evidence, Finding, FollowUp, SignOff, TeamMember
from zi_desktop.store.tables import (
    AnswerRow,
    EvidenceRow,
    FindingRow,
    FollowUpRow,
    LogRow,
    NoteRow,
    ReasonRow,
    ReviewRow,
    SignOffRow,
    TeamMemberRow,
)
from zi_desktop.store.values import follow_up_of, sign_off_of


class Contents:
    """The contents of many evaluations, gathered with one query a table."""

    def __init__(self, rows: Callable[[Any], Sequence[Any]], ids: Sequence[str] | None) -> None:
        self._rows = rows
        self._ids = ids
        self.cells: defaultdict[str, dict[str, CellValue]] = defaultdict(dict)
        self.notes: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self.evidence: defaultdict[str, defaultdict[str, list[Evidence]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.findings: defaultdict[str, defaultdict[str, list[Finding]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.team: defaultdict[str, list[TeamMember]] = defaultdict(list)
        self.reviewed: defaultdict[str, set[str]] = defaultdict(set)
        self.follow_ups: defaultdict[str, dict[str, FollowUp]] = defaultdict(dict)
        self.reasons: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self.sign_offs: dict[str, SignOff] = {}
        self.heads: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._gather()

    def _gather(self) -> None:
        for id_, cell, value in self._select(AnswerRow, AnswerRow.cell, AnswerRow.value):
            self.cells[id_][cell] = _value(value)
        for id_, question, text in self._select(NoteRow, NoteRow.question, NoteRow.text):
            self.notes[id_][question] = text
        for id_, _, question, key, text, file in self._select(
            EvidenceRow,
            EvidenceRow.position,
            EvidenceRow.question,
            EvidenceRow.id,
            EvidenceRow.text,
            EvidenceRow.file,
        ):
            self.evidence[id_][question].append(Evidence(key, text, file))
        for id_, _, question, key, note, advice in self._select(
            FindingRow,
            FindingRow.position,
            FindingRow.question,
            FindingRow.id,
            FindingRow.note,
            FindingRow.recommendation,
        ):
            self.findings[id_][question].append(Finding(key, note, advice))
        for id_, _, name, nip, role in self._select(
            TeamMemberRow, TeamMemberRow.position, TeamMemberRow.name, TeamMemberRow.nip, TeamMemberRow.role
        ):
            self.team[id_].append(TeamMember(name, nip, role))
        self._gather_marks()
        self._gather_heads()

    def _gather_marks(self) -> None:
        for id_, question in self._select(ReviewRow, ReviewRow.question):
            self.reviewed[id_].add(question)
        for id_, finding, value in self._select(FollowUpRow, FollowUpRow.finding, FollowUpRow.value):
            self.follow_ups[id_][finding] = follow_up_of(json.loads(value))
        for id_, issue, text in self._select(ReasonRow, ReasonRow.issue, ReasonRow.text):
            self.reasons[id_][issue] = text
        for id_, value in self._select(SignOffRow, SignOffRow.value):
            self.sign_offs[id_] = sign_off_of(json.loads(value))

    def _gather_heads(self) -> None:
        newest = select(func.max(LogRow.seq)).group_by(LogRow.evaluation_id, LogRow.device)
        if self._ids is not None:
            newest = newest.where(col(LogRow.evaluation_id).in_(self._ids))
        query = select(LogRow.evaluation_id, LogRow.device, LogRow.hash).where(col(LogRow.seq).in_(newest))  # type: ignore[call-overload]
        for id_, device, hash_ in self._rows(query):
            self.heads[id_].append((device, hash_))

    def _select(self, table: type[Any], *columns: Any) -> Sequence[Any]:
        query = select(table.evaluation_id, *columns).order_by(table.evaluation_id, columns[0])
        if self._ids is not None:
            query = query.where(table.evaluation_id.in_(self._ids))
        return self._rows(query)


def _value(text: str) -> CellValue:
    """Labels and decisions start with a letter, numbers with a digit."""
    return text if text[0].isalpha() else Decimal(text)
