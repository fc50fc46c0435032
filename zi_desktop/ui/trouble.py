"""A bug: logged with its traceback, told with “copy the details”; the program goes on where it can."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from zi_desktop.ui.trouble_dialog import TroubleDialog

log = logging.getLogger("zi_desktop")


def install(parent: QWidget) -> None:
    """From now on an exception nobody caught is logged and told, one dialog at a time."""
    open_dialogs: list[TroubleDialog] = []

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback

        from zi_desktop.ui.trouble_dialog import TroubleDialog

        details = "".join(traceback.format_exception(kind, error, trace))
        log.critical("uncaught\n%s", details)
        if not open_dialogs:
            dialog = TroubleDialog(parent, details)
            open_dialogs.append(dialog)
            dialog.finished.connect(open_dialogs.clear)
            dialog.open()

    sys.excepthook = tell


def log_to(folder: Path) -> None:
    """A log of a few hundred kilobytes beside the store; none where the folder cannot be written."""
    handler = _LateFile(folder / "zi-desktop.log")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.WARNING)


class _LateFile(logging.Handler):
    """Opened by the first line there is to write, so that a start with nothing to tell pays nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = self._opened()
        self._file.handle(record)

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            file = RotatingFileHandler(self._path, maxBytes=300_000, backupCount=1, encoding="utf-8")
        except OSError:
            return logging.NullHandler()
        file.setFormatter(self.formatter)
        return file

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()
