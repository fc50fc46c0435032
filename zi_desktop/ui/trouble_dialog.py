"""What a bug looks like to the person in front of it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.parts import button, label


class TroubleDialog(Dialog):
    """Answers are safe whatever happened: every one was on disk before it was painted."""

    def __init__(self, parent: QWidget | None, details: str) -> None:
        super().__init__(parent, self.tr("Terjadi kesalahan pada program"), self.tr("Tutup"), width=560)
        self.details = details
        self.body.addWidget(
            label(
                self.tr(
                    "Ini kesalahan kami, bukan Anda. Semua jawaban sudah tersimpan dan Anda dapat terus "
                    "bekerja. Salin rinciannya bila Anda ingin melaporkannya."
                ),
                wrap=True,
            )
        )
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Rincian kesalahan"))
        text.setFixedHeight(160)
        self.body.addWidget(text)
        self.buttons.insertWidget(0, button(self.tr("Salin rincian"), self.copy))
        self.cancel.hide()

    def copy(self) -> None:
        QApplication.clipboard().setText(self.details)
