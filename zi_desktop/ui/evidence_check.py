"""Every attached file read and hashed again, when asked for; what is wrong is told beside its question."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import Issue, Severity, Text, ZiError
from zi_desktop.services.changes import Changes
from zi_desktop.services.evidence_files import check_contents
from zi_desktop.ui.job import Job
from zi_desktop.ui.language import say
from zi_desktop.ui.message import sentence
from zi_desktop.ui.session import Session
from zi_desktop.ui.toast import Toast

_STEP = 0.1  # share between two words on how far it is


class EvidenceCheck(QObject):
    """``go`` is given the code of a question. `found`: something is known of some questions now."""

    found = Signal()

    def __init__(self, session: Session, toast: Toast, go: Callable[[str], object]) -> None:
        super().__init__(toast)
        self._session, self._toast, self._go = session, toast, go
        self._evaluation_id = ""
        self._issues: tuple[Issue, ...] = ()
        self._job: Job | None = None
        self._told = 0.0
        session.changed.connect(self._forget)

    def of(self, evaluation_id: str, question: str) -> list[Issue]:
        """What the last check found on a question, until its evidence is changed."""
        if evaluation_id != self._evaluation_id:
            return []
        return [issue for issue in self._issues if issue.question == question]

    def start(self) -> None:
        report = self._session.report
        if report is None or self._job is not None:
            return
        self._evaluation_id, self._issues, self._told = report.evaluation.id, (), 0.0
        attached = sum(bool(e.file) for items in report.evaluation.evidence.values() for e in items)
        self._say(0)
        self._job = self._session.run(
            check_contents,
            self._session.work.store.files,
            report.evaluation,
            on_done=lambda issues: self._done(issues, attached),
            on_error=self._stopped,
            on_progress=self._on_progress,
        )

    def _say(self, share: float) -> None:
        words = self.tr("Memeriksa berkas bukti · {percent} %").format(percent=round(share * 100))
        self._toast.tell(words, action=self.tr("Batal"), on_action=self._cancel)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_progress(self, share: float, _what: Text) -> None:
        if shiboken6.isValid(self) and share - self._told >= _STEP:
            self._told = share
            self._say(share)

    def _done(self, issues: list[Issue], attached: int) -> None:
        if not shiboken6.isValid(self):  # the window was built anew
            return
        self._job = None
        self._issues = tuple(issues)
        self.found.emit()
        worst = [issue for issue in issues if issue.severity is Severity.ERROR]
        told = worst or issues
        if not told:
            self._toast.tell(self.tr("Semua berkas bukti utuh ({n} diperiksa).").format(n=attached))
            return
        words = say(told[0].message)
        if len(told) > 1:
            words = self.tr("{first}; dan {n} lagi.").format(first=words, n=len(told) - 1)
        self._toast.tell(
            words,
            Severity.ERROR if worst else Severity.WARNING,
            action=self.tr("Buka soal"),
            on_action=lambda: self._go(told[0].question),
        )

    def _stopped(self, error: ZiError) -> None:
        if not shiboken6.isValid(self):
            return
        self._job = None
        if error.code == "cancelled":
            self._toast.tell(self.tr("Pemeriksaan bukti dibatalkan."))
        else:
            self._toast.tell(sentence(error.message, error.remedy), Severity.ERROR)

    def _forget(self, changes: Changes) -> None:
        """What was found of evidence that has been changed since says nothing any more."""
        here = changes.evaluation_id in ("", self._evaluation_id)
        kept = tuple(
            issue
            for issue in self._issues
            if not here or not (changes.evaluations or issue.question in changes.questions)
        )
        if kept != self._issues:
            self._issues = kept
            self.found.emit()
