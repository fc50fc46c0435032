"""Unit, year and stage: what names an evaluation, asked the same way everywhere."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSpinBox

from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.evaluations import FIRST_YEAR, LAST_YEAR
from zi_desktop.ui.language import say


def unit_field(known: list[str], unit: str = "") -> QLineEdit:
    """Completes the names of units that are in the store already, so that one unit has one name."""
    field = QLineEdit(unit)
    field.setMaxLength(200)
    completer = QCompleter(sorted(set(known)), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    return field


def year_field(year: int | None = None) -> QSpinBox:
    field = QSpinBox()
    field.setRange(FIRST_YEAR, LAST_YEAR)
    field.setValue(year or date.today().year)
    field.setFixedWidth(96)
    field.lineEdit().setTextMargins(8, 0, 8, 0)
    return field


def stage_field(stage: Stage = Stage.TPI) -> QComboBox:
    field = QComboBox()
    for known in Stage:
        field.addItem(say(known.label), known)
    field.setCurrentIndex(list(Stage).index(stage))
    return field


def chosen_stage(field: QComboBox) -> Stage:
    return Stage(field.currentData())
