"""What a verb changed, so that a front end repaints just that."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Changes:
    """``cells`` and ``questions`` (notes, evidence, findings) of ``evaluation_id`` that changed;
    ``evaluations``: the list did; ``settings``: thresholds did; ``evaluation_ids``: all an import wrote."""

    evaluation_id: str = ""
    cells: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    evaluations: bool = False
    team: bool = False
    settings: bool = False
    marks: bool = False
    """Reasons, reviews, follow-ups or the sign-off did."""
    evaluation_ids: tuple[str, ...] = ()
    batch: str = ""
    """Names the changes in the log, to be taken back together (`undo.undo`)."""
    kept: tuple[str, ...] = ()
    """What an undo left as it is, because it was changed again since."""
    skipped: tuple[str, ...] = ()
    """Names of files that were not attached, because the question has their content already."""

    def __bool__(self) -> bool:
        wide = self.evaluations or self.team or self.settings or self.marks
        return bool(self.cells or self.questions or wide)
