"""Reading the open evaluation again after every change: as if it were read from scratch, whoever wrote."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from tests.services.filled import fill
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.answers import add_evidence, answer_question, save_finding, set_note
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.reports import ReportReader
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
    amendment = work.lke("zi-2014").amendments[0].id
    changes: list[Callable[[Workspace], object]] = [
        lambda w: answer_question(w, evaluation, Q, "C"),
        lambda w: answer_question(w, evaluation, Q, ""),
        lambda w: set_note(w, evaluation, Q, "catatan uji"),
        lambda w: add_evidence(w, evaluation, Q, "bukti uji"),
        lambda w: save_finding(w, evaluation, Q, "temuan uji", ""),
        lambda w: answer_question(w, beside["mandiri"], Q, "A"),
        lambda w: answer_question(w, beside["previous"], Q, "B"),
        lambda w: set_note(w, beside["previous"], Q, "catatan tahun lalu"),
        lambda w: answer_question(w, beside["foreign"], Q, "B"),
        lambda w: adopt_amendment(w, amendment, {}),
        lambda w: drop_amendment(w, amendment),
    ]
    reader = ReportReader(work)
    chance = random.Random(7)
    for number in range(60):
        chance.choice(changes)(chance.choice((work, other)))
        read, anew = reader.read(evaluation), load_report(work, evaluation)
        assert (read, dict(read.earlier)) == (anew, dict(anew.earlier)), f"after change {number}"


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
