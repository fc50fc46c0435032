"""Cells of a workbook that lie: damaged types, formulas typed over, ranges that miss a part, weights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.errors import Issue
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke, Question, QuestionKind, Section, Share
from zi_desktop.domain.scoring import TOTAL, Score, counts_of, value_of
from zi_desktop.worksheets import reading_issues_xray as say
from zi_desktop.worksheets.layouts import Field
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_place import Placed
from zi_desktop.worksheets.reading_template import COUNT_TYPE, question_type
from zi_desktop.worksheets.workbook_file_sheet import as_text, column_letters

TOLERANCE = 1e-9
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_FORMULA_SHARE = 0.5  # a sheet computes when at least this part of what should be formulas are formulas


def type_issues(fit: Fit, placed: Placed, lke: Lke, dropped: Mapping[str, str]) -> Iterator[Issue]:
    """Type cells that do not match the question's scale; ``dropped``: questions whose score cell has text."""
    column = fit.column(Field.TYPE)
    for question in lke.questions:
        row = placed.questions.get(question.code)
        if row is None:
            continue
        if placed.rows[row].type != question_type(question):
            found = fit.sheet.text(row, column) or "(kosong)"
            yield say.wrong_type(
                fit.sheet.place(row, column), found, question, dropped=question.code in dropped
            )
        for cell in lke.cells_of[question.code]:
            count_row = placed.cells.get(cell.code, row)
            if count_row != row and placed.rows[count_row].type not in (COUNT_TYPE, ""):
                found = fit.sheet.text(count_row, column)
                yield say.wrong_count_type(fit.sheet.place(count_row, column), found, question.code)


def overtyped_answers(fit: Fit, placed: Placed, lke: Lke, cells: Cells, stage: Stage) -> Iterator[Issue]:
    """Computed cells of the answer column (percentages, sums of counts) that hold a constant instead."""
    column = fit.column(Field.ANSWER, stage)
    computed = _computed_answers(placed, lke)
    if not fit.layout.live or column is None or not _computes(fit, [row for row, _ in computed], column):
        return
    for row, question in computed:
        if (row, column) in fit.sheet.formulas:
            continue
        value = fit.sheet.at(row, column)
        expected = _expected(question, cells, is_sum=row == placed.sums.get(question.code))
        agrees = None
        if expected is not None and isinstance(value, float):
            agrees = abs(value - float(expected)) <= TOLERANCE
        yield say.overtyped(
            fit.sheet.place(row, column),
            "" if value is None else as_text(value),
            question.code,
            agrees=agrees,
            expected="" if expected is None else say.shown(float(expected)).en,
        )


def _computed_answers(placed: Placed, lke: Lke) -> list[tuple[int, Question]]:
    found = [
        (row, q)
        for q in lke.questions
        if q.kind is QuestionKind.RATIO and q.counts and (row := placed.questions.get(q.code))
    ]
    return sorted(
        [*found, *((row, lke.question_by_code[code]) for code, row in placed.sums.items())],
        key=lambda x: x[0],
    )


def _expected(question: Question, cells: Cells, *, is_sum: bool) -> Fraction | None:
    if not is_sum:
        return value_of(question, cells)
    counts = counts_of(question, cells)
    if counts is None or not isinstance(question.formula, Share):
        return None
    return sum((counts[i] for i in question.formula.base), Fraction(0))


def overtyped_scores(
    fit: Fit, placed: Placed, lke: Lke, ours: Score, column: int
) -> Iterator[tuple[str, Issue]]:
    """Score cells that hold a constant or nothing where the official form has a formula, by code."""
    rows = [(code, row) for code, row in placed.questions.items()]
    rows += [(code, row) for code, found in placed.headings.items() for row in found]
    if not fit.layout.live or not _computes(fit, [row for _, row in rows], column):
        return
    for code, row in sorted(rows, key=lambda x: x[1]):
        if (row, column) in fit.sheet.formulas:
            continue
        value = fit.sheet.at(row, column)
        expected = _points(lke, ours, code)
        agrees = abs(value - expected) <= TOLERANCE if isinstance(value, float) else None
        found = "" if value is None else as_text(value)
        question = code if code in lke.question_by_code else ""
        yield (
            code,
            say.overtyped(
                fit.sheet.place(row, column), found, question, agrees=agrees, expected=say.shown(expected).en
            ),
        )


def _points(lke: Lke, ours: Score, code: str) -> float:
    """What the score cell of this row should show: points, or the value 0…1 of a question in a mean."""
    question = lke.question_by_code.get(code)
    if question is None or question.weight is not None:
        return float(ours.points(code))
    return float(ours.values.get(code, Fraction(0)))


def _computes(fit: Fit, rows: list[int], column: int) -> bool:
    formulas = sum((row, column) in fit.sheet.formulas for row in rows)
    return bool(rows) and formulas >= _FORMULA_SHARE * len(rows)


def range_defects(fit: Fit, placed: Placed, lke: Lke, column: int) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Per section code (or ``total``): the place of a sum or mean that misses parts, and what it misses."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for code, rows in placed.headings.items():
        for row in rows:
            formula = fit.sheet.formulas.get((row, column), "")
            reached = set(_rows_in(formula, column))
            if not reached or reached & set(
                rows
            ):  # a total that only repeats its own heading, or the reverse
                continue
            parts = _parts(lke, code, placed)
            missed = tuple(part for part, places in parts.items() if not reached & places)
            if missed and len(missed) < len(parts):
                found[code] = (fit.sheet.place(row, column), missed)
    return found


def _parts(lke: Lke, code: str, placed: Placed) -> dict[str, set[int]]:
    """Rows that stand for each part of a section: heading or total, a question's row or its sub-heading."""
    if code == TOTAL:
        return {s.code: set(placed.headings[s.code]) for s in lke.sections if s.code in placed.headings}
    section: Section = lke.section_by_code[code]
    parts = {s.code: set(placed.headings[s.code]) for s in section.sections if s.code in placed.headings}
    for question in section.questions:
        rows = {placed.questions.get(question.code), placed.groups.get(question.code)} - {None}
        if rows:
            parts[question.code] = {row for row in rows if row is not None}
    return parts


def _rows_in(formula: str, column: int) -> Iterator[int]:
    letters = column_letters(column)
    for first, top, last, bottom in _RANGE.findall(formula):
        if first == letters and last in ("", letters):
            end = int(bottom) if bottom else int(top)
            yield from range(int(top), min(end, int(top) + 5000) + 1)


def weight_issues(fit: Fit, placed: Placed, lke: Lke) -> Iterator[Issue]:
    """Weights of sections and hasil questions that are not the official ones."""
    column = fit.column(Field.WEIGHT)
    for code, rows in placed.headings.items():
        right = 0.0 if code == TOTAL else float(lke.section_by_code[code].weight)
        yield from _weight(fit, rows, column, code, right)
    for question in lke.questions:
        if question.weight is not None and question.code in placed.questions:
            yield from _weight(
                fit, [placed.questions[question.code]], column, question.code, float(question.weight)
            )


def _weight(fit: Fit, rows: list[int], column: int | None, code: str, right: float) -> Iterator[Issue]:
    for row in rows:
        found = fit.sheet.at(row, column)
        if right and isinstance(found, float) and abs(found - right) > TOLERANCE:
            yield say.weight_differs(fit.sheet.place(row, column), code, found, right)
