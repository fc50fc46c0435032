"""Last year's answers beside this year's questions, even across editions. Only shown, never stored.

A crosswalk says question by question which question of an older edition speaks to one of a newer edition, and
how closely. Where options were reworded, the same letter may mean something else: a label is carried over to
this year's options only where the crosswalk says that both mean the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from zi_desktop.domain.cells import Cells, plain
from zi_desktop.domain.errors import Text
from zi_desktop.domain.evaluation import Evaluation, Finding
from zi_desktop.domain.lke import DECISION, Decline, Lke, Portion, Question, QuestionKind, Share
from zi_desktop.domain.scoring import needs_decision, value_of

BLANK = "–"


class Match(StrEnum):
    """How closely an older question speaks to a newer one."""

    EXACT = "exact"  # the same matter on the same scale, every option meaning the same
    PARTIAL = "partial"  # the same matter with other options, or a question split or joined
    NONE = "none"

    @property
    def label(self) -> Text:
        return _MATCH_LABELS[self]


_MATCH_LABELS = {
    Match.EXACT: Text("Soal yang sama", "The same question"),
    Match.PARTIAL: Text("Soal yang mirip, pilihannya berubah", "A similar question, its options changed"),
    Match.NONE: Text("Tidak ada soal padanannya", "No question corresponds"),
}


@dataclass(frozen=True)
class Link:
    """What the older edition has for the newer question ``new``. ``choices`` leads from labels of ``old[0]``
    to the labels of ``new`` that mean the same; an exact link between choices names every label."""

    new: str
    old: tuple[str, ...]
    match: Match
    reason: Text
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Crosswalk:
    """From the edition ``source`` to the newer ``target``: one link for every question of the target, in its
    order, and the reason for every question of the source that no link names."""

    source: str
    target: str
    links: Mapping[str, Link]
    without_successor: Mapping[str, Text]

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """The newer questions of each older one, by its code; () for one without successor."""
        found: dict[str, tuple[str, ...]] = dict.fromkeys(self.without_successor, ())
        for link in self.links.values():
            for code in link.old:
                found[code] = (*found.get(code, ()), link.new)
        return found


@dataclass(frozen=True)
class Earlier:
    """What an earlier evaluation says on one question of this year's form.

    ``label`` is its answer as shown (``B``, ``3,72``, ``3 ÷ 4``; empty when not answered; several questions:
    ``A.1: B; A.2: C``), ``value`` its 0…1 on the older scale (None when not answered, or several questions).
    ``same_scale_label`` is that answer in this year's terms, empty unless it may be compared with them.
    """

    codes: tuple[str, ...]
    label: str
    value: Fraction | None
    same_scale_label: str
    note: str
    evidence: tuple[str, ...]
    findings: tuple[Finding, ...]
    match: Match
    reason: Text

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to show but the reason."""
        return not (self.label or self.note or self.evidence or self.findings)


def earlier_answers(
    target_lke: Lke, previous: Evaluation, previous_lke: Lke, crosswalk: Crosswalk | None
) -> Mapping[str, Earlier]:
    """By code of this year's question what ``previous`` says on it: one entry for every question, those
    without an older one included (`Match.NONE` with the reason).

    The same edition needs no crosswalk. Another edition without one gives an empty mapping. Raises ValueError
    when the evaluation, its form and the crosswalk do not belong together.
    """
    if previous.edition != previous_lke.id:
        raise ValueError(f"{previous.edition} evaluation with the form {previous_lke.id}")
    if previous_lke.id == target_lke.id:
        return _Earlier(target_lke, previous, previous_lke, _identity)
    if crosswalk is None:
        return {}
    _check_belongs(crosswalk, previous_lke, target_lke)
    links = crosswalk.links
    return _Earlier(target_lke, previous, previous_lke, lambda question: links[question.code])


class _Earlier(Mapping[str, Earlier]):
    """Made one by one when they are looked at: a window shows one question at a time."""

    def __init__(
        self, target: Lke, previous: Evaluation, previous_lke: Lke, link_of: Callable[[Question], Link]
    ) -> None:
        self._target = target
        self._previous = previous
        self._previous_lke = previous_lke
        self._link_of = link_of
        self._made: dict[str, Earlier] = {}

    def __getitem__(self, code: str) -> Earlier:
        made = self._made.get(code)
        if made is None:
            question = self._target.question_by_code[code]
            made = _earlier(self._link_of(question), question, self._previous, self._previous_lke)
            self._made[code] = made
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._target.question_by_code)

    def __len__(self) -> int:
        return len(self._target.question_by_code)


def without_place(
    previous: Evaluation, previous_lke: Lke, crosswalk: Crosswalk | None
) -> Mapping[str, Earlier]:
    """By code of the older question what ``previous`` says where this year's form has no question for it."""
    if crosswalk is None or previous_lke.id != crosswalk.source:
        return {}
    return {
        code: _earlier(Link(code, (code,), Match.NONE, reason), None, previous, previous_lke)
        for code, reason in crosswalk.without_successor.items()
    }


def _check_belongs(crosswalk: Crosswalk, previous_lke: Lke, target_lke: Lke) -> None:
    if (crosswalk.source, crosswalk.target) != (previous_lke.id, target_lke.id):
        raise ValueError(
            f"crosswalk {crosswalk.source} to {crosswalk.target}, forms {previous_lke.id} and {target_lke.id}"
        )


_SAME_EDITION = Text("Edisi LKE yang sama.", "The same edition of the form.")


def _identity(question: Question) -> Link:
    labels = {c.label: c.label for c in question.choices}
    return Link(question.code, (question.code,), Match.EXACT, _SAME_EDITION, labels)


def _earlier(link: Link, target: Question | None, previous: Evaluation, previous_lke: Lke) -> Earlier:
    questions = [previous_lke.question_by_code[code] for code in link.old]
    values = [value_of(question, previous.cells) for question in questions]
    labels = {q.code: answer_label(q, previous.cells) for q in questions}
    return Earlier(
        codes=link.old,
        label=_joined(link.old, labels.__getitem__, "; "),
        value=values[0] if len(values) == 1 else None,
        same_scale_label=_comparable(link, target, labels, values),
        note=_joined(link.old, lambda code: previous.notes.get(code, ""), "\n"),
        evidence=_unique(e.text for code in link.old for e in previous.evidence.get(code, ())),
        findings=tuple(f for code in link.old for f in previous.findings.get(code, ())),
        match=link.match,
        reason=link.reason,
    )


def _comparable(
    link: Link, target: Question | None, labels: Mapping[str, str], values: list[Fraction | None]
) -> str:
    """The older answer in the terms of ``target``; empty when it is not known to mean the same."""
    if target is None or not values or values[0] is None:
        return ""
    first = labels[link.old[0]]
    if target.kind is QuestionKind.CHOICE:
        return link.choices.get(first, "")
    return first if link.match is Match.EXACT else ""


def _joined(codes: tuple[str, ...], text_of: Callable[[str], str], separator: str) -> str:
    """One text as it is; several each after its code, empty ones left out."""
    if len(codes) == 1:
        return text_of(codes[0])
    return separator.join(f"{code}: {text}" for code in codes if (text := text_of(code)))


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def answer_label(question: Question, cells: Cells) -> str:
    """An answer in one short line: ``B``, ``3,72``, ``70 %``, ``3 ÷ 4``, ``(5 − 2) ÷ 5``. A blank count is
    shown as ``–``, the decision on a zero denominator in brackets; empty when all is blank."""
    if question.kind is not QuestionKind.RATIO:
        answer = cells.get(question.code)
        return "" if answer is None else plain(answer, comma=True)
    if not any(f"{question.code}.{count.id}" in cells for count in question.counts):
        return ""
    text = _ratio_label(question, cells)
    decision = cells.get(f"{question.code}.{DECISION}")
    return f"{text} ({decision})" if decision and needs_decision(question, cells) else text


def _ratio_label(question: Question, cells: Cells) -> str:
    def number(*ids: str) -> str:
        counts = [cells.get(f"{question.code}.{i}") for i in ids]
        known = [Decimal(c) for c in counts if c is not None]
        return plain(sum(known, Decimal(0)), comma=True) if len(known) == len(ids) else BLANK

    formula = question.formula
    if isinstance(formula, Share):
        return f"{number(*formula.done)} ÷ {number(*formula.base)}"
    if isinstance(formula, Decline):
        before = number(formula.before)
        return f"({before} − {number(formula.now)}) ÷ {before}"
    assert isinstance(formula, Portion)
    return f"{number(formula.value)} %"
