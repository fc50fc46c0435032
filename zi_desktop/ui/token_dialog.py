"""Which key on which smart card or USB token signs. The PIN is asked for beside the role and kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from zi_desktop.domain.errors import Severity, ZiError
from zi_desktop.services.signers import token_certificates
from zi_desktop.ui.dialog import Dialog, form
from zi_desktop.ui.job import Job
from zi_desktop.ui.parts import button, label, row
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session
from zi_desktop.ui.story_words import day_text

if TYPE_CHECKING:
    from zi_desktop.signing.token import TokenCertificate


class TokenDialog(Dialog):
    """`chosen` carries a `TokenCertificate`. The library's file is remembered on this computer, and asked at
    once the next time; never by a store, which may come from somebody else."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, session: Session, preferences: Preferences) -> None:
        super().__init__(parent, self.tr("Kartu atau token USB"), self.tr("Pakai kunci ini"), width=560)
        self._session, self._preferences = session, preferences
        self._job: Job | None = None
        self._found: Sequence[TokenCertificate] = ()
        told = self.tr(
            "Kunci tidak pernah keluar dari tokennya. Pilih pustaka PKCS#11 dari pembuat token "
            "(.dll atau .so); berkas itu diingat di komputer ini, PIN-nya tidak."
        )
        self.body.addWidget(label(told, "quiet", wrap=True))
        self.module = QLineEdit(preferences.token_module)
        self.module.returnPressed.connect(self.search)
        self.choose = button(self.tr("Pilih…"), self._choose, glyph="folder")
        self.keys = QComboBox()
        self.body.addLayout(form((self.tr("Pustaka"), self.module), (self.tr("Kunci"), self.keys)))
        self.seek = button(self.tr("Cari token"), self.search, glyph="search")
        self.body.addLayout(row(self.choose, self.seek, None))
        self.module.textEdited.connect(self._forget)
        self._forget()
        self.module.setFocus()
        if self.module.text():
            self.search()

    def search(self) -> None:
        """Asks the library who could sign; off this thread, since card readers take their time."""
        module = self.module.text().strip()
        if self._job is not None or not module:
            return
        self.message.clear()
        self.seek.setEnabled(False)
        self._job = self._session.run(
            token_certificates, module, on_done=self._on_found, on_error=self._on_error
        )

    def _on_found(self, found: Sequence[TokenCertificate]) -> None:
        self._job = None
        self.seek.setEnabled(True)
        self._forget()
        self._found = found
        for entry in found:
            until = self.tr("berlaku sampai {day}").format(day=day_text(entry.valid_until.date()))
            self.keys.addItem(f"{entry.subject} · {entry.place.token} · {until}")
        self.keys.setEnabled(bool(found))
        self.do.setEnabled(bool(found))
        if found:
            self._preferences.token_module = self.module.text().strip()
            self.keys.setFocus()
        else:
            self.message.tell(self.tr("Tidak ada token dengan sertifikat yang terpasang."), Severity.WARNING)

    def _on_error(self, error: ZiError) -> None:
        self._job = None
        self.seek.setEnabled(True)
        self.message.refuse(error)

    def _forget(self, *_: object) -> None:
        """What was found is of the library that was asked."""
        self._found = ()
        self.keys.clear()
        self.keys.setEnabled(False)
        self.do.setEnabled(False)

    def confirm(self) -> bool:
        """Hand over what is chosen."""
        self.chosen.emit(self._found[self.keys.currentIndex()])
        return True

    def done(self, code: int) -> None:
        """Whoever closes the dialog waits for no token."""
        if self._job is not None:
            self._job.drop()
        super().done(code)

    def _choose(self) -> None:
        kinds = self.tr("Pustaka PKCS#11 (*.dll *.so *.dylib);;Semua berkas (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Pustaka token"), self.module.text(), kinds)
        if chosen:
            self.module.setText(chosen)
            self._forget()
            self.search()
