"""A filled worksheet (.xlsx, .xlsm) → `Reading`: bytes in, values out, nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_desktop.domain.errors import Issue
from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.reading import Block, Reading
from zi_desktop.worksheets import reading_issues as say
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.layouts import HEADER_ROWS, ZI_DESKTOP, Field, Fit, fit_layouts
from zi_desktop.worksheets.reading_own import kept_of, restore, scored_by
from zi_desktop.worksheets.reading_place import UNKNOWN, Placed, place_rows
from zi_desktop.worksheets.reading_scores import FileScores, read_scores
from zi_desktop.worksheets.reading_template import template_of
from zi_desktop.worksheets.reading_values import (
    Found,
    duplicate_issues,
    read_stage,
    unplaced_cells,
    unread_columns,
)
from zi_desktop.worksheets.reading_words import clean_text
from zi_desktop.worksheets.reading_xray import overtyped_answers, type_issues, weight_issues
from zi_desktop.worksheets.workbook_file import refuse_not_a_worksheet
from zi_desktop.worksheets.workbook_file_book import Workbook, open_workbook
from zi_desktop.worksheets.workbook_file_sheet import Sheet
from zi_desktop.worksheets.writing_kept import Kept

_FEWEST_HEADINGS = 2  # a table that shares its header words with an LKE, but none of its sections, is none
_UNIT = re.compile(r"(?:nama )?(?:unit kerja|satuan kerja|satker|unit)\s*:\s*(\S.*)", re.IGNORECASE)
_YEAR = re.compile(r"tahun(?: penilaian| evaluasi)?\s*:?\s*(20\d\d)\Z", re.IGNORECASE)


def read_workbook(data: bytes, name: str) -> Reading:
    """Reads a worksheet in any known layout; ``name`` is what errors call the file.

    One block per answer column with something in it; every doubt is an issue with its cell. Raises ZiError
    ``empty-file``, ``not-a-worksheet``, ``encrypted-file``, ``broken-file``, ``too-large``, ``hostile-file``.
    Pure, and bounded in time and memory for any bytes.
    """
    workbook = open_workbook(data, name)
    fits = _fits(workbook)
    placed = [(fit, place_rows(fit, template_of(load_edition(fit.layout.edition)))) for fit in fits]
    placed = [
        (fit, rows) for fit, rows in placed if rows.questions and len(rows.headings) >= _FEWEST_HEADINGS
    ]
    if not placed:
        refuse_not_a_worksheet(name)
    fit, rows = max(placed, key=lambda pair: (len(pair[1].questions), not pair[0].sheet.hidden))
    others = [say.other_sheet(f.sheet.place(f.header, None)) for f, _ in placed if f is not fit]
    if fit.layout is not ZI_DESKTOP:
        return _read(fit, rows, load_edition(fit.layout.edition), others)
    return _read_own(fit, kept_of(workbook), others)


def _read_own(fit: Fit, kept: Kept | None, issues: list[Issue]) -> Reading:
    """Our own export: the visible cells, made exact by the hidden sheet where that still tells the same."""
    if kept is None:
        lke = load_edition(fit.layout.edition)
        issues.append(say.damaged_metadata(fit.sheet.place(fit.header, None)))
        return _read(fit, place_rows(fit, template_of(lke)), lke, issues)
    lke = load_edition(kept.edition)
    fit = scored_by(fit, kept.stage)
    return _read(fit, place_rows(fit, template_of(lke)), lke, issues, kept)


def _fits(workbook: Workbook) -> list[Fit]:
    """The sheets with a header we know, parsed whole; of all others only the first rows are looked at."""
    wanted = (HEADER_ROWS, lambda sheet: fit_layouts(sheet) is not None)
    fits = (fit_layouts(workbook.sheet(name, wanted)) for name in workbook.parts)
    return [fit for fit in fits if fit]


def _read(fit: Fit, placed: Placed, lke: Lke, issues: list[Issue], kept: Kept | None = None) -> Reading:
    blocks = []
    for stage in fit.stages:
        found = read_stage(fit, placed, lke, stage)
        identity = kept.stages.get(stage) if kept else None
        if kept and identity:
            restore(fit, placed, lke, found, kept)
        scores = _scores(fit, placed, lke, found)
        block = Block(
            stage,
            found.cells,
            found.notes,
            found.evidence,
            found.findings,
            identity.team if identity else (),
            file_scores=scores.points,
            places=found.places,
        )
        if block.filled or identity:
            blocks.append(block)
            issues += [*found.issues, *scores.issues]
            issues += overtyped_answers(fit, placed, lke, found.cells, stage)
            issues += type_issues(fit, placed, lke, scores.dropped)
        else:
            issues += found.issues
    if not blocks:
        issues.append(say.no_answers(fit.sheet.place(fit.header, None)))
    issues += _row_issues(fit, placed, lke)
    unit, year = _says_of_itself(fit.sheet, fit.header)
    if kept:
        unit, year = kept.stages[kept.stage].unit, kept.stages[kept.stage].year
    return Reading(
        lke.id,
        fit.layout.id,
        tuple(blocks),
        tuple(_in_order(issues)),
        placed.count(fit),
        dict(_official_texts(placed, lke)),
        unit,
        year,
    )


def _official_texts(placed: Placed, lke: Lke) -> Iterator[tuple[str, str]]:
    """Wording that is not our own paraphrase."""
    for code, row in placed.questions.items():
        text = placed.rows[row].text
        if text and text != lke.question_by_code[code].text:
            yield code, text


def _scores(fit: Fit, placed: Placed, lke: Lke, found: Found) -> FileScores:
    column = fit.column(Field.SCORE, found.stage)
    return read_scores(fit, placed, lke, found.cells, column) if column else FileScores()


def _row_issues(fit: Fit, placed: Placed, lke: Lke) -> Iterator[Issue]:
    yield from weight_issues(fit, placed, lke)
    yield from duplicate_issues(fit, placed)
    yield from unread_columns(fit, placed)
    yield from unplaced_cells(fit, placed)
    for row, reason in placed.skipped.items():
        if reason == UNKNOWN:
            yield say.unknown_row(fit.sheet.place(row, None), placed.rows[row].text)
    doubtful = {m.expected.code for m in placed.doubtful}
    for match in placed.doubtful:
        question = lke.cells[match.expected.code].question if match.expected.code in lke.cells else None
        code = question.code if question else match.expected.code
        yield say.doubtful_row(fit.sheet.place(match.row.number, fit.tree[0]), code, match.expected.code)
    for question in lke.questions:
        if question.code not in placed.questions:
            if question.code not in doubtful:
                yield say.missing_question(fit.sheet.name, question)
            continue
        for cell in lke.cells_of[question.code]:
            known = cell.code in placed.cells or cell.code in doubtful
            if cell.kind is not CellKind.DECISION and not known:
                yield say.missing_count(fit.sheet.name, cell.code, question.code)


def _in_order(issues: list[Issue]) -> list[Issue]:
    """By place down the sheet, each once."""

    def key(issue: Issue) -> tuple[int, str]:
        digits = re.search(r"(\d+)\Z", issue.where)
        return (int(digits.group(1)) if digits else 0, issue.where)

    return sorted(dict.fromkeys(issues), key=key)


def _says_of_itself(sheet: Sheet, header: int) -> tuple[str, int | None]:
    """Unit and year from the lines above the header: ``Unit kerja : …``, ``TAHUN : 2025``."""
    unit, year = "", None
    for row in range(1, header):
        cells = sheet.values.get(row, {})
        said = " ".join(t for column in sorted(cells) if (t := clean_text(sheet.raw(row, column))))
        for line in said.split("\n"):
            if match := _UNIT.match(line.strip()):
                unit = unit or match.group(1).strip()
            if match := _YEAR.match(line.strip()):
                year = year or int(match.group(1))
    return unit, year
