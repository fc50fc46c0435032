"""One piece of evidence as a row: what it is, its name, and what its content says of itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from zi_desktop.domain.evaluation import Evidence, FileFacts
from zi_desktop.ui.evidence_words import facts_in_words, icon_name, kind_in_words
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.parts import icon_button
from zi_desktop.ui.theme import color, px

_ONE_LINE, _TWO_LINES = 34, 46
_LEFT = 34
_MOVES: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class EvidenceRow(QPushButton):
    """A button that shows the evidence (click or Enter). `removed`: Delete or its cross; `moved`: arrow
    keys."""

    removed = Signal()
    moved = Signal(int)

    def __init__(self, item: Evidence, facts: FileFacts | None) -> None:
        super().__init__()
        self.item, self.facts = item, facts
        self._told = facts_in_words(item, facts)
        self._icon = icon_name(item, facts)
        self.setProperty("role", "row")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip("\n".join(part for part in (item.text, self._told) if part))
        said = ", ".join([item.text, *(self._told or kind_in_words(item, facts)).split(" · ")])
        self.setAccessibleName(self.tr("Bukti: {what}").format(what=said))
        self.setAccessibleDescription(self.tr("Enter melihat, Delete menghapus, panah berpindah"))
        self.remove = icon_button(
            "cross", self.tr("Hapus bukti {name}").format(name=item.text), self.removed.emit, small=True
        )
        self.remove.setParent(self)

    def sizeHint(self) -> QSize:
        return QSize(200, px(_TWO_LINES if self._told else _ONE_LINE))

    minimumSizeHint = sizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.remove.adjustSize()
        side = self.remove.sizeHint()
        self.remove.setGeometry(
            self.width() - side.width() - 4, (self.height() - side.height()) // 2, side.width(), side.height()
        )

    def event(self, event: QEvent) -> bool:
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            event.accept()  # in the list the arrows move in the list
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in _OPENS:
            self.click()
        elif key in _REMOVES and not event.isAutoRepeat():
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        paint_icon(painter, self._icon, "quiet", QRectF(10, (self.height() - 16) / 2, 16, 16))
        room = QRect(_LEFT, 0, self.remove.x() - _LEFT - 6, self.height())
        if self._told:
            room = QRect(_LEFT, px(5), room.width(), px(19))
            below = QRect(_LEFT, px(23), room.width(), px(17))
            small = QFont(self.font())
            small.setPixelSize(px(12))
            painter.setFont(small)
            painter.setPen(color("quiet"))
            self._write(painter, below, self._told, Qt.TextElideMode.ElideRight)
        painter.setFont(self.font())
        painter.setPen(color("text"))
        self._write(painter, room, self.item.text, Qt.TextElideMode.ElideMiddle)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        focused = self.hasFocus()
        wide = 2.0 if focused else 1.0
        painter.setBrush(color("hover" if self.underMouse() else "surface"))
        painter.setPen(QPen(color("accent" if focused else "line"), wide))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), 6, 6)

    def _write(self, painter: QPainter, room: QRect, text: str, elide: Qt.TextElideMode) -> None:
        shown = painter.fontMetrics().elidedText(text.replace("\n", " "), elide, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
