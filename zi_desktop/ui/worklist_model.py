"""The evaluations of the store as rows, and the words one can filter them by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from zi_desktop.services.evaluations import EvaluationSummary
from zi_desktop.ui.language import localise, number, say

Index = QModelIndex | QPersistentModelIndex
SummaryRole = Qt.ItemDataRole.UserRole
SortRole = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class Col(IntEnum):
    UNIT = 0
    YEAR = 1
    STAGE = 2
    PROGRESS = 3
    TOTAL = 4
    PREDIKAT = 5
    CHANGED = 6


class WorklistModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[EvaluationSummary] = ()

    def set_rows(self, rows: Sequence[EvaluationSummary]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return right if section == Col.TOTAL else left
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Col.UNIT: self.tr("Unit kerja"),
            Col.YEAR: self.tr("Tahun"),
            Col.STAGE: self.tr("Tahap"),
            Col.PROGRESS: self.tr("Kemajuan"),
            Col.TOTAL: self.tr("Nilai"),
            Col.PREDIKAT: self.tr("Syarat predikat"),
            Col.CHANGED: self.tr("Diubah"),
        }[Col(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        summary, column = self._rows[index.row()], Col(index.column())
        if role == SummaryRole:
            return summary
        if role == SortRole:
            return self._sort_key(summary, column)
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self._text(summary, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Col.TOTAL:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, summary: EvaluationSummary, column: Col) -> str:
        return {
            Col.UNIT: summary.unit,
            Col.YEAR: str(summary.year),
            Col.STAGE: say(summary.stage.label),
            Col.PROGRESS: f"{summary.answered}/{summary.questions}",
            Col.TOTAL: number(summary.total),
            Col.PREDIKAT: self.predikat_text(summary),
            Col.CHANGED: when(summary.changed_at),
        }[column]

    def predikat_text(self, summary: EvaluationSummary) -> str:
        """``WBK memenuhi, WBBM 3 syarat lagi``."""
        parts = [
            self.tr("{predikat} memenuhi").format(predikat=name)
            if met
            else self.tr("{predikat} {n} syarat lagi").format(predikat=name, n=summary.open_gates[name])
            for name, met in summary.predikat.items()
        ]
        return ", ".join(parts)

    def _sort_key(self, summary: EvaluationSummary, column: Col) -> object:
        return {
            Col.UNIT: summary.unit.casefold(),
            Col.YEAR: summary.year,
            Col.STAGE: summary.stage.value,
            Col.PROGRESS: summary.answered / max(1, summary.questions),
            Col.TOTAL: float(summary.total),
            Col.PREDIKAT: -sum(summary.open_gates.values()),
            Col.CHANGED: summary.changed_at,
        }[column]


class WorklistFilter(QSortFilterProxyModel):
    """Rows that hold every word typed, in unit, year or stage."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self.setSortRole(SortRole)

    def set_words(self, text: str) -> None:
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        summary = self.sourceModel().index(source_row, 0, source_parent).data(SummaryRole)
        if not isinstance(summary, EvaluationSummary):
            return False
        text = f"{summary.unit} {summary.year} {summary.stage.value} {say(summary.stage.label)}".casefold()
        return all(word in text for word in self._words)


def when(stamp: str) -> str:
    """An ISO time of the log as people here write it; empty when there is none."""
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return ""
    return localise(moment.strftime("%d-%m-%Y %H")) + moment.strftime(".%M")
