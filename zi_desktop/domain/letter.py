"""What heads, numbers and dates the printed result: filled in by the people, never by the program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True)
class LetterHead:
    """The agency's own: the same for every evaluation of a store. What is empty is not printed.

    ``office``: the evaluators' unit (inspektorat); ``address``: lines below it; ``number_pattern``: how its
    letters are numbered, with ``{nomor}``, ``{bulan}`` (Roman) and ``{tahun}`` in it; ``signatory_…``: who
    sends the report."""

    agency: str = ""
    office: str = ""
    address: str = ""
    place: str = ""
    number_pattern: str = ""
    signatory_role: str = ""
    signatory_name: str = ""
    signatory_nip: str = ""


@dataclass(frozen=True)
class Assignment:
    """Of one evaluation: its letter's number and date, to whom it goes, and the order it was made on (surat
    tugas) with the days of the work."""

    number: str = ""
    dated: dt.date | None = None
    addressee: str = ""
    order_number: str = ""
    order_date: dt.date | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None


@dataclass(frozen=True)
class Letter:
    """Both, and the passages whose wording the agency changed, by their name in the template."""

    head: LetterHead = LetterHead()
    assignment: Assignment = Assignment()
    wording: Mapping[str, str] = field(default_factory=dict)

    def number(self, today: dt.date) -> str:
        """The letter's whole number; empty while it has none."""
        number, pattern = self.assignment.number.strip(), self.head.number_pattern
        if not number or "{nomor}" not in pattern:
            return number
        day = self.assignment.dated or today
        filled = {"{nomor}": number, "{bulan}": _ROMAN[day.month - 1], "{tahun}": str(day.year)}
        for name, value in filled.items():
            pattern = pattern.replace(name, value)
        return pattern


def letter_as_dict(letter: Letter) -> dict[str, Any]:
    """What is filled in, as JSON values; `letter_from` reads them back."""
    parts = {
        "head": filled_in(letter.head),
        "assignment": filled_in(letter.assignment),
        "wording": dict(sorted(letter.wording.items())),
    }
    return {name: part for name, part in parts.items() if part}


def filled_in(part: LetterHead | Assignment) -> dict[str, str]:
    """Its fields by name, dates as ISO texts; those that are empty are left out."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in asdict(part).items()
        if value
    }


def letter_from(value: object) -> Letter:
    """An empty letter for values of another shape."""
    if not isinstance(value, dict):
        return Letter()
    try:
        return Letter(
            LetterHead(**_known(LetterHead, value.get("head", {}))),
            assignment_from(value.get("assignment", {})),
            {str(name): str(text) for name, text in value.get("wording", {}).items()},
        )
    except (TypeError, ValueError, AttributeError):
        return Letter()


def assignment_from(kept: Mapping[str, str]) -> Assignment:
    """From its fields as `filled_in` spells them; a later program may have kept more. Raises ValueError for a
    date that is none."""
    days = {"dated", "order_date", "first_day", "last_day"}
    return Assignment(
        **{
            name: dt.date.fromisoformat(text) if name in days else text
            for name, text in _known(Assignment, kept).items()
        }  # type: ignore[arg-type]
    )


def _known(kind: type[LetterHead] | type[Assignment], kept: Mapping[str, Any]) -> dict[str, str]:
    names = {one.name for one in fields(kind)}
    return {name: str(text) for name, text in kept.items() if name in names}
