"""The register of findings as a tree: by area, last year's beside this year's."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from zi_desktop.services.findings import RegisterLine, by_area
from zi_desktop.ui.icons import icon
from zi_desktop.ui.language import say
from zi_desktop.ui.parts import calm
from zi_desktop.ui.theme import color

_LINE = Qt.ItemDataRole.UserRole
_CODE, _YEAR, _NOTE, _RECOMMENDATION, _STATE = range(5)


class RegisterTree(QTreeWidget):
    """`opened`: the code of a question (Enter, double click); `written`: (line, note, recommendation) when
    one of this year's was edited in place (F2)."""

    opened = Signal(str)
    written = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Register temuan"))
        self.setHeaderLabels(
            [
                self.tr("Soal"),
                self.tr("Tahun"),
                self.tr("Catatan hasil evaluasi"),
                self.tr("Rekomendasi"),
                self.tr("Tindak lanjut"),
            ]
        )
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        for col, width in ((_CODE, 130), (_YEAR, 64), (_STATE, 190)):
            header.setSectionResizeMode(col, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(col, width)
        for col in (_NOTE, _RECOMMENDATION):
            header.setSectionResizeMode(col, QHeaderView.ResizeMode.Stretch)
        self.itemDoubleClicked.connect(lambda item, _: self._open(item))
        self.itemChanged.connect(self._changed)

    def show_lines(self, lines: Iterable[RegisterLine]) -> None:
        shown, line = list(lines), self.line
        chosen, at = line.finding.id if line else "", self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        counts = by_area(shown)
        for line in shown:
            code = line.area.code
            if code not in groups:
                title = f"{code} {calm(line.area.label)} ({counts[code]})"
                groups[code] = QTreeWidgetItem(self, [title])
                groups[code].setFirstColumnSpanned(True)
                groups[code].setForeground(0, color("quiet"))
            item = self._item(groups[code], line)
            if line.finding.id == chosen:
                self.setCurrentItem(item, 0)
        self.expandAll()
        first = self.topLevelItem(0)
        below = first.child(0) if first is not None else None
        if self.currentItem() is None and below is not None:
            self.setCurrentItem(below, 0)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(at)

    def _item(self, group: QTreeWidgetItem, line: RegisterLine) -> QTreeWidgetItem:
        finding = line.finding
        texts = [line.question.code, str(line.year), finding.note, finding.recommendation, self._state(line)]
        item = QTreeWidgetItem(group, texts)
        item.setData(0, _LINE, line)
        item.setToolTip(_CODE, line.question.text)
        if line.waits:
            item.setIcon(_STATE, icon("warning", "near"))
        if line.last_year:
            item.setForeground(_YEAR, color("last"))
        else:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        spoken = ", ".join(text for text in texts if text)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _state(self, line: RegisterLine) -> str:
        if line.follow_up is not None:
            return say(line.follow_up.status.label)
        return self.tr("Belum dinilai") if line.waits else ""

    @property
    def line(self) -> RegisterLine | None:
        """The line that is pointed at; None on a heading."""
        item = self.currentItem()
        found = item.data(0, _LINE) if item is not None else None
        return found if isinstance(found, RegisterLine) else None

    def edit_current(self) -> None:
        """Write in the note or recommendation that is pointed at; last year's stay as they are."""
        item, line = self.currentItem(), self.line
        if item is not None and line is not None and not line.last_year:
            col = self.currentColumn()
            self.editItem(item, col if col in (_NOTE, _RECOMMENDATION) else _NOTE)

    def _changed(self, item: QTreeWidgetItem, col: int) -> None:
        line = item.data(0, _LINE)
        if isinstance(line, RegisterLine) and col in (_NOTE, _RECOMMENDATION):
            self.written.emit(line, item.text(_NOTE), item.text(_RECOMMENDATION))

    def _open(self, item: QTreeWidgetItem | None) -> None:
        line = item.data(0, _LINE) if item is not None else None
        if isinstance(line, RegisterLine):
            self.opened.emit(line.question.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = self.state() is QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not typing:
            self._open(self.currentItem())
            return
        if event.key() == Qt.Key.Key_F2:
            self.edit_current()
            return
        super().keyPressEvent(event)
