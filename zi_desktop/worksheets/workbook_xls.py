"""An .xls of Excel 97…2003 (BIFF8) as its sheets, each parsed when asked for.

Written by hand because the libraries that read .xls trust what it says of its own size, and because they lose
what matters here: error cells, formulas and links.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from zi_desktop.domain.errors import Text
from zi_desktop.worksheets.workbook_file_sheet import (
    MAX_SHEETS,
    Sheet,
    Wanted,
    Workbook,
    shown_formats,
)
from zi_desktop.worksheets.workbook_refusals import (
    refuse_broken,
    refuse_encrypted,
    refuse_kind,
    refuse_not_a_worksheet,
    refuse_too_large,
)
from zi_desktop.worksheets.workbook_xls_formula import Names
from zi_desktop.worksheets.workbook_xls_ole import workbook_stream
from zi_desktop.worksheets.workbook_xls_records import (
    CONTINUE,
    BrokenRecordError,
    Budget,
    TooManyError,
    plain_text,
    records,
    shared_strings,
)
from zi_desktop.worksheets.workbook_xls_sheet import read_sheet

_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _SST = 0x0809, 0x000A, 0x002F, 0x0085, 0x00FC
_EXTERNSHEET, _SUPBOOK = 0x0017, 0x01AE
_FORMAT, _XF = 0x041E, 0x00E0
_BIFF8 = 0x0600
_WORKSHEET = 0
_OLD = Text("Excel 95 atau lebih lama", "an Excel 95 or older workbook")
_TROUBLE = (BrokenRecordError, struct.error, IndexError, ValueError)


@dataclass
class XlsWorkbook(Workbook):
    """``parts``: where in the stream each worksheet begins, and whether it is hidden."""

    parts: Mapping[str, tuple[int, bool]]
    stream: bytes
    strings: list[str]
    names: Names
    budget: Budget
    shown_as: Mapping[str, str] = field(default_factory=dict)

    def _read(self, name: str, wanted: Wanted | None) -> tuple[Sheet, bool]:
        at, hidden = self.parts[name]
        sheet = Sheet(name, hidden, shown_as=lambda: self.shown_as)
        try:
            read_sheet(sheet, self.stream, at, self.strings, self.names, self.budget, wanted)
        except TooManyError:
            refuse_too_large(self.name)
        except _TROUBLE:
            refuse_broken(self.name, name)
        return sheet, True


def open_xls(data: bytes, name: str) -> Workbook:
    """Raises ZiError as `workbook_stream`, ``encrypted-file``, ``too-large`` and ``not-a-worksheet``."""
    stream = workbook_stream(data, name)
    budget = Budget()
    try:
        found = _read_globals(stream, name, budget)
        strings = shared_strings(found.strings) if found.strings else []
    except TooManyError:
        refuse_too_large(name)
    except _TROUBLE:
        refuse_broken(name)
    if len(found.sheets) > MAX_SHEETS:
        refuse_too_large(name)
    parts = {title: (at, hidden) for title, at, hidden, kind in found.sheets if kind == _WORKSHEET}
    if not parts:
        refuse_not_a_worksheet(name)
    return XlsWorkbook(name, parts, stream, strings, found.names(), budget, found.shown_as())


@dataclass
class _Globals:
    """What the first substream says of the whole workbook."""

    sheets: list[tuple[str, int, bool, int]] = field(default_factory=list)
    strings: list[bytes] = field(default_factory=list)
    books: list[bool] = field(default_factory=list)
    """Whether each book that formulas speak of is this one."""
    references: list[tuple[int, int]] = field(default_factory=list)
    """Book and first sheet of each reference to other sheets."""

    formats: list[bytes] = field(default_factory=list)
    styles: list[int] = field(default_factory=list)
    """The format of each cell style."""

    def shown_as(self) -> dict[str, str]:
        """As `Sheet.shown_as`."""
        codes: dict[int, str] = {}
        for body in self.formats:
            with suppress(*_TROUBLE):
                codes[struct.unpack_from("<H", body)[0]] = plain_text(body, 2)
        shown = shown_formats(codes)
        return {str(i): shown[n] for i, n in enumerate(self.styles) if n in shown}

    def names(self) -> Names:
        found = []
        for book, first in self.references:
            ours = book < len(self.books) and self.books[book] and first < len(self.sheets)
            found.append(self.sheets[first][0] if ours else "")
        return Names(tuple(found))


def _read_globals(stream: bytes, name: str, budget: Budget) -> _Globals:
    found = _Globals()
    previous = 0
    for number, (kind, at, end) in enumerate(records(stream, 0, budget)):
        if number == 0:
            _check_version(stream, kind, at, name)
        elif kind == _FILEPASS:
            refuse_encrypted(name)
        elif kind == _EOF:
            return found
        else:
            previous = previous if kind == CONTINUE else kind
            _keep_global(found, kind, previous, stream[at:end])
    raise BrokenRecordError


def _check_version(stream: bytes, kind: int, at: int, name: str) -> None:
    if kind != _BOF:
        raise BrokenRecordError
    (version,) = struct.unpack_from("<H", stream, at)
    if version < _BIFF8:
        refuse_kind(name, _OLD)


def _keep_global(found: _Globals, kind: int, previous: int, body: bytes) -> None:
    if kind == _BOUNDSHEET:
        at, state, sort = struct.unpack_from("<IBB", body)
        found.sheets.append((plain_text(body, 6, wide_length=False), at, bool(state & 3), sort))
    elif kind == _SST or (kind == CONTINUE and previous == _SST):
        found.strings.append(body)
    elif kind == _SUPBOOK:
        found.books.append(body[2:4] == b"\x01\x04")
    elif kind == _FORMAT:
        found.formats.append(body)
    elif kind == _XF:
        found.styles.append(int.from_bytes(body[2:4], "little"))
    elif kind == _EXTERNSHEET:
        (count,) = struct.unpack_from("<H", body)
        for book, first, _ in struct.iter_unpack("<HHH", body[2 : 2 + 6 * count]):
            found.references.append((book, first))
