"""The evaluations of a store: making one, listing them, and the report on one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.domain.crosswalk import Earlier, earlier_answers
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.report import Report, make_report
from zi_desktop.services.changes import Changes
from zi_desktop.services.thresholds import adopted_amendments
from zi_desktop.services.workspace import Workspace
from zi_desktop.worksheets.crosswalk import load_crosswalk
from zi_desktop.worksheets.edition import edition_for_year

FIRST_YEAR, LAST_YEAR = 2014, 2100


@dataclass(frozen=True)
class EvaluationSummary:
    """One line of the worklist; ``predikat``: whether all gates are met, ``open_gates``: how many are not."""

    id: str
    unit: str
    year: int
    stage: Stage
    edition: str
    answered: int
    questions: int
    total: Fraction
    predikat: Mapping[str, bool]
    open_gates: Mapping[str, int]
    changed_at: str


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


def list_evaluations(work: Workspace) -> list[EvaluationSummary]:
    """All evaluations, the one changed last first."""
    adopted = adopted_amendments(work)
    changed = work.store.last_changes()
    summaries = []
    for evaluation in work.store.evaluations():
        report = make_report(work.lke(evaluation.edition), evaluation, adopted=adopted)
        summaries.append(
            EvaluationSummary(
                id=evaluation.id,
                unit=evaluation.unit,
                year=evaluation.year,
                stage=evaluation.stage,
                edition=evaluation.edition,
                answered=report.score.answered,
                questions=len(report.lke.questions),
                total=report.score.total,
                predikat={p.rule.id: p.met for p in report.predikat},
                open_gates={p.rule.id: len(p.open) for p in report.predikat},
                changed_at=changed.get(evaluation.id, ""),
            )
        )
    return sorted(summaries, key=lambda s: (s.changed_at, s.id), reverse=True)


def load_report(work: Workspace, evaluation_id: str) -> Report:
    """Read from the store anew and scored anew; with the unit's other stages and its year before."""
    of_unit = {e.id: e for e in work.store.evaluations(work.store.ids_beside(evaluation_id))}
    evaluation = of_unit.pop(evaluation_id, None) or work.evaluation(evaluation_id)
    lke = work.lke(evaluation.edition)
    previous = _previous(of_unit.values(), evaluation)
    return make_report(
        lke,
        evaluation,
        adopted=adopted_amendments(work),
        siblings=tuple(e for e in of_unit.values() if e.year == evaluation.year),
        previous=previous,
        official_texts=work.store.official_texts(evaluation.edition),
        earlier=_earlier(work, lke, previous),
        all_checks=True,
    )


def _earlier(work: Workspace, lke: Lke, previous: Evaluation | None) -> Mapping[str, Earlier]:
    if previous is None:
        return {}
    return earlier_answers(
        lke, previous, work.lke(previous.edition), load_crosswalk(previous.edition, lke.id)
    )


def _previous(of_unit: Iterable[Evaluation], evaluation: Evaluation) -> Evaluation | None:
    """The newest earlier year: at the same stage if there is one, else the latest stage of that year."""
    earlier = [e for e in of_unit if e.year < evaluation.year]
    order = list(Stage)
    return max(
        earlier,
        key=lambda e: (e.year, e.stage is evaluation.stage, order.index(e.stage)),
        default=None,
    )
