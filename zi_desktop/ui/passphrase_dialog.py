"""The passphrase of a store that the keyring does not open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.ui.dialog import Dialog, form
from zi_desktop.ui.parts import label


class PassphraseDialog(Dialog):
    """`passphrase` is what was typed; ``fresh``: the store does not exist yet and it is typed twice."""

    def __init__(self, path: Path, *, fresh: bool, refused: ZiError | None = None) -> None:
        title = self.tr("Lindungi penyimpanan") if fresh else self.tr("Penyimpanan terkunci")
        super().__init__(None, title, self.tr("Buat") if fresh else self.tr("Buka"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # its answer is read after it closed
        self._fresh = fresh
        told = (
            self.tr(
                "Komputer ini tidak punya gantungan kunci sistem. Tentukan kata sandi untuk data Anda; "
                "tanpa kata sandi ini data tidak dapat dibuka oleh siapa pun."
            )
            if fresh
            else self.tr("Masukkan kata sandi penyimpanan ini.")
        )
        self.body.addWidget(label(told, wrap=True))
        self.body.addWidget(label(str(path), "quiet", wrap=True))
        self.edit = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.again = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        fields = [(self.tr("Kata sandi"), self.edit)]
        if fresh:
            fields.append((self.tr("Sekali lagi"), self.again))
        self.body.addLayout(form(*fields))
        self.edit.setFocus()
        self.remember = QCheckBox(self.tr("Ingat di gantungan kunci sistem"))
        self.remember.setVisible(not fresh)
        self.body.addWidget(self.remember)
        self.cancel.setText(self.tr("Keluar"))
        if refused is not None:
            self.message.refuse(refused)

    @property
    def passphrase(self) -> str:
        return self.edit.text()

    def confirm(self) -> bool:
        if self._fresh and self.edit.text() != self.again.text():
            raise ZiError("differs", Text("Kedua kata sandi tidak sama", "The two passphrases differ"))
        if len(self.edit.text()) < (8 if self._fresh else 1):
            raise ZiError(
                "weak-passphrase",
                Text("Kata sandi paling sedikit 8 huruf", "The passphrase needs at least 8 characters"),
            )
        return True
