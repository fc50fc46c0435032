"""How one row of the tree is painted: mark, number, text, and its score or answer at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import color
from zi_desktop.ui.tree_model import Mark, Node, NodeRole

ROW = 28
_INKS = {Mark.OPEN: "edge", Mark.ANSWERED: "accent", Mark.FLAG: "near", Mark.WARNING: "missed"}


class TreeDelegate(QStyledItemDelegate):
    """Komponen bold, questions with their mark; the selected row has a bar at its left."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node = index.data(NodeRole)
        if not isinstance(node, Node):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color("tint"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, color("hover"))
        inside = rect.adjusted(8, 0, -12, 0)
        if node.question is not None:
            inside = self._mark(painter, inside, node)
        inside = self._right(painter, inside, node)
        self._text(painter, inside, node)
        painter.restore()

    def _mark(self, painter: QPainter, inside: QRect, node: Node) -> QRect:
        mark = node.shown.mark or Mark.OPEN
        where = QRectF(inside.left(), inside.center().y() - 6.5, 14, 14)
        paint_icon(painter, mark.value, _INKS[mark], where)
        return inside.adjusted(20, 0, 0, 0)

    def _right(self, painter: QPainter, inside: QRect, node: Node) -> QRect:
        """Returns what is left for the text."""
        top = node.section is not None and node.parent is None
        painter.setFont(_weighted(painter.font(), bold=top))
        painter.setPen(color("text" if node.question is not None or top else "quiet"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, right, node.shown.right)
        used = painter.fontMetrics().horizontalAdvance(node.shown.right) + 8
        if node.shown.differs:
            where = QRectF(inside.right() - used - 12, inside.center().y() - 6.5, 14, 14)
            paint_icon(painter, "differs", "unit", where)
            used += 20
        return inside.adjusted(0, 0, -used, 0)

    def _text(self, painter: QPainter, inside: QRect, node: Node) -> None:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(color("quiet"))
        code = node.short_code
        painter.drawText(inside, left, code)
        used = max(14, painter.fontMetrics().horizontalAdvance(code) + 6)
        inside = inside.adjusted(used, 0, 0, 0)
        painter.setPen(color("text"))
        text = painter.fontMetrics().elidedText(node.text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, left, text)


def _weighted(font: QFont, *, bold: bool) -> QFont:
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result
