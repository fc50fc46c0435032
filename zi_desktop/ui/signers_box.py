"""Who signs: one row per identity with its file or token, what unlocks it, and the role."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.services.files import read_file
from zi_desktop.services.signers import AnySigner, SignerRequest, TokenRequest
from zi_desktop.ui.parts import button, column, icon_button, label, picture, row

if TYPE_CHECKING:
    from zi_desktop.signing.token import TokenCertificate
    from zi_desktop.ui.preferences import Preferences
    from zi_desktop.ui.session import Session

_MAX_IDENTITY = 1_000_000


class SignerRow(QFrame):
    """One signer. ``name`` is shown, ``where`` told by its tooltip; ``secret`` says what unlocks the key."""

    removed = Signal(object)

    def __init__(self, name: str, where: str, secret: str, roles: list[str]) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self.name = name
        self.passphrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(secret)
        self.passphrase.setAccessibleName(f"{secret} {name}")
        self.role = QComboBox()
        self.role.setEditable(True)
        self.role.addItems(roles)
        self.role.setAccessibleName(self.tr("Peran {file}").format(file=name))
        told = label(name)
        told.setToolTip(where)
        remove = icon_button(
            "cross", self.tr("Hapus {file}").format(file=name), lambda: self.removed.emit(self)
        )
        line = row(picture("key", "quiet"), told, self.passphrase, self.role, remove, margins=(12, 6, 6, 6))
        line.setStretch(1, 1)
        self.passphrase.setFixedWidth(150)
        self.role.setFixedWidth(170)
        self.setLayout(line)

    def request(self) -> AnySigner:
        """Raises ZiError ``role-missing`` and what reading the file raises."""
        role = self.role.currentText().strip()
        if not role:
            raise ZiError(
                "role-missing",
                Text(f"{self.name}: perannya belum diisi", f"{self.name}: the role is missing"),
                remedy=Text("Isi peran, misalnya Ketua Tim.", "Enter the role, for example Team leader."),
            )
        return self._request(self.passphrase.text(), role)

    def _request(self, secret: str, role: str) -> AnySigner:
        raise NotImplementedError


class FileRow(SignerRow):
    def __init__(self, path: Path, passphrase: str, roles: list[str]) -> None:
        super().__init__(path.name, str(path), self.tr("Kata sandi"), roles)
        self.path = path
        self.passphrase.setText(passphrase)

    def _request(self, secret: str, role: str) -> AnySigner:
        return SignerRequest(read_file(self.path, _MAX_IDENTITY), secret, role)


class TokenRow(SignerRow):
    def __init__(self, entry: TokenCertificate, roles: list[str]) -> None:
        super().__init__(entry.subject, f"{entry.place.token}, {entry.place.module}", self.tr("PIN"), roles)
        self.place = entry.place

    def _request(self, secret: str, role: str) -> AnySigner:
        return TokenRequest(self.place, secret, role)


class SignersBox(QWidget):
    """Rows of signers, and the buttons that bring one: a file, a card or token, an identity made here."""

    def __init__(self, session: Session, preferences: Preferences, roles: list[str]) -> None:
        super().__init__()
        self._session, self._preferences, self._roles = session, preferences, roles
        self.rows: list[SignerRow] = []
        self._layout = QVBoxLayout()
        self._layout.setSpacing(6)
        self._none = label(
            self.tr("Belum ada penanda tangan; berkas akan dibuat tanpa tanda tangan."), "quiet", wrap=True
        )
        add = button(self.tr("Berkas PKCS#12…"), self.choose_file, glyph="plus")
        token = button(self.tr("Kartu atau token…"), self.choose_token, glyph="key")
        make = button(self.tr("Buat identitas lokal…"), self.make_identity, role="plain", glyph="key")
        self.setLayout(column(self._none, self._layout, row(add, token, make, None)))

    def choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Identitas PKCS#12"), "", self.tr("Identitas (*.p12 *.pfx)")
        )
        if chosen:
            self.add(Path(chosen))

    def choose_token(self) -> None:
        from zi_desktop.ui.token_dialog import TokenDialog

        dialog = TokenDialog(self.window(), self._session, self._preferences)
        dialog.chosen.connect(self.add_token)
        dialog.open()

    def make_identity(self) -> None:
        from zi_desktop.ui.identity_dialog import IdentityDialog

        dialog = IdentityDialog(self.window(), self._session)
        dialog.made.connect(lambda path, passphrase: self.add(Path(path), passphrase))
        dialog.open()

    def add(self, path: Path, passphrase: str = "") -> None:
        self._add(FileRow(path, passphrase, self._roles))

    def add_token(self, entry: TokenCertificate) -> None:
        signer = TokenRow(entry, self._roles)
        self._add(signer)
        signer.passphrase.setFocus()

    def _add(self, signer: SignerRow) -> None:
        signer.role.setCurrentIndex(min(len(self.rows), len(self._roles) - 1))
        signer.removed.connect(self._remove)
        self.rows.append(signer)
        self._layout.addWidget(signer)
        self._none.hide()

    def requests(self) -> tuple[AnySigner, ...]:
        return tuple(r.request() for r in self.rows)

    def _remove(self, signer: SignerRow) -> None:
        self.rows.remove(signer)
        self._layout.removeWidget(signer)
        signer.hide()
        signer.deleteLater()
        self._none.setVisible(not self.rows)
