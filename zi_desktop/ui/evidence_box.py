"""The documents of one question: names, paths or links, added and removed one by one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from zi_desktop.domain.evaluation import Evidence
from zi_desktop.ui.parts import button, column, empty, icon_button, label, picture, row


class EvidenceBox(QWidget):
    """``add`` is given a text, ``remove`` an evidence id; what could not be stored stays in its field."""

    def __init__(self, add: Callable[[str], bool], remove: Callable[[str], object]) -> None:
        super().__init__()
        self._store, self._remove = add, remove
        self._shown: tuple[Evidence, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Nama dokumen atau tautan"))
        self.edit.setAccessibleName(self.tr("Bukti baru: nama dokumen atau tautan"))
        self.edit.returnPressed.connect(self.commit)
        self.add = button(self.tr("Tambah"), self.commit, glyph="plus")
        self.setLayout(column(self._rows, row(self.edit, self.add), gap=6))

    def show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        if evidence == self._shown:
            return
        self._shown = evidence
        empty(self._rows)
        before: QWidget = self.add
        for item in evidence:
            remove = icon_button(
                "cross",
                self.tr("Hapus bukti {name}").format(name=item.text),
                partial(self._remove, item.id),
                small=True,
            )
            self._rows.addLayout(_row(item, remove))
            QWidget.setTabOrder(before, remove)
            before = remove

    def commit(self) -> bool:
        """Store what was only typed yet; False when it was refused."""
        text = self.edit.text().strip()
        if text and not self._store(text):
            return False
        self.edit.clear()
        return True


def _row(item: Evidence, remove: QWidget) -> QHBoxLayout:
    name = label(item.text, wrap=True)
    name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line = row(picture("clip", "quiet"), name, remove)
    line.setStretch(1, 1)
    return line
