"""A few questions brought forward in a window at the scale of ``QT_SCALE_FACTOR``: whether what is seen first
is what stays.

python -m tests.ui.card_at_scale → ``same`` or ``other`` a line
"""

import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.grab_store import fill_store
from zi_desktop.ui.language import use_language
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session
from zi_desktop.ui.theme import LIGHT, apply_theme


def main() -> None:
    app = QApplication([])
    use_language("id")
    apply_theme(app, LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        work = open_workspace(Path(folder, "a.zidb"), actor="Uji")
        evaluation = fill_store(work)
        settings = QSettings(str(Path(folder, "a.ini")), QSettings.Format.IniFormat)
        window = MainWindow(Session(work), Preferences(settings))
        window.resize(1366, 768)
        window.show()
        window.open_evaluation(evaluation, "A.I.1.i.a")
        for _ in range(4):
            QTest.qWait(150)
            QTest.keyClick(window.workbench.card, Qt.Key.Key_N)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            first = window.grab().toImage()
            QTest.qWait(50)
            print("same" if window.grab().toImage() == first else "other")
        window.session.close()


if __name__ == "__main__":
    main()
