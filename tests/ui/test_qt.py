"""The Qt binding itself, where a release of it has hurt us."""

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_gives_none_back() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one reference to None per call; at none left the process dies."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100
