"""Whom this office trusts: the certificates of authorities, none by default, each added from a file."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.changes import Changes
from zi_desktop.services.trust import add_trust_anchor, remove_trust_anchor, trust_anchors
from zi_desktop.services.undo import undo
from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.parts import button, column, empty, icon_button, label, panel, picture, row
from zi_desktop.ui.session import Session
from zi_desktop.ui.story_words import day_text
from zi_desktop.ui.toast import Toast
from zi_desktop.ui.verify_result import ReadFrame, shown

if TYPE_CHECKING:
    from zi_desktop.services.trust import TrustAnchor

_GROUP = 4


class TrustDialog(Dialog):
    """Every change is stored at once, and can be taken back."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, self.tr("Sertifikat tepercaya"), self.tr("Tutup"), width=680)
        self._session = session
        self.cancel.hide()
        told = self.tr(
            "Penanda tangan dikenal bila sertifikatnya diterbitkan di bawah salah satu otoritas ini. "
            "Sebelum menambah, cocokkan sidiknya dengan sumber resmi otoritas itu."
        )
        self.body.addWidget(label(told, "quiet", wrap=True))
        self.rows: dict[str, ReadFrame] = {}
        self._lines = column(gap=8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(panel(self._lines))
        area.setMinimumHeight(260)
        self.body.addWidget(area)
        self.add = button(self.tr("Tambah dari berkas…"), self.choose, glyph="plus")
        self.buttons.insertWidget(0, self.add)
        self.toast = Toast(self, lift=68)
        session.changed.connect(self._changed)
        self._show()

    def choose(self) -> None:
        kinds = self.tr("Sertifikat (*.pem *.crt *.cer *.der *.p7b *.p7c);;Semua berkas (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Tambah sertifikat tepercaya"), "", kinds)
        if chosen:
            self.add_file(Path(chosen))

    def add_file(self, path: Path) -> None:
        """Trust every authority in the file from now on."""
        before = {anchor.fingerprint for anchor in trust_anchors(self._session.work)}
        result = self._session.do(add_trust_anchor, path)
        if isinstance(result, ZiError):
            self.message.refuse(result)
            return
        self.message.clear()
        names = [a.subject for a in trust_anchors(self._session.work) if a.fingerprint not in before]
        if names:
            self._offer(self.tr("Dipercaya mulai sekarang: {names}.").format(names=", ".join(names)), result)
        else:
            self.toast.tell(self.tr("Sertifikat di berkas itu sudah dipercaya."))

    def remove(self, anchor: TrustAnchor) -> None:
        result = self._session.do(remove_trust_anchor, anchor.fingerprint)
        if isinstance(result, ZiError):
            self.message.refuse(result)
            return
        self.message.clear()
        self.add.setFocus()
        self._offer(self.tr("{name} tidak dipercaya lagi.").format(name=anchor.subject), result)

    def _offer(self, text: str, done: Changes) -> None:
        self.toast.tell(text, action=self.tr("Urungkan"), on_action=lambda: self._take_back(done.batch))

    def _take_back(self, batch: str) -> None:
        result = self._session.do(undo, batch)
        if isinstance(result, ZiError):
            self.message.refuse(result)

    def _changed(self, changes: Changes) -> None:
        if changes.settings:
            self._show()

    def _show(self) -> None:
        empty(self._lines)
        anchors = trust_anchors(self._session.work)
        self.rows = {anchor.fingerprint: self._row(anchor) for anchor in anchors}
        for frame in self.rows.values():
            self._lines.addWidget(frame)
        if not anchors:
            self._lines.addWidget(self._nothing())
        self._lines.addStretch(1)

    def _nothing(self) -> QFrame:
        sign = picture("shield", "accent", 32)
        told = shown(
            self.tr(
                "Belum ada yang dipercaya: tanda tangan diperiksa keutuhannya, tetapi penanda tangannya "
                "tidak dikenal. Untuk tanda tangan BSrE, tambahkan sertifikat akar BSrE dari berkas yang "
                "Anda peroleh dari BSrE sendiri."
            )
        )
        layout = row(sign, told, gap=16, margins=(16, 24, 16, 24))
        layout.setStretch(1, 1)
        result = ReadFrame("read", layout)
        result.setAccessibleName(told.text())
        return result

    def _row(self, anchor: TrustAnchor) -> ReadFrame:
        name = shown(anchor.subject, "figure")
        own = self.tr("Diterbitkan sendiri (akar)")
        issued = own if anchor.own_root else self.tr("Diterbitkan oleh {name}").format(name=anchor.issuer)
        until = self.tr("berlaku {start} sampai {end}").format(
            start=day_text(anchor.valid_from.astimezone().date()),
            end=day_text(anchor.valid_until.astimezone().date()),
        )
        about = shown(f"{issued} · {until}", "quiet")
        digits = shown(self.tr("Sidik SHA-256  {digits}").format(digits=grouped(anchor.fingerprint)), "quiet")
        expired = anchor.valid_until < datetime.now(UTC)
        old = shown(self.tr("Kedaluwarsa: tidak memercayakan tanda tangan baru"), "near")
        old.setVisible(expired)
        words = column(name, about, digits, old, gap=2)
        delete = icon_button(
            "trash",
            self.tr("Jangan percayai {name} lagi").format(name=anchor.subject),
            partial(self.remove, anchor),
        )
        layout = row(words, delete, gap=12, margins=(14, 10, 10, 10))
        layout.setStretch(0, 1)
        layout.setAlignment(delete, Qt.AlignmentFlag.AlignTop)
        result = ReadFrame("read", layout)
        spoken = [name.text(), about.text(), old.text() if expired else "", digits.text()]
        result.setAccessibleName(". ".join(part for part in spoken if part))
        return result


def grouped(digits: str) -> str:
    """``ab12 cd34 …``, as fingerprints are read aloud and compared."""
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
