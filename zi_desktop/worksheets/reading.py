"""A filled worksheet → `Reading`: bytes in, values out, nothing guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from zi_desktop.domain.errors import NO_TEXT, Issue
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.reading import Block, Corrections, Reading, RowCount, RowMatch
from zi_desktop.worksheets import reading_issues as say
from zi_desktop.worksheets.edition import available_editions, load_edition
from zi_desktop.worksheets.layouts import ZI_DESKTOP, Field
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_own import kept_of, restore, scored_by
from zi_desktop.worksheets.reading_place import UNKNOWN, Placed, place_rows
from zi_desktop.worksheets.reading_scores import FileScores, read_scores
from zi_desktop.worksheets.reading_sights import Sight, column_matches, shape_of, sights_of, staged_by_name
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
from zi_desktop.worksheets.workbook_file_book import open_workbook
from zi_desktop.worksheets.workbook_file_sheet import Sheet
from zi_desktop.worksheets.workbook_refusals import refuse_not_a_worksheet
from zi_desktop.worksheets.writing_kept import Kept

_UNIT = re.compile(r"(?:nama )?(?:unit kerja|satuan kerja|satker|unit)\s*:\s*(\S.*)", re.IGNORECASE)
_YEAR = re.compile(r"tahun(?: penilaian| evaluasi)?\s*:?\s*(20\d\d)\Z", re.IGNORECASE)


def read_workbook(data: bytes, name: str, corrections: Corrections | None = None) -> Reading:
    """Reads a worksheet in any layout; ``name`` is what errors call the file, ``corrections`` what the user
    says of its columns and rows, before what the program thinks.

    One block per stage with something in it; every doubt is an issue with its cell. Raises ZiError
    ``empty-file``, ``not-a-worksheet``, ``encrypted-file``, ``broken-file``, ``too-large``, ``hostile-file``,
    ``bad-correction``. Pure, and bounded in time and memory for any bytes.
    """
    workbook = open_workbook(data, name)
    found = sights_of(workbook, Corrections())
    shape = shape_of(found[0]) if found else ""
    if corrections:
        found = sights_of(workbook, corrections)
    if not found:
        refuse_not_a_worksheet(name)
    shape = shape or shape_of(found[0])
    main, others = found[0], found[1:]
    if main.fit.layout is ZI_DESKTOP:
        reading = _read_own(main, kept_of(workbook))
        named = others
    else:
        reading, named = _read_sheets(main, others, alone=bool(corrections and corrections.sheet))
    issues = [*reading.issues, *(say.other_sheet(s.fit.sheet.place(s.fit.header, None)) for s in named)]
    return replace(
        reading,
        issues=tuple(_in_order(issues)),
        sheet=main.fit.sheet.name,
        other_sheets=tuple(s.fit.sheet.name for s in named),
        columns=tuple(column_matches(main)),
        matches=tuple(_row_matches(main)),
        shape=shape,
    )


def _read_sheets(main: Sight, others: list[Sight], *, alone: bool) -> tuple[Reading, list[Sight]]:
    """The fullest sheet, and with it those whose stages it does not have; the rest is named."""
    if not others or alone:
        return _read(main.fit, main.placed, main.lke), others
    sights = [staged_by_name(s) for s in (main, *others)]
    reading = _read(sights[0].fit, sights[0].placed, main.lke)
    if sights[0] is not main and reading.blocks:
        stage = sights[0].fit.stages[0]
        where = main.fit.sheet.place(main.fit.header, None)
        reading = replace(reading, issues=(*reading.issues, say.stage_by_sheet(where, stage)))
    named = []
    for sight, shown in zip(sights[1:], others, strict=True):
        stages = {block.stage for block in reading.blocks}
        if sight.fit.sheet.hidden or sight.lke is not main.lke or not sight.filled:
            named.append(shown)
            continue
        more = _read(sight.fit, sight.placed, sight.lke)
        if stages & {block.stage for block in more.blocks}:
            named.append(shown)
        else:
            reading = _merged(reading, more)
            if sight is not shown:
                where = sight.fit.sheet.place(sight.fit.header, None)
                told = say.stage_by_sheet(where, more.blocks[0].stage)
                reading = replace(reading, issues=(*reading.issues, told))
    return reading, named


def _merged(a: Reading, b: Reading) -> Reading:
    order = list(Stage)
    skipped = Counter(a.rows.skipped) + Counter(b.rows.skipped)
    rows = RowCount(
        a.rows.rows + b.rows.rows,
        a.rows.read + b.rows.read,
        dict(skipped),
        a.rows.duplicates + b.rows.duplicates,
    )
    return replace(
        a,
        blocks=tuple(sorted((*a.blocks, *b.blocks), key=lambda block: order.index(block.stage))),
        issues=(*a.issues, *b.issues),
        rows=rows,
        official_texts={**b.official_texts, **a.official_texts},
        unit=a.unit or b.unit,
        year=a.year or b.year,
    )


def _row_matches(sight: Sight) -> Iterator[RowMatch]:
    """Every row of the body below the header, with what it was taken for."""
    fit, placed = sight.fit, sight.placed
    doubtful = {m.row.number: m for m in placed.doubtful}
    column = fit.tree[0]
    for number, row in placed.rows.items():
        match = placed.matches.get(number) or doubtful.get(number)
        code = match.expected.code if match and match.expected.part != "sum" else ""
        yield RowMatch(
            number,
            fit.sheet.place(number, column),
            row.text,
            code,
            match.confidence if match else 0.0,
            bool(code) and number in placed.matches,
            match.reason if match else NO_TEXT,
        )


def _read_own(sight: Sight, kept: Kept | None) -> Reading:
    """Our own export: the visible cells, made exact by the hidden sheet where that still tells the same."""
    fit, placed, lke = sight.fit, sight.placed, sight.lke
    if kept and kept.edition in available_editions() and kept.edition != lke.id:
        lke = load_edition(kept.edition)
        placed = place_rows(fit, template_of(lke))
    if kept is None or kept.edition != lke.id or len(placed.matches) < len(sight.placed.matches):
        told = say.damaged_metadata(fit.sheet.place(fit.header, None))
        return _read(fit, sight.placed, sight.lke, told)
    return _read(scored_by(fit, kept.stage), placed, lke, kept=kept)


def _read(fit: Fit, placed: Placed, lke: Lke, *told: Issue, kept: Kept | None = None) -> Reading:
    issues = list(told)
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
        tuple(issues),
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
    yield from duplicate_issues(fit, placed, lke)
    yield from unread_columns(fit, placed)
    yield from unplaced_cells(fit, placed)
    for row, code in placed.unused.items():
        yield say.correction_not_used(fit.sheet.place(row, None), code)
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
