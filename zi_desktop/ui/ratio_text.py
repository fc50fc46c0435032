"""A percentage or index in words, live while it is typed: ``3 ÷ 4 = 75 %``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.lke import Decline, Portion, Question, QuestionKind, Share
from zi_desktop.domain.scoring import counts_of, value_of
from zi_desktop.ui.language import percent, shortest


def ratio_text(question: Question, cells: Cells) -> tuple[str, str]:
    """(arithmetic, what bounds it in words); the arithmetic is empty while a number is missing."""
    formula = question.formula
    if isinstance(formula, Portion):
        return _portion(question, formula, cells)
    counts = counts_of(question, cells)
    if isinstance(formula, Decline):
        text = "" if counts is None else _decline(formula, counts)
        bound = QCoreApplication.translate(
            "Ratio", "Penurunan dibanding tahun lalu; tidak pernah di bawah 0 %."
        )
        return text, bound
    assert isinstance(formula, Share)
    bound = QCoreApplication.translate("Ratio", "Paling tinggi 100 %.")
    if counts is None:
        return "", bound
    done, base = _total(formula.done, counts), _total(formula.base, counts)
    if done > base > 0:
        bound = QCoreApplication.translate("Ratio", "Lebih dari yang ada: dihitung 100 %. Periksa angkanya.")
    return _division(_sum(formula.done, counts), _sum(formula.base, counts), done, base), bound


def _portion(question: Question, formula: Portion, cells: Cells) -> tuple[str, str]:
    full = shortest(formula.full)
    bound = QCoreApplication.translate("Ratio", "Dari 0 sampai {full}.").format(full=full)
    value = value_of(question, cells)
    if value is None:
        return "", bound
    code = question.code if question.kind is QuestionKind.INDEX else f"{question.code}.{formula.value}"
    return f"{shortest(Fraction(cells[code]))} ÷ {full} = {percent(value)}", bound


def _decline(formula: Decline, counts: Mapping[str, Fraction]) -> str:
    before, now = counts[formula.before], counts[formula.now]
    if before == 0 and now == 0:
        return QCoreApplication.translate("Ratio", "0 dan 0: nilai penuh, 100 %")
    part = f"({shortest(before)} − {shortest(now)})"
    return _division(part, shortest(before), max(Fraction(0), before - now), before)


def _division(above: str, below: str, done: Fraction, base: Fraction) -> str:
    if base == 0:
        return f"{above} ÷ {below}"
    return f"{above} ÷ {below} = {percent(min(Fraction(1), done / base))}"


def _total(ids: tuple[str, ...], counts: Mapping[str, Fraction]) -> Fraction:
    return sum((counts[i] for i in ids), Fraction(0))


def _sum(ids: tuple[str, ...], counts: Mapping[str, Fraction]) -> str:
    parts = " + ".join(shortest(counts[i]) for i in ids)
    return f"({parts})" if len(ids) > 1 else parts
