"""In the export dialog: what keeps a signed export from locking the evaluation, and reasons for warnings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from zi_desktop.domain.errors import Severity, ZiError
from zi_desktop.domain.evaluation import SignOffState
from zi_desktop.domain.report import Report
from zi_desktop.services.exporting import ExportResult
from zi_desktop.services.reviews import set_reason
from zi_desktop.services.signoff import blocking, is_signed, not_ready, sign_off, waiting
from zi_desktop.ui.issues_reasons import IssuesReasons
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import column
from zi_desktop.ui.session import Session

_HEIGHT = 220


class SignOffBox(QWidget):
    """Follows the evaluation that was open when it was made. `explained`: the last warning has its reason."""

    explained = Signal()

    def __init__(self, session: Session, report: Report) -> None:
        super().__init__()
        self._session, self._report = session, report
        self.message = Message()
        self.reasons = IssuesReasons(self._give, with_reasons=False)
        self.reasons.setFixedHeight(_HEIGHT)
        self.setLayout(column(self.message, self.reasons))
        session.report_changed.connect(self._follow)
        self._show()

    @property
    def blocked(self) -> bool:
        """What would be signed is a draft."""
        return bool(blocking(self._report))

    def refuse_unexplained(self) -> None:
        """Before signing: raises ZiError ``not-ready`` while a warning has no reason. A draft needs none."""
        open_warnings = waiting(self._report)
        if open_warnings and not self.blocked:
            self.reasons.field.setFocus()
            raise not_ready(open_warnings)

    def lock(self, result: ExportResult) -> str:
        """After the signed files were read back: what became of the evaluation, in words. Raises ZiError as
        `signoff.sign_off` does."""
        if self.blocked:
            return self.tr("Ini draf: penilaian tidak dikunci, karena masih ada galat.")
        done = self._session.do(
            sign_off,
            self._report.evaluation.id,
            head=result.head,
            files=result.hashes,
            signers=result.signers,
        )
        if isinstance(done, ZiError):
            raise done
        signed = self._session.work.evaluation(self._report.evaluation.id).sign_off
        version = signed.version if signed is not None else 1
        return self.tr("Penilaian dikunci (versi {n}); membukanya kembali perlu alasan.").format(n=version)

    def _follow(self, report: Report) -> None:
        if report.evaluation.id == self._report.evaluation.id:
            self._report = report
            self._show()

    def _show(self) -> None:
        report, open_warnings = self._report, waiting(self._report)
        errors = blocking(report)
        asks = bool(open_warnings) and not errors
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.reasons.isAncestorOf(focus)
        self.reasons.setVisible(asks)
        self.reasons.show_issues(open_warnings, report.evaluation.reasons)
        if had_focus and not asks:
            self.explained.emit()
        if errors:
            text = self.tr(
                "{n} galat: bila ditandatangani, berkasnya draf dan penilaian tidak dikunci (lihat F7)."
            )
            self.message.tell(text.format(n=len(errors)), Severity.WARNING)
        elif open_warnings:
            text = self.tr("{n} peringatan perlu alasan sebelum ditandatangani; alasan tercetak di laporan.")
            self.message.tell(text.format(n=len(open_warnings)), Severity.WARNING)
        elif is_signed(report.evaluation):
            self.message.tell(self.tr("Penilaian ini sudah ditandatangani dan terkunci."), Severity.INFO)
        else:
            self.message.tell(self.tr("Setelah ditandatangani, penilaian dikunci."), Severity.INFO)

    def _give(self, keys: list[str], reason: str) -> bool:
        """A reopened evaluation takes the reasons for the reason it is changed for."""
        work = self._session.work
        opened = self._report.evaluation.sign_off
        given = work.reason
        if opened is not None and opened.state is SignOffState.REOPENED and not given:
            work.reason = reason
        result = self._session.do(set_reason, self._report.evaluation.id, keys, reason)
        work.reason = given
        if isinstance(result, ZiError):
            self.message.refuse(result)
            return False
        return True
