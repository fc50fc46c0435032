"""What evaluations hold, read with one prepared statement a table, however many they are.

Written as SQL, not with SQLAlchemy: an answer is painted only when the evaluation has been read back, so this
runs at every key that answers.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding, FollowUp, SignOff, Stage, TeamMember
from zi_desktop.store.log import head_of
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
        parts = _Contents(ask, some)
        for row in parts.rows(_HEADS):
            yield parts.evaluation(*row)


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


class _Contents:
    """The contents of a few evaluations, by id."""

    def __init__(self, ask: Ask, ids: tuple[str, ...]) -> None:
        self._ask = ask
        self._ids = ids
        self._places = ",".join("?" * len(ids))
        self._cells = self._pairs("answer", "cell, value", _value)
        self._notes = self._pairs("note", "question, text", str)
        self._evidence = self._lists("evidence", "question, id, text, file", Evidence)
        self._findings = self._lists("finding", "question, id, note, recommendation", Finding)
        self._follow_ups = self._pairs("follow_up", "finding, value", _follow_up)
        self._reasons = self._pairs("reason", "issue, text", str)
        self._team: defaultdict[str, list[TeamMember]] = defaultdict(list)
        for id_, *about in self._of("team_member", "name, nip, role", "position"):
            self._team[id_].append(TeamMember(*about))
        self._reviewed: defaultdict[str, set[str]] = defaultdict(set)
        for id_, question in self._of("review", "question"):
            self._reviewed[id_].add(question)
        self._sign_offs: dict[str, SignOff] = {
            id_: sign_off_of(json.loads(value)) for id_, value in self._of("sign_off", "value")
        }
        self._heads: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for id_, device, hash_ in self.rows(_NEWEST):
            self._heads[id_].append((device, hash_))

    def evaluation(self, id_: str, unit: str, year: int, edition: str, stage: str) -> Evaluation:
        return Evaluation(
            id=id_,
            unit=unit,
            year=year,
            edition=edition,
            stage=Stage(stage),
            cells=self._cells[id_],
            notes=self._notes[id_],
            evidence={q: tuple(items) for q, items in self._evidence[id_].items()},
            findings={q: tuple(items) for q, items in self._findings[id_].items()},
            team=tuple(self._team[id_]),
            reviewed=frozenset(self._reviewed[id_]),
            follow_ups=self._follow_ups[id_],
            reasons=self._reasons[id_],
            sign_off=self._sign_offs.get(id_),
            log_head=head_of(self._heads[id_]),
        )

    def rows(self, statement: str) -> Iterable[Any]:
        return self._ask(statement.format(ids=self._places), self._ids)

    def _of(self, table: str, columns: str, order: str = "") -> Iterable[Any]:
        by = f" ORDER BY evaluation_id, {order}" if order else ""
        return self.rows(f"SELECT evaluation_id, {columns} FROM {table} WHERE evaluation_id IN ({{ids}}){by}")

    def _pairs(
        self, table: str, columns: str, read: Callable[[str], Any]
    ) -> defaultdict[str, dict[str, Any]]:
        """In the order of their keys, which is that of the table's index."""
        found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        for id_, key, value in self._of(table, columns, columns.partition(",")[0]):
            found[id_][key] = read(value)
        return found

    def _lists(
        self, table: str, columns: str, make: Callable[..., Any]
    ) -> defaultdict[str, dict[str, list[Any]]]:
        found: defaultdict[str, dict[str, list[Any]]] = defaultdict(dict)
        for id_, question, *about in self._of(table, columns, "position"):
            found[id_].setdefault(question, []).append(make(*about))
        return found


def _follow_up(text: str) -> FollowUp:
    return follow_up_of(json.loads(text))


def _value(text: str) -> CellValue:
    """Labels and decisions start with a letter, numbers with a digit."""
    return text if text[0].isalpha() else Decimal(text)
