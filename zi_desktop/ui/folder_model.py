"""A folder's files as rows: what each would bring, or why it cannot; and the same as text."""

from __future__ import annotations

import csv
import io
from enum import IntEnum, StrEnum
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from zi_desktop.services.folder import FolderLine
from zi_desktop.ui.answers import stage_tag
from zi_desktop.ui.language import language, number, say
from zi_desktop.ui.message import sentence
from zi_desktop.ui.theme import color

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SAME = 1e-6
_FORMULA = ("=", "+", "-", "@", "\t")  # a spreadsheet would compute a text that begins so


class Col(IntEnum):
    FILE = 0
    UNIT = 1
    YEAR = 2
    STAGES = 3
    ANSWERED = 4
    TOTAL = 5
    FILE_TOTAL = 6
    CHANGES = 7
    DOUBTFUL = 8
    WARNINGS = 9
    STATE = 10


class State(StrEnum):
    WAITING = "waiting"
    READ = "read"
    DONE = "done"
    FAILED = "failed"


_FIGURES = frozenset({Col.ANSWERED, Col.TOTAL, Col.FILE_TOTAL, Col.CHANGES, Col.DOUBTFUL, Col.WARNINGS})


class FolderModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path()
        self.lines: list[FolderLine] = []
        self.states: list[State] = []

    def set_files(self, folder: Path, files: list[Path]) -> None:
        self.beginResetModel()
        self.folder = folder
        self.lines = [FolderLine(file) for file in files]
        self.states = [State.WAITING] * len(files)
        self.endResetModel()

    def set_line(self, at: int, line: FolderLine, *, written: bool) -> None:
        self.lines[at] = line
        done = State.DONE if written else State.READ
        self.states[at] = State.FAILED if line.error else done
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(Col) - 1))

    def wanted(self) -> list[tuple[int, Path]]:
        """Files that can be imported and would change something, with their numbers."""
        return [
            (i, line.file)
            for i, (line, state) in enumerate(zip(self.lines, self.states, strict=True))
            if state is State.READ and _brings(line)
        ]

    def count(self, state: State) -> int:
        return self.states.count(state)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(Col(section))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._names()[Col(section)]
        return None

    def _names(self) -> dict[Col, str]:
        return {
            Col.FILE: self.tr("Berkas"),
            Col.UNIT: self.tr("Unit kerja"),
            Col.YEAR: self.tr("Tahun"),
            Col.STAGES: self.tr("Tahap"),
            Col.ANSWERED: self.tr("Dijawab"),
            Col.TOTAL: self.tr("Nilai"),
            Col.FILE_TOTAL: self.tr("Di berkas"),
            Col.CHANGES: self.tr("Berubah"),
            Col.DOUBTFUL: self.tr("Ragu"),
            Col.WARNINGS: self.tr("Periksa"),
            Col.STATE: self.tr("Keadaan"),
        }

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        at, column = index.row(), Col(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(at, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(at, column)
        return None

    def _ink(self, at: int, column: Col) -> object:
        line, state = self.lines[at], self.states[at]
        if column is Col.STATE:
            inks = {State.FAILED: "missed", State.DONE: "met", State.WAITING: "quiet", State.READ: "text"}
            return color(inks[state])
        differs = (
            line.total is not None
            and line.file_total is not None
            and abs(line.total - line.file_total) > _SAME
        )
        look = (column is Col.FILE_TOTAL and differs) or (column is Col.DOUBTFUL and line.doubtful > 0)
        return color("near") if look else None

    def text(self, at: int, column: Col) -> str:
        """What a cell shows, in the language in use."""
        line, state = self.lines[at], self.states[at]
        if column is Col.FILE:
            return line.file.relative_to(self.folder).as_posix()
        if column is Col.STATE:
            return self._state(line, state)
        if state in (State.WAITING, State.FAILED) and column in _FIGURES:
            return ""
        return {
            Col.UNIT: line.unit,
            Col.YEAR: str(line.year or ""),
            Col.STAGES: ", ".join(stage_tag(s) for s in line.stages),
            Col.ANSWERED: f"{line.answered}/{line.questions}",
            Col.TOTAL: _points(line.total),
            Col.FILE_TOTAL: _points(line.file_total),
            Col.CHANGES: str(line.changes),
            Col.DOUBTFUL: str(line.doubtful),
            Col.WARNINGS: str(line.warnings),
        }[column]

    def _state(self, line: FolderLine, state: State) -> str:
        if line.error is not None:
            return sentence(line.error.message, line.error.remedy)
        ready = self.tr("siap diimpor") if line.changes else self.tr("siap diimpor: teks resmi saja")
        told = {
            State.WAITING: self.tr("menunggu"),
            State.READ: ready if _brings(line) else self.tr("sudah sama"),
            State.DONE: self.tr("diimpor"),
            State.FAILED: say(line.error.message) if line.error else "",
        }[state]
        return self.tr("{state} (dengan pemetaan Anda)").format(state=told) if line.mapped else told

    def sum_text(self) -> str:
        """Every file accounted for."""
        same = sum(s is State.READ and not _brings(i) for s, i in zip(self.states, self.lines, strict=True))
        parts = (
            (self.count(State.READ) - same, self.tr("{n} siap")),
            (same, self.tr("{n} sudah sama")),
            (self.count(State.DONE), self.tr("{n} diimpor")),
            (self.count(State.FAILED), self.tr("{n} gagal")),
            (self.count(State.WAITING), self.tr("{n} menunggu")),
        )
        words = " + ".join(text.format(n=n) for n, text in parts if n)
        of = self.tr("{n} berkas").format(n=len(self.lines))
        return f"{of} = {words}" if words else ""

    def as_text(self, *, separator: str = "\t") -> str:
        """The whole table; a text that a spreadsheet would compute is marked as text."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=separator, lineterminator="\n")
        writer.writerow([self._names()[column] for column in Col])
        for at in range(len(self.lines)):
            writer.writerow([_plain(self.text(at, column)) for column in Col])
        return out.getvalue()

    def as_csv(self) -> bytes:
        """For a spreadsheet in the language in use: with a byte order mark, ``;`` beside a decimal comma."""
        return self.as_text(separator=";" if language() == "id" else ",").encode("utf-8-sig")


def _brings(line: FolderLine) -> bool:
    return bool(line.changes or line.texts)


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _points(value: float | None) -> str:
    return "–" if value is None else number(Fraction(value))


def _align(column: Col) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
