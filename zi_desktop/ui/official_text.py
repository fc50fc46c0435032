"""The question's official wording, as the user's own workbook has it: quiet, below our paraphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from zi_desktop.ui.parts import button, column, label, row

_LINES = 2


class OfficialText(QFrame):
    """Hidden without a text; a long one shows its first lines until it is asked for whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self._whole = ""
        self.expanded = False
        self.text = label("", "small", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = button("", self.toggle, role="link")
        title = label(self.tr("Teks resmi (dari berkas Anda)"), "section")
        self.setLayout(column(row(title, None, self.more), self.text, gap=2, margins=(12, 8, 12, 8)))
        self.hide()

    def show_text(self, text: str) -> None:
        """The official wording of the question now on the card; empty for none."""
        self.setVisible(bool(text))
        if text == self._whole:
            return
        self._whole = text
        self.expanded = False
        self._fit()

    def toggle(self) -> None:
        self.expanded = not self.expanded
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        short = self._first_lines()
        self.more.setVisible(short != self._whole)
        self.more.setText(self.tr("Ringkas") if self.expanded else self.tr("Selengkapnya"))
        shown = self._whole if self.expanded else short
        if self.text.text() != shown:
            self.text.setText(shown)
        self.text.setAccessibleName(self._whole)

    def _first_lines(self) -> str:
        """As much as fits the first lines at the width there is, to the last whole word."""
        metrics = self.text.fontMetrics()
        room = (self.width() - 24) * _LINES
        flat = " ".join(self._whole.split())
        if metrics.horizontalAdvance(flat) <= room * 0.94:  # words do not break where a line ends
            return self._whole
        cut = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, int(room * 0.88)).rstrip("…")
        return cut.rpartition(" ")[0] + " …"
