"""The real window on a real store in a folder of the test; the store is filled once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from tests.ui.bench import Bench, OpenWindow
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.grab_store import fill_store
from zi_desktop.ui.language import use_language
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session
from zi_desktop.ui.theme import LIGHT, apply_theme

_HERE = Path(__file__).parent
# What Qt's offscreen platform says of itself; it says nothing of us.
_PLATFORM_NOISE = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_PLATFORM_NOISE, extend=True))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed store with two units and a unit that stands at two stages; the id worth opening."""
    path = tmp_path_factory.mktemp("filled") / "filled.zidb"
    work = open_workspace(path, actor="Uji")
    try:
        return path, fill_store(work)
    finally:
        work.close()


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in its light look, in Indonesian."""
    use_language("id")
    apply_theme(qapp, LIGHT)
    yield qapp
    use_language("id")


@pytest.fixture
def open_window(dressed: QApplication, tmp_path: Path) -> Iterator[OpenWindow]:
    opened: list[MainWindow] = []

    def open_it(path: Path) -> MainWindow:
        preferences = Preferences(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        preferences.theme = "light"
        window = MainWindow(Session(open_workspace(path, actor="Uji")), preferences)
        window.resize(1366, 768)
        window.show()
        dressed.processEvents()
        opened.append(window)
        return window

    yield open_it
    for window in opened:
        window.hide()
        window.session.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def bench(open_window: OpenWindow, filled: tuple[Path, str], tmp_path: Path) -> Bench:
    """The window on a copy of the filled store, at its worklist."""
    path = tmp_path / "store.zidb"
    shutil.copy(filled[0], path)
    return Bench(open_window(path), path, filled[1])
