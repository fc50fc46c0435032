"""A report as PortalRB's own workbook: the sheet ``Jawaban`` with its columns A–Q and nothing else."""

from __future__ import annotations

import io

from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.report import Report, make_report
from zi_desktop.worksheets.writing import checked_stages, properties
from zi_desktop.worksheets.writing_answers import AnswerSheet
from zi_desktop.worksheets.writing_inputs import StageCells
from zi_desktop.worksheets.writing_official import evidence_list
from zi_desktop.worksheets.writing_plan import ANSWER_SHEET, LAST_OFFICIAL, plan_columns, plan_rows
from zi_desktop.worksheets.writing_styles import Styles

STAGES = (Stage.MANDIRI, Stage.TPI)
"""Those that have columns there."""


def has_jawaban(lke: Lke, stage: Stage) -> bool:
    """Whether PortalRB knows the edition and has columns for the stage."""
    return stage in STAGES and all(q.portalrb_row is not None for q in lke.questions)


def write_jawaban(report: Report) -> bytes:
    """An .xlsx with live formulas and their cached values; the same report always gives the same bytes.

    For what `has_jawaban`. The column ``Nilai`` follows TPI's answers where there are any, else those of
    `report.evaluation`. Findings, the evidence of TPI and decisions on a zero denominator have no place in
    it; the formulas hold what was decided. Raises ZiError as `write_workbook`.
    """
    from xlsxwriter import Workbook

    report = _led_by_tpi(report)
    stages = {s: e for s, e in checked_stages(report).items() if s in STAGES}
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {"in_memory": True})
    workbook.set_properties(properties(report))
    plan, styles = plan_rows(report.lke), Styles(workbook)
    sheet = workbook.add_worksheet(ANSWER_SHEET)
    columns = plan_columns(stages)[: LAST_OFFICIAL + 1]
    cells = StageCells(sheet, styles, plan, columns, stages, evidence_list)
    AnswerSheet(sheet, styles, report, plan, columns, cells).write()
    workbook.close()
    return buffer.getvalue()


def _led_by_tpi(report: Report) -> Report:
    lead = report.at_stage(Stage.TPI)
    if lead is None or lead is report.evaluation or lead.edition != report.evaluation.edition:
        return report
    others = tuple(e for e in (report.evaluation, *report.siblings) if e is not lead)
    return make_report(report.lke, lead, siblings=others)
