"""The ways to the page that checks signatures: menu, key, and files dropped on the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from zi_desktop.services.changes import Changes
from zi_desktop.ui.session import Session
from zi_desktop.ui.verify_drop import VerifyDrops
from zi_desktop.ui.verify_page import VerifyPage


class Verifying(QObject):
    """`shown` asks to put the page in front, `left` to go back where one was."""

    shown = Signal(object)
    left = Signal()

    def __init__(self, over: QWidget, session: Session, may_leave: Callable[[], bool]) -> None:
        """``over``: where files may be dropped; ``may_leave``: whether what is typed now is stored."""
        super().__init__(over)
        self._may_leave = may_leave
        self.page = VerifyPage(session)
        self.page.left.connect(self.left)
        escape = QShortcut(QKeySequence("Esc"), self.page)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.page.leave)
        self.drops = VerifyDrops(over)
        self.drops.dropped.connect(self.verify)
        session.changed.connect(self._changed)

    def open(self) -> None:
        """As it was left."""
        if self._may_leave():
            self.page.refresh()
            self.shown.emit(self.page)
            self.page.take_focus()

    def verify(self, files: Sequence[Path]) -> None:
        if self._may_leave():
            self.shown.emit(self.page)
            self.page.verify(files)

    def _changed(self, changes: Changes) -> None:
        if changes.settings and self.page.isVisible():
            self.page.refresh()
