"""From what stands in an answer cell to a value of its question's own scale; two readings are none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NoReturn

from zi_desktop.domain.cells import Cells, CellValue, check_number, number_remedy, parse_cell
from zi_desktop.domain.errors import Issue, Text, ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Cell, CellKind, Lke, Question, QuestionKind
from zi_desktop.worksheets import reading_issues as say
from zi_desktop.worksheets.layouts import ZI_DESKTOP, Field
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_place import Placed
from zi_desktop.worksheets.workbook_file_sheet import DATE, PERCENT, ErrorValue, Value, as_text

AROUND = " \t\n.,;:/\\|()[]\"'`*_"
_THOUSANDS = re.compile(r"[+]?[1-9]\d{0,2}[.,]000\Z", re.ASCII)
_CLOSE = 1e-9
_FIRST_DAY = 10_000  # of 1927: what is typed as a date is later, and no count is looked up for nothing


def parse_answer(fit: Fit, cell: Cell, row: int, value: Value, stage: Stage) -> CellValue | None:
    """The answer a cell holds, None for an empty one. Raises ZiError as `parse_cell`, and
    ``ambiguous-number`` for a number that can be read in two ways."""
    if cell.kind is CellKind.PERCENT:
        return _percent(fit, cell, row, value, stage)
    text = unicodedata.normalize("NFKC", as_text(value)).strip()
    if cell.kind is CellKind.CHOICE:
        return parse_cell(cell, text.strip(AROUND) or text)
    if cell.kind is CellKind.COUNT and _THOUSANDS.match(text):
        _refuse(cell, text, Text("ribuan atau desimal", "thousands or decimals"))
    if cell.kind is CellKind.COUNT and _is_a_day(fit, row, value, stage):
        _refuse(cell, text, Text("tanggal atau jumlah", "a date or a count"))
    return parse_cell(cell, text)


def _refuse(cell: Cell, text: str, between: Text) -> NoReturn:
    raise ZiError(
        "ambiguous-number",
        Text(
            f"“{text[:20]}” dapat dibaca dengan dua cara ({between.id})",
            f"“{text[:20]}” can be read in two ways ({between.en})",
        ),
        where=cell.code,
        remedy=number_remedy(cell),
    )


def _is_a_day(fit: Fit, row: int, value: Value, stage: Stage) -> bool:
    """What was typed as 3/4 and became a day of April."""
    far = isinstance(value, float) and value >= _FIRST_DAY
    return far and fit.sheet.shown(row, fit.column(Field.ANSWER, stage)) == DATE


def _percent(fit: Fit, cell: Cell, row: int, value: Value, stage: Stage) -> CellValue | None:
    """0…100. ``87%`` says so itself, as does a cell that shows 0.87 as 87 %; a bare 0.87 is 87 only where the
    file's own score bears it out."""
    if isinstance(value, float) and fit.sheet.shown(row, fit.column(Field.ANSWER, stage)) == PERCENT:
        return check_number(cell, Decimal(repr(float(value))) * 100)
    text = unicodedata.normalize("NFKC", as_text(value)).strip()
    answer = parse_cell(cell, text)
    if not isinstance(answer, Decimal) or text.endswith("%") or fit.layout is ZI_DESKTOP:
        return answer
    if answer > 1 or answer == 0:
        return answer
    points, weight = fit.sheet.at(row, fit.column(Field.SCORE, stage)), cell.question.weight
    if isinstance(points, float) and weight:
        part = points / float(weight)
        if abs(part - float(answer)) <= _CLOSE:
            return check_number(cell, answer * 100)
        if abs(part - float(answer) / 100) <= _CLOSE:
            return answer
    _refuse(cell, text, Text(f"{text} % atau {text} dari 1", f"{text} % or {text} of 1"))


def uncounted(fit: Fit, placed: Placed, lke: Lke, cells: Cells, stage: Stage) -> Iterator[Issue]:
    """Percentages that were typed where only their counts are an answer, and the counts are not there."""
    column = fit.column(Field.ANSWER, stage)
    for question in lke.questions:
        row = placed.questions.get(question.code)
        if row is None or column is None or not _is_computed(lke, question):
            continue
        value = fit.sheet.at(row, column)
        if value is None or isinstance(value, ErrorValue) or (row, column) in fit.sheet.formulas:
            continue
        inputs = {c.code for c in lke.cells_of[question.code] if c.kind is CellKind.COUNT}
        if as_text(value).strip() and not cells.keys() >= inputs:
            yield say.without_counts(fit.sheet.place(row, column), as_text(value), question.code)


def _is_computed(lke: Lke, question: Question) -> bool:
    return question.kind is QuestionKind.RATIO and any(
        c.kind is CellKind.COUNT for c in lke.cells_of[question.code]
    )
