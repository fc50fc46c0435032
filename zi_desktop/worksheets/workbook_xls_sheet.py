"""One worksheet of an .xls: its records turned into values, formulas and links."""

from __future__ import annotations

import struct
from collections.abc import Callable
from math import isfinite

from zi_desktop.worksheets.workbook_file_sheet import (
    MAX_CELLS,
    ErrorValue,
    Sheet,
    Value,
    Wanted,
    linked_cells,
)
from zi_desktop.worksheets.workbook_xls_formula import ERROR_NAMES, Names, anchor_of, formula_text
from zi_desktop.worksheets.workbook_xls_link import link_target
from zi_desktop.worksheets.workbook_xls_records import (
    CONTINUE,
    BrokenRecordError,
    Budget,
    TextReader,
    TooManyError,
    records,
)

_BOF, _EOF = 0x0809, 0x000A
_LABEL_SST, _LABEL, _RICH_LABEL, _NUMBER, _RK, _MUL_RK = 0x00FD, 0x0204, 0x00D6, 0x0203, 0x027E, 0x00BD
_BOOL_ERROR, _FORMULA, _STRING, _HYPERLINK = 0x0205, 0x0006, 0x0207, 0x01B8
_SHARED, _ARRAY = 0x04BC, 0x0221
_LENGTHS = {_LABEL_SST: 10, _NUMBER: 14, _RK: 10, _BOOL_ERROR: 8}
_CHART = b"\x20\x00"
Anchor = tuple[int, int]


def read_sheet(
    sheet: Sheet,
    stream: bytes,
    at: int,
    strings: list[str],
    names: Names,
    budget: Budget,
    wanted: Wanted | None,
) -> None:
    """Fills the sheet from its substream. Raises `BrokenRecordError`, `TooManyError`, struct.error."""
    reader = _SheetReader(sheet, stream, strings, names, budget)
    depth = 0  # a chart within the sheet has a beginning and an end of its own
    for kind, first, last in records(stream, at, budget):
        if not depth and kind != _BOF:
            break
        if kind == _BOF:
            if depth and stream[first + 2 : first + 4] != _CHART:
                break  # another sheet begins: the end of this one is lost
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if not depth:
                reader.finish()
                return
        elif depth == 1:
            reader.read(kind, first, last)
            if wanted and reader.row > wanted[0]:
                if not wanted[1](sheet):
                    return
                wanted = None
    raise BrokenRecordError


class _SheetReader:
    def __init__(self, sheet: Sheet, stream: bytes, strings: list[str], names: Names, budget: Budget) -> None:
        self.row = 0
        self._sheet = sheet
        self._stream, self._strings = stream, strings
        self._names, self._budget = names, budget
        self._cells = 0
        self._here: Anchor = (0, 0)
        self._text_of: Anchor | None = None  # the formula whose text result comes in the next record
        self._text: list[bytes] = []
        self._waiting: list[tuple[Anchor, Anchor]] = []  # cells of shared formulas, and where these stand
        self._shared: dict[Anchor, bytes] = {}
        self._readers: dict[int, Callable[[bytes], None]] = {
            _LABEL_SST: self._label_sst,
            _LABEL: self._label,
            _RICH_LABEL: self._label,
            _NUMBER: self._number,
            _RK: self._rk,
            _MUL_RK: self._mul_rk,
            _BOOL_ERROR: self._bool_error,
            _FORMULA: self._formula,
            _SHARED: self._shared_formula,
            _ARRAY: self._array,
            _HYPERLINK: self._link,
        }

    def read(self, kind: int, first: int, last: int) -> None:
        if kind == _STRING or (kind == CONTINUE and self._text):
            self._text.append(self._stream[first:last])
            return
        self._close_text()
        if last - first != _LENGTHS.get(kind, last - first):
            raise BrokenRecordError  # and what follows would be read from the wrong byte on
        if read := self._readers.get(kind):
            read(self._stream[first:last])

    def finish(self) -> None:
        """What could only be known at the end: the texts of shared formulas."""
        self._close_text()
        for here, anchor in self._waiting:
            if tokens := self._shared.get(anchor):
                row, column = here
                self._sheet.formulas[here] = formula_text(tokens, self._names, self._budget, (row, column))

    def _keep(self, body: bytes, value: Value) -> None:
        row, column, style = struct.unpack_from("<HHH", body)
        self._put(row + 1, column + 1, value, style)

    def _put(self, row: int, column: int, value: Value, style: int = 0) -> None:
        self.row = row
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise TooManyError
        if value != "":
            self._sheet.values.setdefault(row, {})[column] = value
            if isinstance(value, float):
                self._sheet.styles[row, column] = str(style)

    def _label_sst(self, body: bytes) -> None:
        (index,) = struct.unpack_from("<I", body, 6)
        self._keep(body, self._strings[index])

    def _label(self, body: bytes) -> None:
        reader = TextReader([body[6:]])
        self._keep(body, reader.text(reader.number("<H"), reader.number("<B")))

    def _number(self, body: bytes) -> None:
        self._keep(body, _float(struct.unpack_from("<d", body, 6)[0]))

    def _rk(self, body: bytes) -> None:
        self._keep(body, _rk_number(body[6:10]))

    def _mul_rk(self, body: bytes) -> None:
        row, column = struct.unpack_from("<HH", body)
        for at in range(6, len(body) - 6 + 1, 6):
            (style,) = struct.unpack_from("<H", body, at - 2)
            self._put(row + 1, column + 1, _rk_number(body[at : at + 4]), style)
            column += 1

    def _bool_error(self, body: bytes) -> None:
        value, is_error = struct.unpack_from("<BB", body, 6)
        self._keep(body, _error(value) if is_error else bool(value))

    def _formula(self, body: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", body)
        self.row = row + 1
        here = self._here = (row + 1, column + 1)
        if body[12:14] != b"\xff\xff":
            self._put(*here, _float(struct.unpack_from("<d", body, 6)[0]), style)
        elif body[6] == 0:
            self._text_of = here
        elif body[6] == 1:
            self._put(*here, bool(body[8]))
        elif body[6] == 2:
            self._put(*here, _error(body[8]))
        (length,) = struct.unpack_from("<H", body, 20)
        tokens = body[22 : 22 + length]
        anchor = anchor_of(tokens)
        if anchor:
            self._waiting.append((here, anchor))
        text = "" if anchor else formula_text(tokens, self._names, self._budget, here)
        self._sheet.formulas[here] = text

    def _shared_formula(self, body: bytes) -> None:
        first_row, _, first_column, _, length = struct.unpack_from("<HHBB2xH", body)
        tokens = body[10 : 10 + length]
        self._shared[first_row + 1, first_column + 1] = tokens
        self._shared[self._here] = tokens

    def _array(self, body: bytes) -> None:
        first_row, _, first_column, _, length = struct.unpack_from("<HHBB6xH", body)
        self._shared[first_row + 1, first_column + 1] = body[14 : 14 + length]

    def _close_text(self) -> None:
        if self._text and self._text_of:
            reader = TextReader(self._text)
            length = reader.number("<H")
            self._put(*self._text_of, reader.text(length, reader.number("<B")))
            self._text_of = None
        self._text.clear()

    def _link(self, body: bytes) -> None:
        first_row, last_row, first_column, last_column = struct.unpack_from("<HHHH", body)
        if target := link_target(body[24:]):
            area = (first_row + 1, first_column + 1), (last_row + 1, last_column + 1)
            self._sheet.link(linked_cells(*area), target)


def _float(number: float) -> Value:
    return number if isfinite(number) else ErrorValue("#NUM!")


def _rk_number(raw: bytes) -> Value:
    """The compressed number of BIFF: 30 bits of a double or of a whole number, perhaps in hundredths."""
    (bits,) = struct.unpack("<i", raw)
    number: float = bits >> 2
    if not bits & 2:
        (number,) = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<i", bits & ~3))
    return _float(number / 100 if bits & 1 else float(number))


def _error(code: int) -> ErrorValue:
    return ErrorValue(ERROR_NAMES.get(code, "#VALUE!"))
