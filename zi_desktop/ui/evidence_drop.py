"""Dropping files and links anywhere on the card, or pasting them there; while they hover, the card says what
will happen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea

from zi_desktop.ui.evidence_brought import brought
from zi_desktop.ui.overlay import Overlay
from zi_desktop.ui.parts import column, label, picture, row

_HOVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class EvidenceDrops(QObject):
    """``question`` gives the code that is on the card, empty for none. `dropped`: `Brought`."""

    dropped = Signal(object)

    def __init__(self, card: QAbstractScrollArea, question: Callable[[], str]) -> None:
        super().__init__(card)
        self._question = question
        self.sheet = Overlay(card)
        self.sheet.setProperty("role", "drop")
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = label("", "heading", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icon = picture("file", "accent", 32)
        self.sheet.setLayout(
            column(None, row(None, icon, None), self._words, None, gap=12, margins=(48, 48, 48, 48))
        )
        card.setAcceptDrops(True)
        card.viewport().setAcceptDrops(True)
        card.viewport().installEventFilter(self)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self.sheet.hide()
        elif kind in (*_HOVER, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            return self._handle(kind, event)
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.parent():
            return self._pasted(event)
        return super().eventFilter(watched, event)

    def _pasted(self, event: QKeyEvent) -> bool:
        """On the card itself; a field that has the focus pastes into itself."""
        if not event.matches(QKeySequence.StandardKey.Paste) or not self._question():
            return False
        what = brought(QGuiApplication.clipboard().mimeData())
        if not what:
            return False
        self.dropped.emit(what)
        return True

    def _handle(self, kind: QEvent.Type, event: QDropEvent) -> bool:
        question = self._question()
        what = brought(event.mimeData())
        if not question or not what:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
        event.accept()
        if kind in _HOVER:
            words = self.tr("Lepaskan untuk menambah bukti pada {code}").format(code=question)
            self._words.setText(words)
            self.sheet.cover()
        else:
            self.sheet.hide()
            self.dropped.emit(what)
        return True
