"""What the fuzzer starts from: filled worksheets whose every answer's place is known and was checked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import openpyxl

from tests.domain.answers import random_cells, sample_report
from tests.tools.forms import Link, OfficialForm
from tests.tools.jawaban import Side, jawaban_form
from tests.tools.many import clean_table
from tests.tools.many_tables import FAMILIES, Look
from zi_desktop.domain.cells import Cells, CellValue
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.reading import Block
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook
from zi_desktop.worksheets.writing import write_workbook

Rows = list[dict[int, Any]]
Truth = dict[Stage, Cells]


@dataclass(frozen=True)
class Cell:
    """A cell of a grid: its value as it stands, and the formula behind it, if any."""

    value: Any
    formula: str = ""


@dataclass(frozen=True)
class Grid:
    """A sheet as rows of cells; columns from 1, rows from 0."""

    name: str
    hidden: bool
    rows: Rows


@dataclass(frozen=True)
class Base:
    """One filled worksheet. ``origin``: cell code by row (from 1) of ``sheet``; ``columns``: answer column by
    stage; ``labels``: the header text of that column."""

    name: str
    data: bytes
    lke: Lke
    sheet: str
    header: int
    origin: dict[int, str]
    columns: dict[Stage, int]

    @cached_property
    def parts(self) -> dict[str, bytes]:
        return unzipped(self.data)

    @cached_property
    def grids(self) -> list[Grid]:
        formulas = openpyxl.load_workbook(io.BytesIO(self.data))
        values = openpyxl.load_workbook(io.BytesIO(self.data), data_only=True)
        return [
            Grid(s.title, s.sheet_state != "visible", _rows(s, values[s.title])) for s in formulas.worksheets
        ]

    @cached_property
    def main(self) -> int:
        return [g.name for g in self.grids].index(self.sheet)

    @cached_property
    def labels(self) -> dict[Stage, str]:
        header = self.grids[self.main].rows[self.header - 1]
        return {stage: str(header[column].value) for stage, column in self.columns.items()}

    @cached_property
    def wording(self) -> dict[str, set[str]]:
        """Cell codes by every longer text of their row; some wording stands in several rows."""
        found: dict[str, set[str]] = {}
        rows = self.grids[self.main].rows
        for row, code in self.origin.items():
            for cell in rows[row - 1].values():
                if is_wording(cell.value):
                    found.setdefault(cell.value, set()).add(code)
        return found

    @cached_property
    def twins(self) -> dict[str, set[str]]:
        """By cell code: the codes whose rows say word for word the same, so that only their place differs."""
        said: dict[frozenset[str], set[str]] = {}
        rows = self.grids[self.main].rows
        texts = {
            code: frozenset(c.value for c in rows[row - 1].values() if is_wording(c.value))
            for row, code in self.origin.items()
        }
        for code, words in texts.items():
            said.setdefault(words, set()).add(code)
        return {code: said[words] for code, words in texts.items()}

    def who(self, values: Iterable[Any]) -> set[str]:
        """Whose row this can be by what stands in it; empty when its texts say nothing or contradict."""
        known = [self.wording[v] for v in values if is_wording(v) and v in self.wording]
        return set.intersection(*known) if known else set()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {n: archive.read(n) for n in archive.namelist()}


def is_wording(value: Any) -> bool:
    return isinstance(value, str) and len(value) >= 10 and not value.startswith(("Catatan ", "http"))


def _rows(formulas: Any, values: Any) -> Rows:
    rows: Rows = []
    for typed, shown in zip(formulas.iter_rows(), values.iter_rows(), strict=True):
        cells = {}
        for cell, value in zip(typed, shown, strict=True):
            if cell.value is not None:
                formula = cell.value[1:] if cell.data_type == "f" else ""
                cells[cell.column] = Cell(value.value, formula)
        rows.append(cells)
    return rows


def _typed(cells: Cells) -> dict[str, Any]:
    return {c: v if isinstance(v, str) else float(v) for c, v in cells.items()}


def _answers(lke: Lke, seed: int, filled: float) -> dict[str, CellValue]:
    cells = random_cells(lke, seed, filled=filled)
    return {code: v for code, v in cells.items() if lke.cells[code].kind is not CellKind.DECISION}


def _lampiran(seed: int, filled: float, **more: Any) -> tuple[bytes, Truth]:
    lke = load_edition("zi-2021")
    cells = _answers(lke, seed, filled)
    notes = {q.code: f"Catatan {q.code}" for q in lke.questions}
    site = "https://bukti.contoh.example"
    links = {q.code: (f"1. Dokumen {q.code}.pdf", Link(q.code, f"{site}/{q.code}")) for q in lke.questions}
    return OfficialForm(lke, _typed(cells), notes, links, **more).build(), {Stage.MANDIRI: cells}


def _jawaban(seed: int, filled: float) -> tuple[bytes, Truth]:
    lke = load_edition("zi-2021")
    unit, tpi = _answers(lke, seed, filled), _answers(lke, seed + 1, filled)
    data = jawaban_form(lke, Side(unit, {q.code: f"Catatan {q.code}" for q in lke.questions}), Side(tpi))
    return data, {Stage.MANDIRI: unit, Stage.TPI: tpi}


def _own(edition: str, seed: int) -> tuple[bytes, Truth]:
    lke = load_edition(edition)
    report = sample_report(edition, Stage.TPI, random_cells(lke, seed, filled=0.9))
    truth = {e.stage: e.cells for e in (report.evaluation, *report.siblings)}
    return write_workbook(report), truth


def _table(family: str, seed: int) -> tuple[bytes, Truth]:
    look = Look(tree=("columns", "two", "one")[seed % 3], shift=seed % 2)
    case = clean_table(family, seed=seed, look=look)
    return case.data, dict(case.answers)


MAKERS: dict[str, Callable[[int], tuple[bytes, Truth]]] = {
    "lampiran": lambda seed: _lampiran(seed, 1.0),
    "lampiran-blanks": lambda seed: _lampiran(seed, 0.7, lhkasn_defect=False),
    "lampiran-moved": lambda seed: _lampiran(seed, 0.9, sheet_name="Sheet1", first_row=5, shift=3),
    "jawaban": lambda seed: _jawaban(seed, 0.9),
    "own-2021": lambda seed: _own("zi-2021", seed),
    "own-2014": lambda seed: _own("zi-2014", seed),
    **{family: partial(_table, family) for family in FAMILIES},
}
"""Every layout by name: a seed gives a filled worksheet and its answers."""


def base_of(name: str, data: bytes, truth: Truth | None = None) -> Base:
    """The places of the answers of an untouched .xlsx as they are read; raises ValueError unless the answers
    read are those of ``truth``."""
    reading = read_workbook(data, f"{name}.xlsx")
    origin: dict[int, str] = {}
    columns: dict[Stage, int] = {}
    lke, sheet = load_edition(reading.edition), ""
    for block in reading.blocks:
        if truth is not None and not _is_right(block, truth[block.stage]):
            raise ValueError(f"{name}: the reading of the untouched file is wrong")
        for code, place in block.places.items():
            sheet, row, column = place_of(place)
            origin[row] = code
            if lke.cells[code].kind is not CellKind.DECISION:
                columns[block.stage] = column
    return Base(name, data, lke, sheet, _header(data, sheet, min(origin), columns), origin, columns)


def _is_right(block: Block, truth: Cells) -> bool:
    there = {c: v for c, v in truth.items() if c in block.places}
    return dict(block.cells) == there and len(there) > 0.9 * len(truth)


def make_base(name: str, seed: int) -> Base:
    """Makes one and reads it."""
    return base_of(name, *MAKERS[name](seed))


def place_of(place: str) -> tuple[str, int, int]:
    """``LKE ZI!K8`` → sheet, row, column."""
    sheet, _, cell = place.rpartition("!")
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return sheet, int(cell[len(letters) :]), column


def _header(data: bytes, sheet: str, first: int, columns: dict[Stage, int]) -> int:
    """The row of the header: the last above the first question where every answer column has a text."""
    cells = openpyxl.load_workbook(io.BytesIO(data))[sheet]
    for row in range(first - 1, 0, -1):
        if all(isinstance(cells.cell(row, c).value, str) for c in columns.values()):
            return row
    raise ValueError(f"{sheet}: no header")
