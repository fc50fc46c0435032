"""Evaluations exported one after the other: made and read back off the main thread, read and locked here."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.export_others import Output
from zi_desktop.services.export_parts import ExportInput
from zi_desktop.services.exporting import ExportResult, prepare_export
from zi_desktop.services.exporting_many import ManyLine, bug
from zi_desktop.services.signers import AnySigner
from zi_desktop.services.signing_off import Outcome, export_sound
from zi_desktop.services.signoff import blocking, not_ready, sign_off, waiting
from zi_desktop.services.worklist import EvaluationSummary
from zi_desktop.ui.job import Job
from zi_desktop.ui.session import Session


class ExportManyRun(QObject):
    """`line` carries (number from 0, ManyLine) as each is done, `ended` whether all were."""

    line = Signal(int, object)
    step = Signal()
    ended = Signal(bool)

    def __init__(
        self,
        session: Session,
        chosen: Sequence[EvaluationSummary],
        out: Path,
        signers: Sequence[AnySigner],
        also: frozenset[Output],
    ) -> None:
        super().__init__()
        self._session, self._chosen = session, chosen
        self._out, self._signers, self._also = out, signers, also
        self._job: Job | None = None
        self._share = 0.0
        self._stopped = False
        self._began = time.monotonic()
        self.done = 0
        self.of = len(chosen)

    @property
    def running(self) -> bool:
        return self._job is not None

    @property
    def seconds_left(self) -> float | None:
        """None until there is something to judge by."""
        done = self.done + self._share
        return (time.monotonic() - self._began) / done * (self.of - done) if done > 0.5 else None

    def start(self) -> None:
        self._next()

    def cancel(self) -> None:
        """Stop: what was exported stays, the one being made leaves nothing."""
        self._stopped = True
        if self._job is not None:
            self._job.cancel()

    def drop(self) -> None:
        """Stop, and say nothing any more: nobody is looking."""
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _next(self) -> None:
        """Refusals come without a job; the loop keeps them from calling one another."""
        while self.done < self.of and not self._stopped:
            line = self._begin(self._chosen[self.done])
            if line is None:
                return
            self._tell(line)
        self._job = None
        self.ended.emit(self.done == self.of)

    def _begin(self, chosen: EvaluationSummary) -> ManyLine | None:
        """Nothing when its files are being made now; else why they are not."""
        try:
            prepared = prepare_export(self._session.work, chosen.id, also=self._also)
            report = prepared.report
            if self._signers and waiting(report) and not blocking(report):
                raise not_ready(waiting(report))
        except ZiError as error:
            return _line(chosen, error=error)
        except Exception as error:  # a bug with one must not stop the others; it is logged and told
            sys.excepthook(type(error), error, error.__traceback__)
            return _line(chosen, error=bug(chosen.id))
        self._job = self._session.run(
            export_sound,
            self._session.work.store.files,
            prepared,
            self._out,
            self._signers,
            on_done=lambda result: self._on_made(chosen, prepared, result),
            on_error=lambda error: self._on_end(_line(chosen, error=error)),
            on_progress=self._on_progress,
        )
        return None

    def _on_progress(self, share: float, _what: object) -> None:
        self._share = share
        self.step.emit()

    def _on_made(self, chosen: EvaluationSummary, prepared: ExportInput, result: ExportResult) -> None:
        blocked = blocking(prepared.report) if self._signers else ()
        if not self._signers or blocked:
            self._on_end(_line(chosen, outcome=Outcome(result, False, blocked)))
            return
        done = self._session.do(
            sign_off, chosen.id, head=result.head, files=result.hashes, signers=result.signers
        )
        if isinstance(done, ZiError):
            self._on_end(_line(chosen, outcome=Outcome(result, False, ()), error=done))
            return
        signed = self._session.work.evaluation(chosen.id).sign_off
        version = signed.version if signed is not None else 1
        self._on_end(_line(chosen, outcome=Outcome(result, True, (), version)))

    def _on_end(self, line: ManyLine) -> None:
        if line.error is None or line.error.code != "cancelled":
            self._tell(line)
        self._next()

    def _tell(self, line: ManyLine) -> None:
        self._share = 0.0
        self.done += 1
        self.line.emit(self.done - 1, line)


def _line(
    chosen: EvaluationSummary, *, outcome: Outcome | None = None, error: ZiError | None = None
) -> ManyLine:
    return replace(ManyLine(chosen.id, chosen.unit, chosen.year, chosen.stage), outcome=outcome, error=error)
