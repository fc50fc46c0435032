"""Which files are made beside the signed ones; what was chosen last is chosen again."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from zi_desktop.services.export_others import Output
from zi_desktop.ui.language import say
from zi_desktop.ui.parts import label
from zi_desktop.ui.preferences import Preferences

_KEPT = "export.also"
_COLUMNS = 2


class OutputsBox(QWidget):
    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        kept = preferences.view(_KEPT).split(",")
        self.ticks: dict[Output, QCheckBox] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(_COLUMNS, 1)
        layout.addWidget(label(self.tr("Juga buat"), "section"), 0, 0)
        for number, output in enumerate(Output):
            tick = QCheckBox(say(output.label))
            tick.setMinimumHeight(32)
            tick.setChecked(output.value in kept)
            tick.toggled.connect(self._keep)
            self.ticks[output] = tick
            layout.addWidget(tick, number // _COLUMNS, 1 + number % _COLUMNS)

    def wanted(self) -> frozenset[Output]:
        return frozenset(output for output, tick in self.ticks.items() if tick.isChecked())

    def _keep(self) -> None:
        self._preferences.keep_view(_KEPT, ",".join(sorted(self.wanted())))
