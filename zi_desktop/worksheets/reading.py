"""A filled worksheet → `Reading`: bytes in, values out, nothing guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NoReturn

from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.errors import NO_TEXT, Issue
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import Block, Corrections, Reading, RowCount, RowMatch
from zi_desktop.worksheets import reading_issues as say
from zi_desktop.worksheets.edition import available_editions, load_edition
from zi_desktop.worksheets.layouts import ZI_DESKTOP
from zi_desktop.worksheets.reading_own import kept_of, scored_by
from zi_desktop.worksheets.reading_place import place_rows
from zi_desktop.worksheets.reading_sheet import Beside, read_sheet
from zi_desktop.worksheets.reading_sights import (
    Sight,
    column_matches,
    corrected_unnamed,
    shape_of,
    sights_of,
    staged_by_name,
    unnamed_sight,
)
from zi_desktop.worksheets.reading_template import template_of
from zi_desktop.worksheets.workbook_file_book import open_workbook
from zi_desktop.worksheets.workbook_refusals import refuse_answers_unnamed, refuse_not_a_worksheet
from zi_desktop.worksheets.writing_kept import Kept


def read_workbook(data: bytes, name: str, corrections: Corrections | None = None) -> Reading:
    """Reads a worksheet in any layout; ``name`` is what errors call the file, ``corrections`` what the user
    says of its columns and rows, before what the program thinks.

    One block per stage with something in it; every doubt is an issue with its cell. Raises ZiError
    ``empty-file``, ``not-a-worksheet``, ``no-answer-column`` (`AnswersUnnamed`), ``encrypted-file``,
    ``broken-file``, ``too-large``, ``hostile-file``, ``bad-correction``. Pure, and bounded in time and
    memory for any bytes.
    """
    workbook = open_workbook(data, name)
    found = sights_of(workbook, Corrections())
    unnamed = None if found else unnamed_sight(workbook)
    first = found[0] if found else unnamed
    shape = shape_of(first) if first else ""
    if corrections:
        found = sights_of(workbook, corrections, unnamed.fit.sheet.name if unnamed else "")
    if unnamed and not (found and found[0].fit.answered):
        _refuse_unnamed(corrected_unnamed(unnamed, corrections) if corrections else unnamed, shape)
    if not found:
        refuse_not_a_worksheet(name)
    shape = shape or shape_of(found[0])
    main, others = found[0], found[1:]
    if main.fit.layout is ZI_DESKTOP:
        reading, read, named = _read_own(main, kept_of(workbook)), [main], others
    else:
        reading, read, named = _read_sheets(main, others, alone=bool(corrections and corrections.sheet))
    issues = [*reading.issues, *(say.other_sheet(s.fit.sheet.place(s.fit.header, None)) for s in named)]
    return replace(
        reading,
        issues=tuple(_in_order(issues)),
        sheet=main.fit.sheet.name,
        other_sheets=tuple(s.fit.sheet.name for s in named),
        merged_sheets=tuple(s.fit.sheet.name for s in read[1:]),
        columns=tuple(c for s in read for c in column_matches(s)),
        matches=tuple(m for s in read for m in _row_matches(s)),
        shape=shape,
    )


def _refuse_unnamed(sight: Sight, shape: str) -> NoReturn:
    """What was recognised goes with the error, for the user to say which column holds the answers."""
    fit = sight.fit
    reading = replace(
        read_sheet(fit, sight.placed, sight.lke),
        blocks=(),
        issues=(),
        sheet=fit.sheet.name,
        columns=tuple(column_matches(sight)),
        matches=tuple(_row_matches(sight)),
        shape=shape,
    )
    refuse_answers_unnamed(reading, fit.sheet.place(fit.header, None), len(sight.placed.questions))


def _read_sheets(
    main: Sight, others: list[Sight], *, alone: bool
) -> tuple[Reading, list[Sight], list[Sight]]:
    """The fullest sheet, and with it those whose stages or questions it does not have: all that were read,
    and the rest."""
    if not others or alone:
        return read_sheet(main.fit, main.placed, main.lke), [main], others
    sights = [staged_by_name(s) for s in (main, *others)]
    parts, rest = [_Part(sights[0])], []
    for sight in sights[1:]:
        part = _Part(sight)
        odd = sight.fit.sheet.hidden or sight.lke is not main.lke or not sight.filled
        if odd or not all(part.adds_to(known) for known in parts):
            rest.append(sight)
        else:
            parts.append(part)
    reading = parts[0].read_with(parts[1:])
    for part in parts[1:]:
        reading = _merged(reading, part.read_with([p for p in parts if p is not part]))
    named = {s.fit.sheet.name for s, asked in zip(sights, (main, *others), strict=True) if s is not asked}
    told = [
        say.stage_by_sheet(part.where, part.stages[0])
        for part in parts
        if part.stages and part.sight.fit.sheet.name in named
    ]
    whole = [p for p in parts[1:] if any(p.shares_a_stage(other) for other in parts if other is not p)]
    told += [say.read_together(p.where, main.fit.sheet.name) for p in whole]
    return replace(reading, issues=(*reading.issues, *told)), [p.sight for p in parts], rest


class _Part:
    """One of the sheets that may make up a form together."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        fit = sight.fit
        self.where = fit.sheet.place(fit.header, None)
        self.alone = read_sheet(fit, sight.placed, sight.lke)
        self.stages = tuple(block.stage for block in self.alone.blocks)
        self.codes = frozenset({*sight.placed.cells, *sight.placed.questions})

    def shares_a_stage(self, other: _Part) -> bool:
        return bool({*self.stages} & {*other.stages})

    def adds_to(self, other: _Part) -> bool:
        """Other stages, or other questions of the same: no answer of one has another on the other sheet."""
        return not self.shares_a_stage(other) or not self.codes & other.codes

    def read_with(self, others: list[_Part]) -> Reading:
        """This sheet, knowing what the others of its stages hold."""
        beside = [part for part in others if part.shares_a_stage(self)]
        if not beside:
            return self.alone
        cells: dict[Stage, dict[str, CellValue]] = {}
        for part in beside:
            for block in part.alone.blocks:
                cells.setdefault(block.stage, {}).update(block.cells)
        codes = frozenset(code for part in beside for code in part.codes)
        sight = self.sight
        return read_sheet(sight.fit, sight.placed, sight.lke, beside=Beside(cells, codes))


def _merged(a: Reading, b: Reading) -> Reading:
    order = list(Stage)
    skipped = Counter(a.rows.skipped) + Counter(b.rows.skipped)
    rows = RowCount(
        a.rows.rows + b.rows.rows,
        a.rows.read + b.rows.read,
        dict(skipped),
        a.rows.duplicates + b.rows.duplicates,
    )
    blocks = {block.stage: block for block in a.blocks}
    for block in b.blocks:
        blocks[block.stage] = _joined(blocks[block.stage], block) if block.stage in blocks else block
    return replace(
        a,
        blocks=tuple(sorted(blocks.values(), key=lambda block: order.index(block.stage))),
        issues=(*a.issues, *b.issues),
        rows=rows,
        official_texts={**b.official_texts, **a.official_texts},
        unit=a.unit or b.unit,
        year=a.year or b.year,
    )


def _joined(a: Block, b: Block) -> Block:
    """Two parts of one stage; they have no answer in common."""
    return replace(
        a,
        cells={**b.cells, **a.cells},
        notes={**b.notes, **a.notes},
        evidence={**b.evidence, **a.evidence},
        findings={**b.findings, **a.findings},
        file_scores={**b.file_scores, **a.file_scores},
        places={**b.places, **a.places},
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
        return read_sheet(fit, sight.placed, sight.lke, told)
    return read_sheet(scored_by(fit, kept.stage), placed, lke, kept=kept)


def _in_order(issues: list[Issue]) -> list[Issue]:
    """By place down the sheet, each once."""

    def key(issue: Issue) -> tuple[int, str]:
        digits = re.search(r"(\d+)\Z", issue.where)
        return (int(digits.group(1)) if digits else 0, issue.where)

    return sorted(dict.fromkeys(issues), key=key)
