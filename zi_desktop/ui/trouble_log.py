"""The log beside the store: what the program warns of, and the tracebacks of bugs."""

from __future__ import annotations

import logging
from pathlib import Path

LOG = logging.getLogger("zi_desktop")


def log_to(folder: Path) -> None:
    """A few hundred kilobytes beside the store; none where the folder cannot be written. Idempotent."""
    path = folder / "zi-desktop.log"
    if any(isinstance(handler, _LateFile) and handler.path == path for handler in LOG.handlers):
        return
    handler = _LateFile(path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.WARNING)


class _LateFile(logging.Handler):
    """Opened by the first line there is to write."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = self._opened()
        self._file.handle(record)

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            file = RotatingFileHandler(self.path, maxBytes=300_000, backupCount=1, encoding="utf-8")
        except OSError:
            return logging.NullHandler()
        file.setFormatter(self.formatter)
        return file

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()
