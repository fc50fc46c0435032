"""The evaluator's desk: the map at the left, one question in the middle, the score at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from zi_desktop.domain.lke import Question, QuestionKind
from zi_desktop.domain.report import Report
from zi_desktop.services.changes import Changes
from zi_desktop.services.signoff import blocking, waiting
from zi_desktop.ui.answers import differs_from_unit
from zi_desktop.ui.card import Card
from zi_desktop.ui.parts import column
from zi_desktop.ui.reason_bar import ReasonBar
from zi_desktop.ui.score_panel import ScorePanel
from zi_desktop.ui.session import Session
from zi_desktop.ui.tree_panel import TreePanel
from zi_desktop.ui.why_panel import WhyPanel

_NARROW = 1200
_LEAST = 760
_SCORE = 320


class Workbench(QWidget):
    """`left` asks for the worklist, `question_shown` tells the code that is on the card, `told` that a
    search found nothing."""

    left = Signal()
    question_shown = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._evaluation_id = ""
        self._leaving = False
        self.tree = TreePanel()
        self.card = Card(session)
        self.reason = ReasonBar(session)
        middle = QWidget()
        middle.setLayout(column(self.reason, self.card, gap=0))
        self.score = ScorePanel(session.work.lke)
        self.why = WhyPanel(self)
        self._narrow = self._folded = False
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        for widget in (self.tree, middle, self.score):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([280, 764, _SCORE])
        for i in range(3):
            splitter.setCollapsible(i, i != 1)
        middle.setMinimumWidth(380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.tree.question_chosen.connect(self.show_question)
        self.card.finished.connect(lambda: self.step(1))
        self.score.chosen.connect(self.show_question)
        self.score.asked.connect(self.ask_why)
        self.card.asked.connect(self.ask_why)
        self.why.chosen.connect(self.show_question)
        self.score.folded.connect(self._share_width)
        self.reason.left.connect(self.card.take_focus)
        session.report_changed.connect(self._on_report)

    @property
    def code(self) -> str:
        """The question on the card; empty before the first."""
        return self.card.question.code if self.card.question else ""

    @property
    def widths(self) -> list[int]:
        """Of tree, question and score."""
        return self._splitter.sizes()

    @widths.setter
    def widths(self, value: list[int]) -> None:
        self._splitter.setSizes(value)

    @property
    def folded(self) -> bool:
        """Whether a person has folded the score, where there is room for it."""
        return self._folded if self._narrow else self.score.is_folded

    @folded.setter
    def folded(self, value: bool) -> None:
        self._folded = value
        if not self._narrow:
            self.score.fold(value)

    def open(self, report: Report, code: str = "") -> None:
        """Show an evaluation, at ``code`` or its first open question."""
        self._evaluation_id = report.evaluation.id
        self._on_report(report)
        first = next(iter(report.score.unanswered), report.lke.questions[0].code)
        self._put(code if code in report.lke.question_by_code else first)

    def _on_report(self, report: Report) -> None:
        if report.evaluation.id != self._evaluation_id:
            return
        self.tree.set_report(report)
        self.score.show_report(report)
        self.reason.show_report(report)
        self.why.show_report(report)
        if not self._leaving and self.card.question is not None and self.code in report.lke.question_by_code:
            self.card.refresh()
            self.card.expect(self._code_beside(1))

    def ask_why(self, code: str) -> None:
        """Unfold a figure beside the window."""
        if self._session.report is not None:
            self.why.ask(self._session.report, code)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.why.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window folds the score to a strip, a wide one brings back how it was left there.
        Where the question itself would not fit (a small screen at 200 %), the tree makes room."""
        super().resizeEvent(event)
        self.tree.setVisible(self.window().width() >= _LEAST)
        narrow = self.window().width() < _NARROW
        if narrow is not self._narrow:
            self._folded = self.folded
            self._narrow = narrow
            self.score.fold(narrow or self._folded)

    def _share_width(self) -> None:
        """The question takes what the score gives up, and gives back what it needs."""
        left, middle, right = self._splitter.sizes()
        wanted = self.score.maximumWidth() if self.score.is_folded else _SCORE
        self._splitter.setSizes([left, max(1, middle + right - wanted), wanted])

    def show_question(self, code: str) -> None:
        """Go to a question, once everything typed on this one is stored; a refused value keeps us here."""
        if code == self.code:
            return
        if not self.card.commit():
            self.tree.select(self.code)
            return
        self._put(code)

    def _put(self, code: str) -> None:
        self.card.show_question(code)
        self.tree.select(code)
        self.card.take_focus()
        self.card.expect(self._code_beside(1))
        self.question_shown.emit(code)

    def answer_and_move(self, raw: str) -> None:
        question = self.card.question
        if question is None or question.kind is not QuestionKind.CHOICE:
            return
        self._leaving = True  # the card is about to show the next one: this one is not painted for it
        try:
            answered = self.card.answer(question.code, raw)
        finally:
            self._leaving = False
        if not answered:
            return
        self.step(1)
        if self.card.question is question:
            self.card.refresh()

    def step(self, by: int) -> None:
        """The next (1) or last (-1) question among those the filters let through."""
        code = self._code_beside(by)
        if code:
            self.show_question(code)

    def _code_beside(self, by: int) -> str:
        report = self._session.report
        if report is None:
            return ""
        codes = self.tree.visible_codes()
        if self.code not in codes:
            order = {q.code: q.order for q in report.lke.questions}
            codes = sorted({*codes, self.code}, key=lambda c: order.get(c, 0))
        at = codes.index(self.code) + by
        return codes[at] if 0 <= at < len(codes) else ""

    def next_issue(self, by: int = 1) -> None:
        """The next (1) or last (-1) question of which the checks still want something."""
        report = self._session.report
        if report is None:
            return
        codes = {issue.question for issue in (*blocking(report), *waiting(report))}
        self._next_where(
            lambda _, q: q.code in codes, self.tr("Tidak ada yang perlu diperiksa."), backwards=by < 0
        )

    def next_unanswered(self) -> None:
        self._next_where(
            lambda report, q: q.code not in report.score.values, self.tr("Semua soal sudah dijawab.")
        )

    def next_different(self) -> None:
        self._next_where(differs_from_unit, self.tr("Tidak ada jawaban yang berbeda dari unit."))

    def next_without_evidence(self) -> None:
        self._next_where(
            lambda report, q: q.code in report.score.values and not report.evaluation.evidence.get(q.code),
            self.tr("Semua soal yang dijawab sudah ada buktinya."),
        )

    def _next_where(
        self, fits: Callable[[Report, Question], bool], nothing: str, *, backwards: bool = False
    ) -> None:
        """The next question that fits, behind this one, then from the start."""
        report = self._session.report
        if report is None:
            return
        questions = report.lke.questions[::-1] if backwards else report.lke.questions
        here = next((i for i, q in enumerate(questions) if q.code == self.code), -1)
        ahead = [*questions[here + 1 :], *questions[: here + 1]]
        found = next((q.code for q in ahead if fits(report, q)), "")
        if found:
            self.show_question(found)
        else:
            self.told.emit(nothing)

    def show_changed(self, changes: Changes) -> None:
        """Go where something was just taken back or done again."""
        report = self._session.report
        if report is None:
            return
        cells = [report.lke.cells[c].question.code for c in changes.cells if c in report.lke.cells]
        codes = {*cells, *changes.questions} & set(report.lke.question_by_code)
        if codes and self.code not in codes:
            self.show_question(min(codes, key=lambda code: report.lke.question_by_code[code].order))

    def escape(self) -> None:
        """Out of a field back to the keys of the question; from there back to the list."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit) and any(focus is f.edit for f in self.card.sheet.numbers.fields):
            pending = any(f.pending for f in self.card.sheet.numbers.fields if f.cell is not None)
            self.card.sheet.numbers.give_up()
            if pending:
                return
        elif (focus is not None and self.card.sheet.evidence.isAncestorOf(focus)) or (
            isinstance(focus, QLineEdit | QPlainTextEdit) and self.isAncestorOf(focus)
        ):
            self.card.setFocus()
            return
        if self.card.commit():
            self.left.emit()
