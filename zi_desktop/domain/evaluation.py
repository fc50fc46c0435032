"""One LKE filled for one work unit, year and stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.errors import Text


class Stage(StrEnum):
    """Who answers: the unit itself, the inspectorate's team, or the national team."""

    MANDIRI = "mandiri"
    TPI = "tpi"
    TPN = "tpn"

    @property
    def label(self) -> Text:
        return _STAGE_LABELS[self]


_STAGE_LABELS = {
    Stage.MANDIRI: Text("Penilaian mandiri", "Self-assessment"),
    Stage.TPI: Text("Tim Penilai Internal (TPI)", "Internal evaluation team (TPI)"),
    Stage.TPN: Text("Tim Penilai Nasional (TPN)", "National evaluation team (TPN)"),
}


@dataclass(frozen=True)
class TeamMember:
    name: str
    nip: str = ""
    role: str = ""


@dataclass(frozen=True)
class Evidence:
    """One document name, path or link; ``id`` is unique across laptops."""

    id: str
    text: str


@dataclass(frozen=True)
class Finding:
    """What the evaluator writes on a question: catatan hasil evaluasi and rekomendasi."""

    id: str
    note: str
    recommendation: str = ""


@dataclass(frozen=True)
class Evaluation:
    """A value: what the store held at one moment. Notes, evidence and findings are by question code."""

    id: str
    unit: str
    year: int
    edition: str
    stage: Stage
    cells: Cells = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    team: tuple[TeamMember, ...] = ()
    log_head: str = ""
    """Hash over the heads of the change log: names exactly this state."""
