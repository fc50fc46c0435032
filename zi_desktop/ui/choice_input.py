"""The options of a choice question, one row each, with everyone's answer on the options themselves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zi_desktop.domain.lke import Question
from zi_desktop.domain.report import Report
from zi_desktop.ui.answers import mine_tag, others
from zi_desktop.ui.option_row import OptionRow, Tag


class ChoiceInput(QWidget):
    """`typed` carries (cell code, label); clicking the chosen option again clears it."""

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        self.rows: list[OptionRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_question(self, report: Report, question: Question) -> None:
        self._code = question.code
        while len(self.rows) < len(question.choices):
            self._add_row()
        mine = report.evaluation.cells.get(question.code)
        given = [(o.tag, o.ink, o.evaluation.cells.get(question.code)) for o in others(report)]
        for i, option_row in enumerate(self.rows):
            used = i < len(question.choices)
            option_row.setVisible(used)
            if used:
                choice = question.choices[i]
                tags = tuple(Tag(tag, ink) for tag, ink, label in given if label == choice.label)
                if mine == choice.label:
                    tags = (*tags, Tag(mine_tag(), "accent"))
                option_row.show_choice(choice, mine == choice.label, tags)

    def _add_row(self) -> None:
        option_row = OptionRow()
        option_row.clicked.connect(lambda: self._ask(option_row))
        self.rows.append(option_row)
        self._layout.addWidget(option_row)

    def _ask(self, option_row: OptionRow) -> None:
        if option_row.choice is not None:
            self.typed.emit(self._code, "" if option_row.isChecked() else option_row.choice.label)
