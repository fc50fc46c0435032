"""One piece of work off the main thread: values in, values out, callbacks on the main thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from zi_desktop.domain.errors import Text, ZiError


class Job(QObject):
    """Made by `Session.run`. `work` runs on a worker thread and speaks to the main thread by signals only."""

    ended = Signal()
    _result = Signal(object)
    _failure = Signal(object)
    _step = Signal(float, object)

    def __init__(
        self,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        on_done: Callable[[Any], object],
        on_error: Callable[[ZiError], object],
        on_progress: Callable[[float, Text], object] | None,
    ) -> None:
        super().__init__()
        self._function, self._args = function, args
        self._on_done, self._on_error, self._on_progress = on_done, on_error, on_progress
        self._cancel = threading.Event()
        self._dropped = False
        queued = Qt.ConnectionType.QueuedConnection
        self._result.connect(self._deliver, queued)
        self._failure.connect(self._fail, queued)
        self._step.connect(self._tell, queued)

    def cancel(self) -> None:
        """Ask the work to stop. What came of it is still delivered: as a rule ZiError ``cancelled``, but the
        result when the work was done before it heard."""
        self._cancel.set()

    def drop(self) -> None:
        """Cancel, and deliver nothing any more: those who asked are gone."""
        self._dropped = True
        self._cancel.set()

    def work(self) -> None:
        extra: dict[str, Any] = {}
        if self._on_progress is not None:
            extra = {"progress": self._step.emit, "cancelled": self._cancel.is_set}
        try:
            result = self._function(*self._args, **extra)
        except BaseException as error:  # whatever it is, it belongs to the main thread
            if shiboken6.isValid(self):  # the program may have ended meanwhile
                self._failure.emit(error)
        else:
            if shiboken6.isValid(self):
                self._result.emit(result)

    @Slot(object)
    def _deliver(self, result: object) -> None:
        self.ended.emit()
        if not self._dropped:
            self._on_done(result)

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        self.ended.emit()
        known = isinstance(error, ZiError)
        if not self._dropped:
            self._on_error(error if isinstance(error, ZiError) else _unexpected(error))
        if not known:
            sys.excepthook(type(error), error, error.__traceback__)

    @Slot(float, object)
    def _tell(self, share: float, what: Text) -> None:
        if self._on_progress is not None and not self._dropped:
            self._on_progress(share, what)


def _unexpected(error: BaseException) -> ZiError:
    return ZiError(
        "unexpected",
        Text("Terjadi kesalahan yang tidak terduga", "Something unexpected went wrong"),
        where=type(error).__name__,
        remedy=Text("Salin rinciannya dan laporkan.", "Copy the details and report them."),
    )
