"""A zero denominator is not regulated: the evaluator decides, and the decision is recorded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from zi_desktop.ui.parts import label, row


class _Decide(QPushButton):
    """Its mark follows the store, not the click."""

    def nextCheckState(self) -> None:
        """Nothing."""


class DecisionBox(QFrame):
    """`decided` carries ``penuh``, ``nol``, or nothing when the chosen one is clicked again."""

    decided = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self.full = _Decide(self.tr("Penuh: dihitung 1"))
        self.zero = _Decide(self.tr("Nol: dihitung 0"))
        for choice, raw in ((self.full, "penuh"), (self.zero, "nol")):
            choice.setCheckable(True)
            choice.setAutoDefault(False)
            choice.clicked.connect(lambda _=False, c=choice, r=raw: self._ask(c, r))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(
            label(
                self.tr(
                    "Penyebutnya nol. Peraturan tidak mengaturnya: Anda yang memutuskan, "
                    "dan keputusannya dicatat."
                ),
                wrap=True,
            )
        )
        layout.addLayout(row(self.full, self.zero, None))
        self.hide()

    def show_decision(self, decision: object, *, needed: bool) -> None:
        self.full.setChecked(decision == "penuh")
        self.zero.setChecked(decision == "nol")
        self.setVisible(needed)

    def _ask(self, choice: QPushButton, raw: str) -> None:
        self.decided.emit("" if choice.isChecked() else raw)
