"""What an import would change, a row each, with a tick that takes it out; what replaces comes first."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.import_changes import CellChange
from zi_desktop.services.importing import ImportPlan
from zi_desktop.ui.answers import stage_tag
from zi_desktop.ui.language import localise
from zi_desktop.ui.theme import color, px

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Col(IntEnum):
    CODE = 0
    KIND = 1
    BEFORE = 2
    AFTER = 3
    PLACE = 4


class ChangesModel(QAbstractTableModel):
    """`ticked` whenever the number of rows that would be written changes."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Stage, CellChange]] = []
        self.excluded: set[tuple[Stage, str]] = set()

    def set_plan(self, plan: ImportPlan | None) -> None:
        self.beginResetModel()
        rows = [(b.stage, c) for b in plan.blocks for c in b.changes] if plan else []
        self._rows = sorted(rows, key=lambda row: not row[1].before)
        self.excluded &= {(stage, change.target) for stage, change in self._rows}
        self.endResetModel()
        self.ticked.emit()

    @property
    def wanted(self) -> int:
        return len(self._rows) - len(self.excluded)

    @property
    def replacing(self) -> int:
        """Rows that would write over something that stands there now."""
        return sum(bool(change.before) for _, change in self._rows)

    def kinds(self) -> dict[str, tuple[int, int]]:
        """By kind: how many rows would be written, of how many."""
        found: dict[str, tuple[int, int]] = {}
        for stage, change in self._rows:
            wanted, of = found.get(change.kind, (0, 0))
            found[change.kind] = (wanted + ((stage, change.target) not in self.excluded), of + 1)
        return found

    def want_kind(self, kind: str, wanted: bool) -> None:
        """Tick or untick every row of one kind."""
        keys = {(stage, change.target) for stage, change in self._rows if change.kind == kind}
        self.excluded = self.excluded - keys if wanted else self.excluded | keys
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.ticked.emit()

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
            Col.CODE: self.tr("Soal"),
            Col.KIND: self.tr("Jenis"),
            Col.BEFORE: self.tr("Sekarang"),
            Col.AFTER: self.tr("Menjadi"),
            Col.PLACE: self.tr("Di berkas"),
        }[Col(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Col.CODE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        stage, change = self._rows[index.row()]
        column = Col(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is Col.CODE:
            out = (stage, change.target) in self.excluded
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(stage, change, column)
        return self._look(change, column, role)

    def _look(self, change: CellChange, column: Col, role: int) -> object:
        """What replaces something stands out: heavy, and what it replaces in the colour of a warning."""
        if not change.before or column not in (Col.BEFORE, Col.AFTER):
            return color("quiet") if role == Qt.ItemDataRole.ForegroundRole and column is Col.BEFORE else None
        if role == Qt.ItemDataRole.FontRole and column is Col.AFTER:
            font = QFont()
            font.setPixelSize(px(13))
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return color("near" if column is Col.BEFORE else "text")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Col.CODE:
            return False
        stage, change = self._rows[index.row()]
        key = (stage, change.target)
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.excluded.discard(key)
        else:
            self.excluded.add(key)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _text(self, stage: Stage, change: CellChange, column: Col) -> str:
        if column is Col.CODE:
            cell = change.target.removeprefix("answer:") if change.kind == "answer" else change.question
            return f"{stage_tag(stage)}  {cell}"
        if column is Col.KIND:
            return self.kind_text(change.kind)
        if column is Col.PLACE:
            return change.place
        text = change.before or "–" if column is Col.BEFORE else change.after
        flat = " ".join(text.split())
        return localise(flat) if change.kind == "answer" else flat

    def counted(self, kind: str, n: int | str) -> str:
        """``125 jawaban``, ``120/125 jawaban``."""
        return {
            "answer": self.tr("{n} jawaban"),
            "note": self.tr("{n} catatan"),
            "evidence": self.tr("{n} bukti"),
            "finding": self.tr("{n} temuan"),
            "team": self.tr("{n} tim"),
            "reviewed": self.tr("{n} tanda ditinjau"),
            "reason": self.tr("{n} alasan"),
            "follow-up": self.tr("{n} tindak lanjut"),
            "letter": self.tr("{n} isian surat"),
        }.get(kind, f"{{n}} {kind}").format(n=n)

    def kind_text(self, kind: str) -> str:
        return {
            "answer": self.tr("jawaban"),
            "note": self.tr("catatan"),
            "evidence": self.tr("bukti"),
            "finding": self.tr("temuan"),
            "team": self.tr("tim"),
            "reviewed": self.tr("ditinjau"),
            "reason": self.tr("alasan"),
            "follow-up": self.tr("tindak lanjut"),
            "letter": self.tr("surat"),
        }.get(kind, kind)
