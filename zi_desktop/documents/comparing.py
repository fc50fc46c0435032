"""The printed report against the report itself, value by value, by value and not by spelling."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from zi_desktop.documents import geometry as g
from zi_desktop.documents.comparing_letter import expected_letter
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.format import parse_long_date, parse_number
from zi_desktop.documents.marks import squeezed
from zi_desktop.documents.model import Difference, PdfReadBack
from zi_desktop.documents.printable import Printable
from zi_desktop.documents.style import register_fonts
from zi_desktop.documents.summary import MADE
from zi_desktop.documents.wording import template
from zi_desktop.domain.cells import plain
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import TOTAL

_NEWER = ("c.", "s.", "p.", "m.", "v.")
"""What the cover, the letter, standing passages, the team and the version are marked with, from the third
format of reports on."""


def compare(report: Report, read: PdfReadBack, older: bool) -> tuple[Difference, ...]:
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
    return tuple(found) if older and not read.texts else (*found, *_of_texts(report, read, older))


def _of_texts(report: Report, read: PdfReadBack, older: bool) -> Iterator[Difference]:
    made_on = parse_long_date(read.texts.get(MADE, ""))
    draft = Draft(report, made_on or dt.date.min, Printable(register_fonts()))
    figures, words = _figures(draft), _findings(draft)
    if not older or any(name[:2] in _NEWER for name in read.texts):
        words |= expected_letter(draft, read.total)
    standing = _standing(report) if older else frozenset[str]()
    for name in dict.fromkeys((*figures, *words, *read.texts)):
        if _passage_of(name) in standing:
            continue
        printed = read.texts.get(name, "")
        if name in figures:
            if not _is_rounding_of(printed, figures[name]):
                yield Difference(name, printed, plain_points(figures[name]))
        elif printed != words.get(name, ""):
            yield Difference(name, printed, words.get(name, ""))


def _standing(report: Report) -> frozenset[str]:
    """What an earlier program may have worded otherwise: passages without a wording of the agency's own, and
    what the form is called."""
    own = report.letter.wording.keys()
    return frozenset(template().keys() - own) | {"s.about", "c.form", "c.basis"}


def _passage_of(name: str) -> str:
    """``tujuan`` of ``p.tujuan.0``; other names as they are."""
    kind, _, rest = name.partition(".")
    return rest.rpartition(".")[0] if kind == "p" else name


def _figures(draft: Draft) -> dict[str, Fraction]:
    """Weights and points of the result table: ``w.CODE``, ``r.CODE.STAGE``."""
    lke = draft.report.lke
    weights = {section.code: section.weight for section in lke.all_sections}
    weights |= {q.code: q.weight for q in lke.questions if q.weight is not None}
    weights[TOTAL] = Fraction(100)
    found = {f"w.{code}": weight for code, weight in weights.items()}
    for column in draft.columns:
        found |= {f"r.{code}.{column.stage.value}": column.score.points(code) for code in weights}
    return found


def _findings(draft: Draft) -> dict[str, str]:
    """Findings and what is advised: ``t.CODE.NUMBER``, ``k.CODE.NUMBER``, each after its label."""
    found: dict[str, str] = {}
    for code, items in draft.report.evaluation.findings.items():
        if code not in draft.report.lke.question_by_code:
            continue  # told as a stray
        for index, finding in enumerate(items):
            texts = [("t", g.FINDING_LABEL, finding.note)]
            if finding.recommendation.strip():
                texts.append(("k", g.ADVICE_LABEL, finding.recommendation))
            for kind, label, text in texts:
                clean = draft.printable.clean(text, code).strip() or "–"
                found[f"{kind}.{code}.{index}"] = squeezed(label + clean)
    return found


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
