"""One open store: values out, and transactions in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zi_desktop.store import engine as engines
from zi_desktop.store import listing, schema
from zi_desktop.store.listing import Head

if TYPE_CHECKING:
    from zi_desktop.domain.evaluation import Evaluation, FileFacts
    from zi_desktop.store.files import FilesPlace
    from zi_desktop.store.log import Change, LogEntry
    from zi_desktop.store.transaction import Transaction

_DEVICE = "device"
_BESIDE = """
    SELECT id FROM evaluation
    WHERE work_unit_id = (SELECT work_unit_id FROM evaluation WHERE id = ?)
"""
_STORY = """
    SELECT f.key, f.value FROM unit_fact AS f JOIN work_unit AS u ON u.id = f.work_unit_id
    WHERE u.name = ? ORDER BY f.key
"""


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
    connection = engines.connect(path, key or None)
    try:
        schema.prepare(connection, path, key or None)
        return Store(path, connection, passphrase=key or None)
    except BaseException:
        connection.close()
        raise


_MANY = 1000
"""More changes than this are not followed one by one."""
_LATE = 20_000
"""How many log entries back undoing from the list of evaluations can reach."""
_STEPS = """
    SELECT batch, target FROM log AS own
    WHERE (evaluation_id = :id OR evaluation_id = '') AND device = :device AND batch <> ''
      AND NOT EXISTS (
        SELECT 1 FROM log AS other WHERE other.batch = own.batch AND other.evaluation_id NOT IN ('', :id)
      )
    ORDER BY seq
"""
_STEPS_OF_LIST = """
    SELECT batch, target FROM log
    WHERE seq > (SELECT max(seq) FROM log) - :late
      AND (evaluation_id = '' OR target = 'evaluation') AND device = :device AND batch <> ''
    ORDER BY seq
"""


class Store:
    """Made by `open_store`. Used from one thread at a time."""

    def __init__(self, path: Path, connection: Any, *, passphrase: str | None) -> None:
        self.path = path
        self.encrypted = passphrase is not None
        self._raw = connection
        self._passphrase = passphrase
        self.device = self._own_device()

    def close(self) -> None:
        """Closes the one connection, which also folds the write-ahead log into the file."""
        self._raw.close()

    @cached_property
    def files(self) -> FilesPlace:
        """The contents of attached files, in a file of their own that is locked like this one."""
        from zi_desktop.store.files import SUFFIX, FilesPlace

        return FilesPlace(self.path.with_name(self.path.name + SUFFIX), self._passphrase)

    def folding(self) -> Callable[[], None]:
        """Work for a thread beside: see `engine.fold`."""
        return partial(engines.fold, self.path, self._passphrase)

    @contextmanager
    def transaction(self, actor: str, *, undoes: str = "", reason: str = "") -> Iterator[Transaction]:
        """Everything in the block or nothing; durable when the block has ended. ``undoes``: the batch that
        the block takes back; ``reason``: why a reopened evaluation is changed, kept with each log entry."""
        from zi_desktop.store.transaction import Transaction

        with engines.writing(self.path, self._raw) as raw:
            yield Transaction(raw, device=self.device, actor=actor, undoes=undoes, reason=reason)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is asked of evaluations, their list and settings in the block is of one state."""
        with engines.snapshot(self.path, self._raw):
            yield

    def evaluation_ids(self, *, unit: str | None = None, year: int | None = None) -> list[str]:
        query = "SELECT e.id FROM evaluation AS e JOIN work_unit AS u ON u.id = e.work_unit_id WHERE true"
        bound: list[str | int] = []
        if unit is not None:
            query += " AND u.name = ?"
            bound.append(unit)
        if year is not None:
            query += " AND e.year = ?"
            bound.append(year)
        return [str(row[0]) for row in self._ask(query, bound)]

    def work_units(self) -> list[str]:
        """The names of all work units, in order."""
        return [str(row[0]) for row in self._ask("SELECT name FROM work_unit ORDER BY name")]

    def ids_beside(self, evaluation_id: str) -> list[str]:
        """All evaluations of the work unit that ``evaluation_id`` is of, itself among them."""
        return [str(row[0]) for row in self._ask(_BESIDE, (evaluation_id,))]

    def evaluations(self, ids: Sequence[str] | None = None) -> list[Evaluation]:
        """Those asked for that there are, in that order, or all; one query a table, however many."""
        from zi_desktop.store.contents import read_evaluations

        with self.reading():
            wanted = self.evaluation_ids() if ids is None else ids
            found = {e.id: e for e in read_evaluations(self._ask, wanted)}
        return [found[id_] for id_ in dict.fromkeys(wanted) if id_ in found]

    def evaluation(self, evaluation_id: str) -> Evaluation | None:
        found = self.evaluations([evaluation_id])
        return found[0] if found else None

    def evaluation_again(self, before: Evaluation, changes: Iterable[Change]) -> Evaluation:
        """``before`` as it is now, where ``changes`` of its content are all there were since (`since`): only
        what they name is read."""
        from zi_desktop.store.contents import read_again

        return read_again(self._ask, before, [change.target for change in changes])

    def edition_of(self, evaluation_id: str) -> str | None:
        found = self._ask("SELECT edition FROM evaluation WHERE id = ?", (evaluation_id,))
        return str(found[0][0]) if found else None

    def newest_change(self) -> int:
        """The place of the newest entry in the log; 0 for none."""
        return int(self._ask("SELECT coalesce(max(seq), 0) FROM log")[0][0])

    def changed_since(self, place: int) -> set[str]:
        """Ids of the evaluations with log entries after ``place``; ``""`` stands for settings and units."""
        return {str(row[0]) for row in self._ask("SELECT evaluation_id FROM log WHERE seq > ?", (place,))}

    def newest_entry(self) -> Change:
        """Of the log; of no place (0) and name while nothing was ever changed."""
        from zi_desktop.store.log import Change

        found = self._ask(f"SELECT {_CHANGE} FROM log ORDER BY seq DESC LIMIT 1")
        return Change(*found[0]) if found else Change(0, "", "", "")

    def since(self, seen: Change) -> list[Change] | None:
        """What the log says was changed after ``seen``, oldest first. None where that is very much, or where
        the log has no such entry: it is another file's."""
        from zi_desktop.store.log import Change

        asked = f"SELECT {_CHANGE} FROM log WHERE seq >= ? ORDER BY seq LIMIT {_MANY}"
        found = [Change(*row) for row in self._ask(asked, (seen.seq,))]
        return found[1:] if found and found[0] == seen and len(found) < _MANY else None

    def heads(self, ids: Sequence[str] | None = None) -> list[Head]:
        """The list of evaluations, or of those asked for: who, when, and where their newest log entry is."""
        return listing.heads(self._ask, ids)

    def teams(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Names of the team members, by evaluation."""
        return listing.teams(self._ask, ids)

    def summaries(self) -> dict[str, tuple[str, str]]:
        """What was kept with `keep_summaries`: (state, data) by evaluation."""
        rows = self._ask("SELECT evaluation_id, state, data FROM summary")
        return {id_: (state, data) for id_, state, data in rows}

    def keep_summaries(
        self, lines: Sequence[tuple[str, str, str]], up_to: int | None = None, first: str = ""
    ) -> None:
        """Keeps (evaluation, state, data) for `summaries`. Derived, so unlogged, and let go without waiting
        when somebody else is writing or an evaluation is no longer there. ``up_to``: the log entry as of
        which all that is kept now is right, if all of it is; ``first``: what the list then begins with."""
        listing.keep_summaries(self._raw, lines, up_to, first)

    def kept_heads(self) -> tuple[int, list[tuple[Head, str, str]]]:
        """The log entry as of which all summaries were right, and (head without ``newest``, state, data) of
        all."""
        return listing.kept_up_to(self._ask), listing.kept_heads(self._ask)

    def kept_first(self) -> str:
        """What was kept last as ``first`` with `keep_summaries`; empty for nothing."""
        return listing.kept_first(self._ask)

    def times_of(self, places: Sequence[int]) -> dict[int, str]:
        """When the log entries at ``places`` were made; for people only."""
        return listing.times_of(self._ask, places)

    def log(self, evaluation_id: str) -> list[LogEntry]:
        """Every change of one evaluation, oldest first; ``""`` for settings."""
        return self._entries("WHERE evaluation_id = ? ORDER BY seq", evaluation_id)

    def batch(self, batch: str) -> list[LogEntry]:
        """The changes made together under one batch id, the newest first."""
        return self._entries("WHERE batch = ? ORDER BY seq DESC", batch)

    def _entries(self, which: str, value: str) -> list[LogEntry]:
        return [_entry(*row) for row in self._ask(f"SELECT {_ENTRY} FROM log {which}", (value,))]

    def steps(self, evaluation_id: str) -> list[tuple[str, tuple[str, ...]]]:
        """What this device did to one evaluation, and to settings and units alone, oldest first: batch id and
        the log targets it changed. With ``""``: what it did of late to settings, units and the list."""
        query = _STEPS if evaluation_id else _STEPS_OF_LIST
        bound = {"id": evaluation_id, "device": self.device, "late": _LATE}
        rows = self._ask(query, bound)
        steps: dict[str, list[str]] = {}
        for batch, target in rows:
            steps.setdefault(batch, []).append(target)
        return [(batch, tuple(targets)) for batch, targets in steps.items()]

    def official_texts(self, edition: str) -> dict[str, str]:
        """Wording found in the user's own workbooks, by question code."""
        rows = self._ask("SELECT question, text FROM official_text WHERE edition = ?", (edition,))
        return {str(question): str(text) for question, text in rows}

    def unit_facts(self, unit: str) -> dict[str, dict[str, Any]]:
        """The story of a work unit, by key; empty for one that is not known."""
        return {str(key): json.loads(value) for key, value in self._ask(_STORY, (unit,))}

    def file_facts(self, hashes: Iterable[str]) -> dict[str, FileFacts]:
        """What is known of attached files, by SHA-256."""
        from zi_desktop.domain.evaluation import FileFacts

        wanted = tuple(hashes)
        query = f"SELECT {_FACTS} FROM file_facts WHERE sha256 IN ({','.join('?' * len(wanted))})"
        return {row[0]: FileFacts(*row) for row in self._ask(query, wanted)}

    def settings(self, prefix: str) -> dict[str, str]:
        rows = self._ask("SELECT key, value FROM meta")
        return {str(key): str(value) for key, value in rows if key.startswith(prefix)}

    def pragma(self, name: str) -> Any:
        return self._raw.execute(f"PRAGMA {name}").fetchone()[0]

    def _ask(self, statement: str, bound: Sequence[Any] | dict[str, Any] = ()) -> list[Any]:
        """One statement alone is of one state without being a transaction."""
        try:
            found: list[Any] = self._raw.execute(statement, bound).fetchall()
        except self._raw.DatabaseError as error:
            raise engines.translate(error, self.path, encrypted=False) from error
        return found

    def _own_device(self) -> str:
        """This copy's device id. It is written once, so a copied file must be given a new one by whoever
        copies it to another laptop."""
        found = self.settings(_DEVICE).get(_DEVICE)
        if found:
            return found
        from zi_desktop.store.log import new_id

        made = new_id()
        with engines.writing(self.path, self._raw) as raw:
            raw.execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", (_DEVICE, made))
        return self.settings(_DEVICE)[_DEVICE]


_FACTS = "sha256, size, media, taken_at, latitude, longitude"
_CHANGE = "seq, hash, evaluation_id, target"
_ENTRY = "id, evaluation_id, device, actor, at, target, old, new, replaces, parent, hash, batch, reason"


def _entry(*row: Any) -> LogEntry:
    from dataclasses import replace

    from zi_desktop.store.log import LogEntry

    entry = LogEntry(*row)
    return replace(entry, old=json.loads(entry.old), new=json.loads(entry.new))
