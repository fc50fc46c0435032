"""A work unit's story: what happened to it year by year, and whether it may be proposed for a predikat.

Events and requirements are entered by hand; evaluations come from the store and are scored anew. A
requirement nobody has judged is unknown, and unknown is never met.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zi_desktop.domain.errors import Text
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.report import Report
from zi_desktop.domain.story_check import Judged, Requirements, Verdict, check
from zi_desktop.domain.story_facts import Evaluated, Event, area_names, evaluated


@dataclass(frozen=True)
class Story:
    """``events`` and ``evaluations`` oldest first; one `Verdict` for each predikat; ``areas``: their names by
    gate id, of the newest form; ``deadline``: the next last day for proposing."""

    unit: str
    events: tuple[Event, ...]
    evaluations: tuple[Evaluated, ...]
    verdicts: tuple[Verdict, ...]
    areas: Mapping[str, Text]
    source: str
    deadline: date
    today: date

    def trend(self, area: str) -> tuple[tuple[int, Fraction], ...]:
        """(year, share 0…1) of an area, or of ``total``: of each year the latest stage that has it."""
        found: dict[int, Fraction] = {}
        for past in self.evaluations:  # of a year the stages come in their order
            share = past.total / 100 if area == "total" else past.areas.get(area)
            if share is not None and past.answered:
                found[past.year] = share
        return tuple(found.items())


def make_story(
    unit: str,
    events: Iterable[Event],
    reports: Iterable[Report],
    requirements: Requirements,
    judged: Mapping[str, Judged],
    today: date,
) -> Story:
    """Pure: the same facts on the same day always give the same story."""
    in_order = tuple(sorted(events, key=lambda e: (e.on, e.id)))
    stages = list(Stage)
    by_time = sorted(reports, key=lambda r: (r.evaluation.year, stages.index(r.evaluation.stage)))
    evaluations = tuple(evaluated(report) for report in by_time)
    levels = tuple(dict.fromkeys(level for item in requirements.items for level in item.levels))
    verdicts = tuple(
        Verdict(
            level,
            tuple(
                check(item, level, in_order, evaluations, judged, today)
                for item in requirements.items
                if level in item.levels
            ),
        )
        for level in levels
    )
    return Story(
        unit,
        in_order,
        evaluations,
        verdicts,
        area_names(by_time[-1].lke) if by_time else {},
        requirements.source,
        next_deadline(requirements.deadline, today),
        today,
    )


def next_deadline(deadline: tuple[int, int], today: date) -> date:
    this_year = date(today.year, *deadline)
    return this_year if today <= this_year else date(today.year + 1, *deadline)
