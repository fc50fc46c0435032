"""What may be typed into the answer cells of our workbook: lists of choices, limits of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.lke import DECISION_VALUES, Lke

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


class Validations:
    """Collects cells by rule (a scale, ``count``, ``percent``, ``decision``); one validation a rule."""

    def __init__(self) -> None:
        self._cells: dict[str, list[tuple[int, int]]] = defaultdict(list)

    def add(self, rule: str, row: int, column: int) -> None:
        self._cells[rule].append((row, column))

    def write(self, sheet: Worksheet, lke: Lke) -> None:
        scales = {q.scale: [c.label for c in q.choices] for q in lke.questions if q.choices}
        for rule, places in self._cells.items():
            first, *others = _ranges(places)
            sheet.data_validation(*first, _validation(rule, scales) | {"other_cells": [*map(list, others)]})


def _validation(rule: str, scales: Mapping[str, list[str]]) -> dict[str, Any]:
    if rule in scales or rule == "decision":
        source = scales.get(rule) or list(DECISION_VALUES)
        told = f"Pilih salah satu: {', '.join(source)}."
        return {"validate": "list", "source": source, "error_title": "Di luar pilihan", "error_message": told}
    if rule == "count":
        told = "Isi bilangan bulat, 0 atau lebih."
        kind: dict[str, Any] = {"validate": "integer", "criteria": ">=", "value": 0}
    else:
        top = 100 if rule == "percent" else 4
        told = f"Isi angka 0 sampai {top}."
        kind = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": top}
    return kind | {"error_title": "Di luar batas", "error_message": told}


def _ranges(places: list[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Cells of one rule as ranges: first row, first column, last row, last column."""
    ranges: list[tuple[int, int, int, int]] = []
    for row, column in sorted(places, key=lambda place: (place[1], place[0])):
        if ranges and ranges[-1][3] == column and ranges[-1][2] == row - 1:
            ranges[-1] = (ranges[-1][0], column, row, column)
        else:
            ranges.append((row, column, row, column))
    return ranges
