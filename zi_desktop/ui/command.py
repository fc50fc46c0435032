"""What one can ask of the window: named once, then found in menu, palette and list of keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.icons import icon


class Group(Enum):
    """Where a command belongs in the menu and in the list of keys."""

    ANSWER = auto()
    GO = auto()
    WRITE = auto()
    EVALUATION = auto()
    FILE = auto()
    WINDOW = auto()


Do = Callable[[], object]


@dataclass(frozen=True)
class Command:
    """``keys``: any of them does it; ``repeats``: whether a key held down does it again; ``in_…``: where it
    is listed; ``needs_evaluation``: one has to be open, and its keys work on the workbench only."""

    id: str
    text: str
    do: Do
    group: Group
    keys: tuple[str, ...] = ()
    glyph: str = ""
    repeats: bool = False
    in_menu: bool = False
    in_palette: bool = True
    in_keys: bool = True
    needs_evaluation: bool = False

    @property
    def key_names(self) -> str:
        return "  ".join(key_name(key) for key in self.keys)


def key_name(key: str) -> str:
    """As it stands on the keyboard of the person's own system."""
    arrows = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→"}
    return arrows.get(key) or QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def make_action(command: Command, owner: QWidget, *, everywhere: bool) -> QAction:
    """The command as an action of ``owner``; its keys work in the whole window or only inside ``owner``."""
    action = QAction(command.text, owner)
    if command.glyph:
        action.setIcon(icon(command.glyph))
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    context = (
        Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    action.setShortcutContext(context)
    action.setAutoRepeat(command.repeats)  # a key held down never answers two questions
    action.triggered.connect(lambda *_: command.do())
    owner.addAction(action)
    return action
