"""Formulas of an .xls, stored as tokens in a calculator's order, written out as Excel shows them.

The texts serve the x-ray (which cells does this sum reach?) and HYPERLINK(); nothing is ever computed from
them. What is not known becomes an empty text: the cell still counts as a formula.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from zi_desktop.worksheets.workbook_file_sheet import column_letters
from zi_desktop.worksheets.workbook_xls_functions import FIXED, FUNCTIONS
from zi_desktop.worksheets.workbook_xls_records import Budget, TextReader, TooManyError

ERROR_NAMES = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
}  # fmt: skip
MAX_TEXT = 8192  # Excel's own limit
_OPERATORS = dict(
    enumerate(("+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>", " ", ",", ":"), 3)
)
_EXP, _ATTR = 0x01, 0x19
_USER_FUNCTION = 255
# Length of what follows a token that adds nothing to the text.
_SILENT = {0x26: 6, 0x27: 6, 0x28: 6, 0x29: 2}


@dataclass(frozen=True)
class Names:
    """``sheets``: the sheet of each reference to another one; empty where it is in another file."""

    sheets: tuple[str, ...] = ()


class _UnknownError(Exception):
    """A token whose length or meaning is not known: nothing after it can be read."""


def anchor_of(tokens: bytes) -> tuple[int, int] | None:
    """Row and column, from 1, of the shared formula that a cell only points to."""
    if len(tokens) < 5 or tokens[0] != _EXP:
        return None
    row, column = struct.unpack_from("<HH", tokens, 1)
    return row + 1, column + 1


def formula_text(tokens: bytes, names: Names, budget: Budget, here: tuple[int, int]) -> str:
    """The formula without ``=``, as it reads in the cell ``here`` (row, column from 1); empty when it cannot
    be read. Raises `TooManyError`."""
    reader = _Tokens(tokens, names, here)
    try:
        while not reader.ended:
            budget.tokens -= 1
            if budget.tokens < 0:
                raise TooManyError
            reader.step()
    except (_UnknownError, struct.error, IndexError):
        return ""
    return reader.stack[0] if len(reader.stack) == 1 else ""


class _Tokens:
    def __init__(self, tokens: bytes, names: Names, here: tuple[int, int]) -> None:
        self.stack: list[str] = []
        self._tokens, self._at = tokens, 0
        self._names = names
        self._row, self._column = here
        self._operands: dict[int, Callable[[], str]] = {
            0x16: lambda: "",
            0x17: self._string,
            0x1C: lambda: ERROR_NAMES.get(self._take("<B"), "#VALUE!"),
            0x1D: lambda: "TRUE" if self._take("<B") else "FALSE",
            0x1E: lambda: str(self._take("<H")),
            0x1F: self._float,
            0x24: lambda: self._cell(self._take("<H"), self._take("<H")),
            0x25: self._area,
            0x2A: lambda: self._reference_error(4),
            0x2B: lambda: self._reference_error(8),
            0x2C: lambda: self._near(self._take("<H"), self._take("<H")),
            0x2D: self._near_area,
            0x3A: lambda: self._sheet() + self._cell(self._take("<H"), self._take("<H")),
            0x3B: lambda: self._sheet() + self._area(),
            0x3C: lambda: self._reference_error(6),
            0x3D: lambda: self._reference_error(10),
            0x39: lambda: self._name(6),
            0x23: lambda: self._name(4),
        }

    @property
    def ended(self) -> bool:
        return self._at >= len(self._tokens)

    def step(self) -> None:
        token = self._take("<B")
        if token >= 0x20:
            token = token & 0x1F | 0x20  # the two bits above tell only how the value is passed on
        if token in self._operands:
            self._push(self._operands[token]())
        elif token in _OPERATORS:
            right, left = self.stack.pop(), self.stack.pop()
            self._push(f"{left}{_OPERATORS[token]}{right}")
        elif token in _SILENT:
            self._at += _SILENT[token]
        else:
            self._change(token)

    def _change(self, token: int) -> None:
        """Tokens that work on what is already there."""
        if token in (0x12, 0x13):
            self._push(("+" if token == 0x12 else "-") + self.stack.pop())
        elif token == 0x14:
            self._push(self.stack.pop() + "%")
        elif token == 0x15:
            self._push(f"({self.stack.pop()})")
        elif token == _ATTR:
            self._attribute()
        elif token == 0x21:
            number = self._take("<H")
            if number not in FIXED:
                raise _UnknownError
            self._call(FUNCTIONS[number], FIXED[number])
        elif token == 0x22:
            count, number = self._take("<B") & 0x7F, self._take("<H") & 0x7FFF
            self._call(FUNCTIONS.get(number, f"FUNC{number}"), count, user=number == _USER_FUNCTION)
        else:
            raise _UnknownError

    def _call(self, name: str, count: int, *, user: bool = False) -> None:
        if count > len(self.stack):
            raise _UnknownError
        first = len(self.stack) - count
        arguments = self.stack[first:]
        del self.stack[first:]
        if user and arguments:
            name = arguments.pop(0)
        self._push(f"{name}({','.join(arguments)})")

    def _attribute(self) -> None:
        flags, data = self._take("<B"), self._take("<H")
        if flags & 0x04:
            self._at += 2 * (data + 1)
        elif flags & 0x10:
            self._call("SUM", 1)

    def _push(self, text: str) -> None:
        if len(text) > MAX_TEXT:
            raise _UnknownError
        self.stack.append(text)

    def _take(self, form: str) -> int:
        found: int = struct.unpack_from(form, self._tokens, self._at)[0]
        self._at += struct.calcsize(form)
        return found

    def _string(self) -> str:
        length, flags = self._take("<B"), self._take("<B")
        width = 2 if flags & 1 else 1
        raw = self._tokens[self._at : self._at + length * width]
        if len(raw) < length * width:
            raise _UnknownError
        self._at += length * width
        return '"' + TextReader([raw]).text(length, flags).replace('"', '""') + '"'

    def _float(self) -> str:
        (number,) = struct.unpack_from("<d", self._tokens, self._at)
        self._at += 8
        return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)

    def _cell(self, row: int, column: int) -> str:
        fixed_row = "" if column & 0x8000 else "$"
        fixed_column = "" if column & 0x4000 else "$"
        return f"{fixed_column}{column_letters((column & 0xFF) + 1)}{fixed_row}{row + 1}"

    def _area(self) -> str:
        first_row, last_row, first, last = (self._take("<H") for _ in range(4))
        return f"{self._cell(first_row, first)}:{self._cell(last_row, last)}"

    def _near(self, row: int, column: int) -> str:
        """A reference in a shared formula: what is relative is counted from the cell, around the sheet."""
        flags = column & 0xC000
        if flags & 0x8000:
            row = (self._row - 1 + row) & 0xFFFF
        if flags & 0x4000:
            column += self._column - 1
        return self._cell(row, (column & 0xFF) | flags)

    def _near_area(self) -> str:
        first_row, last_row, first, last = (self._take("<H") for _ in range(4))
        return f"{self._near(first_row, first)}:{self._near(last_row, last)}"

    def _sheet(self) -> str:
        number = self._take("<H")
        name = self._names.sheets[number] if number < len(self._names.sheets) else ""
        quoted = (name or "?").replace("'", "''")
        return f"{quoted}!" if name.isalnum() else f"'{quoted}'!"

    def _reference_error(self, length: int) -> str:
        self._at += length
        return "#REF!"

    def _name(self, length: int) -> str:
        self._at += length
        return "#NAME?"
