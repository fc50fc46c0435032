"""Before and after side by side, a tick per row and one per kind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from zi_desktop.services.importing import ImportPlan
from zi_desktop.ui.changes_model import ChangesModel, Col
from zi_desktop.ui.kind_ticks import KindTicks
from zi_desktop.ui.parts import column, label, row

_WIDTHS = {Col.CODE: 184, Col.KIND: 84, Col.PLACE: 116}
_NARROW = 640


class ChangesBox(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.model = ChangesModel()
        self.kinds = KindTicks(self.model)
        self._told = label("", "near")
        self._none = label("", "quiet", wrap=True)
        self.table = self._make_table()
        head = row(self.kinds, self._told, gap=16, margins=(12, 4, 12, 0))
        head.setStretch(0, 1)
        layout = column(head, self._none, self.table, gap=4, margins=(1, 4, 1, 1))
        layout.setStretch(2, 1)
        self._none.setContentsMargins(12, 8, 12, 8)
        self.setLayout(layout)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Perubahan"))
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for col in (Col.BEFORE, Col.AFTER):
            header.setSectionResizeMode(col, QHeaderView.ResizeMode.Stretch)
        for col, width in _WIDTHS.items():
            table.setColumnWidth(col, width)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window before and after keep their room; the place is in the file's own tab."""
        super().resizeEvent(event)
        self.table.setColumnHidden(Col.KIND, self.width() < _NARROW)
        self.table.setColumnWidth(Col.CODE, 150 if self.width() < _NARROW else _WIDTHS[Col.CODE])

    def show_plan(self, plan: ImportPlan | None) -> None:
        self.model.set_plan(plan)
        n = self.model.replacing
        self._told.setText(self.tr("{n} menimpa isi yang ada").format(n=n) if n else "")
        nothing = plan is not None and not self.model.rowCount()
        same = sum(block.unchanged for block in plan.blocks) if plan else 0
        self._none.setText(
            self.tr("Tidak ada yang berubah: {n} isian sama dengan yang tersimpan.").format(n=same)
            if nothing
            else ""
        )
        self._none.setVisible(nothing)
