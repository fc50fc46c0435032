"""How a row of the worklist is painted; in words too, so that colour says nothing alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from zi_desktop.domain.stage import SignOffState
from zi_desktop.services.worklist import EvaluationSummary
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.shaped import ShapedTexts
from zi_desktop.ui.theme import brush, color, fill
from zi_desktop.ui.worklist_model import Col, WorklistModel

_ICON = 14


class WorklistDelegate(QStyledItemDelegate):
    """Paints a cell itself, on the ground the table has painted: the style sheet's way costs more than a
    frame for a screenful."""

    def __init__(self, table: QTableView, model: WorklistModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self.hovered = False
        """The mouse has been in the table. Until then its cells are not asked for their state, as the first
        to ask loads all the names of Qt's styles."""
        self._texts = ShapedTexts()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = self._model.line(index.row())
        if line is None:
            return
        rect: QRect = option.rect
        column = Col(index.column())
        painter.save()
        selected = self._table.selectionModel().isSelected(index)
        if selected or self._under_mouse(option):
            fill(painter, rect.adjusted(0, 0, 0, -1), "tint" if selected else "hover")
        if selected and column is Col.UNIT:
            ink = "accent" if self._table.isActiveWindow() else "edge"
            fill(painter, QRect(rect.left(), rect.top(), 3, rect.height()), ink)
        inside = rect.adjusted(12, 0, -10, -1)
        if column is Col.UNIT:
            self._paint_unit(painter, inside, line)
        elif column is Col.PROGRESS and line.known:
            self._paint_progress(painter, inside, line)
        elif column is Col.PREDIKAT and line.known:
            self._paint_predikat(painter, inside, line)
        elif column is Col.BLOCKS and line.known:
            self._paint_blocks(painter, inside, line)
        else:
            painter.setPen(color("quiet" if column is Col.CHANGED or not line.known else "text"))
            text = str(index.data(Qt.ItemDataRole.DisplayRole))
            self._texts.draw(painter, inside, text, right=column is Col.TOTAL)
        painter.restore()

    def _under_mouse(self, option: QStyleOptionViewItem) -> bool:
        if not self.hovered:
            return False
        from PySide6.QtWidgets import QStyle

        state: QStyle.StateFlag = option.state
        return bool(state & QStyle.StateFlag.State_MouseOver)

    def _paint_unit(self, painter: QPainter, inside: QRect, line: EvaluationSummary) -> None:
        painter.setPen(color("text"))
        if not line.team:
            self._texts.draw(painter, inside, line.unit)
            return
        half = inside.height() // 2
        self._texts.draw(painter, inside.adjusted(0, 3, 0, -half + 3), line.unit)
        small = QFont(painter.font())
        small.setPixelSize(max(1, small.pixelSize() - 1))
        painter.setFont(small)
        painter.setPen(color("quiet"))
        self._texts.draw(painter, inside.adjusted(0, half - 1, 0, -3), self._model.team_text(line))

    def _paint_progress(self, painter: QPainter, inside: QRect, line: EvaluationSummary) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._texts.width(painter, "000/000") + 8
        bar = QRectF(inside.left(), inside.center().y() - 2.5, inside.width() - room, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush("track"))
        painter.drawRoundedRect(bar, 3, 3)
        share = line.answered / max(1, line.questions)
        if share:
            painter.setBrush(brush("accent"))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(6.0, bar.width() * share), 6), 3, 3)
        painter.setPen(color("text"))
        self._texts.draw(painter, inside, f"{line.answered}/{line.questions}", right=True)

    def _paint_predikat(self, painter: QPainter, inside: QRect, line: EvaluationSummary) -> None:
        each = inside.width() // max(1, len(line.predikat))
        for place, (name, met) in enumerate(line.predikat.items()):
            text = name if met else QCoreApplication.translate("Worklist", "{predikat} {n} lagi")
            text = text.format(predikat=name, n=line.open_gates[name])
            part = QRect(inside.left() + place * each, inside.top(), each - 4, inside.height())
            self._with_icon(painter, part, "check" if met else "cross", "met" if met else "missed", text)

    def _paint_blocks(self, painter: QPainter, inside: QRect, line: EvaluationSummary) -> None:
        text = self._model.blocks_text(line)
        if line.sign_off == SignOffState.SIGNED:
            self._with_icon(painter, inside, "lock", "met", text)
        elif line.unanswered:
            self._with_icon(painter, inside, "open", "quiet", text)
        elif line.errors or line.warnings:
            self._with_icon(painter, inside, "warning", "missed" if line.errors else "near", text)
        else:
            self._with_icon(painter, inside, "check", "met", text)

    def _with_icon(self, painter: QPainter, inside: QRect, glyph: str, ink: str, text: str) -> None:
        where = QRectF(inside.left(), inside.center().y() - 6.5, _ICON, _ICON)
        paint_icon(painter, glyph, ink, where)
        painter.setPen(color(ink))
        self._texts.draw(painter, inside.adjusted(_ICON + 4, 0, 0, 0), text)
