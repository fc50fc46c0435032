"""A report as the Lampiran III workbook, filled: the sheet ``LKE ZI`` with the official rows and columns."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from zi_desktop.domain.lke import Lke, Portion, Question, QuestionKind, Section, Share
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import value_of
from zi_desktop.worksheets.reading_template import shown_type
from zi_desktop.worksheets.writing import checked_stages, properties
from zi_desktop.worksheets.writing_formulas import Formulas, section_formula, share_formula
from zi_desktop.worksheets.writing_inputs import MAX_HEIGHT, decisions_of
from zi_desktop.worksheets.writing_kept import visible
from zi_desktop.worksheets.writing_official import evidence_list
from zi_desktop.worksheets.writing_plan import Plan, Row, RowKind, column_letter, plan_lampiran
from zi_desktop.worksheets.writing_styles import Styles, lines_needed, write_text
from zi_desktop.worksheets.writing_validation import Validations

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET = "LKE ZI"
_HEADER = 1  # counted from 0
_LEFT, _TREE, _WEIGHT, _CRITERIA, _TYPE, _ANSWER, _POINTS, _PERCENT = 0, 1, 7, 8, 9, 10, 11, 12
_NOTE, _EVIDENCE = 14, 15
_K, _L = column_letter(_ANSWER), column_letter(_POINTS)
_COLUMNS: Mapping[int, tuple[str, float]] = {
    _TREE: ("Penilaian", 3),
    _WEIGHT: ("Bobot", 7),
    _CRITERIA: ("Penjelasan", 40),
    _TYPE: ("Pilihan Jawaban", 11),
    _ANSWER: ("Jawaban", 10),
    _POINTS: ("Nilai", 9),
    _PERCENT: (" %", 9),
    13: ("", 2),
    _NOTE: ("Catatan/Keterangan/Penjelasan", 36),
    _EVIDENCE: ("Bukti Dukung", 36),
}
_TEXT_WIDTH = 46.0


def has_lampiran(lke: Lke) -> bool:
    """Whether the edition is the form of Lampiran III."""
    return all(q.lampiran_row is not None for q in lke.questions)


def write_lampiran(report: Report) -> bytes:
    """An .xlsx with live formulas and their cached values; the same report always gives the same bytes.

    For an edition that `has_lampiran`. The official rows and columns (B–O, hidden A and J); the documents
    stand in P, where users put them. The questions are worded as in the user's own workbook where one was
    read. The formulas are ours: a blank counts 0 and no mean leaves a question out, as in the original it
    may. Only `report.evaluation` has a place in it, without its findings; what was decided on a zero
    denominator is in the formulas. Raises ZiError as `write_workbook`.
    """
    from xlsxwriter import Workbook

    checked_stages(report)
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {"in_memory": True})
    workbook.set_properties(properties(report))
    _Form(workbook.add_worksheet(SHEET), Styles(workbook), report, plan_lampiran(report.lke)).write()
    workbook.close()
    return buffer.getvalue()


@dataclass
class _Form:
    """Writes one report; rows of the plan count from 1, those of XlsxWriter from 0."""

    sheet: Worksheet
    styles: Styles
    report: Report
    plan: Plan

    def __post_init__(self) -> None:
        decided = decisions_of(self.report.evaluation)
        self._formulas = Formulas(self.plan, _K, decided=decided)
        self._validations = Validations()

    def write(self) -> None:
        self._frame()
        for row in self.plan.rows:
            if row.section is not None:
                self._section(row, row.section)
            elif row.kind is RowKind.TOTAL:
                self._total(row)
            elif row.question is not None:
                self._of_question(row, row.question)
        self._validations.write(self.sheet, self.report.lke)

    def _frame(self) -> None:
        sheet, evaluation = self.sheet, self.report.evaluation
        for column, (header, width) in _COLUMNS.items():
            sheet.set_column(column, column, width)
            if header:
                sheet.write_string(_HEADER, column, header, self.styles["header"])
        sheet.set_column(_TREE, _TREE + 4, 3)
        sheet.set_column(_WEIGHT - 1, _WEIGHT - 1, _TEXT_WIDTH)
        sheet.set_column(_LEFT, _LEFT, 5, None, {"hidden": True})
        sheet.set_column(_TYPE, _TYPE, 11, None, {"hidden": True})
        title = (
            f"LEMBAR KERJA EVALUASI ZONA INTEGRITAS\nUnit kerja: {' '.join(evaluation.unit.split())}\n"
            f"Tahun: {evaluation.year}\nTahap: {evaluation.stage.label.id}"
        )
        sheet.merge_range(0, _TREE, 0, _NOTE, "", self.styles["bold"])
        write_text(sheet, 0, _TREE, title, self.styles["form title"], "unit")
        sheet.set_row(0, 70)
        sheet.merge_range(_HEADER, _TREE, _HEADER, _WEIGHT - 1, "Penilaian", self.styles["header"])
        sheet.set_row(_HEADER, 32)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        sheet.repeat_rows(_HEADER)
        sheet.print_area(0, _TREE, self.plan.total - 1, _EVIDENCE)
        sheet.fit_to_pages(1, 0)
        sheet.freeze_panes(_HEADER + 1, 0)
        sheet.ignore_errors({"formula_differs": f"A1:P{self.plan.total}"})
        unit = visible(evaluation.unit)[:80].replace("&", "&&")
        sheet.set_footer(f"&L{unit} {evaluation.year}&RHalaman &P dari &N")

    def _section(self, row: Row, section: Section) -> None:
        points, weight = float(self.report.score.sections[section.code]), float(section.weight)
        if row.kind is RowKind.SUBTOTAL:
            formula = f"={_L}{self.plan.number[section.code]}"
            self._band(row, "", f"TOTAL {section.label}", weight, "komponen")
            self._points(row, formula, points, weight, "komponen")
            return
        style = section.level.value
        self._band(row, section.code.rsplit(".", 1)[-1] + ".", section.label, weight, style)
        self._points(row, section_formula(self.plan, section, _L), points, weight, style)

    def _total(self, row: Row) -> None:
        cells = ",".join(f"{_L}{number}" for number in self.plan.subtotal.values())
        full = float(sum(s.weight for s in self.report.lke.sections))
        self._band(row, "", "NILAI EVALUASI ZONA INTEGRITAS", full, "komponen")
        self._points(row, f"=SUM({cells})", float(self.report.score.total), full, "komponen")

    def _band(self, row: Row, marker: str, text: str, weight: float, style: str) -> None:
        at, look = row.number - 1, self.styles[style]
        self.sheet.set_row(at, None, look)
        column = _TREE + row.depth
        if marker:
            self.sheet.write_string(at, column, marker, look)
            column += 1
        self.sheet.write_string(at, column, text, look)
        self.sheet.write_number(at, _WEIGHT, weight, self.styles[f"{style} number"])

    def _points(self, row: Row, formula: str, points: float, weight: float, style: str) -> None:
        at, look = row.number - 1, "" if style == "text" else f"{style} "
        self.sheet.write_formula(at, _POINTS, formula, self.styles[f"{look}number"], points)
        share = share_formula(row.number, _L)
        self.sheet.write_formula(at, _PERCENT, share, self.styles[f"{look}percent"], points / weight)

    def _of_question(self, row: Row, question: Question) -> None:
        self.sheet.set_row(row.number - 1, None, self.styles["text"])
        if row.kind is RowKind.GROUP:
            self._group(row, question)
        elif row.kind is RowKind.QUESTION:
            self._question(row, question)
        elif row.kind is RowKind.BASE:
            self._base(row, question)
        else:
            self._count(row, question)

    def _group(self, row: Row, question: Question) -> None:
        """The official form gives each of the two a weight of 1 and a score of its own."""
        at = row.number - 1
        self.sheet.write_string(at, _TREE + row.depth + 1, question.group, self.styles["bold"])
        self.sheet.write_number(at, _WEIGHT, 1, self.styles["number"])
        value = float(self.report.score.values.get(question.code, 0))
        formula = f"={_L}{self.plan.number[question.code]}*{column_letter(_WEIGHT)}{row.number}"
        self._points(row, formula, value, 1, "text")

    def _question(self, row: Row, question: Question) -> None:
        at, code = row.number - 1, question.code
        marker = "-" if question.marker == "-" else code.rsplit(".", 1)[-1] + "."
        wording = self.report.official_texts.get(code, question.text)
        column = _TREE + row.depth
        self.sheet.write_string(at, column, marker, self.styles["text"])
        criteria = "\n".join(f"{c.label.lower()}. {c.requirement}" for c in question.choices)
        evaluation = self.report.evaluation
        texts = (
            (column + 1, wording, _TEXT_WIDTH, "wrap"),
            (_CRITERIA, criteria or question.hint, _COLUMNS[_CRITERIA][1], "small"),
            (_NOTE, evaluation.notes.get(code, ""), _COLUMNS[_NOTE][1], "small"),
            (
                _EVIDENCE,
                evidence_list([e.text for e in evaluation.evidence.get(code, ())]),
                _COLUMNS[_EVIDENCE][1],
                "small",
            ),
        )
        lines = 1
        for place, text, width, style in texts:
            if text:
                write_text(self.sheet, at, place, text, self.styles[style], code)
                lines = max(lines, lines_needed(visible(text), width, style))
        self.sheet.set_row(at, min(MAX_HEIGHT, max(15, 12.5 * lines + 3)), self.styles["text"])
        self.sheet.write_string(at, _TYPE, shown_type(question), self.styles["center"])
        if question.weight is not None:
            self.sheet.write_number(at, _WEIGHT, float(question.weight), self.styles["number"])
        self._answer(at, question)
        self._question_points(row, question)

    def _answer(self, at: int, question: Question) -> None:
        if question.kind is not QuestionKind.RATIO:
            self._input(at, question.code, question.scale)
            return
        value = value_of(question, self.report.evaluation.cells)
        formula = self._formulas.ratio(question)
        cached = "" if value is None else float(value)
        self.sheet.write_formula(at, _ANSWER, formula, self.styles["answer percent"], cached)

    def _question_points(self, row: Row, question: Question) -> None:
        formula = self._formulas.question(question)
        if question.weight is not None:
            points = float(self.report.score.questions[question.code])
            self._points(row, formula, points, float(question.weight), "text")
            return
        value = float(self.report.score.values.get(question.code, 0))
        self.sheet.write_formula(row.number - 1, _POINTS, formula, self.styles["number"], value)

    def _count(self, row: Row, question: Question) -> None:
        assert row.count is not None
        self._sub_row(row, f"- {row.count.label}")
        rule = "percent" if isinstance(question.formula, Portion) else "count"
        self._input(row.number - 1, row.code, rule)

    def _base(self, row: Row, question: Question) -> None:
        assert isinstance(question.formula, Share)
        self._sub_row(row, "- Jumlah yang harus melaporkan")
        cells = self.report.evaluation.cells
        codes = [f"{question.code}.{i}" for i in question.formula.base]
        filled = [Decimal(cells[c]) for c in codes if c in cells]
        cached = float(sum(filled)) if filled else ""
        formula = self._formulas.base(question)
        self.sheet.write_formula(row.number - 1, _ANSWER, formula, self.styles["answer sum"], cached)

    def _sub_row(self, row: Row, label: str) -> None:
        at = row.number - 1
        self.sheet.write_string(at, _TREE + row.depth, label, self.styles["text"])
        self.sheet.write_string(at, _TYPE, "Jumlah", self.styles["center"])

    def _input(self, at: int, code: str, rule: str) -> None:
        self._validations.add(rule, at, _ANSWER)
        value = self.report.evaluation.cells.get(code)
        style = self.styles["answer"]
        if value is None:
            self.sheet.write_blank(at, _ANSWER, None, style)
        elif isinstance(value, Decimal):
            self.sheet.write_number(at, _ANSWER, float(value), style)
        else:
            write_text(self.sheet, at, _ANSWER, value, style, code)
