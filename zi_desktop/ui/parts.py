"""The few building blocks every page is made of, so that spacing, roles and names are the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zi_desktop.ui.icons import icon, pixmap


def set_role(widget: QWidget, role: str) -> None:
    """What the widget is, for the style sheet; repolished only when it changes."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if role:
        result.setProperty("role", role)
    return result


def key_label(name: str) -> QLabel:
    """The name of a key, drawn as a key."""
    result = label(name, "key")
    result.setFixedHeight(20)
    return result


def picture(name: str, ink: str, size: int = 16, *, says: str = "") -> QLabel:
    """An icon that stands beside a text; ``says`` is its accessible name when it adds to that text."""
    result = QLabel()
    result.setPixmap(pixmap(name, ink, size))
    result.setFixedSize(size, size)
    result.setAccessibleName(says)
    return result


def button(
    text: str, on_click: Callable[[], object] | None = None, *, role: str = "", glyph: str = ""
) -> QPushButton:
    result = QPushButton(text)
    result.setProperty("role", role)
    result.setAutoDefault(False)
    if glyph:
        ink = {"primary": "on_accent", "plain": "accent"}.get(role, "text")
        result.setIcon(icon(glyph, ink))
        result.setIconSize(QSize(16, 16))
    if on_click is not None:
        result.clicked.connect(lambda *_: on_click())
    return result


def icon_button(
    glyph: str,
    name: str,
    on_click: Callable[[], object] | None = None,
    *,
    text: str = "",
    small: bool = False,
) -> QToolButton:
    """A flat button; ``name`` is its tooltip and accessible name; ``small`` ones stand in lists."""
    result = QToolButton()
    result.setIcon(icon(glyph))
    result.setIconSize(QSize(14, 14) if small else QSize(18, 18))
    result.setToolTip(name)
    result.setAccessibleName(name)
    result.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if text:
        result.setText(text)
        result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    else:
        result.setProperty("role", "small" if small else "icon")
    if on_click is not None:
        result.clicked.connect(lambda *_: on_click())
    return result


def line(*, vertical: bool = False) -> QFrame:
    result = QFrame()
    result.setProperty("role", "line")
    if vertical:
        result.setFixedWidth(1)
    else:
        result.setFixedHeight(1)
    return result


Item = QWidget | QLayout | int | None
"""What a row or column holds: a widget, a layout, a fixed gap in pixels, or None: all the room there is."""


def row(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    result = QHBoxLayout()
    _fill(result, items, gap, margins)
    return result


def column(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    result = QVBoxLayout()
    _fill(result, items, gap, margins)
    return result


def _fill(layout: QBoxLayout, items: Iterable[Item], gap: int, margins: tuple[int, int, int, int]) -> None:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def panel(layout: QLayout, role: str = "", kind: type[QFrame] = QFrame) -> QFrame:
    result = kind()
    result.setProperty("role", role)
    result.setLayout(layout)
    return result


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (below := item.layout()) is not None:
            empty(below)


def grows(widget: QWidget) -> QWidget:
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget


def calm(name: str) -> str:
    """A title the form shouts in capitals, in sentence case; abbreviations (no vowel) stay as they are."""
    if not name.isupper():
        return name
    words = [word if not set(word) & set("AIUEO") else word.lower() for word in name.split(" ")]
    text = " ".join(words)
    return text[:1].upper() + text[1:]
