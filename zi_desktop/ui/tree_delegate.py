"""How one row of the tree is painted: mark, number, text, and its score or answer at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.shaped import ShapedTexts
from zi_desktop.ui.theme import color
from zi_desktop.ui.tree_model import Mark, Node

ROW = 28
_INKS = {Mark.OPEN: "edge", Mark.ANSWERED: "accent", Mark.FLAG: "near", Mark.WARNING: "missed"}


class TreeDelegate(QStyledItemDelegate):
    """Komponen bold, questions with their mark; the selected row has a bar at its left. Texts are shaped once
    and kept: a step through the questions paints several rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = ShapedTexts()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW)

    def paint_row(self, painter: QPainter, rect: QRect, node: Node, chosen: bool, hovered: bool) -> None:
        """``rect``: the row behind its arrow; what lies before it is the view's."""
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), color("accent"))
        elif hovered:
            painter.fillRect(rect, color("hover"))
        top = node.section is not None and node.parent is None
        font = painter.font()
        if top:
            bold = QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
        inside = rect.adjusted(8, 0, -12, 0)
        if node.question is not None:
            inside = self._mark(painter, inside, node)
        painter.setPen(color("text" if node.question is not None or top else "quiet"))
        inside = self._right(painter, inside, node)
        self._text(painter, inside, node)
        if top:
            painter.setFont(font)

    def _mark(self, painter: QPainter, inside: QRect, node: Node) -> QRect:
        mark = node.shown.mark or Mark.OPEN
        where = QRectF(inside.left(), inside.center().y() - 6.5, 14, 14)
        paint_icon(painter, mark.value, _INKS[mark], where)
        return inside.adjusted(20, 0, 0, 0)

    def _right(self, painter: QPainter, inside: QRect, node: Node) -> QRect:
        """Returns what is left for the text."""
        used = self._texts.draw(painter, inside, node.shown.right, right=True) + 8
        if node.shown.differs:
            where = QRectF(inside.right() - used - 12, inside.center().y() - 6.5, 14, 14)
            paint_icon(painter, "differs", "unit", where)
            used += 20
        if node.shown.reviewed:
            where = QRectF(inside.right() - used - 10, inside.center().y() - 5.5, 12, 12)
            paint_icon(painter, "check", "met", where)
            used += 16
        return inside.adjusted(0, 0, -used, 0)

    def _text(self, painter: QPainter, inside: QRect, node: Node) -> None:
        painter.setPen(color("quiet"))
        used = self._texts.draw(painter, inside, node.short_code)
        painter.setPen(color("text"))
        self._texts.draw(painter, inside.adjusted(max(14, used + 6), 0, 0, 0), node.text)
