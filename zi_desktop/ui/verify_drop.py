"""Files dropped anywhere on the window that has no use of its own for them: their signatures are checked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.file_drop import FileDrops

SUFFIXES = (".pdf", ".xlsx", ".xlsm", ".zipkg")


class VerifyDrops(FileDrops):
    """Parts of the window that take drops themselves go before it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(
            over,
            SUFFIXES,
            QCoreApplication.translate("VerifyDrops", "Lepaskan untuk memeriksa tanda tangan"),
            QCoreApplication.translate("VerifyDrops", "PDF, XLSX, atau paket; tidak ada yang diubah"),
            "shield",
        )
