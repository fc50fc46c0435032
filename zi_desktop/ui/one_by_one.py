"""Files worked on off the main thread one after the other; each result is told as soon as it is there."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zi_desktop.ui.job import Job
from zi_desktop.ui.session import Session


class OneByOne(QObject):
    """`line` carries (file's number, what became of it) as each is done, `ended` whether all were. A subclass
    begins the work on one file (`work_on`) and tells of it with `tell`, which goes on to the next."""

    line = Signal(int, object)
    ended = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._job: Job | None = None
        self._todo: list[tuple[int, Path]] = []
        self._began = 0.0
        self.done = 0
        self.of = 0

    def work_on(self, number: int, file: Path) -> Job:
        raise NotImplementedError

    @property
    def running(self) -> bool:
        return self._job is not None

    @property
    def seconds_left(self) -> float | None:
        """None until there is something to judge by."""
        if not self.done:
            return None
        return (time.monotonic() - self._began) / self.done * (self.of - self.done)

    def begin(self, files: Iterable[tuple[int, Path]]) -> None:
        """Begin anew with numbered files; a run that goes on is stopped without a word."""
        self.stop()
        self._todo = list(files)[::-1]
        self.done, self.of, self._began = 0, len(self._todo), time.monotonic()
        self._next()

    def cancel(self) -> None:
        """Stop between two files: what was done stays."""
        if self.running:
            self.stop()
            self.ended.emit(False)

    def stop(self) -> None:
        """Stop, and say nothing any more: nobody is looking."""
        if self._job is not None:
            self._job.drop()
            self._job = None
        self._todo = []

    def tell(self, number: int, line: object) -> None:
        self.done += 1
        self.line.emit(number, line)
        self._next()

    def _next(self) -> None:
        if not self._todo:
            self._job = None
            self.ended.emit(True)
            return
        self._job = self.work_on(*self._todo.pop())
