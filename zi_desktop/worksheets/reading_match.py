"""Which row of a sheet is which row of the form: by place in the tree and order, confirmed by wording.

Pure functions over `Expected` and `Row`. A row number alone never decides. A match that wording speaks
against is returned as not sure; the caller proposes it and does not take its answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from zi_desktop.worksheets.reading_rows import Row, RowKind
from zi_desktop.worksheets.reading_template import Expected, Part
from zi_desktop.worksheets.reading_words import likenesses

Score = Callable[[int, int], float]

_WORDING, _MARKER, _TYPE, _ID = 3.0, 0.8, 0.8, 0.3
_GAP = 0.1  # leaving an item or a row out must beat a match worse than this
_SWAP = 0.05  # crossed wording may fit this much better; in the official order it fits at least 0.1 worse
_CONFIRMED = 0.1  # the wording a match must share where nothing else speaks for it
_MARGIN = 0.5  # how much better than the next candidate a match must be where rows are missing or extra
_FUZZY_HEADING = 0.6


@dataclass(frozen=True)
class Match:
    expected: Expected
    row: Row
    sure: bool


def match_headings(headings: Sequence[Expected], rows: Sequence[Row]) -> dict[int, Expected]:
    """Headings by row number. Names that occur twice (areas under Pemenuhan and Reform) are told apart by
    order; a missing heading shifts nothing."""
    labels = {h.label for h in headings}
    exact = [r for r in rows if r.label in labels]
    present = {r.label for r in exact}
    standing = [h for h in headings if h.label in present]
    whole = all(h.label in present for h in headings if h.part is Part.SECTION)
    if whole and [r.label for r in exact] == [h.label for h in standing]:  # nearly every file
        return {row.number: heading for row, heading in zip(exact, standing, strict=True)}
    candidates = [r for r in rows if r.label and (r.label in labels or r.kind is RowKind.PLAIN)]

    def fits(i: int, j: int) -> float:
        heading, row = headings[i], candidates[j]
        if heading.label == row.label:
            return 2.0 + (heading.marker == row.marker)
        if row.kind is not RowKind.PLAIN:
            return -1.0
        shared = len(heading.words & row.words)
        alike = shared / max(1, len(heading.words | row.words))
        return 1.0 + alike if alike >= _FUZZY_HEADING else -1.0

    pairs = _in_order(len(headings), len(candidates), fits)
    return {candidates[j].number: headings[i] for i, j in pairs}


def align(items: Sequence[Expected], rows: Sequence[Row], rarity: Mapping[str, float]) -> list[Match]:
    """The items of one section (or the counts of one question) on the rows that stand there."""
    wording = likenesses([item.words for item in items], [row.words for row in rows], rarity)

    def fits(i: int, j: int) -> float:
        item, row = items[i], rows[j]
        score = _WORDING * wording[i][j]
        score += _MARKER if item.marker == row.marker else 0
        score += _ID if row.number in item.ids else 0
        if row.kind is RowKind.PLAIN:
            score -= _TYPE
        elif row.type:
            score += _TYPE if item.type == row.type else -_TYPE / 2
        return score

    whole = len(items) == len(rows)
    # Where the numbers agree, order alone already speaks for a match; where not, the match must earn it.
    pairs = [(i, i) for i in range(len(items))] if whole else _in_order(len(items), len(rows), fits)
    confirmed = whole and sum(wording[i][i] for i in range(len(items))) >= _CONFIRMED * len(items)

    def sure(i: int, j: int) -> bool:
        alone = confirmed or (wording[i][j] >= _CONFIRMED and _clear(i, j, pairs, items, rows, fits))
        return alone and _not_crossed(i, j, pairs, wording)

    return [Match(items[i], rows[j], sure(i, j)) for i, j in pairs]


def _not_crossed(i: int, j: int, pairs: list[tuple[int, int]], wording: list[list[float]]) -> bool:
    """False when exchanging this row with another one of the section would fit the wording better."""
    return all(
        wording[i][j2] + wording[i2][j] <= wording[i][j] + wording[i2][j2] + _SWAP
        for i2, j2 in pairs
        if i2 != i
    )


def _clear(
    i: int,
    j: int,
    pairs: list[tuple[int, int]],
    items: Sequence[Expected],
    rows: Sequence[Row],
    fits: Score,
) -> bool:
    """True when no left-over item or row between the neighbours would do nearly as well."""
    place = pairs.index((i, j))
    before = pairs[place - 1] if place else (-1, -1)
    after = pairs[place + 1] if place + 1 < len(pairs) else (len(items), len(rows))
    others = [fits(i2, j) for i2 in range(before[0] + 1, after[0]) if i2 != i]
    others += [
        fits(i, j2) for j2 in range(before[1] + 1, after[1]) if j2 != j and rows[j2].kind is not RowKind.PLAIN
    ]
    return all(fits(i, j) >= other + _MARGIN for other in others)


def _in_order(items: int, rows: int, fits: Score) -> list[tuple[int, int]]:
    """The pairs (item, row), both rising, with the greatest sum of fits; a fit below `_GAP` is no pair."""
    best = [[0.0] * (rows + 1) for _ in range(items + 1)]
    pair = [[False] * (rows + 1) for _ in range(items + 1)]
    for i in range(items - 1, -1, -1):
        for j in range(rows - 1, -1, -1):
            fit = fits(i, j)
            together = best[i + 1][j + 1] + fit if fit > _GAP else -1.0
            apart = max(best[i + 1][j], best[i][j + 1])
            pair[i][j] = together > apart
            best[i][j] = max(together, apart)
    found = []
    i = j = 0
    while i < items and j < rows:
        if pair[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
