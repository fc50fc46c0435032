"""Our own line icons, drawn in a colour of the palette for the pixels of the screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zi_desktop.domain.resources import resource_path
from zi_desktop.ui.theme import palette


def icon(name: str, ink: str = "text") -> QIcon:
    """``resources/icons/NAME.svg`` in the colour ``ink`` (a field of `Palette`)."""
    return QIcon(pixmap(name, ink, 20))


def pixmap(name: str, ink: str = "text", size: int = 16) -> QPixmap:
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    return _drawn(name, getattr(palette(), ink), size, ratio)


def paint_icon(painter: QPainter, name: str, ink: str, where: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(where, pixmap(name, ink, int(where.width())), QRectF())


@lru_cache(maxsize=256)
def _drawn(name: str, value: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", value)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
