"""One start of a window, until its first picture is painted: a fresh process each.

python -m tests.benchmarks.window_ready STORE | bare
"""

import os
import sys


def bare() -> None:
    """What PySide6 itself takes: a window of our size with nothing in it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, lambda: os._exit(0))

    app = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1366, 768)
    window.show()
    app.exec()


def ours(store: str) -> None:
    """The list of the store; the rest of the window is built when it has been painted, which ends this."""
    from pathlib import Path

    from zi_desktop.ui.main_window import MainWindow
    from zi_desktop.ui.start import run

    MainWindow.go_on = lambda _self: os._exit(0)  # type: ignore[method-assign]
    run(Path(store), "id")


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(sys.argv[1])
