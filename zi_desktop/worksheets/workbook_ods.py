"""An OpenDocument spreadsheet (.ods) as its sheets: one bounded pass over content.xml.

A cell that stands for a million equal ones is counted, never unfolded beyond `MAX_CELLS`.
"""

from __future__ import annotations

import zipfile
import zlib
from itertools import product

from zi_desktop.domain.errors import Text
from zi_desktop.worksheets.workbook_file import Package
from zi_desktop.worksheets.workbook_file_sheet import (
    MAX_CELLS,
    MAX_COLUMN,
    MAX_FILLED_ROWS,
    MAX_ROW,
    MAX_SHEETS,
    LoadedWorkbook,
    Sheet,
    Workbook,
)
from zi_desktop.worksheets.workbook_ods_cell import CellReader
from zi_desktop.worksheets.workbook_refusals import (
    refuse_broken,
    refuse_encrypted,
    refuse_hostile,
    refuse_kind,
    refuse_not_a_worksheet,
    refuse_too_large,
)

CONTENT, MANIFEST, MIMETYPE = "content.xml", "META-INF/manifest.xml", "mimetype"
MAX_SPACES = 4_000_000  # a tag of a few letters stands for any number of them
_MAX_MANIFEST = 1024 * 1024
_OTHER = Text("dokumen OpenDocument yang bukan lembar sebar", "an OpenDocument file that is no spreadsheet")
# What may stand in a table and holds cells or texts of its own that are not the table's.
_FOREIGN = frozenset(("table:shapes", "office:forms", "table:tracked-changes", "table:dde-links"))


def is_ods(package: Package) -> bool:
    """True for any OpenDocument file, a text document too."""
    return CONTENT in package.parts and (MANIFEST in package.parts or MIMETYPE in package.parts)


def open_ods(package: Package) -> Workbook:
    """Reads every sheet. Raises ZiError as `Package.parse`, ``encrypted-file``, and ``not-a-worksheet`` for
    a text document or a presentation."""
    if b"encryption-data" in _small_part(package, MANIFEST):
        refuse_encrypted(package.name)
    kind = _small_part(package, MIMETYPE)
    if b"opendocument" in kind and b"spreadsheet" not in kind:
        refuse_kind(package.name, _OTHER)
    reader = _ContentReader(package.name)
    package.parse(CONTENT, reader.start, reader.end, reader.characters)
    if not reader.sheets:
        refuse_not_a_worksheet(package.name)
    return LoadedWorkbook(
        package.name, {sheet.name: sheet for sheet in reader.sheets}, frozenset(reader.cut_off)
    )


def _small_part(package: Package, part: str) -> bytes:
    if part not in package.parts:
        return b""
    try:
        with package.archive.open(package.parts[part]) as stream:
            return stream.read(_MAX_MANIFEST)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        refuse_broken(package.name, part)


class _ContentReader:
    """Expat's handlers for content.xml."""

    def __init__(self, file: str) -> None:
        self.sheets: list[Sheet] = []
        self.cut_off: set[str] = set()
        self._file = file
        self._sheet: Sheet | None = None
        self._cell: CellReader | None = None
        self._row = self._column = self._repeat_row = self._rows = self._cells = 0
        self._row_cells: list[tuple[int, int, CellReader]] = []
        self._full = False  # no more of this sheet is kept
        self._foreign = 0  # how deep inside something that is not the table's own
        self._spaces_left = MAX_SPACES
        self._style, self._hidden_styles = "", set[str]()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._cell is not None:
            self._cell.start(name, attributes)
        elif self._foreign:
            self._foreign += 1
        elif self._sheet is None:
            self._outside(name, attributes)
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._open_cell(attributes)
        elif name == "table:table-row":
            self._row += 1
            self._column, self._repeat_row = 0, _repeated(attributes, "table:number-rows-repeated")
        elif name in _FOREIGN or name == "table:table":  # a table within a table is a drawing's
            self._foreign = 1

    def characters(self, text: str) -> None:
        if self._cell is not None:
            self._cell.characters(text)

    def end(self, name: str) -> None:
        if self._cell is not None:
            if self._cell.end():
                self._close_cell(self._cell)
        elif self._foreign:
            self._foreign -= 1
        elif name == "table:table-row":
            self._close_row()
        elif name == "table:table":
            self._sheet = None

    def _spaces(self, count: int) -> str:
        self._spaces_left -= count
        if self._spaces_left < 0 or count < 0:
            refuse_hostile(self._file)
        return " " * count

    def _outside(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            hidden = attributes.get("table:style-name", "") in self._hidden_styles
            self._sheet = Sheet(attributes.get("table:name", f"Lembar{len(self.sheets) + 1}"), hidden)
            self._row = self._rows = self._cells = 0
            self._full = False
            self.sheets.append(self._sheet)
            if len(self.sheets) > MAX_SHEETS:
                refuse_too_large(self._file)
        elif name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif name in ("office:text", "office:presentation", "office:drawing"):
            refuse_kind(self._file, _OTHER)
        elif name in _FOREIGN:
            self._foreign = 1

    def _open_cell(self, attributes: dict[str, str]) -> None:
        if self._full:
            self._foreign = 1
        else:
            self._cell = CellReader(attributes, self._spaces)

    def _close_cell(self, cell: CellReader) -> None:
        self._cell = None
        repeat = _repeated(cell.attributes, "table:number-columns-repeated")
        first, self._column = self._column + 1, self._column + repeat
        if cell.filled:
            if self._column > MAX_COLUMN:
                refuse_broken(self._file)
            self._row_cells.append((first, repeat, cell))

    def _close_row(self) -> None:
        first, self._row = self._row, self._row + self._repeat_row - 1
        if not self._row_cells or self._sheet is None:
            return
        if self._row > MAX_ROW:
            refuse_broken(self._file)
        self._cells += self._repeat_row * sum(repeat for _, repeat, _ in self._row_cells)
        self._rows += self._repeat_row
        if self._cells > MAX_CELLS or self._rows > MAX_FILLED_ROWS:
            self._full = True  # only a file that needs this sheet is too large
            self.cut_off.add(self._sheet.name)
            self._row_cells.clear()
            return
        rows = range(first, self._row + 1)
        for column, repeat, cell in self._row_cells:
            cell.keep(self._sheet, product(rows, range(column, column + repeat)))
        self._row_cells.clear()


def _repeated(attributes: dict[str, str], name: str) -> int:
    """How many equal cells or rows this one stands for; raises ValueError, which breaks the file off."""
    return min(max(1, int(attributes.get(name, "1"))), MAX_ROW)
