"""Our own export read back without loss: the hidden sheet makes exact what the visible cells still show."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from zi_desktop.domain.cells import check_number
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.worksheets import reading_issues as say
from zi_desktop.worksheets.layouts import Field
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_place import Placed
from zi_desktop.worksheets.reading_values import Found
from zi_desktop.worksheets.workbook_file_book import Workbook, open_workbook
from zi_desktop.worksheets.workbook_file_sheet import as_text, unescaped
from zi_desktop.worksheets.writing_kept import Kept, evidence_cell, findings_cell, parse_kept, visible
from zi_desktop.worksheets.writing_plan import KEPT_SHEET

_NOTE = Text("Catatan", "The note")
_EVIDENCE = Text("Bukti dukung", "The evidence")
_FINDINGS = Text("Temuan atau rekomendasi", "The finding or recommendation")
_NUMBER = Text("Angka", "The number")


def kept_of(workbook: Workbook) -> Kept | None:
    """The hidden sheet, or None when there is none or it was damaged."""
    if KEPT_SHEET not in workbook.parts:
        return None
    sheet = workbook.sheet(KEPT_SHEET)
    rows = []
    for number in sorted(sheet.values):
        cells = sheet.values[number]
        rows.append([unescaped(as_text(cells[c])) if c in cells else "" for c in range(1, max(cells) + 1)])
    return parse_kept(rows)


def scored_by(fit: Fit, stage: Stage) -> Fit:
    """The sheet with its score column given to the stage whose answers drive it."""
    columns = {c: (f, stage if f is Field.SCORE else s) for c, (f, s) in fit.columns.items()}
    return replace(fit, columns=columns)


def restore(fit: Fit, placed: Placed, lke: Lke, found: Found, kept: Kept) -> None:
    """Puts the exact texts and numbers in place of what the cells show; a cell that shows something else was
    edited: it wins, and an issue says so."""
    for code, row in placed.questions.items():
        _restore_note(fit, found, kept, code, row)
        _restore_evidence(fit, found, kept, code, row)
        _restore_findings(fit, found, kept, code, row)
    for code, value in found.cells.items():
        if isinstance(value, Decimal):
            _restore_number(fit, placed, lke, found, kept, code)


def _edited(fit: Fit, found: Found, code: str, row: int, field: Field, what: Text) -> None:
    where = fit.sheet.place(row, fit.column(field, found.stage))
    found.issues.append(say.edited_outside(where, code, what))


def _restore_note(fit: Fit, found: Found, kept: Kept, code: str, row: int) -> None:
    shown = fit.sheet.raw(row, fit.column(Field.NOTE, found.stage))
    exact = kept.note(found.stage, code, shown)
    if exact:
        found.notes[code] = exact
    stored = kept.exact.get(f"{found.stage}/notes/{code}")
    if isinstance(stored, str) and visible(stored) != shown:
        _edited(fit, found, code, row, Field.NOTE, _NOTE)


def _restore_evidence(fit: Fit, found: Found, kept: Kept, code: str, row: int) -> None:
    shown = fit.sheet.raw(row, fit.column(Field.EVIDENCE, found.stage))
    items = kept.evidence(found.stage, code, shown)
    texts = tuple(item.text for item in items)
    if items and evidence_cell(texts) == shown and all(item.id for item in items):
        found.evidence[code] = texts
    elif f"{found.stage}/evidence/{code}" in kept.exact:
        _edited(fit, found, code, row, Field.EVIDENCE, _EVIDENCE)


def _restore_findings(fit: Fit, found: Found, kept: Kept, code: str, row: int) -> None:
    note = fit.sheet.raw(row, fit.column(Field.FINDING, found.stage))
    advice = fit.sheet.raw(row, fit.column(Field.RECOMMENDATION, found.stage))
    findings = kept.findings(found.stage, code, note, advice)
    if findings:
        found.findings[code] = findings
    shown = (
        findings_cell([f.note for f in findings]),
        findings_cell([f.recommendation for f in findings]),
    )
    if f"{found.stage}/findings/{code}" in kept.exact and (
        shown != (note, advice) or not all(f.id for f in findings)
    ):
        _edited(fit, found, code, row, Field.FINDING, _FINDINGS)


def _restore_number(fit: Fit, placed: Placed, lke: Lke, found: Found, kept: Kept, code: str) -> None:
    column = fit.column(Field.ANSWER, found.stage)
    row = placed.cells[code]
    value = fit.sheet.at(row, column)
    if not isinstance(value, float):
        return
    exact = kept.number(found.stage, code, value)
    try:
        found.cells[code] = check_number(lke.cells[code], exact)
    except ZiError:
        return  # the number in the cell was already checked and stays
    if f"{found.stage}/numbers/{code}" in kept.exact and exact == Decimal(repr(value)):
        _edited(fit, found, lke.cells[code].question.code, row, Field.ANSWER, _NUMBER)


def own_facts(data: bytes, name: str) -> Kept | None:
    """The hidden sheet of a workbook of ours, read alone; None for any other workbook. Raises ZiError as
    `open_workbook` does."""
    return kept_of(open_workbook(data, name))
