"""The register of findings: filtered, edited in place, last year's recommendations judged."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import FollowUp
from zi_desktop.domain.report import Report
from zi_desktop.services.answers import save_finding
from zi_desktop.services.changes import Changes
from zi_desktop.services.findings import RegisterLine, register
from zi_desktop.services.reviews import set_follow_up
from zi_desktop.services.signoff import is_signed
from zi_desktop.ui.findings_follow_up import FollowUpEditor
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import button, column, label, panel, row
from zi_desktop.ui.register_tree import RegisterTree
from zi_desktop.ui.session import Session


class Pick(StrEnum):
    """The chips."""

    ALL = "all"
    MINE = "mine"
    LAST = "last"
    WAITING = "waiting"


class RegisterPage(QWidget):
    """`question_wanted`: the code to go to; `left`: back to where one was."""

    question_wanted = Signal(str)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pick = Pick.ALL
        self.search = QLineEdit()
        self.search.setProperty("role", "search")
        self.search.setPlaceholderText(self.tr("Saring"))
        self.search.setAccessibleName(self.tr("Saring temuan"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(220)
        self.search.textChanged.connect(lambda _: self._show())
        self.chips = self._make_chips()
        self.message = Message()
        self.tree = RegisterTree()
        self.tree.opened.connect(self.question_wanted)
        self.tree.written.connect(self._write)
        self.tree.currentItemChanged.connect(lambda *_: self._show_follow_up())
        self.follow_up = FollowUpEditor(self._judge)
        self._nothing = label("", "quiet", wrap=True)
        self._back = button(self.tr("Kembali ke soal"), self.left.emit, glyph="back")
        head = row(
            label(self.tr("Register temuan"), "heading"),
            12,
            *self.chips.values(),
            None,
            self.search,
            self._back,
        )
        body = panel(column(self._nothing, self.tree, self.follow_up, margins=(12, 8, 12, 12)), "framed")
        layout = column(head, self.message, body, gap=10, margins=(24, 12, 24, 12))
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _make_chips(self) -> dict[Pick, QPushButton]:
        chips: dict[Pick, QPushButton] = {}
        group = QButtonGroup(self)
        for pick in Pick:
            chip = button("", role="chip")
            chip.setCheckable(True)
            chip.setChecked(pick is Pick.ALL)
            chip.clicked.connect(lambda *_, pick=pick: self.show_only(pick))
            group.addButton(chip)
            chips[pick] = chip
        return chips

    def show_report(self, report: Report) -> None:
        lines = register(report)
        last = str(report.previous.year) if report.previous else self.tr("Tahun lalu")
        names = {
            Pick.ALL: self.tr("Semua"),
            Pick.MINE: str(report.evaluation.year),
            Pick.LAST: last,
            Pick.WAITING: self.tr("Belum dinilai"),
        }
        for pick, chip in self.chips.items():
            chip.setText(f"{names[pick]} {sum(_fits(line, pick) for line in lines)}")
        self.follow_up.setEnabled(not is_signed(report.evaluation))
        self._show()

    def show_only(self, pick: Pick) -> None:
        self._pick = pick
        self.chips[pick].setChecked(True)
        self._show()

    def _show(self) -> None:
        report = self._session.report
        if report is None:
            return
        words = self.search.text().casefold().split()
        lines = [
            line
            for line in register(report)
            if _fits(line, self._pick) and all(word in _haystack(line) for word in words)
        ]
        self.tree.show_lines(lines)
        self.tree.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        filtered = words or self._pick is not Pick.ALL
        self._nothing.setText(
            self.tr("Tidak ada temuan yang cocok dengan saringan.")
            if filtered
            else self.tr(
                "Belum ada temuan. Tulis di kartu soal (F4); semuanya terkumpul di sini dan di laporan."
            )
        )
        self._show_follow_up()

    def _show_follow_up(self) -> None:
        line = self.tree.line if self.tree.isVisibleTo(self) else None
        judged = line is not None and line.last_year
        self.follow_up.setVisible(judged)
        if line is not None and judged:
            self.follow_up.show_follow_up(line.finding.id, line.follow_up)

    def take_focus(self) -> None:
        self.tree.setFocus()

    def _write(self, line: RegisterLine, note: str, recommendation: str) -> None:
        report = self._session.report
        if report is not None:
            self._done(
                self._session.do(
                    save_finding,
                    report.evaluation.id,
                    line.question.code,
                    note,
                    recommendation,
                    line.finding.id,
                )
            )

    def _judge(self, finding_id: str, follow_up: FollowUp | None) -> bool:
        report = self._session.report
        if report is None:
            return False
        return self._done(self._session.do(set_follow_up, report.evaluation.id, finding_id, follow_up))

    def _done(self, result: Changes | ZiError) -> bool:
        if isinstance(result, ZiError):
            self.message.refuse(result)
            QTimer.singleShot(0, self, self._show)  # the editor that wrote it is still closing
            return False
        self.message.clear()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _fits(line: RegisterLine, pick: Pick) -> bool:
    if pick is Pick.WAITING:
        return line.waits
    return pick is Pick.ALL or line.last_year == (pick is Pick.LAST)


def _haystack(line: RegisterLine) -> str:
    finding = line.finding
    return f"{line.question.code} {line.question.text} {finding.note} {finding.recommendation}".casefold()
