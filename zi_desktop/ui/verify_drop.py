"""Files dropped anywhere on the window that has no use of its own for them: their signatures are checked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.ui.parts import column, label, picture, row

SUFFIXES = (".pdf", ".xlsx", ".xlsm", ".zipkg")
_HOVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class VerifyDrops(QObject):
    """`dropped` carries the paths. Parts of the window that take drops themselves go before it."""

    dropped = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.sheet = QFrame(over)
        self.sheet.setProperty("role", "drop")
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = label(self.tr("Lepaskan untuk memeriksa tanda tangan"), "heading", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        told = label(self.tr("PDF, XLSX, atau paket; tidak ada yang diubah"), "quiet", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = row(None, picture("shield", "accent", 40), None)
        self.sheet.setLayout(column(None, sign, words, told, None, gap=12, margins=(48, 48, 48, 48)))
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
        files = signed_files(event.mimeData())
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


def signed_files(what: QMimeData) -> list[Path]:
    """The files that may be signed."""
    paths = [Path(url.toLocalFile()) for url in what.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]
