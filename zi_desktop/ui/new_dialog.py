"""A new, empty evaluation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.evaluations import new_evaluation, unit_names
from zi_desktop.ui.dialog import Dialog, form
from zi_desktop.ui.evaluation_fields import chosen_stage, stage_field, unit_field, year_field
from zi_desktop.ui.parts import label
from zi_desktop.ui.session import Session


class NewDialog(Dialog):
    """`made` carries the id of the new evaluation."""

    made = Signal(str)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, self.tr("Penilaian baru"), self.tr("Buat penilaian"))
        self._session = session
        self.unit = unit_field(unit_names(session.work))
        self.unit.setPlaceholderText(self.tr("misalnya Kantor Pelayanan Contoh"))
        self.year = year_field()
        self.stage = stage_field()
        self.body.addLayout(
            form(
                (self.tr("Unit kerja"), self.unit),
                (self.tr("Tahun"), self.year),
                (self.tr("Tahap"), self.stage),
            )
        )
        self.body.addWidget(
            label(
                self.tr("Formulir dipilih menurut tahun: sejak 2022 PermenPANRB 90/2021."), "quiet", wrap=True
            )
        )
        self.unit.setFocus()  # only now is it the dialog's

    def confirm(self) -> bool:
        result = self._session.do(
            new_evaluation, unit=self.unit.text(), year=self.year.value(), stage=chosen_stage(self.stage)
        )
        if isinstance(result, ZiError):
            raise result
        self.made.emit(result.evaluation_id)
        return True
