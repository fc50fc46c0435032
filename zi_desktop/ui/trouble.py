"""A bug: logged with its traceback, told with “copy the details”; the program goes on where it can."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from zi_desktop.ui.trouble_dialog import TroubleDialog

_SOON_MS = 200
"""The first picture comes before the log, which has nothing to tell yet."""


def install(parent: QWidget, folder: Path) -> None:
    """From now on an exception nobody caught is logged in ``folder`` and told, one dialog at a time."""
    open_dialogs: list[TroubleDialog] = []

    def log() -> None:
        from zi_desktop.ui.trouble_log import log_to

        log_to(folder)

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback

        from zi_desktop.ui.trouble_dialog import TroubleDialog
        from zi_desktop.ui.trouble_log import LOG

        details = "".join(traceback.format_exception(kind, error, trace))
        log()
        LOG.critical("uncaught\n%s", details)
        if not open_dialogs:
            dialog = TroubleDialog(parent, details)
            open_dialogs.append(dialog)
            dialog.finished.connect(open_dialogs.clear)
            dialog.open()

    sys.excepthook = tell
    QTimer.singleShot(_SOON_MS, parent, log)
