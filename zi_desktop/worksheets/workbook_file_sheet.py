"""One sheet as values: cells, formulas with cached values, hyperlinks; and how to speak of its cells."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from zi_desktop.worksheets.workbook_refusals import refuse_too_large

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?![0-9A-Za-z_(])")
PERCENT, DATE = "%", "date"  # what a number is shown as; also the style where the file itself says it so
_OWN_FORMATS = {
    **dict.fromkeys((9, 10), PERCENT),
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), DATE),
}
_QUOTED = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


MAX_CELLS = 400_000  # with a value, or with a link, in one sheet
MAX_FILLED_ROWS = 3000  # of one sheet; a full LKE has 250
MAX_SHEETS = 1000
_MAX_LINKS = 1000  # in one cell
ERRORS = frozenset(
    ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA")
)


class ErrorValue(str):
    """An error a cell shows instead of a value: ``#DIV/0!``."""

    __slots__ = ()


class ShownNumber(float):
    """A number known only as it was shown, as in a CSV: ``text`` is the cell, ``slack`` how far the number
    behind it may be (half a unit of the last digit shown)."""

    __slots__ = ("slack", "text")

    def __new__(cls, value: float, text: str, slack: float = 0.0) -> ShownNumber:
        made = super().__new__(cls, value)
        made.text = text
        made.slack = slack
        return made

    text: str
    slack: float


Value = str | float | bool | ErrorValue


_PLAINLY = {PERCENT: PERCENT, DATE: DATE}


@dataclass
class Sheet:
    """``values[row][column]`` (both from 1) holds every cell with a value; ``formulas`` and ``links`` are by
    (row, column). A formula without a cached value has no entry in ``values``. ``styles``: of numbers, where
    the file has them; ``shown_as`` tells which of them are a `PERCENT` or a `DATE`, asked only when it
    matters."""

    name: str
    hidden: bool = False
    values: dict[int, dict[int, Value]] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    links: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    linked: int = 0
    styles: dict[tuple[int, int], str] = field(default_factory=dict)
    shown_as: Callable[[], Mapping[str, str]] = field(default=lambda: _PLAINLY, compare=False)

    def shown(self, row: int, column: int | None) -> str:
        """`PERCENT` for a number shown as one (0.87 as 87 %), `DATE` for a day or a time, else empty."""
        style = self.styles.get((row, column or 0))
        return "" if style is None else self.shown_as().get(style, "")

    def link(self, cells: Iterable[tuple[int, int]], target: str) -> None:
        """One more link in each of the cells; raises ValueError for more links than a sheet can mean."""
        for cell in cells:
            there = self.links.get(cell, ())
            self.linked += 1
            if self.linked > MAX_CELLS or len(there) >= _MAX_LINKS:
                raise ValueError(target)
            self.links[cell] = (*there, target)

    def at(self, row: int, column: int | None) -> Value | None:
        cells = self.values.get(row)
        return None if cells is None or column is None else cells.get(column)

    def text(self, row: int, column: int | None) -> str:
        """The cell as a person reads it, trimmed; empty for an empty cell."""
        value = self.at(row, column)
        return "" if value is None else as_text(value).strip()

    def raw(self, row: int, column: int | None) -> str:
        """The cell's text to the last space; empty for an empty cell or an error."""
        value = self.at(row, column)
        return "" if value is None or isinstance(value, ErrorValue) else unescaped(as_text(value))

    def place(self, row: int, column: int | None) -> str:
        """``LKE ZI!K8``; the row alone when there is no column."""
        return f"{self.name}!{column_letters(column) if column else ''}{row}"

    def rows(self) -> Iterator[int]:
        """Rows with anything in them, top down."""
        filled = {row for row, cells in self.values.items() if any(not _blank(v) for v in cells.values())}
        filled.update(row for row, _ in self.formulas)
        return iter(sorted(filled))


Wanted = tuple[int, Callable[[Sheet], bool]]


@dataclass
class Workbook(ABC):
    """The sheets of a file by name, in the file's order; ``name`` is the file's."""

    name: str
    parts: Mapping[str, object]

    def sheet(self, name: str, wanted: Wanted | None = None) -> Sheet:
        """The whole sheet; raises ZiError ``broken-file``, ``hostile-file``, ``too-large``.

        ``wanted``: a row and a question about the sheet; when the rows down to that row are read and the
        answer is no, the rest may be left out.
        """
        sheet, whole = self._read(name, wanted)
        rows = sheet.values.keys() | {row for row, _ in sheet.formulas}
        if (not whole or len(rows) > MAX_FILLED_ROWS) and (wanted is None or wanted[1](sheet)):
            refuse_too_large(self.name)
        return sheet

    @abstractmethod
    def _read(self, name: str, wanted: Wanted | None) -> tuple[Sheet, bool]:
        """The sheet, and False when there was too much of it to keep."""


@dataclass
class LoadedWorkbook(Workbook):
    """Sheets that could only be read all at once; of those in ``cut_off`` only the first rows were kept."""

    parts: Mapping[str, Sheet]
    cut_off: frozenset[str] = frozenset()

    def _read(self, name: str, wanted: Wanted | None) -> tuple[Sheet, bool]:  # noqa: ARG002 - all is read
        return self.parts[name], name not in self.cut_off


def linked_cells(first: tuple[int, int], last: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The cells of a link on an area: each of a short column; of anything else only the first cell, which
    holds its text."""
    yield first
    if first[1] == last[1] and 0 < last[0] - first[0] < 100:
        yield from ((row, first[1]) for row in range(first[0] + 1, last[0] + 1))


def as_text(value: Value) -> str:
    """``7``, ``3.72``, ``TRUE``: numbers as Excel shows them in a plain cell, or as the file itself does."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, ShownNumber):
        return value.text
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value


def slack(value: Value | None) -> float:
    """How far the number behind the cell may be from what it shows: 0 but in a CSV."""
    return value.slack if isinstance(value, ShownNumber) else 0.0


def shown_formats(own: Mapping[int, str]) -> dict[int, str]:
    """`PERCENT` or `DATE` by number format, of Excel's and those a file has of its own (code by number):
    ``0.0%``, ``dd/mm/yyyy``; not ``0"%"``, which only writes the sign behind the number."""
    found = {number: kind for number, kind in _OWN_FORMATS.items() if number not in own}
    for number, code in own.items():
        bare = _QUOTED.sub("", code).partition(";")[0].casefold()
        if "%" in bare:
            found[number] = PERCENT
        elif set("dmyhs") & set(bare.replace("general", "")) and "0" not in bare.partition(".")[0]:
            found[number] = DATE
    return found


def unescaped(text: str) -> str:
    """Excel's own escapes undone: ``_x000D_`` is a carriage return."""
    return _ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), text) if "_x" in text else text


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """1 → ``A``, 27 → ``AA``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """``AA`` → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def shifted(formula: str, rows: int, columns: int) -> str:
    """The formula as Excel shows it in another cell of a shared formula: relative references move along."""

    def move(match: re.Match[str]) -> str:
        fixed_column, letters, fixed_row, row = match.groups()
        column = column_number(letters) + (0 if fixed_column else columns)
        line = int(row) + (0 if fixed_row else rows)
        if not (0 < column <= MAX_COLUMN and 0 < line <= MAX_ROW):
            return "#REF!"
        return f"{fixed_column}{column_letters(column)}{fixed_row}{line}"

    return REFERENCE.sub(move, formula)


def _blank(value: Value) -> bool:
    return isinstance(value, str) and not value.strip()
