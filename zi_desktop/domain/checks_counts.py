"""Contradictions in the numbers of count questions: told of a file as well as of an evaluation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.errors import Issue, Severity, Text
from zi_desktop.domain.lke import DECISION, Decline, Question, Share
from zi_desktop.domain.scoring import counts_of, needs_decision, value_of

Check = Callable[[Question, Cells], Iterator[Issue]]
_KEPT = 1000
"""How many different entries are remembered, over all questions; an answer changes one of them."""
_known: dict[tuple[Check, int, tuple[object, ...]], tuple[Question, tuple[Issue, ...]]] = {}


def remembered(check: Check, question: Question, cells: Cells) -> tuple[Issue, ...]:
    """What ``check`` says of the question, worked out once for what stands in its cells."""
    codes = [f"{question.code}.{name}" for name in (*(c.id for c in question.counts), DECISION)]
    codes += [c.same_as for c in question.counts if c.same_as]
    key = (check, id(question), tuple([cells.get(code) for code in codes]))
    found = _known.get(key)
    if found is None or found[0] is not question:
        if len(_known) >= _KEPT:
            _known.clear()
        found = _known[key] = (question, tuple(check(question, cells)))
    return found[1]


def check_counts(question: Question, cells: Cells) -> Iterator[Issue]:
    """Zero denominators nobody decided on, counts that are missing, more done than there is, and two places
    for one number that hold two. ``where`` and ``question`` are codes."""
    yield from _zero_denominator(question, cells)
    yield from _incomplete_counts(question, cells)
    yield from _more_done_than_there_is(question, cells)
    yield from _counts_that_should_agree(question, cells)


def check_parts(question: Question, cells: Cells) -> Iterator[Issue]:
    """The counts a formula does not use are parts of those it uses: complaints in progress and finished are
    among those received, violations sanctioned among those there were."""
    counts, formula = counts_of(question, cells), question.formula
    if counts is None or not isinstance(formula, Share | Decline):
        return
    used = (*formula.done, *formula.base) if isinstance(formula, Share) else (formula.before, formula.now)
    whole = formula.base if isinstance(formula, Share) else used
    parts = [c.id for c in question.counts if c.id not in used]
    if parts and isinstance(formula, Share):
        parts += formula.done
    have, most = sum(counts[i] for i in parts), sum(counts[i] for i in whole)
    done_alone = isinstance(formula, Share) and sum(counts[i] for i in formula.done) > most
    if have > most and not done_alone:  # which is told by itself
        labels = {c.id: c.label for c in question.counts}
        names, of = (" + ".join(labels[i] for i in ids) for ids in (parts, whole))
        yield Issue(
            "count-implausible",
            Severity.WARNING,
            Text(
                f"{question.code}: {names} ({have}) melebihi {of} ({most})",
                f"{question.code}: {names} ({have}) exceeds {of} ({most})",
            ),
            where=question.code,
            remedy=Text("Periksa angka-angkanya.", "Check the numbers."),
            question=question.code,
        )


def _zero_denominator(question: Question, cells: Cells) -> Iterator[Issue]:
    if needs_decision(question, cells) and value_of(question, cells) is None:
        yield Issue(
            "zero-denominator",
            Severity.ERROR,
            Text(
                f"{question.code}: penyebutnya nol dan tidak diatur; soal dianggap belum dijawab",
                f"{question.code}: the denominator is zero, which the regulation does not cover; "
                "the question counts as not answered",
            ),
            where=question.code,
            remedy=Text(
                "Putuskan: bernilai penuh atau nol. Keputusan dicatat.",
                "Decide whether it counts full or zero. The decision is recorded.",
            ),
            question=question.code,
        )


def _incomplete_counts(question: Question, cells: Cells) -> Iterator[Issue]:
    filled = [c for c in question.counts if f"{question.code}.{c.id}" in cells]
    if question.counts and filled and len(filled) < len(question.counts):
        missing = ", ".join(c.label for c in question.counts if c not in filled)
        yield Issue(
            "incomplete-counts",
            Severity.ERROR,
            Text(
                f"{question.code}: isian belum lengkap ({missing}); soal dianggap belum dijawab",
                f"{question.code}: counts are missing ({missing}); the question counts as not answered",
            ),
            where=question.code,
            remedy=Text("Lengkapi semua isian.", "Fill in every count."),
            question=question.code,
        )


def _more_done_than_there_is(question: Question, cells: Cells) -> Iterator[Issue]:
    counts = counts_of(question, cells)
    formula = question.formula
    if counts is None or not isinstance(formula, Share):
        return
    done, base = sum(counts[i] for i in formula.done), sum(counts[i] for i in formula.base)
    if done > base:
        yield Issue(
            "count-implausible",
            Severity.WARNING,
            Text(
                f"{question.code}: {done} melebihi {base}; nilai dibatasi 100 %",
                f"{question.code}: {done} exceeds {base}; the value is capped at 100 %",
            ),
            where=question.code,
            remedy=Text("Periksa kedua angka.", "Check both numbers."),
            question=question.code,
        )


def _counts_that_should_agree(question: Question, cells: Cells) -> Iterator[Issue]:
    for count in question.counts:
        mine, other = cells.get(f"{question.code}.{count.id}"), cells.get(count.same_as)
        if count.same_as and mine is not None and other is not None and mine != other:
            yield Issue(
                "counts-disagree",
                Severity.WARNING,
                Text(
                    f"{question.code}: “{count.label}” {mine}, tetapi {count.same_as} {other}",
                    f"{question.code}: “{count.label}” is {mine}, but {count.same_as} is {other}",
                ),
                where=f"{question.code}.{count.id}",
                remedy=Text("Samakan, atau jelaskan di catatan.", "Make them equal, or explain in the note."),
                question=question.code,
            )
