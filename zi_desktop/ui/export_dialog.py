"""Export: where to, signed by whom; then the bar, and what was read back."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QProgressBar, QWidget

from zi_desktop.domain.errors import Severity, Text, ZiError
from zi_desktop.domain.report import Report
from zi_desktop.services.exporting import ExportResult, prepare_export
from zi_desktop.services.signing_off import export_sound
from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.job import Job
from zi_desktop.ui.language import number, say
from zi_desktop.ui.outputs_box import OutputsBox
from zi_desktop.ui.parts import button, column, label, panel, picture, row
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session
from zi_desktop.ui.signers_box import SignersBox
from zi_desktop.ui.signoff_box import SignOffBox


class ExportDialog(Dialog):
    """Stays open while it works, and the window behind works on. "Done" comes from the files read back."""

    def __init__(self, parent: QWidget, session: Session, report: Report, preferences: Preferences) -> None:
        super().__init__(parent, self.tr("Ekspor"), self.tr("Ekspor dan periksa"), width=640)
        self._session, self._report, self._preferences = session, report, preferences
        self._job: Job | None = None
        self._started = 0.0
        self.exported: ExportResult | None = None
        evaluation = report.evaluation
        self.body.addWidget(
            label(
                f"{evaluation.unit} · {evaluation.year} · {say(evaluation.stage.label)}", "quiet", wrap=True
            )
        )
        self.sign_off = SignOffBox(session, report)
        self.folder = QLineEdit(self._default_folder(report))
        self.choose = button(self.tr("Pilih…"), self._choose_folder, glyph="folder")
        self.body.addWidget(label(self.tr("Folder"), "section"))
        self.folder.setAccessibleName(self.tr("Folder tujuan"))
        self.body.addLayout(row(self.folder, self.choose))
        self.outputs = OutputsBox(preferences)
        self.body.addWidget(self.outputs)
        self.body.addWidget(label(self.tr("Tanda tangan"), "section"))
        roles = [m.role for m in evaluation.team if m.role]
        roles = list(dict.fromkeys([*roles, self.tr("Ketua Tim"), self.tr("Anggota Tim")]))
        self.signers = SignersBox(session, preferences, roles)
        self.body.addWidget(self.signers)
        self.body.addWidget(self.sign_off)
        self.sign_off.explained.connect(self.do.setFocus)
        self._working = self._make_working()
        self.done_box = self._make_done()
        self.body.addWidget(self._working)
        self.body.addWidget(self.done_box)

    @property
    def working(self) -> bool:
        return self._job is not None

    def _default_folder(self, report: Report) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        unit = "".join(c for c in report.evaluation.unit if c.isalnum() or c in " -_").strip()
        return str(Path(documents) / "ZI Desktop" / f"{unit} {report.evaluation.year}")

    def _make_working(self) -> QFrame:
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Kemajuan ekspor"))
        self._step = label("", "quiet")
        self._left = label("", "quiet")
        self.stop = button(self.tr("Batalkan ekspor"), self._stop)
        box = panel(column(self.bar, row(self._step, None, self._left, self.stop)))
        box.hide()
        return box

    def _make_done(self) -> QFrame:
        self.told = label("", wrap=True)
        self.files = label("", "quiet", wrap=True)
        open_folder = button(self.tr("Buka folder"), self._open_folder, glyph="folder")
        words = row(picture("check", "met", 20), self.told)
        words.setStretch(1, 1)
        box = panel(column(words, self.files, row(open_folder, None), margins=(12, 12, 12, 12)), "inset")
        box.hide()
        return box

    def confirm(self) -> bool:
        """Start; the dialog stays."""
        if self.exported is not None:
            return True
        signers = self.signers.requests()
        if signers:
            self.sign_off.refuse_unexplained()
        prepared = prepare_export(self._session.work, self._report.evaluation.id, also=self.outputs.wanted())
        self.message.clear()
        self._busy(True)
        self._started = time.monotonic()
        self._job = self._session.run(
            export_sound,
            self._session.work.store.files,
            prepared,
            Path(self.folder.text()).expanduser(),
            signers,
            on_done=self._on_done,
            on_error=self._on_error,
            on_progress=self._on_progress,
        )
        return False

    def _busy(self, busy: bool) -> None:
        self._working.setVisible(busy)
        self.do.setEnabled(not busy)
        self.signers.setEnabled(not busy)
        self.sign_off.setEnabled(not busy)
        self.folder.setEnabled(not busy)
        self.outputs.setEnabled(not busy)
        self.choose.setEnabled(not busy)
        self.cancel.setVisible(not busy)
        self.stop.setEnabled(True)
        (self.stop if busy else self.do).setFocus()
        self.bar.setValue(0)
        self._step.clear()
        self._left.clear()

    def _on_progress(self, share: float, what: Text) -> None:
        self.bar.setValue(int(share * 1000))
        self._step.setText(say(what))
        spent = time.monotonic() - self._started
        if share > 0.05 and spent > 1:
            left = number(spent / share - spent, 0)
            self._left.setText(self.tr("kira-kira {seconds} detik lagi").format(seconds=left))

    def _on_done(self, result: ExportResult) -> None:
        self._job = None
        self.exported = result
        self._busy(False)
        self.told.setText(say(result.summary()) + self._lock(result))
        self.files.setText("\n".join(str(path) for path in result.files))
        self.done_box.show()
        for issue in sorted(result.issues, key=lambda i: i.severity is not Severity.WARNING)[:1]:
            self.message.show_issue(issue)
        self.sign_off.hide()
        self.cancel.hide()
        self.do.setText(self.tr("Tutup"))
        self.do.setFocus()
        self.adjustSize()

    def _lock(self, result: ExportResult) -> str:
        """Signed files lock what they were made from; why not, is told beside them."""
        if not result.signers:
            return ""
        try:
            return "\n" + self.sign_off.lock(result)
        except ZiError as error:
            self.message.refuse(error)
            return ""

    def _on_error(self, error: ZiError) -> None:
        self._job = None
        self._busy(False)
        if error.code == "cancelled":
            self.message.tell(self.tr("Ekspor dibatalkan; tidak ada berkas yang ditulis."), Severity.INFO)
        else:
            self.message.refuse(error)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.stop.setEnabled(False)

    def done(self, code: int) -> None:
        """Closing the dialog stops the work."""
        if self._job is not None:
            self._job.drop()
        super().done(code)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder tujuan"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _open_folder(self) -> None:
        if self.exported is not None and self.exported.files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.exported.files[0].parent)))
