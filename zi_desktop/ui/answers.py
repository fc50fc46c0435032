"""What an answer looks like on the screen, mine and the others', read from one report."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from zi_desktop.domain.cells import Cells, plain
from zi_desktop.domain.crosswalk import Earlier
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.lke import Question, QuestionKind
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import value_of
from zi_desktop.ui.language import from_comma, localise, percent


@dataclass(frozen=True)
class Other:
    """Somebody else's evaluation of the same unit. ``ink``: the palette's colour for them."""

    tag: str
    ink: str
    evaluation: Evaluation


def stage_tag(stage: Stage) -> str:
    """As short as a tag on an option has to be."""
    if stage is Stage.MANDIRI:
        return QCoreApplication.translate("Answers", "Unit")
    return stage.value.upper()


def mine_tag() -> str:
    return QCoreApplication.translate("Answers", "Saya")


@dataclass(frozen=True)
class Given:
    """Somebody else's answer to one question, in this year's terms."""

    tag: str
    ink: str
    label: str


def others(report: Report) -> tuple[Other, ...]:
    """This year's other stages; only those on the same form, whose codes mean the same."""
    return tuple(
        Other(stage_tag(e.stage), "unit", e)
        for e in sorted(report.siblings, key=lambda e: e.stage)
        if e.edition == report.evaluation.edition
    )


def last_year(report: Report) -> Other | None:
    """Last year's evaluation where its cells are this year's, too."""
    last = report.previous
    if last is None or last.edition != report.evaluation.edition:
        return None
    return Other(str(last.year), "last", last)


def given_answers(report: Report, question: Question) -> tuple[Given, ...]:
    """What the other stages answered, and last year where its answer means the same on this year's scale."""
    found = [Given(o.tag, o.ink, shown_answer(question, o.evaluation.cells)) for o in others(report)]
    earlier = report.earlier.get(question.code)
    if earlier is not None and report.previous is not None:
        found.append(Given(str(report.previous.year), "last", _in_terms_of_today(question, earlier)))
    return tuple(given for given in found if given.label)


def _in_terms_of_today(question: Question, earlier: Earlier) -> str:
    if earlier.same_scale_label and question.kind is QuestionKind.RATIO and earlier.value is not None:
        return percent(earlier.value)
    return from_comma(earlier.same_scale_label)


def shown_answer(question: Question, cells: Cells) -> str:
    """``B``, ``Ya``, ``75 %``, ``3,72``; empty while the question is not answered."""
    return worded(question, cells, value_of(question, cells))


def worded(question: Question, cells: Cells, value: Fraction | None) -> str:
    """`shown_answer` when the question's value 0…1 is known already."""
    if value is None:
        return ""
    if question.kind is QuestionKind.CHOICE:
        return str(cells[question.code])
    if question.kind is QuestionKind.INDEX:
        return shown_cell(cells[question.code])
    return percent(value)


def shown_cell(value: str | Decimal | None) -> str:
    """One cell as the person would type it; empty when nothing is there."""
    return "" if value is None else localise(plain(value))


def differs_from_unit(report: Report, question: Question) -> bool:
    """True when the unit and this evaluation have both answered, and not the same."""
    unit = report.at_stage(Stage.MANDIRI)
    mine = report.evaluation
    if unit is None or unit is mine or unit.edition != mine.edition:
        return False
    pairs = [(unit.cells.get(c.code), mine.cells.get(c.code)) for c in report.lke.cells_of[question.code]]
    both = any(a is not None for a, _ in pairs) and any(b is not None for _, b in pairs)
    return both and any(a != b for a, b in pairs)
