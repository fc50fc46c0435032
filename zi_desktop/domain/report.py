"""One frozen report that screen, PDF, sheet and JSON all print, so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.checks import Noticed, check_answers, check_evaluation
from zi_desktop.domain.checks_proof import scoring_without_evidence
from zi_desktop.domain.checks_subject import Subject
from zi_desktop.domain.crosswalk import Earlier
from zi_desktop.domain.errors import Issue
from zi_desktop.domain.evaluation import Evaluation, FileFacts, Stage
from zi_desktop.domain.letter import Letter
from zi_desktop.domain.lke import DECISION, Level, Lke, QuestionKind
from zi_desktop.domain.predikat import GateResult, PredikatResult, judge, judge_again, rules_in_force
from zi_desktop.domain.scoring import TOTAL, Score, score, score_again
from zi_desktop.domain.touched import touched
from zi_desktop.domain.versions import Versions


@dataclass(frozen=True)
class Report:
    """Everything there is to say of one evaluation. ``siblings``: the unit's evaluations of the same year at
    other stages (the self-assessment beside TPI), ``previous``: the same stage a year before, if known,
    ``official_texts``: questions' official wording, by code, where the user's own workbooks gave it,
    ``earlier``: what ``previous`` says on each question, by code, across editions too."""

    evaluation: Evaluation
    lke: Lke
    score: Score
    predikat: tuple[PredikatResult, ...]
    issues: tuple[Issue, ...]
    siblings: tuple[Evaluation, ...] = ()
    previous: Evaluation | None = None
    official_texts: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, Earlier] = field(default_factory=dict)
    letter: Letter = field(default_factory=Letter)
    """What heads and dates it in print."""
    versions: Versions = field(default_factory=Versions)
    """Which signed result it is, and which ones it replaces."""
    noticed: Noticed | None = field(default=None, repr=False, compare=False)
    """What the issues come from, when all checks were asked for."""

    def at_stage(self, stage: Stage) -> Evaluation | None:
        """This evaluation or a sibling, whichever stands at ``stage``."""
        for evaluation in (self.evaluation, *self.siblings):
            if evaluation.stage is stage:
                return evaluation
        return None


def make_report(
    lke: Lke,
    evaluation: Evaluation,
    *,
    adopted: Mapping[str, Mapping[tuple[str, str], Fraction]] | None = None,
    siblings: tuple[Evaluation, ...] = (),
    previous: Evaluation | None = None,
    official_texts: Mapping[str, str] | None = None,
    earlier: Mapping[str, Earlier] | None = None,
    all_checks: bool = False,
) -> Report:
    """Pure: the same evaluation always gives the same report. ``all_checks``: its issues are everything an
    evaluator should look at, not just contradictions in the answers (of a file, nothing else is asked)."""
    result = score(lke, evaluation.cells)
    noticed, earlier = None, earlier or {}
    if all_checks:
        noticed = check_evaluation(Subject(lke, evaluation, result, siblings, previous, earlier))
    return Report(
        evaluation,
        lke,
        result,
        judge(rules_in_force(lke, adopted), result),
        noticed.issues if noticed else tuple(check_answers(lke, evaluation.cells)),
        siblings,
        previous,
        official_texts or {},
        earlier,
        noticed=noticed,
    )


def report_again(before: Report, evaluation: Evaluation) -> Report:
    """The report on another state of the same evaluation while all around it is the same: equal to
    `make_report` with all checks, but only what differs from ``before`` is worked out. Raises ValueError for
    another evaluation."""
    lke, then = before.lke, before.evaluation
    which, other = ((e.id, e.edition, e.stage, e.year) for e in (evaluation, then))
    if which != other:
        raise ValueError(f"{which} beside {other}")
    anew = touched(lke, evaluation, then)
    result = score_again(lke, evaluation.cells, before.score, anew)
    subject = Subject(lke, evaluation, result, before.siblings, before.previous, before.earlier)
    noticed = check_evaluation(subject, before.noticed, anew)
    predikat = judge_again(before.predikat, before.score, result)
    return replace(
        before,
        evaluation=evaluation,
        score=result,
        predikat=predikat,
        issues=noticed.issues,
        noticed=noticed,
    )


def total_gates(report: Report) -> tuple[GateResult, ...]:
    """The minima for the whole score, of every predikat that has one."""
    whole = ((TOTAL,), tuple(s.code for s in report.lke.sections))
    return tuple(g for result in report.predikat for g in result.gates if g.gate.codes in whole)


def findings_by_area(report: Report) -> dict[str, tuple[str, ...]]:
    """Codes of the questions with findings, in the order of the form, by the label of their area: what
    Pemenuhan and Reform say of one area stands together."""
    areas: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for section in report.lke.all_sections:
        if section.level is Level.AREA:
            labels.setdefault(section.label.casefold(), section.label)
    for question in report.lke.questions:
        path = report.lke.path(question.code)
        place = next((s for s in path if s.level is Level.AREA), path[-1])
        label = labels.get(place.label.casefold(), place.label)
        found = areas.setdefault(label, [])
        if report.evaluation.findings.get(question.code):
            found.append(question.code)
    return {label: tuple(codes) for label, codes in areas.items() if codes}


def without_evidence(report: Report) -> tuple[str, ...]:
    """Codes of the questions that score although no stage of the year names a document."""
    everywhere = (report.evaluation, *report.siblings)
    return tuple(scoring_without_evidence(report.lke, report.score, everywhere)[1])


def number(value: Decimal | Fraction) -> int | float:
    """A JSON number: whole numbers stay whole."""
    return int(value) if value == int(value) else float(value)


def nested_answers(lke: Lke, cells: Cells) -> dict[str, Any]:
    """Answers as contract.md nests them: a label, a number, or an object of the filled counts."""
    answers: dict[str, Any] = {}
    for question in lke.questions:
        if question.kind is QuestionKind.RATIO:
            counts = {
                count.id: number(value)
                for count in question.counts
                if isinstance(value := cells.get(f"{question.code}.{count.id}"), Decimal)
            }
            if counts:
                answers[question.code] = counts
        elif (value := cells.get(question.code)) is not None:
            answers[question.code] = number(value) if isinstance(value, Decimal) else value
    return answers


def decisions(lke: Lke, cells: Cells) -> dict[str, str]:
    """Recorded decisions on zero denominators by question code."""
    return {q.code: str(cells[c]) for q in lke.questions if (c := f"{q.code}.{DECISION}") in cells}


def scores_as_dict(lke: Lke, result: Score) -> dict[str, float]:
    """Every section, the hasil items and ``total``: points, unrounded."""
    scores = {code: float(points) for code, points in result.sections.items() if code != TOTAL}
    scores |= {q.code: float(result.questions[q.code]) for q in lke.questions if q.weight is not None}
    return scores | {TOTAL: float(result.total)}


def predikat_as_dict(results: tuple[PredikatResult, ...]) -> dict[str, Any]:
    return {
        result.rule.id: {
            "met": result.met,
            "gates": [
                {
                    "id": g.gate.id,
                    "need": float(g.gate.need),
                    "have": float(g.have),
                    "met": g.met,
                    "verified": g.gate.verified,
                }
                for g in result.gates
            ],
        }
        for result in results
    }


def evidence_manifest(evaluation: Evaluation, facts: Mapping[str, FileFacts]) -> dict[str, Any] | None:
    """What names the attached files of an evaluation beyond doubt, for whoever gets the files some other way;
    ``facts`` by SHA-256. None where nothing is attached."""
    files: list[dict[str, Any]] = [
        {
            "question": code,
            "name": item.text,
            "sha256": item.file,
            "size": facts[item.file].size if item.file in facts else None,
        }
        for code, items in evaluation.evidence.items()
        for item in items
        if item.file
    ]
    if not files:
        return None
    return {
        "unit": evaluation.unit,
        "year": evaluation.year,
        "stage": evaluation.stage.value,
        "state": evaluation.log_head,
        "files": files,
    }


def report_as_dict(report: Report, *, file_scores: Mapping[str, float] | None = None) -> dict[str, Any]:
    """One block of the command line's ``score --json`` (contract.md)."""
    evaluation = report.evaluation
    return {
        "stage": evaluation.stage.value,
        "answers": nested_answers(report.lke, evaluation.cells),
        "decisions": decisions(report.lke, evaluation.cells),
        "notes": dict(evaluation.notes),
        "evidence": {code: [e.text for e in items] for code, items in evaluation.evidence.items() if items},
        "findings": {
            code: [{"note": f.note, "recommendation": f.recommendation} for f in items]
            for code, items in evaluation.findings.items()
            if items
        },
        "team": [{"name": m.name, "nip": m.nip, "role": m.role} for m in evaluation.team],
        "answered": report.score.answered,
        "questions": len(report.lke.questions),
        "scores": scores_as_dict(report.lke, report.score),
        "predikat": predikat_as_dict(report.predikat),
        "file_scores": dict(file_scores or {}),
    }
