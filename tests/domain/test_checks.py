"""What is told before signing, and, as much, what is not: false alarms are what people resent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from zi_desktop.domain.checks import check_answers, errors, explained, unexplained
from zi_desktop.domain.checks_subject import THRESHOLDS
from zi_desktop.domain.crosswalk import earlier_answers
from zi_desktop.domain.errors import Issue, Severity
from zi_desktop.domain.evaluation import (
    Evaluation,
    Evidence,
    Finding,
    FollowUp,
    FollowUpStatus,
    Stage,
    TeamMember,
)
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.domain.report import Report, make_report
from zi_desktop.worksheets.edition import load_edition

LKE = load_edition("zi-2021")
ABC, YES_NO, FIVE = "A.I.1.i.b", "A.I.1.i.a", "A.II.1.ii.a"
DECLINE = "A.II.3.iii.a"


def issues(**counts: int) -> list[Issue]:
    """``a__agen`` stands for ``A.II.1.i.a.agen``: names of arguments hold no dots."""
    cells = {f"A.II.1.i.{name.replace('__', '.')}": Decimal(n) for name, n in counts.items()}
    return check_answers(LKE, cells)


def evaluation(cells: Mapping[str, Any] | None = None, **more: Any) -> Evaluation:
    """A TPI evaluation with a team, whose every answer shows a document of its own."""
    cells = cells or {}
    evidence = {LKE.cells[c].question.code: (Evidence(c, f"Bukti {c}.pdf"),) for c in cells}
    plain: dict[str, Any] = {
        "cells": cells,
        "evidence": evidence,
        "team": (TeamMember("Rekaan"),),
        "stage": Stage.TPI,
        "year": 2026,
    }
    return Evaluation(**{"id": "e", "unit": "Contoh", "edition": LKE.id, **plain, **more})


def report(mine: Evaluation, *, unit: Evaluation | None = None, last: Evaluation | None = None) -> Report:
    return make_report(
        LKE,
        mine,
        siblings=(unit,) if unit else (),
        previous=last,
        earlier=earlier_answers(LKE, last, LKE, None) if last else None,
        all_checks=True,
    )


def told(of: Report) -> list[str]:
    """Keys of everything but the open questions, which most of these have."""
    return [i.key for i in of.issues if i.code != "open-question"]


def everything() -> dict[str, Any]:
    """An answer to every question, the best of each."""
    cells: dict[str, Any] = {}
    for cell in LKE.input_cells:
        if cell.question.kind is QuestionKind.CHOICE:
            cells[cell.code] = max(cell.question.choices, key=lambda c: c.value).label
        else:
            cells[cell.code] = Decimal(4)
    none = (f"{DECLINE}.tahun_ini", "A.II.5.ii.a.proses")
    return cells | dict.fromkeys(none, Decimal(0))


def test_more_done_than_there_is() -> None:
    (found,) = issues(a__agen=3, a__perubahan=999_999_999)
    assert found.code == "count-implausible"
    assert found.question == "A.II.1.i.a"
    assert "999999999" in found.message.id
    assert "999999999" in found.message.en


def test_two_counts_that_should_be_the_same_number() -> None:
    (found,) = issues(a__agen=9, a__perubahan=7, b__perubahan=8, b__terintegrasi=1)
    assert (found.code, found.where) == ("counts-disagree", "A.II.1.i.b.perubahan")


def test_counts_that_are_not_complete() -> None:
    (found,) = issues(a__agen=9)
    assert (found.code, found.question) == ("incomplete-counts", "A.II.1.i.a")


def test_a_zero_denominator_until_it_is_decided() -> None:
    cells: dict[str, str | Decimal] = {"A.II.1.i.a.agen": Decimal(0), "A.II.1.i.a.perubahan": Decimal(0)}
    (found,) = check_answers(LKE, cells)
    assert (found.code, found.severity) == ("zero-denominator", Severity.ERROR)
    assert check_answers(LKE, cells | {"A.II.1.i.a.keputusan": "nol"}) == []


def test_nothing_to_say_of_an_empty_or_a_sound_sheet() -> None:
    assert check_answers(LKE, {}) == []
    assert issues(a__agen=3, a__perubahan=2, b__perubahan=2, b__terintegrasi=2) == []


def test_a_complete_evaluation_with_its_proof_raises_nothing() -> None:
    sound = report(evaluation(everything()))
    assert sound.score.unanswered == ()
    assert sound.issues == ()


def test_open_questions_are_one_error_that_names_the_first() -> None:
    (found,) = report(evaluation()).issues
    assert (found.key, found.severity) == ("open-question@", Severity.ERROR)
    assert found.message.id.startswith("113 soal belum dijawab: A.I.1.i.a, ")


@pytest.mark.parametrize(("process", "done", "wrong"), [(2, 3, False), (3, 3, True), (9, 6, True)])
def test_parts_that_are_more_than_their_whole(process: int, done: int, wrong: bool) -> None:
    code = "A.II.5.ii.a"
    cells = {
        f"{code}.harus": Decimal(5),
        f"{code}.proses": Decimal(process),
        f"{code}.selesai": Decimal(done),
    }
    assert told(report(evaluation(cells))) == ([f"count-implausible@{code}"] if wrong else [])


def test_what_scores_without_evidence() -> None:
    bare = evaluation({ABC: "A", YES_NO: "Tidak", "B.I.a": Decimal("3.5")}, evidence={})
    assert told(report(bare)) == [f"no-evidence@{ABC}", "no-evidence@B.I.a"], (
        "the lowest option shows nothing"
    )
    unit = evaluation({ABC: "A"}, stage=Stage.MANDIRI)
    assert told(report(bare, unit=unit)) == ["no-evidence@B.I.a"], "the unit has shown it"


def test_evidence_that_is_not_kept_at_all_is_one_line() -> None:
    (found,) = [i for i in report(evaluation(everything(), evidence={})).issues]
    assert found.key == "no-evidence@"
    assert "113 dari 113" in found.message.id


def test_one_document_for_everything() -> None:
    cells = everything()
    codes = list(evaluation(cells).evidence)
    same = {code: (Evidence(code, " SK  tim.PDF" if code < "B" else "sk TIM.pdf"),) for code in codes}
    few = dict(list(same.items())[: THRESHOLDS.same_evidence])
    own = evaluation(cells).evidence
    assert told(report(evaluation(cells, evidence=own | same))) == ["same-evidence@ SK  tim.PDF"]
    assert told(report(evaluation(cells, evidence=own | few))) == []


def test_few_answers_may_share_a_document() -> None:
    codes = [q.code for q in LKE.questions if q.kind is QuestionKind.CHOICE and len(q.choices) == 2][:5]
    shared = {code: (Evidence(code, "SK Tim.pdf"),) for code in codes}
    cells = dict.fromkeys(codes, "Ya")
    assert told(report(evaluation(cells, evidence=shared))) == ["same-evidence@SK Tim.pdf"]
    assert (
        told(report(evaluation(dict(list(cells.items())[:4]), evidence=dict(list(shared.items())[:4])))) == []
    )


@pytest.mark.parametrize(
    ("mine", "units", "expected"),
    [
        ("A", "B", "better-than-unit"),
        ("C", "B", "lower-without-finding"),
        ("B", "B", None),
        ("B", None, None),
    ],
)
def test_beside_the_units_own_assessment(mine: str, units: str | None, expected: str | None) -> None:
    unit = evaluation({ABC: units} if units else {}, stage=Stage.MANDIRI)
    own = evaluation({ABC: mine})
    found = told(report(own, unit=unit))
    assert found == ([f"{expected}@{ABC}"] if expected else [])
    assert told(report(replace(own, notes={ABC: "karena"}), unit=unit)) == []
    assert told(report(replace(own, findings={ABC: (Finding("f", "karena"),)}), unit=unit)) == []


@pytest.mark.parametrize(
    ("code", "before", "now", "jumps"),
    [
        (YES_NO, "Tidak", "Ya", True),
        (ABC, "B", "A", False),
        (ABC, "C", "A", True),
        (ABC, "A", "C", True),
        ("B.I.a", Decimal("1.0"), Decimal("3.0"), True),
        ("B.I.a", Decimal("1.0"), Decimal("2.9"), False),
    ],
)
def test_a_big_jump_from_last_year(code: str, before: Any, now: Any, jumps: bool) -> None:
    last = evaluation({code: before}, year=2025, id="l")
    mine = evaluation({code: now})
    assert told(report(mine, last=last)) == ([f"big-jump@{code}"] if jumps else [])
    assert told(report(replace(mine, notes={code: "karena"}), last=last)) == []


def test_last_years_count_stands_in_last_years_form() -> None:
    def counted(before: int, now: int, **more: Any) -> Evaluation:
        numbers = {"tahun_lalu": before, "tahun_ini": now, "disanksi": 0}
        return evaluation({f"{DECLINE}.{name}": Decimal(n) for name, n in numbers.items()}, **more)

    last = counted(9, 6, year=2025, id="l")
    assert told(report(counted(6, 5), last=last)) == []
    assert told(report(counted(8, 5), last=last)) == [f"counts-disagree@{DECLINE}.tahun_lalu"]
    assert told(report(counted(8, 5), last=replace(last, year=2024))) == [], "another year's number"


def test_no_team_is_told_once_something_is_answered() -> None:
    assert told(report(evaluation(team=()))) == []
    assert told(report(evaluation({ABC: "A"}, team=()))) == ["no-team@"]
    assert told(report(evaluation({ABC: "A"}, team=(), stage=Stage.MANDIRI))) == []


def test_last_years_recommendation_until_it_is_judged() -> None:
    findings = {ABC: (Finding("f1", "Belum ada notulen.", "Lengkapi."), Finding("f2", "Baik."))}
    last = evaluation(year=2025, findings=findings, id="l")
    assert told(report(evaluation(), last=last)) == [f"follow-up-open@{ABC}"]
    judged = evaluation(follow_ups={"f1": FollowUp(FollowUpStatus.OPEN)})
    assert told(report(judged, last=last)) == []
    assert told(report(evaluation(stage=Stage.MANDIRI), last=last)) == []


def test_reasons_explain_warnings_and_never_errors() -> None:
    mine = evaluation(
        {ABC: "A"}, team=(), reasons={"no-team@": "menyusul", "open-question@": "nanti", "x@": "y"}
    )
    found = report(mine).issues
    assert [i.code for i in errors(found)] == ["open-question"]
    assert unexplained(found, mine.reasons) == ()
    assert [i.code for i in explained(found, mine.reasons)] == ["no-team"]
