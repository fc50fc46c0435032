"""Undo and redo of everything, across restarts: what a person who kept a list of states would expect."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from zi_desktop.domain.evaluation import Evaluation, SignOff, SignOffState, Stage, TeamMember
from zi_desktop.services.answers import (
    add_evidence,
    answer_question,
    remove_evidence,
    remove_finding,
    save_finding,
    set_note,
    set_team,
)
from zi_desktop.services.evaluations import find_evaluation, new_evaluation
from zi_desktop.services.history import history, redo_last, undo_last
from zi_desktop.services.thresholds import adopt_amendment
from zi_desktop.services.workspace import Workspace, open_workspace
from zi_desktop.store.log import broken_entries

Q, R = "A.I.1.i.b", "A.I.1.i.a"


def content(evaluation: Evaluation) -> tuple[object, ...]:
    """All but the log's head, which moves on with an undo too."""
    e = evaluation
    return dict(e.cells), dict(e.notes), _full(e.evidence), _full(e.findings), e.team


def _full(by_question) -> dict[str, object]:
    return {question: items for question, items in by_question.items() if items}


@pytest.fixture
def evaluation_id(work: Workspace) -> str:
    return new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id


def test_twenty_steps_back_and_forth_across_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "a.zidb"
    work = open_workspace(path, actor="Uji")
    id_ = new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
    codes = [q.code for q in work.lke_of(id_).questions if q.choices][:20]
    states = [content(work.evaluation(id_))]
    for code in codes:
        answer_question(work, id_, code, work.lke_of(id_).question_by_code[code].choices[0].label)
        states.append(content(work.evaluation(id_)))
    for state in reversed(states[:-1]):
        assert undo_last(work, id_)
        assert content(work.evaluation(id_)) == state
    assert not undo_last(work, id_)  # not beyond where it was made
    work.close()
    work = open_workspace(path, actor="Uji")
    for state in states[1:]:
        assert redo_last(work, id_)
        assert content(work.evaluation(id_)) == state
    assert not redo_last(work, id_)
    assert broken_entries(work.store.log(id_)) == []
    work.close()


@pytest.mark.parametrize("seed", range(12))
def test_any_changes_undone_and_redone_in_any_order(work: Workspace, evaluation_id: str, seed: int) -> None:
    """Against a list of states with a place in it, which is what an undo stack is to a person."""
    chance = random.Random(seed)
    states, at = [content(work.evaluation(evaluation_id))], 0
    for _ in range(60):
        move = chance.choice(("change", "change", "undo", "redo"))
        if move == "undo":
            assert bool(undo_last(work, evaluation_id)) == (at > 0)
            at = max(0, at - 1)
        elif move == "redo":
            assert bool(redo_last(work, evaluation_id)) == (at < len(states) - 1)
            at = min(len(states) - 1, at + 1)
        elif _change(work, evaluation_id, chance):
            states, at = [*states[: at + 1], content(work.evaluation(evaluation_id))], at + 1
        assert content(work.evaluation(evaluation_id)) == states[at]


def _change(work: Workspace, id_: str, chance: random.Random) -> bool:
    now = work.evaluation(id_)
    evidence = [e.id for items in now.evidence.values() for e in items]
    findings = [f.id for items in now.findings.values() for f in items]
    changes = [
        lambda: answer_question(work, id_, Q, chance.choice(("A", "B", ""))),
        lambda: answer_question(work, id_, R, chance.choice(("Ya", "Tidak")), note=str(chance.random())),
        lambda: set_note(work, id_, Q, chance.choice(("", "satu", "dua"))),
        lambda: add_evidence(work, id_, Q, "SK.pdf"),
        lambda: save_finding(work, id_, Q, str(chance.random()), "saran"),
        lambda: set_team(work, id_, (TeamMember(str(chance.random())),)),
    ]
    if evidence:
        changes.append(lambda: remove_evidence(work, id_, chance.choice(evidence)))
    if findings:
        changes.append(lambda: remove_finding(work, id_, chance.choice(findings)))
        changes.append(lambda: save_finding(work, id_, Q, str(chance.random()), "", chance.choice(findings)))
    return bool(chance.choice(changes)())


def test_another_evaluation_is_left_alone(work: Workspace, evaluation_id: str) -> None:
    other = new_evaluation(work, unit="Satker Lain", year=2026).evaluation_id
    answer_question(work, evaluation_id, Q, "A")
    answer_question(work, other, Q, "B")
    undo_last(work, evaluation_id)
    assert Q not in work.evaluation(evaluation_id).cells
    assert work.evaluation(other).cells[Q] == "B"


def test_nothing_signed_is_undone(work: Workspace, evaluation_id: str) -> None:
    answer_question(work, evaluation_id, Q, "A")
    with work.transaction() as tx:
        tx.set_sign_off(evaluation_id, SignOff(SignOffState.SIGNED, "", "Uji"))
    assert history(work, evaluation_id).undoable == ()
    assert not undo_last(work, evaluation_id)
    assert work.evaluation(evaluation_id).cells[Q] == "A"


def test_the_list_takes_back_an_evaluation_just_made_and_makes_it_again(work: Workspace) -> None:
    made = new_evaluation(work, unit="Satker Contoh", year=2026)
    assert undo_last(work)
    assert find_evaluation(work, "Satker Contoh", 2026, Stage.TPI) is None
    assert redo_last(work)
    again = find_evaluation(work, "Satker Contoh", 2026, Stage.TPI)
    assert again is not None
    assert again.id == made.evaluation_id


def test_thresholds_are_taken_back_from_an_evaluation_and_from_the_list(
    work: Workspace, evaluation_id: str
) -> None:
    before = work.store.settings("threshold")
    for scope in (evaluation_id, ""):
        adopt_amendment(work, _amendment(work), {})
        assert work.store.settings("threshold") != before
        assert undo_last(work, scope)
        assert work.store.settings("threshold") == before


def _amendment(work: Workspace) -> str:
    return work.lke("zi-2014").amendments[0].id
