"""A line of text that changes in place: nothing around it is laid out, nothing below it is painted again."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from zi_desktop.ui.ground import CoversItsGround
from zi_desktop.ui.theme import color

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_DIGITS = str.maketrans("123456789", "000000000")
_ELIDE = Qt.TextElideMode.ElideRight


def room(font: QFont, text: str) -> int:
    """The pixels a text on one line takes, whatever digits are in it: figures of as many digits take the
    same. Ink reaches over by less than what is rounded up; Qt's own hint is a pixel wider for some digits."""
    return _room(font, text.translate(_DIGITS)) if text else 0


@lru_cache(maxsize=1024)
def _room(font: QFont, shape: str) -> int:
    metrics = QFontMetricsF(font)
    digits = "0123456789" if "0" in shape else "0"
    return ceil(max(metrics.horizontalAdvance(shape.replace("0", digit)) for digit in digits))


@lru_cache(maxsize=64)
def height(font: QFont) -> int:
    """The pixels one line takes from top to bottom."""
    return ceil(QFontMetricsF(font).size(0, "0").height())


class Still(CoversItsGround, QLabel):
    """Takes the width it is given, and cuts its text to it; stands on the surface. ``ink``: a field of
    `Palette`; ``role``: only the size of its font comes from there; ``snug``: as wide as its text, so that
    only a text of another width asks for another layout."""

    def __init__(self, role: str = "", *, ink: str = "text", right: bool = False, snug: bool = False) -> None:
        super().__init__()
        if role:
            self.setProperty("role", role)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed if snug else policy.Ignored, policy.Fixed)
        self._said, self.ink, self._right, self._snug = "", ink, right, snug
        self._used = -1

    def text(self) -> str:
        return self._said

    def setText(self, text: str) -> None:
        self.show_text(text, self.ink)

    def clear(self) -> None:
        self.show_text("", self.ink)

    def show_text(self, text: str, ink: str) -> None:
        if (text, ink) != (self._said, self.ink):
            used = self._used
            self._said, self.ink, self._used = text, ink, -1
            self.setAccessibleName(text)
            if self._snug and self.used != used:
                self.updateGeometry()
            self.update()

    @property
    def used(self) -> int:
        """The pixels its text takes."""
        if self._used < 0:
            self.ensurePolished()
            self._used = room(self.font(), self._said)
        return self._used

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._used = -1

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        high = height(self.font()) + margins.top() + margins.bottom()
        return QSize(self.used + margins.left() + margins.right(), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), color("surface"))
        self.paint(painter, self.contentsRect())
        painter.end()

    def paint(self, painter: QPainter, inside: QRect) -> int:
        """Returns where the text begins."""
        text, used = self._said, self.used
        if used > inside.width():
            text = painter.fontMetrics().elidedText(text, _ELIDE, inside.width())
            used = room(painter.font(), text)
        left = inside.right() + 1 - used if self._right else inside.left()
        painter.setPen(color(self.ink))
        painter.drawText(QRect(left, inside.top(), used, inside.height()), _LEFT, text)
        return left
