"""The list of evaluations: figures that are kept, and computed anew when what they rest on has changed."""

from __future__ import annotations

import json
import random
import sqlite3

import pytest

from tests.services.filled import fill
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import list_evaluations, new_evaluation
from zi_desktop.services.history import undo_last
from zi_desktop.services.reports import load_report
from zi_desktop.services.thresholds import adopt_amendment
from zi_desktop.services.undo import undo
from zi_desktop.services.worklist import EvaluationSummary, WorklistReader
from zi_desktop.services.workspace import Workspace, open_workspace

Q = "A.I.1.i.b"


@pytest.fixture
def units(work: Workspace) -> list[str]:
    """Three units with two years each, filled."""
    made = [
        new_evaluation(work, unit=f"Unit Contoh {n}", year=year).evaluation_id
        for n in range(3)
        for year in (2025, 2026)
    ]
    for seed, id_ in enumerate(made):
        fill(work, id_, seed)
    return made


def filled(reader: WorklistReader) -> list[EvaluationSummary]:
    """What had to be computed, until nothing is missing."""
    computed: list[EvaluationSummary] = []
    while reader.missing:
        computed += reader.fill(seconds=1)
    return computed


def right(work: Workspace, line: EvaluationSummary) -> bool:
    """The line says what the report does."""
    report = load_report(work, line.id)
    return (line.known, line.total, line.answered, line.unanswered, dict(line.open_gates)) == (
        True,
        report.score.total,
        report.score.answered,
        len(report.score.unanswered),
        {p.rule.id: len(p.open) for p in report.predikat},
    )


def test_a_new_list_is_there_at_once_and_filled_in(work: Workspace, units: list[str]) -> None:
    reader = WorklistReader(work)
    assert reader.read()
    assert [line.id for line in reader.lines] == units[::-1], "the one changed last stands first"
    assert not any(line.known for line in reader.lines)
    assert reader.missing == len(units)
    one = reader.fill(seconds=0, first=[units[2]])
    assert [line.id for line in one] == [units[2]], "what is looked at comes first"
    filled(reader)
    assert all(right(work, line) for line in reader.lines)


def test_figures_are_kept_for_the_next_time(work: Workspace, units: list[str]) -> None:
    first = list_evaluations(work)
    reader = WorklistReader(work)
    reader.read()
    assert reader.missing == 0
    assert reader.lines == first
    assert len(first) == len(units)


def test_only_what_was_changed_is_computed_anew(work: Workspace, units: list[str]) -> None:
    list_evaluations(work)
    reader = WorklistReader(work)
    reader.read()
    assert not reader.read(), "nothing has changed"
    other = open_workspace(work.store_path, actor="Lain")
    try:
        now = work.evaluation(units[0]).cells.get(Q)
        answer_question(other, units[0], Q, "A" if now != "A" else "C")
    finally:
        other.close()
    assert reader.read()
    assert {line.id for line in filled(reader)} == set(units[:2]), "it and the year beside it"
    assert reader.lines[0].id == units[0]
    assert all(right(work, line) for line in reader.lines)


def test_new_thresholds_make_all_figures_stale(work: Workspace, units: list[str]) -> None:
    list_evaluations(work)
    reader = WorklistReader(work)
    reader.read()
    adopt_amendment(work, work.lke("zi-2014").amendments[0].id, {})
    reader.read()
    assert reader.missing == len(units)
    filled(reader)
    assert all(right(work, line) for line in reader.lines)


def test_one_that_is_new_and_one_taken_back(work: Workspace, units: list[str]) -> None:
    reader = WorklistReader(work)
    reader.read()
    filled(reader)
    made = new_evaluation(work, unit="Unit Baru", year=2026, stage=Stage.MANDIRI)
    reader.read()
    assert reader.lines[0].id == made.evaluation_id
    filled(reader)
    undo(work, work.store.log(made.evaluation_id)[0].batch)
    reader.read()
    assert made.evaluation_id not in {line.id for line in reader.lines}
    assert reader.missing == 0
    assert len(reader.lines) == len(units)


def test_a_change_while_it_is_filled_is_never_mixed_in(work: Workspace, units: list[str]) -> None:
    reader = WorklistReader(work)
    reader.read()
    now = work.evaluation(units[0]).cells.get(Q)
    answer_question(work, units[0], Q, "A" if now != "A" else "C")
    assert reader.fill(seconds=0, first=[units[0]]) == []
    reader.read()
    filled(reader)
    assert all(right(work, line) for line in reader.lines)


def test_figures_that_cannot_be_kept_are_shown_all_the_same(work: Workspace, units: list[str]) -> None:
    reader = WorklistReader(work)
    reader.read()
    writer = sqlite3.connect(work.store_path, isolation_level=None)
    try:
        writer.execute("BEGIN IMMEDIATE")
        filled(reader)
    finally:
        writer.close()
    assert all(right(work, line) for line in reader.lines)
    assert work.store.summaries() == {}
    answer_question(work, units[0], Q, "")
    assert len(list_evaluations(work)) == len(units), "and the store waits for others again"
    assert len(work.store.summaries()) == len(units)


def test_kept_figures_of_another_state_are_not_believed(work: Workspace, units: list[str]) -> None:
    list_evaluations(work)
    kept = work.store.summaries()
    state, figures = kept[units[0]]
    work.store.keep_summaries([(units[0], state + "x", figures.replace("113", "7"))])
    reader = WorklistReader(work)
    reader.read()
    assert [line.id for line in reader.lines if not line.known] == [units[0]]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_shown_is_right_however_work_and_filling_are_cut_short(
    work: Workspace, units: list[str], seed: int
) -> None:
    """Kept figures name the place of the log they were all right at; closed half-way, it must not lie."""
    chance = random.Random(seed)
    reader = WorklistReader(work)
    for _ in range(25):
        move = chance.choice(("answer", "answer", "fill some", "fill all", "restart", "undo"))
        if move == "answer":
            answer_question(work, chance.choice(units), Q, chance.choice(("A", "B", "C")))
        elif move == "undo":
            undo_last(work, chance.choice(units))
        elif move == "restart":
            reader = WorklistReader(work)
        reader.read()
        if move == "fill some":
            reader.fill(seconds=0)
        elif move == "fill all":
            filled(reader)
        lines, of = WorklistReader(work).glance()
        newest = {head.id: head.newest for head in work.store.heads()}
        assert of in (0, len(newest))
        assert lines == reader.lines[: min(of, 60)]
        assert all(right(work, line) for line in lines)
        assert {line.id: line.newest for line in reader.lines} == newest
        assert all(right(work, line) for line in reader.lines if line.known)


def test_a_glance_shows_what_the_whole_list_begins_with(work: Workspace, units: list[str]) -> None:
    list_evaluations(work)
    lines, of = WorklistReader(work).glance()
    reader = WorklistReader(work)
    reader.read()
    assert of == len(units)
    assert lines == reader.lines[:60]
    assert lines
    assert all(right(work, line) for line in lines)


def test_a_glance_is_kept_though_nothing_had_to_be_computed(work: Workspace, units: list[str]) -> None:
    list_evaluations(work)
    made = new_evaluation(work, unit="Unit Baru", year=2026, stage=Stage.MANDIRI)
    assert made.evaluation_id in {line.id for line in list_evaluations(work)}
    undo(work, work.store.log(made.evaluation_id)[0].batch)
    assert WorklistReader(work).glance() == ([], 0)
    list_evaluations(work)
    lines, of = WorklistReader(work).glance()
    assert (of, len(lines)) == (len(units), len(units))


def test_nothing_is_kept_of_a_list_that_was_only_glanced_at(work: Workspace, units: list[str]) -> None:
    list_evaluations(work)
    before = WorklistReader(work).glance()
    assert before[1] == len(units)
    reader = WorklistReader(work)
    reader.glance()
    assert reader.fill(seconds=0) == []
    assert WorklistReader(work).glance() == before
    assert work.store.kept_heads()[0] == work.store.newest_change()


def test_a_glance_after_a_change_tells_nothing(work: Workspace, units: list[str]) -> None:
    list_evaluations(work)
    answer_question(work, units[0], Q, "A" if work.evaluation(units[0]).cells.get(Q) != "A" else "C")
    reader = WorklistReader(work)
    assert reader.glance() == ([], 0)
    assert reader.read()
    assert len(reader.lines) == len(units)


@pytest.mark.usefixtures("units")
def test_a_glance_of_other_rules_is_not_believed(work: Workspace) -> None:
    list_evaluations(work)
    kept = work.store.kept_first()
    (newest, rules), of, rows = json.loads(kept)
    work.store.keep_summaries([], newest, json.dumps([[newest, rules + " "], of, rows]))
    assert WorklistReader(work).glance() == ([], 0)
    work.store.keep_summaries([], newest, kept)
    assert WorklistReader(work).glance()[1] == of


@pytest.mark.usefixtures("units")
@pytest.mark.parametrize("kept", ["rusak", "[]", "[1, 2]", "null", '{"a": 1, "b": 2, "c": 3}'])
def test_a_glance_that_was_kept_otherwise_tells_nothing(work: Workspace, kept: str) -> None:
    """By a program of another version, or damaged: the list is read whole."""
    list_evaluations(work)
    connection = sqlite3.connect(work.store_path)
    with connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'first'", (kept,))
    connection.close()
    assert WorklistReader(work).glance() == ([], 0)


@pytest.mark.usefixtures("units")
def test_a_glance_knows_new_thresholds(work: Workspace) -> None:
    list_evaluations(work)
    adopt_amendment(work, work.lke("zi-2014").amendments[0].id, {})
    assert WorklistReader(work).glance() == ([], 0)
