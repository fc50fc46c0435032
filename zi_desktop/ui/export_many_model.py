"""The evaluations of one run as rows: what each is, and what became of it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from zi_desktop.services.exporting_many import Ending, ManyLine
from zi_desktop.services.worklist import EvaluationSummary
from zi_desktop.ui.answers import stage_tag
from zi_desktop.ui.language import say
from zi_desktop.ui.message import sentence
from zi_desktop.ui.theme import color

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Col(IntEnum):
    UNIT = 0
    YEAR = 1
    STAGE = 2
    RESULT = 3


_INKS = {Ending.DONE: "met", Ending.REFUSED: "near", Ending.FAILED: "missed"}


class ExportManyModel(QAbstractTableModel):
    def __init__(self, chosen: Sequence[EvaluationSummary]) -> None:
        super().__init__()
        self.chosen = tuple(chosen)
        self.lines: list[ManyLine | None] = [None] * len(self.chosen)
        self.stopped = False

    def set_line(self, at: int, line: ManyLine) -> None:
        self.lines[at] = line
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(Col) - 1))

    def stop(self) -> None:
        """Those without a result will have none."""
        self.stopped = True
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.chosen) - 1, len(Col) - 1))

    def count(self, ending: Ending) -> int:
        return sum(line is not None and line.ending is ending for line in self.lines)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.chosen)

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
            Col.UNIT: self.tr("Unit kerja"),
            Col.YEAR: self.tr("Tahun"),
            Col.STAGE: self.tr("Tahap"),
            Col.RESULT: self.tr("Hasil"),
        }[Col(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        at, column = index.row(), Col(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(at, column)
        if role == Qt.ItemDataRole.ForegroundRole and column is Col.RESULT:
            line = self.lines[at]
            return color(_INKS[line.ending] if line else "quiet")
        return None

    def text(self, at: int, column: Col) -> str:
        one, line = self.chosen[at], self.lines[at]
        if column is Col.RESULT:
            return self._result(line) if line else self._waiting()
        return {
            Col.UNIT: one.unit,
            Col.YEAR: str(one.year),
            Col.STAGE: stage_tag(one.stage),
        }[column]

    def _waiting(self) -> str:
        return self.tr("tidak dikerjakan") if self.stopped else self.tr("menunggu")

    def _result(self, line: ManyLine) -> str:
        if line.error is not None:
            word = self.tr("Ditolak") if line.ending is Ending.REFUSED else self.tr("Gagal")
            return f"{word}: {sentence(line.error.message, line.error.remedy)}"
        assert line.outcome is not None
        exported = line.outcome.exported
        parts = [
            self.tr("Selesai: {files} berkas, {values} nilai dibaca ulang").format(
                files=len(exported.files), values=exported.checked_answers
            )
        ]
        if line.outcome.signed_off:
            parts.append(self.tr("dikunci (versi {n})").format(n=line.outcome.version))
        elif line.outcome.blocked_by:
            parts.append(self.tr("draf, tidak dikunci: masih ada galat"))
        parts += [say(issue.message) for issue in exported.issues]
        return "; ".join(parts)

    def sum_text(self) -> str:
        """Every evaluation accounted for."""
        waiting = self.lines.count(None)
        left = self.tr("{n} tidak dikerjakan") if self.stopped else self.tr("{n} menunggu")
        parts = (
            (self.count(Ending.DONE), self.tr("{n} selesai")),
            (self.count(Ending.REFUSED), self.tr("{n} ditolak")),
            (self.count(Ending.FAILED), self.tr("{n} gagal")),
            (waiting, left),
        )
        words = " + ".join(text.format(n=n) for n, text in parts if n)
        return self.tr("{n} penilaian").format(n=len(self.chosen)) + f" = {words}"
