"""The style sheet, written from a palette. Widgets say what they are with the property ``role``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from zi_desktop.domain.resources import resource_path

if TYPE_CHECKING:
    from zi_desktop.ui.theme import Palette

_SHEET = """
* { font-size: 13px; }
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[role="page"] { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }

QWidget[role="surface"], QWidget[role="surface"] > QWidget > QWidget[role="content"],
QWidget[role="content"] { background: $surface; }
QWidget[role="topbar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QWidget[role="statusline"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[role="raised"] { background: $raised; border: 1px solid $line; border-radius: 6px; }
QFrame[role="inset"] { background: $window; border: 1px solid $line; border-radius: 6px; }
QFrame[role="line"] { background: $line; border: none; }
QFrame[role="told-near"] { background: $wash_near; border: 1px solid $near; border-radius: 6px; }
QFrame[role="told-missed"] { background: $wash_missed; border: 1px solid $missed; border-radius: 6px; }
QFrame[role="told-met"] { background: $tint; border: 1px solid $met; border-radius: 6px; }
QFrame[role="read"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[read="true"]:focus { border: 2px solid $accent; }
QScrollArea { border: none; background: transparent; }
QScrollArea[role="card"] { background: $surface; border: 2px solid $surface; }
QFrame[role="preview"] { background: $surface; border: none; }
QFrame[role="preview"]:focus { border-top: 2px solid $accent; }
QFrame[role="drop"] { background: $tint; border: 2px dashed $accent; border-radius: 6px; }
QScrollArea[role="card"]:focus { border-top: 2px solid $accent; }

QLabel { background: transparent; }
QLabel[role="ground"] { background: $window; }
QLabel[role="quiet"], QLabel[role="code"] { color: $quiet; font-size: 12px; }
QLabel[role="code"] { font-weight: 600; }
QLabel[role="heading"] { font-size: 16px; font-weight: 600; }
QLabel[role="small"] { font-size: 12px; }
QLabel[role="section"] { color: $quiet; font-size: 12px; font-weight: 600; }
QLabel[role="question"] { font-size: 20px; }
QLabel[role="total"] { font-size: 32px; font-weight: 600; }
QLabel[role="figure"] { font-size: 16px; font-weight: 600; }
QLabel[role="met"] { color: $met; }
QLabel[role="near"] { color: $near; }
QLabel[role="missed"] { color: $missed; }
QLabel[role="accent"] { color: $accent; font-weight: 600; }
QLabel[role="unit"] { color: $unit; font-size: 12px; font-weight: 600; }
QLabel[role="last"] { color: $last; font-size: 12px; font-weight: 600; }
QLabel[role="key"] { color: $quiet; font-size: 12px; border: 1px solid $line; border-radius: 4px;
  padding: 0 5px; }

QPushButton, QToolButton[role="button"] {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
  min-height: 30px; padding: 0 12px;
}
QPushButton:hover, QToolButton[role="button"]:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked, QToolButton[role="button"]:pressed { background: $tint;
  border-color: $accent; }
QPushButton:focus, QToolButton[role="button"]:focus { border: 2px solid $accent; padding: 0 11px;
  min-height: 28px; }
QPushButton:disabled { color: $quiet; background: $window; border-color: $line; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accent;
  border-color: $text; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $track; color: $quiet; border-color: $track; }
QPushButton[role="plain"] { background: transparent; border-color: transparent; color: $accent;
  padding: 0 8px; }
QPushButton[role="plain"]:hover { background: $hover; }
QPushButton[role="plain"]:focus { border: 2px solid $accent; padding: 0 7px; }
QPushButton[role="plain"]:disabled { color: $quiet; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  font-size: 12px; min-height: 22px; padding: 0 6px; }
QPushButton[role="link"]:hover { background: $hover; }
QPushButton[role="link"]:focus { border: 2px solid $accent; min-height: 20px; padding: 0 5px; }
QPushButton[role="why-quiet"] { font-size: 12px; }
QPushButton[role="why-total"] { font-size: 32px; font-weight: 600; }
QPushButton[role="way"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
  min-height: 30px; padding: 0 4px; text-align: left; }
QPushButton[role="way"]:hover { background: $hover; }
QPushButton[role="way"]:focus { border: 2px solid $accent; padding: 0 3px; min-height: 28px; }
QPushButton[role="chip"] { min-height: 24px; border-radius: 13px; padding: 0 10px; border-color: $line;
  font-size: 12px;
  color: $quiet; }
QPushButton[role="chip"]:checked { background: $tint; border-color: $accent; color: $accent;
  font-weight: 600; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 9px; min-height: 22px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; min-height: 30px;
  padding: 0 8px; color: $text; }
QToolButton[role="icon"] { min-width: 30px; padding: 0; }
QToolButton[role="small"] { min-width: 22px; min-height: 22px; padding: 0; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; padding: 0 7px; min-height: 28px; }
QToolButton[role="icon"]:focus { padding: 0; min-width: 28px; }
QToolButton[role="small"]:focus { padding: 0; min-width: 20px; min-height: 20px; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 0 8px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox { min-height: 30px; }
QPlainTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent;
  padding: 0 7px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { min-height: 28px; }
QPlainTextEdit:focus { padding: 3px; }
QLineEdit[refused="true"] { border: 2px solid $missed; padding: 0 7px; min-height: 28px; }
QLineEdit:disabled, QComboBox:disabled { background: $window; color: $quiet; border-color: $line; }
QLineEdit[role="search"] { background: $window; border-color: $edge; }
QLineEdit QToolButton, QLineEdit QToolButton:focus { border: none; padding: 0; margin: 0; min-height: 0;
  background: transparent; }
QSpinBox QLineEdit { border: none; min-height: 0; padding: 0 8px; background: transparent; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none;
  padding: 0; min-height: 0; background: transparent; }
QSpinBox, QSpinBox:focus { padding: 0; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$drop"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; selection-background-color:
  $tint;
  selection-color: $text; outline: none; padding: 4px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QCheckBox { spacing: 8px; min-height: 28px; background: transparent; }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator, QTableView::indicator { width: 14px; height: 14px; border: 1px solid $edge;
  border-radius: 3px;
  background: $surface; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$tick"); }
QCheckBox::indicator:indeterminate { background: $tint; border-color: $accent; image: url("$dash"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }

QAbstractItemView { background: $surface; border: none; outline: none; selection-background-color: $tint;
  selection-color: $text; alternate-background-color: $surface; }
QTreeView::item { border: none; }
QTreeView[role="why"]::item { min-height: 24px; }
QTreeView[role="why"]::item:selected { background: $tint; color: $text; }
QTreeWidget::item { min-height: 28px; padding: 0 4px; border-bottom: 1px solid $line; }
QTreeWidget::item:hover { background: $hover; }
QTreeWidget::item:selected { background: $tint; color: $text; }
QTableView { gridline-color: transparent; }
QTableView::item { padding: 0 8px; border: none; border-bottom: 1px solid $line; }
QTableView::item:hover { background: $hover; }
QTableView::item:selected { background: $tint; color: $text; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $quiet; border: none; border-bottom: 1px solid $line;
  padding: 6px 11px; font-size: 12px; font-weight: 600; }
QTableCornerButton::section { background: $surface; border: none; }
QFrame[role="framed"] { background: $surface; border: 1px solid $line; border-radius: 6px; }

QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QTabWidget::pane { background: $surface; border: 1px solid $line; border-radius: 6px;
  border-top-left-radius: 0; top: -1px; }
QTabWidget::tab-bar { left: 0; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; border: 1px solid transparent;
  border-bottom: 1px solid $line; min-height: 32px; padding: 0 14px; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { background: $surface; color: $text; font-weight: 600; border-color: $line;
  border-top: 2px solid $accent; border-bottom-color: $surface; border-top-left-radius: 6px;
  border-top-right-radius: 6px; }
QTabBar::tab:focus { color: $accent; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar { background: $track; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $line; }
QSplitter[role="bare"]::handle { background: transparent; }
QListWidget[role="files"]::item { padding: 8px; border-bottom: 1px solid $line; color: $text; }
QListWidget[role="files"]::item:hover { background: $hover; }
QListWidget[role="files"]::item:selected { background: $tint; }
QListWidget[role="files"]:focus { border: 2px solid $accent; border-radius: 6px; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 2px; margin: 2px; min-height: 28px;
  min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def stylesheet(palette: Palette, px: Callable[[int], int] = lambda size: size) -> str:
    """The whole style sheet in the colours of one palette; ``px`` scales the sizes of texts."""
    named = palette._asdict() | {
        "drop": resource_path("icons", "drop.svg").as_posix(),
        "tick": resource_path("icons", f"tick-{palette.name}.svg").as_posix(),
        "dash": resource_path("icons", f"dash-{palette.name}.svg").as_posix(),
    }
    sheet = re.sub(r"\$(\w+)", lambda found: named[found[1]], _SHEET)
    return re.sub(r"font-size: (\d+)px", lambda found: f"font-size: {px(int(found[1]))}px", sheet)
