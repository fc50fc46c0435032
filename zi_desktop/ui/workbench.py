"""The evaluator's desk: the map at the left, one question in the middle, the score at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from zi_desktop.domain.lke import QuestionKind
from zi_desktop.domain.report import Report
from zi_desktop.ui.card import Card
from zi_desktop.ui.score_panel import ScorePanel
from zi_desktop.ui.session import Session
from zi_desktop.ui.tree_panel import TreePanel

ANSWER_KEYS = {"A": "A", "B": "B", "C": "C", "D": "D", "E": "E", "Y": "Ya", "T": "Tidak"}


class Workbench(QWidget):
    """`left` asks for the worklist, `question_shown` tells the code that is on the card."""

    left = Signal()
    question_shown = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._evaluation_id = ""
        self.tree = TreePanel()
        self.card = Card(session)
        self.score = ScorePanel()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        for widget in (self.tree, self.card, self.score):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([280, 764, 320])
        for i in range(3):
            splitter.setCollapsible(i, i != 1)
        self.score.setMinimumWidth(260)
        self.card.setMinimumWidth(380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.tree.question_chosen.connect(self.show_question)
        self.card.finished.connect(lambda: self.step(1))
        session.report_changed.connect(self._on_report)
        self._make_keys()

    def _make_keys(self) -> None:
        for key, raw in ANSWER_KEYS.items():
            self._key(key, lambda raw=raw: self.answer_and_move(raw), repeats=False)
        for key, step in (("N", 1), ("Down", 1), ("P", -1), ("Up", -1)):
            self._key(key, lambda step=step: self.step(step))
        self._key("U", self.next_unanswered)
        self._key("F2", self.card.note.setFocus, repeats=False)
        self._key("Ctrl+E", self.card.evidence.edit.setFocus, repeats=False)
        self._key("Esc", self._escape, repeats=False)

    def _key(self, key: str, action: object, *, repeats: bool = True) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(repeats)  # a key held down never answers two questions
        shortcut.activated.connect(action)

    @property
    def code(self) -> str:
        """The question on the card; empty before the first."""
        return self.card.question.code if self.card.question else ""

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
        if self.card.question is not None and self.code in report.lke.question_by_code:
            self.card.refresh()

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
        self.question_shown.emit(code)

    def answer_and_move(self, raw: str) -> None:
        question = self.card.question
        if question is None or question.kind is not QuestionKind.CHOICE:
            return
        if self.card.answer(question.code, raw):
            self.step(1)

    def step(self, by: int) -> None:
        """The next (1) or last (-1) question among those the filters let through."""
        report = self._session.report
        if report is None:
            return
        codes = self.tree.visible_codes()
        if self.code not in codes:
            order = {q.code: q.order for q in report.lke.questions}
            codes = sorted({*codes, self.code}, key=lambda c: order.get(c, 0))
        at = codes.index(self.code) + by
        if 0 <= at < len(codes):
            self.show_question(codes[at])

    def next_unanswered(self) -> None:
        report = self._session.report
        if report is None or not report.score.unanswered:
            return
        order = {q.code: i for i, q in enumerate(report.lke.questions)}
        here = order.get(self.code, -1)
        after = [c for c in report.score.unanswered if order[c] > here]
        self.show_question(
            (after or [c for c in report.score.unanswered if c != self.code] or [self.code])[0]
        )

    def _escape(self) -> None:
        """Out of a field back to the keys of the question; from there back to the list."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit) and any(focus is f.edit for f in self.card.numbers.fields):
            pending = any(f.pending for f in self.card.numbers.fields if f.cell is not None)
            self.card.numbers.give_up()
            if pending:
                return
        elif isinstance(focus, QLineEdit | QPlainTextEdit) and self.isAncestorOf(focus):
            self.card.setFocus()
            return
        if self.card.commit():
            self.left.emit()
