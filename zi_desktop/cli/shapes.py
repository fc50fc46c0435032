"""The JSON documents of contract.md, made from the same values the window shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import Issue, Language
from zi_desktop.domain.evaluation import Evidence, FileFacts, SignOff
from zi_desktop.domain.letter import letter_as_dict
from zi_desktop.domain.reading import Block, Origin, Reading
from zi_desktop.domain.report import Report, report_as_dict
from zi_desktop.domain.versions import versions_as_dict

if TYPE_CHECKING:
    from zi_desktop.services.evaluations import EvaluationSummary


def reading_document(
    reading: Reading, scored: tuple[tuple[Block, Report], ...], language: Language
) -> dict[str, Any]:
    issues = [issue.as_dict(language) for issue in reading.issues]
    for block, report in scored:
        issues += [{**i.as_dict(language), "where": _place(block, report, i)} for i in report.issues]
    rows = reading.rows
    return {
        "edition": reading.edition,
        "layout": reading.layout,
        "unit": reading.unit,
        "year": reading.year,
        "rows": {
            "rows": rows.rows,
            "read": rows.read,
            "skipped": dict(rows.skipped),
            "duplicates": rows.duplicates,
        },
        "blocks": [report_as_dict(report, file_scores=block.file_scores) for block, report in scored],
        "issues": issues,
        "origin": _origin(reading.origin),
    }


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    """Of a file of ours: who signed it, and which version it is."""
    if origin is None:
        return None
    return {
        "sha256": origin.sha256,
        "stage": origin.stage.value,
        "signed_by": [asdict(one) for one in origin.signed_by],
        "versions": versions_as_dict(origin.versions),
        "letter": letter_as_dict(origin.letter),
    }


def report_document(report: Report, language: Language) -> dict[str, Any]:
    evaluation = report.evaluation
    return {
        "id": evaluation.id,
        "unit": evaluation.unit,
        "year": evaluation.year,
        "edition": evaluation.edition,
        "layout": "zi-desktop",
        "log_head": evaluation.log_head,
        "blocks": [report_as_dict(report)],
        "issues": [
            issue.as_dict(language) | {"reason": evaluation.reasons.get(issue.key, "")}
            for issue in report.issues
        ],
        "sign_off": _sign_off(evaluation.sign_off),
        "reviewed": sorted(evaluation.reviewed),
        "follow_ups": {
            id_: {"status": judged.status.value, "note": judged.note, "evidence": judged.evidence}
            for id_, judged in evaluation.follow_ups.items()
        },
    }


def _sign_off(signed: SignOff | None) -> dict[str, Any] | None:
    if signed is None:
        return None
    return asdict(signed) | {
        "state": signed.state.value,
        "files": dict(signed.files),
        "signers": list(signed.signers),
    }


def evidence_list(evidence: Iterable[Evidence], facts: Mapping[str, FileFacts]) -> list[dict[str, Any]]:
    """A name or link has ``text`` only; an attached file also its hash and what its content says."""
    return [
        {"text": item.text, **(asdict(facts[item.file]) if item.file in facts else {})} for item in evidence
    ]


def list_document(summaries: list[EvaluationSummary]) -> dict[str, Any]:
    return {
        "evaluations": [
            {
                "id": s.id,
                "unit": s.unit,
                "year": s.year,
                "stage": s.stage.value,
                "edition": s.edition,
                "answered": s.answered,
                "questions": s.questions,
                "total": float(s.total),
                "predikat": dict(s.predikat),
                "open_gates": dict(s.open_gates),
                "changed_at": s.changed_at,
            }
            for s in summaries
        ]
    }


def _place(block: Block, report: Report, issue: Issue) -> str:
    """The sheet cell an issue about answers speaks of, where the worksheet has one."""
    cells = [cell.code for cell in report.lke.cells_of.get(issue.question, ())]
    places = [block.places[code] for code in (issue.where, *cells) if code in block.places]
    return places[0] if places else issue.where
