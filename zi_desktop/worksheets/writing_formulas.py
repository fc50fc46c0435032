"""Our scoring rules as formulas of a sheet: blanks count 0, ratios have their cap and floor, a zero
denominator takes the recorded decision. A hard recalculation gives what `domain.scoring` gives, to 1e-9."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from zi_desktop.domain.lke import DECISION_VALUES, Decline, Portion, Question, QuestionKind, Section, Share
from zi_desktop.worksheets.writing_plan import POINTS, WEIGHT, Plan, column_letter

_POINTS, _WEIGHT = column_letter(POINTS), column_letter(WEIGHT)


def number_text(value: Fraction) -> str:
    """The shortest decimal that is read back as the same float."""
    return repr(float(value)).removesuffix(".0")


@dataclass(frozen=True)
class Formulas:
    """Formulas over one pair of answer and decision columns (letters). On a sheet without a column for
    decisions, ``decided`` gives what they were, by question code."""

    plan: Plan
    answer: str
    decision: str = ""
    decided: Mapping[str, str] = field(default_factory=dict)

    def _at(self, code: str) -> str:
        return f"{self.answer}{self.plan.number[code]}"

    def ratio(self, question: Question) -> str:
        """The value 0…1 of a ratio in its answer cell; empty while it is not answered."""
        cells = {c.id: self._at(f"{question.code}.{c.id}") for c in question.counts}
        decided = self._decided(question)
        formula = question.formula
        if isinstance(formula, Share):
            base, done = (_sum([cells[i] for i in side]) for side in (formula.base, formula.done))
            value = f"IF({base}=0,{decided},MIN(1,{done}/{base}))"
        elif isinstance(formula, Decline):
            before, now = cells[formula.before], cells[formula.now]
            value = f"IF({before}=0,IF({now}=0,1,{decided}),MAX(0,({before}-{now})/{before}))"
        else:
            assert isinstance(formula, Portion)
            value = f"MIN(1,{cells[formula.value]}/{number_text(formula.full)})"
        return f'=IF(COUNT({",".join(cells.values())})<{len(cells)},"",{value})'

    def _decided(self, question: Question) -> str:
        """What a zero denominator counts as."""
        if not self.decision:
            value = DECISION_VALUES.get(self.decided.get(question.code, ""))
            return '""' if value is None else number_text(value)
        at = f"{self.decision}{self.plan.number[question.code]}"
        return f'IF({at}="penuh",1,IF({at}="nol",0,""))'

    def base(self, question: Question) -> str:
        """The sum of what a ratio is divided by; empty while all of it is blank."""
        assert isinstance(question.formula, Share)
        cells = ",".join(self._at(f"{question.code}.{i}") for i in question.formula.base)
        return f'=IF(COUNT({cells})=0,"",SUM({cells}))'

    def question(self, question: Question) -> str:
        """The question's value 0…1, or its points where it has a weight of its own (hasil)."""
        at = self._at(question.code)
        if question.kind is QuestionKind.RATIO:
            value = f"IF(ISNUMBER({at}),{at},0)"
        elif question.kind is QuestionKind.INDEX:
            assert isinstance(question.formula, Portion)
            value = f"IF(ISNUMBER({at}),MIN(1,{at}/{number_text(question.formula.full)}),0)"
        else:
            value = _choice(question, at)
        if question.weight is None:
            return f"={value}"
        return f"={value}*{_WEIGHT}{self.plan.number[question.code]}"


def _choice(question: Question, at: str) -> str:
    value = "0"
    for choice in reversed(question.choices):
        if choice.value:
            value = f'IF({at}="{choice.label}",{number_text(choice.value)},{value})'
    return value


def _sum(cells: Sequence[str]) -> str:
    return cells[0] if len(cells) == 1 else f"SUM({','.join(cells)})"


def section_formula(plan: Plan, section: Section, points: str = _POINTS) -> str:
    """Mean × weight of a sub-area, the sum of its parts for any other section. ``points``: the column."""
    parts = [s.code for s in section.sections] + [q.code for q in section.questions]
    cells = ",".join(f"{points}{plan.number[code]}" for code in parts)
    if section.mean:
        return f"=AVERAGE({cells})*{_WEIGHT}{plan.number[section.code]}"
    return f"=SUM({cells})"


def share_formula(row: int, points: str = _POINTS) -> str:
    """The column %: points ÷ weight."""
    return f"={points}{row}/{_WEIGHT}{row}"
