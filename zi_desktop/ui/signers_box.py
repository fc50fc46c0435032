"""Who signs: one row per identity with its file, passphrase and role."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.services.files import read_file
from zi_desktop.services.signers import SignerRequest
from zi_desktop.ui.parts import button, column, icon_button, label, picture, row

_MAX_IDENTITY = 1_000_000


class SignerRow(QFrame):
    removed = Signal(object)

    def __init__(self, path: Path, passphrase: str, roles: list[str]) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self.path = path
        self.passphrase = QLineEdit(passphrase, echoMode=QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(self.tr("Kata sandi"))
        self.passphrase.setAccessibleName(self.tr("Kata sandi {file}").format(file=path.name))
        self.role = QComboBox()
        self.role.setEditable(True)
        self.role.addItems(roles)
        self.role.setAccessibleName(self.tr("Peran {file}").format(file=path.name))
        name = label(path.name)
        name.setToolTip(str(path))
        remove = icon_button(
            "cross", self.tr("Hapus {file}").format(file=path.name), lambda: self.removed.emit(self)
        )
        line = row(picture("key", "quiet"), name, self.passphrase, self.role, remove, margins=(12, 6, 6, 6))
        line.setStretch(1, 1)
        self.passphrase.setFixedWidth(150)
        self.role.setFixedWidth(170)
        self.setLayout(line)

    def request(self) -> SignerRequest:
        """Raises ZiError ``role-missing`` and what reading the file raises."""
        role = self.role.currentText().strip()
        if not role:
            raise ZiError(
                "role-missing",
                Text(f"{self.path.name}: perannya belum diisi", f"{self.path.name}: the role is missing"),
                remedy=Text("Isi peran, misalnya Ketua Tim.", "Enter the role, for example Team leader."),
            )
        return SignerRequest(read_file(self.path, _MAX_IDENTITY), self.passphrase.text(), role)


class SignersBox(QWidget):
    """`file_wanted` and `identity_wanted` ask for what their buttons say."""

    file_wanted = Signal()
    identity_wanted = Signal()

    def __init__(self, roles: list[str]) -> None:
        super().__init__()
        self._roles = roles
        self.rows: list[SignerRow] = []
        self._layout = QVBoxLayout()
        self._layout.setSpacing(6)
        self._none = label(
            self.tr("Belum ada penanda tangan; berkas akan dibuat tanpa tanda tangan."), "quiet", wrap=True
        )
        add = button(self.tr("Berkas PKCS#12…"), self.file_wanted.emit, glyph="plus")
        make = button(self.tr("Buat identitas lokal…"), self.identity_wanted.emit, role="plain", glyph="key")
        self.setLayout(column(self._none, self._layout, row(add, make, None)))

    def add(self, path: Path, passphrase: str = "") -> None:
        signer = SignerRow(path, passphrase, self._roles)
        signer.role.setCurrentIndex(min(len(self.rows), len(self._roles) - 1))
        signer.removed.connect(self._remove)
        self.rows.append(signer)
        self._layout.addWidget(signer)
        self._none.hide()

    def requests(self) -> tuple[SignerRequest, ...]:
        return tuple(r.request() for r in self.rows)

    def _remove(self, signer: SignerRow) -> None:
        self.rows.remove(signer)
        self._layout.removeWidget(signer)
        signer.hide()
        signer.deleteLater()
        self._none.setVisible(not self.rows)
