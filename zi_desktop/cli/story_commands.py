"""Two evaluations compared, and the story of a work unit."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Annotated, Any

import typer

from zi_desktop.cli import printing
from zi_desktop.cli.frame import Frame, print_json, write_out
from zi_desktop.domain.compare import Comparison, Kind, QuestionDifference, Side
from zi_desktop.domain.errors import Language
from zi_desktop.domain.report import Report
from zi_desktop.domain.story import Story
from zi_desktop.domain.story_check import Checked, Verdict
from zi_desktop.domain.story_facts import Evaluated

Json = Annotated[bool, typer.Option("--json", help="Satu dokumen JSON di stdout.")]
_SIGNS = {Kind.UP: "+", Kind.DOWN: "-", Kind.ANSWER: "≠", Kind.TEXT: "~", Kind.SAME: "="}


def compare(
    context: typer.Context,
    before: Annotated[str, typer.Argument(metavar="ID")],
    after: Annotated[str, typer.Argument(metavar="ID")],
    json: Json = False,
) -> None:
    """Membandingkan dua penilaian soal demi soal, yang berbeda lebih dulu; juga antaredisi."""
    from zi_desktop.services.comparing import compare_evaluations

    frame: Frame = context.obj
    with frame.workspace() as work:
        found = compare_evaluations(work, before, after)
    if json:
        print_json(comparison_document(found, frame.language))
        return
    for report in (found.before, found.after):
        about = report.evaluation
        stage = about.stage.label.to(frame.language)
        total = printing.number(report.score.total, frame.language)
        write_out(f"{about.id}  {about.unit}  {about.year}  {stage}  {total}")
    for difference in found.questions:
        if difference.kind is not Kind.SAME:
            write_out(_line(difference, frame.language))
    write_out(f"TOTAL {_signed(found.total, frame.language)}")


def story(
    context: typer.Context, unit: Annotated[str, typer.Argument(metavar="UNIT")], json: Json = False
) -> None:
    """Riwayat satu unit kerja: peristiwa, penilaian, dan syarat pengusulan predikat."""
    from zi_desktop.services.story import load_story

    frame: Frame = context.obj
    with frame.workspace() as work:
        found = load_story(work, unit)
    if json:
        print_json(story_document(found, frame.language))
        return
    for event in found.events:
        until = f" – {event.until.isoformat()}" if event.until else ""
        write_out(
            f"{event.on.isoformat()}{until}  {event.kind.label.to(frame.language)}  {event.note}".strip()
        )
    for past in found.evaluations:
        total = printing.number(past.total, frame.language)
        met = ", ".join(past.met) or "-"
        write_out(f"{past.year}  {past.stage.label.to(frame.language)}  {total}  {met}")
    for verdict in found.verdicts:
        write_out(verdict.words.to(frame.language))


def comparison_document(found: Comparison, language: Language) -> dict[str, Any]:
    """Points are unrounded; ``difference`` is null where the two do not compare."""
    return {
        "before": _about(found.before),
        "after": _about(found.after),
        "same_form": found.same_form,
        "difference": float(found.total),
        "counts": {kind.value: count for kind, count in found.counts.items()},
        "questions": [_question(difference) for difference in found.questions],
        "sections": [
            {
                "code": f.code,
                "before": _float(f.before),
                "after": float(f.after),
                "difference": _float(f.points),
            }
            for f in found.sections
        ],
        "gates": [
            {
                "predikat": g.predikat,
                "id": g.after.gate.id,
                "before": _float(g.before.have if g.before else None),
                "after": float(g.after.have),
                "difference": _float(g.points),
                "met_before": g.before.met if g.before else None,
                "met_after": g.after.met,
            }
            for g in found.gates
        ],
        "dropped": {
            code: {"answer": old.label, "note": old.note, "reason": old.reason.to(language)}
            for code, old in found.dropped.items()
        },
    }


def story_document(found: Story, language: Language) -> dict[str, Any]:
    return {
        "unit": found.unit,
        "source": found.source,
        "deadline": found.deadline.isoformat(),
        "events": [
            {
                "id": e.id,
                "kind": e.kind.value,
                "on": e.on.isoformat(),
                "until": _day(e.until),
                "note": e.note,
            }
            for e in found.events
        ],
        "evaluations": [_evaluated(past) for past in found.evaluations],
        "proposal": {verdict.level: _verdict(verdict, language) for verdict in found.verdicts},
    }


def _about(report: Report) -> dict[str, Any]:
    about = report.evaluation
    return {
        "id": about.id,
        "unit": about.unit,
        "year": about.year,
        "stage": about.stage.value,
        "edition": about.edition,
        "total": float(report.score.total),
    }


def _question(difference: QuestionDifference) -> dict[str, Any]:
    return {
        "code": difference.question.code,
        "kind": difference.kind.value,
        "match": difference.match.value,
        "difference": _float(difference.points),
        "before": _side(difference.before),
        "after": _side(difference.after),
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "codes": list(side.codes),
        "answer": side.answer,
        "value": _float(side.value),
        "points": _float(side.points),
        "note": side.note,
        "evidence": [e.text for e in side.evidence],
        "findings": [{"note": f.note, "recommendation": f.recommendation} for f in side.findings],
    }


def _evaluated(past: Evaluated) -> dict[str, Any]:
    return {
        "id": past.id,
        "year": past.year,
        "stage": past.stage.value,
        "edition": past.edition,
        "answered": past.answered,
        "questions": past.questions,
        "total": float(past.total),
        "met": list(past.met),
        "areas": {area: float(share) for area, share in past.areas.items()},
    }


def _verdict(verdict: Verdict, language: Language) -> dict[str, Any]:
    return {
        "ready": verdict.ready,
        "words": verdict.words.to(language),
        "requirements": [_checked(line, language) for line in verdict.lines],
    }


def _checked(line: Checked, language: Language) -> dict[str, Any]:
    return {
        "id": line.requirement.id,
        "of": line.requirement.of,
        "text": line.requirement.text.to(language),
        "state": line.state.value,
        "why": line.why.to(language),
        "note": line.note,
        "on": _day(line.on),
    }


def _line(difference: QuestionDifference, language: Language) -> str:
    points = "" if difference.points is None else _signed(difference.points, language)
    answers = f"{difference.before.answer or '–'} → {difference.after.answer or '–'}"
    return f"{_SIGNS[difference.kind]} {difference.question.code:<14}{points:>8}  {answers}"


def _signed(points: Fraction, language: Language) -> str:
    return ("+" if points > 0 else "") + printing.number(points, language)


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
