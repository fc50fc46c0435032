"""A label that is cut to the room it has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class ElidedLabel(QLabel):
    """One line that gives way: its whole text is the tooltip and the accessible name."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._short = self._whole = ""

    def tell(self, short: str, whole: str) -> None:
        if (short, whole) == (self._short, self._whole):
            return
        self._short, self._whole = short, whole
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        super().setText(
            self.fontMetrics().elidedText(self._short, Qt.TextElideMode.ElideRight, max(0, self.width()))
        )
