"""Starting: the store's key from the keyring or from the person, the window until it is closed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.null import Keyring as NoKeyring
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.language import language
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.opening import open_store
from zi_desktop.ui.passphrase_dialog import PassphraseDialog
from zi_desktop.ui.refused_dialog import RefusedDialog
from zi_desktop.ui.start import run
from zi_desktop.ui.trouble_log import LOG

PASSPHRASE = "kata sandi uji"


@pytest.fixture(autouse=True)
def _nobody_elses(dressed: QApplication, tmp_path: Path) -> Iterator[None]:
    """No keyring and no settings but the test's own; what starting installs is taken away again."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    hook, handlers = sys.excepthook, list(LOG.handlers)
    yield
    keyring.set_keyring(before)
    sys.excepthook = hook
    for handler in [h for h in LOG.handlers if h not in handlers]:
        handler.close()
        LOG.removeHandler(handler)
    dressed.processEvents()


def when_shown(kind: type, act: Callable[..., None]) -> QTimer:
    """Act on the next window of this kind, as a person would who sees it."""
    timer = QTimer(interval=20)

    def look() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, kind) and widget.isVisible():
                timer.stop()
                act(widget)
                return

    timer.timeout.connect(look)
    timer.start()
    return timer


def test_a_new_store_without_a_keyring_asks_for_a_passphrase_and_is_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "baru.zidb"

    def type_it(dialog: PassphraseDialog) -> None:
        dialog.edit.setText(PASSPHRASE)
        dialog.again.setText(PASSPHRASE)
        dialog.do.click()

    timer = when_shown(PassphraseDialog, type_it)
    work = open_store(path)
    assert not timer.isActive()
    assert work is not None
    work.close()
    with pytest.raises(ZiError, match="locked"):
        open_workspace(path)
    assert not path.read_bytes().startswith(b"SQLite format 3")


def test_a_locked_store_asks_until_the_passphrase_is_right(tmp_path: Path) -> None:
    path = tmp_path / "terkunci.zidb"
    open_workspace(path, passphrase=PASSPHRASE).close()
    asked: list[str] = []

    def type_right(dialog: PassphraseDialog) -> None:
        asked.append(dialog.message.label.text())
        dialog.edit.setText(PASSPHRASE)
        dialog.do.click()

    def type_wrong(dialog: PassphraseDialog) -> None:
        asked.append(dialog.message.label.text())
        dialog.edit.setText("salah")
        dialog.do.click()
        timers.append(when_shown(PassphraseDialog, type_right))

    timers = [when_shown(PassphraseDialog, type_wrong)]
    work = open_store(path)
    assert work is not None
    work.close()
    assert asked[0] == ""
    assert asked[1], "what was wrong is told"


def test_leaving_at_the_passphrase_leaves(tmp_path: Path) -> None:
    path = tmp_path / "terkunci.zidb"
    open_workspace(path, passphrase=PASSPHRASE).close()
    timer = when_shown(PassphraseDialog, lambda dialog: dialog.cancel.click())
    assert open_store(path) is None
    assert not timer.isActive()


def test_the_window_runs_until_it_is_closed(filled: tuple[Path, str], tmp_path: Path) -> None:
    path = tmp_path / "store.zidb"
    shutil.copy(filled[0], path)
    seen: list[str] = []

    def look_and_close(window: MainWindow) -> None:
        seen.append(language())
        window.close()

    timer = when_shown(MainWindow, look_and_close)
    assert run(path, "en") == 0
    assert (seen, timer.isActive()) == (["en"], False)
    assert list((tmp_path / "settings").rglob("*.ini"))


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bukan.zidb"
    path.write_bytes(b"SQLite format 3\x00" + b"rusak" * 500)
    told: list[str] = []

    def read_and_close(dialog: RefusedDialog) -> None:
        told.append(dialog.message.label.text())
        dialog.do.click()

    timer = when_shown(RefusedDialog, read_and_close)
    assert run(path, "id") == 1
    assert not timer.isActive()
    assert told[0]
