"""A text that grows with what is written in it, stored when it is left or when the writer pauses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

_PAUSE_MS = 1200
_MOST_LINES = 6
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class TextBox(QPlainTextEdit):
    """`written` carries the text whenever it should be stored. With ``pauses`` False only leaving counts."""

    written = Signal(str)

    def __init__(self, name: str, *, least: int = 1, pauses: bool = True) -> None:
        super().__init__()
        self._stored = ""
        self._least = least
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._fit)
        if pauses:
            self.textChanged.connect(self._pause.start)
        self._fit()

    @property
    def pending(self) -> bool:
        return self.toPlainText().strip() != self._stored

    def show_text(self, stored: str) -> None:
        """What the store holds; a text that is being written is left alone."""
        writing = self.hasFocus() and self.pending
        self._stored = stored
        if not writing and self.pending:
            self.setPlainText(stored)
        if not writing:
            self._pause.stop()

    def settle(self, stored: str) -> None:
        """Show what the store holds, whatever is being written (another question is on the card now)."""
        self._stored = stored
        if self.toPlainText() != stored:
            self.setPlainText(stored)
        self._pause.stop()

    def commit(self) -> None:
        self._pause.stop()
        if self.pending:
            self.written.emit(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file or link that is dropped here belongs to the evidence, not into the text."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def event(self, event: QEvent) -> bool:
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _MOVING:
            event.accept()  # inside a text the arrows move in the text
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width the text takes other lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        lines = max(self._least, min(_MOST_LINES, int(self.document().size().height())))
        height = lines * self.fontMetrics().lineSpacing() + 20
        policy = Qt.ScrollBarPolicy
        fits = self.document().size().height() <= _MOST_LINES
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)
        if self.height() != height:
            self.setFixedHeight(height)
