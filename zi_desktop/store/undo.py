"""Taking changes back: what an entry of the log replaced is written again, as a change of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from zi_desktop.domain.evaluation import TeamMember
from zi_desktop.store.log import SIGN_OFF, LogEntry
from zi_desktop.store.values import follow_up_of

if TYPE_CHECKING:
    from zi_desktop.store.transaction import Transaction


def take_back(tx: Transaction, entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Takes entries back in the order given (the newest first). Those that must stay, because something newer
    stands there or an evaluation still holds something, are returned and left as they are."""
    return [entry for entry in entries if not _take_back(tx, entry)]


def _take_back(tx: Transaction, entry: LogEntry) -> bool:
    if entry.id not in tx.standing(entry.evaluation_id, entry.target):
        return False
    kind, _, name = entry.target.partition(":")
    return _RESTORE[kind](tx, entry, name)


def _official_text(tx: Transaction, entry: LogEntry, name: str) -> bool:
    edition, _, question = name.partition(":")
    return tx.set_official_text(edition, question, entry.old)


def _follow_up(tx: Transaction, entry: LogEntry, name: str) -> bool:
    old = None if entry.old is None else follow_up_of(json.loads(entry.old))
    return tx.set_follow_up(entry.evaluation_id, name, old)


def _unit_fact(tx: Transaction, entry: LogEntry, name: str) -> bool:
    unit_id, _, key = name.partition(":")
    return tx.put_unit_fact(unit_id, key, entry.old)


_RESTORE: Mapping[str, Callable[[Transaction, LogEntry, str], bool]] = {
    "answer": lambda tx, entry, name: tx.set_answer(entry.evaluation_id, name, entry.old),
    "note": lambda tx, entry, name: tx.set_note(entry.evaluation_id, name, entry.old or ""),
    "setting": lambda tx, entry, name: tx.set_setting(name, entry.old),
    "text": _official_text,
    "team": lambda tx, entry, _: tx.set_team(entry.evaluation_id, tuple(TeamMember(*m) for m in entry.old)),
    "evaluation": lambda tx, entry, _: tx.put_back_evaluation(entry),
    "evidence": lambda tx, entry, _: tx.put_back(entry),
    "finding": lambda tx, entry, _: tx.put_back(entry),
    "review": lambda tx, entry, name: tx.set_reviewed(entry.evaluation_id, name, entry.old is not None),
    "reason": lambda tx, entry, name: tx.set_reason(entry.evaluation_id, name, entry.old or ""),
    "followup": _follow_up,
    "unit": _unit_fact,
    SIGN_OFF: lambda *_: False,  # reopened with a reason, never undone
}
