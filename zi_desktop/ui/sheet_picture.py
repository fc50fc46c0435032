"""A sheet's picture, drawn beforehand, in front of the sheet until it has been seen: to show it takes a third
of the time that painting every part of the sheet takes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget


class SheetPicture(QWidget):
    """Lies over ``view``, from its upper left corner on. It goes as soon as it has been painted; then the
    sheet paints itself, with the same pixels. It stays away where the corner lies between two pixels of the
    screen (at 125 %, for one): there a picture would be drawn otherwise than the sheet."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._picture = QPixmap()
        self._seen = QTimer(self, singleShot=True, interval=0)
        self._seen.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def cover(self, picture: QPixmap) -> None:
        view = self.parentWidget()
        assert view is not None
        corner = QPointF(view.mapTo(view.window(), QPoint())) * view.devicePixelRatioF()
        if corner != QPointF(corner.toPoint()):
            return
        self._picture = picture
        self.setGeometry(QRect(QPoint(), picture.deviceIndependentSize().toSize()) & view.rect())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies below is not painted for it
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
        self._seen.start()
