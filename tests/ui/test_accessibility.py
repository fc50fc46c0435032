"""Every control has a name and a role, can be reached by Tab, and fits the smallest laptop's screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QScrollBar, QWidget

from tests.ui.bench import Bench
from zi_desktop.domain.evaluation import SignOff, SignOffState
from zi_desktop.domain.resources import resource_path
from zi_desktop.ui.grab_store import WORKSHEET
from zi_desktop.ui.language import use_language
from zi_desktop.ui.new_dialog import NewDialog

QUESTIONS = ("A.I.1.i.b", "A.II.2.iii.a", "A.II.1.i.a", "A.II.5.iii.b", "B.I.a")


def controls(root: QWidget) -> Iterator[QWidget]:
    """What a person can put the focus on."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not _inner(widget):
            yield widget


def _inner(widget: QWidget) -> bool:
    """Parts of Qt's own controls: they are spoken of by the control they belong to."""
    parent = widget.parent()
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
        return True
    if isinstance(parent, QAbstractScrollArea) and widget is parent.viewport():
        return True
    return isinstance(parent, QWidget) and parent.focusProxy() is not None


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        role = interface.role() if interface else QAccessible.Role.NoRole
        if not name or role is QAccessible.Role.NoRole:
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}: {name!r} {role}")
    return found


def too_wide(root: QWidget) -> list[str]:
    """Widgets that reach beyond the right edge of the window."""
    return [
        f"{type(w).__name__} {w.mapTo(root, w.rect().topRight()).x()}"
        for w in root.findChildren(QWidget)
        if w.isVisible() and w.mapTo(root, w.rect().topRight()).x() > root.width()
    ]


def pages(bench: Bench) -> Iterator[str]:
    """Every page of the window, one after the other."""
    yield "worklist"
    for code in QUESTIONS:
        bench.go(code)
        yield code
    bench.window.workbench.card.sheet.findings.begin()
    QApplication.processEvents()
    yield "finding"
    bench.window.import_file(resource_path(*WORKSHEET))
    while bench.window.importing.reading is None:
        QApplication.processEvents()
    for _ in range(4):
        QApplication.processEvents()
    yield "import"
    for tab in (1, 2):
        bench.window.importing.preview.tabs.setCurrentIndex(tab)
        for _ in range(4):
            QApplication.processEvents()
        yield f"import {tab}"
    bench.window.import_folder(resource_path("samples"))
    while not bench.window.folder.idle:
        QApplication.processEvents()
    for _ in range(4):
        QApplication.processEvents()
    yield "folder"
    bench.window.verifying.open()
    QApplication.processEvents()
    yield "verify, empty"
    bench.window.verifying.verify([resource_path(*WORKSHEET), bench.path.with_name("tidak-ada.pdf")])
    while not bench.window.verifying.page.idle:
        QApplication.processEvents()
    for _ in range(4):
        QApplication.processEvents()
    yield "verify"


@pytest.mark.parametrize("language", ["id", "en"])
def test_pages_are_named_and_fit_1366_pixels(bench: Bench, language: str) -> None:
    bench.window.set_language(language)
    for page in pages(bench):
        assert bench.window.width() == 1366
        assert nameless(bench.window) == [], page
        assert too_wide(bench.window) == [], page
        for area in bench.window.findChildren(QAbstractScrollArea):
            if area.isVisible():
                assert area.horizontalScrollBar().maximum() == 0, (page, area)
    use_language("id")


def test_it_fits_a_small_screen_at_150_percent(bench: Bench) -> None:
    bench.window.resize(911, 512)
    for page in pages(bench):
        assert (bench.window.width(), bench.window.height()) == (911, 512)
        assert too_wide(bench.window) == [], page


def test_dialogs_are_named(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    for open_it in (
        bench.window.dialogs.team,
        bench.window.dialogs.thresholds,
        bench.window.export,
        bench.window.new,
        bench.window.dialogs.store,
        bench.window.dialogs.trust,
    ):
        open_it()
    bench.window.show_keys()
    QApplication.processEvents()
    assert nameless(bench.window) == []


def test_an_option_says_what_it_is_and_who_chose_it(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    bench.window.workbench.card.answer("A.I.1.i.b", "A")
    row = bench.window.workbench.card.sheet.choices.rows[0]
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() is QAccessible.Role.RadioButton
    assert interface.state().checked
    said = interface.text(QAccessible.Text.Name)
    assert said.startswith("A: mekanisme jelas")
    assert "nilai 1,00" in said
    assert "Saya" in said


def test_gates_are_said_in_words(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    said = [cell.accessibleName() for cell in bench.window.workbench.score.gates.cells.values()]
    assert all("memenuhi" in text or "kurang" in text for text in said)
    assert len(said) == 24


def test_tab_walks_through_the_card(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    card = bench.window.workbench.card
    card.take_focus()
    seen = []
    for _ in range(8):
        bench.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    rows = [row for row in card.sheet.choices.rows if row.isVisible()]
    assert seen[: len(rows)] == rows
    assert card.sheet.note in seen
    assert card.sheet.evidence.edit in seen


def test_labels_belong_to_their_fields(bench: Bench) -> None:
    bench.window.new()
    (dialog,) = bench.window.findChildren(NewDialog)
    buddies = {label.buddy() for label in dialog.findChildren(QLabel) if label.buddy()}
    assert buddies == {dialog.unit, dialog.year, dialog.stage}


def test_a_tick_by_a_screen_reader_is_an_answer_not_a_picture_of_one(bench: Bench) -> None:
    """Qt's own action ticks the button without a click: what is painted would not have been stored."""
    bench.go("A.I.1.i.b")
    rows = [row for row in bench.window.workbench.card.sheet.choices.rows if row.isVisible()]
    for row, label in zip(rows, "ABC", strict=True):
        actions = QAccessible.queryAccessibleInterface(row).actionInterface()
        actions.doAction("Toggle")
        assert bench.answer("A.I.1.i.b") == label
        assert [r.isChecked() for r in rows] == [r is row for r in rows]


def test_a_refused_tick_does_not_stay(bench: Bench) -> None:
    bench.go("A.I.1.i.b")
    rows = [row for row in bench.window.workbench.card.sheet.choices.rows if row.isVisible()]
    bench.window.workbench.card.answer("A.I.1.i.b", "A")
    with bench.window.session.work.transaction() as tx:
        tx.set_sign_off(bench.evaluation_id, SignOff(SignOffState.SIGNED, "", "Uji"))
    QAccessible.queryAccessibleInterface(rows[1]).actionInterface().doAction("Toggle")
    assert bench.answer("A.I.1.i.b") == "A"
    assert [row.isChecked() for row in rows] == [True, False, False]
