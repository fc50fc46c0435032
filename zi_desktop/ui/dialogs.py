"""The dialogs the window opens, each on what is open now; loaded when it is opened for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session

if TYPE_CHECKING:
    from zi_desktop.services.worklist import EvaluationSummary
    from zi_desktop.ui.command import Command


class Dialogs:
    """``parent`` is the window they stand above. Those on an evaluation do nothing while none is open."""

    def __init__(self, parent: QWidget, session: Session, preferences: Preferences) -> None:
        self._parent = parent
        self._session = session
        self._preferences = preferences

    def new(self, on_made: Callable[[str], object]) -> None:
        from zi_desktop.ui.new_dialog import NewDialog

        dialog = NewDialog(self._parent, self._session)
        dialog.made.connect(on_made)
        dialog.open()

    def export(self) -> None:
        from zi_desktop.ui.export_dialog import ExportDialog

        if self._session.report is not None:
            ExportDialog(self._parent, self._session, self._session.report, self._preferences).show()

    def export_many(self, chosen: Sequence[EvaluationSummary]) -> None:
        from zi_desktop.ui.export_many_dialog import ExportManyDialog

        ExportManyDialog(self._parent, self._session, chosen, self._preferences).show()

    def team(self) -> None:
        from zi_desktop.ui.team_dialog import TeamDialog

        if self._session.report is not None:
            TeamDialog(self._parent, self._session).open()

    def letter(self) -> None:
        from zi_desktop.ui.letter_dialog import LetterDialog

        if self._session.report is not None:
            LetterDialog(self._parent, self._session, self._session.report).open()

    def thresholds(self) -> None:
        from zi_desktop.ui.thresholds_dialog import ThresholdsDialog

        if self._session.report is not None:
            ThresholdsDialog(self._parent, self._session, self._session.report.lke).open()

    def keys(self, commands: Iterable[Command]) -> None:
        from zi_desktop.ui.keys_dialog import KeysDialog

        KeysDialog(self._parent, commands).open()

    def store(self) -> None:
        from zi_desktop.ui.store_dialog import StoreDialog

        StoreDialog(self._parent, self._session.work).open()

    def trust(self) -> None:
        from zi_desktop.ui.trust_dialog import TrustDialog

        TrustDialog(self._parent, self._session).open()

    def close_idle(self) -> None:
        """Close all but those whose work is still going on."""
        for dialog in self._parent.findChildren(Dialog):
            if not dialog.working:
                dialog.reject()
