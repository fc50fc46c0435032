"""A work unit's story: read, and written by hand, one event or requirement at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.report import Report
from zi_desktop.domain.story import Story, make_story
from zi_desktop.domain.story_check import Judged, State
from zi_desktop.domain.story_facts import Event, EventKind
from zi_desktop.services.answers import clean_text
from zi_desktop.services.changes import Changes
from zi_desktop.services.reports import among
from zi_desktop.services.thresholds import adopted_amendments
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.log import new_id
from zi_desktop.worksheets.requirements import load_requirements

_EVENT, _REQUIREMENT = "event:", "syarat:"
_FIRST_YEAR, _LAST_YEAR = 2009, 2100  # the bureaucratic reform that zones of integrity belong to began then


def load_story(work: Workspace, unit: str, *, today: date | None = None) -> Story:
    """Read from one state of the store, every evaluation scored anew. Raises ZiError ``unknown-unit``."""
    with work.store.reading():
        if unit not in work.store.work_units():
            raise ZiError(
                "unknown-unit",
                Text(f"Tidak ada unit kerja {unit[:80]}", f"There is no work unit {unit[:80]}"),
                where=unit[:80],
                remedy=Text(
                    "Lihat namanya dengan “zi-desktop list”.", "See its name with “zi-desktop list”."
                ),
            )
        facts = work.store.unit_facts(unit)
        reports = _reports(work, unit)
    return make_story(
        unit,
        [_event(key, value) for key, value in facts.items() if key.startswith(_EVENT)],
        reports,
        load_requirements(),
        {
            key.removeprefix(_REQUIREMENT): _judged(value)
            for key, value in facts.items()
            if key.startswith(_REQUIREMENT)
        },
        today or date.today(),
    )


def set_unit_event(
    work: Workspace,
    unit: str,
    kind: EventKind,
    on: date,
    note: str = "",
    until: date | None = None,
    event_id: str | None = None,
) -> Changes:
    """Adds an event, or changes the one named. ``until`` is for a predikat only. Raises ZiError
    ``empty-unit``, ``bad-date``, ``text-too-long``, or ``unknown-event`` for an id that is not there."""
    name = _unit(unit)
    _check_day(on)
    if until is not None:
        _check_day(until)
        if until < on or not kind.is_predikat:
            raise _bad_date(until)
    value: dict[str, Any] = {"kind": kind.value, "on": on.isoformat(), "note": clean_text(note, name)}
    if until is not None:
        value["until"] = until.isoformat()
    with work.transaction() as tx:
        if event_id is not None and _EVENT + event_id not in work.store.unit_facts(name):
            raise _unknown_event(event_id)
        changed = tx.set_unit_fact(name, _EVENT + (event_id or new_id()), value)
    return Changes(settings=changed, batch=tx.batch if changed else "")


def remove_unit_event(work: Workspace, unit: str, event_id: str) -> Changes:
    """Raises ZiError ``unknown-event``; undo brings it back."""
    with work.transaction() as tx:
        if _EVENT + event_id not in work.store.unit_facts(unit):
            raise _unknown_event(event_id)
        changed = tx.set_unit_fact(unit, _EVENT + event_id, None)
    return Changes(settings=changed, batch=tx.batch if changed else "")


def set_requirement(
    work: Workspace, unit: str, requirement_id: str, state: State, note: str = "", on: date | None = None
) -> Changes:
    """What a person found about one requirement; unknown without a note removes it. Raises ZiError
    ``unknown-requirement``, ``bad-date`` or ``text-too-long``."""
    name = _unit(unit)
    if requirement_id not in {item.id for item in load_requirements().items}:
        raise ZiError(
            "unknown-requirement",
            Text(f"Tidak ada syarat {requirement_id[:40]}", f"There is no requirement {requirement_id[:40]}"),
            where=requirement_id[:40],
        )
    if on is not None:
        _check_day(on)
    text = clean_text(note, requirement_id)
    value: dict[str, Any] = {"state": state.value, "note": text}
    if on is not None:
        value["on"] = on.isoformat()
    nothing = state is State.UNKNOWN and not text
    with work.transaction() as tx:
        changed = tx.set_unit_fact(name, _REQUIREMENT + requirement_id, None if nothing else value)
    return Changes(settings=changed, batch=tx.batch if changed else "")


def _reports(work: Workspace, unit: str) -> list[Report]:
    of_unit = work.store.evaluations(work.store.evaluation_ids(unit=unit))
    adopted = adopted_amendments(work)
    return [among(work, evaluation, of_unit, adopted).report(evaluation) for evaluation in of_unit]


def _event(key: str, value: dict[str, Any]) -> Event:
    until = value.get("until")
    return Event(
        key.removeprefix(_EVENT),
        EventKind(value["kind"]),
        date.fromisoformat(value["on"]),
        value.get("note", ""),
        date.fromisoformat(until) if until else None,
    )


def _judged(value: dict[str, Any]) -> Judged:
    on = value.get("on")
    return Judged(State(value["state"]), value.get("note", ""), date.fromisoformat(on) if on else None)


def _unit(name: str) -> str:
    if not name.strip():
        raise ZiError("empty-unit", Text("Nama unit kerja kosong", "The work unit has no name"))
    return name


def _check_day(day: date) -> None:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise _bad_date(day)


def _bad_date(day: date) -> ZiError:
    shown = day.strftime("%d-%m-%Y")
    return ZiError(
        "bad-date",
        Text(f"Tanggal {shown} tidak mungkin di sini", f"The date {shown} cannot be here"),
        where=shown,
        remedy=Text(
            f"Isi tanggal {_FIRST_YEAR}–{_LAST_YEAR}; akhir berlaku sesudah tanggal predikat.",
            f"Enter a date of {_FIRST_YEAR}–{_LAST_YEAR}; validity ends after the predicate was given.",
        ),
    )


def _unknown_event(event_id: str) -> ZiError:
    return ZiError(
        "unknown-event",
        Text("Peristiwa itu sudah tidak ada", "That event is no longer there"),
        where=event_id[:40],
    )
