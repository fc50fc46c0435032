"""The view of the map: it paints its rows itself, and only those that changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QStyleOptionViewItem,
    QTreeView,
)

from zi_desktop.ui.ground import CoversItsGround
from zi_desktop.ui.theme import color, palette
from zi_desktop.ui.tree_delegate import ROW, TreeDelegate
from zi_desktop.ui.tree_model import Index, Node, NodeRole

_INDENT = 10


class _ScrollBar(CoversItsGround, QScrollBar):
    """As the style sheet has it, painted without what is below it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), color("surface"))
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("edge"))
        painter.drawRoundedRect(QRectF(handle.adjusted(2, 2, -2, -2)), 2, 2)
        painter.end()


class TreeView(QTreeView):
    """Keeps the selection on questions: a click on a section unfolds it. It paints every pixel, so that
    Qt moves what it scrolls and paints only the rows that come into sight."""

    question_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setVerticalScrollBar(_ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._rows = TreeDelegate(self)
        self.setItemDelegate(self._rows)
        self._arrows: dict[tuple[bool, str, float], QPixmap] = {}

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt takes a step of more pixels than there are rows for a jump, and would paint all of them."""
        if dx or abs(dy) >= self.viewport().height():
            super().scrollContentsBy(dx, dy)
        else:
            self.scrollDirtyRegion(0, dy)
            self.viewport().scroll(0, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own way asks the style sheet many times for each row, for what is a tint and an arrow."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color("surface"))
        whole = self.viewport().width()
        at = self.viewport().mapFromGlobal(QCursor.pos()) if self.viewport().underMouse() else None
        done = -1
        for part in cast(Iterable[QRect], event.region()):  # from the top
            index = self.indexAt(QPoint(0, max(part.top(), done)))
            top = self.visualRect(index).top()
            while index.isValid() and top <= part.bottom():
                row = QRect(0, top, whole, ROW)
                self._paint_row(painter, row, index, at is not None and row.contains(at))
                index, top = self.indexBelow(index), top + ROW
                done = top
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRect, index: QModelIndex, hovered: bool) -> None:
        node = index.data(NodeRole)
        if not isinstance(node, Node):
            return
        chosen = self.selectionModel().isSelected(index)
        if chosen:
            painter.fillRect(row, color("tint"))
        indent = _INDENT * (node.depth + 1)
        if node.children:
            painter.drawPixmap(indent - _INDENT, row.top(), self._arrow(self.isExpanded(index)))
        self._rows.paint_row(painter, row.adjusted(indent, 0, 0, 0), node, chosen, hovered)

    def _arrow(self, is_open: bool) -> QPixmap:
        """As the style draws it; drawn once."""
        ratio = self.devicePixelRatioF()
        key = (is_open, palette().name, ratio)
        if key not in self._arrows:
            picture = QPixmap(round(_INDENT * ratio), round(ROW * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            option = QStyleOptionViewItem()
            option.initFrom(self)
            option.rect = QRect(0, 0, _INDENT, ROW)
            option.state |= QStyle.StateFlag.State_Children
            if is_open:
                option.state |= QStyle.StateFlag.State_Open
            painter = QPainter(picture)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorBranch, option, painter, self)
            painter.end()
            self._arrows[key] = picture
        return self._arrows[key]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        node = current.data(NodeRole) if current.isValid() else None
        if isinstance(node, Node) and node.question is not None:
            self.question_chosen.emit(node.code)
