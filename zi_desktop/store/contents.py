"""What evaluations hold, read with one prepared statement a table, however many they are; and, of one that
was read before, only what the log says was changed since.

Written as SQL, not with SQLAlchemy: an answer is painted only when it has been read back, so this runs at
every key that answers.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding, FollowUp, Stage, TeamMember
from zi_desktop.store.log import SIGN_OFF, head_of
from zi_desktop.store.values import follow_up_of, sign_off_of

if TYPE_CHECKING:
    from zi_desktop.domain.cells import CellValue

_AT_ONCE = 500
"""Ids bound to one statement; SQLite takes far more, but a statement of any length is prepared anew."""

Ask = Callable[[str, Sequence[str]], Iterable[Any]]
"""A statement and what is bound to it → its rows."""


def read_evaluations(ask: Ask, ids: Sequence[str]) -> Iterator[Evaluation]:
    """Those of ``ids`` that there are, in no order."""
    for start in range(0, len(ids), _AT_ONCE):
        some = tuple(ids[start : start + _AT_ONCE])
        rows = _Rows(ask, some)
        parts = {field: rows.part(kind) for kind, field in _FIELDS.items()}
        heads = rows.log_heads()
        for id_, unit, year, edition, stage in rows.of(_HEADS):
            held = {field: found[id_] for field, found in parts.items() if id_ in found}
            head = heads.get(id_, "")
            yield Evaluation(id_, unit, year, edition, Stage(stage), log_head=head, **held)


def read_again(ask: Ask, before: Evaluation, targets: Iterable[str]) -> Evaluation:
    """``before`` as it is now, when the log names ``targets`` as all that was changed since: only they are
    read."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for target in targets:
        kind, _, name = target.partition(":")
        names[kind].add(name)
    rows = _Rows(ask, (before.id,))
    held: dict[str, Any] = {"log_head": rows.log_heads().get(before.id, "")}
    for kind, changed in names.items():
        field = _FIELDS[kind]
        if kind in _PAIRS and len(changed) <= _AT_ONCE:
            now = rows.pairs(kind, tuple(changed)).get(before.id, {})
            held[field] = _with(getattr(before, field), now, changed)
        else:
            held[field] = rows.part(kind).get(before.id, getattr(_BLANK, field))
    return replace(before, **held)


def _with(before: Mapping[str, Any], now: Mapping[str, Any], changed: set[str]) -> dict[str, Any]:
    """In the order of the keys, as it is read whole."""
    found = {**before, **now}
    for key in changed - now.keys():
        found.pop(key, None)
    return found if now.keys() <= before.keys() else dict(sorted(found.items()))


_HEADS = """
    SELECT e.id, u.name, e.year, e.edition, e.stage FROM evaluation AS e
    JOIN work_unit AS u ON u.id = e.work_unit_id WHERE e.id IN ({ids})
"""
# From device to device along an index; GROUP BY would walk all entries of an evaluation at every answer.
_NEWEST = """
    WITH RECURSIVE writer(id, device) AS (
      SELECT e.id, (SELECT min(device) FROM log WHERE evaluation_id = e.id)
      FROM evaluation AS e WHERE e.id IN ({ids})
      UNION ALL
      SELECT id, (SELECT min(device) FROM log WHERE evaluation_id = writer.id AND device > writer.device)
      FROM writer WHERE device IS NOT NULL
    )
    SELECT id, device,
      (SELECT hash FROM log WHERE evaluation_id = writer.id AND device = writer.device
       ORDER BY seq DESC LIMIT 1)
    FROM writer WHERE device IS NOT NULL
"""


class _Rows:
    """What the tables hold of a few evaluations, by id; nothing for those of which they hold nothing."""

    def __init__(self, ask: Ask, ids: tuple[str, ...]) -> None:
        self._ask = ask
        self._ids = ids
        self._places = _places(ids)

    def of(self, statement: str) -> Iterable[Any]:
        return self._ask(statement.format(ids=self._places), self._ids)

    def part(self, kind: str) -> dict[str, Any]:
        """What is logged under ``kind``."""
        if kind in _PAIRS:
            return self.pairs(kind)
        if kind in _LISTS:
            return self._lists(kind)
        if kind == SIGN_OFF:
            rows = self._table("sign_off", "value")
            return {id_: sign_off_of(json.loads(value)) for id_, value in rows}
        found: defaultdict[str, list[Any]] = defaultdict(list)
        if kind == "team":
            for id_, *about in self._table("team_member", "name, nip, role", "position"):
                found[id_].append(TeamMember(*about))
            return {id_: tuple(members) for id_, members in found.items()}
        for id_, question in self._table("review", "question"):
            found[id_].append(question)
        return {id_: frozenset(questions) for id_, questions in found.items()}

    def pairs(self, kind: str, only: tuple[str, ...] = ()) -> dict[str, dict[str, Any]]:
        """In the order of their keys, which is that of the table's index; ``only``: these keys."""
        table, key, value, read = _PAIRS[kind]
        among = f" AND {key} IN ({_places(only)})" if only else ""
        found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        for id_, name, text in self._table(table, f"{key}, {value}", key, among, only):
            found[id_][name] = read(text)
        return found

    def _lists(self, kind: str) -> dict[str, dict[str, tuple[Any, ...]]]:
        table, columns, make = _LISTS[kind]
        found: defaultdict[str, defaultdict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for id_, question, *about in self._table(table, f"question, {columns}", "position"):
            found[id_][question].append(make(*about))
        return {id_: {q: tuple(items) for q, items in lists.items()} for id_, lists in found.items()}

    def _table(
        self, table: str, columns: str, order: str = "", among: str = "", bound: tuple[str, ...] = ()
    ) -> Iterable[Any]:
        by = f" ORDER BY evaluation_id, {order}" if order else ""
        where = f"evaluation_id IN ({self._places}){among}"
        return self._ask(f"SELECT evaluation_id, {columns} FROM {table} WHERE {where}{by}", self._ids + bound)

    def log_heads(self) -> dict[str, str]:
        heads: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for id_, device, hash_ in self.of(_NEWEST):
            heads[id_].append((device, hash_))
        return {id_: head_of(found) for id_, found in heads.items()}


def _places(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _follow_up(text: str) -> FollowUp:
    return follow_up_of(json.loads(text))


def _value(text: str) -> CellValue:
    """Labels and decisions start with a letter, numbers with a digit."""
    return text if text[0].isalpha() else Decimal(text)


_PAIRS: Mapping[str, tuple[str, str, str, Callable[[str], Any]]] = {
    "answer": ("answer", "cell", "value", _value),
    "note": ("note", "question", "text", str),
    "followup": ("follow_up", "finding", "value", _follow_up),
    "reason": ("reason", "issue", "text", str),
}
_LISTS: Mapping[str, tuple[str, str, Callable[..., Any]]] = {
    "evidence": ("evidence", "id, text, file", Evidence),
    "finding": ("finding", "id, note, recommendation", Finding),
}
_FIELDS = {
    "answer": "cells",
    "note": "notes",
    "evidence": "evidence",
    "finding": "findings",
    "team": "team",
    "review": "reviewed",
    "followup": "follow_ups",
    "reason": "reasons",
    SIGN_OFF: "sign_off",
}
"""Where an `Evaluation` holds what a log target of each kind (`transaction.Transaction`) changes."""
_BLANK = Evaluation("", "", 0, "", Stage.TPI)
