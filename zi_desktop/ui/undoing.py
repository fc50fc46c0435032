"""Urungkan: changes made together are taken back, batch by batch, and what had to stay is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from zi_desktop.domain.errors import Severity, ZiError
from zi_desktop.services.changes import Changes
from zi_desktop.services.history import redo_last, undo_last
from zi_desktop.services.undo import undo
from zi_desktop.services.workspace import Workspace
from zi_desktop.ui.session import Session
from zi_desktop.ui.toast import Toast

_NAMED = 3


class Undoing(QObject):
    """``told``: the toast that offered it; the window keeps working between two batches. `stepped`: a step
    was taken back or done again (its Changes)."""

    stepped = Signal(object)

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

    def undo_last(self) -> None:
        """The last thing done to what is open, wherever it was done and however long ago."""
        self._step_back(undo_last, self.tr("Diurungkan: {what}."), self.tr("Tidak ada yang bisa diurungkan."))

    def redo_last(self) -> None:
        self._step_back(redo_last, self.tr("Diulangi: {what}."), self.tr("Tidak ada yang bisa diulangi."))

    def _step_back(self, verb: Callable[[Workspace, str], Changes], done: str, nothing: str) -> None:
        report = self._session.report
        result = self._session.do(verb, report.evaluation.id if report else "")
        if isinstance(result, ZiError):
            self._session.refused.emit(result)
        elif not result:
            self._told.tell(nothing)
        else:
            self._told.tell(done.format(what=self._what(result)))
            self.stepped.emit(result)

    def _what(self, changes: Changes) -> str:
        named = [self._name(f"answer:{cell}") for cell in sorted(changes.cells)]
        named += [self.tr("tulisan pada {code}").format(code=code) for code in sorted(changes.questions)]
        if changes.team:
            named.append(self.tr("tim"))
        if not named:
            return (
                self.tr("pengaturan atau riwayat unit") if changes.settings else self.tr("daftar penilaian")
            )
        more = self.tr("dan {n} lagi").format(n=len(named) - _NAMED) if len(named) > _NAMED else ""
        return ", ".join([*named[:_NAMED], *([more] if more else [])])

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
