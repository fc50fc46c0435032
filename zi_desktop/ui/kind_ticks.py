"""A tick for every kind of change: all rows of it, none, or the dash of some."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from zi_desktop.ui.changes_model import ChangesModel


class KindTick(QCheckBox):
    """Its mark follows the rows; a click asks for all of them, or for none when all are there."""

    def __init__(self, model: ChangesModel, kind: str) -> None:
        super().__init__()
        self._model, self._kind = model, kind
        self.setTristate(True)
        self.clicked.connect(self._ask)

    def show_count(self, wanted: int, of: int) -> None:
        state = Qt.CheckState.PartiallyChecked if 0 < wanted < of else Qt.CheckState.Unchecked
        self.setCheckState(Qt.CheckState.Checked if wanted == of else state)
        self.setText(self._model.counted(self._kind, of if wanted == of else f"{wanted}/{of}"))

    def nextCheckState(self) -> None:
        """Nothing: the mark follows the rows."""

    def _ask(self) -> None:
        wanted, of = self._model.kinds().get(self._kind, (0, 0))
        self._model.want_kind(self._kind, wanted < of)


class KindTicks(QWidget):
    def __init__(self, model: ChangesModel) -> None:
        super().__init__()
        self._model = model
        self.ticks: dict[str, KindTick] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._layout.addStretch(1)
        model.ticked.connect(self._show)

    def _show(self) -> None:
        kinds = self._model.kinds()
        for kind in kinds:
            if kind not in self.ticks:
                self.ticks[kind] = KindTick(self._model, kind)
                self._layout.insertWidget(len(self.ticks) - 1, self.ticks[kind])
        for kind, tick in self.ticks.items():
            tick.setVisible(kind in kinds)
            if kind in kinds:
                tick.show_count(*kinds[kind])
