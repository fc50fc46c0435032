"""A short message at the lower edge with at most one action; it goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from zi_desktop.domain.errors import Severity
from zi_desktop.ui.icons import pixmap
from zi_desktop.ui.parts import button, icon_button, label, picture

_STAYS_MS = {Severity.INFO: 6000, Severity.WARNING: 9000, Severity.ERROR: 15000}
_TO_ACT_MS = 10_000  # long enough to read it, think, and reach the button


class Toast(QFrame):
    """One at a time, above everything in ``parent``."""

    def __init__(self, parent: QWidget, *, lift: int = 40) -> None:
        """``lift``: pixels that stay free below it."""
        super().__init__(parent)
        self._lift = lift
        self._over = parent
        self.setProperty("role", "raised")
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        self._icon = picture("check", "met", 18)
        self.text = label(wrap=True)
        self.text.setMinimumWidth(240)
        self.action = button("", self._act, role="plain")
        self._on_action: Callable[[], object] | None = None
        close = icon_button("cross", self.tr("Tutup pesan"), self.hide)
        for widget in (self._icon, self.text, self.action, close):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(
        self,
        text: str,
        severity: Severity = Severity.INFO,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        glyph, ink = ("check", "met") if severity is Severity.INFO else ("warning", "missed")
        self._icon.setPixmap(pixmap(glyph, ink, 18))
        self.text.setText(text)
        self.setAccessibleName(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._on_action = on_action
        self.setFixedWidth(min(560, self._over.width() - 48))
        self._place()
        self.show()
        self.raise_()
        self._timer.start(max(_STAYS_MS[severity], _TO_ACT_MS if action else 0))

    def _act(self) -> None:
        self.hide()
        if self._on_action is not None:
            self._on_action()

    def _place(self) -> None:
        self._layout.activate()
        self.resize(self.width(), max(48, self._layout.totalHeightForWidth(self.width())))
        area = self._over.rect()
        self.move((area.width() - self.width()) // 2, area.height() - self.height() - self._lift)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
