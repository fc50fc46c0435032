"""Checking signatures in the window: any file, no account; what is trusted is managed beside it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.services.test_verifying import cell_set, edited
from tests.signing import pki
from tests.ui.bench import OpenWindow
from zi_desktop.domain.evaluation import TeamMember
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.answers import answer_question, set_team
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.trust import trust_anchors
from zi_desktop.services.verifying_words import Outcome
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.trust_dialog import TrustDialog
from zi_desktop.ui.verify_page import VerifyPage
from zi_desktop.worksheets.reading import read_workbook

PASSPHRASE = "rahasia uji"
TEAM = (TeamMember("Rekaan Ketua", "0001", "Ketua Tim"), TeamMember("Rekaan Belum", "", "Pengendali Teknis"))


class Signed(NamedTuple):
    """A store, what was exported from it, and the root that stands behind the signer."""

    store: Path
    evaluation: str
    pdf: Path
    xlsx: Path
    package: Path
    changed: Path
    """The workbook with another answer in its sheet."""
    root: Path


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Signed:
    folder = tmp_path_factory.mktemp("signed")
    root = pki.authority("CA Akar Uji")
    p12 = root.pkcs12(pki.Wish("Rekaan Ketua"), pki.rsa_key(), PASSPHRASE)
    work = open_workspace(folder / "a.zidb", actor="Uji")
    try:
        evaluation = new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
        set_team(work, evaluation, TEAM)
        answer_question(work, evaluation, "A.I.1.i.b", "B")
        answer_question(work, evaluation, "A.I.1.ii.c", "A")
        prepared = prepare_export(work, evaluation)
        files = export_report(prepared, folder, [SignerRequest(p12, PASSPHRASE, "Ketua Tim")]).files
    finally:
        work.close()
    by = {file.suffix: file for file in files}
    data = by[".xlsx"].read_bytes()
    place = next(b for b in read_workbook(data, "").blocks if b.filled).places["A.I.1.i.b"]
    changed = folder / "diubah.xlsx"
    changed.write_bytes(edited(data, cell_set(place, "A")))
    pem = folder / "akar.pem"
    pem.write_bytes(root.pem)
    return Signed(folder / "a.zidb", evaluation, by[".pdf"], by[".xlsx"], by[".zipkg"], changed, pem)


@pytest.fixture
def empty(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """The window on a store that holds nothing."""
    return open_window(tmp_path / "kosong.zidb")


def checked(window: MainWindow, qtbot: QtBot, *files: Path) -> VerifyPage:
    window.verifying.verify(files)
    wait(window, qtbot)
    return window.verifying.page


def wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.verifying.page.idle, timeout=60_000)
    QApplication.processEvents()


def said(page: VerifyPage) -> str:
    """All that stands on the verdict that is shown."""
    return "\n".join(label.text() for label in page.result.findChildren(QLabel) if label.isVisible())


def test_it_is_reached_by_key_with_nothing_in_the_store(empty: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(empty.worklist, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    page = empty.verifying.page
    assert empty.pages.currentWidget() is page
    assert empty.focusWidget() is page.choose
    assert not page.copy.isEnabled()
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("tanpa akun" in text for text in shown)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert empty.pages.currentWidget() is empty.worklist


def test_files_that_belong_together(empty: MainWindow, qtbot: QtBot, signed: Signed) -> None:
    page = checked(empty, qtbot, signed.pdf, signed.xlsx, signed.package)
    assert [page.verdicts[n].outcome for n in range(3)] == [Outcome.UNKNOWN] * 3
    assert [pair.agree for pair in page.pairs] == [True] * 3
    assert empty.focusWidget() is page.list
    assert [page.list.item(n).text() for n in range(3)] == [
        f"{file.name}\nSah, penanda tangan belum dikenal"
        for file in (signed.pdf, signed.xlsx, signed.package)
    ]
    text = said(page)
    for part in (
        "Rekaan Ketua, Ketua Tim, NIP 0001",
        "belum diperiksa: diterbitkan CA Akar Uji",
        "tidak ada cap waktu yang membuktikannya",
        "Pengendali Teknis: Rekaan Belum",
        f"SHA-256 {page.verdicts[0].sha256}",
        "isinya cocok",
    ):
        assert part in text
    assert page.result.banner.accessibleName().startswith(
        f"{signed.pdf.name}. Sah, penanda tangan belum dikenal"
    )


def test_what_was_changed_is_said_with_its_place(empty: MainWindow, qtbot: QtBot, signed: Signed) -> None:
    page = checked(empty, qtbot, signed.changed)
    assert page.verdicts[0].outcome is Outcome.CHANGED
    assert empty.focusWidget() is page.result.banner
    assert page.result.banner.property("role") == "told-missed"
    assert "A.I.1.i.b: ditandatangani B, berkas menyatakan A." in said(page)
    assert "RUSAK" in said(page)
    imports = [b for b in page.result.findChildren(QPushButton) if "Impor" in b.text()]
    assert imports == []


def test_everything_can_be_copied_for_a_mail(empty: MainWindow, qtbot: QtBot, signed: Signed) -> None:
    page = checked(empty, qtbot, signed.xlsx, signed.changed)
    page.copy.click()
    text = QApplication.clipboard().text()
    assert text == page.as_text()
    assert text.startswith("Diperiksa dengan ZI Desktop, 20")
    for part in ("TIDAK SAH", "berkas menyatakan A.", str(signed.xlsx), f"SHA-256 {page.verdicts[0].sha256}"):
        assert part in text
    assert "disalin" in empty.toast.text.text()


def test_an_unsigned_worksheet_is_offered_for_import(empty: MainWindow, qtbot: QtBot) -> None:
    page = checked(empty, qtbot, resource_path("samples", "lke-contoh.xlsx"))
    assert page.verdicts[0].outcome is Outcome.UNSIGNED
    (offer,) = [b for b in page.result.findChildren(QPushButton) if "Impor" in b.text()]
    offer.click()
    assert empty.pages.currentWidget() is empty.importing
    qtbot.waitUntil(lambda: empty.importing.idle)


def test_who_is_awaited_leads_to_the_evaluation(
    open_window: OpenWindow, qtbot: QtBot, signed: Signed, tmp_path: Path
) -> None:
    store = tmp_path / "b.zidb"
    shutil.copy(signed.store, store)
    window = open_window(store)
    page = checked(window, qtbot, signed.pdf)
    assert "masih ditunggu" in said(page)
    (link,) = [b for b in page.result.findChildren(QPushButton) if "penilaiannya" in b.text()]
    link.click()
    assert window.pages.currentWidget() is window.workbench
    assert window.session.report is not None
    assert window.session.report.evaluation.id == signed.evaluation


def test_cancelled_files_say_so(empty: MainWindow, qtbot: QtBot, signed: Signed) -> None:
    page = empty.verifying.page
    empty.verifying.verify([signed.pdf, signed.xlsx])
    assert page.progress.isVisible()
    page.progress.stop.click()
    assert page.idle
    assert not page.progress.isVisible()
    assert [page.list.item(n).text().splitlines()[-1] for n in range(2)] == ["tidak diperiksa"] * 2
    assert checked(empty, qtbot, signed.xlsx).verdicts[0].valid


# --- dropping


def dropped(window: MainWindow, *paths: Path) -> tuple[bool, bool]:
    """Whether the window wanted them while they hovered, and showed what it will do."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(40, 300), action, data, buttons, keys)
    QApplication.sendEvent(window.body, enter)
    hovering = window.verifying.drops.sheet.isVisible()
    if enter.isAccepted():
        QApplication.sendEvent(window.body, QDropEvent(QPointF(40, 300), action, data, buttons, keys))
    return enter.isAccepted(), hovering


def test_signed_files_dropped_on_the_window_are_checked(
    empty: MainWindow, qtbot: QtBot, signed: Signed, tmp_path: Path
) -> None:
    assert dropped(empty, tmp_path / "catatan.txt") == (False, False)
    assert empty.pages.currentWidget() is empty.worklist
    assert dropped(empty, signed.xlsx, tmp_path / "catatan.txt") == (True, True)
    assert not empty.verifying.drops.sheet.isVisible()
    assert empty.pages.currentWidget() is empty.verifying.page
    wait(empty, qtbot)
    assert [v.name for v in empty.verifying.page.verdicts.values()] == [signed.xlsx.name]


# --- trust


def trusting(window: MainWindow) -> TrustDialog:
    window.verifying.page.trust.click()
    QApplication.processEvents()
    (dialog,) = window.findChildren(TrustDialog)
    return dialog


def test_trust_is_added_taken_away_and_taken_back(empty: MainWindow, qtbot: QtBot, signed: Signed) -> None:
    """Every time, what is shown is judged anew."""
    page = checked(empty, qtbot, signed.xlsx)
    dialog = trusting(empty)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("Belum ada yang dipercaya" in text and "BSrE" in text for text in told)
    dialog.add_file(signed.root)
    wait(empty, qtbot)
    assert page.verdicts[0].outcome is Outcome.VALID
    assert "1" in page.trust.text()
    (anchor,) = trust_anchors(empty.session.work)
    (row,) = dialog.rows.values()
    for part in ("CA Akar Uji", "Diterbitkan sendiri", anchor.fingerprint[:4], anchor.fingerprint[-4:]):
        assert part in row.accessibleName()
    dialog.remove(anchor)
    wait(empty, qtbot)
    assert page.verdicts[0].outcome is Outcome.UNKNOWN
    assert dialog.rows == {}
    assert dialog.toast.isVisible()
    dialog.toast.action.click()
    wait(empty, qtbot)
    assert page.verdicts[0].outcome is Outcome.VALID
    assert list(dialog.rows) == [anchor.fingerprint]


def test_what_is_no_authority_is_refused_in_place(empty: MainWindow, signed: Signed) -> None:
    empty.verifying.open()
    dialog = trusting(empty)
    dialog.add_file(signed.pdf)
    assert dialog.message.isVisible()
    assert trust_anchors(empty.session.work) == ()
    dialog.add_file(signed.root)
    assert not dialog.message.isVisible()
    dialog.add_file(signed.root)
    assert "sudah dipercaya" in dialog.toast.text.text()
