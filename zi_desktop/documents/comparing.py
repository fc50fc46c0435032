"""The printed report against the report itself, value by value, by value and not by spelling."""

from __future__ import annotations

from fractions import Fraction

from zi_desktop.documents.format import parse_number
from zi_desktop.documents.model import Difference, PdfReadBack
from zi_desktop.domain.cells import plain
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import TOTAL


def compare(report: Report, read: PdfReadBack) -> tuple[Difference, ...]:
    """See `zi_desktop.documents.differences`."""
    stored = {c: plain(v) for c, v in report.evaluation.cells.items() if c in report.lke.cells}
    found = [
        Difference(code, read.cells.get(code, ""), stored.get(code, ""))
        for code in dict.fromkeys((*stored, *read.cells))
        if read.cells.get(code) != stored.get(code)
    ]
    points = report.score.questions
    found += [
        Difference(code, read.points.get(code, ""), plain_points(points.get(code)))
        for code in dict.fromkeys((*points, *read.points))
        if not _is_rounding_of(read.points.get(code, ""), points.get(code))
    ]
    if not _is_rounding_of(read.total, report.score.total):
        found.append(Difference(TOTAL, read.total, plain_points(report.score.total)))
    return tuple(found)


def plain_points(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):.10g}"


def _is_rounding_of(printed: str, value: Fraction | None) -> bool:
    """``printed`` is ``value`` rounded to the decimals it shows, of which there are at least two."""
    number = parse_number(printed)
    decimals = len(printed.partition(",")[2])
    return (
        number is not None
        and value is not None
        and decimals >= 2
        and abs(Fraction(number) - value) <= Fraction(1, 2 * 10**decimals)
    )
