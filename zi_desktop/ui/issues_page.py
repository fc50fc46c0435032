"""Everything the checks say of the evaluation, as one page: filtered, explained, and left by Enter or Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from zi_desktop.domain.errors import Issue, ZiError
from zi_desktop.domain.report import Report
from zi_desktop.services.reviews import set_reason
from zi_desktop.services.signoff import is_signed
from zi_desktop.ui.issues_reasons import IssuesReasons
from zi_desktop.ui.issues_tree import Kind, kind_of
from zi_desktop.ui.language import say
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import button, column, label, panel, row
from zi_desktop.ui.session import Session


class IssuesPage(QWidget):
    """`question_wanted`: the code to go to; `left`: back to where one was."""

    question_wanted = Signal(str)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._only: Kind | None = None
        self._heading = label(self.tr("Yang perlu diperiksa"), "heading")
        self._back = button(self.tr("Kembali ke soal"), self.left.emit, glyph="back")
        self.search = QLineEdit()
        self.search.setProperty("role", "search")
        self.search.setPlaceholderText(self.tr("Saring"))
        self.search.setAccessibleName(self.tr("Saring hal yang perlu diperiksa"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(220)
        self.search.textChanged.connect(lambda _: self._show())
        self.chips = self._make_chips()
        self.message = Message()
        self.reasons = IssuesReasons(self._give)
        self.reasons.tree.opened.connect(self._open)
        self._nothing = label("", "quiet", wrap=True)
        head = row(self._heading, 12, *self.chips.values(), None, self.search, self._back)
        body = panel(column(self._nothing, self.reasons, margins=(12, 8, 12, 12)), "framed")
        layout = column(head, self.message, body, gap=10, margins=(24, 12, 24, 12))
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _make_chips(self) -> dict[Kind | None, QPushButton]:
        chips: dict[Kind | None, QPushButton] = {}
        group = QButtonGroup(self)
        for kind in (None, Kind.ERROR, Kind.OPEN, Kind.EXPLAINED):
            chip = button("", role="chip")
            chip.setCheckable(True)
            chip.setChecked(kind is None)
            chip.clicked.connect(lambda *_, kind=kind: self.show_only(kind))
            group.addButton(chip)
            chips[kind] = chip
        return chips

    def show_report(self, report: Report) -> None:
        reasons = report.evaluation.reasons
        kinds = [kind_of(issue, reasons) for issue in report.issues]
        names = {
            None: self.tr("Semua"),
            Kind.ERROR: self.tr("Galat"),
            Kind.OPEN: self.tr("Perlu alasan"),
            Kind.EXPLAINED: self.tr("Dijelaskan"),
        }
        for kind, chip in self.chips.items():
            n = len(kinds) if kind is None else kinds.count(kind)
            chip.setText(f"{names[kind]} {n}")
        self.reasons.line.setEnabled(not is_signed(report.evaluation))
        self._show()

    def show_only(self, kind: Kind | None) -> None:
        self._only = kind
        self.chips[kind].setChecked(True)
        self._show()

    def _show(self) -> None:
        report = self._session.report
        if report is None:
            return
        self.message.clear()
        reasons = report.evaluation.reasons
        found = [i for i in report.issues if self._fits(i, kind_of(i, reasons), reasons.get(i.key, ""))]
        self.reasons.show_issues(found, reasons)
        self.reasons.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._nothing.setText(
            self.tr("Tidak ada yang cocok dengan saringan.")
            if report.issues
            else self.tr("Tidak ada yang perlu diperiksa: semua soal dijawab dan tidak ada kejanggalan.")
        )

    def _fits(self, issue: Issue, kind: Kind, reason: str) -> bool:
        words = self.search.text().casefold().split()
        text = f"{issue.where} {say(issue.message)} {reason}".casefold()
        return self._only in (None, kind) and all(word in text for word in words)

    def take_focus(self) -> None:
        self.reasons.tree.setFocus()

    def _give(self, keys: list[str], reason: str) -> bool:
        report = self._session.report
        if report is None:
            return False
        result = self._session.do(set_reason, report.evaluation.id, keys, reason)
        if isinstance(result, ZiError):
            self.message.refuse(result)
            return False
        return True

    def _open(self, issue: Issue) -> None:
        code = issue.question or (self._session.report and place_of(self._session.report, issue)) or ""
        if code:
            self.question_wanted.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def place_of(report: Report, issue: Issue) -> str:
    """Where to begin with an issue of the whole evaluation; empty where no question is meant."""
    evaluation = report.evaluation
    if issue.code == "open-question":
        return next(iter(report.score.unanswered), "")
    if issue.code == "same-evidence":
        start = issue.where.rstrip("…")
        shown = evaluation.evidence.items()
        return next((code for code, items in shown if any(e.text.startswith(start) for e in items)), "")
    if issue.code == "no-evidence":
        return next((code for code in report.score.values if not evaluation.evidence.get(code)), "")
    return ""
