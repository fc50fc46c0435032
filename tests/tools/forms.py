"""Workbooks in the official layouts, built from values: the structure of the real files, our own wording.

`OfficialForm` is the Lampiran III workbook: the same rows, merged headings, hidden columns, protection, live
formulas, and cached values by the *workbook's* rules, which are not ours (blanks drop out of a mean). The
arithmetic here is written from the workbook's formulas and shares nothing with the program's scoring. Every
defect met in real files can be switched on.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from tests.tools.form_lines import (
    BLANK,
    DIV_ZERO,
    DROPPED,
    EPOCH,
    POINTS,
    Line,
    added,
    official_lines,
    ratio,
    type_text,
)
from zi_desktop.domain.lke import Lke, Question, QuestionKind, Section, Share

# Columns of the Lampiran III sheet, from A.
LEFTOVER, TREE, WEIGHT, CRITERIA, TYPE, ANSWER, SCORE, PERCENT, NOTE, DOCUMENTS, LINKS = (
    0, 1, 7, 8, 9, 10, 11, 12, 14, 15, 16,
)  # fmt: skip
_HEADER = {
    TREE: "Penilaian",
    WEIGHT: "Bobot",
    CRITERIA: "Penjelasan",
    TYPE: "Pilihan Jawaban",
    ANSWER: "Jawaban",
    SCORE: "Nilai",
    PERCENT: " %",
    NOTE: "Catatan/Keterangan/Penjelasan",
}


@dataclass(frozen=True)
class Link:
    """A cell hyperlink: what is shown and where it leads."""

    text: str
    target: str


@dataclass
class OfficialForm:
    """``answers`` by cell code as somebody typed them (text, number, or a formula starting with ``=``).
    ``evidence``: one cell or several (documents, links) by question code. ``types`` replaces type cells,
    ``overtyped`` puts a constant in place of the formula of a cell, ``stale`` replaces a cached value, both
    by ``COLUMN key``: ``K sum A.II.5.iii.b``, ``L section A``. ``lines`` may be edited before `build`."""

    lke: Lke
    answers: Mapping[str, Any] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    overtyped: Mapping[str, Any] = field(default_factory=dict)
    stale: Mapping[str, float] = field(default_factory=dict)
    lhkasn_defect: bool = True
    title: str = "LEMBAR KERJA EVALUASI ZONA INTEGRITAS"
    sheet_name: str = "LKE ZI"
    first_row: int = 1  # of the title; the header follows it
    shift: int = 0  # columns to the right
    protected: bool = True
    cached: bool = True
    worn: bool = False  # every cell of every row formatted, as in files that went through many hands
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = list(official_lines(self.lke))

    # -- what the workbook's own formulas give

    def row(self, key: str) -> int | None:
        """The row, from 1, of a line; None when it was taken out."""
        for index, line in enumerate(self.lines):
            if line.key == key:
                return self.first_row + 2 + index
        return None

    def answer_value(self, question: Question) -> Any:
        """The answer cell as the workbook sees it: the ratio of a % row, else what was typed."""
        if question.kind is not QuestionKind.RATIO:
            return self.answers.get(question.code, "")
        if f"K question {question.code}" in self.overtyped:
            return self.overtyped[f"K question {question.code}"]
        counts = {c.id: self.answers.get(f"{question.code}.{c.id}", "") for c in question.counts}
        if any(v == "" for v in counts.values()):
            return BLANK
        return ratio(question, counts, self.overtyped.get(f"K sum {question.code}"))

    def question_value(self, code: str) -> Any:
        """The score cell of a question: a number, ``Blm Diisi``, ``-`` or an error."""
        if f"L question {code}" in self.overtyped:
            return self.overtyped[f"L question {code}"]
        question = self.lke.question_by_code[code]
        answer, kind = self.answer_value(question), self.types.get(code, type_text(question))
        if question.kind is QuestionKind.INDEX:
            return "#VALUE!" if isinstance(answer, str) and answer else BLANK if answer == "" else answer / 4
        if kind == "%":
            return BLANK if answer == "" else answer
        if kind not in POINTS:
            return DROPPED
        points = {label.casefold(): value for label, value in POINTS[kind].items()}
        return points.get(str(answer).casefold(), BLANK)  # Excel's = is blind to case, not to spaces

    def points(self, code: str) -> Any:
        """The score cell of a section, of ``total`` or of a hasil question: a number or an error."""
        for key in (f"L section {code}", f"L total {code}"):
            if key in self.overtyped:
                return self.overtyped[key]
        if code == "total":
            return added([self.points(s.code) for s in self.lke.sections])
        if code in self.lke.question_by_code:
            question = self.lke.question_by_code[code]
            value = self.question_value(code)
            return value * float(question.weight or 0) if isinstance(value, int | float) else "#VALUE!"
        section = self.lke.section_by_code[code]
        parts = [self.points(s.code) for s in section.sections]
        if not section.mean:
            return added([*parts, *(self.points(q.code) for q in section.questions)])
        questions = section.questions[:1] if self._misses_lhkasn(section) else section.questions
        values = [self.question_value(q.code) for q in questions if self.row(f"question {q.code}")]
        numbers = [v for v in values if isinstance(v, int | float)]
        if DIV_ZERO in values or not numbers:
            return DIV_ZERO
        return sum(numbers) / len(numbers) * float(section.weight)

    def _misses_lhkasn(self, section: Section) -> bool:
        return self.lhkasn_defect and any(q.group for q in section.questions)

    # -- the file

    def build(self) -> bytes:
        """The workbook's bytes; the same values always give the same."""
        buffer = io.BytesIO()
        book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False})
        book.set_properties({"title": "Contoh (data rekaan)", "created": EPOCH})
        summary = book.add_worksheet("Utama")
        for column, label in ((1, "Penilaian"), (7, "Bobot"), (8, "Nilai"), (9, "%"), (11, "Catatan")):
            summary.write_string(0, column, label)
        sheet = book.add_worksheet(self.sheet_name)
        self._frame(book, sheet)
        for line in self.lines:
            if self.worn:
                self._wear(book, sheet, line)
            self._line(sheet, line)
        self._signature(sheet)
        if self.worn:
            self._summarise(book, summary)
        summary.hide()
        sheet.activate()
        sheet.set_first_sheet()
        book.close()
        return buffer.getvalue()

    def _frame(self, book: Any, sheet: Any) -> None:
        wrap = book.add_format({"text_wrap": True, "valign": "top", "locked": False})
        bold = book.add_format({"bold": True, "text_wrap": True, "align": "center", "border": 1})
        self._wrap = wrap
        top, at = self.first_row - 1, self.shift
        for first, last, width in ((1, 5, 4), (6, 6, 48), (8, 8, 40), (14, 16, 36)):
            sheet.set_column(at + first, at + last, width, wrap)
        sheet.set_column(at, at, 6, None, {"hidden": True})
        sheet.set_column(at + TYPE, at + TYPE, 12, None, {"hidden": True})
        sheet.merge_range(top, at + TREE, top, at + NOTE, self.title, bold)
        sheet.set_row(top, 60)
        for column, label in _HEADER.items():
            sheet.write_string(top + 1, at + column, label, bold)
        sheet.merge_range(top + 1, at + TREE, top + 1, at + WEIGHT - 1, "Penilaian", bold)
        if self.protected:
            sheet.protect("", {"format_cells": True, "format_rows": True, "insert_hyperlinks": True})

    def _summarise(self, book: Any, summary: Any) -> None:
        """The hidden sheet of a real workbook repeats every section, with formulas, each cell formatted."""
        sections = [line for line in self.lines if line.kind in ("section", "total")]
        for row, line in enumerate(sections, 2):
            dress = book.add_format({"border": 1, "font_size": 7 + row % 6, "bg_color": f"#{row:02X}FFFF"})
            for column in range(15):
                summary.write_blank(row, column, None, dress)
            summary.write_string(row, 1 + line.depth, line.marker, dress)
            summary.write_string(row, 2 + line.depth, line.text, dress)
            cell = f"='{self.sheet_name}'!{self._cell('L', line.key)}"
            summary.write_formula(row, 8, cell, dress, self.points(line.code))

    def _wear(self, book: Any, sheet: Any, line: Line) -> None:
        row = (self.row(line.key) or 1) - 1
        for first, last in ((TREE, WEIGHT), (WEIGHT, LINKS + 1)):
            look = {
                "border": 1,
                "font_size": 8 + row % 5,
                "bg_color": f"#FFFF{row % 200:02X}",
                "indent": first,
            }
            dress = book.add_format(look)
            for column in range(first, last):
                sheet.write_blank(row, self.shift + column, None, dress)

    def _line(self, sheet: Any, line: Line) -> None:
        row = (self.row(line.key) or 1) - 1
        at = self.shift
        sheet.write_number(row, at + LEFTOVER, row)
        if line.kind == "gap" and line.code != "wbs":
            return
        if line.marker:
            sheet.write_string(row, at + TREE + line.depth, line.marker)
        if line.text:
            sheet.write_string(row, at + TREE + line.depth + (1 if line.marker else 0), line.text)
        if line.weight is not None:
            sheet.write_number(row, at + WEIGHT, line.weight)
        if line.criteria:
            sheet.write_string(row, at + CRITERIA, line.criteria)
        if kind := self.types.get(line.code, line.type):
            sheet.write_string(row, at + TYPE, kind)
        self._answer(sheet, row, line)
        self._score(sheet, row, line)
        if note := self.notes.get(line.code):
            sheet.write_string(row, at + NOTE, note)
        for column, content in enumerate(self.evidence.get(line.code, ()), at + DOCUMENTS):
            self._evidence(sheet, row, column, content)

    def _evidence(self, sheet: Any, row: int, column: int, content: Any) -> None:
        if isinstance(content, Link):
            sheet.write_url(row, column, content.target, None, content.text)
        elif str(content).startswith("="):
            shown = content.rsplit(",", 1)[-1].strip(' ")')
            sheet.write_formula(row, column, content, None, shown)
        elif content:
            sheet.write_string(row, column, content)

    def _answer(self, sheet: Any, row: int, line: Line) -> None:
        column = self.shift + ANSWER
        question = self.lke.question_by_code.get(line.code)
        formula = ""
        cached: Any = ""
        if line.kind == "question" and question and question.kind is QuestionKind.RATIO:
            formula, cached = self._ratio_formula(question), self.answer_value(question)
        elif line.kind == "sum" and question and isinstance(question.formula, Share):
            codes = [f"{question.code}.{i}" for i in question.formula.base]
            formula = "=" + "+".join(self._cell("K", f"count {c}") for c in codes)
            cached = sum(float(self.answers.get(c) or 0) for c in codes)
        if formula:
            self._computed(sheet, row, column, f"K {line.key}", formula, cached)
        elif line.kind in ("question", "count"):
            self._typed(sheet, row, column, self.answers.get(line.code))

    def _typed(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if isinstance(value, str) and value.startswith("="):
            sheet.write_formula(row, column, value, None, "B")
        elif isinstance(value, str) and value.startswith("#"):
            sheet.write_formula(row, column, "=1/0", None, value)
        elif isinstance(value, str):
            sheet.write_string(row, column, value)
        elif value is not None:
            sheet.write_number(row, column, value)

    def _ratio_formula(self, question: Question) -> str:
        cells = [self._cell("K", f"count {question.code}.{c.id}") for c in question.counts]
        blank = ",".join(f'{c}=""' for c in cells)
        return f'=IF(OR({blank}),"Blm Diisi",MIN(1,{cells[-1]}/{cells[0]}))'

    def _score(self, sheet: Any, row: int, line: Line) -> None:
        column = self.shift + SCORE
        key = f"L {line.key}"
        here = f"{self._letter(ANSWER)}{row + 1}"
        if line.kind in ("section", "total"):
            formula = self._sum_formula(line)
            self._computed(sheet, row, column, key, formula, self.points(line.code))
            if line.weight:
                share = f"={self._letter(SCORE)}{row + 1}/{self._letter(WEIGHT)}{row + 1}"
                points = self.points(line.code)
                part = points / line.weight if isinstance(points, int | float) else points
                self._computed(sheet, row, self.shift + PERCENT, f"M {line.key}", share, part)
        elif line.kind == "question":
            hasil = self.lke.question_by_code[line.code].weight is not None
            value = self.points(line.code) if hasil else self.question_value(line.code)
            self._computed(sheet, row, column, key, f'=IF({here}="","Blm Diisi",{here})', value)
        elif line.kind in ("count", "sum", "gap"):
            self._computed(sheet, row, column, key, f'=IF({here}="","","")', "")
        elif line.kind == "group":
            question = f"question {line.code}"
            formula = f"=AVERAGE({self._cell('L', question)})*{self._letter(WEIGHT)}{row + 1}"
            self._computed(sheet, row, column, key, formula, self.question_value(line.code))

    def _sum_formula(self, line: Line) -> str:
        if line.kind == "section" and self.row(f"total {line.code}"):
            return f"={self._cell('L', f'total {line.code}')}"
        if line.code == "total":
            return "=SUM(" + ",".join(self._cell("L", f"total {s.code}") for s in self.lke.sections) + ")"
        section = self.lke.section_by_code[line.code]
        if not section.mean:
            keys = [f"section {s.code}" for s in section.sections]
            keys += [f"question {q.code}" for q in section.questions]
            return "=SUM(" + ",".join(self._cell("L", k) for k in keys if self.row(k)) + ")"
        weight = f"{self._letter(WEIGHT)}{self.row(line.key)}"
        if any(q.group for q in section.questions):
            groups = [self._cell("L", f"group {q.code}") for q in section.questions]
            first = self.row(f"group {section.questions[0].code}") or 0
            reach = (
                f"{groups[0]}:{self._letter(SCORE)}{first + 3}" if self.lhkasn_defect else ",".join(groups)
            )
            return f"=AVERAGE({reach})*{weight}"
        rows = [n for q in section.questions if (n := self.row(f"question {q.code}"))]
        letter = self._letter(SCORE)
        top, bottom = (min(rows), max(rows)) if rows else (1, 1)
        return f"=AVERAGE({letter}{top}:{letter}{bottom})*{weight}"

    def _computed(self, sheet: Any, row: int, column: int, key: str, formula: str, cached: Any) -> None:
        if key in self.overtyped:
            value = self.overtyped[key]
            if value != "":
                sheet.write(row, column, value)
            return
        value = self.stale.get(key, cached) if self.cached else ""
        sheet.write_formula(row, column, formula, None, value)

    def _signature(self, sheet: Any) -> None:
        row = self.first_row + 2 + len(self.lines) + 4
        sheet.write_string(row, self.shift + TYPE, "PEJABAT CONTOH,")
        sheet.write_string(row + 3, self.shift + ANSWER, "ttd")
        sheet.write_string(row + 5, self.shift + TYPE, "NAMA CONTOH")

    def _letter(self, column: int) -> str:
        return xl_col_to_name(self.shift + column)

    def _cell(self, letter: str, key: str) -> str:
        column = {"K": ANSWER, "L": SCORE}[letter]
        return f"{self._letter(column)}{self.row(key) or 1}"
