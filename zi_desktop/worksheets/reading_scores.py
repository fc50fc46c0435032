"""The file's own points beside ours, and why they differ: its arithmetic is repeated from the bottom up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.errors import NO_TEXT, Issue, Text
from zi_desktop.domain.lke import Lke, Question, Section
from zi_desktop.domain.scoring import TOTAL, score
from zi_desktop.worksheets import reading_issues as say
from zi_desktop.worksheets.layouts import Field, Fit
from zi_desktop.worksheets.reading_place import Placed
from zi_desktop.worksheets.reading_template import question_type
from zi_desktop.worksheets.reading_xray import TOLERANCE, overtyped_scores, range_defects
from zi_desktop.worksheets.workbook_file_sheet import ErrorValue

Reasons = dict[str, Text]
"""Why a figure differs, by place, so that one defect is told once however many sums it runs through."""


@dataclass
class FileScores:
    """``points``: the file's cached points by section and hasil code and ``total``; ``issues``: what about
    them is wrong; ``dropped``: questions whose score cell holds text or nothing, by code."""

    points: dict[str, float] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    dropped: dict[str, str] = field(default_factory=dict)


def read_scores(fit: Fit, placed: Placed, lke: Lke, cells: Cells, column: int) -> FileScores:
    """Compares every figure the file gives of itself with ours, to 1e-9."""
    return _Comparison(fit, placed, lke, cells, column).result()


class _Comparison:
    def __init__(self, fit: Fit, placed: Placed, lke: Lke, cells: Cells, column: int) -> None:
        self._fit, self._placed, self._lke, self._column = fit, placed, lke, column
        self._ours = score(lke, cells)
        self._ranges = range_defects(fit, placed, lke, column)
        self._overtyped = dict(overtyped_scores(fit, placed, lke, self._ours, column))
        self._memo: dict[str, Reasons] = {}
        self._dropped = dict(self._find_dropped())

    def result(self) -> FileScores:
        found = FileScores(dropped=self._dropped)
        numbers = list(self._numbers())
        if not numbers:
            if any(column == self._column for _, column in self._fit.sheet.formulas):
                found.issues.append(say.no_cached_values(self._fit.sheet.name))
            return found
        found.issues += self._overtyped.values()
        for code, (place, missed) in self._ranges.items():
            formula = self._formula(code)
            question = missed[0] if missed[0] in self._lke.question_by_code else ""
            found.issues.append(say.range_defect(place, f"={formula}", self._named(missed), question))
        for code, row, value in numbers:
            if isinstance(value, ErrorValue):
                where = self._fit.sheet.place(row, self._column)
                found.issues.append(say.error_cell(where, value, reason=self._error_reason(code)))
            else:
                found.points.setdefault(code, value)
                found.issues += self._difference(code, row, value)
        return found

    def _numbers(self) -> Iterator[tuple[str, int, float | ErrorValue]]:
        """Every score cell of sections, totals and hasil items that shows a number or an error, top down."""
        rows = [(row, code) for code, found in self._placed.headings.items() for row in found]
        rows += [
            (row, code)
            for code, row in self._placed.questions.items()
            if self._lke.question_by_code[code].weight is not None
        ]
        for row, code in sorted(rows):
            value = self._fit.sheet.at(row, self._column)
            if isinstance(value, float | ErrorValue) and not isinstance(value, bool):
                yield code, row, value

    def _difference(self, code: str, row: int, value: float) -> Iterator[Issue]:
        ours = float(self._ours.points(code))
        if abs(value - ours) <= TOLERANCE:
            return
        reasons = self._why(code)
        told = Text("; ".join(t.id for t in reasons.values()), "; ".join(t.en for t in reasons.values()))
        if not reasons:
            told = Text("sebabnya tidak diketahui", "the reason is not known")
        question = code if code in self._lke.question_by_code else ""
        yield say.score_differs(self._fit.sheet.place(row, self._column), code, value, ours, told, question)

    def _error_reason(self, code: str) -> Text:
        """Which question's error, or which empty sub-area, runs up into this sum."""
        sections: tuple[Section, ...] = self._lke.sections if code == TOTAL else ()
        questions: tuple[Question, ...] = ()
        if code in self._lke.question_by_code:
            questions = (self._lke.question_by_code[code],)
        elif code != TOTAL:
            sections = self._lke.section_by_code[code].sections
            questions = self._lke.section_by_code[code].questions
        for question in questions:
            if self._dropped.get(question.code, "").startswith("#"):
                where = self._fit.sheet.place(self._placed.questions[question.code], self._column)
                return Text(
                    f"berasal dari soal {question.code} ({where})", f"comes from {question.code} ({where})"
                )
        for below in sections:
            rows = self._placed.headings.get(below.code, [])
            if any(isinstance(self._fit.sheet.at(row, self._column), ErrorValue) for row in rows):
                return self._error_reason(below.code)
        if questions and all(q.code in self._dropped for q in questions):
            return Text(f"semua soal {code} kosong", f"every question of {code} is blank")
        return NO_TEXT

    # -- the file's own value of one code

    def _points(self, code: str) -> float | None:
        """The last of the rows of a komponen is its total, where the file adds up."""
        rows = self._placed.headings.get(code) or [self._placed.questions.get(code, 0)]
        values = [v for row in rows if isinstance(v := self._fit.sheet.at(row, self._column), float)]
        return values[-1] if values else None

    def _value(self, question: Question) -> float | None:
        """0…1 as the file has it; None when its cell shows text, an error or nothing."""
        points = self._points(question.code)
        if points is None or question.weight is None:
            return points
        return points / float(question.weight)

    def _find_dropped(self) -> Iterator[tuple[str, str]]:
        for code, row in self._placed.questions.items():
            value = self._fit.sheet.at(row, self._column)
            if not isinstance(value, float):
                yield code, "" if value is None else str(value)

    # -- why

    def _why(self, code: str) -> Reasons:
        if code not in self._memo:
            self._memo[code] = {}  # a damaged file may not loop
            self._memo[code] = self._reasons(code)
        return self._memo[code]

    def _reasons(self, code: str) -> Reasons:
        if code in self._lke.question_by_code:
            return self._question_reasons(self._lke.question_by_code[code])
        section = None if code == TOTAL else self._lke.section_by_code[code]
        parts = self._lke.sections if section is None else section.sections
        questions: tuple[Question, ...] = () if section is None else section.questions
        missed = self._ranges.get(code, ("", ()))[1]
        reasons: Reasons = {}
        every: tuple[Section | Question, ...] = (*parts, *questions)
        for part in every:
            if part.code not in missed:
                reasons |= self._part_reasons(part)
        if missed:
            reasons = {**self._range_reason(code), **reasons}
        told = self._points(code)
        again = self._add_up(section, parts, missed)
        if told is not None and abs(told - again) > TOLERANCE:
            reasons |= self._local_reason(code, section, again, told)
        return reasons

    def _part_reasons(self, part: Section | Question) -> Reasons:
        if isinstance(part, Question):
            return self._question_reasons(part)
        told = self._points(part.code)
        if told is not None and abs(told - float(self._ours.points(part.code))) <= TOLERANCE:
            return {}
        return self._why(part.code)

    def _add_up(self, section: Section | None, parts: tuple[Section, ...], missed: tuple[str, ...]) -> float:
        """What the file's own formula makes of the file's own parts."""
        total = sum(self._points(p.code) or 0.0 for p in parts if p.code not in missed)
        if section is None:
            return total
        values = {
            q.code: v for q in section.questions if q.code not in missed and (v := self._value(q)) is not None
        }
        if section.mean and values:
            total += sum(values.values()) / len(values) * float(section.weight)
        else:
            total += sum(v * float(self._lke.question_by_code[c].weight or 0) for c, v in values.items())
        return total

    def _local_reason(self, code: str, section: Section | None, again: float, told: float) -> Reasons:
        """The file's parts do not make the file's sum: typed over, another weight, or not recalculated."""
        row = (self._placed.headings.get(code) or [0])[-1]
        place = self._fit.sheet.place(row, self._column)
        if code in self._overtyped:
            return {place: Text(f"rumus {place} tertimpa angka", f"the formula of {place} was typed over")}
        weight = self._fit.sheet.at(
            (self._placed.headings.get(code) or [0])[0], self._fit.column(Field.WEIGHT)
        )
        if section and section.mean and isinstance(weight, float):
            other = again / float(section.weight) * weight
            if abs(other - told) <= TOLERANCE and abs(weight - float(section.weight)) > TOLERANCE:
                return {place: Text(f"bobot {code} di berkas diubah", f"the weight of {code} was changed")}
        return {
            place: Text(
                f"nilai tersimpan di {place} tidak sama dengan hitungan rumusnya (belum dihitung ulang)",
                f"the stored value of {place} is not what its formula gives (not recalculated)",
            )
        }

    def _range_reason(self, code: str) -> Reasons:
        place, missed = self._ranges[code]
        names = self._named(missed)
        return {
            place: Text(f"rumus {place} tidak menjangkau {names}", f"the formula of {place} misses {names}")
        }

    def _question_reasons(self, question: Question) -> Reasons:
        code = question.code
        row = self._placed.questions.get(code)
        if row is None:
            return {code: Text(f"baris soal {code} tidak ada di berkas", f"the file has no row for {code}")}
        place = self._fit.sheet.place(row, self._column)
        ours, told = self._ours.values.get(code), self._value(question)
        if code in self._dropped:
            return {place: self._dropped_reason(code, row)}
        if told is None or abs(told - float(ours or 0)) <= TOLERANCE:
            return {}
        if code in self._overtyped:
            return {place: Text(f"rumus {place} tertimpa angka", f"the formula of {place} was typed over")}
        if ours is None:
            return {
                place: Text(
                    f"soal {code} menurut program belum terjawab, di berkas bernilai",
                    f"{code} is not answered for the program but counts in the file",
                )
            }
        a, b = say.shown(told), say.shown(float(ours))
        return {
            place: Text(
                f"soal {code} di berkas bernilai {a.id}, seharusnya {b.id}",
                f"{code} counts {a.en} in the file and should count {b.en}",
            )
        }

    def _dropped_reason(self, code: str, row: int) -> Text:
        question = self._lke.question_by_code[code]
        if self._placed.rows[row].type != question_type(question):
            where = self._fit.sheet.place(row, self._fit.column(Field.TYPE))
            return Text(
                f"jenis jawaban di {where} rusak sehingga soal {code} tidak ikut rata-rata",
                f"the type in {where} is damaged, so {code} drops out of the mean",
            )
        if code not in self._ours.values:
            return Text(
                f"soal {code} kosong dan di berkas tidak ikut rata-rata, seharusnya bernilai 0",
                f"{code} is blank and drops out of the file's mean, it should count 0",
            )
        return Text(
            f"jawaban soal {code} tidak dikenali rumus berkas sehingga tidak ikut rata-rata",
            f"the file's formula does not know the answer of {code}, so it drops out of the mean",
        )

    def _formula(self, code: str) -> str:
        for row in reversed(self._placed.headings[code]):
            if formula := self._fit.sheet.formulas.get((row, self._column)):
                return formula
        return ""

    def _named(self, codes: tuple[str, ...]) -> str:
        names = []
        for code in codes:
            group = self._lke.question_by_code[code].group if code in self._lke.question_by_code else ""
            names.append(f"{code} ({group})" if group else code)
        return ", ".join(names)
