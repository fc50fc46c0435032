"""Reading the open evaluation again after every change: as if it were read from scratch, whoever wrote."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from tests.services.filled import fill, raw_answer
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import (
    Evaluation,
    FollowUp,
    FollowUpStatus,
    SignOff,
    SignOffState,
    Stage,
    TeamMember,
)
from zi_desktop.services.answers import (
    add_evidence,
    answer_question,
    remove_evidence,
    remove_finding,
    save_finding,
    set_note,
    set_team,
)
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.reports import ReportReader
from zi_desktop.services.reviews import set_follow_up, set_reason, set_reviewed
from zi_desktop.services.thresholds import adopt_amendment, drop_amendment
from zi_desktop.services.undo import undo
from zi_desktop.services.workspace import Workspace, open_workspace

Q = "A.I.1.i.b"


@pytest.fixture
def other(work: Workspace) -> Iterator[Workspace]:
    """Another program on the same file."""
    opened = open_workspace(work.store_path, actor="Lain")
    yield opened
    opened.close()


@pytest.fixture
def beside(work: Workspace, evaluation: str) -> dict[str, str]:
    """The unit's own assessment, its year before, and somebody else's evaluation; all filled."""
    unit = work.evaluation(evaluation).unit
    made = {
        "mandiri": new_evaluation(work, unit=unit, year=2026, stage=Stage.MANDIRI),
        "previous": new_evaluation(work, unit=unit, year=2025),
        "foreign": new_evaluation(work, unit="Unit Lain", year=2026),
    }
    for seed, id_ in enumerate([evaluation, *(m.evaluation_id for m in made.values())]):
        fill(work, id_, seed)
    return {name: m.evaluation_id for name, m in made.items()}


def test_whatever_is_changed_by_whomever_is_read(
    work: Workspace, other: Workspace, evaluation: str, beside: dict[str, str]
) -> None:
    chance = random.Random(7)
    amendment = work.lke("zi-2014").amendments[0].id
    report = load_report(work, evaluation)
    lke, cells = report.lke, list(report.lke.cells.values())
    attached = [e.id for items in report.evaluation.evidence.values() for e in items]
    written = [f.id for found in report.evaluation.findings.values() for f in found]
    waiting = [f.id for e in report.earlier.values() for f in e.findings]

    def answer(w: Workspace) -> object:
        cell = chance.choice(cells)
        return answer_question(w, evaluation, cell.code, chance.choice(("", raw_answer(cell, chance))))

    def take_back(w: Workspace) -> object:
        newest = w.store.log(evaluation)[-1]
        return undo(w, newest.batch)

    def on_a_question(verb: Callable[..., object], *args: object) -> Callable[[Workspace], object]:
        return lambda w: verb(w, evaluation, chance.choice(lke.questions).code, *args)

    changes: list[Callable[[Workspace], object]] = [
        *(answer,) * 8,
        *(take_back,) * 3,
        on_a_question(set_note, "catatan uji"),
        on_a_question(set_note, ""),
        on_a_question(add_evidence, "bukti uji"),
        on_a_question(save_finding, "temuan uji", ""),
        on_a_question(set_reviewed, True),
        on_a_question(set_reviewed, False),
        lambda w: remove_evidence(w, evaluation, chance.choice(attached)),
        lambda w: remove_finding(w, evaluation, chance.choice(written)),
        lambda w: set_reason(w, evaluation, ["big-jump@" + Q], chance.choice(("", "alasan uji"))),
        lambda w: set_follow_up(w, evaluation, chance.choice(waiting), FollowUp(FollowUpStatus.DONE)),
        lambda w: set_team(w, evaluation, chance.choice(((), (TeamMember("Uji"), TeamMember("Coba"))))),
        lambda w: fill(w, evaluation, chance.randrange(1000), share=0.1),
        lambda w: answer_question(w, beside["mandiri"], Q, chance.choice("ABC")),
        lambda w: answer_question(w, beside["previous"], Q, chance.choice("ABC")),
        lambda w: set_note(w, beside["previous"], Q, "catatan tahun lalu"),
        lambda w: answer_question(w, beside["foreign"], Q, "B"),
        lambda w: adopt_amendment(w, amendment, {}),
        lambda w: drop_amendment(w, amendment),
    ]
    reader = ReportReader(work)
    for number in range(200):
        for _ in range(chance.choice((1, 1, 2))):
            chance.choice(changes)(chance.choice((work, other)))
        read, anew = reader.read(evaluation), load_report(work, evaluation)
        assert (read, dict(read.earlier)) == (anew, dict(anew.earlier)), f"after change {number}"
        assert in_order(read.evaluation) == in_order(anew.evaluation)


def in_order(evaluation: Evaluation) -> list[list[str]]:
    held = (evaluation.cells, evaluation.notes, evaluation.evidence, evaluation.findings, evaluation.reasons)
    return [list(part) for part in held]


def test_more_changes_than_are_followed_are_read_whole(work: Workspace, evaluation: str) -> None:
    reader = ReportReader(work)
    reader.read(evaluation)
    with work.transaction() as tx:
        for number in range(1200):
            tx.set_note(evaluation, Q, f"catatan {number}")
        tx.set_answer(evaluation, Q, "B")
    assert reader.read(evaluation) == load_report(work, evaluation)


def test_signing_off_is_read(work: Workspace, evaluation: str) -> None:
    reader = ReportReader(work)
    reader.read(evaluation)
    for state in SignOffState:
        sign_off = SignOff(state, "2026-01-01", "Uji", signers=("Rekaan",), reason="alasan uji")
        with work.transaction() as tx:
            tx.set_sign_off(evaluation, sign_off)
        assert reader.read(evaluation).evaluation.sign_off == sign_off
    with work.transaction() as tx:
        tx.set_sign_off(evaluation, None)
    assert reader.read(evaluation) == load_report(work, evaluation)


def test_a_log_that_has_another_entry_there_is_not_followed(work: Workspace, evaluation: str) -> None:
    """As when another copy of the store has been put in its place."""
    seen = work.store.newest_entry()
    answer_question(work, evaluation, Q, "A")
    assert [c.target for c in work.store.since(seen) or ()] == [f"answer:{Q}"]
    assert work.store.since(seen._replace(hash="lain")) is None
    assert work.store.since(seen._replace(seq=seen.seq + 5)) is None


def test_a_refusal_leaves_nothing_behind_that_is_not_true(work: Workspace, evaluation: str) -> None:
    reader = ReportReader(work)
    reader.read(evaluation)
    answer_question(work, evaluation, Q, "B")
    with pytest.raises(ZiError, match="unknown-evaluation"):
        reader.read("tidak-ada")
    assert reader.read(evaluation).evaluation.cells == {Q: "B"}


def test_a_stage_that_is_new_stands_beside_it_at_once(work: Workspace, evaluation: str) -> None:
    reader = ReportReader(work)
    assert reader.read(evaluation).siblings == ()
    unit = work.evaluation(evaluation).unit
    made = new_evaluation(work, unit=unit, year=2026, stage=Stage.MANDIRI).evaluation_id
    assert [e.id for e in reader.read(evaluation).siblings] == [made]


def test_what_is_kept_is_not_read_again_while_only_this_one_changes(
    work: Workspace, evaluation: str, beside: dict[str, str]
) -> None:
    reader = ReportReader(work)
    before = reader.read(evaluation)
    answer_question(work, evaluation, Q, "C" if before.evaluation.cells.get(Q) != "C" else "A")
    after = reader.read(evaluation)
    assert after.previous is before.previous
    assert after.evaluation != before.evaluation
    answer_question(work, beside["previous"], Q, "")
    answer_question(work, beside["previous"], Q, "A")
    assert reader.read(evaluation).previous is not before.previous


def test_one_that_an_undo_took_back_is_told(work: Workspace) -> None:
    made = new_evaluation(work, unit="Unit Baru", year=2026)
    reader = ReportReader(work)
    reader.read(made.evaluation_id)
    (entry,) = work.store.log(made.evaluation_id)
    undo(work, entry.batch)
    with pytest.raises(ZiError, match="unknown-evaluation"):
        reader.read(made.evaluation_id)


def test_a_report_is_read_from_one_state(work: Workspace, other: Workspace, evaluation: str) -> None:
    with work.store.reading():
        before = work.store.newest_change()
        answer_question(other, evaluation, Q, "B")
        assert work.store.newest_change() == before
        assert Q not in work.evaluation(evaluation).cells
    assert work.evaluation(evaluation).cells[Q] == "B"
    assert load_report(work, evaluation).score.values[Q] == Fraction(1, 2)


def test_an_encrypted_store_is_read_the_same_way(tmp_path: Path) -> None:
    work = open_workspace(tmp_path / "terkunci.zidb", passphrase="kata sandi uji")
    try:
        evaluation = new_evaluation(work, unit="Unit Uji", year=2026).evaluation_id
        answer_question(work, evaluation, Q, "B")
        assert load_report(work, evaluation).evaluation.cells == {Q: "B"}
    finally:
        work.close()
