"""The menu behind ☰: what one needs rarely; the language and the look are switched here, at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from zi_desktop.ui.icons import icon
from zi_desktop.ui.language import language
from zi_desktop.ui.preferences import Preferences


@dataclass(frozen=True)
class Commands:
    """What the menu can ask for."""

    new: Callable[[], object]
    import_file: Callable[[], object]
    import_folder: Callable[[], object]
    export: Callable[[], object]
    team: Callable[[], object]
    thresholds: Callable[[], object]
    keys: Callable[[], object]
    store: Callable[[], object]
    set_language: Callable[[str], object]
    set_theme: Callable[[str], object]


class MainMenu(QMenu):
    def __init__(self, parent: QWidget, commands: Commands, preferences: Preferences) -> None:
        super().__init__(parent)
        self._add(self, self.tr("Penilaian baru"), "plus", commands.new, "Ctrl+N")
        self._add(self, self.tr("Impor lembar kerja…"), "import", commands.import_file, "Ctrl+I")
        self._add(self, self.tr("Impor folder…"), "folder", commands.import_folder, "Ctrl+Shift+I")
        self.addSeparator()
        self.of_evaluation = [
            self._add(self, self.tr("Ekspor PDF dan XLSX…"), "export", commands.export, "Ctrl+P"),
            self._add(self, self.tr("Tim penilai…"), "people", commands.team),
            self._add(self, self.tr("Ambang batas…"), "sliders", commands.thresholds),
        ]
        self.addSeparator()
        languages = self._submenu(self.tr("Bahasa"), "language")
        # each language is named in itself, so that it is found by those who need it
        self._choices(
            languages, {"id": "Bahasa Indonesia", "en": "English"}, language(), commands.set_language
        )
        themes = self._submenu(self.tr("Tampilan"), "theme")
        names = {
            "system": self.tr("Ikuti sistem"),
            "light": self.tr("Terang"),
            "dark": self.tr("Gelap"),
        }
        self._choices(themes, names, preferences.theme, commands.set_theme)
        self._add(self, self.tr("Penyimpanan…"), "lock", commands.store)
        self._add(self, self.tr("Tombol"), "keyboard", commands.keys, "?")

    def working(self, on: bool) -> None:
        """Some commands need an open evaluation."""
        for action in self.of_evaluation:
            action.setEnabled(on)

    def _add(self, menu: QMenu, text: str, glyph: str, do: Callable[[], object], key: str = "") -> QAction:
        action = QAction(icon(glyph), text, self)
        if key:
            action.setShortcut(key)
            action.setAutoRepeat(False)
        action.triggered.connect(lambda *_: do())
        menu.addAction(action)
        return action

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
