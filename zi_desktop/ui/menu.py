"""The menu behind ☰: what one needs rarely; the language and the look are switched here, at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from zi_desktop.ui.command import Group
from zi_desktop.ui.commands import Commands
from zi_desktop.ui.icons import icon
from zi_desktop.ui.language import language
from zi_desktop.ui.preferences import Preferences

_GROUPS = (Group.FILE, Group.EVALUATION, Group.WINDOW)


class MainMenu(QMenu):
    """``set_language`` and ``set_theme`` are told the name of what was chosen."""

    def __init__(
        self,
        parent: QWidget,
        commands: Commands,
        preferences: Preferences,
        set_language: Callable[[str], object],
        set_theme: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        for group in _GROUPS:
            for command in commands.all:
                if command.in_menu and command.group is group:
                    self.addAction(commands.actions[command.id])
            self.addSeparator()
        languages = self._submenu(self.tr("Bahasa"), "language")
        # each language is named in itself, so that it is found by those who need it
        self._choices(languages, {"id": "Bahasa Indonesia", "en": "English"}, language(), set_language)
        themes = self._submenu(self.tr("Tampilan"), "theme")
        names = {
            "system": self.tr("Ikuti sistem"),
            "light": self.tr("Terang"),
            "dark": self.tr("Gelap"),
        }
        self._choices(themes, names, preferences.theme, set_theme)

    def _submenu(self, text: str, glyph: str) -> QMenu:
        menu = self.addMenu(icon(glyph), text)
        assert isinstance(menu, QMenu)
        return menu

    def _choices(
        self, menu: QMenu, names: dict[str, str], chosen: str, choose: Callable[[str], object]
    ) -> None:
        group = QActionGroup(self)
        for value, name in names.items():
            action = QAction(name, self, checkable=True, checked=value == chosen)
            action.triggered.connect(lambda _=False, value=value: choose(value))
            group.addAction(action)
            menu.addAction(action)
