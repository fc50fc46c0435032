"""How far an evaluation is: who answers, and whether it is signed. A list needs no more of the domain."""

from __future__ import annotations

from enum import StrEnum

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


class SignOffState(StrEnum):
    """Signed: no change is taken. Reopened: every change needs a reason."""

    SIGNED = "signed"
    REOPENED = "reopened"
