"""What the checks say of the question on the card; a warning is answered there with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from zi_desktop.domain.errors import Issue, Severity
from zi_desktop.domain.report import Report
from zi_desktop.ui.message import Message, found
from zi_desktop.ui.parts import button, column, row

_ELSEWHERE = frozenset({"zero-denominator"})
"""Told by the box that asks for the decision, so not a second time."""


class IssueNote(QWidget):
    """``give`` is told (issue key, reason) and says whether it was kept."""

    def __init__(self, give: Callable[[str, str], bool]) -> None:
        super().__init__()
        self._give = give
        self._key = self._reason = ""
        self.message = Message()
        self.ask = button("", self._ask, role="link")
        layout = self.message.layout()
        assert layout is not None
        layout.addWidget(self.ask)
        self.field = QLineEdit()
        self.field.setMaxLength(2000)
        self.field.setPlaceholderText(self.tr("Alasan; Enter menyimpan"))
        self.field.setAccessibleName(self.tr("Alasan membiarkan peringatan ini"))
        self.field.returnPressed.connect(self._keep)
        self.field.hide()
        self.setLayout(column(self.message, row(self.field), gap=4))

    def show_issue(self, issue: Issue, reason: str, *, asks: bool = True) -> None:
        """``asks``: a reason can be given."""
        if (issue.key, reason) != (self._key, self._reason):
            self._key, self._reason = issue.key, reason
            self.field.hide()
        warns = asks and issue.severity is Severity.WARNING
        if warns and reason:
            told = self.tr("{what} Alasan: {reason}")
            text = told.format(what=found(issue).rstrip(".") + ".", reason=reason)
            self.message.tell(text, Severity.INFO)
        else:
            self.message.show_issue(issue)
        self.ask.setText(self.tr("Ubah alasan") if reason else self.tr("Beri alasan"))
        self.ask.setVisible(warns)
        self.show()

    def _ask(self) -> None:
        self.field.setText(self._reason)
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def commit(self) -> None:
        """Keep a reason that was only typed yet."""
        text = self.field.text().strip()
        if not self.field.isHidden() and text and text != self._reason:
            self._keep()

    def _keep(self) -> None:
        if self._give(self._key, self.field.text()):
            self.field.hide()
            self.ask.setFocus()


class CardIssues(QWidget):
    """One note for each issue of a question; hidden when there is none."""

    def __init__(self, give: Callable[[str, str], bool]) -> None:
        super().__init__()
        self._give = give
        self.notes: list[IssueNote] = []
        self._layout = column(gap=6)
        self.setLayout(self._layout)
        self.hide()

    def commit(self) -> None:
        for note in self.notes:
            note.commit()

    def show_question(self, report: Report, code: str, found: Iterable[Issue] = ()) -> None:
        """``found``: what was noticed elsewhere, to be told but not explained."""
        told = [i for i in report.issues if i.question == code and i.code not in _ELSEWHERE]
        issues = [*found, *told]
        while len(self.notes) < len(issues):
            self.notes.append(IssueNote(self._give))
            self._layout.addWidget(self.notes[-1])
        for i, note in enumerate(self.notes):
            if i < len(issues):
                reason = report.evaluation.reasons.get(issues[i].key, "")
                note.show_issue(issues[i], reason, asks=issues[i] in told)
            else:
                note.hide()
        self.setVisible(bool(issues))
