"""Every gate of every predikat: what the unit has, met or how far off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from zi_desktop.domain.lke import Gate, PredikatRule
from zi_desktop.domain.outlook import Outlook, Standing
from zi_desktop.domain.predikat import GateResult, PredikatResult
from zi_desktop.domain.why import gate_code
from zi_desktop.ui.elided import ElidedLabel
from zi_desktop.ui.icons import pixmap
from zi_desktop.ui.language import distance, number, say, shortest
from zi_desktop.ui.parts import empty, label
from zi_desktop.ui.still import Still
from zi_desktop.ui.theme import px
from zi_desktop.ui.why_link import WhyLink, WhyLinks

_ICON, _GAP = 14, 3
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GateCell(Still):
    """✓, or ✗ and the points still missing; ○ while open questions may still close the gap."""

    def __init__(self, predikat: str, gate: Gate) -> None:
        super().__init__(right=True)
        self._gate = gate
        self._icon = ""
        self.needs = 0
        """The width of what it shows, in pixels."""
        least = self.tr("paling sedikit {need}").format(need=shortest(gate.need))
        self._asks = f"{predikat}: {say(gate.label)}, {least}"

    def show_gate(self, result: GateResult, standing: Standing | None) -> None:
        """``standing``: what the open questions leave of it; None when no question is open."""
        met = result.met
        waits = standing is Standing.OPEN
        icon = "check" if met else "open" if waits else "cross"
        if icon != self._icon:
            self._icon = icon
            self.update()
        far = "" if met else distance(result.missing)
        self.show_text(far, "met" if met else "near" if waits else "missed")
        self.needs = _ICON + (_GAP + self.used if self.used else 0)
        said = ", ".join([self._asks, *self._words(far, standing)])
        self.setAccessibleName(said)
        self.setToolTip(f"{said}\n{self._gate.source}")

    def paint(self, painter: QPainter, inside: QRect) -> int:
        left = super().paint(painter, inside)
        left -= _ICON + (_GAP if self.used else 0)
        top = inside.top() + (inside.height() - _ICON) // 2
        painter.drawPixmap(left, top, pixmap(self._icon, self.ink, _ICON))
        return left

    def _words(self, far: str, standing: Standing | None) -> Iterator[str]:
        yield self.tr("kurang {points}").format(points=far) if far else self.tr("memenuhi")
        if standing is Standing.CERTAIN:
            yield self.tr("pasti, apa pun jawaban soal yang terbuka")
        elif standing is Standing.OPEN:
            yield self.tr("masih terbuka: soal yang belum dijawab menentukan")
        elif standing is Standing.LOST:
            yield self.tr("tidak terkejar oleh soal yang terbuka")
        if not self._gate.verified:
            yield self.tr("ambang belum terverifikasi")


class GateTable(QWidget):
    """Rows are gates, columns predikat; rebuilt only when the gates in force change. `asked`: why this
    figure (a code of `domain.why`)."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._rules: list[PredikatRule] = []
        self._links = WhyLinks(self.asked.emit, self)
        self.have: dict[str, WhyLink] = {}
        self._seen: dict[tuple[str, str], tuple[GateResult, Standing | None]] = {}
        self.cells: dict[tuple[str, str], GateCell] = {}

    def show_predikat(self, results: tuple[PredikatResult, ...], prospect: Outlook) -> None:
        """Only the gates that stand otherwise than before are told."""
        rules = [result.rule for result in results]
        if rules != self._rules:
            self._rules = rules
            self._build(results)
        changed: dict[str, GateResult] = {}
        for result in results:
            for gate in result.gates:
                place = result.rule.id, gate.gate.id
                seen = gate, prospect.of_gate(gate) if prospect.open else None
                if self._seen.get(place) != seen:
                    self._seen[place] = seen
                    self.cells[place].show_gate(*seen)
                    changed[gate.gate.id] = gate
        for gate in changed.values():
            have = number(gate.have)
            self.have[gate.gate.id].tell(have, f"{say(gate.gate.label)}: {have}")
        if changed:
            self._ask_of(results)
            self._share_width(results)

    def _ask_of(self, results: tuple[PredikatResult, ...]) -> None:
        """Why a figure is what it is, is asked of the first predikat that misses it, else of the last."""
        asked: dict[str, str] = {}
        for result in reversed(results):
            for gate in result.gates:
                if not gate.met or gate.gate.id not in asked:
                    asked[gate.gate.id] = gate_code(result.rule.id, gate.gate.id)
        for id_, code in asked.items():
            self.have[id_].code = code

    def _share_width(self, results: tuple[PredikatResult, ...]) -> None:
        """A column is as wide as its widest cell; cells that change within it move nothing."""
        for column, result in enumerate(results, start=2):
            wide = max(self.cells[result.rule.id, gate.gate.id].needs for gate in result.gates)
            if wide != self._grid.columnMinimumWidth(column):
                self._grid.setColumnMinimumWidth(column, wide)

    def _build(self, results: tuple[PredikatResult, ...]) -> None:
        empty(self._grid)
        self._links.clear()
        self.have, self._seen, self.cells = {}, {}, {}
        self._grid.addWidget(label(self.tr("Syarat"), "section"), 0, 0)
        self._grid.addWidget(label(self.tr("Nilai"), "section"), 0, 1, _RIGHT)
        gates = {g.gate.id: g.gate for r in results for g in r.gates}
        for column, result in enumerate(results):
            head = label(result.rule.id, "section")
            head.setToolTip(say(result.rule.label))
            self._grid.addWidget(head, 0, 2 + column, _RIGHT)
        for line, gate in enumerate(gates.values(), start=1):
            name = ElidedLabel("small")
            mark = "" if gate.verified else " " + self.tr("(belum terverifikasi)")
            name.tell(short_name(say(gate.label)) + ("" if gate.verified else " *"), say(gate.label) + mark)
            name.setFixedHeight(px(20))
            self.have[gate.id] = self._links.add(WhyLink())
            self._grid.addWidget(name, line, 0)
            self._grid.addWidget(self.have[gate.id], line, 1, _RIGHT)
            for column, result in enumerate(results):
                own = next((g.gate for g in result.gates if g.gate.id == gate.id), None)
                if own is not None:
                    cell = self.cells[result.rule.id, gate.id] = GateCell(result.rule.id, own)
                    self._grid.addWidget(cell, line, 2 + column)


def short_name(name: str) -> str:
    """Without what stands in brackets at its end; the whole name is in the tooltip."""
    return re.sub(r"\s*\([^)]*\)$", "", name)
