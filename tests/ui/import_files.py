"""Worksheets for the import tests: the shipped samples, edited as people edit them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from zi_desktop.domain.resources import resource_path

ODD_HEADER = "Kolom bebas"
ODD_ROW = 7  # of the sheet Jawaban; its question is A.I.1.i.b
ODD_CELL = "A.I.1.i.b"
UNNAMED = {"Jawaban Unit": "Penilaian Mandiri", "Jawaban TPI": "Hasil Penilaian"}


def reworded(folder: Path, name: str = "lain.xlsx", *, answer: str = "") -> Path:
    """The two-stage sample with a note column under another header and one row that asks something else.
    ``answer``: the unit's answer in the first question's row."""
    book = openpyxl.load_workbook(resource_path("samples", "jawaban-contoh.xlsx"))
    sheet = book["Jawaban"]
    assert isinstance(sheet, Worksheet)
    for cell in sheet[1]:
        if cell.value == "Catatan TPI":
            cell.value = ODD_HEADER
    sheet[f"A{ODD_ROW}"] = None
    sheet[f"G{ODD_ROW}"] = "Kendaraan dinas dicuci setiap pekan"
    sheet[f"I{ODD_ROW}"] = "x. bersih\ny. kotor"
    if answer:
        sheet["K6"] = answer
    path = folder / name
    book.save(path)
    return path


def two_sheets(folder: Path) -> Path:
    """The sample and, on a second sheet, the same form with other answers of the unit."""
    book = openpyxl.load_workbook(resource_path("samples", "jawaban-contoh.xlsx"))
    copy = book.copy_worksheet(book["Jawaban"])
    copy.title = "Jawaban lama"
    for row in range(2, 60):
        copy[f"K{row}"] = None
    path = folder / "dua-lembar.xlsx"
    book.save(path)
    return path


def two_parts(folder: Path) -> Path:
    """The sample cut in two: what belongs to the reform stands on a sheet of its own."""
    book = openpyxl.load_workbook(resource_path("samples", "jawaban-contoh.xlsx"))
    first = book["Jawaban"]
    second = book.copy_worksheet(first)
    second.title = "Reform"
    cut = next(row[0].row for row in first.iter_rows() if any(c.value == "REFORM" for c in row))
    for row in range(2, first.max_row + 1):
        for cell in (first if row >= cut else second)[row]:
            if not isinstance(cell, MergedCell):
                cell.value = None
    path = folder / "dua-bagian.xlsx"
    book.save(path)
    return path


def unnamed(folder: Path, name: str = "tanpa-jawaban.xlsx") -> Path:
    """The sample with the answers of both stages under headers that may as well head scores."""
    book = openpyxl.load_workbook(resource_path("samples", "jawaban-contoh.xlsx"))
    sheet = book["Jawaban"]
    assert isinstance(sheet, Worksheet)
    for cell in sheet[1]:
        if cell.value in UNNAMED:
            cell.value = UNNAMED[str(cell.value)]
    path = folder / name
    book.save(path)
    return path
