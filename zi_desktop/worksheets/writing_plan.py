"""Which row and column of our workbook holds what. The rows are those of PortalRB's sheet ``Jawaban``, where
the number of a row is its ID; an edition without such rows is laid out in the same manner."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Count, Lke, Question, QuestionKind, Section, Share

ANSWER_SHEET = "Jawaban"
RECAP_SHEET = "Rekap"
KEPT_SHEET = "ZI Desktop"
FIRST_ROW = 2


class RowKind(StrEnum):
    SECTION = "section"
    GROUP = "group"  # a heading over one question
    QUESTION = "question"
    BASE = "base"  # the sum of the counts that are divided by
    COUNT = "count"
    SUBTOTAL = "subtotal"  # a komponen once more, below its last row
    TOTAL = "total"


@dataclass(frozen=True)
class Row:
    """One row of the sheet; ``number`` counts from 1, ``code`` is that of its section, question or count."""

    number: int
    kind: RowKind
    depth: int
    code: str = ""
    section: Section | None = None
    question: Question | None = None
    count: Count | None = None


@dataclass(frozen=True)
class Plan:
    """The rows in order, and their numbers by code (sections, questions, counts) and by komponen."""

    rows: tuple[Row, ...]
    number: Mapping[str, int]
    base: Mapping[str, int]
    subtotal: Mapping[str, int]
    total: int


_Part = Section | Question | Count


@dataclass
class _Planner:
    """``row_of``: where the form that is laid out has a part; where it does not say, the next free row."""

    row_of: Callable[[_Part], int | None]
    rows: list[Row] = field(default_factory=list)
    next: int = FIRST_ROW

    def add(self, kind: RowKind, depth: int, code: str, fixed: int | None = None, **what: object) -> None:
        number = fixed or self.next
        self.rows.append(Row(number, kind, depth, code, **what))  # type: ignore[arg-type]
        self.next = number + 1

    def section(self, section: Section, depth: int) -> None:
        self.add(RowKind.SECTION, depth, section.code, self.row_of(section), section=section)
        for below in section.sections:
            self.section(below, depth + 1)
        for question in section.questions:
            self.question(question, depth + 1)

    def question(self, question: Question, depth: int) -> None:
        if question.group:
            self.add(RowKind.GROUP, depth - 1, question.code, question=question)
        self.add(RowKind.QUESTION, depth, question.code, self.row_of(question), question=question)
        if question.kind is not QuestionKind.RATIO:
            return
        if isinstance(question.formula, Share) and len(question.formula.base) > 1:
            self.add(RowKind.BASE, depth + 1, question.code, question=question)
        for count in question.counts:
            code = f"{question.code}.{count.id}"
            self.add(RowKind.COUNT, depth + 1, code, self.row_of(count), question=question, count=count)


def plan_rows(lke: Lke) -> Plan:
    """Every row of the sheet ``Jawaban`` for this edition."""
    return _plan(lke, _Planner(lambda part: part.portalrb_row), gap=0)


def plan_lampiran(lke: Lke) -> Plan:
    """Every row of the Lampiran III sheet ``LKE ZI``; for an edition that has one."""
    return _plan(lke, _Planner(lambda part: part.lampiran_row), gap=1)


def _plan(lke: Lke, planner: _Planner, gap: int) -> Plan:
    """``gap``: free rows above the last one."""
    for komponen in lke.sections:
        planner.section(komponen, 0)
        planner.add(RowKind.SUBTOTAL, 0, komponen.code, section=komponen)
        planner.next += 1
    planner.next += gap - 1
    planner.add(RowKind.TOTAL, 0, "total")
    rows = tuple(planner.rows)
    own = (RowKind.SECTION, RowKind.QUESTION, RowKind.COUNT)
    return Plan(
        rows,
        number={r.code: r.number for r in rows if r.kind in own},
        base={r.code: r.number for r in rows if r.kind is RowKind.BASE},
        subtotal={r.code: r.number for r in rows if r.kind is RowKind.SUBTOTAL},
        total=rows[-1].number,
    )


class Field(StrEnum):
    """What a column holds of one stage."""

    ANSWER = "answer"
    NOTE = "note"
    EVIDENCE = "evidence"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"


@dataclass(frozen=True)
class Column:
    """One column; those of a stage name the stage and what of it they hold."""

    header: str
    width: float
    stage: Stage | None = None
    field: Field | None = None


_FRONT = (
    Column("ID", 5),
    *(Column("Penilaian" if i == 0 else "", 3) for i in range(5)),
    Column("", 42),
    Column("Bobot", 7),
    Column("Kriteria Nilai", 38),
    Column("Pilihan Jawaban", 9),
    Column("Jawaban Unit", 9, Stage.MANDIRI, Field.ANSWER),
    Column("Catatan Unit", 26, Stage.MANDIRI, Field.NOTE),
    Column("Bukti Dukung Unit", 26, Stage.MANDIRI, Field.EVIDENCE),
    Column("Jawaban TPI", 9, Stage.TPI, Field.ANSWER),
    Column("Nilai", 8),
    Column("%", 8),
    Column("Catatan TPI", 26, Stage.TPI, Field.NOTE),
    Column("Kode", 15),
)
STAGE_NAMES: Mapping[Stage, str] = {Stage.MANDIRI: "Unit", Stage.TPI: "TPI", Stage.TPN: "TPN"}
_TITLES: Mapping[Field, tuple[str, float]] = {
    Field.ANSWER: ("Jawaban", 9),
    Field.NOTE: ("Catatan", 26),
    Field.EVIDENCE: ("Bukti Dukung", 26),
    Field.FINDING: ("Catatan Hasil Evaluasi", 32),
    Field.RECOMMENDATION: ("Rekomendasi", 32),
    Field.DECISION: ("Keputusan Penyebut Nol", 12),
}
TREE, WEIGHT, CRITERIA, CHOICES, POINTS, PERCENT, CODE = 1, 7, 8, 9, 14, 15, 17
LAST_OFFICIAL = 16  # Q: what PortalRB knows, and what is printed


def plan_columns(stages: Collection[Stage]) -> tuple[Column, ...]:
    """The official columns A–Q, then ours: the code, and for every stage given what A–Q has no place for."""
    fixed = {(c.stage, c.field) for c in _FRONT}
    return (*_FRONT, *_own_columns(stages, fixed))


def _own_columns(
    stages: Collection[Stage], fixed: Collection[tuple[Stage | None, Field | None]]
) -> Iterator[Column]:
    for stage in (Stage.TPI, Stage.TPN, Stage.MANDIRI):
        if stage in stages:
            for what, (title, width) in _TITLES.items():
                if (stage, what) not in fixed:
                    yield Column(f"{title} {STAGE_NAMES[stage]}", width, stage, what)


def column_letter(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    while index >= 0:
        letters = chr(ord("A") + index % 26) + letters
        index = index // 26 - 1
    return letters
