"""The rows of a sheet as a reader sees them: marker, wording, type, and what kind of row it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from zi_desktop.worksheets.layouts import Field, normal_label
from zi_desktop.worksheets.reading_header import Fit
from zi_desktop.worksheets.reading_template import (
    COUNT_TYPE,
    INDEX_TYPE,
    PERCENT_TYPE,
    heading_label,
    normal_type,
)
from zi_desktop.worksheets.reading_words import Bag, Lexicon, clean_text, words

_MARKER = re.compile(r"(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2}|[-–•])\s*[.)]?\Z")
_LEADING = re.compile(r"((?:[A-Za-z0-9]{1,4}\.){2,6}[A-Za-z0-9]{0,4}|[-–•]|[A-Za-z0-9]{1,3}[.)])\s+(?=\S)")
_FILE = re.compile(r"https?://|\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|rar)\Z", re.IGNORECASE)
_CHOICE_TYPES = re.compile(r"(?:ya tidak|a b c(?: d)?(?: d e)?)\Z")


class RowKind(StrEnum):
    QUESTION = "question"
    COUNT = "count"
    PLAIN = "plain"  # wording without type, criteria or answer: a heading
    EMPTY = "empty"  # no wording and nothing to read
    HEADER = "header"  # the header once more


@dataclass(frozen=True)
class Row:
    """``label`` is the wording in `heading_label` form, ``text`` as it stands; ``marker`` without its dot;
    ``id`` the number in an ID column, 0 without one; ``code`` what stands in a column of codes."""

    number: int
    marker: str
    text: str
    criteria: str
    type: str
    answered: bool
    weight: float | None
    id: int = 0
    code: str = ""
    header: bool = False
    lexicon: Lexicon | None = field(default=None, compare=False, repr=False)

    @cached_property
    def label(self) -> str:
        return heading_label(self.text)

    @cached_property
    def bag(self) -> Bag:
        """The words of the row, spelt as the form spells them."""
        text, every = words(self.text), words(self.criteria)
        if _FILE.search(self.text):  # a column of evidence where the wording should be says nothing
            text = frozenset()
        if self.lexicon:
            text, every = self.lexicon.spell(text), self.lexicon.spell(every)
        return Bag(text, text | every)

    @property
    def typed(self) -> bool:
        """It names the scale of a question."""
        return self.type in (PERCENT_TYPE, INDEX_TYPE) or bool(_CHOICE_TYPES.match(self.type))

    @cached_property
    def kind(self) -> RowKind:
        if self.header:
            return RowKind.HEADER
        if not (self.text or self.type or self.criteria or self.answered):
            return RowKind.EMPTY
        if self.type == COUNT_TYPE:
            return RowKind.COUNT
        dashed = self.label.startswith("jumlah") or not (self.type or self.criteria)
        if self.marker == "-" and dashed and not self.typed:
            return RowKind.COUNT
        if self.answered or self.criteria or self.type:
            return RowKind.QUESTION
        return RowKind.PLAIN


def body_rows(fit: Fit, lexicon: Lexicon) -> Iterator[Row]:
    """Every row with something in it below the header, top down."""
    columns = _Columns(fit)
    for number in fit.sheet.rows():
        if number > fit.header:
            yield _row(fit, columns, number, lexicon)


def rows_above(fit: Fit, lexicon: Lexicon) -> Iterator[Row]:
    """Rows above the header that are filled in like a question's: they got there by mistake."""
    columns = _Columns(fit)
    for number in fit.sheet.rows():
        if number >= fit.header:
            return
        row = _row(fit, columns, number, lexicon)
        if row.typed and row.answered:
            yield row


class _Columns:
    """The columns every row is asked for, looked up once."""

    def __init__(self, fit: Fit) -> None:
        self.weight = fit.column(Field.WEIGHT)
        self.criteria = fit.column(Field.CRITERIA)
        self.type = fit.column(Field.TYPE)
        self.id = fit.column(Field.ID)
        self.code = fit.column(Field.CODE)
        self.answers = [c for c, (f, _) in fit.columns.items() if f is Field.ANSWER]
        self.heads = {c: label for c, label in fit.labels.items() if c in fit.columns}


def _row(fit: Fit, columns: _Columns, number: int, lexicon: Lexicon) -> Row:
    sheet = fit.sheet
    cells = sheet.values.get(number, {})
    marker, text = _marker_and_text(
        [t for c in fit.tree if c in cells and (t := _piece(sheet.raw(number, c), cells[c]))]
    )
    weight = sheet.at(number, columns.weight)
    identity = sheet.at(number, columns.id)
    return Row(
        number,
        marker,
        text,
        sheet.text(number, columns.criteria),
        normal_type(sheet.text(number, columns.type)),
        any(sheet.text(number, c) or (number, c) in sheet.formulas for c in columns.answers),
        weight if isinstance(weight, float) else None,
        int(identity) if isinstance(identity, float) and identity < 1e6 else 0,
        sheet.text(number, columns.code),
        _repeats_header(fit, columns, number),
        lexicon,
    )


def _repeats_header(fit: Fit, columns: _Columns, number: int) -> bool:
    if columns.answers and normal_label(fit.sheet.text(number, columns.answers[0])[:80]) != fit.labels.get(
        columns.answers[0], "jawaban"
    ):
        return False
    same = 0
    for column, label in columns.heads.items():
        value = fit.sheet.at(number, column)
        if isinstance(value, str) and normal_label(value) == label:
            same += 1
    return same >= 3


_Piece = tuple[str, bool]


def _piece(raw: str, value: object) -> _Piece | None:
    """The text of one cell of the tree, and whether it is a number."""
    text = clean_text(raw)
    return (text, isinstance(value, float)) if text else None


def _marker_and_text(pieces: list[_Piece]) -> tuple[str, str]:
    """``["a.", "Text"]`` and ``["- Text"]`` alike. Markers of deeper levels repeat (``-`` under ``-``); one
    alone is no wording. A number behind the wording is a weight."""
    while len(pieces) > 1 and pieces[-1][1]:
        pieces.pop()
    texts = [text for text, _ in pieces]
    marker = ""
    while texts and _MARKER.match(texts[0]):
        marker = texts.pop(0)
    text = " ".join(texts)
    if match := _LEADING.match(text):
        found = match.group(1).rstrip(".)").rpartition(".")[2]
        marker = marker or found
        text = text[match.end() :]
    return marker.strip().rstrip(".)").strip().replace("–", "-").casefold(), text.strip()
