"""Files dropped on a part of the window: while they hover, a sheet over it says what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.ui.parts import column, label, picture, row

_HOVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class FileDrops(QObject):
    """`dropped` carries the paths whose names end in one of ``suffixes``; others are not taken. Parts within
    that take drops themselves go before it."""

    dropped = Signal(object)

    def __init__(self, over: QWidget, suffixes: Sequence[str], heading: str, told: str, glyph: str) -> None:
        super().__init__(over)
        self._over, self._suffixes = over, tuple(suffixes)
        self.sheet = QFrame(over)
        self.sheet.setProperty("role", "drop")
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words, quiet = label(heading, "heading", wrap=True), label(told, "quiet", wrap=True)
        for text in (words, quiet):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = row(None, picture(glyph, "accent", 40), None)
        self.sheet.setLayout(column(None, sign, words, quiet, None, gap=12, margins=(48, 48, 48, 48)))
        self.sheet.hide()
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self.sheet.hide()
        elif kind in (*_HOVER, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            return self._handle(kind, event)
        return super().eventFilter(watched, event)

    def _handle(self, kind: QEvent.Type, event: QDropEvent) -> bool:
        files = files_in(event.mimeData(), self._suffixes)
        if not files:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
        event.accept()
        if kind in _HOVER:
            self.sheet.setGeometry(self._over.rect().adjusted(8, 8, -8, -8))
            self.sheet.show()
            self.sheet.raise_()
        else:
            self.sheet.hide()
            self.dropped.emit(files)
        return True


def files_in(what: QMimeData, suffixes: tuple[str, ...]) -> list[Path]:
    """The local files with one of these endings."""
    paths = [Path(url.toLocalFile()) for url in what.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in suffixes]
