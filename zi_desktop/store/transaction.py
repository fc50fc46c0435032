"""One transaction: every change goes into a table and, with who and what before, into the log.

Written with SQLAlchemy's statements rather than its sessions: an answer must not cost more than a few bare
SQLite statements, and these are compiled once.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, Table, bindparam, delete, insert, select, update
from sqlmodel import SQLModel

from zi_desktop.domain.evaluation import Finding, TeamMember
from zi_desktop.store import tables
from zi_desktop.store.log import LogEntry, canonical

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, RowMapping

Key = dict[str, Any]


def _table(model: Any) -> Table:
    return SQLModel.metadata.tables[model.__tablename__]


_META, _WORK_UNIT, _EVALUATION, _TEAM, _ANSWER, _NOTE, _EVIDENCE, _FINDING, _LOG, _OFFICIAL = map(
    _table,
    (
        tables.MetaRow,
        tables.WorkUnitRow,
        tables.EvaluationRow,
        tables.TeamMemberRow,
        tables.AnswerRow,
        tables.NoteRow,
        tables.EvidenceRow,
        tables.FindingRow,
        tables.LogRow,
        tables.OfficialTextRow,
    ),
)


def _matches(table: Table, names: Iterable[str]) -> list[ColumnElement[bool]]:
    """Bound as ``key_…``, so that an UPDATE can bind new values under the columns' own names."""
    return [table.c[name] == bindparam(f"key_{name}") for name in names]


def _bound(key: Key) -> Key:
    return {f"key_{name}": value for name, value in key.items()}


@cache
def _select(table: Table, names: tuple[str, ...]) -> Select[Any]:
    return select(table).where(*_matches(table, names))


@cache
def _change(table: Table, names: tuple[str, ...], column: str) -> Any:
    return update(table).where(*_matches(table, names)).values(**{column: bindparam("new_value")})


@cache
def _delete(table: Table, names: tuple[str, ...]) -> Any:
    return delete(table).where(*_matches(table, names))


@cache
def _insert(table: Table) -> Any:
    return insert(table)


@cache
def _newest() -> Select[Any]:
    """The id of a target's newest entry, and the hash of the device's: what a new entry links to."""

    def newest(column: Any, name: str) -> Any:
        where = _matches(_LOG, ("evaluation_id", name))
        return select(column).where(*where).order_by(_LOG.c.seq.desc()).limit(1).scalar_subquery()

    return select(newest(_LOG.c.id, "target"), newest(_LOG.c.hash, "device"))


UNDOES = "~"
"""Stands in a batch id before the id of the batch that it took back."""


def new_id() -> str:
    """Unique across laptops."""
    return uuid.uuid4().hex


class Transaction:
    """Made by `Store.transaction`; nothing is kept unless its block ends without an error.

    The ``set_…`` methods return True when they changed something; setting what is already there writes
    nothing, not even to the log.
    """

    def __init__(self, connection: Connection, *, device: str, actor: str, undoes: str = "") -> None:
        self._connection = connection
        self._device = device
        self._actor = actor
        self.batch = new_id() + (f"{UNDOES}{undoes}" if undoes else "")
        """Carried by every log entry of this transaction; `Store.batch` finds them by it."""

    def create_evaluation(self, unit: str, year: int, edition: str, stage: str) -> str:
        """The new evaluation's id; the caller has made sure there is none for this unit, year and stage."""
        unit_row = self._row(_WORK_UNIT, {"name": unit})
        unit_id = unit_row["id"] if unit_row else new_id()
        if unit_row is None:
            self._insert(_WORK_UNIT, {"id": unit_id, "name": unit})
        evaluation_id = new_id()
        about = {"year": year, "edition": edition, "stage": stage}
        self._insert(_EVALUATION, {"id": evaluation_id, "work_unit_id": unit_id, **about})
        self._log(evaluation_id, "evaluation", None, {"unit": unit, **about})
        return evaluation_id

    def set_answer(self, evaluation_id: str, cell: str, value: str | None) -> bool:
        key = {"evaluation_id": evaluation_id, "cell": cell}
        old, changed = self._put(_ANSWER, key, "value", value)
        return changed and self._log(evaluation_id, f"answer:{cell}", old, value)

    def set_note(self, evaluation_id: str, question: str, text: str) -> bool:
        key = {"evaluation_id": evaluation_id, "question": question}
        old, changed = self._put(_NOTE, key, "text", text or None)
        return changed and self._log(evaluation_id, f"note:{question}", old, text or None)

    def set_setting(self, key: str, value: str | None) -> bool:
        old, changed = self._put(_META, {"key": key}, "value", value)
        return changed and self._log("", f"setting:{key}", old, value)

    def set_official_text(self, edition: str, question: str, text: str | None) -> bool:
        key = {"edition": edition, "question": question}
        old, changed = self._put(_OFFICIAL, key, "text", text)
        return changed and self._log("", f"text:{edition}:{question}", old, text)

    def add_evidence(self, evaluation_id: str, question: str, text: str) -> str:
        evidence_id = new_id()
        new = {"question": question, "position": self._next(_EVIDENCE, evaluation_id, question), "text": text}
        self._insert(_EVIDENCE, {"id": evidence_id, "evaluation_id": evaluation_id, **new})
        self._log(evaluation_id, f"evidence:{evidence_id}", None, new)
        return evidence_id

    def remove_evidence(self, evaluation_id: str, evidence_id: str) -> str | None:
        """The question it stood on; None when there is no such evidence here."""
        return self._remove(_EVIDENCE, "evidence", evaluation_id, evidence_id)

    def save_finding(self, evaluation_id: str, question: str, finding: Finding) -> bool:
        """Adds the finding, or changes the one with its id."""
        texts = {"note": finding.note, "recommendation": finding.recommendation}
        row = self._row(_FINDING, {"id": finding.id, "evaluation_id": evaluation_id})
        if row is None:
            old = None
            new = {"question": question, "position": self._next(_FINDING, evaluation_id, question), **texts}
            self._insert(_FINDING, {"id": finding.id, "evaluation_id": evaluation_id, **new})
        else:
            old = _logged(row)
            new = {**old, **texts}
            self._connection.execute(update(_FINDING).where(_FINDING.c.id == finding.id).values(**texts))
        return old != new and self._log(evaluation_id, f"finding:{finding.id}", old, new)

    def remove_finding(self, evaluation_id: str, finding_id: str) -> str | None:
        """The question it stood on; None when there is no such finding here."""
        return self._remove(_FINDING, "finding", evaluation_id, finding_id)

    def set_team(self, evaluation_id: str, team: tuple[TeamMember, ...]) -> bool:
        rows = self._connection.execute(
            select(_TEAM.c.name, _TEAM.c.nip, _TEAM.c.role)
            .where(_TEAM.c.evaluation_id == evaluation_id)
            .order_by(_TEAM.c.position)
        )
        old = [list(row) for row in rows]
        new = [[m.name, m.nip, m.role] for m in team]
        if old == new:
            return False
        self._connection.execute(delete(_TEAM).where(_TEAM.c.evaluation_id == evaluation_id))
        for position, (name, nip, role) in enumerate(new):
            key = {"evaluation_id": evaluation_id, "position": position}
            self._insert(_TEAM, {**key, "name": name, "nip": nip, "role": role})
        return self._log(evaluation_id, "team", old, new)

    def put_back(self, entry: LogEntry) -> bool:
        """An evidence item or a finding as it was before ``entry``: away, there again, or with old texts."""
        kind, _, id_ = entry.target.partition(":")
        table = {"evidence": _EVIDENCE, "finding": _FINDING}[kind]
        self._connection.execute(_delete(table, ("id",)), _bound({"id": id_}))
        if entry.old is not None:
            self._insert(table, {"id": id_, "evaluation_id": entry.evaluation_id, **entry.old})
        return self._log(entry.evaluation_id, entry.target, entry.new, entry.old)

    def remove_evaluation(self, entry: LogEntry) -> bool:
        """Removes only an evaluation that was just made and holds nothing any more; its log stays."""
        of_evaluation = {"evaluation_id": entry.evaluation_id}
        holds = (_ANSWER, _NOTE, _EVIDENCE, _FINDING, _TEAM)
        if entry.old is not None or any(self._row(table, of_evaluation) for table in holds):
            return False
        self._connection.execute(_delete(_EVALUATION, ("id",)), _bound({"id": entry.evaluation_id}))
        return self._log(entry.evaluation_id, entry.target, entry.new, None)

    def standing(self, evaluation_id: str, target: str) -> set[str]:
        """Ids of the entries whose value stands at ``target``: the newest and, where that one took another
        back, the one before that other, which it brought back."""
        of_target = {"evaluation_id": evaluation_id, "target": target}
        entry = self._entry(of_target)
        ids: set[str] = set()
        while entry is not None:
            ids.add(entry["id"])
            undone = entry["batch"].partition(UNDOES)[2]
            taken_back = self._entry({**of_target, "batch": undone}) if undone else None
            entry = self._entry({"id": taken_back["replaces"]}) if taken_back else None
        return ids

    def _entry(self, key: Key) -> RowMapping | None:
        query = select(_LOG.c.id, _LOG.c.batch, _LOG.c.replaces)
        newest = query.where(*_matches(_LOG, key)).order_by(_LOG.c.seq.desc()).limit(1)
        return self._connection.execute(newest, _bound(key)).mappings().first()

    def _put(self, table: Table, key: Key, column: str, value: str | None) -> tuple[str | None, bool]:
        """Sets, changes or removes the one value under ``key``: what was there, and whether it changed."""
        row = self._row(table, key)
        old = row[column] if row else None
        if old == value:
            return old, False
        if row is None:
            self._insert(table, {**key, column: value})
        elif value is None:
            self._connection.execute(_delete(table, tuple(key)), _bound(key))
        else:
            self._connection.execute(_change(table, tuple(key), column), _bound(key) | {"new_value": value})
        return old, True

    def _row(self, table: Table, key: Key) -> RowMapping | None:
        return self._connection.execute(_select(table, tuple(key)), _bound(key)).mappings().first()

    def _insert(self, table: Table, values: Key) -> None:
        self._connection.execute(_insert(table), values)

    def _remove(self, table: Table, kind: str, evaluation_id: str, id_: str) -> str | None:
        row = self._row(table, {"id": id_, "evaluation_id": evaluation_id})
        if row is None:
            return None
        self._connection.execute(delete(table).where(table.c.id == id_))
        self._log(evaluation_id, f"{kind}:{id_}", _logged(row), None)
        return str(row["question"])

    def _next(self, table: Table, evaluation_id: str, question: str) -> int:
        """The position behind the last one of a question."""
        query = select(table.c.position).where(
            table.c.evaluation_id == evaluation_id, table.c.question == question
        )
        return max(self._connection.execute(query).scalars(), default=-1) + 1

    def _log(self, evaluation_id: str, target: str, old: Any, new: Any) -> bool:
        place = {"evaluation_id": evaluation_id, "target": target, "device": self._device}
        replaces, parent = self._connection.execute(_newest(), _bound(place)).one()
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
            parent=parent or "",
            batch=self.batch,
        )
        stored = {"old": canonical(old), "new": canonical(new), "hash": entry.computed_hash()}
        self._insert(_LOG, entry.as_dict() | stored)
        return True


def _logged(row: RowMapping) -> dict[str, Any]:
    """What the log keeps of an evidence or finding row."""
    return {name: value for name, value in row.items() if name not in ("id", "evaluation_id")}
