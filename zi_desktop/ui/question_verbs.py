"""What is written about the question on the card, handed to the store."""

from __future__ import annotations

from collections.abc import Callable

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import FollowUp
from zi_desktop.services.answers import add_evidence, remove_evidence, remove_finding, save_finding, set_note
from zi_desktop.services.changes import Changes
from zi_desktop.services.earlier import carry_forward
from zi_desktop.services.reviews import set_follow_up, set_reason, set_reviewed
from zi_desktop.ui.session import Session


class QuestionVerbs:
    """Every method is True, or a batch, when it is on disk; else ``refused`` was told why, and nothing was
    written."""

    def __init__(self, session: Session, refused: Callable[[ZiError], object]) -> None:
        self._session = session
        self._refused = refused
        self.code = ""

    @property
    def _evaluation_id(self) -> str:
        return self._session.report.evaluation.id if self._session.report else ""

    def write_note(self, text: str) -> bool:
        return self._done(self._session.do(set_note, self._evaluation_id, self.code, text))

    def add_evidence(self, text: str) -> bool:
        return self._done(self._session.do(add_evidence, self._evaluation_id, self.code, text))

    def remove_evidence(self, evidence_id: str) -> str:
        """The batch that takes it back; empty when nothing was removed."""
        result = self._session.do(remove_evidence, self._evaluation_id, evidence_id)
        return result.batch if self._done(result) and isinstance(result, Changes) else ""

    def save_finding(self, note: str, recommendation: str, finding_id: str) -> bool:
        """``finding_id`` empty: a new one."""
        result = self._session.do(
            save_finding, self._evaluation_id, self.code, note, recommendation, finding_id or None
        )
        return self._done(result)

    def remove_finding(self, finding_id: str) -> bool:
        return self._done(self._session.do(remove_finding, self._evaluation_id, finding_id))

    def give_reason(self, issue_key: str, text: str) -> bool:
        """Why the warning with this key stands; empty takes it back."""
        return self._done(self._session.do(set_reason, self._evaluation_id, [issue_key], text))

    def set_reviewed(self, on: bool) -> bool:
        return self._done(self._session.do(set_reviewed, self._evaluation_id, self.code, on))

    def judge(self, finding_id: str, follow_up: FollowUp | None) -> bool:
        """This year's word on one of last year's findings."""
        return self._done(self._session.do(set_follow_up, self._evaluation_id, finding_id, follow_up))

    def carry(self, *, note: bool, evidence: bool) -> str:
        """Last year's texts added to mine; the batch that takes them back, empty when nothing was written."""
        result = self._session.do(carry_forward, self._evaluation_id, self.code, note=note, evidence=evidence)
        return result.batch if self._done(result) and isinstance(result, Changes) and result else ""

    def _done(self, result: Changes | ZiError) -> bool:
        if isinstance(result, ZiError):
            self._refused(result)
            return False
        return True
