"""Who evaluates: names, NIP and roles, as the cover of the report prints them."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import TeamMember
from zi_desktop.services.answers import set_team
from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.parts import button, label, row
from zi_desktop.ui.session import Session

_EMPTY_ROWS = 1


class TeamDialog(Dialog):
    """A line without a name is left out; emptying a name removes the member."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, self.tr("Tim penilai"), self.tr("Simpan tim"), width=640)
        self._session = session
        self.fields: list[tuple[QLineEdit, QLineEdit, QLineEdit]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        for i, (title, stretch) in enumerate(((self.tr("Nama"), 3), ("NIP", 2), (self.tr("Peran"), 2))):
            self._grid.addWidget(label(title, "section"), 0, i)
            self._grid.setColumnStretch(i, stretch)
        self.body.addLayout(self._grid)
        self.body.addLayout(
            row(button(self.tr("Anggota lagi"), self._more, role="plain", glyph="plus"), None)
        )
        team = session.report.evaluation.team if session.report else ()
        for member in (*team, *(TeamMember("") for _ in range(_EMPTY_ROWS))):
            self._add(member)
        self.fields[len(team)][0].setFocus()

    def _more(self) -> None:
        self._add(TeamMember(""))
        self.fields[-1][0].setFocus()

    def _add(self, member: TeamMember) -> None:
        at = len(self.fields) + 1
        edits = (QLineEdit(member.name), QLineEdit(member.nip), QLineEdit(member.role))
        edits[2].setPlaceholderText(self.tr("misalnya Ketua Tim"))
        for i, (edit, name) in enumerate(zip(edits, (self.tr("Nama"), "NIP", self.tr("Peran")), strict=True)):
            edit.setAccessibleName(self.tr("{field} anggota {n}").format(field=name, n=at))
            self._grid.addWidget(edit, at, i)
        self.fields.append(edits)

    def confirm(self) -> bool:
        report = self._session.report
        if report is None:
            return True
        team = tuple(TeamMember(*(edit.text() for edit in edits)) for edits in self.fields)
        result = self._session.do(set_team, report.evaluation.id, team)
        if isinstance(result, ZiError):
            raise result
        return True
