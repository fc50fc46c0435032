"""Every evaluation of the store in one glance: what the worklist needs of ten thousand, opening none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from zi_desktop.store.engine import BUSY_MS

if TYPE_CHECKING:
    from zi_desktop.store.contents import Ask

_AT_ONCE = 500


class Head(NamedTuple):
    """One evaluation without its content; ``newest``: place of its newest log entry, 0 for none."""

    id: str
    unit: str
    year: int
    stage: str
    edition: str
    newest: int


# The newest entry of each is looked up at the end of its part of an index; GROUP BY would walk all the log.
_HEADS = """
    SELECT e.id, u.name, e.year, e.stage, e.edition,
      (SELECT coalesce(max(seq), 0) FROM log WHERE evaluation_id = e.id)
    FROM evaluation AS e JOIN work_unit AS u ON u.id = e.work_unit_id
"""


_KEPT = """
    SELECT e.id, u.name, e.year, e.stage, e.edition, s.state, s.data
    FROM evaluation AS e JOIN work_unit AS u ON u.id = e.work_unit_id
      JOIN summary AS s ON s.evaluation_id = e.id
"""
_UP_TO = "summaries"
"""The key in ``meta`` under which stands up to which log entry all kept summaries are those of the store."""
_FIRST = "first"
"""The key in ``meta`` under which stands what the list began with as of that entry."""


def kept_up_to(ask: Ask) -> int:
    """0 where that was never written down."""
    return int(_meta(ask, _UP_TO) or 0)


def kept_first(ask: Ask) -> str:
    """Empty where nothing was kept."""
    return _meta(ask, _FIRST)


def _meta(ask: Ask, key: str) -> str:
    found = next(iter(ask("SELECT value FROM meta WHERE key = ?", (key,))), None)
    return str(found[0]) if found else ""


def kept_heads(ask: Ask) -> list[tuple[Head, str, str]]:
    """Evaluations with what was kept of them, (head, state, data). The head's own ``newest`` is 0: the state
    has it."""
    return [
        (Head(id_, unit, year, stage, edition, 0), state, data)
        for id_, unit, year, stage, edition, state, data in ask(_KEPT, ())
    ]


def heads(ask: Ask, ids: Sequence[str] | None) -> list[Head]:
    if ids is None:
        return [Head(*row) for row in ask(_HEADS, ())]
    found: list[Head] = []
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        rows = ask(f"{_HEADS} WHERE e.id IN ({','.join('?' * len(some))})", some)
        found += [Head(*row) for row in rows]
    return found


def teams(ask: Ask, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        places = ",".join("?" * len(some))
        rows = ask(
            f"SELECT evaluation_id, name FROM team_member WHERE evaluation_id IN ({places})"
            " ORDER BY evaluation_id, position",
            some,
        )
        for id_, name in rows:
            found[id_].append(name)
    return {id_: tuple(names) for id_, names in found.items()}


def times_of(ask: Ask, places: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(places), _AT_ONCE):
        some = [str(place) for place in places[start : start + _AT_ONCE]]
        found |= dict(ask(f"SELECT seq, at FROM log WHERE seq IN ({','.join(some)})", ()))
    return found


def keep_summaries(
    connection: Any, lines: Sequence[tuple[str, str, str]], up_to: int | None, first: str
) -> None:
    if connection.in_transaction:
        return
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.executemany("INSERT OR REPLACE INTO summary VALUES (?, ?, ?)", lines)
            if up_to is not None:
                whole = ((_UP_TO, str(up_to)), (_FIRST, first))
                connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", whole)
            connection.execute("COMMIT")
        except connection.DatabaseError:
            connection.execute("ROLLBACK")
    except connection.DatabaseError:
        pass  # somebody else writes, or nobody may: the figures are worked out again next time
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
