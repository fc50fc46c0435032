"""What heads, numbers and dates the printed result: filled in by the people, never by the program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

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
