"""The Qt binding itself, where a release of it has hurt us."""

import os
import subprocess
import sys

from PySide6.QtCore import QObject

_SPEAKS = """
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QWidget
from zi_desktop.ui.qt_messages import quiet_platform
quiet_platform()
app = QApplication([])
window = QWidget()
window.setMinimumSize(50, 50)
window.show()
app.processEvents()
qWarning("something real")
"""


def test_a_call_that_returns_nothing_gives_none_back() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one reference to None per call; at none left the process dies."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100


def test_only_the_platforms_own_excuses_are_left_out() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", _SPEAKS], env=environment, check=True, capture_output=True, text=True
    )
    assert told.stderr.splitlines() == ["something real"]
