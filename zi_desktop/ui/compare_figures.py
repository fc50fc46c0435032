"""The sections and gates of a comparison as one plain table."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from zi_desktop.domain.compare import Comparison, GateFigures
from zi_desktop.domain.scoring import TOTAL
from zi_desktop.ui.compare_words import BLANK, side_names, signed
from zi_desktop.ui.language import number, say, shortest
from zi_desktop.ui.parts import calm
from zi_desktop.ui.theme import color

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CompareFigures(QTableWidget):
    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setAccessibleName(self.tr("Selisih per bagian dan syarat"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(32)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            self.setColumnWidth(column, 170 if column < 3 else 100)

    def show_comparison(self, found: Comparison) -> None:
        before, after = side_names(found)
        self.setHorizontalHeaderLabels([self.tr("Bagian atau syarat"), before, after, self.tr("Selisih")])
        for column in range(4):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(_RIGHT if column else _LEFT)
        rows = [
            (self._section_name(f.code, f.label), _points(f.before), number(f.after), f.points)
            for f in (found.sections[-1], *found.sections[:-1])
        ]
        rows += [(*self._gate(gate), gate.points) for gate in found.gates]
        self.setRowCount(len(rows))
        for at, (name, old, new, points) in enumerate(rows):
            for column, text in enumerate((name, old, new, signed(points))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column:
                    item.setTextAlignment(_RIGHT)
                if column == 3 and points:
                    item.setForeground(color("met" if points > 0 else "missed"))
                self.setItem(at, column, item)
        self.setCurrentCell(0, 0)

    def _section_name(self, code: str, name: str) -> str:
        if code == TOTAL:
            return self.tr("Nilai total")
        return f"{'    ' * code.count('.')}{code}  {calm(name)}"

    def _gate(self, figures: GateFigures) -> tuple[str, str, str]:
        """A gate's points say whether they are enough, in words."""
        gate = figures.after.gate
        name = f"{figures.predikat} · {say(gate.label)} ≥ {shortest(gate.need)}"
        results = (figures.before, figures.after)
        met = {True: self.tr("memenuhi"), False: self.tr("belum")}
        texts = [BLANK if r is None else f"{number(r.have)} · {met[r.met]}" for r in results]
        return name, texts[0], texts[1]


def _points(points: Fraction | None) -> str:
    return BLANK if points is None else number(points)
