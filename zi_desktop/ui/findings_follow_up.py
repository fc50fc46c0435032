"""This year's word on one of last year's findings: how far it is, in a note, shown by what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from zi_desktop.domain.evaluation import FollowUp, FollowUpStatus
from zi_desktop.ui.language import say
from zi_desktop.ui.parts import button, column, label, row

_NOT_YET = FollowUp(FollowUpStatus.OPEN)


class FollowUpEditor(QWidget):
    """``judge`` is told (finding id, FollowUp or None to take it back) and says if it was kept. Texts are
    stored when their field is left; the chosen status is taken back by choosing it again."""

    def __init__(self, judge: Callable[[str, FollowUp | None], bool]) -> None:
        super().__init__()
        self._judge = judge
        self._id = ""
        self._stored: FollowUp | None = None
        self.state = label("", "quiet")
        self.chips: dict[FollowUpStatus, QPushButton] = {}
        short = {
            FollowUpStatus.OPEN: self.tr("Belum"),
            FollowUpStatus.IN_PROGRESS: self.tr("Sedang"),
            FollowUpStatus.DONE: self.tr("Selesai"),
        }
        for status in FollowUpStatus:
            chip = button(short[status], role="chip")
            chip.setCheckable(True)
            chip.setAccessibleName(say(status.label))
            chip.setToolTip(say(status.label))
            chip.clicked.connect(lambda *_, status=status: self._choose(status))
            self.chips[status] = chip
        self.note = self._field(self.tr("Catatan tindak lanjut"))
        self.evidence = self._field(self.tr("Bukti tindak lanjut"))
        texts = row(self.note, self.evidence)
        self._texts = QWidget()
        self._texts.setLayout(texts)
        self.setLayout(column(row(self.state, *self.chips.values(), None, gap=4), self._texts, gap=4))

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(2000)
        field.setMinimumWidth(60)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.editingFinished.connect(self.commit)
        return field

    def show_follow_up(self, finding_id: str, follow_up: FollowUp | None) -> None:
        fresh = (finding_id, follow_up) != (self._id, self._stored)
        other = finding_id != self._id
        self._id, self._stored = finding_id, follow_up
        for status, chip in self.chips.items():
            chip.setChecked(follow_up is not None and follow_up.status is status)
        self.state.setText(self.tr("Tindak lanjut") if follow_up else self.tr("Tindak lanjut belum dinilai"))
        self._texts.setVisible(follow_up is not None)
        if fresh:
            shown = follow_up or _NOT_YET
            for field, text in ((self.note, shown.note), (self.evidence, shown.evidence)):
                if other or not field.hasFocus():
                    field.setText(text)

    def _choose(self, status: FollowUpStatus) -> None:
        before = self._stored
        same = before is not None and before.status is status
        given = None if same else FollowUp(status, self.note.text().strip(), self.evidence.text().strip())
        self.show_follow_up(self._id, given if self._judge(self._id, given) else before)

    def commit(self) -> None:
        """Store what was only typed yet."""
        if self._stored is None or self.isHidden():
            return
        written = FollowUp(self._stored.status, self.note.text().strip(), self.evidence.text().strip())
        if written != self._stored:
            self._judge(self._id, written)
