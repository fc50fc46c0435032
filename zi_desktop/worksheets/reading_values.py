"""What a person filled in: answers, counts, notes and evidence of each stage, each with its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.errors import Issue, ZiError
from zi_desktop.domain.evaluation import Finding, Stage
from zi_desktop.domain.lke import DECISION, Cell, Lke
from zi_desktop.worksheets import reading_issues as say
from zi_desktop.worksheets.layouts import Field
from zi_desktop.worksheets.reading_answers import AROUND, parse_answer, uncounted
from zi_desktop.worksheets.reading_evidence import (
    cell_evidence,
    distinct,
    looks_like_evidence,
    other_targets,
)
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_place import HEADER, IGNORED, SIGNATURE, SUM, Placed
from zi_desktop.worksheets.reading_words import clean_text
from zi_desktop.worksheets.workbook_file_sheet import ErrorValue


@dataclass
class Found:
    """The raw content of one stage's columns, with every issue met on the way."""

    stage: Stage
    cells: dict[str, CellValue] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, tuple[str, ...]] = field(default_factory=dict)
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


def read_stage(fit: Fit, placed: Placed, lke: Lke, stage: Stage) -> Found:
    """Reads the columns of one stage; a value that does not fit its question is refused and named."""
    found = Found(stage)
    column = fit.column(Field.ANSWER, stage)
    if column is not None:
        conflicts = set(_conflicts(fit, placed, stage))
        for cell in lke.input_cells:
            row = placed.cells.get(cell.code)
            if row is None:
                continue
            found.places[cell.code] = fit.sheet.place(row, column)
            if not conflicts & {cell.code, cell.question.code}:
                _read_answer(fit, found, cell, row, column)
        found.issues += uncounted(fit, placed, lke, found.cells, stage)
    _read_decisions(fit, placed, lke, found)
    _read_texts(fit, placed, lke, found)
    _read_findings(fit, placed, found)
    return found


def _read_decisions(fit: Fit, placed: Placed, lke: Lke, found: Found) -> None:
    column = fit.column(Field.DECISION, found.stage)
    if column is None:
        return
    for code, row in placed.questions.items():
        if cell := lke.cells.get(f"{code}.{DECISION}"):
            found.places[cell.code] = fit.sheet.place(row, column)
            _read_answer(fit, found, cell, row, column)


def _read_answer(fit: Fit, found: Found, cell: Cell, row: int, column: int) -> None:
    value = fit.sheet.at(row, column)
    where, question = fit.sheet.place(row, column), cell.question.code
    if value is None:
        if (row, column) in fit.sheet.formulas:
            found.issues.append(say.formula_without_value(where, question))
        return
    if isinstance(value, ErrorValue):
        found.issues.append(say.error_cell(where, value, question))
        return
    try:
        answer = parse_answer(fit, cell, row, value, found.stage)
    except ZiError as error:
        found.issues.append(say.refused(error, where, question))
        return
    if answer is not None:
        found.cells[cell.code] = answer
        if (row, column) in fit.sheet.formulas:
            found.issues.append(say.formula_answer(where, question))


def _conflicts(fit: Fit, placed: Placed, stage: Stage) -> Iterator[str]:
    """Questions and counts that stand twice with different answers, by code."""
    column = fit.column(Field.ANSWER, stage)
    for row, code in placed.duplicates.items():
        answered = placed.cells.values()
        own = placed.questions.get(code, 0)
        first = placed.cells.get(code) or (own if own in answered else 0)
        if first and _plain_answer(fit, row, column) != _plain_answer(fit, first, column):
            yield code


def _plain_answer(fit: Fit, row: int, column: int | None) -> str:
    return fit.sheet.text(row, column).casefold().strip(AROUND)


def duplicate_issues(fit: Fit, placed: Placed, lke: Lke) -> Iterator[Issue]:
    """One per row that repeats a question."""
    for row, code in placed.duplicates.items():
        conflict = any(code in _conflicts(fit, placed, stage) for stage in fit.answered)
        question = lke.cells[code].question.code if code in lke.cells else code
        yield say.duplicate_row(fit.sheet.place(row, fit.tree[0]), question, conflict=conflict)


def _read_texts(fit: Fit, placed: Placed, lke: Lke, found: Found) -> None:
    """Notes and evidence of a question and of its count rows belong to the question."""
    notes = fit.all(Field.NOTE, found.stage)
    documents = evidence_columns(fit, placed, found.stage)
    for question in lke.questions:
        rows = placed.rows_of(lke, question.code)
        texts = [note for row in rows for c in notes if (note := _words(fit, row, c))]
        if texts:
            found.notes[question.code] = "\n".join(distinct(texts))
        filled = [(row, c) for row in rows for c in documents if _filled(fit, row, c)]
        pieces = [piece for row, c in filled for piece in cell_evidence(fit.sheet, row, c)]
        if pieces:
            found.evidence[question.code] = tuple(distinct(pieces))
        for row, c in filled:
            for shown, target in other_targets(fit.sheet, row, c):
                found.issues.append(say.link_differs(fit.sheet.place(row, c), shown, target, question.code))


def _words(fit: Fit, row: int, column: int) -> str:
    """What a person wrote; a tick is no text."""
    return "" if isinstance(fit.sheet.at(row, column), bool) else clean_text(fit.sheet.raw(row, column))


def _filled(fit: Fit, row: int, column: int) -> bool:
    value = fit.sheet.at(row, column)
    return (value is not None and not isinstance(value, bool)) or (row, column) in fit.sheet.links


def _read_findings(fit: Fit, placed: Placed, found: Found) -> None:
    notes = fit.column(Field.FINDING, found.stage)
    advice = fit.column(Field.RECOMMENDATION, found.stage)
    for code, row in placed.questions.items():
        note = clean_text(fit.sheet.raw(row, notes))
        recommendation = clean_text(fit.sheet.raw(row, advice))
        if note or recommendation:
            found.findings[code] = (Finding("", note, recommendation),)


def evidence_columns(fit: Fit, placed: Placed, stage: Stage) -> list[int]:
    """The stage's evidence columns: those with a header, and, where there is only one stage, those that users
    appended without one and that hold documents and links."""
    columns = fit.all(Field.EVIDENCE, stage)
    if fit.stages == (stage,):
        columns = [*columns, *appended_evidence(fit, placed)]
    return sorted(columns)


def appended_evidence(fit: Fit, placed: Placed) -> list[int]:
    """Columns of unknown meaning that hold documents and links."""
    if len(fit.stages) != 1:
        return []
    if placed.documents is None:
        beside = _appended(fit, placed)
        placed.documents = [c for c, filled in beside.items() if _mostly_evidence(fit, filled, c)]
    return placed.documents


def unread_columns(fit: Fit, placed: Placed) -> Iterator[Issue]:
    """Columns of unknown meaning that hold something else than evidence."""
    evidence = appended_evidence(fit, placed)
    for column, rows in _appended(fit, placed).items():
        if column not in evidence:
            title = fit.sheet.text(fit.header, column)
            yield say.unknown_column(fit.sheet.place(rows[0], column), title, len(rows))


def _appended(fit: Fit, placed: Placed) -> dict[int, list[int]]:
    """Columns beside the tree that the layout does not know, with the rows of questions filled in there."""
    if placed.beside is not None:
        return placed.beside
    known = {*fit.columns, *fit.tree}
    read = placed.taken
    filled = {(row, column) for row in read for column in fit.sheet.values.get(row, {})}
    filled |= {place for place in fit.sheet.links if place[0] in read}
    found: dict[int, list[int]] = {}
    for row, column in sorted(filled):
        beside = column > fit.tree[-1] or column in fit.labels
        if beside and column not in known and _filled(fit, row, column):
            linked = (row, column) in fit.sheet.links
            if linked or fit.sheet.text(row, column):
                found.setdefault(column, []).append(row)
    placed.beside = dict(sorted(found.items()))
    return placed.beside


def _mostly_evidence(fit: Fit, rows: list[int], column: int) -> bool:
    return 2 * sum(looks_like_evidence(fit.sheet, row, column) for row in rows) > len(rows)


def unplaced_cells(fit: Fit, placed: Placed) -> Iterator[Issue]:
    """Answers, notes and documents in rows that are no question: nothing filled in goes unnamed."""
    fields = (Field.ANSWER, Field.NOTE, Field.EVIDENCE, Field.FINDING, Field.RECOMMENDATION)
    columns = {c: kind for c, (kind, _) in fit.columns.items() if kind in fields}
    for row, reason in placed.skipped.items():
        if reason in (SIGNATURE, SUM, HEADER, IGNORED):
            continue
        for column, kind in sorted(columns.items()):
            computed = kind is Field.ANSWER and (row, column) in fit.sheet.formulas
            if (text := fit.sheet.text(row, column)) and not computed:
                yield say.unplaced_cell(fit.sheet.place(row, column), text)
