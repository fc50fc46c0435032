"""Every command once: by its key, from the palette, in the menu and in the list of keys."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.bench import Bench
from zi_desktop.services.answers import add_evidence
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.command_box import Entry, find
from zi_desktop.ui.keys_dialog import KeysDialog
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session
from zi_desktop.ui.theme import SCALES

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(bench: Bench) -> list[str]:
    model = bench.window.command_box.list.model()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def test_no_key_means_two_things(bench: Bench) -> None:
    keys = Counter(key for command in bench.window.commands.all for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_in_the_list_of_keys(bench: Bench) -> None:
    bench.window.show_keys()
    (dialog,) = bench.window.findChildren(KeysDialog)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    for command in bench.window.commands.all:
        if command.in_keys:
            assert command.text.rstrip("…") in said or not command.keys, command.id
    assert {"A", "E", "Y", "T", "Ctrl+K", "Ctrl+Z"} <= said


def test_every_command_is_in_the_palette(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.press(Qt.Key.Key_K, CTRL)
    assert bench.window.command_box.isVisible()
    for command in bench.window.commands.all:
        bench.window.command_box.field.setText(command.text)
        assert command.text in shown(bench), command.id


def test_commands_that_need_an_evaluation_wait_for_one(bench: Bench) -> None:
    bench.press(Qt.Key.Key_K, CTRL)
    bench.window.command_box.field.setText("ekspor pdf")
    assert not bench.window.command_box.list.isVisible()
    bench.press(Qt.Key.Key_Escape)
    assert not bench.window.command_box.isVisible()


def test_a_question_is_found_by_its_code_without_dots(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.press("G")
    for key in "aii5iiib":
        bench.press(key)
    bench.press(Qt.Key.Key_Return)
    assert bench.window.workbench.code == "A.II.5.iii.b"
    assert not bench.window.command_box.isVisible()


def test_the_first_key_finds_every_command_though_nothing_is_painted_yet(
    filled: tuple[Path, str], tmp_path: Path, dressed: QApplication
) -> None:
    path = tmp_path / "early.zidb"
    shutil.copy(filled[0], path)
    preferences = Preferences(QSettings(str(tmp_path / "early.ini"), QSettings.Format.IniFormat))
    window = MainWindow(Session(open_workspace(path, actor="Uji")), preferences)
    try:
        window.show()
        assert "commands" not in vars(window)
        override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_N, CTRL)  # what a desktop sends first
        dressed.sendEvent(window.worklist, override)
        assert vars(window)["commands"].actions["new"].isEnabled()
    finally:
        window.close()
        window.session.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_palette_gives_the_focus_back(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    before = QApplication.focusWidget()
    bench.press(Qt.Key.Key_K, CTRL)
    assert QApplication.focusWidget() is bench.window.command_box.field
    bench.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    bench.press("C")
    assert bench.answer("A.I.1.i.b") == "C"


def test_arrows_choose_and_letters_only_type(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    answer = bench.answer("A.I.1.i.b")
    bench.press(Qt.Key.Key_K, CTRL)
    for key in "catat":
        bench.press(key)
    assert bench.answer("A.I.1.i.b") == answer
    assert shown(bench)[0] == "Tulis catatan"
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Up)
    bench.press(Qt.Key.Key_Return)
    assert bench.window.workbench.card.sheet.note.hasFocus()


def test_the_best_find_comes_first() -> None:
    entries = [
        Entry("Rapat tim", print, code="A.I.1.i.b"),
        Entry("Tim penilai…", print),
        Entry("Ekspor untuk tim", print),
        Entry("Optimal", print),
        Entry("Lain", print, code="A.I.1"),
    ]
    assert [e.text for e in find(entries, "tim")] == [
        "Tim penilai…",
        "Rapat tim",
        "Ekspor untuk tim",
        "Optimal",
    ]
    assert [e.text for e in find(entries, "ai1")] == ["Lain", "Rapat tim"]
    assert find(entries, "tidak ada") == []


def test_undo_and_redo_of_everything_by_key_across_a_restart(bench: Bench, open_window) -> None:
    before = bench.answer("A.I.1.i.b")
    bench.go("A.I.1.i.b")
    new = "C" if before != "C" else "B"
    bench.press(new)
    bench.press("N")
    bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.answer("A.I.1.i.b") == before
    assert bench.window.workbench.code == "A.I.1.i.b"  # where it was done
    assert "A.I.1.i.b" in bench.window.toast.text.text()
    bench.window.close()
    bench.window.session.work.store.close()
    again = Bench(open_window(bench.path), bench.path, bench.evaluation_id)
    again.go("A.I.1.i.a")
    again.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert again.answer("A.I.1.i.b") == new
    assert again.window.workbench.code == "A.I.1.i.b"
    again.press(Qt.Key.Key_Y, CTRL)
    assert "Tidak ada yang bisa diulangi" in again.window.toast.text.text()


def test_typing_is_taken_back_by_the_field_before_the_store_is(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    log = bench.log_length()
    bench.press(Qt.Key.Key_F2)
    bench.press("x")
    bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.window.workbench.card.sheet.note.toPlainText() == ""
    assert bench.log_length() == log


def test_a_stored_count_is_taken_back_while_its_field_has_the_focus(bench: Bench) -> None:
    bench.go("A.II.1.i.a")
    field = bench.window.workbench.card.sheet.numbers.fields[0]
    before = bench.answer("A.II.1.i.a.agen")
    field.edit.clear()
    bench.press("5")
    bench.press(Qt.Key.Key_Return)
    assert bench.answer("A.II.1.i.a.agen") == "5"
    field.edit.setFocus()
    bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.answer("A.II.1.i.a.agen") == before
    assert field.edit.text() == before


def test_the_next_that_differs_and_the_next_without_evidence(bench: Bench) -> None:
    report = bench.stored_report()
    codes = [q.code for q in report.lke.questions]
    bench.go(codes[0])
    bench.press("S")
    unit = report.siblings[0]
    code = bench.window.workbench.code
    assert unit.cells[code] != report.evaluation.cells[code]
    bench.go(codes[0])
    bench.press("K")
    assert not report.evaluation.evidence.get(bench.window.workbench.code)
    for question in codes:
        bench.window.session.do(add_evidence, bench.evaluation_id, question, "SK.pdf")
    bench.press("K")
    assert "sudah ada buktinya" in bench.window.toast.text.text()


@pytest.mark.parametrize("scale", SCALES)
def test_every_text_grows_and_the_place_is_kept(bench: Bench, scale: int) -> None:
    bench.go("A.II.5.iii.b")
    window = bench.window
    for _ in range(abs(SCALES.index(scale) - SCALES.index(100))):
        bench.press(Qt.Key.Key_Plus if scale > 100 else Qt.Key.Key_Minus, CTRL)
        QApplication.processEvents()
    assert window.preferences.text_scale == scale
    assert window.workbench.code == "A.II.5.iii.b"
    assert window.workbench.card.sheet.text.fontInfo().pixelSize() == round(20 * scale / 100)
    bench.press(Qt.Key.Key_0, CTRL)
    assert window.preferences.text_scale == 100
