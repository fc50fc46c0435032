"""Where every cell of the form went when a file was read: the sum of the kinds is the form."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from zi_desktop.domain.errors import Severity
from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.reading import Block, Reading

_PLACE = re.compile(r"(.*!)([A-Z]{1,3})\d+\Z")
_NOT_REFUSALS = frozenset({"doubtful-row", "missing-question"})


@dataclass(frozen=True)
class CellCounts:
    """Cells of one answer block. ``missing``: no row was found for them; ``blank``: there is one, nobody
    filled it."""

    cells: int
    read: int
    blank: int
    doubtful: int
    refused: int
    missing: int

    @property
    def balances(self) -> bool:
        return self.cells == self.read + self.blank + self.doubtful + self.refused + self.missing


def count_cells(lke: Lke, reading: Reading, block: Block) -> CellCounts:
    """Every cell but the decisions on a zero denominator, which no official form asks for."""
    cells = [c for c in lke.cells.values() if c.kind is not CellKind.DECISION]
    sheets = {place.rpartition("!")[0] for place in block.places.values()} or {reading.sheet}
    matches = [m for m in reading.matches if m.sheet in sheets]
    doubtful = {m.cell for m in matches if not m.taken}
    taken = {m.cell for m in matches if m.taken}
    refused = _refused(reading, block)
    rowless = {i.question for i in reading.issues if i.code == "missing-question"}

    def kind(code: str, question: str) -> str:
        if code in block.cells:
            return "read"
        if code in doubtful:
            return "doubtful"
        if question in refused:
            return "refused"
        return "missing" if question in rowless and code not in taken else "blank"

    found = Counter(kind(c.code, c.question.code) for c in cells)
    return CellCounts(
        len(cells), found["read"], found["blank"], found["doubtful"], found["refused"], found["missing"]
    )


def _refused(reading: Reading, block: Block) -> set[str]:
    """Questions with an error in a column this block's answers come from."""
    columns = {m.groups() for place in block.places.values() if (m := _PLACE.match(place))}
    return {
        issue.question
        for issue in reading.issues
        if issue.severity is Severity.ERROR and issue.question and issue.code not in _NOT_REFUSALS
        if (place := _PLACE.match(issue.where)) is None or not columns or place.groups() in columns
    }
