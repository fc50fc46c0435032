"""The register: every finding of an evaluation, and last year's with what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zi_desktop.domain.evaluation import Finding, FollowUp
from zi_desktop.domain.lke import Level, Question, Section
from zi_desktop.domain.report import Report


@dataclass(frozen=True)
class RegisterLine:
    """One finding: of this evaluation (``year`` is its own), or of last year's, with its follow-up as judged
    this year (None: not yet)."""

    question: Question
    area: Section
    finding: Finding
    year: int
    last_year: bool = False
    follow_up: FollowUp | None = None

    @property
    def waits(self) -> bool:
        """A recommendation of last year that nobody has judged."""
        return self.last_year and self.follow_up is None and bool(self.finding.recommendation)


def register(report: Report) -> tuple[RegisterLine, ...]:
    """In the order of the form, last year's before this year's. A finding of last year on a question that was
    split stands on the first of its successors."""
    evaluation, told = report.evaluation, set[str]()
    lines: list[RegisterLine] = []
    for question in report.lke.questions:
        area = area_of(report, question.code)
        earlier = report.earlier.get(question.code)
        if earlier is not None and report.previous is not None:
            for finding in earlier.findings:
                if finding.id not in told:
                    told.add(finding.id)
                    judged = evaluation.follow_ups.get(finding.id)
                    year = report.previous.year
                    lines.append(RegisterLine(question, area, finding, year, True, judged))
        mine = evaluation.findings.get(question.code, ())
        lines += (RegisterLine(question, area, finding, evaluation.year) for finding in mine)
    return tuple(lines)


def area_of(report: Report, code: str) -> Section:
    """The area a question stands in, else the nearest section above it that has a name."""
    path = report.lke.path(code)
    return next((s for s in path if s.level is Level.AREA), path[min(1, len(path) - 1)])


def by_area(lines: Iterable[RegisterLine]) -> Mapping[str, int]:
    """How many lines each area has, by section code, in the order they come."""
    return Counter(line.area.code for line in lines)
