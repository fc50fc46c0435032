"""What two states of one evaluation differ in: all that has to be worked out anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zi_desktop.domain.evaluation import Evaluation
from zi_desktop.domain.lke import Lke


def differing(now: Mapping[str, Any], then: Mapping[str, Any]) -> set[str]:
    """The keys that only one of them has, or whose values differ."""
    return set() if now is then else {key for key, _ in now.items() ^ then.items()}


def touched(lke: Lke, now: Evaluation, then: Evaluation) -> set[str]:
    """Codes of the questions with another answer, note, evidence or finding, or with a count that is compared
    with a cell that is another now."""
    found = {code for cell in differing(now.cells, then.cells) for code in lke.looked_at_by.get(cell, ())}
    for mine, theirs in (
        (now.notes, then.notes),
        (now.evidence, then.evidence),
        (now.findings, then.findings),
    ):
        found |= differing(mine, theirs)
    return found & lke.question_by_code.keys()
