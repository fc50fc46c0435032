"""A report as an Excel workbook: PortalRB's ``Jawaban``, a ``Rekap``, a hidden sheet for reading it back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime

from zi_desktop.domain.cells import find_cell
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.report import Report
from zi_desktop.worksheets.writing_answers import AnswerSheet
from zi_desktop.worksheets.writing_inputs import StageCells
from zi_desktop.worksheets.writing_kept import kept_rows
from zi_desktop.worksheets.writing_plan import (
    ANSWER_SHEET,
    KEPT_SHEET,
    POINTS,
    RECAP_SHEET,
    column_letter,
    plan_columns,
    plan_rows,
)
from zi_desktop.worksheets.writing_recap import RecapSheet, gate_rows
from zi_desktop.worksheets.writing_styles import Styles


def write_workbook(report: Report) -> bytes:
    """An .xlsx with live formulas and their cached values; the same report always gives the same bytes.

    The answers of `report.evaluation` drive the score; those of its siblings stand beside them. Raises
    ZiError ``text-too-long`` (a text no Excel cell can hold) and ``unknown-question`` (data the edition has
    no place for): nothing is ever cut or left out.
    """
    from xlsxwriter import Workbook

    stages = checked_stages(report)
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {"in_memory": True})
    workbook.set_properties(properties(report))
    plan, styles = plan_rows(report.lke), Styles(workbook)
    answers = workbook.add_worksheet(ANSWER_SHEET)
    recap = workbook.add_worksheet(RECAP_SHEET)
    kept = workbook.add_worksheet(KEPT_SHEET)
    columns = plan_columns(stages)
    cells = StageCells(answers, styles, plan, columns, stages)
    AnswerSheet(answers, styles, report, plan, columns, cells).write()
    RecapSheet(recap, styles, report, plan).write()
    for row, values in enumerate(kept_rows(report, stages)):
        for column, value in enumerate(values):
            kept.write_string(row, column, value)
    kept.hide()
    workbook.close()
    return buffer.getvalue()


def score_cells(report: Report) -> dict[str, str]:
    """Where the workbook holds each score: ``Jawaban!O5`` by code, for every section, the hasil items and
    ``total``. The values are points, unrounded."""
    plan = plan_rows(report.lke)
    codes = [s.code for s in report.lke.all_sections]
    codes += [q.code for q in report.lke.questions if q.weight is not None]
    rows = {code: plan.number[code] for code in codes} | {"total": plan.total}
    return {code: f"{ANSWER_SHEET}!{column_letter(POINTS)}{row}" for code, row in rows.items()}


def gate_cells(report: Report) -> dict[tuple[str, str], str]:
    """Where the workbook says whether a gate is met (``Ya`` or ``Belum``), by predikat and gate id."""
    return {key: f"{RECAP_SHEET}!G{row}" for key, row in gate_rows(report).items()}


def checked_stages(report: Report) -> Mapping[Stage, Evaluation]:
    """The evaluations that stand side by side; a sibling on another form has no place here. Raises ZiError
    ``unknown-question`` for data the edition has no place for."""
    found = {stage: report.at_stage(stage) for stage in Stage}
    stages = {s: e for s, e in found.items() if e is not None and e.edition == report.evaluation.edition}
    for evaluation in stages.values():
        _check_places(report.lke, evaluation)
    return stages


def _check_places(lke: Lke, evaluation: Evaluation) -> None:
    for code in evaluation.cells:
        find_cell(lke, code)
    for code in (*evaluation.notes, *evaluation.evidence, *evaluation.findings):
        if code not in lke.question_by_code:
            raise ZiError(
                "unknown-question",
                Text(f"Tidak ada soal {code} di {lke.id}", f"{lke.id} has no question {code}"),
                where=code,
            )


def properties(report: Report) -> dict[str, object]:
    """What a workbook of ours says of itself."""
    evaluation = report.evaluation
    return {
        "title": f"LKE Zona Integritas {evaluation.year}",
        "subject": report.lke.name,
        "comments": f"{evaluation.id} {evaluation.log_head}".strip(),
        # a fixed moment: the time of writing would make every export differ
        "created": datetime(evaluation.year, 1, 1),
    }
