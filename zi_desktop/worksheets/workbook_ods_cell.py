"""One cell of an OpenDocument sheet: its value as an .xlsx would have it, its formula in Excel's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from math import isfinite

from zi_desktop.worksheets.workbook_file_sheet import DATE, ERRORS, PERCENT, ErrorValue, Sheet, Value

_EPOCH = datetime(1899, 12, 30)
_TIME = re.compile(r"(-?)P(?:(\d{1,9})D)?T?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,9})?)S)?\Z")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:[.,]\d{1,9})?)?Z?\Z")
_ERROR = re.compile(r"#[A-Z0/]{1,12}[!?]?\Z")
_SHOWN_AS = {"percentage": PERCENT, "date": DATE, "time": DATE}
_NUMBERS = frozenset(("float", "percentage", "currency"))
# LibreOffice's numbers for errors that have a name in Excel; every other is #VALUE!
_NAMED = {"Err:503": "#NUM!", "Err:524": "#REF!", "Err:525": "#NAME?", "Err:532": "#DIV/0!"}
_PREFIX = re.compile(r"(?:[A-Za-z][\w-]{0,20}:)?=")
_PIECES = re.compile(r'"(?:[^"]|"")*"|\[([^\[\]]*)\]|;')


class CellReader:
    """Collects what stands between the tags of one cell."""

    def __init__(self, attributes: dict[str, str], spaces: Callable[[int], str]) -> None:
        """``spaces`` gives so many of them, or refuses a file that asks for too many."""
        self.attributes = attributes
        self._depth = 1
        self._skipped = 0  # the depth at which something begins that is not the cell's own text
        self._paragraphs = 0
        self._text: list[str] = []
        self._links: list[str] = []
        self._spaces = spaces

    @property
    def filled(self) -> bool:
        return bool(
            self._paragraphs or "table:formula" in self.attributes or "office:value-type" in self.attributes
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._skipped:
            return
        if name == "text:p" and self._depth == 2:
            if self._paragraphs:
                self._text.append("\n")
            self._paragraphs += 1
        elif self._depth == 2 or name in ("office:annotation", "text:note", "text:ruby-text"):
            self._skipped = self._depth  # a comment, a picture, a form
        elif name == "text:a":
            self._links.append(attributes.get("xlink:href", ""))
        elif name == "text:s":
            self._text.append(self._spaces(int(attributes.get("text:c", "1"))))
        elif name == "text:tab":
            self._text.append("\t")
        elif name == "text:line-break":
            self._text.append("\n")

    def characters(self, text: str) -> None:
        if self._depth > 1 and not self._skipped:
            self._text.append(text)

    def end(self) -> bool:
        """True when it was the cell's own end."""
        if self._skipped == self._depth:
            self._skipped = 0
        self._depth -= 1
        return self._depth == 0

    def keep(self, sheet: Sheet, places: Iterable[tuple[int, int]]) -> None:
        """Puts the cell into its sheet, wherever it stands."""
        value = self._value()
        formula = excel_formula(self.attributes.get("table:formula", ""))
        links = tuple(link for link in self._links if link and not link.startswith("#"))
        style = _SHOWN_AS.get(self.attributes.get("office:value-type", ""))
        for row, column in places:
            if style:
                sheet.styles[row, column] = style
            if value is not None and value != "":
                sheet.values.setdefault(row, {})[column] = value
            if formula:
                sheet.formulas[row, column] = formula
            if links:
                sheet.links[row, column] = links

    def _value(self) -> Value | None:
        kind = self.attributes.get("office:value-type", "")
        shown = "".join(self._text)
        if kind in _NUMBERS:
            number = float(self.attributes.get("office:value", ""))
            if self._is_error(shown):
                return _error(shown)
            return number if isfinite(number) else ErrorValue("#NUM!")
        if kind == "boolean":
            return self.attributes.get("office:boolean-value", "") == "true"
        if kind == "date":
            return _serial(self.attributes.get("office:date-value", ""))
        if kind == "time":
            return _fraction(self.attributes.get("office:time-value", ""))
        text = shown if self._paragraphs else self.attributes.get("office:string-value", "")
        return _error(text) if self._is_error(text) else text

    def _is_error(self, text: str) -> bool:
        if self.attributes.get("calcext:value-type") == "error":
            return True
        return "table:formula" in self.attributes and (text in ERRORS or text in _NAMED)


def _error(text: str) -> ErrorValue:
    """LibreOffice shows ``#DIV/0!`` or ``Err:522``."""
    if text.startswith("Err:") or not _ERROR.match(text):
        return ErrorValue(_NAMED.get(text, "#VALUE!"))
    return ErrorValue(text)


def _serial(text: str) -> float:
    """Days since Excel's day zero; raises ValueError for what is no date."""
    match = _DATE.match(text)
    if not match:
        raise ValueError(text)
    year, month, day, *time = (int(part or 0) for part in match.groups())
    days = (date(year, month, day) - _EPOCH.date()).days
    return days + (time[0] * 3600 + time[1] * 60 + time[2]) / 86400


def _fraction(text: str) -> float:
    """A duration as days; raises ValueError for what is none."""
    match = _TIME.match(text)
    if not match:
        raise ValueError(text)
    days, hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in match.groups()[1:])
    total = days + hours / 24 + minutes / 1440 + seconds / 86400
    return -total if match.group(1) else total


def excel_formula(formula: str) -> str:
    """``of:=IF([.K8]="";1;[$Utama.I3])`` → ``IF(K8="",1,Utama!I3)``, as an .xlsx has it (without ``=``)."""
    match = _PREFIX.match(formula)
    return _PIECES.sub(_piece, formula[match.end() :] if match else formula)


def _piece(match: re.Match[str]) -> str:
    if match.group(0) == ";":
        return ","
    inside = match.group(1)
    if inside is None:
        return match.group(0)
    return ":".join(_reference(part) for part in inside.split(":"))


def _reference(part: str) -> str:
    sheet, _, cell = part.rpartition(".")
    sheet = sheet.removeprefix("$")
    return f"{sheet}!{cell}" if sheet else cell
