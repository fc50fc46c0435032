"""One undo takes a whole import back; what was changed since stays, and is named."""

from __future__ import annotations

import random

import pytest

from tests.services.filled import fill
from zi_desktop.domain.evaluation import Evaluation, Finding, Stage, TeamMember
from zi_desktop.domain.reading import Block, Reading
from zi_desktop.services.answers import (
    add_evidence,
    answer_question,
    remove_evidence,
    save_finding,
    set_note,
    set_team,
)
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.importing import apply_import, plan_import
from zi_desktop.services.undo import undo
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.log import broken_entries

UNIT = "Satker Contoh"
Q, R = "A.I.1.i.b", "A.I.1.i.a"
BLOCK = Block(
    Stage.TPI,
    cells={Q: "B", R: "Tidak"},
    notes={Q: "catatan berkas"},
    evidence={Q: ("SK.pdf", "Notulen.pdf")},
    findings={Q: (Finding("f", "temuan", "saran"),)},
    team=(TeamMember("Rekaan"),),
)
READING = Reading("zi-2021", "portalrb-jawaban", (BLOCK,), official_texts={Q: "bunyi resmi rekaan"})


def content(evaluation: Evaluation) -> tuple[object, ...]:
    """All but the log's head, which moves on with every change, an undo too."""
    return (
        evaluation.cells,
        evaluation.notes,
        evaluation.evidence,
        evaluation.findings,
        evaluation.team,
    )


def import_it(work: Workspace) -> str:
    return apply_import(work, plan_import(work, READING, unit=UNIT, year=2026)).batch


def test_an_import_that_made_the_evaluation_is_gone_whole(work: Workspace) -> None:
    batch = import_it(work)
    assert work.store.official_texts("zi-2021") == {Q: "bunyi resmi rekaan"}
    changes = undo(work, batch)
    assert changes.kept == ()
    assert changes.evaluations
    assert work.store.evaluation_ids() == []
    assert work.store.official_texts("zi-2021") == {}
    made = import_it(work)
    assert made
    assert len(work.store.evaluation_ids()) == 1


def test_an_import_into_an_evaluation_leaves_it_as_it_was(work: Workspace, evaluation: str) -> None:
    fill(work, evaluation, seed=3)
    before = content(work.evaluation(evaluation))
    batch = import_it(work)
    assert content(work.evaluation(evaluation)) != before
    changes = undo(work, batch)
    assert content(work.evaluation(evaluation)) == before
    assert Q in changes.questions
    assert broken_entries(work.store.log(evaluation)) == []


def test_undoing_the_undo_brings_it_back(work: Workspace, evaluation: str) -> None:
    batch = import_it(work)
    after = content(work.evaluation(evaluation))
    again = undo(work, batch)
    assert content(work.evaluation(evaluation)) != after
    undo(work, again.batch)
    assert content(work.evaluation(evaluation)) == after


def test_what_was_changed_since_stays_and_is_named(work: Workspace) -> None:
    batch = import_it(work)
    (evaluation,) = work.store.evaluation_ids()
    answer_question(work, evaluation, Q, "A")
    changes = undo(work, batch)
    assert set(changes.kept) == {f"answer:{Q}", "evaluation"}
    assert work.evaluation(evaluation).cells == {Q: "A"}
    assert work.evaluation(evaluation).notes == {}


def test_undoing_twice_changes_nothing_more(work: Workspace, evaluation: str) -> None:
    batch = import_it(work)
    undo(work, batch)
    before = content(work.evaluation(evaluation))
    assert not undo(work, batch)
    assert content(work.evaluation(evaluation)) == before


def test_an_unknown_batch_changes_nothing(work: Workspace) -> None:
    assert not undo(work, "tidak ada")


@pytest.mark.parametrize("seed", range(4))
def test_every_verb_can_be_taken_back(work: Workspace, seed: int) -> None:
    """Random verbs, then all their batches taken back, newest first: as it was."""
    evaluation = new_evaluation(work, unit="Satker Lain", year=2026).evaluation_id
    fill(work, evaluation, seed=seed)
    before = content(work.evaluation(evaluation))
    known = {e.batch for e in work.store.log(evaluation)}
    chance = random.Random(seed)
    for _ in range(25):
        _any_verb(work, evaluation, chance)
    batches = dict.fromkeys(e.batch for e in work.store.log(evaluation) if e.batch not in known)
    for batch in reversed(list(batches)):
        assert undo(work, batch).kept == ()
    assert content(work.evaluation(evaluation)) == before


def _any_verb(work: Workspace, evaluation: str, chance: random.Random) -> None:
    now = work.evaluation(evaluation)
    question = chance.choice([Q, R, "A.I.1.ii.b"])
    verb = chance.randrange(6)
    if verb == 0:
        answer_question(work, evaluation, Q, chance.choice(["A", "B", "C", ""]))
    elif verb == 1:
        set_note(work, evaluation, question, chance.choice(["", "satu", "dua"]))
    elif verb == 2:
        add_evidence(work, evaluation, question, "dokumen.pdf")
    elif verb == 3 and now.evidence.get(question):
        remove_evidence(work, evaluation, chance.choice(now.evidence[question]).id)
    elif verb == 4:
        known = [f.id for f in now.findings.get(question, ())]
        text = chance.choice(["", "temuan"])
        save_finding(work, evaluation, question, text, "", chance.choice([*known, None]))
    else:
        set_team(work, evaluation, (TeamMember(chance.choice("AB")),))
