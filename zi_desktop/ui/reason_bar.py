"""Above the card of an evaluation that was signed: who signed it, and why it is opened or changed again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import SignOff, SignOffState
from zi_desktop.domain.report import Report
from zi_desktop.services.signoff import is_signed, reopen
from zi_desktop.ui.language import language
from zi_desktop.ui.parts import button, column, label, picture, row
from zi_desktop.ui.session import Session


class ReasonBar(QFrame):
    """Hidden for an evaluation that was never signed. A signed one can be reopened here; while it is reopened
    the reason that stands in the field goes into the log with every change, and without one the change is
    refused and the field asks for it. `left`: Enter goes back to the question."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._evaluation_id = ""
        self._signed = False
        self.setProperty("role", "told-near")
        self.told = label("", wrap=True)
        self.field = QLineEdit()
        self.field.setMaxLength(500)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._entered)
        self.ask = button(self.tr("Buka kembali…"), self._ask)
        self.do = button(self.tr("Buka kembali"), self._reopen, role="primary")
        self.cancel = button(self.tr("Batal"), self._settle)
        self._wrong = label("", "missed", wrap=True)
        head = row(picture("lock", "near"), self.told, self.ask, gap=8)
        head.setStretch(1, 1)
        line = row(self.field, self.do, self.cancel)
        line.setStretch(0, 1)
        self.setLayout(column(head, line, self._wrong, gap=6, margins=(12, 6, 12, 6)))
        self._wrong.hide()
        self.hide()
        session.reason_needed.connect(self.ask_reason)

    def show_report(self, report: Report) -> None:
        signed, id_ = report.evaluation.sign_off, report.evaluation.id
        now = is_signed(report.evaluation)
        if (id_, now) != (self._evaluation_id, self._signed):
            self._evaluation_id, self._signed = id_, now
            self._session.work.reason = ""
            self.field.clear()
            self._settle()
        self.setVisible(signed is not None)
        if signed is not None:
            self._tell(signed)

    def _tell(self, signed: SignOff) -> None:
        day, by = _day(signed.at), ", ".join(signed.signers) or signed.by
        if signed.state is SignOffState.SIGNED:
            text = self.tr("Ditandatangani {day} oleh {names} (versi {n}); tidak dapat diubah.")
            self.told.setText(text.format(day=day, names=by, n=signed.version))
        else:
            text = self.tr("Dibuka kembali {day} oleh {name}: {reason}")
            self.told.setText(text.format(day=day, name=signed.by, reason=signed.reason))
        self.setAccessibleName(self.told.text())

    def _settle(self) -> None:
        """As it stands while nobody asks for anything: a signed one shows the button alone."""
        self.ask.setVisible(self._signed)
        self.field.setVisible(not self._signed)
        self.do.hide()
        self.cancel.hide()
        self._wrong.hide()
        name = self.tr("Alasan perubahan; dicatat bersama setiap perubahan")
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)

    def _ask(self) -> None:
        self.ask.hide()
        name = self.tr("Alasan membuka kembali")
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.clear()
        for widget in (self.field, self.do, self.cancel):
            widget.show()
        self.field.setFocus()

    def ask_reopen(self) -> None:
        """From the menu; nothing for an evaluation that is not locked."""
        if self._signed and self.isVisible():
            self._ask()

    def _reopen(self) -> None:
        result = self._session.do(reopen, self._evaluation_id, self.field.text())
        if isinstance(result, ZiError):
            self._wrong.setText(self.tr("Tulis alasannya; alasan itu dicatat."))
            self._wrong.show()
            self.field.setFocus()

    def ask_reason(self) -> None:
        """A change was refused for want of a reason; the last one is offered."""
        if self._signed or self.isHidden():
            return
        self._wrong.setText(self.tr("Perubahan belum disimpan: tulis alasannya, lalu ulangi."))
        self._wrong.show()
        self.field.setFocus()
        self.field.selectAll()

    def _typed(self, text: str) -> None:
        if not self._signed:
            self._session.work.reason = text.strip()
            self._wrong.hide()

    def _entered(self) -> None:
        if self._signed:
            self._reopen()
        else:
            self.left.emit()


def _day(at: str) -> str:
    """``24 Nov 2026`` in the language in use, by this computer's clock; what is no time stays as it is."""
    try:
        day = datetime.fromisoformat(at).astimezone().date()
    except ValueError:
        return at
    names = QLocale(QLocale.Language.Indonesian if language() == "id" else QLocale.Language.English)
    return names.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
