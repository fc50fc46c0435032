"""How progress and predikat are painted in the worklist; in words too, so that colour says nothing alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from zi_desktop.services.evaluations import EvaluationSummary
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import color
from zi_desktop.ui.worklist_model import Col, SummaryRole

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WorklistDelegate(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        summary = index.data(SummaryRole)
        column = index.column()
        if not isinstance(summary, EvaluationSummary) or column not in (Col.PROGRESS, Col.PREDIKAT):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        style = widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, widget)
        inside: QRect = option.rect.adjusted(11, 0, -11, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if column == Col.PROGRESS:
            _paint_progress(painter, inside, summary)
        else:
            _paint_predikat(painter, inside, summary)
        painter.restore()


def _paint_progress(painter: QPainter, inside: QRect, summary: EvaluationSummary) -> None:
    text = f"{summary.answered}/{summary.questions}"
    room = painter.fontMetrics().horizontalAdvance("000/000") + 8
    bar = QRectF(inside.left(), inside.center().y() - 2.5, inside.width() - room, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("track"))
    painter.drawRoundedRect(bar, 3, 3)
    share = summary.answered / max(1, summary.questions)
    if share:
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(6.0, bar.width() * share), 6), 3, 3)
    painter.setPen(color("text"))
    painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_predikat(painter: QPainter, inside: QRect, summary: EvaluationSummary) -> None:
    left = inside.left()
    for name, met in summary.predikat.items():
        ink = "met" if met else "missed"
        paint_icon(painter, "check" if met else "cross", ink, QRectF(left, inside.center().y() - 6.5, 14, 14))
        text = name if met else QCoreApplication.translate("Worklist", "{predikat} {n} syarat lagi")
        text = text.format(predikat=name, n=summary.open_gates[name])
        painter.setPen(color(ink))
        painter.drawText(QRect(left + 18, inside.top(), 130, inside.height()), _LEFT, text)
        left += 148
