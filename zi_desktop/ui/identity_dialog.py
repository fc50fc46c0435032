"""A local identity for those who have no certificate: it proves that nothing was changed, not who signed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.services.files import Drafts
from zi_desktop.services.identities import make_local_identity
from zi_desktop.ui.dialog import Dialog, form
from zi_desktop.ui.parts import label
from zi_desktop.ui.session import Session


class IdentityDialog(Dialog):
    """`made` carries (path of the new PKCS#12 file, its passphrase)."""

    made = Signal(str, str)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, self.tr("Identitas lokal"), self.tr("Buat dan simpan…"))
        self._session = session
        self.name = QLineEdit()
        self.organisation = QLineEdit()
        self.passphrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.again = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.body.addWidget(
            label(
                self.tr(
                    "Identitas ini membuktikan bahwa berkas tidak diubah, tetapi tidak membuktikan "
                    "nama Anda. Untuk itu pakai sertifikat dari lembaga sertifikasi."
                ),
                "quiet",
                wrap=True,
            )
        )
        self.body.addLayout(
            form(
                (self.tr("Nama"), self.name),
                (self.tr("Instansi"), self.organisation),
                (self.tr("Kata sandi"), self.passphrase),
                (self.tr("Sekali lagi"), self.again),
            )
        )
        self.name.setFocus()  # only now is it the dialog's

    def confirm(self) -> bool:
        if self.passphrase.text() != self.again.text():
            raise ZiError("differs", Text("Kedua kata sandi tidak sama", "The two passphrases differ"))
        data = make_local_identity(self.name.text(), self.organisation.text(), self.passphrase.text())
        suggested = str(Path.home() / f"{self.name.text().strip()}.p12")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Simpan identitas"), suggested, self.tr("Identitas (*.p12)")
        )
        if not chosen:
            return False
        self.save(Path(chosen), data)
        return True

    def save(self, path: Path, data: bytes) -> None:
        """Write the file and read it back before anybody is told."""
        with Drafts(path.parent) as drafts:
            drafts.write(path.name, data)
            (placed,) = drafts.put_in_place()
        if placed.read_bytes() != data:
            raise ZiError(
                "disk", Text("Berkas tidak tersimpan utuh", "The file was not written whole"), where=str(path)
            )
        self.made.emit(str(placed), self.passphrase.text())
