"""Cell formats of our workbook, and the one way text enters a cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.worksheets.writing_kept import visible

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MAX_TEXT = 32_767  # UTF-16 units Excel keeps in a cell
_FONT: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
_LINE: dict[str, Any] = {"bottom": 1, "bottom_color": "#D9D9D9"}
_NUMBER = {"num_format": "0.00"}
_SHARE: dict[str, Any] = {"num_format": "0.00%", "align": "right", "indent": 1}
_BANDS: dict[str, dict[str, Any]] = {
    "komponen": {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF"},
    "aspek": {"bold": True, "bg_color": "#8EAADB"},
    "area": {"bold": True, "bg_color": "#D9E2F3"},
    "subarea": {"bg_color": "#F2F2F2"},
    "text": _LINE,
}
_OTHERS: dict[str, dict[str, Any]] = {
    "header": _BANDS["komponen"] | {"text_wrap": True, "align": "center", "valign": "vcenter", "border": 1},
    "title": {"bold": True, "font_size": 14},
    "form title": {"bold": True, "font_size": 12, "text_wrap": True, "align": "center", "valign": "vcenter"},
    "plain": {},
    "bold": {"bold": True},
    "aspek center": _BANDS["aspek"] | {"align": "center"},
    "wrap": _LINE | {"text_wrap": True},
    "small": _LINE | {"text_wrap": True, "font_size": 9},
    "remark": _LINE | {"font_size": 9, "align": "left", "indent": 1},
    "center": _LINE | {"align": "center", "text_wrap": True},
    "id": {"font_size": 8, "font_color": "#7F7F7F", "align": "left"},
    "code": _LINE | {"font_size": 9, "font_color": "#595959"},
    "number": _LINE | _NUMBER,
    "percent": _LINE | _SHARE,
    "answer": {"align": "center", "bg_color": "#FFF9E5", "border": 1, "border_color": "#BFBFBF"},
    "answer sum": {"align": "center", "border": 1, "border_color": "#BFBFBF"},
    "answer percent": _SHARE | {"align": "center", "indent": 0, "border": 1, "border_color": "#BFBFBF"},
}


class Styles:
    """Formats by name, made once per workbook: a band (``area``), ``area number``, ``area percent``, …"""

    def __init__(self, workbook: Workbook) -> None:
        self._formats: dict[str, Format] = {}
        for name, look in (_BANDS | _OTHERS).items():
            self._formats[name] = workbook.add_format(_FONT | look)
        for name, look in _BANDS.items():
            self._formats[f"{name} number"] = workbook.add_format(_FONT | look | _NUMBER)
            self._formats[f"{name} percent"] = workbook.add_format(_FONT | look | _SHARE)

    def __getitem__(self, name: str) -> Format:
        return self._formats[name]


def lines_needed(text: str, width: float, style: str) -> int:
    """Lines a wrapped text takes in a column of that width; an estimate, rather too many."""
    letters = width * (1.2 if style == "small" else 1.05)
    return sum(max(1, math.ceil(len(line) / letters)) for line in text.split("\n"))


def write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format, where: str) -> None:
    """Text as text, also when it begins with ``=``. Raises ZiError ``text-too-long`` rather than cut it."""
    shown = visible(text)
    if len(shown) > MAX_TEXT // 2 and len(shown.encode("utf-16-le")) // 2 > MAX_TEXT:
        raise ZiError(
            "text-too-long",
            Text(
                f"Teks di {where} lebih panjang daripada yang muat dalam satu sel Excel ({MAX_TEXT} huruf)",
                f"The text at {where} is longer than one Excel cell can hold ({MAX_TEXT} characters)",
            ),
            where=where,
            remedy=Text(
                "Ringkas teksnya, atau jadikan lampiran.", "Shorten the text, or make it an attachment."
            ),
        )
    sheet.write_string(row, column, shown, style)
