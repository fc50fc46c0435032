"""Phrases, reviews, follow-ups, and the register they come together in."""

from __future__ import annotations

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import FollowUp, FollowUpStatus
from zi_desktop.services.answers import save_finding
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.findings import by_area, register
from zi_desktop.services.history import redo_last, undo_last
from zi_desktop.services.phrases import PhraseKind, filled, phrases, remove_phrase, save_phrase
from zi_desktop.services.reviews import set_follow_up, set_reason, set_reviewed
from zi_desktop.services.workspace import Workspace

CODE = "A.I.1.i.b"


@pytest.fixture
def last_year(work: Workspace, evaluation: str) -> str:  # noqa: ARG001
    """Last year's finding on `CODE`; its id."""
    last = new_evaluation(work, unit="Satker Contoh", year=2025).evaluation_id
    save_finding(work, last, CODE, "Seleksi hanya lisan.", "Lengkapi notulen.")
    return work.evaluation(last).findings[CODE][0].id


def test_shipped_phrases_can_be_added_to_changed_and_hidden(work: Workspace) -> None:
    shipped = phrases(work)
    assert len(shipped) >= 10
    assert {p.kind for p in shipped} == set(PhraseKind)
    assert save_phrase(work, PhraseKind.NOTE, " Frasa kami.\n")
    assert not save_phrase(work, PhraseKind.NOTE, "Frasa kami."), "not twice"
    own = phrases(work, PhraseKind.NOTE)[0]
    assert (own.text, own.own) == ("Frasa kami.", True)
    save_phrase(work, PhraseKind.NOTE, "Frasa kantor.", own.id)
    assert phrases(work)[0].text == "Frasa kantor."
    remove_phrase(work, own.id)
    remove_phrase(work, shipped[0].id)
    assert phrases(work) == shipped[1:]
    with pytest.raises(ZiError, match="phrase-empty"):
        save_phrase(work, PhraseKind.NOTE, " ")


def test_placeholders(work: Workspace, evaluation: str) -> None:
    report = load_report(work, evaluation)
    text = filled("{kode} {unit} {tahun} {lain} {soal}", report, CODE)
    question = report.lke.question_by_code[CODE]
    assert text == f"{CODE} Satker Contoh 2026 {{lain}} {question.text.rstrip('.?')}"
    assert all("{" not in filled(p.text, report, CODE) for p in phrases(work))


def test_the_register_holds_both_years(work: Workspace, evaluation: str, last_year: str) -> None:
    save_finding(work, evaluation, CODE, "Notulen ada, tanpa tanggal.", "")
    before, mine = register(load_report(work, evaluation))
    assert (before.year, before.last_year, before.waits, before.finding.id) == (2025, True, True, last_year)
    assert (mine.year, mine.last_year, mine.finding.note) == (2026, False, "Notulen ada, tanpa tanggal.")
    assert by_area((before, mine)) == {"A.I.1": 2}
    judged = FollowUp(FollowUpStatus.IN_PROGRESS, "Sebagian.", "Notulen Maret")
    changes = set_follow_up(work, evaluation, last_year, judged)
    assert changes.questions == {CODE}
    assert register(load_report(work, evaluation))[0].follow_up == judged
    assert not register(load_report(work, evaluation))[0].waits
    with pytest.raises(ZiError, match="unknown-finding"):
        set_follow_up(work, evaluation, mine.finding.id, judged)


def test_last_years_findings_come_across_editions(work: Workspace) -> None:
    old = new_evaluation(work, unit="Balai", year=2020).evaluation_id
    assert work.evaluation(old).edition == "zi-2014"
    save_finding(work, old, "A.I.1.b", "Kriteria belum ada.", "Tetapkan kriteria.")
    new = new_evaluation(work, unit="Balai", year=2022).evaluation_id
    (line,) = register(load_report(work, new))
    assert (line.question.code, line.waits) == (CODE, True)
    set_follow_up(work, new, line.finding.id, FollowUp(FollowUpStatus.DONE))
    assert not register(load_report(work, new))[0].waits


def test_looked_at_again_starts_at_nothing_and_is_a_mark_of_its_own(work: Workspace, evaluation: str) -> None:
    assert work.evaluation(evaluation).reviewed == frozenset()
    assert set_reviewed(work, evaluation, CODE, True)
    assert not set_reviewed(work, evaluation, CODE, True)
    assert work.evaluation(evaluation).reviewed == {CODE}
    undo_last(work, evaluation)
    assert work.evaluation(evaluation).reviewed == frozenset()
    redo_last(work, evaluation)
    assert work.evaluation(evaluation).reviewed == {CODE}
    with pytest.raises(ZiError, match="unknown-question"):
        set_reviewed(work, evaluation, "A.II.1.i.a.agen", True)


def test_reasons_are_given_together_and_undone(work: Workspace, evaluation: str) -> None:
    changes = set_reason(work, evaluation, ["a@1", "a@2", "a@1"], " sama ")
    assert changes
    assert work.evaluation(evaluation).reasons == {"a@1": "sama", "a@2": "sama"}
    set_reason(work, evaluation, ["a@1"], "")
    assert work.evaluation(evaluation).reasons == {"a@2": "sama"}
    assert undo_last(work, evaluation)
    assert work.evaluation(evaluation).reasons == {"a@1": "sama", "a@2": "sama"}
