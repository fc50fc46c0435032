"""A CSV as exported from one sheet: encoding and separator from the content, numbers as they are shown.

A CSV carries no formulas, no links and no types. What looks like a number becomes a `ShownNumber`, which
keeps the text it was read from, so that nothing is lost where a document is called ``3.10``.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from math import isfinite
from pathlib import PurePath
from typing import NoReturn

from zi_desktop.domain.errors import Text
from zi_desktop.worksheets.workbook_file_sheet import (
    ERRORS,
    MAX_CELLS,
    MAX_COLUMN,
    MAX_ROW,
    ErrorValue,
    LoadedWorkbook,
    Sheet,
    ShownNumber,
    Value,
    Workbook,
)
from zi_desktop.worksheets.workbook_refusals import refuse_broken, refuse_kind, refuse_too_large
from zi_desktop.worksheets.writing_csv_cells import is_ours, unguarded

MAX_CHARACTERS = 12_000_000  # a full LKE is about 200,000
MAX_SEPARATORS = 2_000_000
_SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 250
_SAMPLE = 65_536  # characters in which control characters are counted
_FEWEST_COLUMNS = 2
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])\r?\n?\Z", re.IGNORECASE)
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # as Excel escapes; `Sheet.raw` undoes it
_LIBREOFFICE_ERROR = re.compile(r"Err:5\d\d\Z")
# A decimal comma or point; or groups of three with one mark and decimals after the other.
_PLAIN = re.compile(r"([+-]?)(\d{1,18})(?:[.,](\d{1,18}))?(E[+-]?\d{1,3})?( ?%)?\Z", re.ASCII | re.IGNORECASE)
_GROUPED = re.compile(r"([+-]?\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?!\2)[.,](\d{1,18})\Z", re.ASCII)

_BINARY = Text("bukan berkas Excel, ODS, atau CSV", "no Excel, ODS or CSV file")
_PDF = Text("berkas PDF", "a PDF")
_HTML = Text(
    "halaman web (HTML) yang diberi nama lembar kerja", "a web page (HTML) with the name of a worksheet"
)
_XML = Text("berkas XML, misalnya Excel 2003 XML", "an XML file, for example Excel 2003 XML")
_RTF = Text("dokumen RTF", "an RTF document")


def open_csv(data: bytes, name: str) -> Workbook:
    """Reads separated values as one sheet, named after the file. Raises ZiError ``not-a-worksheet``,
    ``too-large`` and, for a quoted cell that never ends, ``broken-file``."""
    _refuse_strangers(data, name)
    text = _decoded(data, name)
    if len(text) > MAX_CHARACTERS or sum(text.count(c) for c in _SEPARATORS + "\n\r") > MAX_SEPARATORS:
        refuse_too_large(name)
    lines = _lines(text)
    separator = _declared(lines) or _separator(lines)
    if not separator:
        refuse_kind(name, _BINARY)
    title = PurePath(name).stem
    sheet, kept, typed = Sheet(title), 0, _typed
    try:
        for number, row in enumerate(csv.reader(lines, delimiter=separator, strict=True), 1):
            if number == 1 and is_ours(row):
                typed = _typed_by_us
            kept += _keep(sheet, number, row, name, typed)
            if kept > MAX_CELLS:
                refuse_too_large(name)
    except csv.Error:
        refuse_broken(name)
    return LoadedWorkbook(name, {title: sheet})


def _refuse_strangers(data: bytes, name: str) -> None:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    kinds = {
        b"%pdf": _PDF,
        b"<!doctype": _HTML,
        b"<html": _HTML,
        b"<table": _HTML,
        b"<": _XML,
        b"{\\rtf": _RTF,
    }
    for mark, kind in kinds.items():
        if start.startswith(mark):
            refuse_kind(name, _HTML if kind is _XML and b"<html" in start else kind)


def _decoded(data: bytes, name: str) -> str:
    """By its mark, else UTF-16 by its zeros, else UTF-8, else the Windows code page of Western Europe."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        elif b"\x00" in data[:200]:
            text = data.decode("utf-16-be" if data[:1] == b"\x00" else "utf-16-le")
        else:
            text = _decoded_bytes(data)
    except UnicodeDecodeError as error:
        if error.reason in ("unexpected end of data", "truncated data"):
            refuse_broken(name)
        _refuse_binary(name)
    if not _is_text(text):
        _refuse_binary(name)
    return text


def _decoded_bytes(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # cut off in the middle of a character
            raise
    repaired = data.decode("utf-8-sig", "replace")
    bad = repaired.count("\ufffd")
    good = len(repaired) - len(repaired.encode("ascii", "ignore")) - bad
    # one bad byte does not make the other letters those of another encoding
    return repaired if good > bad else data.decode("cp1252")


def _is_text(text: str) -> bool:
    """A stray control character happens in a note; a file full of them is no text."""
    sample = text[:_SAMPLE]
    return "\x00" not in text and len(_CONTROL.findall(sample)) * 100 <= len(sample)


def _refuse_binary(name: str) -> NoReturn:
    refuse_kind(name, _BINARY)


def _lines(text: str) -> list[str]:
    """Lines with their ends. Old programs end them with a carriage return alone."""
    if "\n" not in text:
        text = text.replace("\r", "\n")
    lines = text.split("\n")
    last = lines.pop()
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _declared(lines: list[str]) -> str:
    """``sep=;`` in the first line, which Excel obeys and does not show."""
    match = _SEPARATOR_LINE.match(lines[0]) if lines else None
    if match:
        del lines[0]
    return match.group(1) if match else ""


def _separator(lines: list[str]) -> str:
    """The separator that makes the most even table, and of two as even the wider; empty when none does."""
    best, found = (0.0, 0), ""
    for separator in _SEPARATORS:
        widths = Counter(_widths(lines, separator))
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        told = (rows / max(1, widths.total()), width)
        if width >= _FEWEST_COLUMNS and told > best:
            best, found = told, separator
    return found


def _widths(lines: list[str], separator: str) -> Iterator[int]:
    rows = csv.reader(lines, delimiter=separator)
    try:
        yield from (len(row) for row in islice(rows, _SAMPLE_ROWS) if row)
    except csv.Error:
        return


def _keep(sheet: Sheet, number: int, row: Sequence[str], name: str, typed: Callable[[str], Value]) -> int:
    if number > MAX_ROW or len(row) > MAX_COLUMN:
        refuse_too_large(name)
    cells = {column: typed(text) for column, text in enumerate(row, 1) if text}
    if cells:
        sheet.values[number] = cells
    return len(cells)


def _typed_by_us(text: str) -> Value:
    """In a file of our own: no cell is an error, none was escaped, and apostrophes kept formulas away."""
    text = text.replace("\r\n", "\n")
    plain = unguarded(text)
    value = _typed(plain)
    if plain == text and isinstance(value, ShownNumber):
        return value
    return _ESCAPED.sub("_x005F_", plain)


def _typed(text: str) -> Value:
    text = text.replace("\r\n", "\n")
    if text in ERRORS:
        return ErrorValue(text)
    if _LIBREOFFICE_ERROR.match(text):
        return ErrorValue("#VALUE!")
    if text[-1] not in "0123456789%":
        return text
    number = _number(text)
    return text if number is None else number


def _number(text: str) -> ShownNumber | None:
    if match := _PLAIN.match(text):
        sign, whole, decimals, exponent, percent = match.groups()
        power = int((exponent or "E0")[1:]) - (2 if percent else 0)
    elif match := _GROUPED.match(text):
        sign, whole, decimals, power = "", re.sub("[.,]", "", match.group(1)), match.group(3), 0
    else:
        return None
    digits = decimals or ""
    value = float(f"{sign}{whole}.{digits or 0}e{power}")
    if not isfinite(value):
        return None
    exact = len(whole) + len(digits) >= 15  # all that a float holds was shown
    return ShownNumber(value, text, 0.0 if exact else 0.5 * 10.0 ** (power - len(digits)))
