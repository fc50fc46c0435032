"""Long work in the place where it was asked for: what, how many of how many, time left, and Batal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar, QWidget

from zi_desktop.ui.language import number
from zi_desktop.ui.parts import button, column, label, row

_WORTH_TELLING = 3.0  # seconds


class ProgressRow(QWidget):
    def __init__(self, on_cancel: Callable[[], object]) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Kemajuan"))
        self.text = label("", "quiet")
        self.stop = button(self.tr("Batal"), on_cancel)
        words = column(self.bar, self.text, gap=4)
        layout = row(words, self.stop, gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def tell_busy(self, what: str) -> None:
        """Work whose length is not known."""
        self.bar.setRange(0, 0)
        self.text.setText(what)
        self.show()

    def tell(self, what: str, done: int, of: int, seconds_left: float | None) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        words = self.tr("{what} {done} dari {of}").format(what=what, done=done, of=of)
        if seconds_left is not None and seconds_left >= _WORTH_TELLING:
            words += self.tr(" · kira-kira {seconds} detik lagi").format(seconds=number(seconds_left, 0))
        self.text.setText(words)
        self.show()
