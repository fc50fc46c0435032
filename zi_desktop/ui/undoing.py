"""Urungkan: changes made together are taken back, batch by batch, and what had to stay is told."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from zi_desktop.domain.errors import Severity, ZiError
from zi_desktop.services.changes import Changes
from zi_desktop.services.undo import undo
from zi_desktop.ui.session import Session
from zi_desktop.ui.toast import Toast

_NAMED = 3


class Undoing(QObject):
    """``told``: the toast that offered it; the window keeps working between two batches."""

    def __init__(self, session: Session, told: Toast) -> None:
        super().__init__(told)
        self._session = session
        self._told = told
        self._waiting: list[str] = []
        self._kept: list[str] = []
        self._refused: ZiError | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._step)

    def offer(self, text: str, batches: Iterable[str], severity: Severity = Severity.INFO) -> None:
        """The toast that says what was done, with the one action that takes it back."""
        todo = [batch for batch in batches if batch]
        action = self.tr("Urungkan") if todo else ""
        self._told.tell(text, severity, action=action, on_action=lambda: self.start(todo))

    def start(self, batches: Iterable[str]) -> None:
        """Take the batches back, the last one first."""
        self._waiting += list(batches)
        self._step()

    def _step(self) -> None:
        if not self._waiting:
            return
        batch = self._waiting.pop()
        try:
            done = undo(self._session.work, batch)
        except ZiError as error:
            self._refused = error
        else:
            self._kept += done.kept
        if self._waiting:
            self._next.start()
            return
        kept, self._kept = tuple(self._kept), []
        refused, self._refused = self._refused, None
        self._session.announce(Changes(evaluations=True, settings=True))
        if refused is not None:
            self._session.refused.emit(refused)
            return
        self._told.tell(self._result(kept), Severity.WARNING if kept else Severity.INFO)

    def _result(self, kept: tuple[str, ...]) -> str:
        if not kept:
            return self.tr("Diurungkan.")
        named = [self._name(target) for target in kept[:_NAMED]]
        if len(kept) > _NAMED:
            named.append(self.tr("dan {n} lagi").format(n=len(kept) - _NAMED))
        return self.tr("Diurungkan, kecuali yang sudah diubah lagi: {names}.").format(names=", ".join(named))

    def _name(self, target: str) -> str:
        """``answer:A.I.1.i.b`` in words; evidence and findings have no name a person knows."""
        kind, _, name = target.partition(":")
        words = {
            "answer": self.tr("jawaban"),
            "note": self.tr("catatan"),
            "evidence": self.tr("bukti"),
            "finding": self.tr("temuan"),
            "team": self.tr("tim"),
            "text": self.tr("teks resmi"),
            "evaluation": self.tr("penilaian yang sudah berisi"),
        }
        named = name.rpartition(":")[2] if kind in ("answer", "note", "text") else ""
        return f"{words.get(kind, kind)} {named}".rstrip()
