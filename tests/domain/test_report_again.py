"""A report made beside the one before it is the report made from scratch, whatever was changed."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from tests.domain.answers import EDITIONS, QUICK, editions, random_cells, seeds
from zi_desktop.domain.crosswalk import earlier_answers
from zi_desktop.domain.evaluation import (
    Evaluation,
    Evidence,
    Finding,
    FollowUp,
    FollowUpStatus,
    Stage,
    TeamMember,
)
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.report import Report, make_report, report_again
from zi_desktop.worksheets.crosswalk import load_crosswalk
from zi_desktop.worksheets.edition import load_edition

FILES = ("SK Tim.pdf", "sk  tim.PDF", "Foto.jpg", "Laporan.pdf")
Change = Callable[[Lke, Evaluation, random.Random], Evaluation]


def _put(held: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    """Without the key where the value is nothing."""
    rest = {k: v for k, v in held.items() if k != key}
    return {**rest, key: value} if value else rest


def _question(lke: Lke, chance: random.Random) -> str:
    return chance.choice(lke.questions).code


def answer(lke: Lke, e: Evaluation, chance: random.Random) -> Evaluation:
    """One cell of any kind, set or cleared; counts more often than they are many."""
    cells = [c for c in lke.cells.values() if c.count is not None or chance.random() < 0.2]
    code = chance.choice(cells or list(lke.cells.values())).code
    drawn = random_cells(lke, chance.randrange(10**6))[code]
    return replace(e, cells=_put(e.cells, code, None if chance.random() < 0.25 else drawn))


def many_answers(lke: Lke, e: Evaluation, chance: random.Random) -> Evaluation:
    return replace(e, cells=random_cells(lke, chance.randrange(10**6), filled=chance.random()))


def note(lke: Lke, e: Evaluation, chance: random.Random) -> Evaluation:
    return replace(e, notes=_put(e.notes, _question(lke, chance), chance.choice(("", "catatan uji"))))


def evidence(lke: Lke, e: Evaluation, chance: random.Random) -> Evaluation:
    count = chance.choice((0, 1, 2))
    items = tuple(Evidence(f"b{chance.random()}", chance.choice(FILES)) for _ in range(count))
    return replace(e, evidence=_put(e.evidence, _question(lke, chance), items))


def same_evidence(lke: Lke, e: Evaluation, chance: random.Random) -> Evaluation:
    shown = {q.code: (Evidence(q.code, "satu.pdf"),) for q in lke.questions if chance.random() < 0.3}
    return replace(e, evidence={**e.evidence, **shown})


def finding(lke: Lke, e: Evaluation, chance: random.Random) -> Evaluation:
    found = chance.choice(((), (Finding("t", "temuan", "saran"),)))
    return replace(e, findings=_put(e.findings, _question(lke, chance), found))


def follow_up(_: Lke, e: Evaluation, chance: random.Random) -> Evaluation:
    judged = chance.choice((None, FollowUp(FollowUpStatus.DONE)))
    return replace(e, follow_ups=_put(e.follow_ups, f"lalu-{chance.randrange(8)}", judged))


def team(_: Lke, e: Evaluation, chance: random.Random) -> Evaluation:
    return replace(e, team=chance.choice(((), (TeamMember("Rekaan"),))))


def nothing(_: Lke, e: Evaluation, __: random.Random) -> Evaluation:
    """Read anew, no object the same as before."""
    return replace(e, cells=dict(e.cells), notes=dict(e.notes), evidence=dict(e.evidence))


CHANGES: tuple[Change, ...] = (
    *(answer,) * 6,
    many_answers,
    note,
    evidence,
    same_evidence,
    finding,
    follow_up,
    team,
    nothing,
)


def _around(lke: Lke, chance: random.Random) -> dict[str, Any]:
    """The unit's own assessment and the year before, on this form or the older one; or neither."""
    mine = Evaluation("e", "Contoh", 2026, lke.id, chance.choice((Stage.TPI, Stage.TPI, Stage.MANDIRI)))
    unit = replace(mine, id="m", stage=Stage.MANDIRI, cells=random_cells(lke, chance.randrange(10**6)))
    unit = replace(unit, evidence={q.code: (Evidence("b", "a"),) for q in lke.questions[::7]})
    last_form = load_edition(chance.choice((lke.id, "zi-2014")))
    last = Evaluation("l", "Contoh", chance.choice((2025, 2024)), last_form.id, Stage.TPI)
    findings = {q.code: (Finding(f"lalu-{i}", "t", "r"),) for i, q in enumerate(last_form.questions[::13])}
    cells = random_cells(last_form, chance.randrange(10**6), filled=0.9)
    last = replace(last, cells=cells, findings=findings)
    around: dict[str, Any] = {"lke": lke, "evaluation": mine}
    if chance.random() < 0.7 and mine.stage is Stage.TPI:
        around["siblings"] = (unit,)
    if chance.random() < 0.7:
        crosswalk = load_crosswalk(last_form.id, lke.id)
        around |= {"previous": last, "earlier": earlier_answers(lke, last, last_form, crosswalk)}
    if chance.random() < 0.3:
        around["adopted"] = {amendment.id: {} for amendment in lke.amendments}
    return around


def _all_of(report: Report) -> tuple[object, ...]:
    """With the order of what is in an order, and what is asked of gates."""
    score = report.score
    judged = [[(gate.met, gate.missing) for gate in result.gates] for result in report.predikat]
    return report, [*score.values], [*score.questions], [*score.sections], judged


@QUICK
@given(editions, seeds)
def test_a_report_made_again_is_the_one_made_from_scratch(lke: Lke, seed: int) -> None:
    chance = random.Random(seed)
    around = _around(lke, chance)
    evaluation = around.pop("evaluation")
    report = make_report(evaluation=evaluation, **around, all_checks=True)
    for _ in range(12):
        for _ in range(chance.choice((1, 1, 1, 3))):
            evaluation = chance.choice(CHANGES)(lke, evaluation, chance)
        report = report_again(report, evaluation)
        anew = make_report(evaluation=evaluation, **around, all_checks=True)
        assert _all_of(report) == _all_of(anew)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_nothing_was_changed_in_is_not_worked_out_again(edition: str) -> None:
    """Figures that are the same stay the same objects: who paints them sees at a glance that they are."""
    lke = load_edition(edition)
    cells = random_cells(lke, 3)
    question = lke.questions[0]
    mine = Evaluation("e", "Contoh", 2026, lke.id, Stage.TPI, cells)
    unit = replace(mine, id="m", stage=Stage.MANDIRI, cells=random_cells(lke, 4))
    before = make_report(lke, mine, siblings=(unit,), all_checks=True)
    other = next(c.label for c in question.choices if c.label != cells[question.code])
    after = report_again(before, replace(before.evaluation, cells={**cells, question.code: other}))
    path = {s.code for s in lke.path(question.code)} | {"total"}
    assert {c for c, points in after.score.sections.items() if points is not before.score.sections[c]} == path
    assert after.noticed is not None
    assert before.noticed is not None
    kept = after.noticed.own.keys() & before.noticed.own.keys() - {question.code}
    assert len(kept) >= len(before.noticed.own) - 1 > 0
    assert all(after.noticed.own[code] is before.noticed.own[code] for code in kept)


def test_how_many_questions_are_answered_decides_what_one_document_is_too_much_for() -> None:
    lke = load_edition("zi-2021")
    shown = {q.code: (Evidence(q.code, "satu.pdf"),) for q in lke.questions[:6]}
    full = Evaluation("e", "Contoh", 2026, lke.id, Stage.TPI, random_cells(lke, 3), evidence=shown)
    before = make_report(lke, full, all_checks=True)
    after = report_again(before, replace(full, cells={lke.questions[0].code: "Ya"}))
    assert [i.code for i in before.issues if i.code == "same-evidence"] == []
    assert [i.code for i in after.issues if i.code == "same-evidence"] == ["same-evidence"]


def test_a_report_on_another_evaluation_is_no_help() -> None:
    lke = load_edition("zi-2021")
    mine = Evaluation("e", "Contoh", 2026, lke.id, Stage.TPI)
    before = make_report(lke, mine, all_checks=True)
    for other in ({"id": "lain"}, {"edition": "zi-2014"}, {"stage": Stage.TPN}, {"year": 2025}):
        with pytest.raises(ValueError, match="beside"):
            report_again(before, replace(mine, **other))  # type: ignore[arg-type]
