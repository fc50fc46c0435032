"""Two buttons that give a table away: to the clipboard, or as a CSV file that is read back."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.ui.folder_model import FolderModel
from zi_desktop.ui.parts import button, row

_TOLD_MS = 2500


class TableKeeper(QWidget):
    """``refused`` is told why a file could not be written."""

    def __init__(self, model: FolderModel, refused: Callable[[ZiError], object]) -> None:
        super().__init__()
        self._model, self._refused = model, refused
        self.copy = button("", self._copy, glyph="copy")
        self.save = button(self.tr("Simpan CSV…"), self._choose, glyph="export")
        self._told = QTimer(self, singleShot=True, interval=_TOLD_MS)
        self._told.timeout.connect(self._name)
        self.setLayout(row(self.copy, self.save))
        self._name()

    def _name(self) -> None:
        self.copy.setText(self.tr("Salin tabel"))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._model.as_text())
        self.copy.setText(self.tr("Tersalin"))
        self._told.start()

    def _choose(self) -> None:
        proposed = str(self._model.folder / self.tr("hasil-impor.csv"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Simpan tabel"), proposed, "CSV (*.csv)")
        if chosen:
            self.save_csv(Path(chosen))

    def save_csv(self, path: Path) -> None:
        """Written beside the name asked for, put in its place, and read back."""
        data, beside = self._model.as_csv(), path.with_name(path.name + ".tmp")
        try:
            beside.write_bytes(data)
            os.replace(beside, path)
            if path.read_bytes() != data:
                raise OSError(path)
        except OSError as error:
            beside.unlink(missing_ok=True)
            self._refused(_not_saved(path, error))


def _not_saved(path: Path, error: OSError) -> ZiError:
    return ZiError(
        "not-written",
        Text(f"Tabel tidak dapat disimpan ke {path.name}", f"The table could not be saved to {path.name}"),
        where=f"{path}: {error.strerror or error}",
        remedy=Text(
            "Tutup berkas itu bila sedang terbuka, atau pilih folder lain.",
            "Close that file if it is open, or choose another folder.",
        ),
    )
