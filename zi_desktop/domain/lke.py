"""The blank form of one edition (LKE): sections, weights, questions, scales, gates. All of it is data.

Codes are the official numbering (``A.I.1.i.a``). Weights and values are exact (`Fraction`): the form's
constants are .67 and .33, never 2/3 and 1/3 (PermenPANRB 90/2021, Lampiran III).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from zi_desktop.domain.errors import Text

DECISION = "keputusan"  # the cell in which an evaluator records what a zero denominator counts as
DECISION_VALUES: Mapping[str, Fraction] = {"penuh": Fraction(1), "nol": Fraction(0)}


@dataclass(frozen=True)
class Choice:
    """One option of a question; ``value`` is 0…1, ``requirement`` says what it takes."""

    label: str
    value: Fraction
    requirement: str


@dataclass(frozen=True)
class Count:
    """One number a question is computed from; ``same_as`` names a cell that should hold the same number."""

    id: str
    label: str
    portalrb_id: int | None = None
    portalrb_row: int | None = None
    lampiran_row: int | None = None
    same_as: str = ""


@dataclass(frozen=True)
class Share:
    """done ÷ base, never above 1; the ids on each side are added up."""

    done: tuple[str, ...]
    base: tuple[str, ...]


@dataclass(frozen=True)
class Decline:
    """(before − now) ÷ before, never below 0; nothing before and nothing now is 1."""

    before: str
    now: str


@dataclass(frozen=True)
class Portion:
    """value ÷ full: a survey index (full 4) or a percentage that was typed (full 100)."""

    value: str
    full: Fraction


Formula = Share | Decline | Portion


class QuestionKind(StrEnum):
    CHOICE = "choice"
    RATIO = "ratio"  # computed from counts
    INDEX = "index"  # one number, typed on the question itself


@dataclass(frozen=True)
class Question:
    """One scored question. ``weight`` is set only where the section adds its questions up (hasil)."""

    code: str
    order: int
    kind: QuestionKind
    scale: str
    text: str
    choices: tuple[Choice, ...] = ()
    counts: tuple[Count, ...] = ()
    formula: Formula | None = None
    weight: Fraction | None = None
    group: str = ""
    hint: str = ""
    marker: str = ""
    portalrb_id: int | None = None
    portalrb_row: int | None = None
    lampiran_row: int | None = None

    def choice(self, label: str) -> Choice:
        """Raises KeyError for a label outside the scale."""
        for choice in self.choices:
            if choice.label == label:
                return choice
        raise KeyError(label)


class Level(StrEnum):
    KOMPONEN = "komponen"
    ASPEK = "aspek"
    AREA = "area"
    SUBAREA = "subarea"


@dataclass(frozen=True)
class Section:
    """Komponen, aspek, area or sub-area. With ``mean`` its score is the mean of its questions × weight,
    else the sum of its parts."""

    code: str
    label: str
    level: Level
    weight: Fraction
    mean: bool = False
    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
    lampiran_row: int | None = None
    portalrb_row: int | None = None

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the form."""
        yield self
        for section in self.sections:
            yield from section.walk()

    def all_questions(self) -> Iterator[Question]:
        for section in self.walk():
            yield from section.questions


@dataclass(frozen=True)
class Gate:
    """One minimum, in points, for a predikat: the scores of ``codes`` added up must reach ``need``."""

    id: str
    label: Text
    codes: tuple[str, ...]
    need: Fraction
    maximum: Fraction
    source: str
    verified: bool = True


@dataclass(frozen=True)
class PredikatRule:
    """The gates of WBK or WBBM; ``requires`` names a predikat the unit must hold already."""

    id: str
    label: Text
    gates: tuple[Gate, ...]
    requires: str = ""


@dataclass(frozen=True)
class Amendment:
    """Gates of an amending regulation that can be adopted and edited; unverified ones say so."""

    id: str
    label: str
    first_year: int
    last_year: int
    verified: bool
    gates: Mapping[str, tuple[Gate, ...]]


class CellKind(StrEnum):
    CHOICE = "choice"
    INDEX = "index"
    COUNT = "count"
    PERCENT = "percent"
    DECISION = "decision"


@dataclass(frozen=True)
class Cell:
    """One place to type: a choice or index (code of its question), a count (``CODE.id``) or a decision."""

    code: str
    question: Question
    kind: CellKind
    count: Count | None = None

    @property
    def portalrb_id(self) -> int | None:
        return (
            self.count.portalrb_id
            if self.count and self.kind is not CellKind.INDEX
            else self.question.portalrb_id
        )


def _question_cells(question: Question) -> Iterator[Cell]:
    if question.kind is QuestionKind.CHOICE:
        yield Cell(question.code, question, CellKind.CHOICE)
    elif question.kind is QuestionKind.INDEX:
        yield Cell(question.code, question, CellKind.INDEX)
    else:
        kind = CellKind.PERCENT if isinstance(question.formula, Portion) else CellKind.COUNT
        for count in question.counts:
            yield Cell(f"{question.code}.{count.id}", question, kind, count)
        if not isinstance(question.formula, Portion):
            yield Cell(f"{question.code}.{DECISION}", question, CellKind.DECISION)


@dataclass(frozen=True)
class Lke:
    """One edition. ``sections`` are the komponen; everything else hangs below them."""

    id: str
    name: str
    basis: str
    first_year: int
    last_year: int | None
    sections: tuple[Section, ...]
    predikat: tuple[PredikatRule, ...]
    amendments: tuple[Amendment, ...] = ()

    @cached_property
    def all_sections(self) -> tuple[Section, ...]:
        return tuple(s for root in self.sections for s in root.walk())

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every scored question, in the order of the form."""
        return tuple(q for s in self.all_sections for q in s.questions)

    @cached_property
    def section_by_code(self) -> Mapping[str, Section]:
        return {s.code: s for s in self.all_sections}

    @cached_property
    def question_by_code(self) -> Mapping[str, Question]:
        return {q.code: q for q in self.questions}

    @cached_property
    def cells(self) -> Mapping[str, Cell]:
        """Every place to type by its code, decisions included, in the order of the form."""
        return {cell.code: cell for q in self.questions for cell in _question_cells(q)}

    @cached_property
    def input_cells(self) -> tuple[Cell, ...]:
        """The cells an official form has (127 in zi-2021): all but the decisions."""
        return tuple(c for c in self.cells.values() if c.kind is not CellKind.DECISION)

    @cached_property
    def cells_of(self) -> Mapping[str, tuple[Cell, ...]]:
        """The cells of each question, by question code."""
        return {q.code: tuple(_question_cells(q)) for q in self.questions}

    @cached_property
    def looked_at_by(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the questions that look at a cell, by its code: its own, and those with a count that
        should hold the same number."""
        found = {code: [cell.question.code] for code, cell in self.cells.items()}
        for question in self.questions:
            for count in question.counts:
                if count.same_as:
                    found[count.same_as].append(question.code)
        return {code: tuple(questions) for code, questions in found.items()}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """The section a question stands in, by question code."""
        return {q.code: s for s in self.all_sections for q in s.questions}

    @cached_property
    def lowest(self) -> Mapping[str, Fraction]:
        """The value of each question's worst option, by question code; 0 where a number is typed."""
        return {q.code: min((c.value for c in q.choices), default=Fraction(0)) for q in self.questions}

    def path(self, code: str) -> tuple[Section, ...]:
        """The sections from the komponen down to the one that holds the question or section ``code``."""
        target = self.section_of[code].code if code in self.section_of else code
        return _path_to(self.sections, target)


def _path_to(sections: tuple[Section, ...], code: str) -> tuple[Section, ...]:
    for section in sections:
        if section.code == code:
            return (section,)
        below = _path_to(section.sections, code)
        if below:
            return (section, *below)
    return ()
