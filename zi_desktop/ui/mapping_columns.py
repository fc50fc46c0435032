"""The columns of a sheet, one line each: letter, header, and what it is taken for, to be corrected."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QWidget

from zi_desktop.domain.reading import ColumnMatch
from zi_desktop.ui.elided import ElidedLabel
from zi_desktop.ui.mapping_words import meaning_name, meanings
from zi_desktop.ui.parts import empty, label, set_role


class MeaningBox(QComboBox):
    """The wheel scrolls the list it stands in, not its choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class MappingColumns(QScrollArea):
    """`corrected` carries (column letter, meaning)."""

    corrected = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setProperty("role", "content")
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(12, 4, 12, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.setWidget(body)
        self.boxes: dict[str, MeaningBox] = {}
        self._letters: dict[str, QLabel] = {}
        self._shown: list[tuple[str, str]] = []

    def show_columns(self, columns: tuple[ColumnMatch, ...], corrected: Collection[str]) -> None:
        """The same columns again keep their lines, so that the place and the focus stay."""
        shown = [(c.column, c.header) for c in columns]
        if shown != self._shown:
            self._shown = shown
            self._build(columns)
        for found in columns:
            box = self.boxes[found.column]
            at = box.findData(found.meaning)
            if at < 0:
                box.insertItem(0, meaning_name(found.meaning), found.meaning)
                at = 0
            box.setCurrentIndex(at)
            set_role(self._letters[found.column], "accent" if found.column in corrected else "code")

    def _build(self, columns: tuple[ColumnMatch, ...]) -> None:
        empty(self._grid)
        self.boxes, self._letters = {}, {}
        for at, found in enumerate(columns):
            letter = label(found.column, "code")
            header = ElidedLabel()
            text = found.header or self.tr("(tanpa judul)")
            header.tell(text, text)
            box = MeaningBox()
            for meaning in meanings():
                box.addItem(meaning_name(meaning), meaning)
            box.setFixedWidth(166)
            box.setAccessibleName(
                self.tr("Arti kolom {column} {header}").format(column=found.column, header=text)
            )
            box.activated.connect(lambda _, found=found, box=box: self._choose(found.column, box))
            for place, widget in enumerate((letter, header, box)):
                self._grid.addWidget(widget, at, place)
            self.boxes[found.column], self._letters[found.column] = box, letter
        self._grid.setRowStretch(len(columns), 1)

    def _choose(self, column: str, box: MeaningBox) -> None:
        self.corrected.emit(column, str(box.currentData()))
