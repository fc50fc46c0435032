"""How two evaluations and their differences are named on the screen."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from zi_desktop.domain.compare import Comparison, Kind, QuestionDifference, Side
from zi_desktop.domain.evaluation import Evaluation
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.ui.answers import stage_tag
from zi_desktop.ui.language import from_comma, number, percent

INK = {Kind.UP: "met", Kind.DOWN: "missed", Kind.ANSWER: "near", Kind.TEXT: "accent", Kind.SAME: "quiet"}
BLANK = "–"


def kind_word(kind: Kind) -> str:
    """What a row is called; its colour only repeats this."""
    return {
        Kind.UP: QCoreApplication.translate("Compare", "naik"),
        Kind.DOWN: QCoreApplication.translate("Compare", "turun"),
        Kind.ANSWER: QCoreApplication.translate("Compare", "jawaban beda"),
        Kind.TEXT: QCoreApplication.translate("Compare", "tulisan beda"),
        Kind.SAME: QCoreApplication.translate("Compare", "sama"),
    }[kind]


def texts_that_differ(difference: QuestionDifference) -> str:
    """``catatan, bukti``: what differs beside the answer."""
    parts = (
        (difference.note_differs, QCoreApplication.translate("Compare", "catatan")),
        (
            bool(difference.evidence_gone or difference.evidence_new),
            QCoreApplication.translate("Compare", "bukti"),
        ),
        (difference.findings_differ, QCoreApplication.translate("Compare", "temuan")),
    )
    return ", ".join(word for differs, word in parts if differs)


def side_names(found: Comparison) -> tuple[str, str]:
    """As short as a column's head: the stage, and the year or unit where these differ."""
    before, after = found.before.evaluation, found.after.evaluation
    same_year, same_unit = before.year == after.year, before.unit == after.unit

    def name(evaluation: Evaluation) -> str:
        parts = [stage_tag(evaluation.stage)]
        if not same_year or (before.stage is after.stage and same_unit):
            parts.append(str(evaluation.year))
        return " ".join(parts) if same_unit else f"{' '.join(parts)} · {evaluation.unit}"

    return name(before), name(after)


def answer_text(difference: QuestionDifference, side: Side) -> str:
    """The answer as the card shows it; a ratio with what it comes to."""
    if not side.answer:
        return BLANK
    answer = from_comma(side.answer)
    if difference.question.kind is QuestionKind.RATIO and side.value is not None and "%" not in answer:
        return f"{answer} = {percent(side.value)}"
    return answer


def signed(points: Fraction | None) -> str:
    """``+0,25``, ``−1,00``, ``0,00``; a dash where nothing compares."""
    if points is None:
        return BLANK
    return ("+" if points > 0 else "") + number(points)
