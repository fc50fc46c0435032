"""The verbs on one question: what fits is stored and logged, what does not is refused, unwritten."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage, TeamMember
from zi_desktop.services.answers import (
    MAX_TEXT,
    add_evidence,
    answer_question,
    remove_evidence,
    remove_finding,
    save_finding,
    set_note,
    set_team,
)
from zi_desktop.services.evaluations import list_evaluations, load_report, new_evaluation
from zi_desktop.services.thresholds import adopt_amendment, adopted_amendments, drop_amendment
from zi_desktop.services.workspace import Workspace

Q = "A.I.1.i.b"


def test_an_answer_is_stored_in_its_one_spelling(work: Workspace, evaluation: str) -> None:
    for cell, raw in ((Q, " b. "), ("A.I.1.i.a", "y"), ("A.II.1.i.a.agen", "12"), ("B.I.a", "3,72")):
        assert answer_question(work, evaluation, cell, raw).cells == {cell}
    assert work.evaluation(evaluation).cells == {
        Q: "B",
        "A.I.1.i.a": "Ya",
        "A.II.1.i.a.agen": Decimal(12),
        "B.I.a": Decimal("3.72"),
    }


def test_the_same_answer_again_changes_nothing(work: Workspace, evaluation: str) -> None:
    answer_question(work, evaluation, Q, "B")
    entries = len(work.store.log(evaluation))
    assert not answer_question(work, evaluation, Q, "b")
    assert len(work.store.log(evaluation)) == entries


def test_an_empty_answer_clears(work: Workspace, evaluation: str) -> None:
    answer_question(work, evaluation, Q, "B")
    assert answer_question(work, evaluation, Q, "  ").cells == {Q}
    assert Q not in work.evaluation(evaluation).cells


@pytest.mark.parametrize(
    ("cell", "raw", "code"),
    [
        (Q, "D", "outside-scale"),
        ("A.I.1.i.a", "A", "outside-scale"),
        ("A.II.1.i.a.agen", "1,5", "out-of-range"),
        ("A.II.1.i.a.agen", "banyak", "not-a-number"),
        ("B.I.a", "4,01", "out-of-range"),
        ("A.II.1.i.a.keputusan", "setengah", "outside-scale"),
        ("A.I.9.i.a", "A", "unknown-question"),
        ("A.II.1.i.a", "80%", "unknown-question"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    work: Workspace, evaluation: str, cell: str, raw: str, code: str
) -> None:
    before = work.evaluation(evaluation)
    with pytest.raises(ZiError) as refused:
        answer_question(work, evaluation, cell, raw, note="tidak boleh tersimpan")
    assert refused.value.code == code
    assert refused.value.where
    assert work.evaluation(evaluation) == before


def test_answer_and_note_are_one_transaction(work: Workspace, evaluation: str) -> None:
    changes = answer_question(work, evaluation, Q, "B", note="SK ada")
    assert (changes.cells, changes.questions) == ({Q}, {Q})
    assert work.evaluation(evaluation).notes == {Q: "SK ada"}


def test_note_evidence_finding_come_and_go(work: Workspace, evaluation: str) -> None:
    set_note(work, evaluation, Q, "baris 1\r\nbaris 2\x00\x0b")
    add_evidence(work, evaluation, Q, "SK Tim.pdf")
    add_evidence(work, evaluation, Q, "https://bukti.example/1")
    save_finding(work, evaluation, Q, "Belum ada notulen", "Lengkapi")
    now = work.evaluation(evaluation)
    assert now.notes[Q] == "baris 1\nbaris 2"
    assert [e.text for e in now.evidence[Q]] == ["SK Tim.pdf", "https://bukti.example/1"]
    (finding,) = now.findings[Q]
    save_finding(work, evaluation, Q, "Notulen ada", "", finding.id)
    assert work.evaluation(evaluation).findings[Q][0].note == "Notulen ada"
    remove_evidence(work, evaluation, now.evidence[Q][0].id)
    remove_finding(work, evaluation, finding.id)
    set_note(work, evaluation, Q, "")
    end = work.evaluation(evaluation)
    assert [e.text for e in end.evidence[Q]] == ["https://bukti.example/1"]
    assert not end.findings.get(Q)
    assert Q not in end.notes


def test_a_text_that_would_not_fit_a_cell_is_refused_not_cut(work: Workspace, evaluation: str) -> None:
    with pytest.raises(ZiError) as refused:
        set_note(work, evaluation, Q, "x" * (MAX_TEXT + 1))
    assert refused.value.code == "text-too-long"
    set_note(work, evaluation, Q, "x" * MAX_TEXT)
    assert len(work.evaluation(evaluation).notes[Q]) == MAX_TEXT


def test_the_team_keeps_its_order(work: Workspace, evaluation: str) -> None:
    team = (TeamMember("B", "2", "Ketua Tim"), TeamMember("A", "1", "Anggota Tim"))
    assert set_team(work, evaluation, (*team, TeamMember("  ")))
    assert work.evaluation(evaluation).team == team
    assert not set_team(work, evaluation, team)


@pytest.mark.usefixtures("evaluation")
def test_a_unit_has_one_evaluation_a_year_and_stage(work: Workspace) -> None:
    with pytest.raises(ZiError) as refused:
        new_evaluation(work, unit=" Satker  Contoh ", year=2026)
    assert refused.value.code == "exists"
    assert new_evaluation(work, unit="Satker Contoh", year=2026, stage=Stage.MANDIRI)


@pytest.mark.parametrize(("year", "edition"), [(2014, "zi-2014"), (2021, "zi-2014"), (2022, "zi-2021")])
def test_the_year_chooses_the_edition(work: Workspace, year: int, edition: str) -> None:
    made = new_evaluation(work, unit="Satker Lama", year=year)
    assert work.evaluation(made.evaluation_id).edition == edition


def test_the_list_shows_what_the_report_says(work: Workspace, evaluation: str) -> None:
    answer_question(work, evaluation, "A.I.1.i.a", "Ya")
    (line,) = list_evaluations(work)
    report = load_report(work, evaluation)
    assert (line.answered, line.questions, line.total) == (1, 113, report.score.total)
    assert line.predikat == {"WBK": False, "WBBM": False}
    assert line.open_gates["WBK"] == len(report.predikat[0].open)


def test_the_report_stands_beside_the_unit_and_last_year(work: Workspace, evaluation: str) -> None:
    mandiri = new_evaluation(work, unit="Satker Contoh", year=2026, stage=Stage.MANDIRI).evaluation_id
    new_evaluation(work, unit="Satker Contoh", year=2024)
    last = new_evaluation(work, unit="Satker Contoh", year=2025, stage=Stage.MANDIRI).evaluation_id
    new_evaluation(work, unit="Satker Lain", year=2025)
    report = load_report(work, evaluation)
    assert [e.id for e in report.siblings] == [mandiri]
    assert report.previous is not None
    assert report.previous.id == last


def test_unverified_thresholds_apply_only_once_adopted_and_can_be_edited(work: Workspace) -> None:
    from fractions import Fraction

    old = new_evaluation(work, unit="Satker Lama", year=2020).evaluation_id
    gates = [g.gate.id for g in load_report(work, old).predikat[0].gates]
    assert "A" not in gates
    (amendment,) = work.lke("zi-2014").amendments
    adopt_amendment(work, amendment.id, {("WBK", "A"): Fraction(41)})
    gate = next(g.gate for g in load_report(work, old).predikat[0].gates if g.gate.id == "A")
    assert (gate.need, gate.verified) == (41, False)
    assert adopted_amendments(work) == {amendment.id: {("WBK", "A"): Fraction(41)}}
    with pytest.raises(ZiError):
        adopt_amendment(work, amendment.id, {("WBK", "A"): Fraction(61)})
    drop_amendment(work, amendment.id)
    assert adopted_amendments(work) == {}
