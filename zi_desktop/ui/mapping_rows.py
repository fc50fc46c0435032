"""The rows of a sheet with what they are taken for, and below them the field that corrects the chosen one."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import IGNORE, Reading, RowMatch
from zi_desktop.ui.cell_box import CellBox
from zi_desktop.ui.icons import icon
from zi_desktop.ui.mapping_rows_model import Col, MappingRowsModel, MatchRole
from zi_desktop.ui.parts import button, column, label, line, row

_WIDTHS = {Col.ROW: 52, Col.CELL: 116, Col.SURE: 68, Col.REASON: 176}
_NARROW = 560


class MappingRows(QWidget):
    """`corrected` carries (row number, cell code or `IGNORE`)."""

    corrected = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.model = MappingRowsModel()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Cari bunyi atau kode"))
        self.search.setAccessibleName(self.tr("Cari baris"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._search)
        self.table = self._make_table()
        self._name = label("", "quiet")
        self.cell = CellBox(self.tr("Baris ini dibaca sebagai"))
        self.cell.activated.connect(lambda *_: self._say(self.cell.cell))
        self.accept = button(self.tr("Pakai usulan"), self._accept, role="plain", glyph="check")
        self.ignore = button(self.tr("Abaikan"), lambda: self._say(IGNORE))
        strip = row(self._name, self.cell, self.accept, self.ignore, margins=(12, 8, 12, 8))
        strip.setStretch(1, 1)
        head = row(self.search, margins=(12, 8, 12, 4))
        layout = column(head, self.table, line(), strip, gap=0, margins=(1, 1, 1, 1))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._show_chosen()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Baris lembar kerja"))
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Col.TEXT, QHeaderView.ResizeMode.Stretch)
        for col, width in _WIDTHS.items():
            table.setColumnWidth(col, width)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        table.activated.connect(lambda *_: self.cell.setFocus())
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(Col.REASON, self.width() < _NARROW)

    def start(self) -> None:
        """Another sheet: nothing searched, nothing chosen."""
        self.search.clear()
        self.table.setCurrentIndex(QModelIndex())

    def show_matches(self, reading: Reading, lke: Lke, sheet: str, corrected: Collection[int]) -> None:
        """Those of one sheet. The row that was chosen stays chosen, the list where it was scrolled to."""
        self.cell.show_form(lke)
        chosen, at = self.chosen, self.table.verticalScrollBar().value()
        matches = tuple(m for m in reading.matches if m.sheet == sheet)
        self.model.set_matches(matches, corrected, _unknown_rows(reading, sheet))
        index = self.model.index_of(chosen.row) if chosen else self.model.index(0, 0)
        self.table.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self.table.verticalScrollBar().setValue(at)
        self._show_chosen()

    @property
    def chosen(self) -> RowMatch | None:
        found = self.table.currentIndex().data(MatchRole)
        return found if isinstance(found, RowMatch) else None

    def _search(self, text: str) -> None:
        self.model.search(text)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        match = self.chosen
        for widget in (self.cell, self.ignore):
            widget.setEnabled(match is not None)
        self._name.setText(self.tr("Baris {row}").format(row=match.row) if match else "")
        self.cell.show_cell(match.cell if match else "")
        self.accept.setVisible(match is not None and bool(match.cell) and not match.taken)

    def _accept(self) -> None:
        if (match := self.chosen) is not None:
            self._say(match.cell)

    def _say(self, cell: str) -> None:
        match = self.chosen
        if match is not None and cell and not (cell == match.cell and match.taken):
            self.corrected.emit(match.row, cell)


def _unknown_rows(reading: Reading, sheet: str) -> set[int]:
    places = [i.where.rpartition("!") for i in reading.issues if i.code == "unknown-row"]
    return {int(row) for named, _, row in places if named == sheet and row.isdigit()}
