"""The sheet ``Jawaban``: PortalRB's columns A–Q with live formulas, then what it has no place for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zi_desktop.domain.lke import Level, Portion, Question, QuestionKind
from zi_desktop.domain.report import Report
from zi_desktop.worksheets.writing_formulas import section_formula, share_formula
from zi_desktop.worksheets.writing_inputs import StageCells
from zi_desktop.worksheets.writing_kept import visible
from zi_desktop.worksheets.writing_plan import (
    CHOICES,
    CODE,
    CRITERIA,
    LAST_OFFICIAL,
    PERCENT,
    POINTS,
    TREE,
    WEIGHT,
    Column,
    Plan,
    Row,
    RowKind,
    column_letter,
)
from zi_desktop.worksheets.writing_styles import Styles, write_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LEVEL_STYLE = {
    Level.KOMPONEN: "komponen",
    Level.ASPEK: "aspek",
    Level.AREA: "area",
    Level.SUBAREA: "subarea",
}


@dataclass
class AnswerSheet:
    """Writes one report: the tree, the points, and through ``cells`` what each stage answered."""

    sheet: Worksheet
    styles: Styles
    report: Report
    plan: Plan
    columns: tuple[Column, ...]
    cells: StageCells

    def write(self) -> None:
        self._header()
        for row in self.plan.rows:
            self._row(row)
        self.cells.finish(self.report.lke)

    def _header(self) -> None:
        sheet = self.sheet
        for index, column in enumerate(self.columns):
            sheet.set_column(index, index, column.width)
            sheet.write_string(0, index, column.header, self.styles["header"])
        sheet.merge_range(0, TREE, 0, WEIGHT - 1, self.columns[TREE].header, self.styles["header"])
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, WEIGHT)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, self.plan.total - 1, min(LAST_OFFICIAL, len(self.columns) - 1))
        sheet.fit_to_pages(1, 0)
        sheet.ignore_errors({"formula_differs": f"A1:{column_letter(len(self.columns))}{self.plan.total}"})
        unit = visible(self.report.evaluation.unit)[:80].replace("&", "&&")
        sheet.set_footer(f"&L{unit} {self.report.evaluation.year}&RHalaman &P dari &N")

    def _row(self, row: Row) -> None:
        self.sheet.write_number(row.number - 1, 0, row.number, self.styles["id"])
        write = {
            RowKind.SECTION: self._section,
            RowKind.GROUP: self._group,
            RowKind.QUESTION: self._question,
            RowKind.BASE: self._base,
            RowKind.COUNT: self._count,
            RowKind.SUBTOTAL: self._subtotal,
            RowKind.TOTAL: self._total,
        }
        write[row.kind](row)

    def _section(self, row: Row) -> None:
        section = row.section
        assert section is not None
        style = _LEVEL_STYLE[section.level]
        at = row.number - 1
        self.sheet.set_row(at, None, self.styles[style])
        self._label(row, section.code.rsplit(".", 1)[-1] + ".", section.label, style)
        self.sheet.write_number(at, WEIGHT, float(section.weight), self.styles[f"{style} number"])
        self._code(row, style)
        points = float(self.report.score.sections[section.code])
        self._points(row, section_formula(self.plan, section), points, float(section.weight), style)

    def _code(self, row: Row, style: str) -> None:
        if len(self.columns) > CODE:  # PortalRB's own sheet ends before it
            self.sheet.write_string(row.number - 1, CODE, row.code, self.styles[style])

    def _points(self, row: Row, formula: str, points: float, weight: float, style: str) -> None:
        at = row.number - 1
        self.sheet.write_formula(at, POINTS, formula, self.styles[f"{style} number"], points)
        share = self.styles[f"{style} percent"]
        self.sheet.write_formula(at, PERCENT, share_formula(row.number), share, points / weight)

    def _label(self, row: Row, marker: str, text: str, style: str) -> None:
        column = TREE + row.depth
        self.sheet.write_string(row.number - 1, column, marker, self.styles[style])
        if style == "text" and column + 1 == WEIGHT - 1:
            self.cells.wrapped(row.number - 1, column + 1, text, "wrap", row.code)
        else:
            write_text(self.sheet, row.number - 1, column + 1, text, self.styles[style], row.code)

    def _group(self, row: Row) -> None:
        assert row.question is not None
        column = TREE + row.depth + 1
        self.sheet.write_string(row.number - 1, column, row.question.group, self.styles["bold"])

    def _question(self, row: Row) -> None:
        question = row.question
        assert question is not None
        at = row.number - 1
        marker = "-" if question.marker == "-" else question.code.rsplit(".", 1)[-1] + "."
        self._label(row, marker, question.text, "text")
        if question.weight is not None:
            self.sheet.write_number(at, WEIGHT, float(question.weight), self.styles["number"])
        criteria = "\n".join(f"{c.label}: {c.requirement}" for c in question.choices) or question.hint
        self.cells.wrapped(at, CRITERIA, criteria, "small", question.code)
        self.sheet.write_string(at, CHOICES, _choices_text(question), self.styles["center"])
        self._code(row, "code")
        self._question_points(row, question)
        self.cells.question(at, question)

    def _question_points(self, row: Row, question: Question) -> None:
        own = self.report.evaluation.stage
        formula = self.cells.formulas[own].question(question)
        score = self.report.score
        if question.weight is not None:
            points, weight = float(score.questions[question.code]), float(question.weight)
            self._points(row, formula, points, weight, "text")
            return
        value = float(score.values.get(question.code, 0))
        at = row.number - 1
        self.sheet.write_formula(at, POINTS, formula, self.styles["number"], value)
        share = f"={column_letter(POINTS)}{row.number}"
        self.sheet.write_formula(at, PERCENT, share, self.styles["percent"], value)

    def _count(self, row: Row) -> None:
        question, count = row.question, row.count
        assert question is not None
        assert count is not None
        at = row.number - 1
        self._sub_row(row, f"- {count.label}")
        self._code(row, "code")
        self.cells.count(at, question, row.code)

    def _base(self, row: Row) -> None:
        assert row.question is not None
        self._sub_row(row, "- Jumlah dasar pembagi")
        self.cells.base(row.number - 1, row.question)

    def _sub_row(self, row: Row, label: str) -> None:
        """A row below a question; its label stands under the question's text."""
        at = row.number - 1
        write_text(self.sheet, at, TREE + row.depth, label, self.styles["text"], row.code)
        self.sheet.write_string(at, CHOICES, "Jumlah", self.styles["center"])

    def _subtotal(self, row: Row) -> None:
        section = row.section
        assert section is not None
        formula = f"={column_letter(POINTS)}{self.plan.number[section.code]}"
        points = float(self.report.score.sections[section.code])
        self._sum_row(row, f"TOTAL {section.label}", formula, points, float(section.weight))

    def _total(self, row: Row) -> None:
        cells = ",".join(f"{column_letter(POINTS)}{number}" for number in self.plan.subtotal.values())
        full = float(sum(s.weight for s in self.report.lke.sections))
        label = "NILAI EVALUASI ZONA INTEGRITAS"
        self._sum_row(row, label, f"=SUM({cells})", float(self.report.score.total), full)

    def _sum_row(self, row: Row, label: str, formula: str, points: float, weight: float) -> None:
        at = row.number - 1
        self.sheet.set_row(at, None, self.styles["komponen"])
        self.sheet.write_string(at, TREE, label, self.styles["komponen"])
        self.sheet.write_number(at, WEIGHT, weight, self.styles["komponen number"])
        self._points(row, formula, points, weight, "komponen")


def _choices_text(question: Question) -> str:
    if question.kind is QuestionKind.RATIO:
        return "%"
    if question.kind is QuestionKind.INDEX:
        assert isinstance(question.formula, Portion)
        return f"Nilai (0-{float(question.formula.full):g})"
    return "/".join(c.label for c in question.choices)
