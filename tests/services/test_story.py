"""The unit's story is stored by verbs that can be undone, and read back; comparing reads the store."""

from __future__ import annotations

from datetime import date

import pytest

from zi_desktop.domain.compare import Kind
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.story_check import State
from zi_desktop.domain.story_facts import EventKind
from zi_desktop.services.answers import answer_question
from zi_desktop.services.comparing import compare_evaluations, usual_pair
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.history import redo_last, undo_last
from zi_desktop.services.story import load_story, remove_unit_event, set_requirement, set_unit_event
from zi_desktop.services.workspace import Workspace

UNIT, DAY = "Satker Contoh", date(2025, 2, 10)


def test_events_are_kept_changed_removed_and_undone(work: Workspace, evaluation: str) -> None:
    set_unit_event(work, UNIT, EventKind.PENCANANGAN, DAY, "Dihadiri pimpinan")
    (event,) = load_story(work, UNIT).events
    assert (event.kind, event.on, event.note) == (EventKind.PENCANANGAN, DAY, "Dihadiri pimpinan")
    until = date(2027, 2, 10)
    set_unit_event(work, UNIT, EventKind.WBK, DAY, until=until, event_id=event.id)
    assert [(e.kind, e.until) for e in load_story(work, UNIT).events] == [(EventKind.WBK, until)]
    remove_unit_event(work, UNIT, event.id)
    assert load_story(work, UNIT).events == ()
    assert undo_last(work)
    assert load_story(work, UNIT).events[0].until == until
    assert undo_last(work, evaluation)
    assert load_story(work, UNIT).events == (event,)
    assert redo_last(work)
    assert load_story(work, UNIT).events[0].kind is EventKind.WBK


@pytest.mark.usefixtures("evaluation")
def test_a_requirement_is_kept_with_note_and_day_and_can_be_undone(work: Workspace) -> None:
    def line() -> tuple[State, str, date | None]:
        lines = load_story(work, UNIT).verdicts[0].lines
        return next((c.state, c.note, c.on) for c in lines if c.requirement.id == "spip")

    assert line() == (State.UNKNOWN, "", None)
    assert set_requirement(work, UNIT, "spip", State.MET, "Level 3,1", DAY)
    assert line() == (State.MET, "Level 3,1", DAY)
    assert not set_requirement(work, UNIT, "spip", State.MET, "Level 3,1", DAY)
    assert undo_last(work)
    assert line() == (State.UNKNOWN, "", None)


@pytest.mark.usefixtures("evaluation")
def test_what_cannot_be_is_refused_and_nothing_is_written(work: Workspace) -> None:
    before = work.store.newest_change()
    impossible = (
        lambda: set_unit_event(work, UNIT, EventKind.WBK, DAY, until=date(2024, 1, 1)),
        lambda: set_unit_event(work, UNIT, EventKind.NOTE, DAY, until=date(2026, 1, 1)),
        lambda: set_unit_event(work, UNIT, EventKind.NOTE, date(1925, 1, 1)),
    )
    for verb in impossible:
        with pytest.raises(ZiError, match="bad-date"):
            verb()
    with pytest.raises(ZiError, match="unknown-event"):
        set_unit_event(work, UNIT, EventKind.NOTE, DAY, event_id="tidak-ada")
    with pytest.raises(ZiError, match="unknown-event"):
        remove_unit_event(work, UNIT, "tidak-ada")
    with pytest.raises(ZiError, match="unknown-requirement"):
        set_requirement(work, UNIT, "tidak-ada", State.MET)
    with pytest.raises(ZiError, match="empty-unit"):
        set_unit_event(work, "  ", EventKind.NOTE, DAY)
    with pytest.raises(ZiError, match="unknown-unit"):
        load_story(work, "Unit lain")
    assert work.store.newest_change() == before


def test_the_story_scores_every_evaluation_of_this_unit_only(work: Workspace, evaluation: str) -> None:
    new_evaluation(work, unit="Unit lain", year=2026)
    older = new_evaluation(work, unit=UNIT, year=2021, stage=Stage.MANDIRI).evaluation_id
    answer_question(work, evaluation, "A.I.1.i.a", "Ya")
    past = load_story(work, UNIT).evaluations
    assert [(e.id, e.edition, e.total) for e in past] == [
        (older, "zi-2014", 0),
        (evaluation, "zi-2021", load_report(work, evaluation).score.total),
    ]


def test_two_evaluations_of_the_store_compare_with_the_older_form_first(
    work: Workspace, evaluation: str
) -> None:
    assert usual_pair(load_report(work, evaluation)) is None
    old = new_evaluation(work, unit=UNIT, year=2021).evaluation_id
    answer_question(work, old, "A.I.1.b", "A")
    answer_question(work, evaluation, "A.I.1.i.b", "B")
    assert usual_pair(load_report(work, evaluation)) == (old, evaluation)
    there, back = compare_evaluations(work, old, evaluation), compare_evaluations(work, evaluation, old)
    assert there.before.evaluation.id == back.before.evaluation.id == old
    assert there.questions == back.questions
    unit = new_evaluation(work, unit=UNIT, year=2026, stage=Stage.MANDIRI).evaluation_id
    assert usual_pair(load_report(work, evaluation)) == (unit, evaluation)
    assert usual_pair(load_report(work, unit)) == (unit, evaluation)
    found = compare_evaluations(work, unit, evaluation)
    assert [(d.question.code, d.kind) for d in found.questions[:2]] == [
        ("A.I.1.i.b", Kind.UP),
        ("A.I.1.i.a", Kind.SAME),
    ]
    with pytest.raises(ZiError, match="same-evaluation"):
        compare_evaluations(work, unit, unit)
    with pytest.raises(ZiError, match="unknown-evaluation"):
        compare_evaluations(work, unit, "tidak-ada")
