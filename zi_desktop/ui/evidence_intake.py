"""Files on their way into the store: one job after the other, with progress, and what came of it in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.services.evidence import Intake, attach, store_files
from zi_desktop.store.file_source import Source
from zi_desktop.store.files import FilesPlace
from zi_desktop.ui.evidence_brought import Brought, png_of
from zi_desktop.ui.job import Job
from zi_desktop.ui.language import say
from zi_desktop.ui.message import sentence
from zi_desktop.ui.progress_row import ProgressRow
from zi_desktop.ui.session import Session

_SHOW_AFTER_MS = 500


@dataclass(frozen=True)
class _Wanted:
    """Where the files belong is settled when they are dropped: the card may show another question by then."""

    evaluation_id: str
    question: str
    sources: tuple[tuple[str, Source | QImage], ...]


class EvidenceIntake(QObject):
    """`told`: (what was added, the batch that takes it back); `failed`: ZiError, for the question it was
    meant for."""

    told = Signal(str, str)
    failed = Signal(str, object)

    def __init__(self, parent: QObject, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: list[_Wanted] = []
        self._job: Job | None = None
        self.progress = ProgressRow(self.cancel)
        self.progress.text.setWordWrap(True)
        self._slow = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._slow.timeout.connect(self._show_progress)

    @property
    def busy(self) -> bool:
        return self._job is not None

    def take(self, evaluation_id: str, question: str, what: Brought) -> None:
        sources: list[tuple[str, Source | QImage]] = [(path.name, path) for path in what.paths]
        if what.image is not None:
            name = self.tr("Tempelan {when}.png").format(when=datetime.now().strftime("%Y-%m-%d %H.%M.%S"))
            sources.append((name, what.image))
        if sources:
            self._waiting.append(_Wanted(evaluation_id, question, tuple(sources)))
            self._next()

    def cancel(self) -> None:
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if self._job is not None or not self._waiting:
            return
        wanted = self._waiting.pop(0)
        self.progress.bar.setRange(0, 0)
        self._slow.start()
        self._job = self._session.run(
            _store,
            self._session.work.store.files,
            wanted.sources,
            on_done=lambda intake: self._stored(wanted, intake),
            on_error=lambda error: self._stopped(wanted, error),
            on_progress=self._on_progress,
        )

    def _on_progress(self, share: float, name: Text) -> None:
        if not shiboken6.isValid(self):
            return
        self.progress.bar.setRange(0, 1000)
        self.progress.bar.setValue(round(share * 1000))
        words = self.tr("Menambahkan {name} · {percent} %")
        self.progress.text.setText(words.format(name=say(name), percent=round(share * 100)))

    def _show_progress(self) -> None:
        if not self.progress.text.text():
            self.progress.text.setText(self.tr("Menambahkan berkas …"))
        self.progress.show()

    def _stored(self, wanted: _Wanted, intake: Intake) -> None:
        """The window may have been built anew meanwhile: what was stored is attached all the same."""
        result = self._session.do(attach, wanted.evaluation_id, wanted.question, intake.stored)
        if not shiboken6.isValid(self):
            return
        self._end()
        if isinstance(result, ZiError):
            self.failed.emit(wanted.question, result)
        else:
            words = self._words(len(intake.stored) - len(result.skipped), result.skipped)
            if words:
                self.told.emit(words, result.batch)
            if intake.refused:
                self.failed.emit(wanted.question, _all_of(intake.refused))
        self._next()

    def _stopped(self, wanted: _Wanted, error: ZiError) -> None:
        if not shiboken6.isValid(self):
            return
        self._end()
        if error.code == "cancelled":
            self.told.emit(self.tr("Dibatalkan; tidak ada berkas yang ditambahkan."), "")
        else:
            self.failed.emit(wanted.question, error)
        self._next()

    def _end(self) -> None:
        self._job = None
        self._slow.stop()
        self.progress.hide()
        self.progress.text.clear()

    def _words(self, added: int, skipped: Sequence[str]) -> str:
        parts = []
        if added:
            parts.append(self.tr("{n} berkas ditambahkan sebagai bukti.").format(n=added))
        if skipped:
            names = ", ".join(skipped[:3]) + (" …" if len(skipped) > 3 else "")
            parts.append(self.tr("Sudah ada pada soal ini: {names}.").format(names=names))
        return " ".join(parts)


def _store(
    place: FilesPlace,
    sources: Sequence[tuple[str, Source | QImage]],
    *,
    progress: Callable[[float, Text], Any],
    cancelled: Callable[[], bool],
) -> Intake:
    """On the worker: a pasted picture becomes a file's content first."""
    plain = [(name, png_of(source) if isinstance(source, QImage) else source) for name, source in sources]
    return store_files(place, plain, progress=progress, cancelled=cancelled)


def _all_of(errors: Sequence[ZiError]) -> ZiError:
    """Several refusals as one message; each names its file."""
    if len(errors) == 1:
        only = errors[0]
        name = only.where.replace("\\", "/").rpartition("/")[2]
        named = Text(*(f"{name}: {text}" if name else text for text in only.message))
        return ZiError(only.code, named, where=only.where, remedy=only.remedy)
    lines = [sentence(_all_of([error]).message, error.remedy) for error in errors]
    return ZiError(errors[0].code, Text("\n".join(lines), "\n".join(lines)))
