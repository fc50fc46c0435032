"""A field for a cell of the form, found by its code or by words of its question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.reading import IGNORE


class CellBox(QComboBox):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEditable(True)
        line = self.lineEdit()
        assert line is not None
        for widget in (self, line):
            widget.setAccessibleName(name)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setMaxVisibleItems(12)
        completer = self.completer()
        assert isinstance(completer, QCompleter)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._form: Lke | None = None

    def show_form(self, lke: Lke) -> None:
        """Every cell of the form but its decisions, after the choice to leave the row out."""
        if lke is self._form:
            return
        self._form = lke
        self.clear()
        self.addItem(self.tr("Abaikan baris ini"), IGNORE)
        for cell in lke.cells.values():
            if cell.kind is not CellKind.DECISION:
                words = cell.count.label if cell.count else cell.question.text
                self.addItem(f"{cell.code}  {words}", cell.code)

    def show_cell(self, code: str) -> None:
        """Empty: nothing is chosen."""
        self.setCurrentIndex(self.findData(code) if code else -1)
        if (line := self.lineEdit()) is not None:
            line.setCursorPosition(0)

    @property
    def cell(self) -> str:
        """The chosen cell's code, `IGNORE`, or empty."""
        return str(self.currentData() or "")
