"""What Qt says on stderr, without what its offscreen platform says of itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

PLATFORM_NOISE = "This plugin does not support"


def quiet_platform() -> None:
    """From now on everything Qt tells is printed, but for the offscreen platform's own excuses."""
    qInstallMessageHandler(_say)


def _say(_mode: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(PLATFORM_NOISE):
        print(message, file=sys.stderr)
