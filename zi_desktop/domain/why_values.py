"""How a question's value 0…1 comes from its answer, in lines of arithmetic (see `why`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.errors import NO_TEXT, Text
from zi_desktop.domain.lke import DECISION, DECISION_VALUES, Decline, Portion, Question, QuestionKind, Share
from zi_desktop.domain.scoring import counts_of

_PLACES = 6  # decimals that are still easier to read than a fraction


@dataclass(frozen=True)
class Line:
    """Words, and a formula (``3 ÷ 4 = 0,75``; may be empty) whose left side is exactly ``value``."""

    words: Text
    formula: Text
    value: Fraction


def shown(value: Fraction) -> str:
    """Exact: ``0.5``, ``12``, or ``1/6`` where a short decimal would not be exact. With a point."""
    scaled = value * 10**_PLACES
    if scaled.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    text = f"{Decimal(scaled.numerator).scaleb(-_PLACES):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plus(values: Sequence[Fraction]) -> str:
    return " + ".join(shown(v) for v in values)


def times(value: Fraction, weight: Fraction) -> str:
    return f"{shown(value)} × {shown(weight)}"


def equation(left: str, value: Fraction) -> Text:
    """``left = value``, and two decimals behind ``≈`` where the value is a fraction."""
    right = shown(value)
    text = left if left == right else f"{left} = {right}"
    if "/" in right:
        cents = int(abs(value) * 100 + Fraction(1, 2))
        text += f" ≈ {'-' if value < 0 else ''}{cents // 100}.{cents % 100:02d}"
    return Text(text.replace(".", ","), text)


def value_lines(question: Question, cells: Cells) -> tuple[Line, ...]:
    """The last line's value is what the question counts, 0 while it is not answered."""
    if question.kind is QuestionKind.RATIO:
        return _ratio_lines(question, cells)
    answer = cells.get(question.code)
    if answer is None:
        return (_unanswered(),)
    if isinstance(question.formula, Portion):
        return _portion(Fraction(Decimal(answer)), question.formula.full)
    value = question.choice(str(answer)).value
    return (_line(f"Pilihan {answer} bernilai", f"Option {answer} counts", shown(value), value),)


def _ratio_lines(question: Question, cells: Cells) -> tuple[Line, ...]:
    formula, counts = question.formula, counts_of(question, cells)
    if counts is None:
        return (_incomplete(question, cells),)
    if isinstance(formula, Portion):
        return _portion(counts[formula.value], formula.full)
    decision = cells.get(f"{question.code}.{DECISION}")
    if isinstance(formula, Decline):
        return _decline(counts[formula.before], counts[formula.now], decision)
    assert isinstance(formula, Share)
    return _share(formula, counts, decision)


def _line(id_words: str, en_words: str, left: str, value: Fraction) -> Line:
    return Line(Text(id_words, en_words), equation(left, value), value)


def _unanswered() -> Line:
    return Line(Text("Belum dijawab: dihitung 0", "Not answered: counted as 0"), NO_TEXT, Fraction(0))


def _incomplete(question: Question, cells: Cells) -> Line:
    blank = [c.id for c in question.counts if f"{question.code}.{c.id}" not in cells]
    names = ", ".join(blank)
    words = Text(
        f"Isian belum lengkap ({names}): dihitung 0", f"Counts still missing ({names}): counted as 0"
    )
    return Line(words, NO_TEXT, Fraction(0))


def _portion(have: Fraction, full: Fraction) -> tuple[Line, ...]:
    value = have / full
    line = _line("Isian ÷ nilai penuh", "Entry ÷ full mark", f"{shown(have)} ÷ {shown(full)}", value)
    return _capped(line)


def _share(formula: Share, counts: Mapping[str, Fraction], decision: object) -> tuple[Line, ...]:
    done, base = ([counts[i] for i in ids] for ids in (formula.done, formula.base))
    left = f"{_group(done)} ÷ {_group(base)}"
    total = sum(base, Fraction(0))
    if total == 0:
        return _decided(left, decision)
    names = f"{' + '.join(formula.done)} ÷ {' + '.join(formula.base)}"
    return _capped(_line(names, names, left, sum(done, Fraction(0)) / total))


def _decline(before: Fraction, now: Fraction, decision: object) -> tuple[Line, ...]:
    left = f"({shown(before)} − {shown(now)}) ÷ {shown(before)}"
    if before == 0:
        if now == 0:
            return (
                _line("Tahun lalu 0 dan tahun ini 0: penuh", "0 last year and 0 now: full", "1", Fraction(1)),
            )
        return _decided(left, decision)
    value = (before - now) / before
    line = _line("(tahun lalu − tahun ini) ÷ tahun lalu", "(last year − this year) ÷ last year", left, value)
    if value >= 0:
        return (line,)
    floor = _line("Tidak pernah di bawah 0", "Never below 0", f"max(0; {shown(value)})", Fraction(0))
    return (line, floor)


def _capped(line: Line) -> tuple[Line, ...]:
    if line.value <= 1:
        return (line,)
    return (line, _line("Paling tinggi 1", "Never above 1", f"min(1; {shown(line.value)})", Fraction(1)))


def _decided(left: str, decision: object) -> tuple[Line, ...]:
    """A zero denominator: the regulation is silent, so the evaluator's recorded decision counts."""
    said = left.replace(".", ",")
    told = Text(
        f"Pembagi 0 ({said}): tidak diatur dalam peraturan", f"Zero denominator ({left}): not regulated"
    )
    why = Line(told, NO_TEXT, Fraction(0))
    if decision is None:
        words = Text("Belum diputuskan: dihitung 0", "Not decided yet: counted as 0")
        return (why, Line(words, NO_TEXT, Fraction(0)))
    value = DECISION_VALUES[str(decision)]
    return (
        why,
        _line(f"Keputusan penilai: {decision}", f"The evaluator's decision: {decision}", shown(value), value),
    )


def _group(values: Sequence[Fraction]) -> str:
    return f"({plus(values)})" if len(values) > 1 else plus(values)
