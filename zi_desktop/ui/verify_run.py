"""Files checked off the main thread, one by one: each verdict is shown as soon as it is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from zi_desktop.services.verifying import Verifier, unchecked
from zi_desktop.ui.job import Job
from zi_desktop.ui.one_by_one import OneByOne
from zi_desktop.ui.session import Session


class VerifyRun(OneByOne):
    """Its lines are each a FileVerdict."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._verifier = Verifier()

    def start(self, files: Sequence[Path], roots: Sequence[bytes]) -> None:
        """Begin anew, judging by ``roots``."""
        self._verifier = Verifier(roots)
        self.begin(enumerate(files))

    def work_on(self, number: int, file: Path) -> Job:
        return self.session.run(
            self._verifier.check,
            file,
            on_done=lambda verdict: self.tell(number, verdict),
            on_error=lambda error: self.tell(number, unchecked(file, error)),
        )
