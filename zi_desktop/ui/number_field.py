"""One number to type: what it counts above, the field, what the others wrote and what was refused below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.lke import Cell
from zi_desktop.ui.message import sentence
from zi_desktop.ui.parts import label


class _Edit(QLineEdit):
    """Letters are not numbers: they stay keys of the workbench even while this field has the focus. So do
    undo and redo, unless something is typed here that is not stored yet."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            letter = plain and event.text() and (event.text().isalpha() or event.text() in "/?")
            if letter or self._is_for_the_window(event):
                event.ignore()
                return False
        return super().event(event)

    def _is_for_the_window(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)


class NumberField(QWidget):
    """`finished` (Enter: True, field left: False) asks to store what was typed; `edited` on every key."""

    finished = Signal(bool)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cell: Cell | None = None
        self._stored = ""
        self._name = label("", "quiet", wrap=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.edit = _Edit()
        self.edit.setMaxLength(40)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setMaximumWidth(170)
        self._name.setBuddy(self.edit)
        self._others = label("", "quiet", wrap=True)
        self.error = label("", "missed", wrap=True)
        self.error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._name, self.edit, self.error, self._others):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(lambda: self.finished.emit(True))
        self.edit.editingFinished.connect(lambda: self.finished.emit(False))

    def name_height(self, width: int) -> int:
        self._name.ensurePolished()  # its font is that of the style, though it was never shown
        self._name.setMinimumHeight(0)  # Qt's answer is never less than that
        return self._name.heightForWidth(width)

    def align(self, height: int) -> None:
        """Room for the name, so that fields beside each other stand on one line."""
        self._name.setMinimumHeight(height)

    def show_cell(self, cell: Cell, name: str, stored: str, others: str) -> None:
        """``stored`` is what the store holds; what is being typed is left alone."""
        keep = self.cell == cell and self.pending
        self.cell, self._stored = cell, stored
        self._name.setText(name)
        self.edit.setAccessibleName(f"{cell.code} {name}")
        self._others.setText(others)
        self._others.setVisible(bool(others))
        if not keep:
            self.settle()

    @property
    def text(self) -> str:
        return self.edit.text().strip()

    @property
    def pending(self) -> bool:
        """True while what stands in the field is not what the store holds."""
        return self.text != self._stored

    def settle(self) -> None:
        """Show what the store holds."""
        self.edit.setText(self._stored)
        self._mark(refused=False)

    def refuse(self, error: ZiError) -> None:
        self.error.setText(sentence(error.message, error.remedy))
        self._mark(refused=True)

    def _on_edited(self) -> None:
        self._mark(refused=False)
        self.edited.emit()

    def _mark(self, *, refused: bool) -> None:
        self.error.setVisible(refused)
        if not refused:
            self.error.clear()
        if self.edit.property("refused") != refused:
            self.edit.setProperty("refused", refused)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)
