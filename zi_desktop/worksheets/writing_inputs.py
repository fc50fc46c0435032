"""What the stages answered and wrote, side by side in the sheet ``Jawaban``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.lke import DECISION, Lke, Portion, Question, QuestionKind, Share
from zi_desktop.domain.scoring import value_of
from zi_desktop.worksheets.writing_formulas import Formulas
from zi_desktop.worksheets.writing_kept import evidence_cell, findings_cell, visible
from zi_desktop.worksheets.writing_plan import Column, Field, Plan, RowKind, column_letter
from zi_desktop.worksheets.writing_styles import Styles, lines_needed, write_text
from zi_desktop.worksheets.writing_validation import Validations

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MAX_HEIGHT = 409  # points, what Excel allows a row


@dataclass
class StageCells:
    """The columns of the evaluations in ``stages``; rows are counted from 0, as XlsxWriter does. What has no
    column is not written. ``listed``: several documents as one cell."""

    sheet: Worksheet
    styles: Styles
    plan: Plan
    columns: tuple[Column, ...]
    stages: Mapping[Stage, Evaluation]
    listed: Callable[[Sequence[str]], str] = evidence_cell

    def __post_init__(self) -> None:
        self._place = {(c.stage, c.field): i for i, c in enumerate(self.columns) if c.field is not None}
        self.formulas = {stage: self._formulas(stage) for stage in self.stages}
        self._validations = Validations()
        self._lines: dict[int, int] = defaultdict(lambda: 1)

    def _formulas(self, stage: Stage) -> Formulas:
        decision = self._letter(stage, Field.DECISION)
        decided = {} if decision else decisions_of(self.stages[stage])
        return Formulas(self.plan, self._letter(stage, Field.ANSWER), decision, decided)

    def _letter(self, stage: Stage, what: Field) -> str:
        place = self._place.get((stage, what))
        return "" if place is None else column_letter(place)

    def question(self, at: int, question: Question) -> None:
        """Answers, decisions and texts of one question."""
        for stage, evaluation in self.stages.items():
            self._answer(at, stage, question)
            self._texts(at, stage, evaluation, question.code)

    def count(self, at: int, question: Question, code: str) -> None:
        rule = "percent" if isinstance(question.formula, Portion) else "count"
        for stage in self.stages:
            self._input(at, stage, Field.ANSWER, code, rule)

    def base(self, at: int, question: Question) -> None:
        """The sum a ratio is divided by."""
        assert isinstance(question.formula, Share)
        codes = [f"{question.code}.{i}" for i in question.formula.base]
        for stage, evaluation in self.stages.items():
            filled = [evaluation.cells[c] for c in codes if c in evaluation.cells]
            cached = float(sum(Decimal(v) for v in filled)) if filled else ""
            formula = self.formulas[stage].base(question)
            place = self._place[stage, Field.ANSWER]
            self.sheet.write_formula(at, place, formula, self.styles["answer sum"], cached)

    def wrapped(self, at: int, column: int, text: str, style: str, code: str) -> None:
        """A text that may take several lines; `finish` makes its row high enough."""
        write_text(self.sheet, at, column, text, self.styles[style], code)
        self._lines[at] = max(self._lines[at], lines_needed(text, self.columns[column].width, style))

    def finish(self, lke: Lke) -> None:
        """Validations and row heights: Excel fits wrapped rows itself, LibreOffice does not."""
        self._validations.write(self.sheet, lke)
        for row in self.plan.rows:
            if row.kind in (RowKind.QUESTION, RowKind.COUNT, RowKind.BASE, RowKind.GROUP):
                at = row.number - 1
                height = min(MAX_HEIGHT, max(15, 12.5 * self._lines[at] + 3))
                self.sheet.set_row(at, height, self.styles["text"])

    def _answer(self, at: int, stage: Stage, question: Question) -> None:
        place = self._place[stage, Field.ANSWER]
        if question.kind is QuestionKind.RATIO:
            value = value_of(question, self.stages[stage].cells)
            cached = "" if value is None else float(value)
            formula = self.formulas[stage].ratio(question)
            self.sheet.write_formula(at, place, formula, self.styles["answer percent"], cached)
            if not isinstance(question.formula, Portion) and (stage, Field.DECISION) in self._place:
                self._input(at, stage, Field.DECISION, f"{question.code}.{DECISION}", "decision")
        else:
            self._input(at, stage, Field.ANSWER, question.code, question.scale)

    def _input(self, at: int, stage: Stage, what: Field, code: str, rule: str) -> None:
        place = self._place[stage, what]
        self._validations.add(rule, at, place)
        value = self.stages[stage].cells.get(code)
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
            Field.EVIDENCE: self.listed([e.text for e in evaluation.evidence.get(code, ())]),
            Field.FINDING: findings_cell([f.note for f in findings]),
            Field.RECOMMENDATION: findings_cell([f.recommendation for f in findings]),
        }
        for what, text in texts.items():
            place = self._place.get((stage, what))
            if text and place is not None:
                self.wrapped(at, place, text, "small", code)


def decisions_of(evaluation: Evaluation) -> dict[str, str]:
    """What a zero denominator was decided to count as, by question code."""
    end = f".{DECISION}"
    return {code.removesuffix(end): str(v) for code, v in evaluation.cells.items() if code.endswith(end)}
