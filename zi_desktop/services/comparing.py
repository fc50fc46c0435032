"""Two evaluations of the store compared; nothing is written."""

from __future__ import annotations

from zi_desktop.domain.compare import Comparison, compare
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.report import Report
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.workspace import Workspace
from zi_desktop.worksheets.crosswalk import load_crosswalk


def compare_evaluations(work: Workspace, before_id: str, after_id: str) -> Comparison:
    """Both read from one state of the store. The one on the older form always comes first. Raises ZiError
    ``unknown-evaluation`` or ``same-evaluation``."""
    if before_id == after_id:
        raise ZiError(
            "same-evaluation",
            Text("Kedua penilaian itu sama", "Both are the same evaluation"),
            where=before_id,
            remedy=Text("Pilih dua penilaian yang berbeda.", "Choose two different ones."),
        )
    with work.store.reading():
        before, after = load_report(work, before_id), load_report(work, after_id)
    if before.lke.first_year > after.lke.first_year:
        before, after = after, before
    return compare(before, after, load_crosswalk(before.lke.id, after.lke.id))


def usual_pair(report: Report) -> tuple[str, str] | None:
    """(before, after): the unit's own answers and the open evaluation, else last year's and this; None when
    it stands alone."""
    mine = report.evaluation
    unit = report.at_stage(Stage.MANDIRI)
    if mine.stage is Stage.MANDIRI:
        later = report.at_stage(Stage.TPI) or report.at_stage(Stage.TPN)
        if later is not None:
            return mine.id, later.id
    elif unit is not None:
        return unit.id, mine.id
    return (report.previous.id, mine.id) if report.previous is not None else None
