"""The rows of the official form and the arithmetic of its formulas, as values. See `forms`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zi_desktop.domain.lke import Lke, Question, QuestionKind, Section, Share

EPOCH = datetime(2025, 1, 1)
DIV_ZERO, BLANK, DROPPED = "#DIV/0!", "Blm Diisi", "-"
POINTS = {
    "Ya/Tidak": {"Ya": 1, "Tidak": 0},
    "A/B/C": {"A": 1, "B": 0.5, "C": 0},
    "A/B/C/D": {"A": 1, "B": 0.67, "C": 0.33, "D": 0},
    "A/B/C/D/E": {"A": 1, "B": 0.75, "C": 0.5, "D": 0.25, "E": 0},
}


@dataclass
class Line:
    """One row of the form; ``key`` is ``section CODE``, ``question CODE``, ``count CODE.ID``, ``sum CODE``,
    ``group CODE``, ``total CODE`` or ``gap N``."""

    key: str
    depth: int = 0
    marker: str = ""
    text: str = ""
    weight: float | None = None
    type: str = ""
    criteria: str = ""

    @property
    def kind(self) -> str:
        return self.key.split(" ", 1)[0]

    @property
    def code(self) -> str:
        return self.key.split(" ", 1)[1]


def added(parts: list[Any]) -> Any:
    errors = [p for p in parts if not isinstance(p, int | float)]
    return errors[0] if errors else sum(parts)


def type_text(question: Question) -> str:
    if question.kind is QuestionKind.CHOICE:
        return "/".join(c.label for c in question.choices)
    return "%" if question.kind is QuestionKind.RATIO else "Nilai\n(0-4)"


def ratio(question: Question, counts: Mapping[str, Any], typed_sum: Any = None) -> Any:
    """As the workbook's formulas: caps, a floor for the discipline question, #DIV/0! for a zero base."""
    try:
        numbers = {k: float(str(v).replace(",", ".")) for k, v in counts.items()}
    except ValueError:
        return "#VALUE!"
    if isinstance(question.formula, Share):
        done = sum(numbers[i] for i in question.formula.done)
        base = sum(numbers[i] for i in question.formula.base) if typed_sum is None else typed_sum
        return DIV_ZERO if base == 0 else min(1, done / base)
    before, now = numbers["tahun_lalu"], numbers["tahun_ini"]
    if before == 0:
        return 1 if now == 0 else DIV_ZERO
    return max(0, (before - now) / before)


def official_lines(lke: Lke) -> Iterator[Line]:
    """Every row of the Lampiran III sheet below its header, in order."""
    yield Line("gap top")
    for root in lke.sections:
        for section in root.walk():
            yield from _section_lines(section)
        yield Line(f"total {root.code}", 0, "", f"TOTAL {root.label}")
        yield Line(f"gap {root.code}")
    yield Line("total total", 0, "", "NILAI EVALUASI ZONA INTEGRITAS")


def _section_lines(section: Section) -> Iterator[Line]:
    depth = section.code.count(".")
    marker = section.code.rsplit(".", 1)[-1] + "."
    yield Line(f"section {section.code}", depth, marker, section.label, float(section.weight))
    if section.code == "A.I.5.iv":
        yield Line("gap wbs")  # the real workbook has an empty row inside this mean
    for question in section.questions:
        yield from _question_lines(question, depth + 1)


def _question_lines(question: Question, depth: int) -> Iterator[Line]:
    if question.group:
        yield Line(f"group {question.code}", depth - 1, "", question.group, 1.0)
    criteria = "\n".join(f"{c.label.lower()}. {c.requirement}" for c in question.choices)
    marker = question.marker or question.code.rsplit(".", 1)[-1] + "."
    weight = None if question.weight is None else float(question.weight)
    yield Line(
        f"question {question.code}",
        depth,
        marker,
        question.text,
        weight,
        type_text(question),
        criteria or question.hint,
    )
    base = question.formula.base if isinstance(question.formula, Share) else ()
    for count in question.counts if question.kind is QuestionKind.RATIO else ():
        if len(base) > 1 and count.id == base[0]:
            yield Line(f"sum {question.code}", depth, "-", "Jumlah yang harus melaporkan", None, "Jumlah")
        yield Line(f"count {question.code}.{count.id}", depth + 1, "", f"- {count.label}", None, "Jumlah")
