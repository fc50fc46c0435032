"""A report as separated values: one row per question and count, for spreadsheets and for counting over many.

UTF-8 with its mark, semicolons between the columns and decimal commas: what an Excel set to Indonesian opens
without being asked anything. What a spreadsheet would take for a formula is kept from being one by an
apostrophe in front, which is taken away again when such a file is read (`writing_csv_cells`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.lke import DECISION, Portion, Question, QuestionKind
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import value_of
from zi_desktop.worksheets.reading_template import shown_type
from zi_desktop.worksheets.writing import checked_stages
from zi_desktop.worksheets.writing_csv_cells import FRONT, SCORED, SEPARATOR, STAGED, guarded
from zi_desktop.worksheets.writing_kept import findings_cell, visible
from zi_desktop.worksheets.writing_official import evidence_list
from zi_desktop.worksheets.writing_plan import STAGE_NAMES


def write_csv(report: Report) -> bytes:
    """The answers of all stages side by side; ``Nilai`` and ``%`` are those of `report.evaluation`: 0…1 for a
    question that counts into a mean, points for the others, unrounded. Raises ZiError as `write_workbook`."""
    stages = {stage: None for stage in (Stage.MANDIRI, Stage.TPI)} | dict(checked_stages(report))
    text = io.StringIO()
    writer = csv.writer(text, delimiter=SEPARATOR, lineterminator="\r\n")
    own = STAGE_NAMES[report.evaluation.stage]
    header = [f"{what} {STAGE_NAMES[stage]}" for stage in stages for what in STAGED]
    writer.writerow([*FRONT, *header, *(f"{what} {own}" for what in SCORED)])
    for row in _rows(report, stages):
        writer.writerow([guarded(visible(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _rows(report: Report, stages: Mapping[Stage, Evaluation | None]) -> Iterator[list[str]]:
    for question in report.lke.questions:
        cells = [_of_question(question, evaluation) for evaluation in stages.values()]
        yield [
            *(question.code, question.text, shown_type(question)),
            *(cell for stage in cells for cell in stage),
            *_scores(report, question),
        ]
        for count in question.counts if question.kind is QuestionKind.RATIO else ():
            code = f"{question.code}.{count.id}"
            percent = isinstance(question.formula, Portion)
            answers = [_typed(e.cells.get(code) if e else None, percent) for e in stages.values()]
            blank = [""] * (len(STAGED) - 1)
            yield [
                *(code, count.label, "Jumlah"),
                *(cell for answer in answers for cell in (answer, *blank)),
                *("", ""),
            ]


def _of_question(question: Question, evaluation: Evaluation | None) -> list[str]:
    if evaluation is None:
        return [""] * len(STAGED)
    code = question.code
    if question.kind is QuestionKind.RATIO:
        value = value_of(question, evaluation.cells)
        answer = "" if value is None else _number(value)
    else:
        answer = _typed(evaluation.cells.get(code))
    findings = evaluation.findings.get(code, ())
    return [
        answer,
        _typed(evaluation.cells.get(f"{code}.{DECISION}")),
        evaluation.notes.get(code, ""),
        evidence_list([e.text for e in evaluation.evidence.get(code, ())]),
        findings_cell([f.note for f in findings]),
        findings_cell([f.recommendation for f in findings]),
    ]


def _scores(report: Report, question: Question) -> tuple[str, str]:
    value = report.score.values.get(question.code, Fraction(0))
    points = value if question.weight is None else report.score.questions[question.code]
    return _number(points), _number(value)


def _typed(value: Decimal | str | None, percent: bool = False) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",") + ("%" if percent else "")
    return value or ""


def _number(value: Fraction) -> str:
    """Every digit of the nearest float, never as ``1e-05``."""
    return f"{Decimal(repr(float(value))):f}".removesuffix(".0").replace(".", ",")
