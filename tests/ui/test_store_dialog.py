"""The key of the store can be seen and copied, so that a backup can be opened on another computer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest
from PySide6.QtWidgets import QLabel

from zi_desktop.services.keys import remembered_passphrase, window_passphrase
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.store_dialog import StoreDialog


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring of the test's own: the machine's must stay out of it."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def own_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    yield
    keyring.set_keyring(before)


def said(dialog: StoreDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_key_shown_opens_a_copy_elsewhere(qtbot, tmp_path: Path) -> None:
    path = tmp_path / "a.zidb"
    work = open_workspace(path, passphrase=window_passphrase(path))
    dialog = StoreDialog(None, work)
    qtbot.addWidget(dialog)
    key = dialog.key.text()
    assert key == remembered_passphrase(path)
    assert dialog.place.text() == str(path)
    assert dialog.key.isReadOnly()
    assert "cadangan" in said(dialog)
    work.close()
    copy = tmp_path / "elsewhere.zidb"
    copy.write_bytes(path.read_bytes())
    elsewhere = open_workspace(copy, passphrase=key)
    assert elsewhere.store.encrypted
    elsewhere.close()


def test_a_plain_store_says_that_anyone_can_read_it(qtbot, tmp_path: Path) -> None:
    work = open_workspace(tmp_path / "a.zidb")
    dialog = StoreDialog(None, work)
    qtbot.addWidget(dialog)
    assert not hasattr(dialog, "key")
    assert "tidak terenkripsi" in said(dialog)
    work.close()


def test_a_passphrase_of_the_persons_own_is_not_shown(qtbot, tmp_path: Path) -> None:
    work = open_workspace(tmp_path / "a.zidb", passphrase="milik saya")
    dialog = StoreDialog(None, work)
    qtbot.addWidget(dialog)
    assert "kata sandi Anda" in said(dialog)
    work.close()
