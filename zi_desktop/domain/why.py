"""Why this score? Any figure as the arithmetic that gives it, step by step, with its place in the regulation.

Every formula is exact and can be computed again from what is printed: a figure that has no short decimal form
is written as a fraction (``1/6``); what follows ``≈`` is rounded to two places for the eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.domain.errors import NO_TEXT, Text
from zi_desktop.domain.lke import Lke, Question, Section
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import TOTAL, question_weight
from zi_desktop.domain.why_values import Line, equation, plus, shown, times, value_lines

_SEPARATOR = "/"


@dataclass(frozen=True)
class Why:
    """``lines``: the way to ``value`` (points), the last of them gives it. ``parts``: the codes it is made
    of, each of which can be asked about in turn. ``source``: regulation, table, row."""

    code: str
    title: Text
    value: Fraction
    lines: tuple[Line, ...]
    source: Text
    parts: tuple[str, ...] = ()


def gate_code(predikat: str, gate: str) -> str:
    """The code by which a gate is asked about."""
    return f"{predikat}{_SEPARATOR}{gate}"


def explain(report: Report, code: str) -> Why:
    """Of ``total``, a section, a question or a gate (`gate_code`). Raises KeyError for any other code."""
    lke = report.lke
    if code == TOTAL:
        return _total(report)
    if code in lke.section_by_code:
        return _section(report, lke.section_by_code[code])
    if code in lke.question_by_code:
        return _question(report, lke.question_by_code[code])
    return _gate(report, code)


def _total(report: Report) -> Why:
    parts = tuple(s.code for s in report.lke.sections)
    line = _sum(report, parts)
    return Why(
        TOTAL, Text("Nilai total", "Total score"), line.value, (line,), _source(report.lke, None), parts
    )


def _sum(report: Report, codes: tuple[str, ...]) -> Line:
    points = [report.score.points(c) for c in codes]
    value = sum(points, Fraction(0))
    words = Text("Jumlah dari " + ", ".join(codes), "Sum of " + ", ".join(codes))
    return Line(words, equation(plus(points), value), value)


def _section(report: Report, section: Section) -> Why:
    codes = (*(s.code for s in section.sections), *(q.code for q in section.questions))
    lines = [_mean(report, section) if section.mean else _sum(report, codes)]
    blank = [q.code for q in section.questions if q.code not in report.score.values]
    if blank:
        names = ", ".join(blank)
        words = Text(f"Belum dijawab, dihitung 0: {names}", f"Not answered, counted as 0: {names}")
        lines.insert(0, Line(words, NO_TEXT, Fraction(0)))
    title = Text(section.label, section.label)
    source = _source(report.lke, section.lampiran_row)
    return Why(section.code, title, lines[-1].value, tuple(lines), source, codes)


def _mean(report: Report, section: Section) -> Line:
    values = [report.score.values.get(q.code, Fraction(0)) for q in section.questions]
    n = len(values)
    value = sum(values, Fraction(0)) / n * section.weight
    left = f"({plus(values)}) ÷ {n} × {shown(section.weight)}"
    words = Text(
        f"Rata-rata {n} soal × bobot {shown(section.weight)}".replace(".", ","),
        f"Mean of {n} questions × weight {shown(section.weight)}",
    )
    return Line(words, equation(left, value), value)


def _question(report: Report, question: Question) -> Why:
    section = report.lke.section_of[question.code]
    lines = value_lines(question, report.evaluation.cells)
    value = lines[-1].value
    points = value * question_weight(section, question)
    if question.weight is not None:
        weight, words = question.weight, Text("Nilai × bobot", "Value × weight")
        left = times(value, weight)
    else:
        n, weight = len(section.questions), section.weight
        left = f"{times(value, weight)} ÷ {n}"
        words = Text("Nilai × bobot sub-area ÷ jumlah soal", "Value × weight of the sub-area ÷ questions")
    lines = (*lines, Line(words, equation(left, points), points))
    source = _source(report.lke, question.lampiran_row)
    return Why(question.code, Text(question.text, question.text), points, lines, source)


def _gate(report: Report, code: str) -> Why:
    predikat, _, gate_id = code.partition(_SEPARATOR)
    found = {(r.rule.id, g.gate.id): g for r in report.predikat for g in r.gates}[predikat, gate_id]
    gate = found.gate
    lines = [_sum(report, gate.codes)]
    if found.met:
        words = Text("Memenuhi; kelebihan dari ambang", "Met; above the minimum by")
        left = f"{shown(found.have)} − {shown(gate.need)}"
    else:
        words = Text("Belum memenuhi; kekurangan dari ambang", "Not met; short of the minimum by")
        left = f"{shown(gate.need)} − {shown(found.have)}"
    rest = abs(found.have - gate.need)
    if not (found.met and found.have < gate.need):  # within the tolerance there is nothing to subtract
        lines.insert(0, Line(words, equation(left, rest), rest))
    source = Text(gate.source, gate.source)
    if not gate.verified:
        source = Text(f"{gate.source} (belum terverifikasi)", f"{gate.source} (not verified)")
    title = Text(f"{predikat}: {gate.label.id}", f"{predikat}: {gate.label.en}")
    return Why(code, title, found.have, tuple(lines), source, gate.codes)


def _source(lke: Lke, row: int | None) -> Text:
    """The regulation, and the row of its worksheet where the edition knows it."""
    basis = lke.basis.split(";")[0]
    return Text(basis, basis) if row is None else Text(f"{basis}, baris {row}", f"{basis}, row {row}")
