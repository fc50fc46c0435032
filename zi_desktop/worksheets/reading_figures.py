"""The figures a workbook gives of itself, read as its own formulas see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from zi_desktop.domain.errors import NO_TEXT, Issue, Text
from zi_desktop.domain.lke import Lke, Question, Section
from zi_desktop.domain.scoring import TOTAL, Score
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_place import Placed
from zi_desktop.worksheets.reading_xray import TOLERANCE, overtyped_scores, range_defects
from zi_desktop.worksheets.workbook_file_sheet import ErrorValue, slack

_PARTS = 40  # a sum has no more


@dataclass(frozen=True)
class Figures:
    """One score column of one sheet. ``ours`` is our score of the answers read from it."""

    fit: Fit
    placed: Placed
    lke: Lke
    ours: Score
    column: int
    elsewhere: frozenset[str] = frozenset()
    """Codes of questions that stand on another sheet of the same form."""

    @cached_property
    def ranges(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """Place and missed parts of every sum whose range is too short, by code."""
        return range_defects(self.fit, self.placed, self.lke, self.column)

    @cached_property
    def overtyped(self) -> dict[str, Issue]:
        """Score cells without their formula, by code."""
        return dict(overtyped_scores(self.fit, self.placed, self.lke, self.ours, self.column))

    @cached_property
    def dropped(self) -> dict[str, str]:
        """What the score cell of a question shows when it is no number, by code: the mean passes it over."""
        found = {}
        for code, row in self.placed.questions.items():
            value = self.fit.sheet.at(row, self.column)
            if not isinstance(value, float):
                found[code] = "" if value is None else str(value)
        return found

    @cached_property
    def shown(self) -> float:
        """How far a number of this column may be from what it shows: half a unit of the last digit that any
        of them has. 0 where the file has the numbers themselves."""
        found = (slack(cells.get(self.column)) for cells in self.fit.sheet.values.values())
        return min((s for s in found if s), default=0.0)

    @property
    def tolerance(self) -> float:
        """How far sums of this column may be from ours when every part is as far off as it may be."""
        return TOLERANCE + _PARTS * self.shown

    def place(self, row: int) -> str:
        return self.fit.sheet.place(row, self.column)

    def numbers(self) -> Iterator[tuple[str, int, float | ErrorValue]]:
        """Every score cell of sections, totals and hasil items that shows a number or an error, top down."""
        rows = [(row, code) for code, found in self.placed.headings.items() for row in found]
        rows += [
            (row, code)
            for code, row in self.placed.questions.items()
            if self.lke.question_by_code[code].weight is not None
        ]
        for row, code in sorted(rows):
            value = self.fit.sheet.at(row, self.column)
            if isinstance(value, float | ErrorValue) and not isinstance(value, bool):
                yield code, row, value

    def points(self, code: str) -> float | None:
        """The file's points of a code; the last of the rows of a komponen is its total, where it adds up."""
        rows = self.placed.headings.get(code) or [self.placed.questions.get(code, 0)]
        values = [v for row in rows if isinstance(v := self.fit.sheet.at(row, self.column), float)]
        return values[-1] if values else None

    def value(self, question: Question) -> float | None:
        """0…1 as the file has it; None when its cell shows text, an error or nothing."""
        points = self.points(question.code)
        if points is None or question.weight is None:
            return points
        return points / float(question.weight)

    def parts(self, code: str) -> tuple[tuple[Section, ...], tuple[Question, ...]]:
        """What a section or ``total`` is made of."""
        if code == TOTAL:
            return self.lke.sections, ()
        section = self.lke.section_by_code[code]
        return section.sections, section.questions

    def add_up(self, code: str, missed: tuple[str, ...]) -> float:
        """What the file's own formula makes of the file's own parts, those it misses left out."""
        sections, questions = self.parts(code)
        total = sum(self.points(s.code) or 0.0 for s in sections if s.code not in missed)
        values = {q: v for q in questions if q.code not in missed and (v := self.value(q)) is not None}
        if code != TOTAL and self.lke.section_by_code[code].mean and values:
            return total + sum(values.values()) / len(values) * float(self.lke.section_by_code[code].weight)
        return total + sum(v * float(q.weight or 0) for q, v in values.items())

    def error_reason(self, code: str) -> Text:
        """Which question's error, or which empty sub-area, runs up into this sum."""
        question = self.lke.question_by_code.get(code)
        sections, questions = ((), (question,)) if question else self.parts(code)
        for asked in questions:
            if self.dropped.get(asked.code, "").startswith("#"):
                where = self.place(self.placed.questions[asked.code])
                return Text(f"berasal dari soal {asked.code} ({where})", f"comes from {asked.code} ({where})")
        for below in sections:
            rows = self.placed.headings.get(below.code, [])
            if any(isinstance(self.fit.sheet.at(row, self.column), ErrorValue) for row in rows):
                return self.error_reason(below.code)
        if questions and all(q.code in self.dropped for q in questions):
            return Text(f"semua soal {code} kosong", f"every question of {code} is blank")
        return NO_TEXT

    def formula(self, code: str) -> str:
        """The formula that adds a section up."""
        for row in reversed(self.placed.headings[code]):
            if formula := self.fit.sheet.formulas.get((row, self.column)):
                return formula
        return ""

    def named(self, codes: tuple[str, ...]) -> str:
        """Codes with the sub-heading of their question, where it has one."""
        names = []
        for code in codes:
            group = self.lke.question_by_code[code].group if code in self.lke.question_by_code else ""
            names.append(f"{code} ({group})" if group else code)
        return ", ".join(names)
