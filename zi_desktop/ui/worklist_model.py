"""The evaluations of the store as rows: filtered and sorted over plain lists, so that ten thousand of them
follow every key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from zi_desktop.domain.stage import SignOffState, Stage
from zi_desktop.services.worklist import EvaluationSummary
from zi_desktop.ui.language import localise, number, say

Index = QModelIndex | QPersistentModelIndex
SummaryRole = Qt.ItemDataRole.UserRole
WAIT = "…"
"""Stands where a figure is still being computed."""
_NOWHERE = QModelIndex()
_OF_HEADER = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Col(IntEnum):
    UNIT = 0
    YEAR = 1
    STAGE = 2
    PROGRESS = 3
    TOTAL = 4
    PREDIKAT = 5
    BLOCKS = 6
    CHANGED = 7


class State(StrEnum):
    """The chips: how far an evaluation is."""

    ALL = "all"
    STARTED = "started"  # questions are open
    CHECK = "check"  # something should be looked at before signing
    READY = "ready"  # complete and not signed
    SIGNED = "signed"


_IS: dict[State, Callable[[EvaluationSummary], bool]] = {
    State.ALL: lambda _: True,
    State.STARTED: lambda line: line.known and line.unanswered > 0,
    State.CHECK: lambda line: line.known and line.errors + line.warnings > 0,
    State.READY: lambda line: (
        line.known and not line.unanswered and not line.errors and line.sign_off != SignOffState.SIGNED
    ),
    State.SIGNED: lambda line: line.sign_off == SignOffState.SIGNED,
}

_KEY: dict[Col, Callable[[EvaluationSummary], object]] = {
    Col.UNIT: lambda line: line.unit.casefold(),
    Col.YEAR: lambda line: line.year,
    Col.STAGE: lambda line: line.stage.value,
    Col.PROGRESS: lambda line: line.answered / max(1, line.questions),
    Col.TOTAL: lambda line: float(line.total),
    Col.PREDIKAT: lambda line: -sum(line.open_gates.values()),
    Col.BLOCKS: lambda line: line.unanswered * 1000 + line.errors * 100 + line.warnings,
    Col.CHANGED: lambda line: line.newest,
}


class Filter(NamedTuple):
    """``words`` in lower case, all of which must be found; ``year`` 0: every year."""

    words: tuple[str, ...] = ()
    state: State = State.ALL
    year: int = 0


class WorklistModel(QAbstractTableModel):
    """Holds all lines; its rows are those the filter lets through, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, EvaluationSummary] = {}
        self._haystacks: dict[str, str] = {}
        self._order: list[str] = []
        self._rows: list[EvaluationSummary] = []
        self._row_of: dict[str, int] = {}
        self._more = 0
        self._by = Col.CHANGED
        self._descending = True
        self.filter = Filter()
        self._titles: dict[int, str] = {
            Col.UNIT: self.tr("Unit kerja"),
            Col.YEAR: self.tr("Tahun"),
            Col.STAGE: self.tr("Tahap"),
            Col.PROGRESS: self.tr("Kemajuan"),
            Col.TOTAL: self.tr("Nilai"),
            Col.PREDIKAT: self.tr("Syarat predikat"),
            Col.BLOCKS: self.tr("Yang menahan"),
            Col.CHANGED: self.tr("Diubah"),
        }

    def set_lines(self, lines: Sequence[EvaluationSummary], more: int = 0) -> None:
        """All there are, the one changed last first. Of ``more`` there is only the room, below them, until
        they are set as well."""
        self._more = more
        self._lines = {line.id: line for line in lines}
        self._haystacks = {}  # made when something is searched for
        self._sort()
        self._apply()

    def put(self, lines: Iterable[EvaluationSummary]) -> None:
        """Figures that are known now. Rows keep their places; `settle` sorts and filters by them."""
        for line in lines:
            self._lines[line.id] = line
            self._haystacks.pop(line.id, None)
            row = self._row_of.get(line.id)
            if row is not None:
                self._rows[row] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Col) - 1))

    def settle(self) -> None:
        """Sort and filter anew, where figures that came decide about it."""
        if self._by in (Col.PROGRESS, Col.TOTAL, Col.PREDIKAT, Col.BLOCKS):
            self._sort()
        self._apply()

    def prepare(self) -> None:
        """Lays out what a search looks in, so that the first letter is as quick as the others."""
        for id_, line in self._lines.items():
            if id_ not in self._haystacks:
                self._haystacks[id_] = _haystack(line)

    def show_only(self, wanted: Filter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self._apply()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by, self._descending = Col(column), order is Qt.SortOrder.DescendingOrder
        self._sort()
        self._apply()

    def _sort(self) -> None:
        """Of equals the one changed last first, whichever way."""
        key = _KEY[self._by]
        ordered = sorted(self._lines.values(), key=lambda line: line.newest, reverse=True)
        ordered.sort(key=key, reverse=self._descending)  # type: ignore[arg-type]
        self._order = [line.id for line in ordered]

    def _apply(self) -> None:
        found = self._order
        if self.filter.words:
            self.prepare()
        for word in self.filter.words:
            found = [id_ for id_ in found if word in self._haystacks[id_]]
        rows = [self._lines[id_] for id_ in found]
        if self.filter.state is not State.ALL:
            rows = list(filter(_IS[self.filter.state], rows))
        if self.filter.year:
            rows = [line for line in rows if line.year == self.filter.year]
        if rows == self._rows and len(rows) < 100:
            return
        self.beginResetModel()
        self._rows = rows
        self._row_of = {line.id: i for i, line in enumerate(rows)}
        self.endResetModel()

    @property
    def known(self) -> int:
        """How many lines there are, shown or not."""
        return len(self._lines) + self._more

    @property
    def newest_year(self) -> int:
        return max((line.year for line in self._lines.values()), default=0)

    def line(self, row: int) -> EvaluationSummary | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, evaluation_id: str) -> int:
        """-1 when it is not shown."""
        return self._row_of.get(evaluation_id, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + self._more

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in _OF_HEADER or orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == Col.TOTAL else _LEFT
        return self._titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.line(index.row()), Col(max(0, index.column()))
        if line is None:
            return None
        if role == SummaryRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(line, column)
        return None

    def _text(self, line: EvaluationSummary, column: Col) -> str:
        if column in (Col.PROGRESS, Col.TOTAL, Col.PREDIKAT, Col.BLOCKS) and not line.known:
            return WAIT
        return {
            Col.UNIT: lambda: line.unit,
            Col.YEAR: lambda: str(line.year),
            Col.STAGE: lambda: self.stage_text(line.stage),
            Col.PROGRESS: lambda: f"{line.answered}/{line.questions}",
            Col.TOTAL: lambda: number(line.total),
            Col.PREDIKAT: lambda: self.predikat_text(line),
            Col.BLOCKS: lambda: self.blocks_text(line),
            Col.CHANGED: lambda: when(line.changed_at),
        }[column]()

    def _tooltip(self, line: EvaluationSummary, column: Col) -> str:
        if column is Col.STAGE:
            return say(line.stage.label)
        if column is Col.UNIT and line.team:
            return f"{line.unit}\n{self.team_text(line)}"
        return self._text(line, column)

    def stage_text(self, stage: Stage) -> str:
        """As short as a column can have it; the tooltip says it whole."""
        return self.tr("Mandiri") if stage is Stage.MANDIRI else stage.value.upper()

    def team_text(self, line: EvaluationSummary) -> str:
        return self.tr("Tim: {names}").format(names=", ".join(line.team)) if line.team else ""

    def predikat_text(self, line: EvaluationSummary) -> str:
        """``WBK memenuhi, WBBM 3 syarat lagi``."""
        parts = [
            self.tr("{predikat} memenuhi").format(predikat=name)
            if met
            else self.tr("{predikat} {n} syarat lagi").format(predikat=name, n=line.open_gates[name])
            for name, met in line.predikat.items()
        ]
        return ", ".join(parts)

    def blocks_text(self, line: EvaluationSummary) -> str:
        """``76 belum dijawab · 2 peringatan``; what is signed or ready says so."""
        if line.sign_off == SignOffState.SIGNED:
            return self.tr("Sudah ditandatangani")
        parts = [
            text.format(n=n)
            for n, text in (
                (line.unanswered, self.tr("{n} belum dijawab")),
                (line.errors, self.tr("{n} salah")),
                (line.warnings, self.tr("{n} peringatan")),
            )
            if n
        ]
        if line.sign_off == SignOffState.REOPENED:
            parts.append(self.tr("dibuka kembali"))
        return " · ".join(parts) or self.tr("Siap ditandatangani")


def _haystack(line: EvaluationSummary) -> str:
    """What a search looks in: unit, year, stage, the predikat it fulfils, the team."""
    met = " ".join(name for name, is_met in line.predikat.items() if is_met)
    stage = line.stage
    label = stage.label
    text = f"{line.unit} {line.year} {stage.value} {label.id} {label.en} {met} {' '.join(line.team)}"
    return text.casefold()


def when(stamp: str) -> str:
    """An ISO time of the log as people here write it; empty when there is none."""
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return ""
    return localise(moment.strftime("%d-%m-%Y %H")) + moment.strftime(".%M")
