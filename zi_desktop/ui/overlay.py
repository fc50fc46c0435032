"""A panel that lies over a scrolling page, as large as that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

_Bar = Qt.ScrollBarPolicy


class Overlay(QFrame):
    """Hidden at first; keeps the size of ``over`` while it is shown. The page's own scroll bar, which Qt puts
    above everything, is away meanwhile."""

    def __init__(self, over: QAbstractScrollArea) -> None:
        super().__init__(over)
        self._over = over
        over.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        self._over.setVerticalScrollBarPolicy(_Bar.ScrollBarAlwaysOff)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._over.setVerticalScrollBarPolicy(_Bar.ScrollBarAsNeeded)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._over and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)
