"""The window as a whole: language and look at once, keys, toasts, bugs told, pictures."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench, OpenWindow
from tests.ui.seen import watching
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.services.answers import answer_question
from zi_desktop.services.signoff import blocking, waiting
from zi_desktop.ui import trouble, window_parts
from zi_desktop.ui.grab import grab
from zi_desktop.ui.keys_dialog import KeysDialog
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.theme import DARK, LIGHT, palette
from zi_desktop.ui.tree_panel import Show
from zi_desktop.ui.trouble_dialog import TroubleDialog
from zi_desktop.ui.trouble_log import LOG, log_to


def texts(bench: Bench) -> set[str]:
    return {label.text() for label in bench.window.findChildren(QLabel) if label.isVisible()}


def test_the_language_is_switched_at_once_and_the_place_is_kept(bench: Bench) -> None:
    bench.go("A.II.5.iii.b")
    assert "Catatan" in texts(bench)
    bench.window.set_language("en")
    QApplication.processEvents()
    assert bench.window.workbench.code == "A.II.5.iii.b"
    assert "Note" in texts(bench)
    assert "Catatan" not in texts(bench)
    assert "." in bench.window.workbench.score.total.text()
    assert bench.window.preferences.language == "en"
    bench.window.set_language("id")
    assert "," in bench.window.workbench.score.total.text()


def test_what_was_being_written_survives_the_switch(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.window.workbench.card.sheet.note.setPlainText("Sedang ditulis")
    bench.window.set_language("en")
    assert bench.stored_report().evaluation.notes["A.I.1.i.a"] == "Sedang ditulis"
    assert bench.window.workbench.card.sheet.note.toPlainText() == "Sedang ditulis"


def test_the_look_is_switched_at_once(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.window.set_theme("dark")
    assert palette() is DARK
    assert bench.window.workbench.code == "A.I.1.i.a"
    ground = bench.window.grab().toImage().pixelColor(700, 740)
    assert ground.lightness() < 60
    bench.window.set_theme("light")
    assert palette() is LIGHT


def test_the_window_comes_back_to_where_it_was_left(bench: Bench, open_window: OpenWindow) -> None:
    bench.go("A.II.5.iii.b")
    bench.window.close()
    again = open_window(bench.path)
    assert again.pages.currentWidget() is again.workbench
    assert again.workbench.code == "A.II.5.iii.b"
    again.show_list()
    again.close()
    assert open_window(bench.path).pages.currentWidget() is not again.workbench


def test_filters_views_and_widths_come_back(bench: Bench, open_window: OpenWindow) -> None:
    window = bench.window
    window.worklist.search.setText("contoh")
    list(window.worklist.chips.values())[1].click()
    bench.go("A.I.1.i.a")
    window.workbench.tree.show_only(Show.BARE)
    window.workbench.score.chips[1].click()
    window.workbench.widths = [400, 640, 320]
    widths = window.workbench.widths
    window.close()
    again = open_window(bench.path)
    assert again.worklist.search.text() == "contoh"
    assert list(again.worklist.chips.values())[1].isChecked()
    assert again.workbench.tree.filter.show_only is Show.BARE
    assert again.workbench.tree.chips[Show.BARE].isChecked()
    assert again.workbench.score.views.currentIndex() == 1
    assert again.workbench.widths == widths
    again.set_language("en")
    assert again.workbench.tree.filter.show_only is Show.BARE


def test_a_folded_score_stays_folded(bench: Bench, open_window: OpenWindow) -> None:
    """A narrow window folds it for want of room; that is nobody's choice and is not remembered."""
    bench.go("A.I.1.i.a")
    score = bench.window.workbench.score
    score.fold(True)
    for width in (1100, 1366):
        bench.window.resize(width, 700)
        QApplication.processEvents()
        assert score.is_folded
    bench.window.close()
    again = open_window(bench.path)
    assert again.workbench.score.is_folded
    assert again.workbench.widths[2] < 100
    again.set_language("en")
    QApplication.processEvents()
    assert again.workbench.score.is_folded
    again.workbench.score.fold(False)
    again.resize(1100, 700)
    QApplication.processEvents()
    assert again.workbench.score.is_folded
    again.close()
    assert not open_window(bench.path).workbench.score.is_folded


def test_a_narrow_card_gives_the_place_a_line_of_its_own(bench: Bench) -> None:
    """Beside the score at 150 %: squeezed between the figures it took five lines."""
    bench.go("A.II.1.i.a")
    bench.window.resize(911, 512)
    QApplication.processEvents()
    bench.window.workbench.score.fold(False)
    QTest.qWait(50)
    sheet = bench.window.workbench.card.sheet
    lines = sheet._place.height() / sheet._place.fontMetrics().lineSpacing()
    assert lines < 3
    assert sheet._place.geometry().bottom() < sheet.points.geometry().top()
    bench.window.resize(1366, 768)
    QTest.qWait(50)
    assert sheet._place.geometry().right() < sheet.points.geometry().left()


def test_a_small_screen_at_200_percent_shows_the_question_whole(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    bench.window.resize(683, 384)
    QApplication.processEvents()
    assert (bench.window.width(), bench.window.height()) == (683, 384)
    workbench = bench.window.workbench
    assert not workbench.tree.isVisible()
    assert workbench.card.width() > 560
    assert workbench.card.horizontalScrollBar().maximum() == 0
    bench.press("N")
    assert workbench.code == "A.I.1.ii.a"
    bench.window.resize(1366, 768)
    QApplication.processEvents()
    assert workbench.tree.isVisible()


def test_a_place_that_is_gone_leads_to_the_list(bench: Bench, open_window: OpenWindow) -> None:
    bench.window.preferences.place = "tidak-ada"
    again = open_window(bench.path)
    assert again.pages.currentWidget() is again.worklist
    assert not again.toast.isVisible()


def test_the_keys_are_shown(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.press("?")
    (dialog,) = bench.window.findChildren(KeysDialog)
    assert dialog.isVisible()
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"U", "F2", "Ctrl+E", "Ctrl+P"} <= said


def test_time_and_progress_change_in_place(bench: Bench) -> None:
    """Neither line is laid out anew at every answer."""
    status, top = bench.window.status, bench.window.top
    bench.go("A.I.1.i.b")
    bench.window.session.do(answer_question, bench.evaluation_id, "A.I.1.i.b", "")
    status.show_saved(datetime(2026, 11, 29, 8, 11, 11))
    with watching(status) as seen:
        status.show_saved(datetime(2026, 11, 29, 20, 48, 59))
        QApplication.processEvents()
    assert status.saved.text() == "Tersimpan 20.48.59"
    assert status.saved in seen.painted
    assert seen.laid_out == []
    assert top._done.text() == "112/113"
    with watching(top) as seen:
        bench.window.session.do(answer_question, bench.evaluation_id, "A.I.1.i.b", "B")
        QApplication.processEvents()
    assert top._done.text() == "113/113"
    assert top._done in seen.painted
    assert seen.laid_out == []


@pytest.mark.parametrize("built", [0, 1, 3, 5, 6, 7, 8])
def test_a_key_finds_every_part_however_much_is_built(
    built: int,
    open_window: OpenWindow,
    filled: tuple[Path, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MainWindow, "go_on", lambda _self: None)  # the window has other things to do
    path = tmp_path / "store.zidb"
    shutil.copy(filled[0], path)
    bench = Bench(open_window(path), path, filled[1])
    for _ in range(built):
        assert bench.window._build_some()
    bench.press("K", Qt.KeyboardModifier.ControlModifier)
    assert bench.window.command_box.isVisible()
    assert set(window_parts.NAMES) <= vars(bench.window).keys()


def test_a_window_that_is_closed_at_once_builds_nothing_for_that(
    open_window: OpenWindow, filled: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "go_on", lambda _self: None)
    window = open_window(Path(shutil.copy(filled[0], tmp_path / "store.zidb")))
    assert window.close()
    assert not set(window_parts.NAMES) & vars(window).keys()


def test_an_evaluation_that_is_come_back_to_is_there_before_the_other_parts(
    bench: Bench, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.go("A.I.1.i.b")
    bench.window.close()
    monkeypatch.setattr(MainWindow, "go_on", lambda _self: None)
    again = Bench(open_window(bench.path), bench.path, bench.evaluation_id)
    assert again.window.workbench.code == "A.I.1.i.b"
    assert again.window.workbench.isVisible()
    assert "dialogs" not in vars(again.window)
    asked: list[bool] = []
    again.window.status.issues_wanted.connect(lambda: asked.append(True))
    again.window.status._issues.click()  # a mouse may come before any key
    assert asked
    assert again.window.pages.currentWidget() is again.window.registers.issues
    again.go("A.I.1.i.b")
    again.press("C")
    assert again.answer("A.I.1.i.b") == "C"


def test_saved_and_issues_stand_in_the_status_line(bench: Bench) -> None:
    bench.go("A.II.1.i.b")
    status = bench.window.status
    assert not status.saved.isVisible()
    bench.window.session.do(answer_question, bench.evaluation_id, "A.II.1.i.b.terintegrasi", "999")
    assert status.saved.text().startswith("Tersimpan ")
    report = bench.stored_report()
    issues = len(blocking(report)) + len(waiting(report))
    assert f"{issues} perlu diperiksa" == status._issues.text()
    status.issues_wanted.emit()
    page = bench.window.registers.issues
    assert bench.window.pages.currentWidget() is page
    page.search.setText("A.II.1.i.b melebihi")
    page.take_focus()
    bench.press(Qt.Key.Key_Return)
    assert bench.window.workbench.code == "A.II.1.i.b"
    assert bench.window.pages.currentWidget() is bench.window.workbench


def test_the_keys_told_at_the_bottom_are_those_of_the_page(bench: Bench) -> None:
    keys = bench.window.status._keys
    assert keys.text().startswith("Enter buka")
    bench.go("A.I.1.i.a")
    assert keys.text().startswith("A–E jawab")
    for key, modifier in ((Qt.Key.Key_F9, None), (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)):
        bench.press(key, modifier or Qt.KeyboardModifier.NoModifier)
        assert keys.text().startswith("Esc kembali")
        bench.press(Qt.Key.Key_Escape)
        assert keys.text().startswith("A–E jawab")


def test_an_error_without_a_field_is_a_toast(bench: Bench) -> None:
    error = ZiError("x", Text("Tidak dapat dibuka", "Cannot open"), remedy=Text("Coba lagi.", "Try again."))
    bench.window.session.tell(error)
    assert bench.window.toast.isVisible()
    assert bench.window.toast.text.text() == "Tidak dapat dibuka. Coba lagi."


def test_an_evaluation_that_is_gone_is_told(bench: Bench) -> None:
    bench.window.open_evaluation("tidak-ada")
    assert bench.window.toast.isVisible()
    assert bench.window.pages.currentWidget() is bench.window.worklist


@pytest.fixture
def hook() -> Iterator[None]:
    """What telling of a bug installs is taken away again."""
    hook, handlers = sys.excepthook, list(LOG.handlers)
    yield
    sys.excepthook = hook
    for handler in [h for h in LOG.handlers if h not in handlers]:
        handler.close()
        LOG.removeHandler(handler)


@pytest.mark.usefixtures("hook")
def test_a_bug_is_logged_told_and_survived(
    bench: Bench, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    trouble.install(bench.window, tmp_path)
    try:
        raise RuntimeError("contoh kesalahan")
    except RuntimeError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    (dialog,) = bench.window.findChildren(TroubleDialog)
    dialog.copy()
    copied = QApplication.clipboard().text()
    assert "RuntimeError: contoh kesalahan" in copied
    assert "Traceback" in copied
    assert "contoh kesalahan" in caplog.text
    assert "contoh kesalahan" in (tmp_path / "zi-desktop.log").read_text(encoding="utf-8")
    dialog.do.click()
    bench.window.activateWindow()  # a desktop does this by itself
    bench.go("A.I.1.i.a")
    bench.press("T")
    assert bench.answer("A.I.1.i.a") == "Tidak"


@pytest.mark.usefixtures("hook")
def test_a_warning_is_logged_beside_the_store_once(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    handlers = len(LOG.handlers)
    trouble.install(bench.window, tmp_path)
    qtbot.waitUntil(lambda: len(LOG.handlers) > handlers)
    log_to(tmp_path)
    bench.window.session._not_folded(ZiError(code="x", message=Text("sibuk", "busy")))
    assert (tmp_path / "zi-desktop.log").read_text(encoding="utf-8").count("was not folded") == 1


@pytest.mark.usefixtures("hook")
def test_no_log_where_none_can_be_written(tmp_path: Path) -> None:
    log_to(tmp_path / "tidak" / "ada")
    LOG.error("satu baris")
    assert not (tmp_path / "tidak").exists()


def test_a_pause_folds_the_log_into_the_file(
    bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After many changes the file alone, without its write-ahead log, holds them."""
    monkeypatch.setattr("zi_desktop.ui.session.CHANGES", 2)
    bench.window.session._pause.setInterval(10)
    answers = [("A.I.1.i.a", "T", "Tidak"), ("A.I.1.i.b", "C", "C")]
    for code, key, _ in answers:
        bench.go(code)
        bench.press(key)

    def held() -> list[str | None]:
        copied = Bench(bench.window, shutil.copyfile(bench.path, tmp_path / "x.zidb"), bench.evaluation_id)
        try:
            return [copied.answer(code) for code, _, _ in answers]
        finally:
            for left in tmp_path.glob("x.zidb*"):
                left.unlink()

    qtbot.waitUntil(lambda: held() == [value for _, _, value in answers])


def test_work_off_the_main_thread(bench: Bench, qtbot: QtBot) -> None:
    session, got = bench.window.session, []
    steps: list[float] = []

    def slow(n: int, *, progress: Callable[[float, Text], None], cancelled: Callable[[], bool]) -> int:
        assert not cancelled()
        progress(0.5, Text("separuh", "half"))
        return n * 2

    session.run(slow, 21, on_done=got.append, on_error=got.append, on_progress=lambda s, _: steps.append(s))
    qtbot.waitUntil(lambda: bool(got))
    assert (got, steps) == ([42], [0.5])

    def refuses() -> None:
        raise ZiError("tidak", Text("tidak", "no"))

    errors: list[ZiError] = []
    session.run(refuses, on_done=got.append, on_error=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "tidak"


def test_a_bug_off_the_main_thread_reaches_the_hook(bench: Bench, qtbot: QtBot) -> None:
    def broken() -> None:
        raise LookupError("di utas lain")

    errors: list[ZiError] = []
    with qtbot.capture_exceptions() as caught:
        bench.window.session.run(broken, on_done=errors.append, on_error=errors.append)
        qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "unexpected"
    assert [kind for kind, _, _ in caught] == [LookupError]


def test_what_was_dropped_is_not_delivered(bench: Bench, qtbot: QtBot) -> None:
    got: list[object] = []
    job = bench.window.session.run(lambda: 1, on_done=got.append, on_error=got.append)
    job.drop()
    with qtbot.waitSignal(job.ended):
        pass
    assert got == []


@pytest.mark.usefixtures("dressed")
def test_pictures_of_every_page(tmp_path: Path) -> None:
    paths = grab(tmp_path / "gambar", ("en",), ("dark",))
    names = {p.name for p in paths}
    assert {
        "1-worklist-dark-en.png",
        "2-choice-dark-en.png",
        "2-radar-dark-en.png",
        "2-why-dark-en.png",
        "3-import-dark-en.png",
        "4-export-dark-en.png",
        "6-compare-dark-en.png",
        "6-story-dark-en.png",
        "7-checks-dark-en.png",
        "7-register-dark-en.png",
        "7-reopened-dark-en.png",
        "8-verify-dark-en.png",
        "8-verify-changed-dark-en.png",
        "8-trust-dark-en.png",
    } <= names
    for path in paths:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1366, 768)
        seen = {picture.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}
        assert len(seen) > 40, f"{path.name} is nearly blank"


def test_escape_leaves_the_import_page(bench: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    wrong = tmp_path / "x.xlsx"
    wrong.write_bytes(b"x")
    bench.window.import_file(wrong)
    qtbot.waitUntil(bench.window.importing.message.isVisible, timeout=20_000)
    bench.window.importing.unit.setFocus()
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.pages.currentWidget() is bench.window.worklist
