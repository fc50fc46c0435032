"""Every key there is, on one page, in the order one meets them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from zi_desktop.ui.command import Command, Group
from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.parts import column, key_label, label, row


class KeysDialog(Dialog):
    """Two columns: what one does on a question, and the rest."""

    def __init__(self, parent: QWidget, commands: Iterable[Command]) -> None:
        super().__init__(parent, self.tr("Semua tombol"), self.tr("Tutup"), width=860)
        self.cancel.hide()
        keyed = [c for c in commands if c.keys and c.in_keys]
        left = [
            (self.tr("Menjawab"), self._answering() + _lines(keyed, Group.ANSWER)),
            (self.tr("Berpindah"), _lines(keyed, Group.GO)),
            (self.tr("Menulis"), _lines(keyed, Group.WRITE)),
        ]
        right = [
            (self.tr("Penilaian"), _lines(keyed, Group.EVALUATION)),
            (self.tr("Berkas"), _lines(keyed, Group.FILE)),
            (self.tr("Jendela"), _lines(keyed, Group.WINDOW)),
        ]
        columns = row(column(_grid(left), None), column(_grid(right), None), gap=40)
        columns.setStretch(0, 1)
        columns.setStretch(1, 1)
        self.body.addLayout(columns)

    def _answering(self) -> list[tuple[list[str], str]]:
        return [
            (["A", "…", "E", "Y", "T"], self.tr("jawab dan lanjut ke soal berikutnya")),
            (["Enter"], self.tr("simpan isian jumlah dan lanjut")),
        ]


def _lines(commands: list[Command], group: Group) -> list[tuple[list[str], str]]:
    return [(c.key_names.split("  "), c.text.rstrip("…")) for c in commands if c.group is group]


def _grid(groups: list[tuple[str, list[tuple[list[str], str]]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for title, lines in groups:
        if not lines:
            continue
        heading = label(title, "section")
        heading.setContentsMargins(0, 8, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for keys, text in lines:
            at = grid.rowCount()
            grid.addLayout(row(*(_key(key) for key in keys), None, gap=4), at, 0)
            grid.addWidget(label(text), at, 1, Qt.AlignmentFlag.AlignVCenter)
    return grid


def _key(name: str) -> QWidget:
    return label(name, "quiet") if name == "…" else key_label(name)
