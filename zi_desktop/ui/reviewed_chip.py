"""Whether the question was looked at again this year: a mark of its own, put and taken back by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from zi_desktop.ui.icons import icon

_WIDE = 520
"""Narrower than this, the card has no room for words."""


class ReviewedChip(QPushButton):
    """`asked` tells whether it should be marked; what is shown is what the store holds."""

    asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(self.tr("Ditinjau lagi tahun ini (R)"))
        self._seen = False
        self._wide = True
        self.clicked.connect(self.ask)

    def ask(self) -> None:
        self.setChecked(self._seen)
        self.asked.emit(not self._seen)

    def show_reviewed(self, seen: bool) -> None:
        self._seen = seen
        self.setChecked(seen)
        self.setIcon(icon("check" if seen else "open", "accent" if seen else "quiet"))
        self._name()

    def fit(self, width: int) -> None:
        """``width``: of the card, in unscaled pixels."""
        self._wide = width >= _WIDE
        self._name()

    def _name(self) -> None:
        name = self.tr("Ditinjau") if self._seen else self.tr("Belum ditinjau")
        self.setAccessibleName(name)
        self.setText(name if self._wide else "")
