"""Where the answers are kept and with which key, so that both can be kept safe beside this computer."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from zi_desktop.services.keys import remembered_passphrase
from zi_desktop.services.workspace import Workspace
from zi_desktop.ui.dialog import Dialog, form
from zi_desktop.ui.parts import button, label, row


class StoreDialog(Dialog):
    """The key is made by the program and lives in this computer's keyring: without a copy of it elsewhere, a
    backup of the file could not be opened on another computer."""

    def __init__(self, parent: QWidget, work: Workspace) -> None:
        super().__init__(parent, self.tr("Penyimpanan"), self.tr("Tutup"), width=560)
        self.cancel.hide()
        self.place = self._shown(str(work.store_path))
        fields: list[tuple[str, QWidget]] = [(self.tr("Berkas"), self.place)]
        if work.store.files.path.exists():
            self.files = self._shown(str(work.store.files.path))
            fields.append((self.tr("Berkas bukti"), self.files))
        known = remembered_passphrase(work.store_path) if work.store.encrypted else None
        if known:
            self.key = self._shown(known)
            self.key.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            fields.append((self.tr("Kunci"), self.key))
        self.body.addLayout(form(*fields))
        self.body.addWidget(label(self._advice(encrypted=work.store.encrypted, known=bool(known)), wrap=True))
        if work.store.files.path.exists():
            both = self.tr("Isi bukti ada di berkas kedua; cadangkan keduanya bersama-sama.")
            self.body.addWidget(label(both, wrap=True))
        if known:
            copy = button(
                self.tr("Salin kunci"), lambda: QApplication.clipboard().setText(known), glyph="copy"
            )
            self.body.addLayout(row(copy, None))

    def _shown(self, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setReadOnly(True)
        field.setCursorPosition(0)
        return field

    def _advice(self, *, encrypted: bool, known: bool) -> str:
        if not encrypted:
            return self.tr("Berkas ini tidak terenkripsi: siapa pun yang memilikinya dapat membacanya.")
        if known:
            return self.tr(
                "Catat kunci ini dan simpan terpisah dari komputer ini. Tanpa kunci, cadangan berkas "
                "ini tidak dapat dibuka di komputer lain."
            )
        return self.tr(
            "Berkas ini terkunci dengan kata sandi Anda, yang tidak disimpan di komputer ini. Tanpa kata "
            "sandi itu berkas tidak dapat dibuka."
        )
