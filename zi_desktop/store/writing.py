"""Writing rows with their log entries: what every change of `transaction.Transaction` is made of.

Written with SQLAlchemy's statements rather than its sessions: an answer must not cost more than a few bare
SQLite statements, and these are compiled once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, Table, bindparam, delete, insert, select, update
from sqlmodel import SQLModel

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import SignOffState
from zi_desktop.store import tables
from zi_desktop.store.log import SIGN_OFF, UNDOES, LogEntry, canonical, new_id

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, RowMapping

Key = dict[str, Any]


def table_of(model: Any) -> Table:
    return SQLModel.metadata.tables[model.__tablename__]


_LOG, _SIGN_OFF = table_of(tables.LogRow), table_of(tables.SignOffRow)


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


def delete_where(connection: Connection, table: Table, key: Key) -> None:
    connection.execute(_delete(table, tuple(key)), _bound(key))


@cache
def _insert(table: Table) -> Any:
    return insert(table)


@cache
def _newest() -> Select[Any]:
    """The id of a target's newest entry, and the hash of the device's: what a new entry links to; and the
    evaluation's sign-off, which may forbid it."""

    def newest(column: Any, name: str) -> Any:
        where = _matches(_LOG, ("evaluation_id", name))
        return select(column).where(*where).order_by(_LOG.c.seq.desc()).limit(1).scalar_subquery()

    where = _matches(_SIGN_OFF, ("evaluation_id",))
    signed = select(_SIGN_OFF.c.value).where(*where).scalar_subquery()
    return select(newest(_LOG.c.id, "target"), newest(_LOG.c.hash, "device"), signed)


class Writer:
    """One transaction's connection, and who writes why."""

    def __init__(
        self, connection: Connection, *, device: str, actor: str, undoes: str = "", reason: str = ""
    ) -> None:
        self._connection = connection
        self._device = device
        self._actor = actor
        self._reason = reason
        self.batch = new_id() + (f"{UNDOES}{undoes}" if undoes else "")
        """Carried by every log entry of this transaction; `Store.batch` finds them by it."""

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

    def _log(self, evaluation_id: str, target: str, old: Any, new: Any) -> bool:
        place = {"evaluation_id": evaluation_id, "target": target, "device": self._device}
        replaces, parent, signed = self._connection.execute(_newest(), _bound(place)).one()
        if signed is not None and target != SIGN_OFF:
            self._refuse_change(evaluation_id, json.loads(signed))
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
            reason=self._reason,
        )
        stored = {"old": canonical(old), "new": canonical(new), "hash": entry.computed_hash()}
        self._insert(_LOG, entry.as_dict() | stored)
        return True

    def _refuse_change(self, evaluation_id: str, sign_off: dict[str, Any]) -> None:
        """Raises ZiError where the evaluation is signed, or open again and no reason is given."""
        if sign_off["state"] == SignOffState.SIGNED:
            raise ZiError(
                "signed-off",
                Text(
                    "Penilaian ini sudah ditandatangani; tidak ada yang diubah",
                    "This evaluation has been signed; nothing was changed",
                ),
                where=evaluation_id,
                remedy=Text("Buka kembali dengan alasan.", "Reopen it, giving a reason."),
            )
        if not self._reason:
            raise ZiError(
                "reason-needed",
                Text(
                    "Penilaian ini dibuka kembali: setiap perubahan perlu alasan",
                    "This evaluation was reopened: every change needs a reason",
                ),
                where=evaluation_id,
                remedy=Text("Tulis alasan perubahan.", "Write why it is changed."),
            )
