"""The sheet ``Jawaban``: PortalRB's columns A–Q with live formulas, then what it has no place for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.lke import DECISION, Level, Portion, Question, QuestionKind, Share
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import value_of
from zi_desktop.worksheets.writing_formulas import Formulas, section_formula, share_formula
from zi_desktop.worksheets.writing_kept import evidence_cell, findings_cell, visible
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
    Field,
    Plan,
    Row,
    RowKind,
    column_letter,
)
from zi_desktop.worksheets.writing_styles import Styles, lines_needed, write_text
from zi_desktop.worksheets.writing_validation import Validations

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MAX_HEIGHT = 409  # points, what Excel allows a row
_LEVEL_STYLE = {
    Level.KOMPONEN: "komponen",
    Level.ASPEK: "aspek",
    Level.AREA: "area",
    Level.SUBAREA: "subarea",
}


@dataclass
class AnswerSheet:
    """Writes one report; ``stages`` are the evaluations shown beside each other."""

    sheet: Worksheet
    styles: Styles
    report: Report
    plan: Plan
    columns: tuple[Column, ...]
    stages: Mapping[Stage, Evaluation]

    def __post_init__(self) -> None:
        self._place = {(c.stage, c.field): i for i, c in enumerate(self.columns) if c.field is not None}
        self._formulas = {
            stage: Formulas(self.plan, self._letter(stage, Field.ANSWER), self._letter(stage, Field.DECISION))
            for stage, what in self._place
            if what is Field.ANSWER and stage is not None and (stage, Field.DECISION) in self._place
        }
        self._validations = Validations()
        self._lines: dict[int, int] = defaultdict(lambda: 1)

    def _letter(self, stage: Stage | None, what: Field) -> str:
        return column_letter(self._place[stage, what])

    def write(self) -> None:
        self._header()
        for row in self.plan.rows:
            self._row(row)
        self._validations.write(self.sheet, self.report.lke)
        self._heights()

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
        sheet.print_area(0, 0, self.plan.total - 1, LAST_OFFICIAL)
        sheet.fit_to_pages(1, 0)
        unit = visible(self.report.evaluation.unit).replace("&", "&&")[:100]
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
        self.sheet.write_string(at, CODE, section.code, self.styles[style])
        points = float(self.report.score.sections[section.code])
        self._points(row, section_formula(self.plan, section), points, float(section.weight), style)

    def _points(self, row: Row, formula: str, points: float, weight: float, style: str) -> None:
        at = row.number - 1
        self.sheet.write_formula(at, POINTS, formula, self.styles[f"{style} number"], points)
        share = self.styles[f"{style} percent"]
        self.sheet.write_formula(at, PERCENT, share_formula(row.number), share, points / weight)

    def _label(self, row: Row, marker: str, text: str, style: str) -> None:
        column = TREE + row.depth
        self.sheet.write_string(row.number - 1, column, marker, self.styles[style])
        if style == "text" and column + 1 == WEIGHT - 1:
            self._wrapped(row.number - 1, column + 1, text, "wrap", row.code)
        else:
            write_text(self.sheet, row.number - 1, column + 1, text, self.styles[style], row.code)

    def _wrapped(self, at: int, column: int, text: str, style: str, code: str) -> None:
        write_text(self.sheet, at, column, text, self.styles[style], code)
        self._lines[at] = max(self._lines[at], lines_needed(text, self.columns[column].width, style))

    def _heights(self) -> None:
        """Excel fits wrapped rows itself, LibreOffice does not."""
        for row in self.plan.rows:
            if row.kind in (RowKind.QUESTION, RowKind.COUNT, RowKind.BASE, RowKind.GROUP):
                at = row.number - 1
                height = min(MAX_HEIGHT, max(15, 12.5 * self._lines[at] + 3))
                self.sheet.set_row(at, height, self.styles["text"])

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
        self._wrapped(at, CRITERIA, criteria, "small", question.code)
        self.sheet.write_string(at, CHOICES, _choices_text(question), self.styles["center"])
        self.sheet.write_string(at, CODE, question.code, self.styles["code"])
        self._question_points(row, question)
        for stage in self._formulas:
            self._answer(at, stage, question)
        for stage, evaluation in self.stages.items():
            self._texts(at, stage, evaluation, question.code)

    def _question_points(self, row: Row, question: Question) -> None:
        own = self.report.evaluation.stage
        formula = self._formulas[own].question(question)
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

    def _answer(self, at: int, stage: Stage, question: Question) -> None:
        evaluation = self.stages.get(stage)
        place = self._place[stage, Field.ANSWER]
        if question.kind is QuestionKind.RATIO:
            value = value_of(question, evaluation.cells) if evaluation else None
            cached = "" if value is None else float(value)
            formula = self._formulas[stage].ratio(question)
            self.sheet.write_formula(at, place, formula, self.styles["answer percent"], cached)
            if not isinstance(question.formula, Portion):
                self._input(at, stage, Field.DECISION, f"{question.code}.{DECISION}", "decision")
        else:
            self._input(at, stage, Field.ANSWER, question.code, question.scale)

    def _input(self, at: int, stage: Stage, what: Field, code: str, rule: str) -> None:
        place = self._place[stage, what]
        self._validations.add(rule, at, place)
        evaluation = self.stages.get(stage)
        value: CellValue | None = evaluation.cells.get(code) if evaluation else None
        style = self.styles["answer"]
        if value is None:
            self.sheet.write_blank(at, place, None, style)
        elif isinstance(value, Decimal):
            self.sheet.write_number(at, place, float(value), style)
        else:
            write_text(self.sheet, at, place, value, style, code)

    def _texts(self, at: int, stage: Stage, evaluation: Evaluation, code: str) -> None:
        findings = evaluation.findings.get(code, ())
        texts = {
            Field.NOTE: visible(evaluation.notes.get(code, "")),
            Field.EVIDENCE: evidence_cell([e.text for e in evaluation.evidence.get(code, ())]),
            Field.FINDING: findings_cell([f.note for f in findings]),
            Field.RECOMMENDATION: findings_cell([f.recommendation for f in findings]),
        }
        for what, text in texts.items():
            if text:
                self._wrapped(at, self._place[stage, what], text, "small", code)

    def _base(self, row: Row) -> None:
        question = row.question
        assert question is not None
        assert isinstance(question.formula, Share)
        self._label(row, "", "- Jumlah dasar pembagi", "text")
        for stage, formulas in self._formulas.items():
            evaluation = self.stages.get(stage)
            codes = [f"{question.code}.{i}" for i in question.formula.base]
            filled = [evaluation.cells[c] for c in codes if evaluation and c in evaluation.cells]
            cached = float(sum(Decimal(v) for v in filled)) if filled else ""
            self.sheet.write_formula(
                row.number - 1,
                self._place[stage, Field.ANSWER],
                formulas.base(question),
                self.styles["answer"],
                cached,
            )

    def _count(self, row: Row) -> None:
        question, count = row.question, row.count
        assert question is not None
        assert count is not None
        at = row.number - 1
        write_text(
            self.sheet,
            at,
            min(TREE + row.depth, WEIGHT - 1),
            f"- {count.label}",
            self.styles["text"],
            row.code,
        )
        self.sheet.write_string(at, CHOICES, "Jumlah", self.styles["center"])
        self.sheet.write_string(at, CODE, row.code, self.styles["code"])
        rule = "percent" if isinstance(question.formula, Portion) else "count"
        for stage in self._formulas:
            self._input(at, stage, Field.ANSWER, row.code, rule)

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
