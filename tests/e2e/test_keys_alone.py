"""A whole LKE without a mouse: answered, taken back, done again after a restart, on the real window."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from zi_desktop.domain.cells import plain
from zi_desktop.domain.evaluation import Evaluation
from zi_desktop.domain.lke import CellKind, Question, QuestionKind
from zi_desktop.domain.scoring import score, value_of
from zi_desktop.services.evaluations import list_evaluations, load_report
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.verifying import verify_files
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.export_dialog import ExportDialog
from zi_desktop.ui.language import number, use_language
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session
from zi_desktop.ui.theme import LIGHT, apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
PASSPHRASE = "kata sandi uji yang panjang"
LETTERS = {"Ya": "Y", "Tidak": "T"}


class Keyboard:
    """One window on one store, and nothing but keys to work it with."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self.folder = folder
        self.store = folder / "store.zidb"
        self.window: MainWindow | None = None

    def start(self) -> MainWindow:
        preferences = Preferences(QSettings(str(self.folder / "window.ini"), QSettings.Format.IniFormat))
        preferences.theme = "light"
        self.window = MainWindow(Session(open_workspace(self.store, actor="Uji")), preferences)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self._app.processEvents()
        return self.window

    def stop(self) -> None:
        if self.window is not None:
            self.window.close()
            self.window.session.close()
            self.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.window = None

    def press(self, key: str | Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        if self._app.activeWindow() is None and self.window is not None:
            self.window.activateWindow()  # when a dialog has gone, a desktop does this by itself
            self._app.processEvents()
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)  # type: ignore[call-overload]
        self._app.processEvents()

    def type(self, text: str) -> None:
        for character in text:
            self.press(character)

    def tab_to(self, widget: QWidget) -> None:
        """As far as it takes; a place that Tab does not reach is no place for a keyboard."""
        for _ in range(80):
            if widget.hasFocus():
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"{widget.accessibleName() or widget} is not reached with Tab")

    def command(self, words: str) -> None:
        self.press(Qt.Key.Key_K, CTRL)
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def last_reason(self) -> str:
        work = open_workspace(self.store)
        try:
            (summary,) = list_evaluations(work)
            return work.store.log(summary.id)[-1].reason
        finally:
            work.close()

    def stored(self) -> Evaluation:
        """As another program finds it in the file."""
        work = open_workspace(self.store)
        try:
            (summary,) = list_evaluations(work)
            return load_report(work, summary.id).evaluation
        finally:
            work.close()


@pytest.fixture
def keyboard(qapp: QApplication, tmp_path: Path) -> Iterator[Keyboard]:
    use_language("id")
    apply_theme(qapp, LIGHT)
    made = Keyboard(qapp, tmp_path)
    yield made
    made.stop()


def _new(keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_N, CTRL)
    keyboard.type("Satker Contoh")
    keyboard.press(Qt.Key.Key_Return)


def _answer(keyboard: Keyboard, question: Question, chance: random.Random) -> dict[str, str]:
    """Answers what is on the card; cell → value as it should then be stored."""
    if question.kind is QuestionKind.CHOICE:
        label = chance.choice(question.choices).label
        keyboard.press(LETTERS.get(label, label))
        return {question.code: label}
    window = keyboard.window
    assert window is not None
    wanted = {}
    for cell in window.session.report.lke.cells_of[question.code]:
        if cell.kind is CellKind.DECISION:
            continue
        value = "3,5" if cell.kind is CellKind.INDEX else str(chance.randint(1, 30))
        keyboard.type(value)
        keyboard.press(Qt.Key.Key_Return)
        wanted[cell.code] = value.replace(",", ".")
    return wanted


def test_a_whole_lke_by_keys_undone_redone_signed_and_reopened(keyboard: Keyboard, qtbot: QtBot) -> None:
    chance = random.Random(4)
    window = keyboard.start()
    _new(keyboard)
    report = window.session.report
    assert report is not None
    lke = report.lke
    wanted: dict[str, str] = {}
    for question in lke.questions:
        assert window.workbench.code == question.code
        wanted |= _answer(keyboard, question, chance)
    stored = keyboard.stored()
    assert {code: plain(value) for code, value in stored.cells.items()} == wanted
    assert all(value_of(question, stored.cells) is not None for question in lke.questions)
    assert window.workbench.score.total.text() == number(score(lke, stored.cells).total)

    for _ in range(20):
        keyboard.press(Qt.Key.Key_Z, CTRL)
    undone = keyboard.stored()
    last_twenty = list(wanted)[-20:]
    assert {code: plain(v) for code, v in undone.cells.items()} == {
        code: value for code, value in wanted.items() if code not in last_twenty
    }
    keyboard.stop()

    window = keyboard.start()
    for _ in range(20):
        keyboard.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert keyboard.stored().cells == stored.cells
    assert window.workbench.score.total.text() == number(score(lke, stored.cells).total)

    _sign_off(keyboard, qtbot)
    locked = keyboard.stored()
    assert locked.sign_off is not None
    assert locked.sign_off.state == "signed"
    question = lke.questions[1]
    window.workbench.show_question(question.code)
    now = stored.cells[question.code]
    other = next(choice.label for choice in question.choices if choice.label != now)
    keyboard.press(other)
    assert keyboard.stored().cells[question.code] == now, "nothing signed is changed"

    keyboard.command("buka kembali")
    keyboard.type("Notulen susulan")
    keyboard.press(Qt.Key.Key_Return)
    reopened = keyboard.stored().sign_off
    assert reopened is not None
    assert (reopened.state, reopened.reason) == ("reopened", "Notulen susulan")
    window.workbench.card.setFocus()
    keyboard.press(other)
    assert keyboard.stored().cells[question.code] == now, "and nothing reopened without a reason"
    keyboard.type("Notulen diterima")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(other)
    assert keyboard.stored().cells[question.code] == other
    assert keyboard.last_reason() == "Notulen diterima"


def _sign_off(keyboard: Keyboard, qtbot: QtBot) -> None:
    """Everything but choosing files, which the system's own dialog asks for."""
    assert keyboard.window is not None
    keyboard.press(Qt.Key.Key_P, CTRL)
    (dialog,) = keyboard.window.findChildren(ExportDialog)
    dialog.activateWindow()
    identity = keyboard.folder / "ketua.p12"
    identity.write_bytes(make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE))
    dialog.signers.add(identity, PASSPHRASE)
    dialog.folder.setText(str(keyboard.folder / "keluar"))
    reasons = dialog.sign_off.reasons
    while reasons.isVisible():
        keyboard.tab_to(reasons.alike)
        keyboard.press(Qt.Key.Key_Space)
        keyboard.tab_to(reasons.field)
        keyboard.type("Diperiksa di lapangan")
        keyboard.press(Qt.Key.Key_Return)
    assert not dialog.sign_off.blocked
    keyboard.tab_to(dialog.do)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.exported is not None or dialog.message.isVisible(), timeout=120_000)
    assert dialog.exported is not None, dialog.message.label.text()
    signed = [file for file in dialog.exported.files if file.suffix in (".pdf", ".xlsx")]
    assert [verdict.valid for verdict in verify_files(signed, [])] == [True, True]
    keyboard.press(Qt.Key.Key_Escape)
