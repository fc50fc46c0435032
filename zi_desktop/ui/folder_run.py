"""A folder's files, read off the main thread one by one; each is let go before the next is read."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

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
from zi_desktop.ui.one_by_one import OneByOne
from zi_desktop.ui.session import Session


class FolderRun(OneByOne):
    """Its lines are each a FolderLine."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._taken: Taken = {}
        self.dry_run = True
        self._year: int | None = None
        self._stage: Stage | None = None
        self._mappings: Mapping[str, Corrections] = {}

    def start(
        self, files: list[tuple[int, Path]], *, year: int | None, stage: Stage | None, dry_run: bool
    ) -> None:
        """Begin anew with numbered files; what was written before a `cancel` stays."""
        self.stop()
        self._taken, self._year, self._stage, self.dry_run = {}, year, stage, dry_run
        self._mappings = remembered(self.session.work)
        self.begin(files)

    def work_on(self, number: int, file: Path) -> Job:
        return self.session.run(
            read_file_of_folder,
            file,
            self._mappings,
            on_done=lambda read: self._on_read(number, read),
            on_error=lambda error: self.tell(number, FolderLine(file, error=error)),
        )

    def _on_read(self, number: int, read: FileReading) -> None:
        try:
            line = import_file_of_folder(
                self.session.work,
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
        self.tell(number, line)
