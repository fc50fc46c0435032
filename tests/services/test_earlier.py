"""Last year stands beside this year, across editions too; notes and evidence come along when asked for."""

from __future__ import annotations

from zi_desktop.domain.crosswalk import Match
from zi_desktop.services.answers import add_evidence, answer_question, set_note
from zi_desktop.services.earlier import carry_forward
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.evidence import attach_bytes
from zi_desktop.services.evidence_files import check_evidence
from zi_desktop.services.undo import undo
from zi_desktop.services.workspace import Workspace

Q = "A.I.1.i.a"


def last_year(work: Workspace, year: int, code: str) -> str:
    evaluation = new_evaluation(work, unit="Satker Contoh", year=year).evaluation_id
    answer_question(work, evaluation, code, "Ya", note="SK lama")
    add_evidence(work, evaluation, code, "SK.pdf")
    add_evidence(work, evaluation, code, "Notulen.pdf")
    return evaluation


def test_last_year_of_the_same_form_stands_beside(work: Workspace, evaluation: str) -> None:
    last_year(work, 2025, Q)
    earlier = load_report(work, evaluation).earlier[Q]
    assert (earlier.label, earlier.same_scale_label, earlier.note) == ("Ya", "Ya", "SK lama")
    assert earlier.evidence == ("SK.pdf", "Notulen.pdf")
    assert earlier.match is Match.EXACT
    assert work.evaluation(evaluation).cells == {}, "beside, never in it"


def test_last_year_of_the_old_form_speaks_to_the_new_questions(work: Workspace, evaluation: str) -> None:
    last_year(work, 2021, "A.I.1.a")
    report = load_report(work, evaluation)
    assert report.earlier[Q].codes == ("A.I.1.a",)
    assert report.earlier[Q].label == "Ya"
    assert report.earlier["A.II.1.i.a"].match is Match.NONE
    assert report.earlier["A.II.1.i.a"].reason.id


def test_an_attached_file_comes_along_with_its_content(work: Workspace, evaluation: str) -> None:
    attach_bytes(work, last_year(work, 2025, Q), Q, "Foto.jpg", b"isi rekaan")
    carry_forward(work, evaluation, Q)
    brought = work.evaluation(evaluation).evidence[Q]
    assert [(e.text, bool(e.file)) for e in brought] == [
        ("SK.pdf", False),
        ("Notulen.pdf", False),
        ("Foto.jpg", True),
    ]
    assert check_evidence(work, evaluation) == []


def test_without_an_earlier_year_there_is_nothing(work: Workspace, evaluation: str) -> None:
    assert load_report(work, evaluation).earlier == {}
    assert not carry_forward(work, evaluation, Q)


def test_note_and_evidence_come_along_when_asked_and_add_to_what_is_there(
    work: Workspace, evaluation: str
) -> None:
    last_year(work, 2025, Q)
    set_note(work, evaluation, Q, "SK baru")
    add_evidence(work, evaluation, Q, "SK.pdf")
    changes = carry_forward(work, evaluation, Q)
    assert changes.questions == {Q}
    now = work.evaluation(evaluation)
    assert now.notes == {Q: "SK baru\n[2025] SK lama"}
    assert [e.text for e in now.evidence[Q]] == ["SK.pdf", "Notulen.pdf"]
    assert now.cells == {}
    assert not carry_forward(work, evaluation, Q)
    undo(work, changes.batch)
    assert work.evaluation(evaluation).notes == {Q: "SK baru"}


def test_one_of_the_two_alone(work: Workspace, evaluation: str) -> None:
    last_year(work, 2025, Q)
    carry_forward(work, evaluation, Q, note=False)
    assert work.evaluation(evaluation).notes == {}
    carry_forward(work, evaluation, Q, evidence=False)
    assert work.evaluation(evaluation).notes == {Q: "[2025] SK lama"}
