"""The window on ten years of a thousand evaluations: a key until it is painted, the list, and the start.

A frame is what a 60 Hz screen gives: 16.7 ms. Where ``theirs`` is a frame, the ratio is in frames.
"""

from __future__ import annotations

import gc
import itertools
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from tests.benchmarks.bench_store import raw_answer, raw_store
from tests.benchmarks.harness import Race, Took, bench
from tests.benchmarks.stores import ten_years_store
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.language import use_language
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session
from zi_desktop.ui.theme import LIGHT, apply_theme

FRAME = 1 / 60
_TURN = 10
_HAND_MS = 60
"""Nobody presses a second key sooner. What the window does meanwhile is not waited for by anyone."""
_LINES = 25
_KEYS = {"Ya": "Y", "Tidak": "T"}


class _Window:
    """The real window, drawn as it is on a screen; settings of its own."""

    def __init__(self) -> None:
        app = QApplication.instance() or QApplication(["bench"])
        assert isinstance(app, QApplication)
        self.app = app
        use_language("id")
        apply_theme(app, LIGHT)
        self._folder = tempfile.TemporaryDirectory()
        settings = QSettings(str(Path(self._folder.name, "w.ini")), QSettings.Format.IniFormat)
        session = Session(open_workspace(ten_years_store(), actor="Uji"))
        self.window = MainWindow(session, Preferences(settings))
        self.window.resize(1366, 768)
        self.window.show()
        app.processEvents()
        self.window.complete()
        app.processEvents()
        gc.freeze()  # as the program does once it has settled

    def close(self) -> None:
        gc.unfreeze()
        self.window.hide()
        self.window.session.close()
        self.window.deleteLater()
        self.app.processEvents()
        self._folder.cleanup()


class _Evaluator(_Window):
    """Answers one question after another, each otherwise than before; every key is timed to its paint."""

    def __init__(self) -> None:
        super().__init__()
        lines = self.window.session.list.lines
        line = next(line for line in lines if line.answered > 40)
        self.window.open_evaluation(line.id)
        self.app.processEvents()
        report = self.window.session.report
        assert report is not None
        self._codes = itertools.cycle([q.code for q in report.lke.questions if q.kind is QuestionKind.CHOICE])
        self._id = line.id
        self.times: list[float] = []

    def answer(self) -> float:
        """Seconds from the key to its paint."""
        bench_, session = self.window.workbench, self.window.session
        code = next(self._codes)
        if bench_.code != code:
            bench_.show_question(code)
        self.window.activateWindow()
        QTest.qWait(_HAND_MS)
        question, report = bench_.card.question, session.report
        assert question is not None
        assert report is not None
        before = report.evaluation.cells.get(code)
        label = next(choice.label for choice in question.choices if choice.label != before)
        started = time.perf_counter()
        QTest.keyClick(bench_.card, _KEYS.get(label, label))
        self.app.processEvents()
        took = time.perf_counter() - started
        self.times.append(took)
        assert session.report is not None
        assert session.report.evaluation.cells.get(code) == label, "the key has answered"
        return took

    def figures(self) -> dict[str, float]:
        """The tail, in milliseconds and frames, over all keys but the first turn."""
        times = sorted(self.times[_TURN:])
        p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
        return {"p99_ms": round(p99 * 1000, 2), "p99_frames": round(p99 / FRAME, 2)}


class _Hand:
    """Commits as little as an answer needs, beside the store; with ``window``, a bare PySide6 window does it
    at a key, and paints a screenful of another text."""

    def __init__(self, *, window: bool = False) -> None:
        self._folder = tempfile.TemporaryDirectory(dir=ten_years_store().parent)
        self._raw = raw_store(Path(self._folder.name) / "raw.db")
        self._done = 0
        self._texts = itertools.cycle(
            "\n".join(f"{side} {line} " + "kata " * 12 for line in range(_LINES)) for side in ("satu", "dua")
        )
        self._window = self._bare() if window else None

    def _bare(self) -> QMainWindow:
        window, self._text = QMainWindow(), QPlainTextEdit(readOnly=True)
        window.setCentralWidget(self._text)
        key = QAction(window, shortcut="A")
        key.triggered.connect(self._answer)
        window.addAction(key)
        window.resize(1366, 768)
        window.show()
        QApplication.processEvents()
        return window

    def _answer(self) -> None:
        self._done += 1
        raw_answer(self._raw, self._done)
        if self._window is not None:
            self._text.setPlainText(next(self._texts))

    def answer(self) -> float:
        """Seconds, as `_Evaluator.answer` tells them."""
        if self._window is not None:
            self._window.activateWindow()
        QTest.qWait(_HAND_MS)
        done = self._done
        started = time.perf_counter()
        if self._window is None:
            self._answer()
        else:
            QTest.keyClick(self._window, Qt.Key.Key_A)
            QApplication.processEvents()
        took = time.perf_counter() - started
        assert self._done == done + 1, "the key has answered"
        return took

    def close(self) -> None:
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
        self._raw.close()
        self._folder.cleanup()


def _keys_beside(hand: _Hand) -> Race:
    evaluator = _Evaluator()

    def done() -> None:
        evaluator.close()
        hand.close()

    return Race(
        ours=lambda: Took(sum(evaluator.answer() for _ in range(_TURN))),
        theirs=lambda: Took(sum(hand.answer() for _ in range(_TURN))),
        done=done,
        figures=evaluator.figures,
    )


@bench("key-to-paint", goal=3.0, n=25)
def key_to_paint() -> Race:
    """A key that answers, until the score and the next question are painted; theirs: a bare commit on the
    same disk, made by the same hand."""
    return _keys_beside(_Hand())


@bench("key-beside-bare", goal=3.0, n=15)
def key_beside_bare() -> Race:
    """The same beside a bare window that commits and paints a text: what Qt and the disk take anyway."""
    QApplication.instance() or QApplication(["bench"])
    return _keys_beside(_Hand(window=True))


def _a_frame() -> None:
    until = time.perf_counter() + FRAME
    while time.perf_counter() < until:
        pass


@bench("filter-10k", goal=1.0)
def filter_ten_thousand() -> Race:
    """One letter typed into the search field, until the list is painted."""
    held = _Window()
    search = held.window.worklist.search
    letters = itertools.cycle(["k", "a", "n", "t", "o", "r", Qt.Key.Key_Home, *[Qt.Key.Key_Delete] * 6])

    def type_one() -> None:
        QTest.keyClick(search, next(letters))  # type: ignore[call-overload]
        held.app.processEvents()

    return Race(ours=type_one, theirs=_a_frame, done=held.close)


@bench("scroll-10k", goal=1.0)
def scroll_ten_thousand() -> Race:
    """A screenful further, until it is painted."""
    held = _Window()
    table = held.window.worklist.table

    def page_down() -> None:
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        held.app.processEvents()

    return Race(ours=page_down, theirs=_a_frame, done=held.close)


@bench("window-ready", goal=1.5, n=15)
def window_ready() -> Race:
    """A fresh process until the list of ten thousand is painted; theirs: until a bare window is."""
    store, folder = ten_years_store(), tempfile.TemporaryDirectory()
    environment = {**os.environ, "XDG_CONFIG_HOME": folder.name, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed keeps its bytecode

    def start(what: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.window_ready", what]
        subprocess.run(command, env=environment, check=True, capture_output=True)

    return Race(ours=lambda: start(str(store)), theirs=lambda: start("bare"), done=folder.cleanup)
