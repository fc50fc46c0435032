"""Every row of one sheet accounted for: where each question stands, and why others are passed over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.reading import IGNORE, RowCount
from zi_desktop.worksheets.layouts import ZI_DESKTOP, Field
from zi_desktop.worksheets.reading_astray import (
    APART,
    ELSEWHERE,
    SILENT,
    in_its_question,
    let_go_astray,
    let_go_foreign,
)
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_match import BY_HAND, MOVED, Match, align, match_headings
from zi_desktop.worksheets.reading_rows import Row, RowKind, body_rows, rows_above
from zi_desktop.worksheets.reading_template import Expected, Part, Template
from zi_desktop.worksheets.reading_words import likeness
from zi_desktop.worksheets.workbook_file_sheet import MAX_ROW, REFERENCE

_GROUP_LIKENESS = 0.55
_NEAR = 8  # rows up and down in which the same words are a copy
_SAME = 0.75  # wording from which a left-over row is a copy of a question that was found
_WITH_CRITERIA = 0.6  # and its criteria must not be another question's
SIGNATURE, SECTION, TOTALS, GROUP, SUM = "signature", "section", "total", "group", "sum-row"
LEFTOVER, HEADER, UNKNOWN, DOUBTFUL, REMARK = "leftover", "header", "unknown", "doubtful", "remark"
IGNORED = "ignored"


@dataclass
class Placed:
    """``headings``: rows of each section code or ``total`` (a komponen has two: its heading and its total).
    ``questions``, ``cells``, ``sums``, ``groups``: row by code. ``skipped``: reason by row. ``duplicates``:
    the cell or question a row repeats. ``matches``: by row, those that were taken."""

    rows: dict[int, Row]
    headings: dict[str, list[int]] = field(default_factory=dict)
    questions: dict[str, int] = field(default_factory=dict)
    cells: dict[str, int] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    skipped: dict[int, str] = field(default_factory=dict)
    duplicates: dict[int, str] = field(default_factory=dict)
    doubtful: list[Match] = field(default_factory=list)
    matches: dict[int, Match] = field(default_factory=dict)
    unused: dict[int, str] = field(default_factory=dict)
    """What the user said of a row and cannot be: no such row or code, or said of another row already."""
    beside: dict[int, list[int]] | None = None
    documents: list[int] | None = None
    """Kept by `reading_values`: filled columns of unknown meaning, with their rows; those with evidence."""

    def count(self, fit: Fit) -> RowCount:
        """Rows in = read + skipped + duplicates, over the whole sheet."""
        above = sum(1 for number in fit.sheet.rows() if number <= fit.header and number not in self.rows)
        read = set(self.questions.values()) | set(self.cells.values())
        skipped = Counter(self.skipped.values())
        skipped[HEADER] += above
        return RowCount(len(self.rows) + above, len(read), dict(skipped), len(self.duplicates))

    def rows_of(self, lke: Lke, question: str) -> list[int]:
        """The row of a question, then those of its counts, in the sheet's order."""
        own = [self.questions.get(question), self.sums.get(question)]
        own += [self.cells.get(cell.code) for cell in lke.cells_of[question]]
        return sorted({row for row in own if row is not None})

    @property
    def taken(self) -> set[int]:
        return {*self.questions.values(), *self.cells.values()}


def place_rows(fit: Fit, template: Template, forced: Mapping[int, str] | None = None) -> Placed:
    """Reads the sheet's tree against the form's. ``forced``: what the user says a row is, by row number."""
    rows = {row.number: row for row in body_rows(fit, template.lexicon)}
    placed = Placed(rows)
    _place_by_hand(placed, template, forced or {})
    free = {n: row for n, row in rows.items() if n not in placed.matches and n not in placed.skipped}
    headings = match_headings(template.headings, list(free.values()))
    for number, heading in headings.items():
        placed.headings.setdefault(heading.code, []).append(number)
        placed.skipped[number] = SECTION if heading.part is Part.SECTION else TOTALS
    for items, segment in _segments(template, headings, free):
        _place_segment(placed, template, items, segment)
    for match in let_go_foreign(placed, template):
        _doubt(placed, match)
    let_go_astray(placed)
    _place_left_over(placed, template)
    if fit.layout is not ZI_DESKTOP:  # which computes on that row and has another for what was typed
        _percentages_on_their_question(placed, fit, template)
    _account_for_rest(placed, headings)
    _place_above(placed, list(rows_above(fit, template.lexicon)))
    return placed


def _place_by_hand(placed: Placed, template: Template, forced: Mapping[int, str]) -> None:
    known = {(e.part is Part.SUM, e.code): e for e in template.every}
    for number, code in forced.items():
        row = placed.rows.get(number)
        item = known.get((False, code))
        if row and code == IGNORE:
            placed.skipped[number] = IGNORED
        elif row and item and code not in {*placed.cells, *placed.questions}:
            _take(placed, Match(item, row, True, 1.0, BY_HAND))
        else:
            placed.unused[number] = code


def _segments(
    template: Template, headings: dict[int, Expected], rows: dict[int, Row]
) -> Iterator[tuple[list[Expected], list[Row]]]:
    """Per heading that was found: what to expect below it and the rows down to the next heading. What belongs
    below a heading that is missing is looked for below the one before it."""
    starts = {h.code: number for number, h in headings.items() if h.part is Part.SECTION}
    order = [h.code for h in template.headings if h.part is Part.SECTION]
    items: list[Expected] = []
    start = 0
    ends = sorted(headings)
    standing, numbers = list(rows.values()), list(rows)
    for code in order:
        if code in starts:
            yield items, _between(standing, numbers, start, ends)
            items, start = [], starts[code]
        items = [*items, *template.below(code)]
    yield items, _between(standing, numbers, start, ends)


def _between(rows: list[Row], numbers: list[int], start: int, ends: list[int]) -> list[Row]:
    after = bisect_right(ends, start)
    end = ends[after] if after < len(ends) else MAX_ROW + 1
    return rows[bisect_right(numbers, start) : bisect_left(numbers, end)]


def _place_segment(placed: Placed, template: Template, items: list[Expected], segment: list[Row]) -> None:
    by_hand = {(m.expected.part, m.expected.code) for m in placed.matches.values()}
    items = [item for item in items if (item.part, item.code) not in by_hand]
    segment = [row for row in segment if not _take_group(placed, template, items, row)]
    rows = [row for row in segment if row.kind not in (RowKind.EMPTY, RowKind.HEADER)]
    if len(rows) > len(items):  # untyped lines of text between questions are remarks
        typed = [row for row in rows if row.kind is not RowKind.PLAIN]
        rows = typed if len(typed) >= len(items) else rows
    matches = align(items, rows, template)
    unsure = {m.expected.code for m in matches if not m.sure and m.expected.part is Part.QUESTION}
    for match in matches:
        of = match.expected.code.rpartition(".")[0]
        if match.sure and not (match.expected.part is Part.COUNT and of in unsure):
            _take(placed, match)
        else:
            _doubt(placed, match)


def _take(placed: Placed, match: Match) -> None:
    item, number = match.expected, match.row.number
    placed.matches[number] = match
    if item.part is Part.SUM:
        placed.sums[item.code] = number
        placed.skipped[number] = SUM
        return
    if item.part is Part.QUESTION:
        placed.questions[item.code] = number
    if item.part is Part.COUNT or not item.computed:
        placed.cells[item.code] = number


def _doubt(placed: Placed, match: Match) -> None:
    if match.row.kind is RowKind.PLAIN and match.confidence < _SAME / 2:
        return  # a line of text that merely stood where a row is missing
    placed.doubtful.append(match)
    placed.skipped[match.row.number] = DOUBTFUL


def _take_group(placed: Placed, template: Template, items: list[Expected], row: Row) -> bool:
    if row.kind is not RowKind.PLAIN:
        return False
    wordings = {i.code: template.groups[i.code] for i in items if i.code in template.groups}
    fits = {
        code: likeness(words, row.bag.text) for code, words in wordings.items() if code not in placed.groups
    }
    best = max(fits, key=lambda code: fits[code], default="")
    if not best or fits[best] < _GROUP_LIKENESS:
        return False
    placed.groups[best] = row.number
    placed.skipped[row.number] = GROUP
    return True


def _place_left_over(placed: Placed, template: Template) -> None:
    """Rows that no section claimed: copies of questions that were found, questions that stand elsewhere."""
    kinds, free = (RowKind.QUESTION, RowKind.COUNT), (None, DOUBTFUL)
    for number, row in placed.rows.items():
        unclaimed = number not in placed.matches and placed.skipped.get(number) in free
        if unclaimed and row.kind in kinds and row.bag.all:
            _place_one(placed, template, row)


def _place_one(placed: Placed, template: Template, row: Row) -> None:
    if code := _repeats(placed, row):
        _repeat(placed, row, code)
        return
    fits = sorted(
        ((template.lexicon.alike(row.bag, e.bags), n, e) for n, e in enumerate(template.every)), reverse=True
    )
    (best, _, item), second = fits[0], fits[1][0]
    if item.part is Part.SUM or best < _SAME:
        return
    found = {**placed.cells, **placed.questions}
    near = [e for alike, _, e in fits if alike >= best - 0.02]
    for e in near:
        if e.part is Part.COUNT and e.code in found and in_its_question(placed, e, row):
            _repeat(placed, row, e.code)
            return
    if item.code in found or any(m.expected is item and m.row is not row for m in placed.doubtful):
        if item.part is not Part.COUNT:
            _repeat(placed, row, _nearest(placed, near, row).code)
        return
    if item.part is Part.QUESTION and row.number not in placed.skipped:
        sure = best >= ELSEWHERE and best >= second + APART and item.type == row.type
        sure = sure and template.lexicon.wording(row.bag, item.bags) >= SILENT
        sure = sure and not item.computed and template.lexicon.whole(row.bag, item.bags) >= _WITH_CRITERIA
        match = Match(item, row, sure, round(0.8 * best if sure else 0.5 * best, 3), MOVED)
        (_take if sure else _doubt)(placed, match)


def _repeats(placed: Placed, row: Row) -> str:
    """What the row above or below of the very same words was taken for; only questions have words of their
    own."""
    for number in range(row.number - _NEAR, row.number + _NEAR + 1):
        match = placed.matches.get(number)
        if match and match.expected.part is Part.QUESTION and row.label and match.row.label == row.label:
            return match.expected.code
    return ""


def _repeat(placed: Placed, row: Row, code: str) -> None:
    placed.doubtful[:] = [m for m in placed.doubtful if m.row is not row]
    placed.skipped.pop(row.number, None)
    placed.duplicates[row.number] = code


def _nearest(placed: Placed, items: Iterable[Expected], row: Row) -> Expected:
    """Of things that are worded alike the one that was found nearest to the row."""
    found = {**placed.cells, **placed.questions}
    return min(items, key=lambda e: abs(found.get(e.code, 10**9) - row.number))


def _percentages_on_their_question(placed: Placed, fit: Fit, template: Template) -> None:
    """A typed percentage without a row of its own stands on the row of its question: unless it is computed
    there from other cells, or a row of its own got elsewhere, or the row below may be that one."""
    numbers = list(placed.rows)
    for cell in template.lke.input_cells:
        row = placed.questions.get(cell.question.code)
        if cell.kind is not CellKind.PERCENT or row is None or cell.code in placed.cells:
            continue
        below = numbers[numbers.index(row) + 1 :][:1]
        free = [n for n in below if n not in placed.matches and placed.skipped.get(n) in (None, DOUBTFUL)]
        if _computed(fit, row) or any(placed.rows[n].answered for n in free):
            continue
        if not _stands_elsewhere(placed, template, cell.code):
            placed.cells[cell.code] = row


def _stands_elsewhere(placed: Placed, template: Template, code: str) -> bool:
    """A row that was not taken for anything says what this cell does."""
    alike = template.lexicon.alike
    own = [item for item in template.every if item.code == code]
    return any(
        row.code == code or any(alike(row.bag, item.bags) >= _SAME for item in own)
        for number, row in placed.rows.items()
        if number not in placed.matches and row.answered
    )


def _computed(fit: Fit, row: int) -> bool:
    """An answer in the row is a formula over other cells."""
    answers = [c for c, (f, _) in fit.columns.items() if f is Field.ANSWER]
    return any(REFERENCE.search(fit.sheet.formulas.get((row, c), "")) for c in answers)


def _place_above(placed: Placed, above: list[Row]) -> None:
    """No row above the header is read; one that repeats a question is its duplicate all the same."""
    placed.rows = {row.number: row for row in above} | placed.rows
    questions = {placed.rows[number].label: code for code, number in placed.questions.items()}
    for row in above:
        if row.text and row.label in questions:
            placed.duplicates[row.number] = questions[row.label]
        else:
            placed.skipped[row.number] = UNKNOWN


def _account_for_rest(placed: Placed, headings: dict[int, Expected]) -> None:
    last = max((n for n, h in headings.items() if h.part is Part.TOTAL), default=0)
    seen = max([last, *placed.questions.values(), *placed.cells.values()], default=0)
    known = placed.taken | placed.duplicates.keys()
    for number, row in placed.rows.items():
        if number in known or number in placed.skipped:
            continue
        if row.kind is RowKind.HEADER:
            placed.skipped[number] = HEADER
        elif number > seen:
            placed.skipped[number] = SIGNATURE
        elif row.kind is RowKind.EMPTY:
            placed.skipped[number] = LEFTOVER
        else:
            placed.skipped[number] = REMARK if row.kind is RowKind.PLAIN else UNKNOWN
