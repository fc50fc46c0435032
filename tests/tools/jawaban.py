"""PortalRB's export: sheet ``Jawaban``, one row per ID, plain values, the answers of the unit and of TPI."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from tests.tools.form_lines import EPOCH, Line, official_lines
from zi_desktop.domain.cells import Cells
from zi_desktop.domain.lke import Lke, QuestionKind
from zi_desktop.domain.scoring import score, value_of

HEADER = (
    *("ID", "Penilaian", "", "", "", "", "", "Bobot", "Kriteria Nilai", "Pilihan Jawaban"),
    *("Jawaban Unit", "Catatan Unit", "Bukti Dukung Unit", "Jawaban TPI", "Nilai", "%", "Catatan TPI"),
)


@dataclass
class Side:
    """What one stage filled in."""

    cells: Cells = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)


def jawaban_form(lke: Lke, unit: Side, tpi: Side) -> bytes:
    """The workbook's bytes; the score columns hold TPI's points."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"title": "Contoh (data rekaan)", "created": EPOCH})
    sheet = book.add_worksheet("Jawaban")
    for column, label in enumerate(HEADER):
        sheet.write_string(0, column, label)
    points = score(lke, tpi.cells)
    lines = [line for line in official_lines(lke) if line.kind != "gap"]
    row = 1
    for line in lines:
        if line.code == lke.sections[-1].code and line.kind == "section":
            row += 1  # the form leaves a row free between pengungkit and hasil
        _tree(sheet, row, line)
        for column, side in ((10, unit), (13, tpi)):
            _put(sheet, row, column, _answer(lke, line, side))
        _score(sheet, row, lke, line, points)
        _texts(sheet, row, line, unit, tpi)
        row += 1
    book.close()
    return buffer.getvalue()


def _tree(sheet: Any, row: int, line: Line) -> None:
    sheet.write_number(row, 0, row + 1)
    if line.marker:
        sheet.write_string(row, 1 + line.depth, line.marker)
    sheet.write_string(row, 1 + line.depth + (1 if line.marker else 0), line.text)
    _put(sheet, row, 7, line.weight)
    _put(sheet, row, 8, line.criteria)
    _put(sheet, row, 9, line.type)


def _answer(lke: Lke, line: Line, side: Side) -> Any:
    question = lke.question_by_code.get(line.code)
    if line.kind == "question" and question and question.kind is QuestionKind.RATIO:
        value = value_of(question, side.cells)
        return None if value is None else float(value)
    if line.kind == "sum" and question:
        counts = [side.cells.get(f"{line.code}.{c.id}") for c in question.counts[:-1]]
        return sum(float(c or 0) for c in counts)
    answer = side.cells.get(line.code) if line.kind in ("question", "count") else None
    return answer if answer is None or isinstance(answer, str) else float(answer)


def _score(sheet: Any, row: int, lke: Lke, line: Line, points: Any) -> None:
    if line.kind not in ("section", "total", "question"):
        return
    question = lke.question_by_code.get(line.code)
    in_a_mean = question is not None and question.weight is None
    value = float(points.values.get(line.code, 0) if in_a_mean else points.points(line.code))
    _put(sheet, row, 14, value)
    _put(sheet, row, 15, value / line.weight if line.weight else None)


def _texts(sheet: Any, row: int, line: Line, unit: Side, tpi: Side) -> None:
    if line.kind == "question":
        _put(sheet, row, 11, unit.notes.get(line.code))
        _put(sheet, row, 12, unit.evidence.get(line.code))
        _put(sheet, row, 16, tpi.notes.get(line.code))


def _put(sheet: Any, row: int, column: int, value: Any) -> None:
    if value is not None and value != "":
        sheet.write(row, column, value)
