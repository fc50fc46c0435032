"""What was read from a worksheet: values and what is doubtful about them; nothing is written yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.errors import Issue
from zi_desktop.domain.evaluation import Finding, Stage, TeamMember

LAYOUTS = (
    "lampiran-iii",
    "portalrb-jawaban",
    "three-tier",
    "single-table",
    "form-2014",
    "zi-desktop",
    "unknown",
)


@dataclass(frozen=True)
class Block:
    """One answer block of a worksheet. ``file_scores``: the file's own cached points by section or hasil code
    and ``total``. ``places``: where each cell's answer was read, by cell code (``LKE ZI!K8``)."""

    stage: Stage
    cells: Cells = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    team: tuple[TeamMember, ...] = ()
    file_scores: Mapping[str, float] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def filled(self) -> bool:
        return bool(self.cells or self.notes or self.evidence or self.findings)


@dataclass(frozen=True)
class RowCount:
    """Every row with something in it, accounted for: read + skipped (with a reason) + duplicate = rows."""

    rows: int
    read: int
    skipped: Mapping[str, int] = field(default_factory=dict)
    duplicates: int = 0

    @property
    def balances(self) -> bool:
        return self.rows == self.read + sum(self.skipped.values()) + self.duplicates


@dataclass(frozen=True)
class Reading:
    """``official_texts``: the wording found in the user's own workbook, by question code. ``unit`` and
    ``year`` are what the file says of itself, empty or None when it says nothing."""

    edition: str
    layout: str
    blocks: tuple[Block, ...]
    issues: tuple[Issue, ...] = ()
    rows: RowCount = RowCount(0, 0)
    official_texts: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    year: int | None = None
