"""Every gate of every predikat: what the unit has, met or how far off."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from zi_desktop.domain.predikat import GateResult, PredikatResult
from zi_desktop.ui.icons import pixmap
from zi_desktop.ui.language import distance, number, say, shortest
from zi_desktop.ui.parts import empty, label, picture, set_role

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ElidedLabel(QLabel):
    """One line that gives way: its whole text is the tooltip and the accessible name."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._short = ""

    def tell(self, short: str, whole: str) -> None:
        self._short = short
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        super().setText(
            self.fontMetrics().elidedText(self._short, Qt.TextElideMode.ElideRight, max(0, self.width()))
        )


class GateCell(QWidget):
    """✓, or ✗ and the points still missing."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._icon = picture("check", "met", 14)
        self.label = label("")
        layout.addStretch(1)
        layout.addWidget(self._icon)
        layout.addWidget(self.label)
        self._shown: object = None

    def show_gate(self, predikat: str, result: GateResult | None) -> None:
        if result == self._shown and result is not None:
            return
        self._shown = result
        self._icon.setVisible(result is not None)
        if result is None:
            self.label.setText("")
            return
        met = result.met
        self._icon.setPixmap(pixmap("check" if met else "cross", "met" if met else "missed", 14))
        self.label.setText("" if met else distance(result.missing))
        self.label.setVisible(not met)
        set_role(self.label, "missed")
        need = self.tr("paling sedikit {need}").format(need=shortest(result.gate.need))
        state = (
            self.tr("memenuhi") if met else self.tr("kurang {points}").format(points=distance(result.missing))
        )
        said = f"{predikat}: {say(result.gate.label)}, {need}, {state}"
        if not result.gate.verified:
            said += ", " + self.tr("ambang belum terverifikasi")
        self.setAccessibleName(said)
        self.setToolTip(f"{said}\n{result.gate.source}")


class GateTable(QWidget):
    """Rows are gates, columns predikat; rebuilt only when the gates in force change."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._shape: object = None
        self._names: dict[str, ElidedLabel] = {}
        self._have: dict[str, QLabel] = {}
        self.cells: dict[tuple[str, str], GateCell] = {}

    def show_predikat(self, results: tuple[PredikatResult, ...]) -> None:
        shape = [(r.rule.id, [(g.gate.id, g.gate.verified) for g in r.gates]) for r in results]
        if shape != self._shape:
            self._shape = shape
            self._build(results)
        for result in results:
            for gate in result.gates:
                self._have[gate.gate.id].setText(number(gate.have))
                self.cells[result.rule.id, gate.gate.id].show_gate(result.rule.id, gate)

    def _build(self, results: tuple[PredikatResult, ...]) -> None:
        empty(self._grid)
        self._names, self._have, self.cells = {}, {}, {}
        self._grid.addWidget(label(self.tr("Syarat"), "section"), 0, 0)
        have = label(self.tr("Nilai"), "section")
        self._grid.addWidget(have, 0, 1, _RIGHT)
        gates = {g.gate.id: g.gate for r in results for g in r.gates}
        for column, result in enumerate(results):
            head = label(result.rule.id, "section")
            head.setToolTip(say(result.rule.label))
            self._grid.addWidget(head, 0, 2 + column, _RIGHT)
        for line, gate in enumerate(gates.values(), start=1):
            name = ElidedLabel("small")
            mark = "" if gate.verified else " " + self.tr("(belum terverifikasi)")
            name.tell(short_name(say(gate.label)) + ("" if gate.verified else " *"), say(gate.label) + mark)
            points = label("")
            points.setAlignment(_RIGHT)
            name.setFixedHeight(23)
            self._names[gate.id], self._have[gate.id] = name, points
            self._grid.addWidget(name, line, 0)
            self._grid.addWidget(points, line, 1)
            for column, result in enumerate(results):
                if any(g.gate.id == gate.id for g in result.gates):
                    cell = GateCell()
                    self.cells[result.rule.id, gate.id] = cell
                    self._grid.addWidget(cell, line, 2 + column)


def short_name(name: str) -> str:
    """Without what stands in brackets at its end; the whole name is in the tooltip."""
    return re.sub(r"\s*\([^)]*\)$", "", name)
