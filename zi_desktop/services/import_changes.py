"""One thing that an import would write, whatever it is of."""

from __future__ import annotations

from dataclasses import dataclass

from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.evaluation import Evidence, Finding, FollowUp, TeamMember


@dataclass(frozen=True)
class CellChange:
    """``kind``: answer, note, evidence, finding or team, and of our own files also reviewed, reason,
    follow-up or letter; ``target`` is unique within the block; ``before`` is empty where nothing stands."""

    kind: str
    target: str
    question: str
    place: str
    before: str
    after: str
    value: CellValue | Evidence | Finding | FollowUp | tuple[TeamMember, ...]
