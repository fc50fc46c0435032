"""Ctrl+K: every command and every question, found by a few letters. One field, one list, gone with Esc."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from zi_desktop.ui.icons import icon, paint_icon
from zi_desktop.ui.parts import column, label
from zi_desktop.ui.theme import color

_WIDTH, _ROW, _ROWS = 620, 32, 11
_SHOWN = 60
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """``detail`` stands at the right (a key, an answer); ``code`` is what a question is found by first."""

    text: str
    do: Callable[[], object]
    detail: str = ""
    glyph: str = ""
    code: str = ""


def find(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """Entries with every word typed, best first: a code that begins so (dots or none), a text that begins so,
    a word that begins so, anywhere."""
    words = typed.casefold().split()
    if not words:
        return list(entries)[:_SHOWN]
    ranked = [
        (rank, i, e) for i, e in enumerate(entries) if (rank := _rank(e, words, _bare(typed))) is not None
    ]
    return [entry for _, _, entry in sorted(ranked, key=lambda r: r[:2])[:_SHOWN]]


def _rank(entry: Entry, words: list[str], bare: str) -> int | None:
    if entry.code and bare and _bare(entry.code).startswith(bare):
        return 0 if _bare(entry.code) == bare else 1
    text = f"{entry.code} {entry.text}".casefold()
    if not all(word in text for word in words):
        return None
    if entry.text.casefold().startswith(words[0]):
        return 2
    return 3 if all(f" {word}" in f" {text}" for word in words) else 4


def _bare(code: str) -> str:
    return "".join(c for c in code.casefold() if c.isalnum())


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.code, entry.text, entry.detail) if part)
        return entry if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_WIDTH - 2, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        where: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, color("tint"))
            painter.fillRect(QRect(where.left(), where.top(), 3, where.height()), color("accent"))
        inside = where.adjusted(12, 0, -12, 0)
        if entry.glyph:
            box = QRect(inside.left(), inside.center().y() - 8, 16, 16)
            paint_icon(painter, entry.glyph, "quiet", box.toRectF())
        inside.adjust(28, 0, 0, 0)
        metrics = painter.fontMetrics()
        painter.setPen(color("quiet"))
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, side | Qt.AlignmentFlag.AlignRight, entry.detail)
        inside.adjust(0, 0, -metrics.horizontalAdvance(entry.detail) - 16, 0)
        if entry.code:
            painter.drawText(inside, side, entry.code)
            inside.adjust(max(96, metrics.horizontalAdvance(entry.code) + 12), 0, 0, 0)
        painter.setPen(color("text"))
        text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, side, text)
        painter.restore()


class CommandBox(QFrame):
    """Over ``parent``; what had the focus has it again when it closes without doing anything."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._entries: list[Entry] = []
        self._focus_before: QWidget | None = None
        self.setProperty("role", "raised")
        self.setAccessibleName(self.tr("Cari soal atau perintah"))
        self.field = QLineEdit()
        self.field.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.list = QListView()
        self._model = _Model(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda _: self._do())
        self._nothing = label(self.tr("Tidak ada soal atau perintah dengan kata itu."), "quiet")
        self._nothing.setContentsMargins(12, 8, 12, 12)
        self.setLayout(column(self.field, self.list, self._nothing, gap=4, margins=(6, 6, 6, 6)))
        parent.installEventFilter(self)
        self.hide()

    def open(self, entries: list[Entry], hint: str) -> None:
        self._entries = entries
        self._focus_before = QApplication.focusWidget()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.list.setAccessibleName(hint)
        self.field.clear()
        self._on_typed("")
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_quietly(self) -> None:
        self.hide()
        if self._focus_before is not None and self._focus_before.isVisible():
            self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_typed(self, text: str) -> None:
        found = find(self._entries, text)
        self._model.show(found)
        self.list.setCurrentIndex(self._model.index(0))
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.list.setFixedHeight(_ROW * min(_ROWS, max(1, len(found))) + 2)
        self._place()

    def _place(self) -> None:
        self.setFixedWidth(min(_WIDTH, self._over.width() - 32))
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, 52)

    def _do(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        self.close_quietly()
        entry.do()

    def _move(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            row = min(count - 1, max(0, self.list.currentIndex().row() + by))
            self.list.setCurrentIndex(self._model.index(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.field:
            if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
                return True
            if event.type() is QEvent.Type.FocusOut and self.isVisible():
                self.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._move(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._do()
        elif key == Qt.Key.Key_Escape:
            self.close_quietly()
        else:
            return False
        return True
