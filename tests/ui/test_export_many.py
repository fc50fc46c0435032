"""Several evaluations chosen in the list and exported: each with its result, none stopped by another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench
from zi_desktop.services.evaluations import list_evaluations, load_report
from zi_desktop.services.export_others import Output
from zi_desktop.services.exporting import prepare_export
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.signoff import blocking, waiting
from zi_desktop.ui.export_dialog import ExportDialog
from zi_desktop.ui.export_many_dialog import ExportManyDialog
from zi_desktop.ui.export_many_model import Col

PASSPHRASE = "kata sandi uji yang panjang"


@pytest.fixture
def dialog(bench: Bench, tmp_path: Path) -> ExportManyDialog:
    bench.window.worklist.table.selectAll()
    bench.window.worklist.several.export.click()
    (found,) = bench.window.findChildren(ExportManyDialog)
    found.folder.setText(str(tmp_path / "keluar"))
    return found


def ended(dialog: ExportManyDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.do.isEnabled, timeout=120_000)


def results(dialog: ExportManyDialog) -> list[str]:
    return [dialog.model.text(at, Col.RESULT) for at in range(dialog.model.rowCount())]


def test_ctrl_click_and_shift_select_and_open_nothing(bench: Bench) -> None:
    worklist = bench.window.worklist
    table = worklist.table
    assert not worklist.several.isVisible()

    def click(row: int, held: Qt.KeyboardModifier) -> None:
        place = table.visualRect(worklist.model.index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place)

    click(2, Qt.KeyboardModifier.ControlModifier)
    assert bench.window.pages.currentWidget() is worklist
    assert len(worklist.picked) == 2, "the row the table stood on, and this one"
    assert worklist.several.isVisible()
    assert worklist.several.export.text() == "Ekspor 2 penilaian…"
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(worklist.picked) == worklist.model.rowCount()
    assert bench.window.pages.currentWidget() is worklist
    worklist.several.drop.click()
    assert len(worklist.picked) == 1
    assert not worklist.several.isVisible()
    click(0, Qt.KeyboardModifier.NoModifier)
    assert bench.window.pages.currentWidget() is bench.window.workbench


def test_the_choice_outlives_sorting_and_searching(bench: Bench) -> None:
    worklist = bench.window.worklist
    worklist.table.selectAll()
    chosen = {line.id for line in worklist.picked}
    assert len(chosen) > 2
    worklist.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert {line.id for line in worklist.picked} == chosen
    worklist.refresh()
    assert {line.id for line in worklist.picked} == chosen
    selected = {i.row() for i in worklist.table.selectionModel().selectedRows()}
    assert len(selected) == len(chosen)


def test_with_one_chosen_it_tells_how_to_choose_more(bench: Bench) -> None:
    bench.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not bench.window.findChildren(ExportManyDialog)
    assert "Ctrl+klik" in bench.window.toast.text.text()


def test_all_of_them_are_made_and_read_back(dialog: ExportManyDialog, qtbot: QtBot, tmp_path: Path) -> None:
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.outputs.ticks[Output.PUBLIC].setChecked(True)
    count = dialog.model.rowCount()
    assert dialog.heading.text() == f"Ekspor {count} penilaian"
    dialog.do.click()
    assert dialog.working
    assert dialog.progress.isVisible()
    ended(dialog, qtbot)
    assert all(text.startswith("Selesai: ") for text in results(dialog)), results(dialog)
    assert dialog._sum.text() == f"{count} penilaian = {count} selesai"
    made = [f for line in dialog.model.lines if line and line.outcome for f in line.outcome.exported.files]
    assert sorted(made) == sorted((tmp_path / "keluar").iterdir())
    assert len([f for f in made if f.name.endswith("-ringkasan.html")]) == count
    dialog.do.click()
    assert not dialog.isVisible()


def test_one_that_fails_and_one_that_is_refused_stop_no_other(
    bench: Bench, dialog: ExportManyDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    identity = tmp_path / "ketua.p12"
    identity.write_bytes(make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE))
    dialog.signers.add(identity, PASSPHRASE)
    work = bench.window.session.work
    reports = [load_report(work, line.id) for line in dialog.model.chosen]
    refused = [bool(waiting(r)) and not blocking(r) for r in reports]
    assert any(refused)
    first = refused.index(False)
    in_the_way = f"{prepare_export(work, dialog.model.chosen[first].id).base}.pdf"
    (tmp_path / "keluar" / in_the_way).mkdir(parents=True)
    dialog.do.click()
    ended(dialog, qtbot)
    told = results(dialog)
    assert told[first].startswith("Gagal: ")
    for at, is_refused in enumerate(refused):
        if is_refused:
            assert told[at].startswith("Ditolak: Belum dapat ditandatangani"), told[at]
            assert load_report(work, dialog.model.chosen[at].id).evaluation.sign_off is None
    assert dialog._sum.text().startswith(f"{len(told)} penilaian = ")


def test_a_wrong_passphrase_is_told_before_anything_is_made(dialog: ExportManyDialog, tmp_path: Path) -> None:
    identity = tmp_path / "ketua.p12"
    identity.write_bytes(make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE))
    dialog.signers.add(identity, "salah")
    dialog.do.click()
    assert not dialog.working
    assert dialog.message.isVisible()
    assert not (tmp_path / "keluar").exists()
    assert dialog.do.isEnabled()


def test_stopping_keeps_what_was_made(dialog: ExportManyDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.do.click()
    assert dialog.run is not None
    qtbot.waitUntil(lambda: dialog.run is not None and dialog.run.done == 1, timeout=60_000)
    dialog.progress.stop.click()
    ended(dialog, qtbot)
    told = results(dialog)
    assert told[0].startswith("Selesai: ")
    assert told[-1] == "tidak dikerjakan"
    made = [line for line in dialog.model.lines if line is not None]
    assert len(list((tmp_path / "keluar").iterdir())) == 4 * len(made)
    assert "tidak dikerjakan" in dialog._sum.text()


def test_what_was_chosen_beside_is_chosen_again(bench: Bench) -> None:
    evaluation = list_evaluations(bench.window.session.work)[0].id
    for expected in ({Output.CSV}, {Output.CSV, Output.PUBLIC}):
        bench.window.open_evaluation(evaluation)
        bench.window.export()
        dialog = bench.window.findChildren(ExportDialog)[-1]
        if expected == {Output.CSV}:
            assert dialog.outputs.wanted() == frozenset()
        for output in expected:
            dialog.outputs.ticks[output].setChecked(True)
        assert dialog.outputs.wanted() == expected
        dialog.reject()
    bench.window.export()
    assert bench.window.findChildren(ExportDialog)[-1].outputs.wanted() == {Output.CSV, Output.PUBLIC}


def test_the_single_export_makes_them_too(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.go("A.I.1.i.a")
    bench.window.export()
    (dialog,) = bench.window.findChildren(ExportDialog)
    dialog.folder.setText(str(tmp_path / "keluar"))
    for tick in dialog.outputs.ticks.values():
        tick.setChecked(True)
    dialog.do.click()
    assert not dialog.outputs.isEnabled()
    qtbot.waitUntil(lambda: dialog.exported is not None or dialog.message.isVisible(), timeout=60_000)
    assert dialog.exported is not None, dialog.message.label.text()
    assert len(dialog.exported.files) == 9
