"""Taking changes back: what an entry of the log replaced is written again, as a change of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.evaluation import TeamMember
from zi_desktop.store.log import SIGN_OFF, LogEntry
from zi_desktop.store.values import follow_up_of, sign_off_of

if TYPE_CHECKING:
    from zi_desktop.store.transaction import Transaction


def take_back(tx: Transaction, entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Takes entries back in the order given (the newest first). Those that must stay, because something newer
    stands there or an evaluation still holds something, are returned and left as they are."""
    listed = list(entries)
    whole = {entry.evaluation_id for entry in listed if entry.target == "evaluation"}
    once = _signed_once(listed, whole)
    return [entry for entry in once if not _take_back(tx, entry, entry.evaluation_id in whole)]


def _signed_once(entries: list[LogEntry], whole: set[str]) -> list[LogEntry]:
    """An evaluation comes with the sign-off of every version that it had: they go together, at the newest."""
    before: dict[str, Any] = {}
    kept = []
    for entry in reversed(entries):
        if entry.target != SIGN_OFF or entry.evaluation_id not in whole:
            kept.append(entry)
            continue
        old = before.setdefault(entry.evaluation_id, entry.old)
        kept = [e for e in kept if (e.evaluation_id, e.target) != (entry.evaluation_id, SIGN_OFF)]
        kept.append(replace(entry, old=old))
    return list(reversed(kept))


def _take_back(tx: Transaction, entry: LogEntry, whole: bool) -> bool:
    """``whole``: the evaluation came (or went) with these changes, so its being signed comes and goes with
    it; otherwise what is signed is reopened with a reason, never undone."""
    if entry.id not in tx.standing(entry.evaluation_id, entry.target):
        return False
    if entry.target == SIGN_OFF:
        return whole and _sign_off(tx, entry)
    kind, _, name = entry.target.partition(":")
    return _RESTORE[kind](tx, entry, name)


def _sign_off(tx: Transaction, entry: LogEntry) -> bool:
    return tx.set_sign_off(
        entry.evaluation_id, None if entry.old is None else sign_off_of(json.loads(entry.old))
    )


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
}
