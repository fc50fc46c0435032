"""The worklist's table: a row is one evaluation; keys and clicks open it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from zi_desktop.ui.theme import fill
from zi_desktop.ui.worklist_delegate import WorklistDelegate
from zi_desktop.ui.worklist_model import Col, Index, WorklistModel

_WIDTHS = {
    Col.YEAR: 62,
    Col.STAGE: 72,
    Col.PROGRESS: 150,
    Col.TOTAL: 76,
    Col.PREDIKAT: 258,
    Col.BLOCKS: 244,
    Col.CHANGED: 138,
}
_NARROW = {Col.PROGRESS: 112, Col.PREDIKAT: 250, Col.BLOCKS: 130}


class WorklistTable(QTableView):
    """`opened` carries an evaluation id, `typed` a character that belongs into the search field; `picked`
    tells that other rows are selected."""

    opened = Signal(str)
    typed = Signal(str)
    picked = Signal()

    def __init__(self, model: WorklistModel) -> None:
        super().__init__()
        self._model = model
        self._chosen = ""
        self._picked: tuple[str, ...] = ()
        self._place = (-1, 0)
        self._settling = False
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        self._delegate = WorklistDelegate(self, model)
        self.setItemDelegate(self._delegate)
        self.entered.connect(self._hover)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # It paints every pixel, so that Qt moves what it scrolls and paints only what comes into sight.
        self._port = (
            QWidget()
        )  # one that Python made: asking Qt for its own looks through all kinds of widgets
        self._port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(self._port)
        self._lay_out()
        self.activated.connect(self._open)
        self.clicked.connect(self._click)

    def _lay_out(self) -> None:
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(40, 2 * self.fontMetrics().height() + 8))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Col.UNIT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setSortingEnabled(True)
        self.sortByColumn(Col.CHANGED, Qt.SortOrder.DescendingOrder)

    @property
    def current_id(self) -> str:
        line = self._model.line(self.currentIndex().row())
        return line.id if line else ""

    def select_id(self, evaluation_id: str) -> None:
        """The row of this evaluation, or the first where it is not shown."""
        row = max(0, self._model.row_of(evaluation_id))
        if row < self._model.rowCount():
            self._stand_on(row)

    def _stand_on(self, row: int) -> None:
        """This row alone, whatever keys are held."""
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), alone)

    @property
    def picked_ids(self) -> tuple[str, ...]:
        """The selected evaluations, as they stand in the list."""
        return self._picked

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._settling:
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            lines = [self._model.line(row) for row in rows]
            self._picked = tuple(line.id for line in lines if line)
            self.picked.emit()

    def _pick_again(self) -> None:
        """After the rows were laid anew: those of several that are still shown."""
        rows = [row for id_ in self._picked if (row := self._model.row_of(id_)) >= 0]
        if len(self._picked) < 2 or not rows:
            return
        found, last = QItemSelection(), len(Col) - 1
        for row in rows:
            found.select(self._model.index(row, 0), self._model.index(row, last))
        self.selectionModel().select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        line = self._model.line(current.row())
        if line is not None and not self._settling:
            self._chosen = line.id

    def _before_reset(self) -> None:
        self._settling = True
        self._place = (self._model.row_of(self._chosen), self.verticalScrollBar().value())

    def _after_reset(self) -> None:
        """Rows came and went: the one that was chosen stays so, and where it stood; while the filter hides
        it, the first is what Enter opens."""
        row, value = self._place
        if self._chosen:
            self.select_id(self._chosen)
        if row == self._model.row_of(self._chosen):
            self.verticalScrollBar().setValue(value)
        self._pick_again()
        self._settling = False

    def ids_in_sight(self) -> list[str]:
        lines = [self._model.line(row) for row in self._rows_within(0, self._port.height() - 1)]
        return [line.id for line in lines if line]

    def _rows_within(self, top: int, bottom: int) -> range:
        """Those of which something is seen between two heights of the viewport."""
        first, last = self.rowAt(top), self.rowAt(bottom)
        if first < 0:  # below the last one, or there is none
            return range(0)
        return range(first, last + 1 if last >= 0 else self._model.rowCount())

    def _hover(self) -> None:
        self._delegate.hovered = True

    def _click(self, index: Index) -> None:
        """With Ctrl or Shift a click selects, and opens nothing."""
        held = QGuiApplication.keyboardModifiers()
        if not held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self._open(index)

    def _open(self, index: Index) -> None:
        line = self._model.line(index.row())
        if line is not None:
            self.opened.emit(line.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last row; what is typed goes on in the search field."""
        rows = self._model.rowCount()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if rows and plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._stand_on(0 if event.key() == Qt.Key.Key_Home else rows - 1)
        elif plain and event.text().isalnum():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self._port), event.rect()
        fill(painter, rect, "surface")
        for row in self._rows_within(rect.top(), rect.bottom()):
            below = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            fill(painter, QRect(rect.left(), below, rect.width(), 1), "line")
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the unit's name keeps its room; what is cut short is in the tooltip."""
        narrow = self.width() < 1150
        self.setColumnHidden(Col.CHANGED, narrow)
        for column, width in _NARROW.items():
            self.setColumnWidth(column, width if narrow else _WIDTHS[column])
        super().resizeEvent(event)
