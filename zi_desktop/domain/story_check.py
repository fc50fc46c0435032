"""The requirements for proposing a unit (PermenPANRB 5/2024 Tabel 5): met, not met, or not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zi_desktop.domain.errors import NO_TEXT, Text
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.story_facts import Evaluated, Event, EventKind

COMPUTED = ("built", "held", "gates")
"""What the program works out itself: a year of building, a WBK held already, the newest TPI's gates."""


class State(StrEnum):
    UNKNOWN = "unknown"
    MET = "met"
    NOT_MET = "not-met"

    @property
    def label(self) -> Text:
        return _STATE_LABELS[self]


_STATE_LABELS = {
    State.UNKNOWN: Text("Belum diketahui", "Not known"),
    State.MET: Text("Terpenuhi", "Met"),
    State.NOT_MET: Text("Belum terpenuhi", "Not met"),
}


@dataclass(frozen=True)
class Requirement:
    """One line of the checklist. ``of``: agency or unit; ``levels``: the predikat it is asked for;
    ``computed``: what the program works out itself (``built``, ``held``, ``gates``), empty when a person
    judges."""

    id: str
    of: str
    levels: tuple[str, ...]
    text: Text
    computed: str = ""

    @property
    def may_be_judged(self) -> bool:
        """Whether a person's word counts where the program does not know. On the minimum scores only an
        evaluation does."""
        return self.computed != "gates"


@dataclass(frozen=True)
class Requirements:
    """The shipped list. ``deadline``: (month, day) until which units are proposed."""

    source: str
    deadline: tuple[int, int]
    items: tuple[Requirement, ...]


@dataclass(frozen=True)
class Judged:
    """What a person found about one requirement; ``on`` is when."""

    state: State
    note: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Checked:
    """A requirement with its state; ``why`` says what a computed state rests on."""

    requirement: Requirement
    state: State
    note: str = ""
    on: date | None = None
    why: Text = NO_TEXT


@dataclass(frozen=True)
class Verdict:
    """Whether the unit may be proposed for ``level``: only when every requirement is known to be met."""

    level: str
    lines: tuple[Checked, ...]

    @property
    def missing(self) -> tuple[Checked, ...]:
        return tuple(line for line in self.lines if line.state is State.NOT_MET)

    @property
    def unknown(self) -> tuple[Checked, ...]:
        return tuple(line for line in self.lines if line.state is State.UNKNOWN)

    @property
    def ready(self) -> bool:
        return all(line.state is State.MET for line in self.lines)

    @property
    def words(self) -> Text:
        """The headline, then by name what is not met and what is not known."""
        head, rest = self.headline, self.named
        return Text(f"{head.id} {rest.id}".strip(), f"{head.en} {rest.en}".strip())

    @property
    def headline(self) -> Text:
        """``Siap diusulkan WBK.`` or ``Belum siap diusulkan WBK.``"""
        if self.ready:
            return Text(f"Siap diusulkan {self.level}.", f"Ready to be proposed for {self.level}.")
        return Text(f"Belum siap diusulkan {self.level}.", f"Not ready to be proposed for {self.level}.")

    @property
    def named(self) -> Text:
        """What is not met, then what is not known; empty when the unit is ready."""
        parts: list[Text] = []
        for lines, id_, en in (
            (self.missing, "Belum terpenuhi", "Not met"),
            (self.unknown, "Belum diketahui", "Not known"),
        ):
            if lines:
                texts = [line.requirement.text for line in lines]
                parts.append(
                    Text(
                        f"{id_}: {'; '.join(t.id for t in texts)}.",
                        f"{en}: {'; '.join(t.en for t in texts)}.",
                    )
                )
        return Text(" ".join(p.id for p in parts), " ".join(p.en for p in parts))


def check(
    item: Requirement,
    level: str,
    events: tuple[Event, ...],
    evaluations: tuple[Evaluated, ...],
    judged: Mapping[str, Judged],
    today: date,
) -> Checked:
    said = judged.get(item.id, Judged(State.UNKNOWN))
    if not item.computed:
        return Checked(item, said.state, said.note, said.on)
    state, why = {
        "built": lambda: _built(events, today),
        "held": lambda: _held(events, today),
        "gates": lambda: _gates(level, evaluations),
    }[item.computed]()
    if item.may_be_judged and state is State.UNKNOWN and said.state is not State.UNKNOWN:
        return Checked(item, said.state, said.note, said.on)  # a person knows what the story does not tell
    return Checked(item, state, said.note, said.on, why)


def _built(events: tuple[Event, ...], today: date) -> tuple[State, Text]:
    """A year since building began; where only the launch is known, since that."""
    began = [e.on for e in events if e.kind is EventKind.PEMBANGUNAN] or [
        e.on for e in events if e.kind is EventKind.PENCANANGAN
    ]
    if not began:
        return State.UNKNOWN, Text(
            "Tanggal pencanangan atau pembangunan belum diisi.", "No date of launch or building is entered."
        )
    full = _a_year_after(min(began))
    day = full.strftime("%d-%m-%Y")
    if today >= full:
        return State.MET, Text(f"Genap setahun pada {day}.", f"A full year on {day}.")
    return State.NOT_MET, Text(f"Baru genap setahun pada {day}.", f"A full year only on {day}.")


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)


def _held(events: tuple[Event, ...], today: date) -> tuple[State, Text]:
    given = [e for e in events if e.kind is EventKind.WBK and e.on <= today]
    if not given:
        return State.UNKNOWN, Text(
            "Riwayat belum mencatat predikat WBK.", "The story does not record a predicate WBK."
        )
    last = given[-1]
    day = last.on.strftime("%d-%m-%Y")
    if last.until is not None and last.until < today:
        end = last.until.strftime("%d-%m-%Y")
        return State.NOT_MET, Text(f"WBK berlaku hanya sampai {end}.", f"WBK was valid until {end} only.")
    return State.MET, Text(f"WBK diberikan {day}.", f"WBK was given on {day}.")


def _gates(level: str, evaluations: tuple[Evaluated, ...]) -> tuple[State, Text]:
    tpi = [e for e in evaluations if e.stage is Stage.TPI]
    if not tpi:
        return State.UNKNOWN, Text("Belum ada penilaian TPI.", "There is no TPI evaluation yet.")
    newest = tpi[-1]
    name = Text(f"TPI {newest.year}", f"TPI {newest.year}")
    result = next((p for p in newest.predikat if p.rule.id == level), None)
    if result is None:
        return State.UNKNOWN, Text(f"{name.id} tidak menilai {level}.", f"{name.en} does not judge {level}.")
    if result.met:
        return State.MET, Text(f"{name.id}: semua terpenuhi.", f"{name.en}: all are met.")
    open_gates = (
        "; ".join(g.gate.label.id for g in result.open),
        "; ".join(g.gate.label.en for g in result.open),
    )
    if newest.answered < newest.questions:
        left = newest.questions - newest.answered
        return State.UNKNOWN, Text(
            f"{name.id} belum lengkap ({left} soal); belum terpenuhi: {open_gates[0]}.",
            f"{name.en} is not complete ({left} questions open); not met so far: {open_gates[1]}.",
        )
    return State.NOT_MET, Text(f"{name.id} belum: {open_gates[0]}.", f"{name.en}, not met: {open_gates[1]}.")
