"""Count and index questions: fields in a row, the ratio live, and the decision on a zero denominator."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from zi_desktop.domain.cells import CellValue, parse_cell
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.lke import DECISION, Cell, CellKind, Question
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import needs_decision
from zi_desktop.ui.answers import given_answers, last_year, others, shown_cell
from zi_desktop.ui.decision import DecisionBox
from zi_desktop.ui.number_field import NumberField
from zi_desktop.ui.parts import column, label, row
from zi_desktop.ui.ratio_text import ratio_text

_PER_ROW = 4
_NARROW = 520


class NumberInput(QWidget):
    """`typed` carries (cell code, what was typed); `done` says that Enter was pressed in the last field."""

    typed = Signal(str, str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self._question: Question | None = None
        self._sending = False
        self._per_row = _PER_ROW
        self.fields: list[NumberField] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for i in range(_PER_ROW):
            self._grid.setColumnStretch(i, 1)
        self.ratio = label("", "figure")
        self._bound = label("", "quiet", wrap=True)
        self._others = label("", "unit")
        self.decision = DecisionBox()
        self.decision.decided.connect(self._decide)
        self._add_field()  # the first holds the place of all in the tab order
        self.setLayout(
            column(
                self._grid, row(self.ratio, self._bound, None, self._others, gap=12), self.decision, gap=12
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        per_row = _PER_ROW if self.width() >= _NARROW else _PER_ROW // 2
        if per_row != self._per_row:
            self._per_row = per_row
            for i, field in enumerate(self.fields):
                self._grid.addWidget(field, i // per_row, i % per_row)
            for i in range(_PER_ROW):
                self._grid.setColumnStretch(i, 1 if i < per_row else 0)
        self._align()

    def show_question(self, report: Report, question: Question) -> None:
        self._report, self._question = report, question
        cells = [c for c in report.lke.cells_of[question.code] if c.kind is not CellKind.DECISION]
        while len(self.fields) < len(cells):
            self._add_field()
        mine = report.evaluation.cells
        for i, field in enumerate(self.fields):
            field.setVisible(i < len(cells))
            if i < len(cells):
                self._show_field(field, cells[i], report)
            else:
                field.cell = None
        told = [f"{given.tag}: {given.label}" for given in given_answers(report, question)]
        self._others.setText("   ".join(told))
        self.decision.show_decision(
            mine.get(f"{question.code}.{DECISION}"), needed=needs_decision(question, mine)
        )
        self._align()
        self._live()

    def _align(self) -> None:
        shown = [field for field in self.fields if field.cell is not None]
        gaps = self._grid.horizontalSpacing() * (self._per_row - 1)
        width = max(1, (self.width() - gaps) // self._per_row)
        height = max((field.name_height(width) for field in shown), default=0)
        for field in shown:
            field.align(height)

    def _show_field(self, field: NumberField, cell: Cell, report: Report) -> None:
        name = cell.count.label if cell.count else self.tr("Indeks, 0 sampai 4")
        last = last_year(report)
        told = [
            f"{o.tag} {value}"
            for o in (*others(report), *((last,) if last else ()))
            if (value := shown_cell(o.evaluation.cells.get(cell.code)))
        ]
        stored = shown_cell(report.evaluation.cells.get(cell.code))
        field.show_cell(cell, name, stored, " · ".join(told))

    def focus_first(self) -> None:
        """The first field that is still empty, else the first."""
        used = [f for f in self.fields if f.cell is not None]
        field = next((f for f in used if not f.text), used[0])
        field.edit.setFocus()
        field.edit.selectAll()

    def commit(self) -> bool:
        """Store whatever is still only typed; False when something was refused."""
        for field in self.fields:
            self._send(field)
        return not any(f.cell is not None and f.pending for f in self.fields)

    def give_up(self) -> None:
        """Back to what the store holds."""
        for field in self.fields:
            field.settle()
        self._live()

    def refuse(self, cell_code: str, error: ZiError) -> None:
        for field in self.fields:
            if field.cell is not None and field.cell.code == cell_code:
                field.refuse(error)

    def accept(self, cell_code: str) -> None:
        for field in self.fields:
            if field.cell is not None and field.cell.code == cell_code:
                field.settle()
        self._live()

    def _add_field(self) -> None:
        field = NumberField()
        place = len(self.fields)
        field.edited.connect(self._live)
        field.finished.connect(lambda enter: self._on_finished(place, enter))
        self._grid.addWidget(field, place // self._per_row, place % self._per_row)
        if self.fields:
            QWidget.setTabOrder(self.fields[-1].edit, field.edit)
        self.fields.append(field)

    def _on_finished(self, place: int, enter: bool) -> None:
        field = self.fields[place]
        self._send(field)
        if not enter or field.pending:
            return
        used = [f for f in self.fields if f.cell is not None]
        if place + 1 < len(used):
            used[place + 1].edit.setFocus()
            used[place + 1].edit.selectAll()
        elif not self.decision.isVisible():
            self.done.emit()

    def _send(self, field: NumberField) -> None:
        if field.cell is not None and field.pending and not self._sending:
            self._sending = True
            try:
                self.typed.emit(field.cell.code, field.text)
            finally:
                self._sending = False

    def _decide(self, raw: str) -> None:
        if self._question is not None:
            self.typed.emit(f"{self._question.code}.{DECISION}", raw)

    def _live(self) -> None:
        """The ratio of what stands in the fields now, stored or not."""
        if self._report is None or self._question is None:
            return
        cells: dict[str, CellValue] = dict(self._report.evaluation.cells)
        for field in self.fields:
            if field.cell is not None:
                value = _typed(field)
                if value is None:
                    cells.pop(field.cell.code, None)
                else:
                    cells[field.cell.code] = value
        text, bound = ratio_text(self._question, cells)
        self.ratio.setText(text)
        self.ratio.setVisible(bool(text))
        self._bound.setText(bound)


def _typed(field: NumberField) -> Decimal | None:
    try:
        value = parse_cell(field.cell, field.text) if field.cell else None
    except ZiError:
        return None
    return value if isinstance(value, Decimal) else None
