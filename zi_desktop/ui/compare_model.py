"""The questions of a comparison as rows, and which of them are shown."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from zi_desktop.domain.compare import Comparison, Kind, QuestionDifference
from zi_desktop.ui.compare_words import BLANK, INK, kind_word, side_names, signed, texts_that_differ
from zi_desktop.ui.language import from_comma
from zi_desktop.ui.theme import color

Index = QModelIndex | QPersistentModelIndex
DifferenceRole = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Col(IntEnum):
    KIND = 0
    CODE = 1
    TEXT = 2
    BEFORE = 3
    AFTER = 4
    POINTS = 5
    WRITTEN = 6


class Show(StrEnum):
    """The chips."""

    DIFFERENT = "different"
    UP = "up"
    DOWN = "down"
    WRITTEN = "written"
    ALL = "all"


def fits(difference: QuestionDifference, show: Show) -> bool:
    if show is Show.ALL:
        return True
    if show is Show.WRITTEN:
        return difference.text_differs
    if show is Show.DIFFERENT:
        return difference.kind is not Kind.SAME
    return difference.kind is (Kind.UP if show is Show.UP else Kind.DOWN)


class CompareModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.found: Comparison | None = None
        self._rows: tuple[QuestionDifference, ...] = ()

    def show_comparison(self, found: Comparison) -> None:
        self.beginResetModel()
        self.found, self._rows = found, found.questions
        self.endResetModel()

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
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return _RIGHT if section == Col.POINTS else left
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        before, after = side_names(self.found) if self.found else ("", "")
        return {
            Col.KIND: self.tr("Beda"),
            Col.CODE: self.tr("Kode"),
            Col.TEXT: self.tr("Soal"),
            Col.BEFORE: before,
            Col.AFTER: after,
            Col.POINTS: self.tr("Selisih"),
            Col.WRITTEN: self.tr("Tulisan"),
        }[Col(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        difference, column = self._rows[index.row()], Col(index.column())
        if role == DifferenceRole:
            return difference
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self._text(difference, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Col.POINTS:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and column in (Col.KIND, Col.POINTS):
            return color(INK[difference.kind])
        return None

    def _text(self, difference: QuestionDifference, column: Col) -> str:
        if column is Col.KIND:
            return kind_word(difference.kind)
        if column in (Col.BEFORE, Col.AFTER):
            side = difference.before if column is Col.BEFORE else difference.after
            return from_comma(side.answer) or BLANK
        if column is Col.POINTS:
            return signed(difference.points)
        if column is Col.WRITTEN:
            return texts_that_differ(difference)
        return difference.question.code if column is Col.CODE else difference.question.text


class CompareFilter(QSortFilterProxyModel):
    """Keeps the order of the comparison: the biggest difference first."""

    def __init__(self) -> None:
        super().__init__()
        self.show_only = Show.DIFFERENT
        self._words: tuple[str, ...] = ()

    def change(self, *, show: Show | None = None, words: str | None = None) -> None:
        self.beginFilterChange()
        self.show_only = self.show_only if show is None else show
        self._words = self._words if words is None else tuple(words.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        difference = self.sourceModel().index(source_row, 0, source_parent).data(DifferenceRole)
        if not isinstance(difference, QuestionDifference) or not fits(difference, self.show_only):
            return False
        sides = (difference.before, difference.after)
        text = " ".join(
            (difference.question.code, difference.question.text, *(f"{s.answer} {s.note}" for s in sides))
        )
        return all(word in text.casefold() for word in self._words)
