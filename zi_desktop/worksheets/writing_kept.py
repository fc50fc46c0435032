"""The hidden sheet of our workbook: what its visible cells cannot carry, so that reading back loses nothing.

Rows of ``key | value``; a long value goes on in the columns to its right. Values with a ``/`` in the key are
JSON in plain ASCII. A visible cell wins over what is kept for it: what is kept counts only while the cell
still shows it (`Kept.note`, `Kept.evidence`, `Kept.findings`, `Kept.number`), so no edit in Excel is undone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from zi_desktop.domain.carried import Carried, carried_as_dict, carried_from, carried_of
from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding, Stage, TeamMember
from zi_desktop.domain.letter import Letter, letter_as_dict, letter_from
from zi_desktop.domain.report import Report
from zi_desktop.domain.versions import Versions, versions_as_dict, versions_from

FORMAT = "zi-desktop/1"
CHUNK = 30_000  # Excel keeps 32,767 characters of a cell
_LETTER, _VERSIONS = "report/letter", "report/versions"
_NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CONTROL = "�"
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,30})?\Z", re.ASCII)


def visible(text: str) -> str:
    """The text as a cell can show it: other line ends become ``\\n``, what XML cannot hold becomes ``�``."""
    text = _NOT_SHOWN.sub(_CONTROL, text.replace("\r\n", "\n").replace("\r", "\n"))
    # XlsxWriter takes a text of this shape for markup of its own
    return text + " " if text.startswith("<r>") and text.endswith("</r>") else text


def evidence_cell(items: Sequence[str]) -> str:
    """One item per line."""
    return visible("\n".join(items))


def findings_cell(texts: Sequence[str]) -> str:
    """One text per line, numbered when there is more than one."""
    if len(texts) < 2:
        return visible("".join(texts))
    return visible("\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1)))


@dataclass(frozen=True)
class KeptStage:
    """One evaluation the workbook was made from."""

    stage: Stage
    evaluation: str
    unit: str
    year: int
    log_head: str = ""
    team: tuple[TeamMember, ...] = ()


@dataclass(frozen=True)
class Kept:
    """The hidden sheet read back. ``stage`` is the stage whose answers drive the score."""

    edition: str
    stage: Stage
    stages: Mapping[Stage, KeptStage]
    exact: Mapping[str, Any] = field(default_factory=dict)

    def note(self, stage: Stage, code: str, cell: str) -> str:
        """The exact note for what its cell shows."""
        kept = self.exact.get(f"{stage}/notes/{code}")
        return kept if isinstance(kept, str) and visible(kept) == cell else cell

    def evidence(self, stage: Stage, code: str, cell: str) -> tuple[Evidence, ...]:
        """The exact items, ids included; ids are empty for a cell that was edited (one item per line)."""
        kept = [Evidence(*item) for item in self._lists(f"{stage}/evidence/{code}", 2)]
        if kept and evidence_cell([e.text for e in kept]) == cell:
            return tuple(kept)
        return tuple(Evidence("", line.strip()) for line in cell.split("\n") if line.strip())

    def findings(self, stage: Stage, code: str, note: str, recommendation: str) -> tuple[Finding, ...]:
        """The exact findings; one finding without id for cells that were edited."""
        kept = [Finding(*item) for item in self._lists(f"{stage}/findings/{code}", 3)]
        shown = (findings_cell([f.note for f in kept]), findings_cell([f.recommendation for f in kept]))
        if kept and shown == (note, recommendation):
            return tuple(kept)
        return (Finding("", note, recommendation),) if note or recommendation else ()

    def number(self, stage: Stage, code: str, cell: float) -> Decimal:
        """The exact number for the float in its cell."""
        text = self.exact.get(f"{stage}/numbers/{code}")
        if isinstance(text, str) and _NUMBER.match(text) and abs(float(text) - cell) < 1e-9:
            return Decimal(text)
        return Decimal(repr(cell))

    def carried(self, stage: Stage) -> Carried:
        """What no cell of this stage shows."""
        return carried_from(self.exact.get(f"{stage}/carried"))

    @property
    def letter(self) -> Letter:
        return letter_from(self.exact.get(_LETTER))

    @property
    def versions(self) -> Versions:
        return versions_from(self.exact.get(_VERSIONS))

    def _lists(self, key: str, length: int) -> list[list[str]]:
        """What is kept under ``key`` if it has the shape we write, else nothing."""
        value = self.exact.get(key)
        if not isinstance(value, list):
            return []
        sound = [v for v in value if isinstance(v, list) and len(v) == length]
        return sound if all(isinstance(part, str) for v in sound for part in v) else []


def kept_rows(report: Report, stages: Mapping[Stage, Evaluation]) -> Iterator[tuple[str, ...]]:
    """The rows of the hidden sheet, in a fixed order."""
    own = report.evaluation
    yield ("format", FORMAT)
    yield ("edition", report.lke.id)
    yield ("stage", own.stage.value)
    for stage, evaluation in stages.items():
        yield from _row(f"evaluation/{stage}", _identity(evaluation))
        for key, value in _exact(evaluation):
            yield from _row(f"{stage}/{key}", value)
    if letter := letter_as_dict(report.letter):
        yield from _row(_LETTER, letter)
    if report.versions:
        yield from _row(_VERSIONS, versions_as_dict(report.versions))


def _identity(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "id": evaluation.id,
        "unit": evaluation.unit,
        "year": evaluation.year,
        "log_head": evaluation.log_head,
        "team": [[m.name, m.nip, m.role] for m in evaluation.team],
    }


def _exact(evaluation: Evaluation) -> Iterator[tuple[str, Any]]:
    for code, value in evaluation.cells.items():
        if isinstance(value, Decimal) and _read_again(value) != value:
            yield f"numbers/{code}", str(value)
    for code, note in evaluation.notes.items():
        if visible(note) != note:
            yield f"notes/{code}", note
    for code, items in evaluation.evidence.items():
        if items:
            yield f"evidence/{code}", [[e.id, e.text] for e in items]
    for code, findings in evaluation.findings.items():
        if findings:
            yield f"findings/{code}", [[f.id, f.note, f.recommendation] for f in findings]
    if carried := carried_as_dict(carried_of(evaluation)):
        yield "carried", carried


def _read_again(value: Decimal) -> Decimal:
    """What comes back from a cell: XlsxWriter writes 16 digits, readers see the nearest float."""
    return Decimal(repr(float(f"{float(value):.16G}")))


def _row(key: str, value: Any) -> Iterator[tuple[str, ...]]:
    # "_x" would look like Excel's own escapes (_x000D_), which not every library undoes
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("_x", "\\u005fx")
    yield (key, *(text[i : i + CHUNK] for i in range(0, len(text), CHUNK)))


def parse_kept(rows: Iterable[Sequence[str]]) -> Kept | None:
    """The hidden sheet's rows as text; None when they are not ours or were damaged (read the cells alone)."""
    values = {row[0]: "".join(cell or "" for cell in row[1:]) for row in rows if row and row[0]}
    if values.get("format") != FORMAT:
        return None
    try:
        stage = Stage(values["stage"])
        edition = values["edition"]
        exact = {key: json.loads(text) for key, text in values.items() if "/" in key}
        stages = {s: _kept_stage(s, exact[f"evaluation/{s}"]) for s in Stage if f"evaluation/{s}" in exact}
    except (KeyError, ValueError, TypeError, IndexError, RecursionError):
        return None
    return Kept(edition, stage, stages, exact) if stage in stages else None


def _kept_stage(stage: Stage, data: Mapping[str, Any]) -> KeptStage:
    team = tuple(TeamMember(*(str(part) for part in member)) for member in data["team"])
    return KeptStage(
        stage, str(data["id"]), str(data["unit"]), int(data["year"]), str(data["log_head"]), team
    )
