"""The table of a folder's files; on a narrow window the file's name gives way, what matters stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from zi_desktop.ui.folder_model import Col, FolderModel

_WIDE = {
    Col.FILE: 210,
    Col.UNIT: 190,
    Col.YEAR: 58,
    Col.STAGES: 84,
    Col.ANSWERED: 84,
    Col.TOTAL: 68,
    Col.FILE_TOTAL: 84,
    Col.CHANGES: 80,
    Col.DOUBTFUL: 84,
    Col.WARNINGS: 76,
}
_SMALL = {Col.FILE: 124, Col.UNIT: 116}
_NARROW = 1100
_HIDDEN_WHEN_NARROW = (Col.DOUBTFUL, Col.WARNINGS)


class FolderTable(QTableView):
    def __init__(self, model: FolderModel) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Berkas di folder"))
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Col.STATE, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _NARROW
        for col, width in _WIDE.items():
            self.setColumnWidth(col, _SMALL.get(col, width) if narrow else width)
        for col in _HIDDEN_WHEN_NARROW:
            self.setColumnHidden(col, narrow)
        super().resizeEvent(event)
