"""The one door between the window and the store: verbs go in, what the store then holds comes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.services.worklist import WorklistReader

if TYPE_CHECKING:
    from zi_desktop.domain.report import Report
    from zi_desktop.services.changes import Changes
    from zi_desktop.services.reports import ReportReader
    from zi_desktop.services.workspace import Workspace
    from zi_desktop.ui.job import Job

P = ParamSpec("P")
T = TypeVar("T")
PAUSE_MS = 1500
CHANGES = 40
"""After so many changes the next pause is used to fold the store's log."""


class Session(QObject):
    """Everything the window changes passes `do`; everything it paints comes from `report`, which is read from
    the store after every change and never patched by hand."""

    changed = Signal(object)
    """Changes: a verb has been done and is durable."""
    report_changed = Signal(object)
    """Report: the evaluation that is open, as the store now holds it."""
    gone = Signal()
    """The evaluation that was open is no longer in the store: an undo took it back."""
    reason_needed = Signal()
    """A change of a reopened evaluation was refused, as nobody said why it is made."""
    refused = Signal(object)
    """ZiError: a verb was refused and nothing was written; not emitted when the caller shows it itself."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.report: Report | None = None
        self.list = WorklistReader(work)
        self.saved_at: datetime | None = None
        self._unfolded = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._fold)
        self._jobs: set[Job] = set()
        self._pool = QThreadPool()

    @cached_property
    def _reader(self) -> ReportReader:
        from zi_desktop.services.reports import ReportReader

        return ReportReader(self.work)

    def open(self, evaluation_id: str) -> Report:
        """Make one evaluation the open one. Raises ZiError when the store has no such evaluation."""
        self.report = self._reader.read(evaluation_id)
        self.report_changed.emit(self.report)
        return self.report

    def leave(self) -> None:
        """What is opened next is read whole."""
        self.report = None
        vars(self).pop("_reader", None)
        self.work.reason = ""  # what is changed next is something else

    def do(
        self,
        verb: Callable[Concatenate[Workspace, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes | ZiError:
        """Run one verb. Its Changes once they are on disk and the open report is read again; the ZiError when
        it was refused, for the caller to show beside the field (`tell` shows it as a toast)."""
        try:
            changes = verb(self.work, *args, **kwargs)
        except ZiError as error:
            if error.code == "reason-needed":
                self.reason_needed.emit()
            return error
        if changes:
            self.announce(changes)
        return changes

    def announce(self, changes: Changes) -> None:
        """Tell of changes that are on disk already; the open report is read again."""
        self.saved_at = datetime.now()
        self._unfolded += 1
        if self._unfolded >= CHANGES:
            self._pause.start()
        if self.report is not None:  # a change of the unit's other stages shows on this one, too
            try:
                self.open(self.report.evaluation.id)
            except ZiError:
                self.leave()
                self.gone.emit()
        self.changed.emit(changes)

    def _fold(self) -> None:
        self._unfolded = 0
        self.run(
            self.work.folding(),
            on_done=lambda _: None,
            on_error=self._not_folded,
        )

    def _not_folded(self, error: ZiError) -> None:
        from zi_desktop.ui.trouble_log import LOG

        LOG.warning("the log was not folded: %s", error)

    def tell(self, result: Changes | ZiError) -> bool:
        """True when it was done; a refusal that has no field of its own is told as a toast."""
        if isinstance(result, ZiError):
            self.refused.emit(result)
            return False
        return True

    def run(
        self,
        function: Callable[..., T],
        *args: Any,
        on_done: Callable[[T], object],
        on_error: Callable[[ZiError], object],
        on_progress: Callable[[float, Text], object] | None = None,
    ) -> Job:
        """Values → values on another thread; every callback comes back on the main thread.

        With ``on_progress`` the function is given ``progress=`` and ``cancelled=``. A bug in the
        function reaches sys.excepthook, and ``on_error`` is told as well.
        """
        from zi_desktop.ui.job import Job

        job = Job(function, args, on_done, on_error, on_progress)
        self._jobs.add(job)
        job.ended.connect(lambda: self._jobs.discard(job))
        self._pool.start(job.work)
        return job

    def close(self) -> None:
        """Cancel what runs, wait for it, close the store."""
        for job in tuple(self._jobs):
            job.drop()
        self._pool.waitForDone(10_000)
        self.work.close()
