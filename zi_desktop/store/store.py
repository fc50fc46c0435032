"""One open store: values out, and transactions in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlmodel
from sqlalchemy import bindparam, func, select, text
from sqlmodel import Session, col

from zi_desktop.domain.evaluation import (
    Evaluation,
    FileFacts,
    Stage,
)
from zi_desktop.store import engine as engines
from zi_desktop.store import files, schema
from zi_desktop.store.contents import Contents
from zi_desktop.store.files import FilesPlace
from zi_desktop.store.log import LogEntry, head_of
from zi_desktop.store.tables import (
    EvaluationRow,
    FileFactsRow,
    LogRow,
    MetaRow,
    OfficialTextRow,
    UnitFactRow,
    WorkUnitRow,
)
from zi_desktop.store.transaction import Transaction
from zi_desktop.store.writing import new_id

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

_DEVICE = "device"
_EDITION_OF = select(col(EvaluationRow.edition)).where(col(EvaluationRow.id) == bindparam("id"))


def open_store(path: Path, *, passphrase: str | None = None) -> Store:
    """Opens the store at ``path`` and makes it, with its folder, when there is none.

    A plain file is opened plainly even when a passphrase is given. Raises ZiError: ``locked`` (no or wrong
    passphrase), ``store-newer``, ``not-a-store``, ``busy``, ``no-access``.
    """
    exists = path.exists() and path.stat().st_size > 0
    if exists and engines.is_encrypted(path) and not passphrase:
        raise engines.no_passphrase(path)
    key = passphrase if not exists or engines.is_encrypted(path) else None
    engines.make_folder(path)
    engine = engines.make_engine(path, key or None)
    try:
        schema.prepare(engine, path)
        return Store(path, engine, passphrase=key or None)
    except BaseException:
        engines.close(engine)
        raise


_LATE = 20_000
"""How many log entries back undoing from the list of evaluations can reach."""
_STEPS = text(
    """
    SELECT batch, target FROM log AS own
    WHERE (evaluation_id = :id OR evaluation_id = '') AND device = :device AND batch <> ''
      AND NOT EXISTS (
        SELECT 1 FROM log AS other WHERE other.batch = own.batch AND other.evaluation_id NOT IN ('', :id)
      )
    ORDER BY seq
    """
)
_STEPS_OF_LIST = text(
    """
    SELECT batch, target FROM log
    WHERE seq > (SELECT max(seq) FROM log) - :late
      AND (evaluation_id = '' OR target = 'evaluation') AND device = :device AND batch <> ''
    ORDER BY seq
    """
)


class Store:
    """Made by `open_store`. Used from one thread at a time."""

    def __init__(self, path: Path, engine: Engine, *, passphrase: str | None) -> None:
        self.path = path
        self.encrypted = passphrase is not None
        self.files = FilesPlace(path.with_name(path.name + files.SUFFIX), passphrase)
        """The contents of attached files, in a file of their own that is locked like this one."""
        self._engine = engine
        self._writer = engine.execution_options(**{engines.WRITE: True})
        self.device = self._own_device()

    def close(self) -> None:
        engines.close(self._engine)

    @contextmanager
    def transaction(self, actor: str, *, undoes: str = "", reason: str = "") -> Iterator[Transaction]:
        """Everything in the block or nothing; durable when the block has ended. ``undoes``: the batch that
        the block takes back; ``reason``: why a reopened evaluation is changed, kept with each log entry."""
        with engines.translated(self.path), self._writer.begin() as connection:
            yield Transaction(connection, device=self.device, actor=actor, undoes=undoes, reason=reason)

    def evaluation_ids(self, *, unit: str | None = None, year: int | None = None) -> list[str]:
        query = select(EvaluationRow.id).join(WorkUnitRow)  # type: ignore[call-overload]
        if unit is not None:
            query = query.where(col(WorkUnitRow.name) == unit)
        if year is not None:
            query = query.where(col(EvaluationRow.year) == year)
        return [str(row[0]) for row in self._rows(query)]

    def work_units(self) -> list[str]:
        """The names of all work units, in order."""
        return [
            str(row[0]) for row in self._rows(select(col(WorkUnitRow.name)).order_by(col(WorkUnitRow.name)))
        ]

    def ids_beside(self, evaluation_id: str) -> list[str]:
        """All evaluations of the work unit that ``evaluation_id`` is of, itself among them."""
        own = select(EvaluationRow.work_unit_id).where(col(EvaluationRow.id) == evaluation_id)  # type: ignore[call-overload]
        query = select(EvaluationRow.id).where(col(EvaluationRow.work_unit_id).in_(own))  # type: ignore[call-overload]
        return [str(row[0]) for row in self._rows(query)]

    def evaluations(self, ids: Sequence[str] | None = None) -> list[Evaluation]:
        """Those asked for, or all; one query a table, however many there are."""
        head_query = select(
            EvaluationRow.id,
            WorkUnitRow.name,
            EvaluationRow.year,
            EvaluationRow.edition,
            EvaluationRow.stage,
        ).join(WorkUnitRow)  # type: ignore[call-overload]
        if ids is not None:
            head_query = head_query.where(col(EvaluationRow.id).in_(ids))
        heads = self._rows(head_query)
        parts = Contents(self._rows, ids)
        return [
            Evaluation(
                id=id_,
                unit=unit,
                year=year,
                edition=edition,
                stage=Stage(stage),
                cells=parts.cells[id_],
                notes=parts.notes[id_],
                evidence={q: tuple(items) for q, items in parts.evidence[id_].items()},
                findings={q: tuple(items) for q, items in parts.findings[id_].items()},
                team=tuple(parts.team[id_]),
                reviewed=frozenset(parts.reviewed[id_]),
                follow_ups=parts.follow_ups[id_],
                reasons=parts.reasons[id_],
                sign_off=parts.sign_offs.get(id_),
                log_head=head_of(parts.heads[id_]),
            )
            for id_, unit, year, edition, stage in heads
        ]

    def evaluation(self, evaluation_id: str) -> Evaluation | None:
        found = self.evaluations([evaluation_id])
        return found[0] if found else None

    def edition_of(self, evaluation_id: str) -> str | None:
        with engines.translated(self.path), self._engine.connect() as connection:
            return connection.execute(_EDITION_OF, {"id": evaluation_id}).scalar()

    def last_changes(self) -> dict[str, str]:
        """When each evaluation was last changed, by id; for people only."""
        query = select(LogRow.evaluation_id, func.max(LogRow.seq), LogRow.at).group_by(LogRow.evaluation_id)  # type: ignore[call-overload]
        return {str(id_): str(at) for id_, _, at in self._rows(query)}

    def log(self, evaluation_id: str) -> list[LogEntry]:
        """Every change of one evaluation, oldest first; ``""`` for settings."""
        query = (
            sqlmodel.select(LogRow)
            .where(col(LogRow.evaluation_id) == evaluation_id)
            .order_by(col(LogRow.seq))
        )
        with engines.translated(self.path), Session(self._engine) as session:
            return [_entry(row) for row in session.exec(query)]

    def batch(self, batch: str) -> list[LogEntry]:
        """The changes made together under one batch id, the newest first."""
        query = sqlmodel.select(LogRow).where(col(LogRow.batch) == batch).order_by(col(LogRow.seq).desc())
        with engines.translated(self.path), Session(self._engine) as session:
            return [_entry(row) for row in session.exec(query)]

    def steps(self, evaluation_id: str) -> list[tuple[str, tuple[str, ...]]]:
        """What this device did to one evaluation, and to settings and units alone, oldest first: batch id and
        the log targets it changed. With ``""``: what it did of late to settings, units and the list."""
        query = _STEPS if evaluation_id else _STEPS_OF_LIST
        bound = {"id": evaluation_id, "device": self.device, "late": _LATE}
        with engines.translated(self.path), self._engine.connect() as connection:
            rows = connection.execute(query, bound).all()
        steps: dict[str, list[str]] = {}
        for batch, target in rows:
            steps.setdefault(batch, []).append(target)
        return [(batch, tuple(targets)) for batch, targets in steps.items()]

    def official_texts(self, edition: str) -> dict[str, str]:
        """Wording found in the user's own workbooks, by question code."""
        query = select(OfficialTextRow.question, OfficialTextRow.text).where(  # type: ignore[call-overload]
            col(OfficialTextRow.edition) == edition
        )
        return {str(question): str(text) for question, text in self._rows(query)}

    def unit_facts(self, unit: str) -> dict[str, dict[str, Any]]:
        """The story of a work unit, by key; empty for one that is not known."""
        query = (
            select(UnitFactRow.key, UnitFactRow.value)  # type: ignore[call-overload]
            .join(WorkUnitRow)
            .where(col(WorkUnitRow.name) == unit)
            .order_by(col(UnitFactRow.key))
        )
        return {str(key): json.loads(value) for key, value in self._rows(query)}

    def file_facts(self, hashes: Iterable[str]) -> dict[str, FileFacts]:
        """What is known of attached files, by SHA-256."""
        query = select(*FileFactsRow.__table__.columns).where(col(FileFactsRow.sha256).in_(tuple(hashes)))  # type: ignore[attr-defined]
        return {row[0]: FileFacts(*row) for row in self._rows(query)}

    def settings(self, prefix: str) -> dict[str, str]:
        query = select(MetaRow.key, MetaRow.value).where(col(MetaRow.key).startswith(prefix))  # type: ignore[call-overload]
        return {str(key): str(value) for key, value in self._rows(query)}

    def pragma(self, name: str) -> Any:
        with self._engine.connect() as connection:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()

    def _rows(self, query: Any) -> Sequence[Any]:
        with engines.translated(self.path), self._engine.connect() as connection:
            return connection.execute(query).all()

    def _own_device(self) -> str:
        """This copy's device id. It is written once, so a copied file must be given a new one by whoever
        copies it to another laptop."""
        found = self.settings(_DEVICE).get(_DEVICE)
        if found:
            return found
        with engines.translated(self.path), Session(self._writer) as session, session.begin():
            row = session.get(MetaRow, _DEVICE)
            if row is None:
                row = MetaRow(key=_DEVICE, value=new_id())
                session.add(row)
            return row.value


def _entry(row: LogRow) -> LogEntry:
    return LogEntry(
        id=row.id,
        evaluation_id=row.evaluation_id,
        device=row.device,
        actor=row.actor,
        at=row.at,
        target=row.target,
        old=json.loads(row.old),
        new=json.loads(row.new),
        replaces=row.replaces,
        parent=row.parent,
        hash=row.hash,
        batch=row.batch,
        reason=row.reason,
    )
