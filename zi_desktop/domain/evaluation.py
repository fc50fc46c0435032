"""One LKE filled for one work unit, year and stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Text
from zi_desktop.domain.stage import SignOffState as SignOffState  # noqa: PLC0414 - part of this module, too
from zi_desktop.domain.stage import Stage as Stage  # noqa: PLC0414

if TYPE_CHECKING:
    from zi_desktop.domain.cells import Cells


@dataclass(frozen=True)
class TeamMember:
    name: str
    nip: str = ""
    role: str = ""


@dataclass(frozen=True)
class Evidence:
    """One document name, path or link; ``id`` is unique across laptops. ``file``: SHA-256 (hex) of
    the attached file's content, empty for a mere name or link."""

    id: str
    text: str
    file: str = ""


@dataclass(frozen=True)
class FileFacts:
    """What the content of an attached file says of itself: ``size`` in bytes, ``media`` type, and for photos
    when (ISO, as the camera wrote it) and where (degrees) it was taken."""

    sha256: str
    size: int
    media: str
    taken_at: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Finding:
    """What the evaluator writes on a question: catatan hasil evaluasi and rekomendasi."""

    id: str
    note: str
    recommendation: str = ""


class FollowUpStatus(StrEnum):
    """How far the unit is with a recommendation of last year (tindak lanjut)."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    DONE = "done"

    @property
    def label(self) -> Text:
        return _FOLLOW_UP_LABELS[self]


_FOLLOW_UP_LABELS = {
    FollowUpStatus.OPEN: Text("Belum ditindaklanjuti", "Not followed up"),
    FollowUpStatus.IN_PROGRESS: Text("Sedang ditindaklanjuti", "In progress"),
    FollowUpStatus.DONE: Text("Selesai ditindaklanjuti", "Followed up"),
}


@dataclass(frozen=True)
class FollowUp:
    """This year's judgement of one of last year's findings; ``evidence`` names what shows it."""

    status: FollowUpStatus
    note: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class SignOff:
    """Signed, or opened again with a reason. ``head``: the log head that was signed, ``files``: SHA-256
    by file name, ``version``: 1 for the first signed result, one more for each after a reopening."""

    state: SignOffState
    at: str
    by: str
    head: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    signers: tuple[str, ...] = ()
    version: int = 1
    reason: str = ""


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
    reviewed: frozenset[str] = frozenset()
    """Questions that were looked at again this year."""
    follow_ups: Mapping[str, FollowUp] = field(default_factory=dict)
    """By the id of last year's finding."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why a warning stands, by ``code@where`` of its issue (`errors.Issue.key`)."""
    sign_off: SignOff | None = None
    log_head: str = ""
    """Hash over the heads of the change log: names exactly this state."""
