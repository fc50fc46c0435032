"""What the official Lampiran III workbook makes of the same answers: its figure, to reconcile with, not ours.

Its formulas fill what the regulation leaves open in ways of their own: a blank question is text and drops
out of its mean, so that the score rises; a sub-area without any number is ``#DIV/0!``; a blank survey index
or hasil question is ``#VALUE!``; a zero denominator is ``#DIV/0!``, but for the discipline question with
nothing before and nothing now; and errors run up into every sum. Damage done to one copy (types, formulas
typed over, ranges cut short) is data: `WorkbookDefects`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.lke import Decline, Lke, Portion, Question, QuestionKind, Section, Share
from zi_desktop.domain.scoring import TOTAL


class CellError(StrEnum):
    """An error in place of a figure."""

    DIV_ZERO = "#DIV/0!"
    VALUE = "#VALUE!"


Shown = Fraction | CellError | None
"""A score cell: a number, an error, or text (``Blm Diisi``, ``-``), which means and sums pass over."""

_LETTERS: Mapping[str, Mapping[str, Fraction]] = {
    "ya/tidak": {"ya": Fraction(1), "tidak": Fraction(0)},
    "a/b/c": {"a": Fraction(1), "b": Fraction(1, 2), "c": Fraction(0)},
    "a/b/c/d": {"a": Fraction(1), "b": Fraction(67, 100), "c": Fraction(33, 100), "d": Fraction(0)},
    "a/b/c/d/e": dict(zip("abcde", (Fraction(4 - i, 4) for i in range(5)), strict=True)),
}
_LISTED_BACKWARDS = frozenset({"A"})  # TOTAL PENGUNGKIT adds Reform first, which tells where errors meet
_PERCENT, _COUNTS = "%", frozenset({"jumlah", "rupiah"})


@dataclass(frozen=True)
class WorkbookDefects:
    """What is wrong in one copy of the workbook.

    ``reach``: by section, how many rows below its heading the range of its mean covers. ``types``: what the
    type cell says, by question or count code, where that is not the official type. ``unknown``: questions
    whose answer the formulas do not recognise as it was typed (``A`` with a space). Constants in place of
    formulas: ``values`` in the answer cell of a ratio question, ``bases`` in the row that adds its counts up,
    ``points`` in score cells, by section (the total row of a komponen), question or ``total``; None stands
    for nothing.
    """

    reach: Mapping[str, int] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    values: Mapping[str, Shown] = field(default_factory=dict)
    bases: Mapping[str, Shown] = field(default_factory=dict)
    points: Mapping[str, Shown] = field(default_factory=dict)


SOUND = WorkbookDefects()
OFFICIAL = WorkbookDefects(reach={"A.II.5.iii": 4})
"""As distributed: the mean of Laporan Harta stops within LHKPN and never reaches LHKASN."""


def workbook_score(lke: Lke, cells: Cells, defects: WorkbookDefects = OFFICIAL) -> dict[str, Shown]:
    """The score cell of every section, question and ``total``, exact, as the workbook computes it.

    Points for sections and hasil questions, the value 0…1 for questions in a mean. Decisions on zero
    denominators do not exist in the workbook and are not looked at. Where two kinds of error meet, the first
    in the formula is shown.
    """
    return _Workbook(lke, cells, defects).scores()


@dataclass
class _Workbook:
    lke: Lke
    cells: Cells
    defects: WorkbookDefects
    found: dict[str, Shown] = field(default_factory=dict)

    def scores(self) -> dict[str, Shown]:
        parts = [self._section(root) for root in self.lke.sections]
        self.found[TOTAL] = self._given(TOTAL, _sum(parts))
        return self.found

    def _given(self, code: str, computed: Shown) -> Shown:
        return self.defects.points.get(code, computed)

    def _section(self, section: Section) -> Shown:
        self.found[section.code] = None  # keeps the order of the form
        parts = [self._section(below) for below in section.sections]
        if section.code in _LISTED_BACKWARDS:
            parts.reverse()
        rows = {q.code: self._rows(q) for q in section.questions}
        if section.mean:
            computed = _times(_mean(self._ranged(section, rows)), section.weight)
        else:
            computed = _sum([*parts, *(rows[q.code][0] for q in section.questions)])
        self.found[section.code] = self._given(section.code, computed)
        return self.found[section.code]

    def _ranged(self, section: Section, rows: Mapping[str, list[Shown]]) -> list[Shown]:
        """The score cells that the mean of the section covers, top down."""
        below: list[Shown] = []
        heads: list[Shown] = []
        for question in section.questions:
            if question.group:  # a sub-heading with a mean of its own, of weight 1
                heads.append(_mean(rows[question.code]))
                below.append(heads[-1])
            below += rows[question.code]
        if section.code in self.defects.reach:
            return below[: self.defects.reach[section.code]]
        return heads or below

    def _rows(self, question: Question) -> list[Shown]:
        """The score cells of the question's row and of the rows of its counts."""
        cell = self._given(question.code, self._question(question))
        self.found[question.code] = cell
        counts: list[Shown] = []
        for count in question.counts if question.kind is QuestionKind.RATIO else ():
            code = f"{question.code}.{count.id}"
            if isinstance(question.formula, Share) and question.formula.base[1:] and not counts:
                counts.append(_by_type("jumlah", self.defects.bases.get(question.code)))  # adds the base up
            counts.append(_by_type(self.defects.types.get(code, "jumlah"), self._number(code)))
        return [cell, *counts]

    def _question(self, question: Question) -> Shown:
        code = question.code
        if question.kind is QuestionKind.INDEX:
            assert isinstance(question.formula, Portion)
            number = None if code in self.defects.unknown else self._number(code)
            return _times(None if number is None else number / question.formula.full, question.weight)
        if question.kind is QuestionKind.RATIO:
            shown = _by_type(self.defects.types.get(code, _PERCENT), self._ratio(question))
        else:
            official = "/".join(c.label for c in question.choices)
            label = "" if code in self.defects.unknown else str(self.cells.get(code, ""))
            shown = _by_type(self.defects.types.get(code, official), label)
        return shown if question.weight is None else _times(shown, question.weight)

    def _number(self, code: str) -> Fraction | None:
        number = self.cells.get(code)
        return None if number is None else Fraction(Decimal(number))

    def _ratio(self, question: Question) -> Shown:
        """The answer cell of a ratio question; None for ``Blm Diisi``."""
        code, formula = question.code, question.formula
        if code in self.defects.values:
            return self.defects.values[code]
        counts = {c.id: self._number(f"{code}.{c.id}") for c in question.counts}
        if isinstance(formula, Share) and len(formula.base) > 1:
            return self._ratio_of_sum(code, formula, counts)
        known = {name: n for name, n in counts.items() if n is not None}
        if len(known) < len(counts):
            return None
        if isinstance(formula, Decline):
            return _decline(known[formula.before], known[formula.now])
        if isinstance(formula, Portion):
            return known[formula.value] / formula.full
        assert isinstance(formula, Share)
        return _share(known[formula.done[0]], known[formula.base[0]])

    def _ratio_of_sum(self, code: str, formula: Share, counts: Mapping[str, Fraction | None]) -> Shown:
        """LHKPN and LHKASN: a blank count makes the sum text, and a number divided by text is an error."""
        done = counts[formula.done[0]]
        parts = [counts[name] for name in formula.base]
        base: Shown
        if code in self.defects.bases:
            base = self.defects.bases[code]
            if base is None:
                return None
        else:
            known = [p for p in parts if p is not None]
            base = sum(known, Fraction(0)) if len(known) == len(parts) else CellError.VALUE
        if done is None:
            return None
        return base if isinstance(base, CellError) else _share(done, base)


def _share(done: Fraction, base: Fraction) -> Shown:
    return CellError.DIV_ZERO if base == 0 else min(Fraction(1), done / base)


def _decline(before: Fraction, now: Fraction) -> Shown:
    if before == 0:
        return Fraction(1) if now == 0 else CellError.DIV_ZERO
    return max(Fraction(0), (before - now) / before)


def _by_type(kind: str, answer: Shown | str) -> Shown:
    """The nested IF of every score cell: what the type says decides how the answer is taken."""
    kind = kind.casefold()
    if kind not in _LETTERS and kind != _PERCENT and kind not in _COUNTS:
        return None  # "-", or nothing where there is no type: the answer is not even looked at
    if isinstance(answer, CellError):
        return answer
    if kind in _LETTERS:
        return _LETTERS[kind].get(answer.casefold()) if isinstance(answer, str) else None
    return answer if kind == _PERCENT and isinstance(answer, Fraction) else None


def _times(value: Shown, weight: Fraction | None) -> Shown:
    """Text times a weight is an error."""
    if value is None:
        return CellError.VALUE
    return value if isinstance(value, CellError) else value * (weight or 0)


def _first_error(cells: Iterable[Shown]) -> CellError | None:
    return next((c for c in cells if isinstance(c, CellError)), None)


def _sum(parts: Sequence[Shown]) -> Shown:
    return _first_error(parts) or sum((p for p in parts if isinstance(p, Fraction)), Fraction(0))


def _mean(cells: Sequence[Shown]) -> Shown:
    error = _first_error(cells)
    numbers = [c for c in cells if isinstance(c, Fraction)]
    if error or not numbers:
        return error or CellError.DIV_ZERO
    return sum(numbers, Fraction(0)) / len(numbers)
