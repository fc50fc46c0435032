"""A figure that can be asked why: a flat button; the figures of one list are one stop of the Tab key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from zi_desktop.ui.ground import CoversItsGround
from zi_desktop.ui.still import height, room
from zi_desktop.ui.theme import color

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_LEAST = 20
_OWN = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _OwnKeys(QObject):
    """A figure's own keys are not the window's while it has the focus. It listens only then: to look into
    every event of every figure costs more than to paint it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and event.key() in _OWN and not event.modifiers():
            event.accept()
            return True
        return super().eventFilter(watched, event)


class WhyLink(CoversItsGround, QPushButton):
    """`code` is what `domain.why.explain` is asked; Enter, Space or a click asks. It stands on the surface,
    as large as its text: another text of that width asks for no other layout. ``role``: ``why``,
    ``why-quiet`` or ``why-total``."""

    moved = Signal(int)

    def __init__(self, role: str = "why") -> None:
        super().__init__()
        self.code = ""
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ink = "quiet" if role == "why-quiet" else "text"
        total = role == "why-total"
        self._inset = 5 if total else 4
        self._flags = _MIDDLE | (Qt.AlignmentFlag.AlignLeft if total else Qt.AlignmentFlag.AlignRight)
        self._said = ""
        self._own: _OwnKeys | None = None

    def tell(self, text: str, said: str) -> None:
        """``said``: the whole of it, for a screen reader and as the tooltip."""
        if text != self.text():
            self._fit(text)
            self.setText(text)
        if said != self._said:
            self._said = said
            self.setAccessibleName(said)
            self.setToolTip(said + "\n" + self.tr("Enter atau klik: mengapa nilai ini?"))

    def _fit(self, text: str) -> None:
        self.ensurePolished()
        font = self.font()
        size = QSize(room(font, text) + 2 * self._inset, max(_LEAST, height(font) + 2))
        if size != self.minimumSize():
            self.setFixedSize(size)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), color("surface"))
        if self.underMouse() or self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(color("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if self.underMouse():
            font = QFont(painter.font())
            font.setUnderline(True)
            painter.setFont(font)
        painter.setPen(color(self._ink))
        inside = QRect(self._inset, 0, self.width() - 2 * self._inset, self.height())
        painter.drawText(inside, self._flags, self.text())
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._own = _OwnKeys(self)
        self.installEventFilter(self._own)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._own is not None:
            self._own.deleteLater()
            self._own = None

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
