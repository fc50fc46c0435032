"""A folder's files, read off the main thread one by one; each is let go before the next is read."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import Corrections
from zi_desktop.services.folder import (
    FileReading,
    FolderLine,
    Taken,
    import_file_of_folder,
    read_file_of_folder,
)
from zi_desktop.services.mappings import remembered
from zi_desktop.ui.job import Job
from zi_desktop.ui.session import Session


class FolderRun(QObject):
    """`line` carries (file's number, FolderLine) as each is done, `ended` whether all were."""

    line = Signal(int, object)
    ended = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._job: Job | None = None
        self._todo: list[tuple[int, Path]] = []
        self._taken: Taken = {}
        self._began = 0.0
        self.done = 0
        self.of = 0
        self.dry_run = True
        self._year: int | None = None
        self._stage: Stage | None = None
        self._mappings: Mapping[str, Corrections] = {}

    @property
    def running(self) -> bool:
        return self._job is not None

    def start(
        self, files: list[tuple[int, Path]], *, year: int | None, stage: Stage | None, dry_run: bool
    ) -> None:
        """Begin anew with numbered files; a run that goes on is stopped without a word."""
        self._drop()
        self._todo, self._taken = list(reversed(files)), {}
        self._year, self._stage, self.dry_run = year, stage, dry_run
        self._mappings = remembered(self._session.work)
        self.done, self.of, self._began = 0, len(files), time.monotonic()
        self._next()

    def cancel(self) -> None:
        """Stop between two files: what was written stays."""
        if self.running:
            self._drop()
            self.ended.emit(False)

    def stop(self) -> None:
        """Stop, and say nothing any more: nobody is looking."""
        self._drop()

    @property
    def seconds_left(self) -> float | None:
        """None until there is something to judge by."""
        if not self.done:
            return None
        return (time.monotonic() - self._began) / self.done * (self.of - self.done)

    def _drop(self) -> None:
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
            read_file_of_folder,
            file,
            self._mappings,
            on_done=lambda read: self._on_read(number, read),
            on_error=lambda error: self._on_line(number, FolderLine(file, error=error)),
        )

    def _on_read(self, number: int, read: FileReading) -> None:
        try:
            line = import_file_of_folder(
                self._session.work,
                read,
                self._taken,
                year=self._year,
                stage=self._stage,
                dry_run=self.dry_run,
            )
        except Exception as error:  # a bug with one file must not stop the others; it is logged and told
            sys.excepthook(type(error), error, error.__traceback__)
            bug = Text("Kesalahan program; lihat rinciannya", "A bug in the program; see the details")
            line = FolderLine(read.file, error=ZiError("bug", bug, where=str(read.file)))
        self._on_line(number, line)

    def _on_line(self, number: int, line: FolderLine) -> None:
        self.done += 1
        self.line.emit(number, line)
        self._next()
