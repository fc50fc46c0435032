"""Starting the window: opens the store, dresses Qt, shows the window until it is closed."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.errors import Language, ZiError
from zi_desktop.ui import trouble
from zi_desktop.ui.language import use_language
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.opening import open_store
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.qt_messages import quiet_platform
from zi_desktop.ui.session import Session
from zi_desktop.ui.theme import STYLE, choose_theme, put_on_sheet, wanted

_SETTLED_MS = 5000
"""What is there by then stays: garbage is not looked for before, and collecting it need not walk that again
between two keys."""


def run(store: Path | None = None, language: Language | None = None) -> int:
    """Exit code. ``language`` is remembered; None: the one used last."""
    gc.disable()
    try:
        return _run(store, language)
    finally:
        gc.enable()


def _run(store: Path | None, language: Language | None) -> int:
    quiet_platform()
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", STYLE])
    assert isinstance(app, QApplication)
    app.setApplicationName("ZI Desktop")
    app.setDesktopFileName("zi-desktop")
    preferences = Preferences(
        QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "ZI Desktop", "window")
    )
    if language is not None:
        preferences.language = language
    use_language(preferences.language)
    choose_theme(app, wanted(preferences.theme), preferences.text_scale)
    try:
        work = open_store(store)
    except ZiError as error:
        from zi_desktop.ui.refused_dialog import RefusedDialog

        put_on_sheet(app)
        RefusedDialog(error).exec()
        return 1
    if work is None:
        return 0
    session = Session(work)
    window = MainWindow(session, preferences)
    put_on_sheet(app)
    trouble.install(window, work.store_path.parent)
    window.show()
    QTimer.singleShot(_SETTLED_MS, _settle)
    try:
        return app.exec()
    finally:
        session.close()


def _settle() -> None:
    gc.freeze()
    gc.enable()
