"""Which row of a sheet is which row of the form: by place in the tree and order, confirmed by wording.

Pure functions over `Expected` and `Row`. A row number alone never decides. A match that wording speaks
against, or that another one would do nearly as well for, is returned as not sure: the caller proposes it and
does not take its answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from zi_desktop.domain.errors import NO_TEXT, Text
from zi_desktop.worksheets.reading_rows import Row, RowKind
from zi_desktop.worksheets.reading_template import COUNT_TYPE, Expected, Part, Template
from zi_desktop.worksheets.reading_words import likeness

Score = Callable[[int, int], float]

_WORDING, _MARKER, _TYPE, _ID, _CODE = 3.0, 0.4, 0.6, 0.4, 3.0
_GAP = 0.5  # leaving an item or a row out must beat a match worse than this
_SWAP = 0.05  # crossed wording may fit this much better before order is doubted
_PLAINLY = 0.6  # wording this like needs no other sign
_ENOUGH = 0.45  # enough with order, where nothing else does nearly as well
_LITTLE = 0.3  # enough where the whole section is there in order
_LITTLE_OURS = 0.12  # the same where only our own paraphrase is known
_FOREIGN = 0.25  # of a row's words; explaining less means that it says something else
_TELLING = 5.0  # mass of words from which a row says something at all
_CLEARLY = 0.12  # how much better than any other candidate a match must be
_EXPLAINED = 0.5  # of a row's words, by the item that order gives it
_SAYS_MORE = 0.08  # a row that another item fits so much better says that one
_KNOWN = 0.75  # mean likeness from which the sheet's wording is one we know
_EXACT = 0.97
_ELSEWHERE = 0.7  # out of order, wording has to carry a match alone
_FUZZY_HEADING = 0.6


@dataclass(frozen=True)
class Match:
    """``confidence`` 0…1; ``sure``: take it; ``reason`` is for people."""

    expected: Expected
    row: Row
    sure: bool
    confidence: float = 1.0
    reason: Text = NO_TEXT


BY_WORDING = Text("bunyi dan urutannya cocok", "wording and order agree")
BY_ORDER = Text(
    "urutan dan jenisnya cocok, bunyinya hanya sebagian", "order and type agree, the wording in part"
)
BY_HAND = Text("ditetapkan pengguna", "set by the user")
MOVED = Text("bunyinya cocok, tempatnya bukan", "the wording agrees, the place does not")
OTHER_WORDING = Text("urutannya cocok, bunyinya tidak", "the order agrees, the wording does not")
AMBIGUOUS = Text(
    "ada baris atau soal lain yang hampir sama cocoknya", "another row or question fits nearly as well"
)


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
        alike = likeness(heading.words, row.bag.text)
        return 1.0 + alike if alike >= _FUZZY_HEADING else -1.0

    pairs = _in_order(len(headings), len(candidates), fits)
    return {candidates[j].number: headings[i] for i, j in pairs}


def align(items: Sequence[Expected], rows: Sequence[Row], template: Template) -> list[Match]:
    """The items of one section, questions and their counts, on the rows that stand there."""
    if not items or not rows:
        return []
    quick = _in_step(items, rows, template)
    return quick or _Alignment(items, rows, template).matches()


def _in_step(items: Sequence[Expected], rows: Sequence[Row], template: Template) -> list[Match]:
    """The common case at little cost: as many rows as items, each saying what it should."""
    if len(items) != len(rows):
        return []
    alike = template.lexicon.alike
    found, fits = [], []
    for item, row in zip(items, rows, strict=True):
        fit = alike(row.bag, item.bags)
        if fit < _PLAINLY or row.kind is RowKind.PLAIN or _clash(item, row) or not row.bag.text:
            return []
        fits.append(fit)
        found.append(Match(item, row, True, _confidence(fit), BY_WORDING))
    for i, j in template.twins(items):
        one_as_other, other_as_one = alike(rows[i].bag, items[j].bags), alike(rows[j].bag, items[i].bags)
        if max(one_as_other - fits[i], other_as_one - fits[j]) > _SAYS_MORE:
            return []
        if one_as_other + other_as_one > fits[i] + fits[j] + _SWAP:
            return []
        if items[i].part is Part.QUESTION and rows[i].label == rows[j].label:
            return []
    return found


def _confidence(alike: float) -> float:
    return round(min(1.0, 0.6 + 0.4 * alike), 3)


def _clash(item: Expected, row: Row) -> bool:
    """A count where a question should be, or the reverse."""
    return bool(row.type) and (row.type == COUNT_TYPE) != (item.type == COUNT_TYPE)


class _Alignment:
    """Items and rows that are not in step: some missing, added, repeated, exchanged or worded otherwise."""

    def __init__(self, items: Sequence[Expected], rows: Sequence[Row], template: Template) -> None:
        self.items, self.rows, self.template = items, rows, template
        lexicon = template.lexicon
        self.alike = [[lexicon.alike(row.bag, item.bags) for row in rows] for item in items]
        self.pairs = _in_order(len(items), len(rows), self._fits)
        fit = [self.alike[i][j] for i, j in self.pairs]
        self.known = template.worded or sum(fit) >= _KNOWN * len(fit)

    def matches(self) -> list[Match]:
        found = [self._judge(place) for place in range(len(self.pairs))]
        moved = self._moved(found)
        items = {id(m.expected) for m in moved}
        rows = {m.row.number for m in moved}
        kept = [m for m in found if m.sure or (id(m.expected) not in items and m.row.number not in rows)]
        return [*kept, *moved]

    def _fits(self, i: int, j: int) -> float:
        item, row = self.items[i], self.rows[j]
        if self._foreign(i, j):
            return -1.0
        score = _WORDING * self.alike[i][j]
        score += _MARKER * (item.marker == row.marker) + _ID * (row.id in item.ids)
        score += _CODE * (bool(row.code) and row.code == item.code)
        if row.kind is RowKind.PLAIN:
            score -= _TYPE
        elif row.type:
            score += _TYPE if item.type == row.type else -_TYPE if _clash(item, row) else -_TYPE / 3
        return score

    def _foreign(self, i: int, j: int) -> bool:
        """The row says something, and hardly any of it is what the item says."""
        row = self.rows[j]
        if not self.template.worded or self.template.lexicon.mass(row.bag.all) < _TELLING:
            return False
        bags = self.items[i].bags
        return self.template.lexicon.explained(row.bag, bags) < _FOREIGN and self.alike[i][j] < _LITTLE

    def _judge(self, place: int) -> Match:
        i, j = self.pairs[place]
        alike = self.alike[i][j]
        sure, reason = self._verdict(place, i, j)
        confidence = _confidence(alike) if sure else round(0.5 * alike, 3)
        return Match(self.items[i], self.rows[j], sure, confidence, reason)

    def _verdict(self, place: int, i: int, j: int) -> tuple[bool, Text]:
        if self.rows[j].code and self.rows[j].code == self.items[i].code:
            return True, BY_WORDING
        clash = self.alike[i][j] < _EXACT and _clash(self.items[i], self.rows[j])
        if clash or self._crossed(i, j) or self._says_another(i, j):
            return False, OTHER_WORDING
        free_items, free_rows = self._between(place)
        if not self._clear(i, j, free_items, free_rows) or self._wordless(i, j):
            return False, AMBIGUOUS
        if self.alike[i][j] >= _ENOUGH:
            return True, BY_WORDING
        if not free_rows and not free_items and self._fits_in_order(i, j):
            return True, BY_ORDER
        return False, OTHER_WORDING

    def _fits_in_order(self, i: int, j: int) -> bool:
        """Order has brought them together: does anything the row says speak for it, and nothing against?"""
        item, row = self.items[i], self.rows[j]
        if _clash(item, row):
            return False
        if not self.known:
            return self.alike[i][j] >= _LITTLE_OURS
        if self.template.lexicon.explained(row.bag, item.bags) < _EXPLAINED:
            return False
        return self.alike[i][j] >= _LITTLE or (item.type == row.type and item.marker == row.marker)

    def _crossed(self, i: int, j: int) -> bool:
        """Exchanging this row with another one of the section would fit the wording better."""
        alike = self.alike
        return any(
            alike[i][j2] + alike[i2][j] > alike[i][j] + alike[i2][j2] + _SWAP
            for i2, j2 in self.pairs
            if i2 != i
        )

    def _says_another(self, i: int, j: int) -> bool:
        """The row says what another item says: a copy of that one, not this one."""
        mine = self.alike[i][j]
        least = _ENOUGH if self.known else _KNOWN
        if any(self.alike[n][j] > max(mine + _SAYS_MORE, least) for n in range(len(self.items))):
            return True
        return any(
            self.alike[n][j] > mine and self._copy_of(j, j2) and self.rows[j].label == self.rows[j2].label
            for n, j2 in self.pairs
            if n != i
        )

    def _between(self, place: int) -> tuple[list[int], list[int]]:
        """Items and rows without a match between the neighbouring matches."""
        before = self.pairs[place - 1] if place else (-1, -1)
        after = self.pairs[place + 1] if place + 1 < len(self.pairs) else (len(self.items), len(self.rows))
        i, j = self.pairs[place]
        items = [i2 for i2 in range(before[0] + 1, after[0]) if i2 != i]
        plain = RowKind.PLAIN
        rows = [j2 for j2 in range(before[1] + 1, after[1]) if j2 != j and self.rows[j2].kind is not plain]
        return items, rows

    def _clear(self, i: int, j: int, items: list[int], rows: list[int]) -> bool:
        mine = self.alike[i][j]

        def clearly(other: float) -> bool:
            return mine >= other + _CLEARLY or (mine >= _EXACT and other < _EXACT - 0.02)

        return all(clearly(self.alike[i2][j]) for i2 in items) and all(
            clearly(self.alike[i][j2]) or self._copy_of(j, j2) for j2 in rows
        )

    def _wordless(self, i: int, j: int) -> bool:
        """Without its wording, or with one word of it, a row says only what others say too."""
        row, mine = self.rows[j], self.alike[i][j]
        others = (self.alike[i2][j] for i2 in range(len(self.items)) if i2 != i)
        return len(row.bag.text) < 2 and mine < max(others, default=0.0) + _CLEARLY

    def _copy_of(self, j: int, j2: int) -> bool:
        """Both rows say the same: which of them is taken does not matter, the other is a duplicate."""
        return self.template.lexicon.likeness(self.rows[j].bag.all, self.rows[j2].bag.all) >= 0.85

    def _moved(self, found: list[Match]) -> list[Match]:
        """Rows out of order whose wording alone says which question they are."""
        taken_items = {id(m.expected) for m in found if m.sure}
        taken_rows = {m.row.number for m in found if m.sure}
        moved = []
        for i, item in enumerate(self.items):
            if id(item) in taken_items:
                continue
            best = max(range(len(self.rows)), key=lambda j: self.alike[i][j])
            row = self.rows[best]
            mine = self.alike[i][best]
            rivals = [self.alike[i2][best] for i2 in range(len(self.items)) if i2 != i]
            rivals += [self.alike[i][j] for j in range(len(self.rows)) if j != best]
            if row.number in taken_rows or mine < _ELSEWHERE or mine < max(rivals, default=0) + 0.15:
                continue
            if _clash(item, row):
                continue
            moved.append(Match(item, row, True, round(0.8 * mine, 3), MOVED))
        return moved


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
