"""What a work unit's story is made of: events entered by hand, and evaluations as they score today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from zi_desktop.domain.errors import Text
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Level, Lke
from zi_desktop.domain.predikat import PredikatResult
from zi_desktop.domain.report import Report

AREA_PREFIX = "area."


class EventKind(StrEnum):
    """What can be entered by hand; `WBK` and `WBBM` are the predikat given."""

    PENCANANGAN = "pencanangan"
    PEMBANGUNAN = "pembangunan"
    WBK = "WBK"
    WBBM = "WBBM"
    NOTE = "catatan"

    @property
    def label(self) -> Text:
        return _EVENT_LABELS[self]

    @property
    def is_predikat(self) -> bool:
        return self in (EventKind.WBK, EventKind.WBBM)


_EVENT_LABELS = {
    EventKind.PENCANANGAN: Text("Pencanangan", "Launch (pencanangan)"),
    EventKind.PEMBANGUNAN: Text("Pembangunan", "Building (pembangunan)"),
    EventKind.WBK: Text("Predikat WBK", "Predicate WBK"),
    EventKind.WBBM: Text("Predikat WBBM", "Predicate WBBM"),
    EventKind.NOTE: Text("Catatan", "Note"),
}


@dataclass(frozen=True)
class Event:
    """``until``: last day a predikat is valid; None when that is not known."""

    id: str
    kind: EventKind
    on: date
    note: str = ""
    until: date | None = None


@dataclass(frozen=True)
class Evaluated:
    """One evaluation on the timeline. ``areas``: share 0…1 of each area's most points, by gate id, in the
    order of the form; ``met``: predikat whose gates are all met."""

    id: str
    year: int
    stage: Stage
    edition: str
    answered: int
    questions: int
    total: Fraction
    met: tuple[str, ...]
    areas: Mapping[str, Fraction]
    predikat: tuple[PredikatResult, ...] = ()


def evaluated(report: Report) -> Evaluated:
    evaluation, gates = report.evaluation, _area_gates(report.lke)
    shares = {
        gate_id: sum((report.score.points(code) for code in codes), Fraction(0)) / most
        for gate_id, (codes, most, _) in gates.items()
    }
    return Evaluated(
        evaluation.id,
        evaluation.year,
        evaluation.stage,
        evaluation.edition,
        report.score.answered,
        len(report.lke.questions),
        report.score.total,
        tuple(p.rule.id for p in report.predikat if p.met),
        shares,
        report.predikat,
    )


def area_names(lke: Lke) -> dict[str, Text]:
    return {gate_id: name for gate_id, (_, _, name) in _area_gates(lke).items()}


def _area_gates(lke: Lke) -> dict[str, tuple[tuple[str, ...], Fraction, Text]]:
    """Areas with Pemenuhan and Reform together, as the gates of the form name them (90/2021 Tabel 6); a form
    without such gates has its areas by themselves."""
    found = {
        gate.id: (gate.codes, gate.maximum, gate.label)
        for rule in lke.predikat
        for gate in rule.gates
        if gate.id.startswith(AREA_PREFIX)
    }
    if found:
        return found
    areas = [section for section in lke.all_sections if section.level is Level.AREA]
    return {
        f"{AREA_PREFIX}{number}": ((s.code,), s.weight, Text(s.label, s.label))
        for number, s in enumerate(areas, 1)
    }
