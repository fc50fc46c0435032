"""A signed PDF of ours on the import page: shown with its signers, imported whole, dropped there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.services.test_versions import complete, correct, sign
from tests.ui.bench import OpenWindow
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.evaluations import find_evaluation
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.main_window import MainWindow

UNIT, YEAR, PASSPHRASE = "Satker Contoh", 2026, "kata sandi uji"


@dataclass(frozen=True)
class Signed:
    first: Path
    second: Path


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Signed:
    """Two versions of one evaluation."""
    folder = tmp_path_factory.mktemp("own")
    key = make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE)
    signer = SignerRequest(key, PASSPHRASE, "Ketua Tim")
    work = open_workspace(folder / "a.zidb", actor="Rekaan")
    evaluation = complete(work)
    first = sign(work, evaluation, folder / "satu", signer)
    correct(work, evaluation, "C")
    second = sign(work, evaluation, folder / "dua", signer)
    work.close()
    return Signed(first[".pdf"], second[".pdf"])


@pytest.fixture
def empty(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    return open_window(tmp_path / "kosong.zidb")


def dropped(window: MainWindow, path: Path) -> bool:
    """On the import page; whether it wanted it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 300), action, data, button, keys)
    QApplication.sendEvent(window.importing, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window.importing, QDropEvent(QPointF(40, 300), action, data, button, keys))
    return enter.isAccepted()


def test_a_signed_pdf_is_shown_with_its_signers_and_comes_in_locked(
    empty: MainWindow, qtbot: QtBot, signed: Signed
) -> None:
    page = empty.importing
    empty.import_file(signed.second)
    qtbot.waitUntil(lambda: page.plan is not None, timeout=60_000)
    assert (page.unit.text(), page.year.value()) == (UNIT, YEAR)
    told = dict(page.facts.told)
    assert told["Versi"] == "2, hasil akhir"
    assert "Rekaan Ketua (Ketua Tim)" in told["Tanda tangan"]
    assert "identitas buatan sendiri" in told["Tanda tangan"]
    assert not page.preview.tabs.isTabVisible(2)
    page.ok.click()
    found = find_evaluation(empty.session.work, UNIT, YEAR, Stage.TPI)
    assert found
    assert found.sign_off
    assert found.sign_off.version == 2
    empty.import_file(signed.second)
    qtbot.waitUntil(lambda: page.idle and page.plan is not None, timeout=60_000)
    assert page.changes.rowCount() == 0
    assert not page.ok.isEnabled()


def test_a_pdf_dropped_on_the_import_page_is_read(
    empty: MainWindow, qtbot: QtBot, signed: Signed, tmp_path: Path
) -> None:
    page = empty.importing
    foreign = tmp_path / "surat.pdf"
    foreign.write_bytes(b"%PDF-1.7 surat")
    empty.import_file(foreign)
    qtbot.waitUntil(lambda: page.idle, timeout=60_000)
    assert "bukan PDF" in page.message.label.text()
    assert not dropped(empty, tmp_path / "catatan.txt")
    assert dropped(empty, signed.first)
    qtbot.waitUntil(lambda: page.plan is not None, timeout=60_000)
    assert page.reading
    assert page.reading.origin


def test_the_page_of_signatures_tells_the_chain(empty: MainWindow, qtbot: QtBot, signed: Signed) -> None:
    page = empty.verifying.page
    empty.verifying.verify([signed.second, signed.first])
    qtbot.waitUntil(lambda: page.idle and len(page.verdicts) == 2, timeout=60_000)
    told = "\n".join(label.text() for label in page.result.findChildren(QLabel))
    assert "Rantai versi utuh" in told
    assert "versi 2, menggantikan versi 1" in told
    assert page.verdicts[1].sha256 in told
    assert "menggantikan versi 1" in page.as_text()
