"""What a file of ours says, value by value, so that files, and states of one file, can be compared.

Values are texts by key: a cell's code (``A.I.1.i.b``) for an answer, ``A.I.1.i.b catatan`` and the like for
what stands beside it, ``A.I nilai`` and ``total nilai`` for the scores. A printed report says fewer things
than a workbook: what one side does not speak of is not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.cells import plain
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Evaluation, Finding, Stage
from zi_desktop.domain.reading import Block
from zi_desktop.domain.report import Report, scores_as_dict

if TYPE_CHECKING:
    from zi_desktop.documents import PdfReadBack

NOTES, EVIDENCE, FINDINGS, TEAM, POINTS = "catatan", "bukti", "temuan", "tim", "nilai"
_TEXTS = ("", NOTES, EVIDENCE, FINDINGS, TEAM)
MAX_TOLD = 20
FILE_SAYS = Text("berkas menyatakan", "the file says")
"""In every sentence that tells a changed value."""
_SHOWN = 80


@dataclass(frozen=True)
class Said:
    """What one source says at one stage (empty where it names none). `kinds` are those it speaks of: ``""``
    for the cells, and the words behind a code for the rest."""

    stage: str
    values: Mapping[str, str]
    kinds: frozenset[str]


def said_by(report: Report) -> dict[str, Any]:
    """The record that is signed with a workbook (JSON values): `said_in_record` reads it back."""
    evaluation = report.evaluation
    return {
        "unit": evaluation.unit,
        "year": evaluation.year,
        "edition": evaluation.edition,
        "stage": evaluation.stage.value,
        "log_head": evaluation.log_head,
        "values": {
            **_values(evaluation, {q: [e.text for e in i] for q, i in evaluation.evidence.items()}),
            **_points(scores_as_dict(report.lke, report.score)),
        },
    }


def said_in_record(content: Mapping[str, Any]) -> Said | None:
    """None for a record that is not of this shape."""
    values = content.get("values")
    if not isinstance(values, dict):
        return None
    every = frozenset((*_TEXTS, POINTS))
    return Said(str(content.get("stage")), {str(k): str(v) for k, v in values.items()}, every)


def said_in_block(block: Block) -> Said:
    """A workbook's or a JSON file's answers at one stage."""
    values = _values(block, {q: list(i) for q, i in block.evidence.items()}) | _points(block.file_scores)
    kinds = frozenset((*_TEXTS, POINTS) if block.file_scores else _TEXTS)
    return Said(block.stage.value, values, kinds)


def said_in_print(stage: str, cells: Mapping[str, str]) -> Said:
    """The answers printed in a report."""
    return Said(stage, dict(cells), frozenset(("",)))


def _values(source: Evaluation | Block, evidence: Mapping[str, list[str]]) -> dict[str, str]:
    values = {code: plain(value) for code, value in source.cells.items()}
    values |= {f"{q} {NOTES}": note for q, note in source.notes.items() if note}
    values |= {f"{q} {EVIDENCE}": "\n".join(items) for q, items in evidence.items() if items}
    values |= {f"{q} {FINDINGS}": _findings(items) for q, items in source.findings.items() if items}
    if source.team:
        values[TEAM] = "; ".join(
            " ".join(part for part in (m.name, m.nip, m.role) if part) for m in source.team
        )
    return values


def _points(scores: Mapping[str, float]) -> dict[str, str]:
    """To six decimals, as far as two programs agree on a float."""
    return {f"{code} {POINTS}": f"{points:.6f}" for code, points in scores.items()}


def _findings(items: Iterable[Finding]) -> str:
    return "\n".join(f"{f.note} → {f.recommendation}" if f.recommendation else f.note for f in items)


def changed_values(signed: Said, now: Said) -> list[str]:
    """The keys on which the two differ, in the order in which they are signed."""
    kinds = signed.kinds & now.kinds
    keys = [k for k in dict.fromkeys((*signed.values, *now.values)) if _kind(k) in kinds]
    return [key for key in keys if _bare(signed.values.get(key)) != _bare(now.values.get(key))]


def _kind(key: str) -> str:
    return TEAM if key == TEAM else key.partition(" ")[2]


def _bare(value: str | None) -> str:
    """A file may keep its line ends and outer spaces otherwise."""
    return "" if value is None else "\n".join(line.strip() for line in value.strip().splitlines())


def tell_changes(signed: Said, now: Said) -> tuple[Text, ...]:
    """``A.I.1.i.b: signed B, the file says A``, and how many more there are."""
    keys = changed_values(signed, now)
    told = [
        Text(
            f"{key}: ditandatangani {shown(signed, key, 'kosong')}, {FILE_SAYS.id} "
            f"{shown(now, key, 'kosong')}.",
            f"{key}: signed {shown(signed, key, 'nothing')}, {FILE_SAYS.en} {shown(now, key, 'nothing')}.",
        )
        for key in keys[:MAX_TOLD]
    ]
    more = len(keys) - len(told)
    if more:
        told.append(Text(f"dan {more} perbedaan lagi.", f"and {more} more differences."))
    return tuple(told)


def shown(said: Said, key: str, nothing: str = "-") -> str:
    """A value on one line, cut where it is long; ``nothing`` where there is none."""
    value = " ".join((said.values.get(key) or "").split())
    return (value[:_SHOWN] + "…" if len(value) > _SHOWN else value) or nothing


def said_in_workbook(data: bytes) -> list[Said]:
    """Every filled stage of a workbook; nothing for one that is no worksheet."""
    from zi_desktop.worksheets.reading import read_workbook

    try:
        return [said_in_block(block) for block in read_workbook(data, "").blocks if block.filled]
    except ZiError:
        return []


def said_in_json(data: bytes) -> list[Said]:
    """Every filled stage of our PortalRB JSON; nothing for other files."""
    from zi_desktop.worksheets.portalrb import read_portalrb

    try:
        return [said_in_block(block) for block in read_portalrb(data) if block.filled]
    except ZiError:
        return []


def said_in_pdf(data: bytes) -> list[Said]:
    """The printed answers, of whichever edition; nothing for a PDF that is not our report."""
    printed = printed_in_pdf(data)
    return [] if printed is None else [said_in_print("", printed.cells)]


def printed_in_pdf(data: bytes) -> PdfReadBack | None:
    """What our report's pages say, of whichever edition; None for a PDF that is none."""
    from zi_desktop import documents
    from zi_desktop.worksheets.edition import available_editions, load_edition

    for edition in available_editions():
        try:
            return documents.read_back(data, load_edition(edition))
        except ZiError as error:
            if error.code == "not-our-report":
                continue
            return None
    return None


def like(said: Said, others: Iterable[Said]) -> Said | None:
    """Of the other source's stages the one that speaks of the same: by name, or else (a printed report names
    none) the one with the fewest differences."""
    found = list(others)
    same = [o for o in found if o.stage == said.stage and said.stage in {s.value for s in Stage}]
    if same:
        return same[0]
    if said.stage and all(o.stage for o in found):
        return None
    return min(found, key=lambda o: len(changed_values(said, o)), default=None)
