"""Taking back what was done together: an import as a whole, however many changes it made."""

from __future__ import annotations

from zi_desktop.services.changes import Changes
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.log import LogEntry
from zi_desktop.store.undo import take_back


def undo(work: Workspace, batch: str) -> Changes:
    """Writes back everything the changes of ``batch`` replaced, in one transaction, logged like any other.

    What was changed again since stays as it is and is named in ``Changes.kept`` (log targets, such as
    ``answer:A.I.1.i.b``), as is an evaluation that holds something else by now. The result's own ``batch``
    undoes the undo.
    """
    entries = work.store.batch(batch)
    with work.transaction(undoes=batch) as tx:
        kept = take_back(tx, entries)
    left = {entry.id for entry in kept}
    done = [entry for entry in entries if entry.id not in left]
    return _changes(done, kept, tx.batch)


def _changes(done: list[LogEntry], kept: list[LogEntry], batch: str) -> Changes:
    ids = tuple(dict.fromkeys(e.evaluation_id for e in done if e.evaluation_id))
    parts = [entry.target.partition(":") for entry in done]
    values = [e.new or e.old for e in done if e.target.startswith(("evidence:", "finding:"))]
    noted = {name for kind, _, name in parts if kind in ("note", "review")}
    return Changes(
        ids[0] if ids else "",
        cells=frozenset(name for kind, _, name in parts if kind == "answer"),
        questions=frozenset(noted | {str(value["question"]) for value in values}),
        evaluations=bool(ids),
        team=any(kind == "team" for kind, _, _ in parts),
        settings=any(kind in ("setting", "text", "unit") for kind, _, _ in parts),
        marks=any(kind in ("reason", "followup", "review") for kind, _, _ in parts),
        evaluation_ids=ids,
        batch=batch if done else "",
        kept=tuple(entry.target for entry in kept),
    )
