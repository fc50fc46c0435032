"""The options of a choice question, one row each, with everyone's answer on the options themselves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zi_desktop.domain.lke import Question
from zi_desktop.domain.report import Report
from zi_desktop.ui.answers import Given, given_answers, mine_tag
from zi_desktop.ui.option_row import OptionRow, Tag, Widths


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
        self._add_row()  # the first holds the place of all in the tab order

    def show_question(self, report: Report, question: Question) -> None:
        self._code = question.code
        while len(self.rows) < len(question.choices):
            self._add_row()
        mine = report.evaluation.cells.get(question.code)
        given = given_answers(report, question)
        shown = [(choice, _tags(choice.label, given, mine)) for choice in question.choices]
        needed = [self.rows[0].needed(choice, tags) for choice, tags in shown]
        widths = Widths(max(n.badge for n in needed), max(n.tags for n in needed))
        for i, option_row in enumerate(self.rows):
            used = i < len(shown)
            option_row.setVisible(used)
            if used:
                choice, tags = shown[i]
                option_row.show_choice(choice, mine == choice.label, tags, widths)

    def _add_row(self) -> None:
        option_row = OptionRow()
        option_row.asked.connect(lambda: self._ask(option_row))
        self._layout.addWidget(option_row)
        if self.rows:
            QWidget.setTabOrder(self.rows[-1], option_row)
        self.rows.append(option_row)

    def _ask(self, option_row: OptionRow) -> None:
        if option_row.choice is not None:
            self.typed.emit(self._code, "" if option_row.isChecked() else option_row.choice.label)


def _tags(label: str, given: tuple[Given, ...], mine: object) -> tuple[Tag, ...]:
    tags = tuple(Tag(g.tag, g.ink) for g in given if g.label == label)
    return (*tags, Tag(mine_tag(), "accent")) if mine == label else tags
