"""The change log: entries with ids of their own, chained by hash per device and evaluation.

The chain is what lets copies from several laptops be merged later: an entry names the value it replaces by
id, so two entries that replace the same one are a conflict, whatever the clocks of the laptops say.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

UNDOES = "~"
"""Stands in a batch id before the id of the batch that it took back."""
SIGN_OFF = "signoff"
"""The target of signing off and reopening: the one change that a signed evaluation takes."""


EVALUATION = "evaluation"
"""The target of making an evaluation and of taking it back; all others are of what it holds."""


class Change(NamedTuple):
    """A log entry by what it changed, and where it stands. Its hash tells it from the entry that another file
    has there."""

    seq: int
    hash: str
    evaluation_id: str
    target: str


def new_id() -> str:
    """Unique across laptops: 80 bits of it are chance. It begins with the time, so that the ids of one day
    stand together in an index: with chance alone, every change of a store of ten years would fetch a page
    from anywhere in each of them. Ids name, they never order: no laptop's clock is relied on."""
    milliseconds = time.time_ns() // 1_000_000
    return f"{milliseconds:012x}{os.urandom(10).hex()}"


@dataclass(frozen=True)
class LogEntry:
    """See `tables.LogRow`; ``old`` and ``new`` are the decoded values."""

    id: str
    evaluation_id: str
    device: str
    actor: str
    at: str
    target: str
    old: Any
    new: Any
    replaces: str | None
    parent: str
    hash: str = ""
    batch: str = ""
    reason: str = ""

    def computed_hash(self) -> str:
        """SHA-256 over everything but the hash itself, in one canonical spelling."""
        content = [
            self.id,
            self.evaluation_id,
            self.device,
            self.actor,
            self.at,
            self.target,
            self.old,
            self.new,
            self.replaces,
            self.parent,
        ]
        if self.batch:  # entries of schema 0001 have none, and keep the hash they were chained by
            content.append(self.batch)
        if self.reason:  # nor do entries before schema 0003 have one
            content.append({"reason": self.reason})
        return hashlib.sha256(canonical(content).encode()).hexdigest()

    def as_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> str:
    return _CANONICAL.encode(value)


def broken_entries(entries: Iterable[LogEntry]) -> list[str]:
    """Ids of entries whose hash or place in their device's chain does not hold, in the order given."""
    heads: dict[tuple[str, str], str] = {}
    broken = []
    for entry in entries:
        chain = (entry.device, entry.evaluation_id)
        if entry.hash != entry.computed_hash() or entry.parent != heads.get(chain, ""):
            broken.append(entry.id)
        heads[chain] = entry.hash
    return broken


def head_of(heads: Iterable[tuple[str, str]]) -> str:
    """One hash that names a state: over the newest entry's hash of every device; empty for no entry."""
    ordered = sorted(heads)
    return hashlib.sha256(canonical(ordered).encode()).hexdigest() if ordered else ""
