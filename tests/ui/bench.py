"""The window under test, and its store as somebody else sees it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.report import Report
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.main_window import MainWindow

OpenWindow = Callable[[Path], MainWindow]


@dataclass
class Bench:
    """The window, and the store as somebody else sees it."""

    window: MainWindow
    path: Path
    evaluation_id: str

    def sql(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Asked of the file on a connection of its own, as any other program would."""
        connection = sqlite3.connect(f"file:{self.path.as_posix()}?mode=ro", uri=True)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def answer(self, cell: str) -> str | None:
        found = self.sql(
            "select value from answer where evaluation_id=? and cell=?", self.evaluation_id, cell
        )
        return str(found[0][0]) if found else None

    def log_length(self) -> int:
        return int(self.sql("select count(*) from log")[0][0])

    def stored_report(self) -> Report:
        """The report of a second workspace on the same file."""
        work = open_workspace(self.path)
        try:
            return load_report(work, self.evaluation_id)
        finally:
            work.close()

    def press(
        self, key: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """A key on whatever has the focus, as the keyboard does it."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)  # type: ignore[call-overload]
        QApplication.processEvents()

    def go(self, code: str) -> None:
        self.window.open_evaluation(self.evaluation_id, code)
        QApplication.processEvents()
        assert self.window.workbench.code == code
