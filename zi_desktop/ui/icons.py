"""Our own line icons, drawn in a colour of the palette at the sharpness of the screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zi_desktop.domain.resources import resource_path
from zi_desktop.ui.theme import palette

_SHARPNESS = 3  # drawn at three times its size: sharp up to 300 % scaling


def icon(name: str, ink: str = "text") -> QIcon:
    """``resources/icons/NAME.svg`` in the colour ``ink`` (a field of `Palette`)."""
    return QIcon(pixmap(name, ink, 20))


def pixmap(name: str, ink: str = "text", size: int = 16) -> QPixmap:
    return _drawn(name, getattr(palette(), ink), size)


def paint_icon(painter: QPainter, name: str, ink: str, where: QRectF) -> None:
    painter.drawPixmap(where, pixmap(name, ink, int(where.width())), QRectF())


@lru_cache(maxsize=256)
def _drawn(name: str, value: str, size: int) -> QPixmap:
    svg = _source(name).replace("currentColor", value)
    picture = QPixmap(size * _SHARPNESS, size * _SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(_SHARPNESS)
    return picture


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
