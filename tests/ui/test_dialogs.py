"""The small dialogs: each does one thing, and says in place why it will not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.identity_dialog import IdentityDialog
from zi_desktop.ui.new_dialog import NewDialog
from zi_desktop.ui.opening import open_store
from zi_desktop.ui.passphrase_dialog import PassphraseDialog
from zi_desktop.ui.refused_dialog import RefusedDialog
from zi_desktop.ui.team_dialog import TeamDialog
from zi_desktop.ui.thresholds_dialog import ThresholdsDialog


def test_a_new_evaluation_is_made_and_opened(bench: Bench) -> None:
    bench.window.new()
    (dialog,) = bench.window.findChildren(NewDialog)
    dialog.do.click()
    assert dialog.isVisible(), "a unit has to be named"
    assert "unit" in dialog.message.label.text().casefold()
    dialog.unit.setText("Unit Baru Uji")
    dialog.year.setValue(2026)
    dialog.do.click()
    report = bench.window.session.report
    assert report is not None
    assert (report.evaluation.unit, report.evaluation.stage) == ("Unit Baru Uji", Stage.TPI)
    assert report.score.answered == 0
    assert bench.window.workbench.code == "A.I.1.i.a"


def test_typing_goes_into_the_first_field_of_a_new_dialog(bench: Bench) -> None:
    bench.window.new()
    (new,) = bench.window.findChildren(NewDialog)
    identity = IdentityDialog(bench.window, bench.window.session)
    for dialog, field in ((identity, identity.name), (new, new.unit)):
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        assert QApplication.focusWidget() is field
        dialog.reject()


def test_the_same_evaluation_twice_is_refused(bench: Bench) -> None:
    bench.window.new()
    (dialog,) = bench.window.findChildren(NewDialog)
    dialog.unit.setText("Kantor Uji Coba (data rekaan)")
    dialog.year.setValue(2026)
    dialog.do.click()
    assert dialog.isVisible()
    assert "sudah mempunyai penilaian" in dialog.message.label.text()


def test_the_team(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.window.dialogs.team()
    (dialog,) = bench.window.findChildren(TeamDialog)
    dialog.fields[0][0].clear()  # a line without a name is left out
    name, _, role = dialog.fields[-1]
    name.setText("Rekaan Tambahan")
    role.setText("Pengendali Teknis")
    dialog.do.click()
    team = bench.stored_report().evaluation.team
    assert [(m.name, m.role) for m in team] == [
        ("Rekaan Anggota", "Anggota Tim"),
        ("Rekaan Tambahan", "Pengendali Teknis"),
    ]


def test_unverified_thresholds_are_adopted_edited_and_marked(bench: Bench) -> None:
    made = bench.window.session.do(new_evaluation, unit="Unit Lama", year=2019)
    assert not isinstance(made, ZiError)
    bench.window.open_evaluation(made.evaluation_id)
    bench.evaluation_id = made.evaluation_id
    panel = bench.window.workbench.score
    assert ("WBK", "A") not in panel.gates.cells
    bench.window.dialogs.thresholds()
    (dialog,) = bench.window.findChildren(ThresholdsDialog)
    field = dialog.fields["WBK", "A"]
    assert not field.isEnabled()
    dialog.adopted.click()
    field.setText("bukan angka")
    dialog.do.click()
    assert "bukan angka" in dialog.message.label.text()
    field.setText("61")
    dialog.do.click()
    assert dialog.isVisible(), "more than the most there is"
    field.setText("41,5")
    dialog.do.click()
    (wbk,) = [r for r in bench.stored_report().predikat if r.rule.id == "WBK"]
    (gate,) = [g.gate for g in wbk.gates if g.gate.id == "A"]
    assert (float(gate.need), gate.verified) == (41.5, False)
    assert "belum terverifikasi" in panel.gates.cells["WBK", "A"].accessibleName()
    bench.window.dialogs.thresholds()
    dialog = bench.window.findChildren(ThresholdsDialog)[-1]
    dialog.adopted.click()
    dialog.do.click()
    assert ("WBK", "A") not in panel.gates.cells


def test_thresholds_that_stand_in_the_regulation_are_not_edited(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.window.dialogs.thresholds()
    (dialog,) = bench.window.findChildren(ThresholdsDialog)
    assert dialog.fields == {}
    dialog.do.click()
    assert not dialog.isVisible()


def test_a_passphrase_is_typed_twice_for_a_new_store(dressed: QApplication, tmp_path: Path) -> None:
    dialog = PassphraseDialog(tmp_path / "baru.zidb", fresh=True)
    dialog.show()
    dialog.edit.setText("delapan huruf")
    dialog.again.setText("berbeda")
    dialog.do.click()
    assert "tidak sama" in dialog.message.label.text()
    dialog.edit.setText("pendek")
    dialog.again.setText("pendek")
    dialog.do.click()
    assert "8 huruf" in dialog.message.label.text()
    dialog.edit.setText("cukup panjang")
    dialog.again.setText("cukup panjang")
    dialog.do.click()
    assert dialog.result() == PassphraseDialog.DialogCode.Accepted
    assert dialog.passphrase == "cukup panjang"
    assert dressed.topLevelWidgets()


def test_a_plain_store_opens_without_a_key(filled: tuple[Path, str]) -> None:
    work = open_store(filled[0])
    assert work is not None
    work.close()


def test_a_store_that_cannot_be_opened_is_told(dressed: QApplication, tmp_path: Path) -> None:
    error = ZiError("newer", Text("Berkas lebih baru", "Newer file"), where=str(tmp_path))
    dialog = RefusedDialog(error)
    dialog.show()
    dressed.processEvents()
    assert dialog.message.isVisible()
    dialog.do.click()
    assert not dialog.isVisible()


def test_a_dialog_keeps_its_buttons_on_a_low_screen(qtbot: QtBot, dressed: QApplication) -> None:
    """What it asks is scrolled; a field that gets the focus comes into sight."""
    dialog = Dialog(None, "Banyak", "Simpan")
    qtbot.addWidget(dialog)
    fields = [QLineEdit() for _ in range(60)]
    for field in fields:
        dialog.body.addWidget(field)
    dialog.show()
    dressed.processEvents()
    room = dialog.screen().availableSize().height()
    assert dialog.height() <= room
    assert dialog.rect().contains(dialog.do.geometry())
    fields[0].setFocus()
    for _ in fields[1:]:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is fields[-1]
    assert not fields[-1].visibleRegion().isEmpty()


def test_a_dialog_grows_with_what_it_asks(qtbot: QtBot, dressed: QApplication) -> None:
    dialog = Dialog(None, "Sedikit", "Simpan")
    qtbot.addWidget(dialog)
    dialog.body.addWidget(QLineEdit())
    dialog.show()
    dressed.processEvents()
    before = dialog.height()
    last = QLineEdit()
    for field in (QLineEdit(), QLineEdit(), last):
        dialog.body.addWidget(field)
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert last.visibleRegion().boundingRect() == last.rect(), "nothing is cut while there is room"
