"""The areas of change: one name, one or two sections (Pemenuhan and Reform), and the minimum asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.domain.lke import Level, Lke, PredikatRule
from zi_desktop.domain.scoring import Score


@dataclass(frozen=True)
class Area:
    """``codes``: its sections; of zi-2021 the one in Pemenuhan and the one in Reform."""

    number: int
    label: str
    codes: tuple[str, ...]
    maximum: Fraction

    def points(self, result: Score) -> Fraction:
        return sum((result.sections[c] for c in self.codes), Fraction(0))

    def share(self, result: Score) -> Fraction:
        """0…1 of the area's most points."""
        return self.points(result) / self.maximum

    def gate_share(self, rule: PredikatRule) -> Fraction | None:
        """The share ``rule`` asks of this area; None where it asks nothing of it alone."""
        needs = [g.need / g.maximum for g in rule.gates if set(g.codes) == set(self.codes)]
        return max(needs, default=None)


def areas_of(lke: Lke) -> tuple[Area, ...]:
    """In the order of the form; sections of the same name are one area (PermenPANRB 90/2021 Tabel 3)."""
    by_label: dict[str, list[str]] = {}
    for section in lke.all_sections:
        if section.level is Level.AREA:
            by_label.setdefault(section.label.casefold(), []).append(section.code)
    found = []
    for number, codes in enumerate(by_label.values(), start=1):
        sections = [lke.section_by_code[c] for c in codes]
        weight = sum((s.weight for s in sections), Fraction(0))
        found.append(Area(number, sections[0].label, tuple(codes), weight))
    return tuple(found)


def shares_of(areas: tuple[Area, ...], lke: Lke, result: Score) -> Mapping[int, Fraction] | None:
    """What a result on the form ``lke`` says of ``areas``, by number; None when its areas are others.

    They agree when there are as many and each name begins with the other's (zi-2014 calls the third
    *… SDM*, zi-2021 *… SDM Aparatur*). An area without a single answer is left out.
    """
    theirs = areas_of(lke)
    if len(theirs) != len(areas):
        return None
    for mine, other in zip(areas, theirs, strict=True):
        a, b = mine.label.casefold(), other.label.casefold()
        if not (a.startswith(b) or b.startswith(a)):
            return None
    answered = {
        other.number
        for other in theirs
        for code in other.codes
        if any(q.code in result.values for q in lke.section_by_code[code].all_questions())
    }
    return {a.number: b.share(result) for a, b in zip(areas, theirs, strict=True) if b.number in answered}
