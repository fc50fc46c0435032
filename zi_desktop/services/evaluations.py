"""The evaluations of a store: making one, listing them, and the report on one."""

from __future__ import annotations

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.services.changes import Changes
from zi_desktop.services.reports import load_report
from zi_desktop.services.worklist import EvaluationSummary, list_evaluations
from zi_desktop.services.workspace import Workspace
from zi_desktop.worksheets.edition import edition_for_year

__all__ = [
    "EvaluationSummary",
    "check_unit",
    "check_year",
    "find_evaluation",
    "list_evaluations",
    "load_report",
    "new_evaluation",
    "refuse_existing",
    "unit_names",
]

FIRST_YEAR, LAST_YEAR = 2014, 2100


def new_evaluation(
    work: Workspace, *, unit: str, year: int, stage: Stage = Stage.TPI, edition: str | None = None
) -> Changes:
    """An empty evaluation. Raises ZiError ``exists`` when the unit has one for this year and stage."""
    unit = check_unit(unit)
    check_year(year)
    lke = work.lke(edition or edition_for_year(year))
    refuse_existing(work, unit, year, stage)
    with work.transaction() as tx:
        evaluation_id = tx.create_evaluation(unit, year, lke.id, stage.value)
    return Changes(evaluation_id, evaluations=True, evaluation_ids=(evaluation_id,))


def check_unit(unit: str) -> str:
    """The name without stray blanks; raises ZiError ``unit-missing`` when nothing is left."""
    unit = " ".join(unit.split())
    if not unit or len(unit) > 200:
        raise ZiError(
            "unit-missing",
            Text(
                "Nama unit kerja harus 1 sampai 200 huruf",
                "The work unit's name must have 1 to 200 characters",
            ),
            where="unit",
            remedy=Text("Isi nama unit kerja.", "Enter the work unit's name."),
        )
    return unit


def check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ZiError(
            "year",
            Text(
                f"Tahun {year} di luar {FIRST_YEAR}–{LAST_YEAR}",
                f"Year {year} is outside {FIRST_YEAR}–{LAST_YEAR}",
            ),
            where="year",
            remedy=Text("Isi tahun evaluasi.", "Enter the year of the evaluation."),
        )


def refuse_existing(work: Workspace, unit: str, year: int, stage: Stage) -> None:
    if find_evaluation(work, unit, year, stage) is not None:
        raise ZiError(
            "exists",
            Text(
                f"{unit} sudah mempunyai penilaian {year} tahap {stage.value}",
                f"{unit} already has an evaluation of {year} at stage {stage.value}",
            ),
            where=unit,
            remedy=Text(
                "Buka penilaian itu, atau pilih tahun atau tahap lain.", "Open it, or choose another."
            ),
        )


def find_evaluation(work: Workspace, unit: str, year: int, stage: Stage) -> Evaluation | None:
    ids = work.store.evaluation_ids(unit=unit, year=year)
    return next((e for e in work.store.evaluations(ids) if e.stage is stage), None) if ids else None


def unit_names(work: Workspace) -> list[str]:
    """Every work unit of the store; costs no scoring."""
    return work.store.work_units()
