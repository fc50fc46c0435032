"""The report on one evaluation, read from the store: from scratch, or again after every answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.domain.crosswalk import Earlier, earlier_answers
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.report import Report, make_report, report_again
from zi_desktop.services.thresholds import adopted_amendments
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.log import EVALUATION, Change
from zi_desktop.worksheets.crosswalk import load_crosswalk

Adopted = Mapping[str, Mapping[tuple[str, str], Fraction]]


@dataclass(frozen=True)
class Surroundings:
    """All that a report on one evaluation needs besides the evaluation itself."""

    lke: Lke
    adopted: Adopted
    siblings: tuple[Evaluation, ...]
    previous: Evaluation | None
    official_texts: Mapping[str, str]
    earlier: Mapping[str, Earlier]

    def report(self, evaluation: Evaluation) -> Report:
        return make_report(
            self.lke,
            evaluation,
            adopted=self.adopted,
            siblings=self.siblings,
            previous=self.previous,
            official_texts=self.official_texts,
            earlier=self.earlier,
            all_checks=True,
        )


class ReportReader:
    """Reads the report on the evaluation that is open again and again.

    The first time everything is read. From then on the store's log says what was changed since, whoever
    wrote: as long as that is this evaluation alone, just what was changed is read, and just the figures it
    bears on are worked out anew. The report is equal to one made from scratch, and all of it is of one state
    of the store.
    """

    def __init__(self, work: Workspace) -> None:
        self._work = work
        self._last: tuple[Report, Change] | None = None
        """The report, and what was the newest entry of the log then."""

    def read(self, evaluation_id: str) -> Report:
        """Raises ZiError ``unknown-evaluation``."""
        with self._work.store.reading():
            self._last = self._again(evaluation_id) or self._anew(evaluation_id)
        return self._last[0]

    def _anew(self, evaluation_id: str) -> tuple[Report, Change]:
        newest, evaluation = self._work.store.newest_entry(), self._work.evaluation(evaluation_id)
        return surroundings(self._work, evaluation).report(evaluation), newest

    def _again(self, evaluation_id: str) -> tuple[Report, Change] | None:
        """None where the last report was on another evaluation, or something around it has changed."""
        if self._last is None or self._last[0].evaluation.id != evaluation_id:
            return None
        report, seen = self._last
        changes = self._work.store.since(seen)
        if changes is None or any(
            change.evaluation_id != evaluation_id or change.target == EVALUATION for change in changes
        ):
            return None
        if not changes:
            return self._last
        evaluation = self._work.store.evaluation_again(report.evaluation, changes)
        return report_again(report, evaluation), changes[-1]


def load_report(work: Workspace, evaluation_id: str) -> Report:
    """Read from the store anew and scored anew; with the unit's other stages and its year before. Raises
    ZiError ``unknown-evaluation``."""
    return ReportReader(work).read(evaluation_id)


def surroundings(work: Workspace, evaluation: Evaluation) -> Surroundings:
    of_unit = work.store.evaluations(work.store.ids_beside(evaluation.id))
    return among(work, evaluation, of_unit, adopted_amendments(work))


def among(
    work: Workspace, evaluation: Evaluation, of_unit: Iterable[Evaluation], adopted: Adopted
) -> Surroundings:
    """``of_unit``: all evaluations of its unit, itself among them or not."""
    others = [e for e in of_unit if e.id != evaluation.id]
    lke = work.lke(evaluation.edition)
    previous = _previous(others, evaluation)
    return Surroundings(
        lke=lke,
        adopted=adopted,
        siblings=tuple(e for e in others if e.year == evaluation.year),
        previous=previous,
        official_texts=work.store.official_texts(evaluation.edition),
        earlier=_earlier(work, lke, previous),
    )


def _earlier(work: Workspace, lke: Lke, previous: Evaluation | None) -> Mapping[str, Earlier]:
    if previous is None:
        return {}
    return earlier_answers(
        lke, previous, work.lke(previous.edition), load_crosswalk(previous.edition, lke.id)
    )


def _previous(others: Iterable[Evaluation], evaluation: Evaluation) -> Evaluation | None:
    """The newest earlier year: at the same stage if there is one, else the latest stage of that year."""
    earlier = [e for e in others if e.year < evaluation.year]
    order = list(Stage)
    return max(
        earlier,
        key=lambda e: (e.year, e.stage is evaluation.stage, order.index(e.stage)),
        default=None,
    )
