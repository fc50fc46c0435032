"""Writing rows with their log entries: what every change of `transaction.Transaction` is made of."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Table, select
from sqlmodel import SQLModel

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import SignOffState
from zi_desktop.store import tables
from zi_desktop.store.log import SIGN_OFF, UNDOES, LogEntry, canonical, new_id
from zi_desktop.store.statements import (
    Bound,
    Row,
    Statement,
    compiled,
    delete_where,
    insert_into,
    key_bound,
    matches,
    newest_of,
    select_where,
    update_where,
)


def table_of(model: Any) -> Table:
    return SQLModel.metadata.tables[model.__tablename__]


_LOG, _SIGN_OFF = table_of(tables.LogRow), table_of(tables.SignOffRow)


@cache
def _entry(names: tuple[str, ...]) -> Statement:
    """The newest entry that matches."""
    columns = ("id", "batch", "replaces")
    return compiled(newest_of(select(*(_LOG.c[name] for name in columns)), _LOG, names), columns)


@cache
def _before() -> Statement:
    """The id of a target's newest entry, and the hash of the device's: what a new entry links to; and the
    evaluation's sign-off, which may forbid it."""
    replaces = newest_of(select(_LOG.c.id), _LOG, ("evaluation_id", "target"))
    parent = newest_of(select(_LOG.c.hash), _LOG, ("evaluation_id", "device"))
    signed = select(_SIGN_OFF.c.value).where(*matches(_SIGN_OFF, ("evaluation_id",)))
    found = select(*(part.scalar_subquery() for part in (replaces, parent, signed)))
    return compiled(found, ("replaces", "parent", "signed"))


class Writer:
    """One transaction's connection (the driver's own), and who writes why."""

    def __init__(
        self, connection: Any, *, device: str, actor: str, undoes: str = "", reason: str = ""
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

    def _entry(self, key: Bound) -> Row | None:
        return _entry(tuple(key)).first(self._connection, key_bound(key))

    def _put(self, table: Table, key: Bound, column: str, value: str | None) -> tuple[str | None, bool]:
        """Sets, changes or removes the one value under ``key``: what was there, and whether it changed."""
        row = self._row(table, key)
        old = row[column] if row else None
        if old == value:
            return old, False
        if row is None:
            self._insert(table, {**key, column: value})
        elif value is None:
            self._delete(table, key)
        else:
            self._update(table, key, {column: value})
        return old, True

    def _row(self, table: Table, key: Bound) -> Row | None:
        return select_where(table, tuple(key)).first(self._connection, key_bound(key))

    def _rows(self, table: Table, key: Bound) -> list[Row]:
        return select_where(table, tuple(key)).rows(self._connection, key_bound(key))

    def _insert(self, table: Table, values: Bound) -> None:
        self._connection.execute(insert_into(table, tuple(values)).text, values)

    def _update(self, table: Table, key: Bound, values: Bound) -> None:
        statement = update_where(table, tuple(key), tuple(values))
        self._connection.execute(statement.text, {**key_bound(key), **values})

    def _delete(self, table: Table, key: Bound) -> None:
        self._connection.execute(delete_where(table, tuple(key)).text, key_bound(key))

    def _log(self, evaluation_id: str, target: str, old: Any, new: Any) -> bool:
        place = {"evaluation_id": evaluation_id, "target": target, "device": self._device}
        before = _before().first(self._connection, key_bound(place))
        assert before is not None
        if before["signed"] is not None and target != SIGN_OFF:
            self._refuse_change(evaluation_id, json.loads(before["signed"]))
        entry = LogEntry(
            id=new_id(),
            evaluation_id=evaluation_id,
            device=self._device,
            actor=self._actor,
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            target=target,
            old=old,
            new=new,
            replaces=before["replaces"],
            parent=before["parent"] or "",
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
