"""The line at the bottom: that it is stored, which keys there are, and what should be looked at."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from zi_desktop.ui.parts import button, label, picture, row

if TYPE_CHECKING:
    from zi_desktop.domain.report import Report


class StatusLine(QFrame):
    """`issues_wanted`: show the questions that should be looked at."""

    issues_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "statusline")
        self.setFixedHeight(28)
        self._keys = label("", "quiet")
        self._layout = row(self._keys, None, margins=(16, 0, 8, 0))
        self.setLayout(self._layout)

    def complete(self) -> None:
        """Build what only an open evaluation needs, unless that is done."""
        if "saved" in vars(self):
            return
        from zi_desktop.ui.still import Still

        self._icon = picture("check", "met", 14)
        self._icon.hide()
        self.saved = Still("quiet", ink="quiet", snug=True)
        self.saved.setContentsMargins(0, 0, 12, 0)
        self.saved.hide()
        self._issues = button("", self.issues_wanted.emit, role="chip")
        self._issues.hide()
        self.reviewed = Still("quiet", ink="quiet", snug=True)
        self.reviewed.setToolTip(self.tr("Soal yang ditandai ditinjau lagi tahun ini (R)"))
        for place, widget in zip(
            (0, 1, 4, 5), (self._icon, self.saved, self.reviewed, self._issues), strict=True
        ):
            self._layout.insertWidget(place, widget)

    def show_saved(self, at: datetime | None) -> None:
        """The time of the last change that is on disk."""
        if at is not None:
            self.complete()
            self.saved.setText(self.tr("Tersimpan {time}").format(time=at.strftime("%H.%M.%S")))
        if "saved" in vars(self):
            self._icon.setVisible(at is not None)
            self.saved.setVisible(at is not None)

    def show_list(self) -> None:
        self._keys.setText(self.tr("Enter buka · Ctrl+I impor · Ctrl+N baru · ? semua tombol"))
        if "saved" in vars(self):
            self._issues.hide()
            self.reviewed.clear()

    def tell_keys(self, *, answering: bool) -> None:
        """On the card, or on a page beside it."""
        answers = self.tr("A–E jawab · N lanjut · U belum dijawab · / cari · ? semua tombol")
        beside = self.tr("Esc kembali · / cari · Ctrl+K perintah · ? semua tombol")
        self._keys.setText(answers if answering else beside)

    def show_report(self, report: Report) -> None:
        self.complete()
        reviewed, of = len(report.evaluation.reviewed), len(report.lke.questions)
        self.reviewed.setText(self.tr("Ditinjau {n}/{of}").format(n=reviewed, of=of))
        reasons = report.evaluation.reasons
        from zi_desktop.domain.checks import errors, unexplained

        count = len(errors(report.issues)) + len(unexplained(report.issues, reasons))
        self._issues.setVisible(count > 0)
        self._issues.setText(self.tr("{n} perlu diperiksa").format(n=count))
