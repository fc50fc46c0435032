"""Issues as a list: severity, place, what happened, what to do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from zi_desktop.domain.errors import Issue, Severity
from zi_desktop.ui.language import say
from zi_desktop.ui.message import sentence
from zi_desktop.ui.parts import column, empty, label, line, picture, row

_LOOK = {
    Severity.ERROR: ("warning", "missed"),
    Severity.WARNING: ("warning", "near"),
    Severity.INFO: ("info", "quiet"),
}


class IssuesList(QScrollArea):
    """Errors first. Scrolls inside itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Hal yang perlu diperiksa"))
        body = QWidget()
        body.setProperty("role", "content")
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(6)
        self.setWidget(body)

    def show_issues(self, issues: Iterable[Issue]) -> None:
        empty(self._layout)
        found = sorted(issues, key=lambda i: list(Severity).index(i.severity))
        for issue in found:
            self._layout.addWidget(self._row(issue))
            self._layout.addWidget(line())
        if not found:
            self._layout.addWidget(label(self.tr("Tidak ada."), "quiet"))
        self._layout.addStretch(1)

    def _row(self, issue: Issue) -> QWidget:
        words = {
            Severity.ERROR: self.tr("galat"),
            Severity.WARNING: self.tr("periksa"),
            Severity.INFO: self.tr("info"),
        }
        glyph, ink = _LOOK[issue.severity]
        head = row(
            picture(glyph, ink, 14),
            label(words[issue.severity], "section"),
            label(issue.where, "quiet"),
            None,
        )
        text = label(sentence(issue.message, issue.remedy), wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        widget = QWidget()
        widget.setAccessibleName(f"{words[issue.severity]} {issue.where}: {say(issue.message)}")
        widget.setLayout(column(head, text, gap=2))
        return widget
