"""What an official form of one edition looks like as rows: the headings, questions and counts to be found."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache

from zi_desktop.domain.lke import Cell, CellKind, Lke, Question, QuestionKind, Section, Share
from zi_desktop.domain.scoring import TOTAL
from zi_desktop.worksheets.layouts import normal_label
from zi_desktop.worksheets.reading_vocabulary import load_vocabulary
from zi_desktop.worksheets.reading_words import Bag, Lexicon, Words, words

PERCENT_TYPE, COUNT_TYPE, INDEX_TYPE = "%", "jumlah", "nilai 0 4"
TWINS = 0.45  # likeness from which two items are compared crosswise too
_TYPE_ALIASES = {
    "y t": "ya tidak",
    "persen": PERCENT_TYPE,
    "rupiah": COUNT_TYPE,
    "nilai": INDEX_TYPE,
    "0 4": INDEX_TYPE,
    "indeks": INDEX_TYPE,
}
_TOTAL_LABELS = ("nilai evaluasi zona integritas", "nilai evaluasi reformasi birokrasi", "total nilai")


_SUM_WORDS = (words("jumlah yang harus melaporkan"), words("jumlah yang harus lapor, dasar pembagi"))
_HEADING_ALIASES = {
    "proses": "pengungkit",
    "komponen pengungkit": "pengungkit",
    "proses pengungkit": "pengungkit",
    "total proses": "total pengungkit",
    "komponen hasil": "hasil",
}
_WEIGHT_IN_LABEL = re.compile(r"\s*\(\s*\d{1,3}(?:[.,]\d+)?\s*%?\s*\)\s*\Z")


@lru_cache(maxsize=4096)
def heading_label(text: str) -> str:
    """A heading as `Expected.label` has it: ``PROSES (60)`` → ``pengungkit``."""
    label = normal_label(_WEIGHT_IN_LABEL.sub("", text))
    return _HEADING_ALIASES.get(label, label)


class Part(StrEnum):
    """What a row of the form is."""

    SECTION = "section"
    TOTAL = "total"
    QUESTION = "question"
    COUNT = "count"
    SUM = "sum"  # a row the form computes: how many must report, in all


@dataclass(frozen=True)
class Expected:
    """One row to be found. ``code`` is a section, question or cell code; ``type`` a `normal_type`;
    ``ids`` are row numbers of known forms: a hint that may confirm, never decide."""

    part: Part
    code: str
    words: Words
    marker: str
    type: str = ""
    ids: frozenset[int] = frozenset()
    label: str = ""
    bags: tuple[Bag, ...] = field(default=(), compare=False)
    """The wordings it is known by: ours, and the official one."""
    computed: bool = False
    """A question without a cell of its own: its counts are."""


@dataclass(frozen=True)
class Template:
    """``headings`` in the order of the form; ``questions`` by section code; ``inputs`` by question code."""

    lke: Lke
    headings: tuple[Expected, ...]
    questions: Mapping[str, tuple[Expected, ...]]
    inputs: Mapping[str, tuple[Expected, ...]]
    lexicon: Lexicon
    worded: bool
    """True when the official wording is known: a row that shares nothing with it is another question."""
    groups: Mapping[str, Words]
    """The wording of the sub-heading above a question, by question code, where the form has one."""
    _twins: dict[tuple[str, ...], list[tuple[int, int]]] = field(default_factory=dict)

    def twins(self, items: Sequence[Expected]) -> list[tuple[int, int]]:
        """The pairs of items, by index, whose wordings are so like that they are compared crosswise."""
        key = tuple(f"{item.part}{item.code}" for item in items)
        if key not in self._twins:
            self._twins[key] = [
                (i, j)
                for i, a in enumerate(items)
                for j, b in enumerate(items[:i])
                if any(self.lexicon.alike(bag, b.bags) >= TWINS for bag in a.bags)
            ]
        return self._twins[key]

    def below(self, section: str) -> tuple[Expected, ...]:
        """What is to be found under a section's heading: each question, then its counts."""
        return self._below.get(section, ())

    @cached_property
    def _below(self) -> Mapping[str, tuple[Expected, ...]]:
        return {
            section: tuple(e for q in questions for e in (q, *self.inputs[q.code]))
            for section, questions in self.questions.items()
        }

    @cached_property
    def every(self) -> tuple[Expected, ...]:
        """All that is to be found but the headings."""
        return tuple(e for below in self._below.values() for e in below)


def normal_type(text: str) -> str:
    """``Ya / Tidak``, ``Y/T`` → ``ya tidak``; ``Nilai\\n(0-4)`` → ``nilai 0 4``."""
    label = normal_label(text)
    return _TYPE_ALIASES.get(label, label)


def question_type(question: Question) -> str:
    """The `normal_type` the official form gives this question."""
    if question.kind is QuestionKind.CHOICE:
        return normal_label("/".join(c.label for c in question.choices))
    return INDEX_TYPE if question.kind is QuestionKind.INDEX else PERCENT_TYPE


def shown_type(question: Question) -> str:
    """The type as the official form spells it: ``A/B/C``."""
    if question.kind is QuestionKind.CHOICE:
        return "/".join(c.label for c in question.choices)
    return "Nilai (0-4)" if question.kind is QuestionKind.INDEX else "%"


_BUILT: dict[str, Template] = {}


def template_of(lke: Lke) -> Template:
    """Built once per edition and process."""
    known = _BUILT.get(lke.id)
    if known is None or known.lke is not lke:
        known = _BUILT[lke.id] = _build(lke)
    return known


def _build(lke: Lke) -> Template:
    known = load_vocabulary(lke.id)
    questions = {
        s.code: tuple(_question(q, known) for q in s.questions) for s in lke.all_sections if s.questions
    }
    inputs = {q.code: tuple(_inputs(lke, q, known)) for q in lke.questions}
    every = [bag.all for part in (questions, inputs) for row in part.values() for e in row for bag in e.bags]
    seen = Counter(w for ws in every for w in ws)
    rarity = {w: math.log((len(every) + 1) / (n + 1)) + 0.1 for w, n in seen.items()}
    for heading in _headings(lke):
        rarity |= {w: 1.0 for w in heading.words if w not in rarity}
    groups = {q.code: words(q.group) for q in lke.questions if q.group}
    return Template(lke, tuple(_headings(lke)), questions, inputs, Lexicon(rarity), bool(known), groups)


def _ids(lampiran: int | None, portalrb: int | None) -> frozenset[int]:
    return frozenset(n for n in (lampiran, portalrb) if n is not None)


def _headings(lke: Lke) -> Iterator[Expected]:
    for root in lke.sections:
        for section in root.walk():
            yield _heading(section)
        label = f"total {normal_label(root.label)}"
        yield Expected(Part.TOTAL, root.code, words(label), "", label=label)
    for label in _TOTAL_LABELS:
        yield Expected(Part.TOTAL, TOTAL, words(label), "", label=label)


def _heading(section: Section) -> Expected:
    marker = section.code.rpartition(".")[2].casefold()
    ids = _ids(section.lampiran_row, section.portalrb_row)
    return Expected(
        Part.SECTION, section.code, words(section.label), marker, "", ids, heading_label(section.label)
    )


def _question(question: Question, known: Mapping[str, Bag]) -> Expected:
    text = words(question.text)
    every = text | words(" ".join([question.group, *(c.requirement for c in question.choices)]))
    marker = question.marker.strip().rstrip(".").casefold() or question.code.rpartition(".")[2]
    ids = _ids(question.lampiran_row, question.portalrb_row)
    bags = _bags(Bag(text, every), known.get(question.code))
    computed = question.kind is QuestionKind.RATIO
    return Expected(
        Part.QUESTION, question.code, every, marker, question_type(question), ids, "", bags, computed
    )


def _bags(ours: Bag, official: Bag | None) -> tuple[Bag, ...]:
    return (official, ours) if official else (ours,)


def _inputs(lke: Lke, question: Question, known: Mapping[str, Bag]) -> Iterator[Expected]:
    """The rows under a percentage question. Where several counts make up its base, the form adds them up in a
    row of its own above them."""
    cells = [c for c in lke.cells_of[question.code] if c.kind in (CellKind.COUNT, CellKind.PERCENT)]
    formula = question.formula
    base = formula.base if isinstance(formula, Share) and len(formula.base) > 1 else ()
    for cell in cells:
        if base and cell.count and cell.count.id == base[0]:
            bags = tuple(Bag(said, said) for said in _SUM_WORDS)
            yield Expected(Part.SUM, question.code, _SUM_WORDS[0], "-", COUNT_TYPE, bags=bags)
        yield _count(cell, known)


def _count(cell: Cell, known: Mapping[str, Bag]) -> Expected:
    assert cell.count is not None
    ids = _ids(cell.count.lampiran_row, cell.count.portalrb_row)
    said = words(cell.count.label)
    bags = _bags(Bag(said, said), known.get(cell.code))
    return Expected(Part.COUNT, cell.code, said, "-", COUNT_TYPE, ids, "", bags)
