"""An .xlsx as its sheets, each parsed when asked for: one pass of expat, bounded."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from math import isfinite

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.worksheets.workbook_file import Package, Stop
from zi_desktop.worksheets.workbook_file_sheet import (
    MAX_CELLS,
    MAX_COLUMN,
    MAX_ROW,
    MAX_SHEETS,
    REFERENCE,
    ErrorValue,
    Sheet,
    Value,
    Wanted,
    Workbook,
    column_number,
    linked_cells,
    shifted,
)
from zi_desktop.worksheets.workbook_refusals import (
    refuse_broken,
    refuse_kind,
    refuse_not_a_worksheet,
    refuse_too_large,
)
from zi_desktop.worksheets.workbook_xlsx_styles import StyleReader, local_name

_SHARED = ("/sharedStrings", "/styles")
MAX_SHIFTED = 5_000_000  # characters of shared formulas, written out for every cell that shares them


@dataclass
class XlsxWorkbook(Workbook):
    """``parts``: the part of each worksheet, and whether it is hidden; parsed when asked for."""

    parts: Mapping[str, tuple[str, bool]]
    package: Package
    strings: list[str]
    styles: str = ""
    _shown_as: dict[str, str] | None = None

    def shown_as(self) -> dict[str, str]:
        """As `Sheet.shown_as`; empty where the styles cannot be read."""
        if self._shown_as is None:
            reader = StyleReader()
            with suppress(ZiError):
                self.package.parse(self.styles, reader.start, reader.end, _ignore)
            self._shown_as = reader.shown_as()
        return self._shown_as

    def _read(self, name: str, wanted: Wanted | None) -> tuple[Sheet, bool]:
        part, hidden = self.parts[name]
        sheet = Sheet(name, hidden)
        if self.styles:
            sheet.shown_as = self.shown_as
        reader = _SheetReader(sheet, self, part, wanted)
        self.package.parse(part, reader.start, reader.end, reader.characters)
        return reader.sheet, True


def open_xlsx(package: Package) -> Workbook:
    """Opens an .xlsx or .xlsm; raises ZiError as `Package.parse`, and ``not-a-worksheet`` for another zip."""
    name = package.name
    main = next(
        (target for kind, target in _relations(package, "").values() if kind.endswith("/officeDocument")), ""
    )
    if main.endswith(".bin"):
        refuse_kind(name, Text("Excel biner (.xlsb)", "an Excel binary workbook (.xlsb)"))
    if not main.endswith(".xml") or main not in package.parts:
        refuse_not_a_worksheet(name)
    relations = _relations(package, main)
    sheets = _SheetList()
    package.parse(main, sheets.start, _ignore, _ignore)
    if len(sheets.found) > MAX_SHEETS:
        refuse_too_large(name)
    parts = {
        title: (relations[rid][1], hidden)
        for title, rid, hidden in sheets.found
        if rid in relations
        and relations[rid][0].endswith("/worksheet")
        and relations[rid][1] in package.parts
    }
    found = {k: next((t for kind, t in relations.values() if kind.endswith(k)), "") for k in _SHARED}
    strings, styles = (t if t in package.parts else "" for t in found.values())
    return XlsxWorkbook(name, parts, package, _shared_strings(package, strings) if strings else [], styles)


def _ignore(*_: object) -> None:
    pass


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Relationships of a part by id: kind and target (a part's name, or the address when external)."""
    folder, leaf = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{leaf}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if local_name(name) == "Relationship":
            target = attributes.get("Target", "")
            if attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            found[attributes.get("Id", "")] = (attributes.get("Type", ""), target)

    if path in package.parts:
        package.parse(path, start, _ignore, _ignore)
    return found


class _SheetList:
    def __init__(self) -> None:
        self.found: list[tuple[str, str, bool]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local_name(name) == "sheet":
            rid = next((v for k, v in attributes.items() if local_name(k) == "id"), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.found.append((attributes.get("name", ""), rid, hidden))


def _shared_strings(package: Package, part: str) -> list[str]:
    strings: list[str] = []
    pieces: list[str] = []
    depth = {"t": False, "rPh": False}

    def start(name: str, _: dict[str, str]) -> None:
        local = local_name(name)
        if local in depth:
            depth[local] = True

    def end(name: str) -> None:
        local = local_name(name)
        if local in depth:
            depth[local] = False
        elif local == "si":
            strings.append("".join(pieces))
            pieces.clear()

    def characters(text: str) -> None:
        if depth["t"] and not depth["rPh"]:  # phonetic hints are not part of the text
            pieces.append(text)

    package.parse(part, start, end, characters)
    return strings


class _SheetReader:
    """Expat's handlers for one worksheet part."""

    def __init__(self, sheet: Sheet, book: XlsxWorkbook, part: str, wanted: Wanted | None) -> None:
        self.sheet = sheet
        self._strings = book.strings
        self._wanted = wanted
        self._book, self._part = book, part
        self._links: Mapping[str, tuple[str, str]] | None = None
        self._file = book.package.name
        self._row = self._column = self._cells = self._shifted = 0
        self._type = self._style = ""
        self._reference: str | None = None
        self._value: list[str] = []
        self._formula: list[str] = []
        self._sink: list[str] | None = None
        self._shared: dict[str, tuple[int, int, str]] = {}
        self._shared_id = ""
        self._has_formula = self._in_phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name == "v" or (name == "t" and not self._in_phonetic):
            self._sink = self._value
        elif name == "f":
            self._sink = self._formula
            self._has_formula = True
            self._shared_id = attributes.get("si", "") if attributes.get("t") == "shared" else ""
        elif name == "row":
            self._open_row(attributes)
        elif name == "hyperlink":
            self._link(attributes)
        elif name == "rPh":
            self._in_phonetic = True
        elif ":" in name:  # some programs write x:c for c
            self.start(local_name(name), attributes)

    def characters(self, text: str) -> None:
        if self._sink is not None:
            self._sink.append(text)

    def end(self, name: str) -> None:
        if name in ("v", "f", "t"):
            self._sink = None
        elif name == "c":
            self._close_cell()
        elif name == "rPh":
            self._in_phonetic = False
        elif ":" in name:
            self.end(local_name(name))

    def _open_row(self, attributes: dict[str, str]) -> None:
        row = attributes.get("r")
        self._row = int(row) if row else self._row + 1
        self._column, self._reference = 0, None
        if self._wanted and self._row > self._wanted[0]:
            ask, self._wanted = self._wanted[1], None
            if not ask(self.sheet):
                raise Stop
        if not 0 < self._row <= MAX_ROW:
            refuse_broken(self._file)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._locate()  # the cell before, from which this one is counted
            self._column += 1
        self._reference = reference
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._has_formula = False
        if self._value:
            self._value.clear()
        if self._formula:
            self._formula.clear()

    def _locate(self) -> None:
        """Row and column of the cell that is open. Most cells are only formatted and never asked."""
        if not self._reference:
            return
        letters = self._reference.rstrip("0123456789")
        self._column = column_number(letters) if len(letters) <= 3 else 0
        self._row = int(self._reference[len(letters) :])
        if not (0 < self._column <= MAX_COLUMN and 0 < self._row <= MAX_ROW):
            refuse_broken(self._file)

    def _close_cell(self) -> None:
        if not (self._has_formula or self._value):
            return
        self._locate()
        if self._has_formula:
            self._keep_formula()
        if not self._value:
            return
        self._cells += 1
        if self._cells > MAX_CELLS:
            refuse_too_large(self._file)
        value = self._typed("".join(self._value))
        if value != "":
            cells = self.sheet.values.setdefault(self._row, {})
            if self._column in cells:  # two cells at one address: programs disagree on which one counts
                refuse_broken(self._file)
            cells[self._column] = value
            if self._style and self._type == "n":
                self.sheet.styles[self._row, self._column] = self._style

    def _typed(self, raw: str) -> Value:
        if self._type == "s":
            index = int(raw)
            if not 0 <= index < len(self._strings):
                refuse_broken(self._file)
            return self._strings[index]
        if self._type == "n":
            if "_" in raw or not raw.isascii():  # numbers for Python alone
                refuse_broken(self._file)
            number = float(raw)
            return number if isfinite(number) else ErrorValue("#NUM!")
        if self._type == "b":
            return raw.strip() == "1"
        if self._type == "e":
            return ErrorValue(raw)
        return raw

    def _keep_formula(self) -> None:
        formula = "".join(self._formula)
        here = (self._row, self._column)
        if self._shared_id:
            if formula:
                self._shared[self._shared_id] = (*here, formula)
            elif self._shared_id in self._shared:
                row, column, first = self._shared[self._shared_id]
                self._shifted += len(first)
                if self._shifted > MAX_SHIFTED:
                    refuse_too_large(self._file)
                formula = shifted(first, self._row - row, self._column - column)
        self.sheet.formulas[here] = formula

    def _link(self, attributes: dict[str, str]) -> None:
        rid = next((v for k, v in attributes.items() if k != "uid" and k.endswith(":id")), "")
        if self._links is None:
            self._links = _relations(self._book.package, self._part)
        target = self._links.get(rid, ("", ""))[1]
        if not target:
            return
        if location := attributes.get("location"):
            target = f"{target}#{location}"
        self.sheet.link(_area(attributes.get("ref", "")), target)


def _area(reference: str) -> Iterator[tuple[int, int]]:
    found = [(int(row), column_number(letters)) for _, letters, _, row in REFERENCE.findall(reference)]
    return linked_cells(found[0], found[-1]) if found else iter(())
