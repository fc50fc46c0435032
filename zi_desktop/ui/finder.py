"""What the command box is asked to find: the commands there are now, the questions of what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject

from zi_desktop.ui.answers import shown_answer
from zi_desktop.ui.command import Command
from zi_desktop.ui.command_box import CommandBox, Entry
from zi_desktop.ui.session import Session


class Finder(QObject):
    """``commands``: those that can be asked now; ``go``: to a question by its code."""

    def __init__(
        self,
        session: Session,
        box: CommandBox,
        commands: Callable[[], Iterable[Command]],
        go: Callable[[str], object],
    ) -> None:
        super().__init__(box)
        self._session, self._box = session, box
        self._commands, self._go = commands, go

    def search(self) -> None:
        commands = [Entry(c.text, c.do, c.key_names, c.glyph) for c in self._commands()]
        self._box.open([*commands, *self._questions()], self.tr("Cari soal atau perintah"))

    def go_to_code(self) -> None:
        self._box.open(self._questions(), self.tr("Kode soal, misalnya A.II.5 atau aii5"))

    def _questions(self) -> list[Entry]:
        report = self._session.report
        if report is None:
            return []
        cells = report.evaluation.cells
        return [
            Entry(q.text, partial(self._go, q.code), shown_answer(q, cells), code=q.code)
            for q in report.lke.questions
        ]
