"""Every key there is, on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.parts import label


class KeysDialog(Dialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Tombol"), self.tr("Tutup"), width=520)
        self.cancel.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, (keys, what) in enumerate(self._keys()):
            grid.addWidget(label(keys, "accent"), line, 0)
            grid.addWidget(label(what), line, 1)
        self.body.addLayout(grid)

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("A – E,  Y,  T", self.tr("jawab dan lanjut ke soal berikutnya")),
            ("Enter", self.tr("simpan isian jumlah dan lanjut")),
            ("N  ↓    P  ↑", self.tr("soal berikutnya, sebelumnya")),
            ("U", self.tr("soal berikutnya yang belum dijawab")),
            ("/", self.tr("cari soal")),
            ("F2", self.tr("catatan")),
            ("Ctrl+E", self.tr("bukti")),
            ("Esc", self.tr("keluar dari isian; kembali ke daftar")),
            ("Ctrl+I", self.tr("impor lembar kerja")),
            ("Ctrl+Shift+I", self.tr("impor folder")),
            ("Ctrl+N", self.tr("penilaian baru")),
            ("Ctrl+P", self.tr("ekspor PDF dan XLSX")),
            ("?", self.tr("halaman ini")),
        ]
