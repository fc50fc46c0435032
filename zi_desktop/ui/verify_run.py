"""Files checked off the main thread, one by one: each verdict is shown as soon as it is there."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.verifying import FileVerdict, Verifier, unchecked
from zi_desktop.ui.job import Job
from zi_desktop.ui.session import Session


class VerifyRun(QObject):
    """`line` carries (file's number, FileVerdict) as each is done, `ended` whether all were."""

    line = Signal(int, object)
    ended = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._job: Job | None = None
        self._verifier = Verifier()
        self._todo: list[tuple[int, Path]] = []
        self._began = 0.0
        self.done = 0
        self.of = 0

    @property
    def running(self) -> bool:
        return self._job is not None

    @property
    def seconds_left(self) -> float | None:
        """None until there is something to judge by."""
        if not self.done:
            return None
        return (time.monotonic() - self._began) / self.done * (self.of - self.done)

    def start(self, files: Sequence[Path], roots: Sequence[bytes]) -> None:
        """Begin anew; a run that goes on is stopped without a word."""
        self.stop()
        self._verifier = Verifier(roots)
        self._todo = list(reversed(list(enumerate(files))))
        self.done, self.of, self._began = 0, len(files), time.monotonic()
        self._next()

    def cancel(self) -> None:
        """Stop; what was checked stays."""
        if self.running:
            self.stop()
            self.ended.emit(False)

    def stop(self) -> None:
        """Stop, and say nothing any more."""
        if self._job is not None:
            self._job.drop()
            self._job = None
        self._todo = []

    def _next(self) -> None:
        if not self._todo:
            self._job = None
            self.ended.emit(True)
            return
        number, file = self._todo.pop()
        self._job = self._session.run(
            self._verifier.check,
            file,
            on_done=lambda verdict: self._on_line(number, verdict),
            on_error=lambda error: self._on_error(number, file, error),
        )

    def _on_error(self, number: int, file: Path, error: ZiError) -> None:
        self._on_line(number, unchecked(file, error))

    def _on_line(self, number: int, verdict: FileVerdict) -> None:
        self.done += 1
        self.line.emit(number, verdict)
        self._next()
