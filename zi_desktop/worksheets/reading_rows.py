"""The rows of a sheet as a reader sees them: marker, wording, type, and what kind of row it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from zi_desktop.worksheets.layouts import Field, Fit, normal_label
from zi_desktop.worksheets.reading_template import COUNT_TYPE, INDEX_TYPE, PERCENT_TYPE, normal_type
from zi_desktop.worksheets.reading_words import Words, clean_text, words

_MARKER = re.compile(r"(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2}|[-–•])\s*[.)]?\Z")
_LEADING = re.compile(r"([-–•]|[A-Za-z0-9]{1,3}[.)])\s+(?=\S)")
_CHOICE_TYPES = re.compile(r"(?:ya tidak|a b c(?: d)?(?: d e)?)\Z")


class RowKind(StrEnum):
    QUESTION = "question"
    COUNT = "count"
    PLAIN = "plain"  # wording without type, criteria or answer: a heading
    EMPTY = "empty"  # no wording and nothing to read


@dataclass(frozen=True)
class Row:
    """``label`` is the wording in `normal_label` form, ``text`` as it stands; ``marker`` without its dot."""

    number: int
    marker: str
    text: str
    criteria: str
    type: str
    answered: bool
    weight: float | None

    @cached_property
    def label(self) -> str:
        return normal_label(self.text)

    @cached_property
    def words(self) -> Words:
        return words(f"{self.text} {self.criteria}")

    @cached_property
    def kind(self) -> RowKind:
        if not (self.text or self.type or self.criteria or self.answered):
            return RowKind.EMPTY
        if self.type == COUNT_TYPE:
            return RowKind.COUNT
        if self.type in (PERCENT_TYPE, INDEX_TYPE) or _CHOICE_TYPES.match(self.type):
            return RowKind.QUESTION
        if self.marker == "-" and (self.label.startswith("jumlah") or not (self.type or self.criteria)):
            return RowKind.COUNT
        if self.answered or self.criteria or self.type:
            return RowKind.QUESTION
        return RowKind.PLAIN


def body_rows(fit: Fit) -> Iterator[Row]:
    """Every row with something in it below the header, top down."""
    for number in fit.sheet.rows():
        if number > fit.header:
            yield _row(fit, number)


def _row(fit: Fit, number: int) -> Row:
    sheet = fit.sheet
    cells = sheet.values.get(number, {})
    marker, text = _marker_and_text(
        [t for c in fit.tree if c in cells and (t := clean_text(sheet.raw(number, c)))]
    )
    weight = sheet.at(number, fit.column(Field.WEIGHT))
    return Row(
        number,
        marker,
        text,
        sheet.text(number, fit.column(Field.CRITERIA)),
        normal_type(sheet.text(number, fit.column(Field.TYPE))),
        any(
            sheet.text(number, c) or (number, c) in sheet.formulas
            for (field, _), c in fit.columns.items()
            if field is Field.ANSWER
        ),
        weight if isinstance(weight, float) else None,
    )


def _marker_and_text(pieces: list[str]) -> tuple[str, str]:
    """``["a.", "Text"]`` and ``["- Text"]`` alike. Markers of deeper levels repeat (``-`` under ``-``)."""
    marker = ""
    while len(pieces) > 1 and _MARKER.match(pieces[0]):
        marker = pieces.pop(0)
    text = " ".join(pieces)
    if match := _LEADING.match(text):
        marker = marker or match.group(1)
        text = text[match.end() :]
    return marker.strip().rstrip(".)").strip().replace("–", "-").casefold(), text.strip()
