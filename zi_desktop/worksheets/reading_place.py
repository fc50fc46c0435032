"""Every row of one sheet accounted for: where each question stands, and why others are passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import RowCount
from zi_desktop.worksheets.layouts import Fit
from zi_desktop.worksheets.reading_match import Match, align, match_headings
from zi_desktop.worksheets.reading_rows import Row, RowKind, body_rows
from zi_desktop.worksheets.reading_template import Expected, Part, Template
from zi_desktop.worksheets.reading_words import likeness

_GROUP_LIKENESS = 0.7
SIGNATURE, SECTION, TOTALS, GROUP, SUM = "signature", "section", "total", "group", "sum-row"
LEFTOVER, HEADER, UNKNOWN, DOUBTFUL, REMARK = "leftover", "header", "unknown", "doubtful", "remark"


@dataclass
class Placed:
    """``headings``: rows of each section code or ``total`` (a komponen has two: its heading and its total).
    ``questions``, ``cells``, ``sums``, ``groups``: row by code. ``skipped``: reason by row."""

    rows: dict[int, Row]
    headings: dict[str, list[int]] = field(default_factory=dict)
    questions: dict[str, int] = field(default_factory=dict)
    cells: dict[str, int] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    skipped: dict[int, str] = field(default_factory=dict)
    duplicates: dict[int, str] = field(default_factory=dict)
    doubtful: list[Match] = field(default_factory=list)

    def count(self, fit: Fit) -> RowCount:
        """Rows in = read + skipped + duplicates, over the whole sheet."""
        above = sum(1 for number in fit.sheet.rows() if number <= fit.header)
        read = set(self.questions.values()) | set(self.cells.values())
        skipped = Counter(self.skipped.values())
        skipped[HEADER] += above
        return RowCount(len(self.rows) + above, len(read), dict(skipped), len(self.duplicates))

    def rows_of(self, lke: Lke, question: str) -> list[int]:
        """The row of a question, then those of its counts, in the sheet's order."""
        own = [self.questions.get(question), self.sums.get(question)]
        own += [self.cells.get(cell.code) for cell in lke.cells_of[question]]
        return sorted({row for row in own if row is not None})


def place_rows(fit: Fit, template: Template) -> Placed:
    """Reads the sheet's tree against the form's."""
    rows = {row.number: row for row in body_rows(fit)}
    placed = Placed(rows)
    headings = match_headings(template.headings, list(rows.values()))
    for number, heading in headings.items():
        placed.headings.setdefault(heading.code, []).append(number)
        placed.skipped[number] = SECTION if heading.part is Part.SECTION else TOTALS
    for items, segment in _segments(template, headings, rows):
        _place_segment(placed, template, items, segment)
    _account_for_rest(placed, headings)
    return placed


def _segments(
    template: Template, headings: dict[int, Expected], rows: dict[int, Row]
) -> Iterator[tuple[list[Expected], list[Row]]]:
    """Per heading that was found: the questions to expect below it and the rows down to the next heading. The
    questions of a section without its heading are looked for below the heading before it."""
    starts = {h.code: number for number, h in headings.items() if h.part is Part.SECTION}
    order = [h.code for h in template.headings if h.part is Part.SECTION]
    items: list[Expected] = []
    start = 0
    ends = sorted(headings)
    for code in order:
        if code in starts:
            yield items, _between(rows, start, ends)
            items, start = [], starts[code]
        items = [*items, *template.questions.get(code, ())]
    yield items, _between(rows, start, ends)


def _between(rows: dict[int, Row], start: int, ends: list[int]) -> list[Row]:
    end = next((number for number in ends if number > start), max(rows, default=0) + 1)
    return [row for number, row in rows.items() if start < number < end]


def _place_segment(placed: Placed, template: Template, items: list[Expected], segment: list[Row]) -> None:
    segment = [row for row in segment if not _take_group(placed, template, items, row)]
    candidates = [row for row in segment if row.kind not in (RowKind.COUNT, RowKind.EMPTY)]
    if len(candidates) > len(items):
        # An untyped line of text between questions is a remark unless there are too few rows without it.
        typed = [row for row in candidates if row.kind is RowKind.QUESTION]
        candidates = typed if len(typed) >= len(items) else candidates
    repeated = _repeated(candidates) if len(candidates) > len(items) else {}
    matches = align(items, [row for row in candidates if row.number not in repeated], template.rarity)
    for match in matches:
        _take(placed, match, placed.questions)
    below = [row for row in segment if row.number not in repeated]
    for asked, rows in _between_questions(items, matches, below):
        _place_counts(placed, template, asked, {m.expected.code: m for m in matches}, rows)
    codes = {m.row.number: m.expected.code for m in matches}
    placed.duplicates |= {row: codes[first] for row, first in repeated.items() if first in codes}


def _repeated(rows: list[Row]) -> dict[int, int]:
    """Rows whose wording stood before in the same section, with the row where it first stood."""
    first: dict[str, int] = {}
    found = {}
    for row in rows:
        if row.label and first.setdefault(row.label, row.number) != row.number:
            found[row.number] = first[row.label]
    return found


def _take_group(placed: Placed, template: Template, items: list[Expected], row: Row) -> bool:
    if row.kind is not RowKind.PLAIN:
        return False
    for item in items:
        group = template.groups.get(item.code)
        if group and item.code not in placed.groups and likeness(group, row.words, {}) >= _GROUP_LIKENESS:
            best = max(items, key=lambda i: likeness(template.groups.get(i.code, frozenset()), row.words, {}))
            placed.groups[best.code] = row.number
            placed.skipped[row.number] = GROUP
            return True
    return False


def _between_questions(
    items: list[Expected], matches: list[Match], rows: list[Row]
) -> Iterator[tuple[list[Expected], list[Row]]]:
    """The rows from each question's row to the next one's, with the questions whose counts may stand there:
    that question and those after it whose own row was not found."""
    starts = {m.expected.code: m.row.number for m in matches}
    asked: list[Expected] = []
    start = 0
    for item in items:
        if item.code in starts:
            yield asked, [row for row in rows if start < row.number < starts[item.code]]
            asked, start = [], starts[item.code]
        asked.append(item)
    yield asked, [row for row in rows if start < row.number]


def _place_counts(
    placed: Placed, template: Template, asked: list[Expected], matches: dict[str, Match], below: list[Row]
) -> None:
    for question in asked:
        match = matches.get(question.code)
        if match and match.sure and not template.inputs.get(question.code):
            placed.cells[question.code] = match.row.number
    items = [item for question in asked for item in template.inputs.get(question.code, ())]
    rows = [r for r in below if r.kind in (RowKind.COUNT, RowKind.QUESTION)]
    counted = [r for r in rows if r.kind is RowKind.COUNT]
    unsure = {code for code, match in matches.items() if not match.sure}
    for match in align(items, counted if len(counted) >= len(items) else rows, template.rarity):
        if match.expected.part is Part.SUM:
            placed.sums[match.expected.code] = match.row.number
            placed.skipped[match.row.number] = SUM
        elif match.expected.code.rpartition(".")[0] in unsure:
            _doubt(placed, match)
        else:
            _take(placed, match, placed.cells)


def _take(placed: Placed, match: Match, into: dict[str, int]) -> None:
    if match.sure:
        into[match.expected.code] = match.row.number
    else:
        _doubt(placed, match)


def _doubt(placed: Placed, match: Match) -> None:
    placed.doubtful.append(match)
    placed.skipped[match.row.number] = DOUBTFUL


def _account_for_rest(placed: Placed, headings: dict[int, Expected]) -> None:
    last = max((n for n, h in headings.items() if h.part is Part.TOTAL), default=0)
    seen = max([last, *placed.questions.values(), *placed.cells.values()], default=0)
    known = set(placed.questions.values()) | set(placed.cells.values()) | placed.duplicates.keys()
    for number, row in placed.rows.items():
        if number in known or number in placed.skipped:
            continue
        if number > seen:
            placed.skipped[number] = SIGNATURE
        elif row.kind is RowKind.EMPTY:
            placed.skipped[number] = LEFTOVER
        else:
            placed.skipped[number] = REMARK if row.kind is RowKind.PLAIN else UNKNOWN
