"""A bug: logged with its traceback, told with “copy the details”; the program goes on where it can."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.parts import button, label

log = logging.getLogger("zi_desktop")


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


def install(parent: QWidget) -> None:
    """From now on an exception nobody caught is logged and told, one dialog at a time."""
    open_dialogs: list[TroubleDialog] = []

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        log.critical("uncaught\n%s", details)
        if not open_dialogs:
            dialog = TroubleDialog(parent, details)
            open_dialogs.append(dialog)
            dialog.finished.connect(open_dialogs.clear)
            dialog.open()

    sys.excepthook = tell


def log_to(folder: Path) -> None:
    """A log of a few hundred kilobytes beside the store; none where the folder cannot be written."""
    try:
        handler = RotatingFileHandler(
            folder / "zi-desktop.log", maxBytes=300_000, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.WARNING)
