"""Layouts of worksheets as data: how each is recognised and what its columns mean. One engine reads them all.

A new layout is one more `Layout` here. Columns are found by the words in their header, never by their letter:
the same letter means different things in different agencies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from zi_desktop.domain.evaluation import Stage
from zi_desktop.worksheets.workbook_file_sheet import Sheet

HEADER_ROWS = 30


class Field(StrEnum):
    """What a column holds."""

    ID = "id"
    CODE = "code"
    TREE = "tree"  # the first of the columns with markers and wording
    WEIGHT = "weight"
    CRITERIA = "criteria"
    TYPE = "type"
    ANSWER = "answer"
    NOTE = "note"
    EVIDENCE = "evidence"
    SCORE = "score"
    PERCENT = "percent"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"


@dataclass(frozen=True)
class Column:
    """``labels`` are header texts in their `normal_label` form; ``stage`` says whose column it is."""

    field: Field
    labels: tuple[str, ...]
    stage: Stage | None = None
    required: bool = False


@dataclass(frozen=True)
class Layout:
    """``edition``: the form it carries. ``live``: the official file computes with formulas, so a constant in
    their place is worth telling. ``appended``: whose evidence stands in columns that users added on the
    right without a header."""

    id: str
    edition: str
    columns: tuple[Column, ...]
    live: bool = False
    appended: Stage | None = None


@dataclass(frozen=True)
class Fit:
    """One sheet seen through one layout: which column is where."""

    sheet: Sheet
    layout: Layout
    header: int
    columns: dict[tuple[Field, Stage | None], int]
    tree: range
    """The columns that hold markers and wording."""

    def column(self, field: Field, stage: Stage | None = None) -> int | None:
        return self.columns.get((field, stage))

    @property
    def stages(self) -> tuple[Stage, ...]:
        return tuple(s for s in Stage if (Field.ANSWER, s) in self.columns)


_TREE = Column(Field.TREE, ("penilaian", "komponen penilaian", "uraian"), required=True)
_WEIGHT = Column(Field.WEIGHT, ("bobot",))
_TYPE = Column(Field.TYPE, ("pilihan jawaban", "jenis jawaban"))
_PERCENT = Column(Field.PERCENT, ("%", "persen"))

LAMPIRAN_III = Layout(
    "lampiran-iii",
    "zi-2021",
    (
        _TREE,
        _WEIGHT,
        Column(Field.CRITERIA, ("penjelasan", "kriteria", "kriteria nilai")),
        _TYPE,
        Column(Field.ANSWER, ("jawaban",), Stage.MANDIRI, required=True),
        Column(Field.SCORE, ("nilai",), Stage.MANDIRI),
        _PERCENT,
        Column(
            Field.NOTE,
            ("catatan keterangan penjelasan", "catatan", "keterangan", "catatan keterangan"),
            Stage.MANDIRI,
        ),
        Column(
            Field.EVIDENCE,
            ("bukti dukung", "daftar bukti dukung", "eviden", "dokumen", "daftar dokumen"),
            Stage.MANDIRI,
        ),
    ),
    live=True,
    appended=Stage.MANDIRI,
)

PORTALRB_JAWABAN = Layout(
    "portalrb-jawaban",
    "zi-2021",
    (
        Column(Field.ID, ("id",)),
        _TREE,
        _WEIGHT,
        Column(Field.CRITERIA, ("kriteria nilai", "kriteria", "penjelasan")),
        _TYPE,
        Column(Field.ANSWER, ("jawaban unit",), Stage.MANDIRI, required=True),
        Column(Field.NOTE, ("catatan unit",), Stage.MANDIRI),
        Column(Field.EVIDENCE, ("bukti dukung unit",), Stage.MANDIRI),
        Column(Field.ANSWER, ("jawaban tpi",), Stage.TPI, required=True),
        Column(Field.SCORE, ("nilai",), Stage.TPI),
        _PERCENT,
        Column(Field.NOTE, ("catatan tpi",), Stage.TPI),
    ),
)

_OWN_STAGES = ((Stage.MANDIRI, "unit"), (Stage.TPI, "tpi"), (Stage.TPN, "tpn"))
_OWN_TITLES = (
    (Field.ANSWER, "jawaban"),
    (Field.NOTE, "catatan"),
    (Field.EVIDENCE, "bukti dukung"),
    (Field.FINDING, "catatan hasil evaluasi"),
    (Field.RECOMMENDATION, "rekomendasi"),
    (Field.DECISION, "keputusan penyebut nol"),
)
# The score column belongs to the stage that the hidden sheet names.
ZI_DESKTOP = Layout(
    "zi-desktop",
    "zi-2021",
    (
        Column(Field.ID, ("id",)),
        _TREE,
        _WEIGHT,
        Column(Field.CRITERIA, ("kriteria nilai",)),
        _TYPE,
        Column(Field.SCORE, ("nilai",)),
        _PERCENT,
        Column(Field.CODE, ("kode",), required=True),
        *(
            Column(
                what, (f"{title} {name}",), stage, required=what is Field.ANSWER and stage is not Stage.TPN
            )
            for stage, name in _OWN_STAGES
            for what, title in _OWN_TITLES
        ),
    ),
    live=True,
)

LAYOUTS: tuple[Layout, ...] = (LAMPIRAN_III, PORTALRB_JAWABAN, ZI_DESKTOP)
"""The most demanding last: where two fit equally well the later one is taken."""

_PUNCTUATION = re.compile(r"[^\w%]+")


def normal_label(text: str) -> str:
    """A header without case, punctuation, line breaks: `` Catatan/Keterangan`` → ``catatan keterangan``."""
    return _PUNCTUATION.sub(" ", text.casefold()).strip()


def fit_layouts(sheet: Sheet, layouts: tuple[Layout, ...] = LAYOUTS) -> Fit | None:
    """The layout whose header stands in the first rows of the sheet, or None. Enough of the sheet to hold
    `HEADER_ROWS` rows is enough to ask."""
    best: Fit | None = None
    telling = {label for layout in layouts for c in layout.columns if c.required for label in c.labels}
    for row in sorted(r for r in sheet.values if r <= HEADER_ROWS):
        labels = {
            column: label
            for column, value in sorted(sheet.values[row].items())
            if isinstance(value, str) and len(value) < 80 and (label := normal_label(value))
        }
        if len(telling.intersection(labels.values())) < 2:
            continue
        for layout in layouts:
            fit = _fit(sheet, layout, row, labels)
            if fit and (best is None or len(fit.columns) >= len(best.columns)):
                best = fit
    return best


def _fit(sheet: Sheet, layout: Layout, row: int, labels: dict[int, str]) -> Fit | None:
    """Header cells from left to right, each given to the first column of the layout that still lacks one, so
    that a label that occurs twice is told apart by its order."""
    columns: dict[tuple[Field, Stage | None], int] = {}
    for number, label in labels.items():
        for column in layout.columns:
            key = (column.field, column.stage)
            if key not in columns and label in column.labels:
                columns[key] = number
                break
    if any(c.required and (c.field, c.stage) not in columns for c in layout.columns):
        return None
    first = columns[Field.TREE, None]
    after = [c for c in columns.values() if c > first]
    return Fit(sheet, layout, row, columns, range(first, min(after, default=first + 1)))
