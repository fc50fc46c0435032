"""Opening the window's store: its key comes from the system's keyring, or from the person."""

from __future__ import annotations

from pathlib import Path

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.workspace import Workspace, open_workspace
from zi_desktop.store.place import default_store_path


def open_store(path: Path | None) -> Workspace | None:
    """The open store; None when the person would rather leave. Raises ZiError when no passphrase helps."""
    place = path or default_store_path()
    exists = place.exists() and place.stat().st_size > 0
    if exists:
        try:
            return open_workspace(place)  # a plain store of the command line needs no key
        except ZiError as error:
            if error.code != "locked":
                raise
    from zi_desktop.services.keys import window_passphrase

    known = window_passphrase(place)
    refused: ZiError | None = None
    if known is not None:
        try:
            return open_workspace(place, passphrase=known)
        except ZiError as error:
            if error.code != "locked":
                raise
            refused = error
    return _ask(place, fresh=not exists, refused=refused)


def _ask(place: Path, *, fresh: bool, refused: ZiError | None) -> Workspace | None:
    from PySide6.QtWidgets import QApplication

    from zi_desktop.ui.passphrase_dialog import PassphraseDialog
    from zi_desktop.ui.theme import put_on_sheet

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    put_on_sheet(app)
    while True:
        dialog = PassphraseDialog(place, fresh=fresh, refused=refused)
        if not dialog.exec():
            return None
        try:
            work = open_workspace(place, passphrase=dialog.passphrase)
        except ZiError as error:
            if error.code != "locked":
                raise
            refused = error
            continue
        if dialog.remember.isChecked():
            from zi_desktop.services.keys import remember_passphrase

            remember_passphrase(place, dialog.passphrase)
        return work
