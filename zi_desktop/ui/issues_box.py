"""What a reading noticed, filtered by severity or to the X-ray, which can be copied and passed on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QButtonGroup, QPushButton, QWidget

from zi_desktop.domain.errors import Issue, Severity
from zi_desktop.domain.reading import Reading
from zi_desktop.ui.issues_list import IssuesList
from zi_desktop.ui.parts import button, column, row
from zi_desktop.ui.xray_report import xray_report

_TOLD_MS = 2500


class Pick(StrEnum):
    """Which issues are shown."""

    ALL = "all"
    ERROR = Severity.ERROR.value
    WARNING = Severity.WARNING.value
    INFO = Severity.INFO.value
    XRAY = "xray"


class IssuesBox(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._issues: tuple[Issue, ...] = ()
        self._xray: frozenset[Issue] = frozenset()
        self._reading: Reading | None = None
        self._file_name = ""
        self.list = IssuesList()
        self.picks: dict[Pick, QPushButton] = {}
        self._group = QButtonGroup(self)
        for pick in Pick:
            chip = button("", role="chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda *_, pick=pick: self.show_only(pick))
            self._group.addButton(chip)
            self.picks[pick] = chip
        self.copy = button("", self._copy, glyph="copy")
        self.copy.setToolTip(self.tr("Teks yang dapat diteruskan kepada pengisi berkas"))
        self._copied = QTimer(self, singleShot=True, interval=_TOLD_MS)
        self._copied.timeout.connect(self._name_copy)
        self._name_copy()
        head = row(*self.picks.values(), None, self.copy, gap=6, margins=(12, 8, 12, 0))
        layout = column(head, self.list, gap=4, margins=(1, 1, 1, 1))
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_issues(self, issues: Iterable[Issue], reading: Reading, file_name: str) -> None:
        """``issues``: the reading's own and those of the plan."""
        self._issues, self._reading, self._file_name = tuple(issues), reading, file_name
        self._xray = frozenset(reading.xray)
        chosen = next((p for p, chip in self.picks.items() if chip.isChecked()), Pick.ALL)
        for pick, chip in self.picks.items():
            n = len(self._picked(pick))
            chip.setText(f"{self._name(pick)} {n}")
            chip.setVisible(n > 0 or pick is Pick.ALL)
        self.copy.setVisible(bool(self._xray))
        self.show_only(chosen if self._picked(chosen) else Pick.ALL)

    def show_only(self, pick: Pick) -> None:
        self.picks[pick].setChecked(True)
        self.list.show_issues(self._picked(pick))

    @property
    def count(self) -> int:
        """Issues that ask for a look."""
        return sum(issue.severity is not Severity.INFO for issue in self._issues)

    def _picked(self, pick: Pick) -> list[Issue]:
        if pick is Pick.ALL:
            return list(self._issues)
        if pick is Pick.XRAY:
            return [issue for issue in self._issues if issue in self._xray]
        return [issue for issue in self._issues if issue.severity.value == pick.value]

    def _name(self, pick: Pick) -> str:
        return {
            Pick.ALL: self.tr("Semua"),
            Pick.ERROR: self.tr("Galat"),
            Pick.WARNING: self.tr("Periksa"),
            Pick.INFO: self.tr("Info"),
            Pick.XRAY: self.tr("X-ray"),
        }[pick]

    def _name_copy(self) -> None:
        self.copy.setText(self.tr("Salin laporan X-ray"))

    def _copy(self) -> None:
        if self._reading is None:
            return
        QApplication.clipboard().setText(xray_report(self._reading, self._file_name))
        self.copy.setText(self.tr("Tersalin"))
        self._copied.start()
