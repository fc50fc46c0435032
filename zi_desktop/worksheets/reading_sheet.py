"""One sheet whose questions were found → what stands in it, stage by stage, with every doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zi_desktop.domain.carried import Carried
from zi_desktop.domain.cells import Cells
from zi_desktop.domain.errors import Issue
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.reading import Block, Origin, Reading
from zi_desktop.worksheets import reading_issues as say
from zi_desktop.worksheets.layouts import Field
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_own import restore
from zi_desktop.worksheets.reading_place import UNKNOWN, Placed
from zi_desktop.worksheets.reading_scores import FileScores, read_scores
from zi_desktop.worksheets.reading_values import (
    Found,
    duplicate_issues,
    read_stage,
    unplaced_cells,
    unread_columns,
)
from zi_desktop.worksheets.reading_words import clean_text
from zi_desktop.worksheets.reading_xray import overtyped_answers, type_issues, weight_issues
from zi_desktop.worksheets.workbook_file_sheet import Sheet
from zi_desktop.worksheets.writing_kept import Kept

_UNIT = re.compile(r"(?:nama )?(?:unit kerja|satuan kerja|satker|unit)\s*:\s*(\S.*)", re.IGNORECASE)
_YEAR = re.compile(r"tahun(?: penilaian| evaluasi)?\s*:?\s*(20\d\d)\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Beside:
    """What other sheets of the same form hold: ``cells`` by stage, and ``codes`` of what was found there."""

    cells: Mapping[Stage, Cells] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()


def read_sheet(
    fit: Fit, placed: Placed, lke: Lke, *told: Issue, kept: Kept | None = None, beside: Beside = Beside()
) -> Reading:
    """Every stage of one sheet. What stands on another sheet is not missing here, and counts where sums are
    compared. Columns, matches and shape are the caller's to add."""
    issues = list(told)
    blocks = []
    for stage in fit.stages:
        found = read_stage(fit, placed, lke, stage)
        identity = kept.stages.get(stage) if kept else None
        if kept and identity:
            restore(fit, placed, lke, found, kept)
        scores = _scores(fit, placed, lke, found, beside)
        block = Block(
            stage,
            found.cells,
            found.notes,
            found.evidence,
            found.findings,
            identity.team if identity else (),
            file_scores=scores.points,
            places=found.places,
            carried=kept.carried(stage) if kept and identity else Carried(),
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
    issues += _row_issues(fit, placed, lke, beside.codes)
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
        origin=_origin(kept) if kept else None,
    )


def _origin(kept: Kept) -> Origin:
    """What the file says of itself; its name and bytes are the caller's to add."""
    own = kept.stages[kept.stage]
    return Origin("", "", kept.stage, own.log_head, letter=kept.letter, versions=kept.versions)


def _official_texts(placed: Placed, lke: Lke) -> Iterator[tuple[str, str]]:
    """Wording that is not our own paraphrase."""
    for code, row in placed.questions.items():
        text = placed.rows[row].text
        if text and text != lke.question_by_code[code].text:
            yield code, text


def _scores(fit: Fit, placed: Placed, lke: Lke, found: Found, beside: Beside) -> FileScores:
    column = fit.column(Field.SCORE, found.stage)
    cells = {**beside.cells.get(found.stage, {}), **found.cells}
    return read_scores(fit, placed, lke, cells, column, beside.codes) if column else FileScores()


def _row_issues(fit: Fit, placed: Placed, lke: Lke, elsewhere: frozenset[str]) -> Iterator[Issue]:
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
            if question.code not in doubtful and question.code not in elsewhere:
                yield say.missing_question(fit.sheet.name, question)
            continue
        for cell in lke.cells_of[question.code]:
            known = cell.code in placed.cells or cell.code in doubtful or cell.code in elsewhere
            if cell.kind is not CellKind.DECISION and not known:
                yield say.missing_count(fit.sheet.name, cell.code, question.code)


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
