"""What Qt lays out and paints inside one widget."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Seen(QObject):
    """`laid_out` and `painted`: the widgets that were, in that order."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.laid_out: list[QObject] = []
        self.painted: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and (watched is self._inside or self._inside.isAncestorOf(watched)):
            if event.type() is QEvent.Type.LayoutRequest:
                self.laid_out.append(watched)
            elif event.type() is QEvent.Type.Paint:
                self.painted.append(watched)
        return False


@contextmanager
def watching(inside: QWidget) -> Iterator[Seen]:
    app, seen = QApplication.instance(), Seen(inside)
    assert app is not None
    for _ in range(3):  # what is made for the first report asks for its room once more when it is shown
        QApplication.processEvents()
    app.installEventFilter(seen)
    try:
        yield seen
    finally:
        app.removeEventFilter(seen)
