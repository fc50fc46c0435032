"""The rows of a sheet and the cell of the form each is taken for: doubtful ones first, then unknown ones."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from zi_desktop.domain.reading import RowMatch
from zi_desktop.ui.language import say
from zi_desktop.ui.theme import color

Index = QModelIndex | QPersistentModelIndex
MatchRole = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class Col(IntEnum):
    ROW = 0
    TEXT = 1
    CELL = 2
    SURE = 3
    REASON = 4


class MappingRowsModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._all: list[RowMatch] = []
        self._rows: list[RowMatch] = []
        self._corrected: Collection[int] = ()
        self._unknown: Collection[int] = ()
        self._words: list[str] = []

    def set_matches(
        self, matches: tuple[RowMatch, ...], corrected: Collection[int], unknown: Collection[int]
    ) -> None:
        """``corrected``: rows the user has spoken on; ``unknown``: rows nobody recognised."""
        self._corrected, self._unknown = corrected, unknown
        worth = [m for m in matches if m.text or m.cell]
        self._all = sorted(worth, key=self._urgency)
        self._show()

    def _urgency(self, match: RowMatch) -> int:
        if match.cell and not match.taken:
            return 0
        return 1 if match.row in self._unknown else 2

    def search(self, text: str) -> None:
        """Only rows whose wording or cell holds all of the words."""
        self._words = text.casefold().split()
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._rows = [
            m for m in self._all if all(w in f"{m.row} {m.text} {m.cell}".casefold() for w in self._words)
        ]
        self.endResetModel()

    def index_of(self, row: int) -> QModelIndex:
        """The line of a row of the sheet; invalid when it is not shown."""
        at = next((i for i, m in enumerate(self._rows) if m.row == row), None)
        return _NOWHERE if at is None else self.index(at, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Col.ROW: self.tr("Baris"),
            Col.TEXT: self.tr("Bunyi di berkas"),
            Col.CELL: self.tr("Dibaca sebagai"),
            Col.SURE: self.tr("Yakin"),
            Col.REASON: self.tr("Sebab"),
        }[Col(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match, column = self._rows[index.row()], Col(index.column())
        if role == MatchRole:
            return match
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(match, column)
        if role == Qt.ItemDataRole.ForegroundRole and not match.taken:
            return color("near" if self._urgency(match) < 2 else "quiet")
        return None

    def _text(self, match: RowMatch, column: Col) -> str:
        if column is Col.ROW:
            return str(match.row)
        if column is Col.TEXT:
            return " ".join(match.text.split())
        if column is Col.CELL:
            doubtful = match.cell and not match.taken
            return f"{match.cell}?" if doubtful else match.cell or "–"
        if column is Col.SURE:
            return f"{round(match.confidence * 100)} %" if match.cell else ""
        if match.row in self._corrected:
            return self.tr("menurut Anda")
        return self.tr("tidak dikenal") if match.row in self._unknown else say(match.reason)
