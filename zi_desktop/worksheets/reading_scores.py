"""The file's own points beside ours, and why they differ: its arithmetic is repeated from the bottom up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.errors import Issue, Text
from zi_desktop.domain.lke import Lke, Question, Section
from zi_desktop.domain.scoring import TOTAL, score
from zi_desktop.worksheets import reading_issues_xray as say
from zi_desktop.worksheets.layouts import Field
from zi_desktop.worksheets.reading_figures import Figures
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_issues import error_cell
from zi_desktop.worksheets.reading_place import Placed
from zi_desktop.worksheets.reading_template import question_type
from zi_desktop.worksheets.reading_xray import TOLERANCE
from zi_desktop.worksheets.workbook_file_sheet import ErrorValue

Reasons = dict[str, Text]
"""Why a figure differs, by place, so that one defect is told once however many sums it runs through."""


_MOST_REASONS = 8
_ELSEWHERE = "elsewhere"


@dataclass
class FileScores:
    """``points``: the file's cached points by section and hasil code and ``total``; ``issues``: what about
    them is wrong; ``dropped``: questions whose score cell holds text or nothing, by code."""

    points: dict[str, float] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    dropped: dict[str, str] = field(default_factory=dict)


def read_scores(
    fit: Fit, placed: Placed, lke: Lke, cells: Cells, column: int, elsewhere: frozenset[str] = frozenset()
) -> FileScores:
    """Compares every figure the file gives of itself with ours, to 1e-9. ``elsewhere``: questions that stand
    on another sheet; their answers are among the cells."""
    figures = Figures(fit, placed, lke, score(lke, cells), column, elsewhere)
    found = FileScores(dropped=figures.dropped)
    for code, (place, missed) in figures.ranges.items():
        question = missed[0] if missed[0] in lke.question_by_code else ""
        formula = f"={figures.formula(code)}"
        found.issues.append(say.range_defect(place, formula, figures.named(missed), question))
    numbers = list(figures.numbers())
    if not numbers:
        if any(at == column for _, at in fit.sheet.formulas):
            found.issues.append(say.no_cached_values(fit.sheet.name))
        return found
    found.issues += figures.overtyped.values()
    why = _Why(figures)
    for code, row, value in numbers:
        if isinstance(value, ErrorValue):
            found.issues.append(error_cell(figures.place(row), value, reason=figures.error_reason(code)))
        else:
            found.points.setdefault(code, float(value))
            found.issues += _difference(figures, why, code, row, value)
    return found


def _difference(figures: Figures, why: _Why, code: str, row: int, value: float) -> Iterator[Issue]:
    ours = float(figures.ours.points(code))
    if abs(value - ours) <= TOLERANCE + figures.shown:
        return
    reasons = list(why.of(code).values())
    if (more := len(reasons) - _MOST_REASONS) > 0:
        reasons[_MOST_REASONS:] = [Text(f"dan {more} sebab lain", f"and {more} more")]
    told = Text("; ".join(t.id for t in reasons), "; ".join(t.en for t in reasons))
    if not reasons:
        told = Text("sebabnya tidak diketahui", "the reason is not known")
    question = code if code in figures.lke.question_by_code else ""
    yield say.score_differs(figures.place(row), code, value, ours, told, question)


class _Why:
    """Why the file's figure of a code is not ours; asked from the top, answered from the bottom."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._memo: dict[str, Reasons] = {}

    def of(self, code: str) -> Reasons:
        if code not in self._memo:
            self._memo[code] = {}  # a damaged file may not loop
            question = self._figures.lke.question_by_code.get(code)
            self._memo[code] = self._of_question(question) if question else self._of_sum(code)
        return self._memo[code]

    def _of_sum(self, code: str) -> Reasons:
        figures = self._figures
        sections, questions = figures.parts(code)
        missed = figures.ranges.get(code, ("", ()))[1]
        reasons = self._of_range(code) if missed else {}
        parts: tuple[Section | Question, ...] = (*sections, *questions)
        for part in parts:
            if part.code not in missed and not self._agrees(part):
                reasons |= self.of(part.code)
        told = figures.points(code)
        if _ELSEWHERE in reasons:
            return reasons
        again = figures.add_up(code, missed)
        if told is not None and abs(told - again) > figures.tolerance:
            reasons |= self._of_this_cell(code, again, told)
        return reasons

    def _agrees(self, part: Section | Question) -> bool:
        told = self._figures.points(part.code)
        if isinstance(part, Question) or told is None:
            return False
        return abs(told - float(self._figures.ours.points(part.code))) <= self._figures.tolerance

    def _of_range(self, code: str) -> Reasons:
        place, missed = self._figures.ranges[code]
        names = self._figures.named(missed)
        return {
            place: Text(f"rumus {place} tidak menjangkau {names}", f"the formula of {place} misses {names}")
        }

    def _of_this_cell(self, code: str, again: float, told: float) -> Reasons:
        """The file's parts do not make the file's sum: typed over, another weight, or not recalculated."""
        figures = self._figures
        rows = figures.placed.headings.get(code) or [0]
        place = figures.place(rows[-1])
        if code in figures.overtyped:
            return {place: _typed_over(place)}
        weight = figures.fit.sheet.at(rows[0], figures.fit.column(Field.WEIGHT))
        if code != TOTAL and isinstance(weight, float):
            right = float(figures.lke.section_by_code[code].weight)
            if weight != right and abs(again / right * weight - told) <= figures.tolerance:
                return {place: Text(f"bobot {code} di berkas diubah", f"the weight of {code} was changed")}
        return {
            place: Text(
                f"nilai tersimpan di {place} tidak sama dengan hitungan rumusnya (belum dihitung ulang)",
                f"the stored value of {place} is not what its formula gives (not recalculated)",
            )
        }

    def _of_question(self, question: Question) -> Reasons:
        figures, code = self._figures, question.code
        row = figures.placed.questions.get(code)
        if row is None:
            return _not_here(code, on_another_sheet=code in figures.elsewhere)
        place = figures.place(row)
        if code in figures.dropped:
            return {place: self._dropped(question, row)}
        ours, told = figures.ours.values.get(code), figures.value(question)
        if told is None or abs(told - float(ours or 0)) <= figures.tolerance:
            return {}
        if code in figures.overtyped:
            return {place: _typed_over(place)}
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

    def _dropped(self, question: Question, row: int) -> Text:
        figures, code = self._figures, question.code
        if figures.placed.rows[row].type != question_type(question):
            where = figures.fit.sheet.place(row, figures.fit.column(Field.TYPE))
            return Text(
                f"jenis jawaban di {where} rusak sehingga soal {code} tidak ikut rata-rata",
                f"the type in {where} is damaged, so {code} drops out of the mean",
            )
        if code not in figures.ours.values:
            return Text(
                f"soal {code} kosong dan di berkas tidak ikut rata-rata, seharusnya bernilai 0",
                f"{code} is blank and drops out of the file's mean, it should count 0",
            )
        return Text(
            f"jawaban soal {code} tidak dikenali rumus berkas sehingga tidak ikut rata-rata",
            f"the file's formula does not know the answer of {code}, so it drops out of the mean",
        )


def _not_here(code: str, *, on_another_sheet: bool) -> Reasons:
    if on_another_sheet:
        return {_ELSEWHERE: Text("ikut dihitung dari lembar lain", "another sheet is part of it")}
    return {code: Text(f"baris soal {code} tidak ada di berkas", f"the file has no row for {code}")}


def _typed_over(place: str) -> Text:
    return Text(f"rumus {place} tertimpa angka", f"the formula of {place} was typed over")
