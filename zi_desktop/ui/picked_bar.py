"""Below the worklist while several evaluations are selected: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from zi_desktop.ui.language import thousands
from zi_desktop.ui.parts import button, label, row


class PickedBar(QFrame):
    """`export_wanted` and `dropped` ask for what their buttons say."""

    export_wanted = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count = label("", "quiet")
        self.drop = button(self.tr("Lepas pilihan"), self.dropped.emit)
        self.export = button("", self.export_wanted.emit, role="primary", glyph="export")
        self.setLayout(row(self._count, None, self.drop, self.export))
        self.hide()

    def show_count(self, picked: int) -> None:
        """One alone is what any click does, and nothing to tell."""
        self.setVisible(picked > 1)
        self._count.setText(self.tr("{n} penilaian dipilih").format(n=thousands(picked)))
        self.export.setText(self.tr("Ekspor {n} penilaian…").format(n=thousands(picked)))
