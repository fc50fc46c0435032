"""Undo and redo of everything, across restarts: the two stacks are read from the change log, never kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zi_desktop.services.changes import Changes
from zi_desktop.services.undo import undo
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.log import SIGN_OFF, UNDOES


@dataclass(frozen=True)
class Step:
    """Changes that were made together. ``targets``: what they changed, as the log names it."""

    batch: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """What can be taken back and what can be done again, the next one last."""

    undoable: tuple[Step, ...] = ()
    redoable: tuple[Step, ...] = ()


def history(work: Workspace, evaluation_id: str = "") -> History:
    """Of one evaluation, back to where it was made or signed off; else of the list, settings and units.

    Only what this device did: another evaluator's changes are theirs to take back.
    """
    undoable: dict[str, Step] = {}
    redoable: dict[str, Step] = {}
    for batch, targets in work.store.steps(evaluation_id):
        step = Step(batch, targets)
        undone = batch.partition(UNDOES)[2]
        if evaluation_id and not {"evaluation", SIGN_OFF}.isdisjoint(targets):
            undoable.clear()
            redoable.clear()
        elif not undone:
            undoable[batch] = step
            redoable.clear()
        elif undone in redoable:
            del redoable[undone]
            undoable[batch] = step
        else:
            undoable.pop(undone, None)
            redoable[batch] = step
    return History(tuple(undoable.values()), tuple(redoable.values()))


def undo_last(work: Workspace, evaluation_id: str = "") -> Changes:
    """Takes the last step back; nothing (a false Changes) when there is none."""
    return _first_that_does(work, evaluation_id, lambda found: found.undoable)


def redo_last(work: Workspace, evaluation_id: str = "") -> Changes:
    """Does again what was taken back last, unless something else was done since."""
    return _first_that_does(work, evaluation_id, lambda found: found.redoable)


def _first_that_does(
    work: Workspace, evaluation_id: str, steps: Callable[[History], tuple[Step, ...]]
) -> Changes:
    """A step of which nothing stands any more is passed over, else it would be tried for ever."""
    for step in reversed(steps(history(work, evaluation_id))):
        changes = undo(work, step.batch)
        if changes:
            return changes
    return Changes(evaluation_id)
