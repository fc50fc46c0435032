"""An answer in the words and figures of the annex."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from zi_desktop.documents.format import MINUS, exact, percent, shortest
from zi_desktop.documents.geometry import NOT_ANSWERED
from zi_desktop.domain.cells import Cells
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import DECISION, Cell, CellKind, Decline, Portion, Question, QuestionKind, Share
from zi_desktop.domain.scoring import counts_of, value_of

STAGE_SHORT: Mapping[Stage, str] = {Stage.MANDIRI: "Mandiri", Stage.TPI: "TPI", Stage.TPN: "TPN"}


def shown_cell(cell: Cell, cells: Cells) -> str:
    """What is printed for one cell, empty when it is blank."""
    value = cells.get(cell.code)
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return exact(value) + (" %" if cell.kind is CellKind.PERCENT else "")
    return value


def shown_answer(question: Question, cells: Cells) -> str:
    """The choice, the index or the ratio; what is missing is said."""
    value = value_of(question, cells)
    if value is None:
        return NOT_ANSWERED
    answer = cells.get(question.code)
    if question.kind is QuestionKind.RATIO or answer is None:
        return percent(value)
    return exact(answer) if isinstance(answer, Decimal) else answer


def requirement(question: Question, cells: Cells) -> str:
    """What the chosen option requires; empty where there is nothing to choose or nothing was chosen."""
    label = cells.get(question.code)
    return question.choice(str(label)).requirement if question.choices and label is not None else ""


def in_words(question: Question, cells: Cells) -> str:
    """Another stage's answer on one line: ``B: sebagian (nilai 0,50)``, ``Jumlah agen 4; …: 75 %``."""
    value = value_of(question, cells)
    if question.kind is QuestionKind.RATIO:
        parts = [
            f"{count.label} {exact(number)}"
            for count in question.counts
            if isinstance(number := cells.get(f"{question.code}.{count.id}"), Decimal)
        ]
        return "; ".join((*parts, shown_answer(question, cells)))
    if value is None:
        return NOT_ANSWERED
    meaning = requirement(question, cells)
    answer = shown_answer(question, cells) + (f": {meaning}" if meaning else "")
    return f"{answer} (nilai {shortest(value, 2, 4)})"


def calculation(question: Question, cells: Cells) -> str:
    """How the ratio comes about, ``3 ÷ 4 = 75 %``; empty while a number is missing."""
    if question.kind is QuestionKind.INDEX:
        return _of_index(question, cells)
    counts = counts_of(question, cells) if question.kind is QuestionKind.RATIO else None
    return "" if counts is None else _of_counts(question, counts, cells)


def _of_counts(question: Question, counts: Mapping[str, Fraction], cells: Cells) -> str:
    formula = question.formula
    decision = str(cells.get(f"{question.code}.{DECISION}", ""))
    if isinstance(formula, Portion):
        return _quotient(
            _plain(counts[formula.value]), _plain(formula.full), counts[formula.value], formula.full
        )
    if isinstance(formula, Decline):
        return _of_decline(formula, counts, decision)
    assert isinstance(formula, Share)
    done = sum((counts[i] for i in formula.done), Fraction(0))
    base = sum((counts[i] for i in formula.base), Fraction(0))
    if base == 0:
        return _undefined(_plain(done), decision)
    return _quotient(_added(formula.done, counts), _added(formula.base, counts), done, base)


def _of_index(question: Question, cells: Cells) -> str:
    number, formula = cells.get(question.code), question.formula
    if not isinstance(number, Decimal) or not isinstance(formula, Portion):
        return ""
    return _quotient(exact(number), _plain(formula.full), Fraction(number), formula.full)


def _of_decline(formula: Decline, counts: Mapping[str, Fraction], decision: str) -> str:
    before, now = counts[formula.before], counts[formula.now]
    if before == 0 and now == 0:
        return f"tidak ada pada kedua tahun = {percent(Fraction(1))}"
    top = f"({_plain(before)} {MINUS} {_plain(now)})"
    if before == 0:
        return _undefined(top, decision)
    return _quotient(top, _plain(before), before - now, before)


def _undefined(top: str, decision: str) -> str:
    settled = {"penuh": "diputuskan bernilai penuh", "nol": "diputuskan bernilai nol"}
    return f"{top} ÷ 0: penyebut nol, {settled.get(decision, 'belum diputuskan')}"


def _quotient(top: str, bottom: str, done: Fraction, base: Fraction) -> str:
    ratio = done / base
    text = f"{top} ÷ {bottom} = {percent(ratio)}"
    if ratio > 1:
        text += f", dihitung {percent(Fraction(1))}"
    if ratio < 0:
        text += f", dihitung {percent(Fraction(0))}"
    return text


def _added(ids: tuple[str, ...], counts: Mapping[str, Fraction]) -> str:
    text = " + ".join(_plain(counts[i]) for i in ids)
    return f"({text})" if len(ids) > 1 else text


def _plain(value: Fraction) -> str:
    return shortest(value, most=6)
