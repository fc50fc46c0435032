"""Thresholds of an amendment nobody could verify: the user adopts and edits them, and they stay marked."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.lke import Amendment, Gate, Lke
from zi_desktop.services.thresholds import adopt_amendment, adopted_amendments, drop_amendment
from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.gate_table import short_name
from zi_desktop.ui.language import say, shortest
from zi_desktop.ui.parts import label
from zi_desktop.ui.session import Session


class ThresholdsDialog(Dialog):
    """The first amendment of the edition; one column of minimums per predikat, in points."""

    def __init__(self, parent: QWidget, session: Session, lke: Lke) -> None:
        super().__init__(parent, self.tr("Ambang batas"), self.tr("Simpan"), width=560)
        self._session = session
        self._amendment: Amendment | None = lke.amendments[0] if lke.amendments else None
        self.fields: dict[tuple[str, str], QLineEdit] = {}
        self.adopted = QCheckBox()
        if self._amendment is None:
            self._nothing_to_edit(lke)
        else:
            self._edit(self._amendment)

    def _nothing_to_edit(self, lke: Lke) -> None:
        self.body.addWidget(
            label(
                self.tr("Ambang formulir ini tertulis di peraturannya ({basis}) dan tidak diubah.").format(
                    basis=lke.basis
                ),
                wrap=True,
            )
        )
        self.cancel.hide()
        self.do.setText(self.tr("Tutup"))

    def _edit(self, amendment: Amendment) -> None:
        in_force = adopted_amendments(self._session.work)
        self.body.addWidget(label(amendment.label, wrap=True))
        self.adopted.setText(self.tr("Pakai ambang ini"))
        self.adopted.setChecked(amendment.id in in_force)
        self.body.addWidget(self.adopted)
        self.body.addWidget(
            label(
                self.tr(
                    "Angka ini belum terverifikasi dari teks peraturannya. Periksa dan ubah bila perlu; "
                    "di layar dan di laporan angka ini tetap diberi tanda."
                ),
                "quiet",
                wrap=True,
            )
        )
        self.body.addLayout(self._grid(amendment, in_force.get(amendment.id, {})))
        self.adopted.toggled.connect(self._enable)
        self._enable(self.adopted.isChecked())

    def _grid(self, amendment: Amendment, needs: dict[tuple[str, str], Fraction]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        gates: dict[str, Gate] = {g.id: g for found in amendment.gates.values() for g in found}
        for line, gate in enumerate(gates.values(), start=1):
            grid.addWidget(label(short_name(say(gate.label))), line, 0)
        for column, (predikat, found) in enumerate(amendment.gates.items(), start=1):
            grid.addWidget(label(predikat, "section"), 0, column)
            for gate in found:
                edit = QLineEdit(shortest(needs.get((predikat, gate.id), gate.need)))
                edit.setFixedWidth(88)
                edit.setAccessibleName(f"{predikat} {say(gate.label)}")
                self.fields[predikat, gate.id] = edit
                grid.addWidget(edit, 1 + list(gates).index(gate.id), column)
        return grid

    def _enable(self, on: bool) -> None:
        for edit in self.fields.values():
            edit.setEnabled(on)

    def confirm(self) -> bool:
        if self._amendment is None:
            return True
        if self.adopted.isChecked():
            needs = {key: _points(edit.text()) for key, edit in self.fields.items()}
            result = self._session.do(adopt_amendment, self._amendment.id, needs)
        else:
            result = self._session.do(drop_amendment, self._amendment.id)
        if isinstance(result, ZiError):
            raise result
        return True


def _points(text: str) -> Fraction:
    try:
        return Fraction(Decimal(text.strip().replace(",", ".")))
    except (InvalidOperation, ValueError, OverflowError):
        raise ZiError(
            "not-a-number",
            Text(f"“{text[:20]}” bukan angka", f"“{text[:20]}” is not a number"),
            remedy=Text("Isi poin, misalnya 11,25.", "Enter points, for example 11.25."),
        ) from None
