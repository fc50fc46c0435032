"""Export from the window: real files, really signed, and "done" only for what was read back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.signing import soft_token
from tests.ui.bench import Bench
from zi_desktop.services.evidence import attach_files
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.signoff import waiting
from zi_desktop.services.verifying import verify_files
from zi_desktop.ui.export_dialog import ExportDialog
from zi_desktop.ui.identity_dialog import IdentityDialog
from zi_desktop.ui.token_dialog import TokenDialog

PASSPHRASE = "kata sandi uji yang panjang"


@pytest.fixture
def dialog(bench: Bench, tmp_path: Path) -> ExportDialog:
    bench.go("A.I.1.i.a")
    bench.window.export()
    (found,) = bench.window.findChildren(ExportDialog)
    found.folder.setText(str(tmp_path / "keluar"))
    return found


def explain_all(dialog: ExportDialog) -> None:
    """One reason for each kind of warning."""
    box = dialog.sign_off.reasons
    while dialog.sign_off.reasons.isVisible():
        box.alike.click()
        box.field.setText("Diperiksa di lapangan")
        box.do.click()


def test_signed_files_that_were_read_back(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    identity = tmp_path / "ketua.p12"
    identity.write_bytes(make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE))
    dialog.signers.add(identity, PASSPHRASE)
    dialog.do.click()
    assert not dialog.working
    assert "Belum dapat ditandatangani" in dialog.message.label.text(), "warnings want a reason"
    explain_all(dialog)
    dialog.do.click()
    assert dialog.working
    assert dialog.stop.isVisible()
    qtbot.waitUntil(lambda: dialog.exported is not None or dialog.message.isVisible(), timeout=60_000)
    assert dialog.exported is not None, dialog.message.label.text()
    assert dialog.done_box.isVisible()
    assert dialog.exported.signatures > 0
    assert "dikunci (versi 1)" in dialog.told.text()
    signed_off = bench.stored_report().evaluation.sign_off
    assert signed_off is not None
    assert (signed_off.state, signed_off.signers) == ("signed", ("Rekaan Ketua",))
    assert set(signed_off.files) == {path.name for path in dialog.exported.files}
    assert all(path.exists() and str(path) in dialog.files.text() for path in dialog.exported.files)
    signed = [f for f in dialog.exported.files if f.suffix in (".pdf", ".xlsx")]
    assert len(signed) == 2
    assert all(verdict.valid for verdict in verify_files(signed, []))
    dialog.do.click()
    assert not dialog.isVisible()


def test_enter_gives_a_reason_and_does_not_export(dialog: ExportDialog) -> None:
    dialog.signers.add(Path("tidak-ada.p12"), PASSPHRASE)
    box = dialog.sign_off.reasons
    before = len(waiting(dialog._session.report))
    box.field.setFocus()
    QTest.keyClicks(box.field, "Diperiksa di lapangan")
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert len(waiting(dialog._session.report)) < before
    assert not dialog.working
    assert not dialog.message.isVisible()


def test_changed_evidence_keeps_the_window_from_signing(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    work = bench.window.session.work
    photo = tmp_path / "foto.txt"
    photo.write_text("isi bukti")
    attach_files(work, bench.evaluation_id, "A.I.1.i.a", [photo])
    connection = sqlite3.connect(work.store.files.path)
    connection.execute("UPDATE chunk SET data = ?", (b"isi palsu",))
    connection.commit()
    connection.close()
    bench.window.session.open(bench.evaluation_id)
    identity = tmp_path / "ketua.p12"
    identity.write_bytes(make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE))
    dialog.signers.add(identity, PASSPHRASE)
    explain_all(dialog)
    dialog.do.click()
    qtbot.waitUntil(dialog.message.isVisible, timeout=60_000)
    assert "foto.txt" in dialog.message.label.text()
    assert dialog.exported is None
    assert bench.stored_report().evaluation.sign_off is None
    assert not any((tmp_path / "keluar").glob("*"))


def test_a_wrong_passphrase_is_told_and_nothing_is_written(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    identity = tmp_path / "ketua.p12"
    identity.write_bytes(make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE))
    dialog.signers.add(identity, "salah")
    explain_all(dialog)
    dialog.do.click()
    qtbot.waitUntil(dialog.message.isVisible, timeout=60_000)
    assert dialog.exported is None
    assert not list((tmp_path / "keluar").glob("*")) if (tmp_path / "keluar").exists() else True
    assert dialog.do.isEnabled(), "to be mended and tried again"


def test_a_signer_without_a_role_is_asked_for_it(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.signers.add(tmp_path / "ketua.p12", "x")
    dialog.signers.rows[0].role.setCurrentText("")
    dialog.do.click()
    assert "perannya belum diisi" in dialog.message.label.text()


def test_cancelling_leaves_nothing_behind(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.do.click()
    dialog.stop.click()
    qtbot.waitUntil(lambda: not dialog.working, timeout=60_000)
    assert dialog.exported is None
    assert "dibatalkan" in dialog.message.label.text()
    assert not any(tmp_path.glob("keluar/*"))


def test_open_questions_are_told_before(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.window.workbench.card.answer("A.I.1.i.a", "")
    bench.window.export()
    (dialog,) = bench.window.findChildren(ExportDialog)
    told = dialog.sign_off.message.label.text()
    assert told.startswith("1 galat"), "signed as a draft only"
    assert not dialog.sign_off.reasons.isVisible()


def test_a_local_identity_is_made_read_back_and_added(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.signers.make_identity()
    (asked,) = dialog.findChildren(IdentityDialog)
    asked.save(tmp_path / "saya.p12", make_local_identity("Rekaan", "Contoh", PASSPHRASE))
    assert [r.path.name for r in dialog.signers.rows] == ["saya.p12"]
    assert (tmp_path / "saya.p12").stat().st_size > 500
    asked.passphrase.setText("satu")
    asked.again.setText("dua")
    asked.do.click()
    assert "tidak sama" in asked.message.label.text()


def test_switching_the_language_does_not_stop_an_export(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot
) -> None:
    dialog.do.click()
    bench.window.set_language("en")
    qtbot.waitUntil(lambda: not dialog.working, timeout=60_000)
    assert dialog.exported is not None
    assert [d for d in bench.window.findChildren(QDialog) if d.isVisible()] == [dialog]


def test_a_token_signs_from_the_window(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """Found by its library, unlocked by a PIN that is kept nowhere; its library's file is remembered."""
    soft_token.soft_token()
    explain_all(dialog)
    dialog.signers.choose_token()
    (asked,) = dialog.findChildren(TokenDialog)
    asked.module.setText(str(tmp_path / "tidak-ada.so"))
    asked.search()
    qtbot.waitUntil(asked.message.isVisible, timeout=30_000)
    assert "Pustaka PKCS#11" in asked.message.label.text()
    assert not asked.do.isEnabled()
    asked.module.setText(soft_token.MODULE)
    asked.search()
    qtbot.waitUntil(asked.do.isEnabled, timeout=30_000)
    named = [asked.keys.itemText(i) for i in range(asked.keys.count())]
    asked.keys.setCurrentIndex(next(i for i, n in enumerate(named) if n.startswith("Rekaan Ketua Token")))
    asked.do.click()
    (signer,) = dialog.signers.rows
    signer.passphrase.setText("111111")
    dialog.do.click()
    qtbot.waitUntil(dialog.message.isVisible, timeout=60_000)
    assert "PIN token salah" in dialog.message.label.text()
    assert not any(tmp_path.glob("keluar/*"))
    signer.passphrase.setText(soft_token.PIN)
    dialog.do.click()
    qtbot.waitUntil(lambda: dialog.exported is not None or dialog.message.isVisible(), timeout=120_000)
    assert dialog.exported is not None, dialog.message.label.text()
    assert dialog.exported.signers == ("Rekaan Ketua Token",)
    assert bench.window.preferences.token_module == soft_token.MODULE
    bench.window.preferences.keep()
    kept = [p for p in tmp_path.rglob("*") if p.suffix in (".ini", ".zidb", ".zidb-wal")]
    assert kept
    assert all(soft_token.PIN.encode() not in path.read_bytes() for path in kept)
