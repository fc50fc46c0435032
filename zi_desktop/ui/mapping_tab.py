"""Pemetaan: which sheet, which column, which row is taken for what, and the user's last word on it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QStackedLayout, QWidget

from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import IGNORE, Corrections, Reading
from zi_desktop.ui.mapping_columns import MappingColumns
from zi_desktop.ui.mapping_rows import MappingRows
from zi_desktop.ui.parts import button, column, label, line, row

_COLUMNS = 308
_NARROW = 680
_UNBOUND = 16_777_215  # Qt's own largest width


class MappingTab(QWidget):
    """`corrected` carries the Corrections the file is to be read again with."""

    corrected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._corrections = Corrections()
        self._reading: Reading | None = None
        self._lke: Lke | None = None
        self._main, self._read = "", tuple[str, ...]()
        self.sheet = QComboBox()
        self.sheet.setAccessibleName(self.tr("Lembar yang dibaca"))
        self.sheet.activated.connect(lambda *_: self._on_sheet())
        self._sheet_row = QWidget()
        name = label(self.tr("Lembar"), "quiet")
        name.setBuddy(self.sheet)
        sheet_layout = row(name, self.sheet, margins=(12, 8, 12, 0))
        sheet_layout.setStretch(1, 1)
        self._sheet_row.setLayout(sheet_layout)
        self.columns = MappingColumns()
        self.columns.corrected.connect(self._on_column)
        self.rows = MappingRows()
        self.rows.corrected.connect(self._on_row)
        self.reset = button(self.tr("Batalkan koreksi"), lambda: self._ask(Corrections()), role="link")
        title = label(self.tr("Kolom"), "section")
        self._left = left = QWidget()
        head = row(title, None, self.reset, margins=(12, 8, 8, 0))
        left_layout = column(self._sheet_row, head, self.columns, gap=2)
        left_layout.setStretch(2, 1)
        left.setLayout(left_layout)
        self._between = line(vertical=True)
        both = row(left, self._between, self.rows, gap=0)
        both.setStretch(2, 1)
        self._switch = self._make_switch()
        whole = column(self._switch, both, gap=0, margins=(1, 1, 1, 1))
        whole.setStretch(1, 1)
        full, none = QWidget(), QWidget()
        full.setLayout(whole)
        told = label(self.tr("Tidak ada yang perlu dikoreksi pada berkas ini."), "quiet")
        none.setLayout(column(told, None, margins=(16, 16, 16, 16)))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(none)

    def _make_switch(self) -> QWidget:
        """Where both have no room side by side: one of them at a time."""
        self._chips = QButtonGroup(self)
        names = (self.tr("Kolom"), self.tr("Baris"))
        for at, name in enumerate(names):
            chip = button(name, self._fit, role="chip")
            chip.setCheckable(True)
            self._chips.addButton(chip, at)
        self._chips.button(1).setChecked(True)
        switch = QWidget()
        switch.setLayout(row(*self._chips.buttons(), None, gap=6, margins=(12, 8, 12, 0)))
        return switch

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        columns = self._chips.checkedId() == 0
        self._switch.setVisible(narrow)
        self._between.setVisible(not narrow)
        self._left.setVisible(not narrow or columns)
        self.rows.setVisible(not narrow or not columns)
        self._left.setMinimumWidth(0 if narrow else _COLUMNS)
        self._left.setMaximumWidth(_UNBOUND if narrow else _COLUMNS)

    def show_all_columns(self) -> None:
        """Where there is room for one side only, it is that of the columns."""
        self._chips.button(0).setChecked(True)
        self._fit()

    def show_reading(self, reading: Reading, lke: Lke, corrections: Corrections) -> None:
        """``corrections``: those the reading was made with. The sheet that was looked at stays."""
        shown = self.sheet.currentText() if reading.sheet == self._main else ""
        self._reading, self._lke, self._corrections = reading, lke, corrections
        self._main, self._read = reading.sheet, (reading.sheet, *reading.merged_sheets)
        self._stack.setCurrentIndex(0 if reading.columns or reading.matches else 1)
        self.sheet.clear()
        self.sheet.addItems([*self._read, *reading.other_sheets])
        self.sheet.setCurrentText(shown if shown in self._read else reading.sheet)
        self._sheet_row.setVisible(self.sheet.count() > 1)
        self.reset.setVisible(bool(corrections))
        self._show_sheet()

    def _show_sheet(self) -> None:
        if self._reading is None or self._lke is None:
            return
        sheet, said = self.sheet.currentText(), self._said
        columns = tuple(c for c in self._reading.columns if c.sheet == sheet)
        self.columns.show_columns(columns, said.columns)
        self.rows.show_matches(self._reading, self._lke, sheet, said.rows)

    def _on_sheet(self) -> None:
        """Those that were read together are shown one by one; another one is read instead of them."""
        if self.sheet.currentText() in self._read:
            self._show_sheet()
        else:
            self._ask(Corrections(sheet=self.sheet.currentText()))

    @property
    def _said(self) -> Corrections:
        """What was said of the sheet that is shown."""
        sheet = self.sheet.currentText()
        return self._corrections if sheet == self._main else self._corrections.more.get(sheet, Corrections())

    def _say(self, said: Corrections) -> None:
        sheet = self.sheet.currentText()
        if sheet != self._main:
            said = replace(self._corrections, more={**self._corrections.more, sheet: said})
        self._ask(said)

    def _on_column(self, letter: str, meaning: str) -> None:
        said = self._said
        self._say(replace(said, columns={**said.columns, letter: meaning}))

    def _on_row(self, number: int, cell: str) -> None:
        """A cell has one row: what was said of another row for the same cell is taken back."""
        said = self._said
        rows = {n: c for n, c in said.rows.items() if c != cell or cell == IGNORE}
        self._say(replace(said, rows={**rows, number: cell}))

    def _ask(self, corrections: Corrections) -> None:
        self.corrected.emit(corrections)
