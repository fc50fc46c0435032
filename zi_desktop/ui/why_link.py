"""A figure that can be asked why: a flat button; the figures of one list are one stop of the Tab key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from zi_desktop.ui.parts import set_role

_OWN = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WhyLink(QPushButton):
    """`code` is what `domain.why.explain` is asked; Enter, Space or a click asks."""

    moved = Signal(int)

    def __init__(self, role: str = "why") -> None:
        super().__init__()
        self.code = ""
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._said = ""

    def tell(self, text: str, said: str) -> None:
        """``said``: the whole of it, for a screen reader and as the tooltip."""
        if text != self.text():
            self.setText(text)
        if said != self._said:
            self._said = said
            self.setAccessibleName(said)
            self.setToolTip(said + "\n" + self.tr("Enter atau klik: mengapa nilai ini?"))

    def ink(self, role: str) -> None:
        set_role(self, role)

    def event(self, event: QEvent) -> bool:
        """Its own keys are not the window's while it has the focus."""
        is_key = event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and event.key() in _OWN and not event.modifiers():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key is Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class WhyLinks(QObject):
    """Figures of one list: Tab stops at the first (or the last one used), the arrows go up and down."""

    def __init__(self, ask: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._links: list[WhyLink] = []

    def add(self, link: WhyLink) -> WhyLink:
        first = not self._links
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus)
        link.clicked.connect(lambda *_: self._ask(link.code))
        link.moved.connect(lambda by: self._move(link, by))
        self._links.append(link)
        return link

    def clear(self) -> None:
        self._links = []

    def _move(self, link: WhyLink, by: int) -> None:
        at = self._links.index(link) + by
        if 0 <= at < len(self._links):
            link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._links[at].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._links[at].setFocus(Qt.FocusReason.TabFocusReason)
