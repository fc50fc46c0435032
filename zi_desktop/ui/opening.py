"""Opening the window's store: its key comes from the system's keyring, or from the person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.keys import remember_passphrase, window_passphrase
from zi_desktop.services.workspace import Workspace, open_workspace
from zi_desktop.store.place import default_store_path
from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.parts import label
from zi_desktop.ui.passphrase_dialog import PassphraseDialog


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
            remember_passphrase(place, dialog.passphrase)
        return work


class RefusedDialog(Dialog):
    """The store cannot be opened: what happened, where, and what to do."""

    def __init__(self, error: ZiError) -> None:
        super().__init__(None, self.tr("Penyimpanan tidak dapat dibuka"), self.tr("Tutup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.cancel.hide()
        self.body.addWidget(label(error.where, "quiet", wrap=True))
        self.message.refuse(error)
