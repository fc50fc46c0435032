"""What the checks look at, laid out once, and the thresholds they judge by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from zi_desktop.domain.crosswalk import Earlier
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.lke import Lke, Question
from zi_desktop.domain.scoring import Score, value_of


@dataclass(frozen=True)
class Thresholds:
    """From where on something is told. Chosen so that ordinary work raises nothing."""

    jump: Fraction = Fraction(1, 2)
    """A change of a question's value (0…1) from last year that wants a word of explanation…"""
    jump_steps: int = 2
    """…unless it is less than this many options, on a scale of three and more: B → A is half the scale of
    three options and still one step, the most ordinary progress there is."""
    bare: int = 10
    """Where more questions than this score without evidence, and they are the most, evidence is not kept
    question by question: one line says so."""
    same_evidence: int = 10
    """One document on more questions than this proves little on each of them."""
    same_evidence_share: Fraction = Fraction(1, 4)
    """The same as a share of the answered questions…"""
    same_evidence_least: int = 4
    """…but never up to this many: a decree on the team belongs on all questions about the team."""


THRESHOLDS = Thresholds()


@dataclass(frozen=True)
class Subject:
    """One evaluation with everything it is compared with; see `report.Report`."""

    lke: Lke
    evaluation: Evaluation
    score: Score
    siblings: tuple[Evaluation, ...] = ()
    previous: Evaluation | None = None
    earlier: Mapping[str, Earlier] = field(default_factory=dict)
    thresholds: Thresholds = THRESHOLDS

    @property
    def by_evaluators(self) -> bool:
        """False for the unit's own assessment."""
        return self.evaluation.stage is not Stage.MANDIRI

    def shown(self, code: str) -> bool:
        """Whether any stage of the year has a document for the question: evaluators judge what the unit
        showed."""
        return any(e.evidence.get(code) for e in (self.evaluation, *self.siblings))

    @cached_property
    def unit(self) -> Evaluation | None:
        """The unit's own assessment of the same year on the same form, unless this is it."""
        found = (
            s for s in self.siblings if s.stage is Stage.MANDIRI and s.edition == self.evaluation.edition
        )
        return next(found, None) if self.by_evaluators else None

    def explained(self, code: str) -> bool:
        """Something is written on the question: a note or a finding."""
        return bool(self.evaluation.notes.get(code) or self.evaluation.findings.get(code))

    def value_of_unit(self, question: Question) -> Fraction | None:
        """None where the unit has not answered, or exactly the same (which costs no computing)."""
        unit, mine = self.unit, self.evaluation.cells
        if unit is None:
            return None
        for cell in self.lke.cells_of[question.code]:
            if unit.cells.get(cell.code) != mine.get(cell.code):
                return value_of(question, unit.cells)
        return None
