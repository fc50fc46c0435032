"""Evidence on the card: dropped, pasted, chosen; looked at, taken away and brought back."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.attachments.made_photos import SOUTH_EAST, photo
from tests.attachments.test_facts import png_of
from tests.ui.bench import Bench
from zi_desktop.domain.evaluation import Evidence
from zi_desktop.store.file_source import CHUNK
from zi_desktop.ui.card import Card
from zi_desktop.ui.evidence_brought import Brought, brought
from zi_desktop.ui.evidence_usual import is_named

CODE, NEXT = "A.I.1.i.b", "A.I.1.ii.a"
REPORT = Path(__file__).parents[1] / "old_files" / "export-1.pdf"
CONTROL = Qt.KeyboardModifier.ControlModifier

Add = Callable[..., list[Evidence]]


@pytest.fixture
def card(bench: Bench) -> Card:
    bench.go(CODE)
    return bench.window.workbench.card


@pytest.fixture
def evidence(bench: Bench) -> Callable[..., list[Evidence]]:
    """What the store holds, as a second workspace sees it."""
    return lambda code=CODE: list(bench.stored_report().evaluation.evidence.get(code, ()))


@pytest.fixture
def add(card: Card, qtbot: QtBot, tmp_path: Path, evidence: Add) -> Add:
    """Takes (name, content) pairs as dropped files and waits until they are attached."""

    def add_them(*files: tuple[str, bytes]) -> list[Evidence]:
        paths = []
        for name, data in files:
            paths.append(tmp_path / name)
            paths[-1].write_bytes(data)
        card.sheet.evidence.take(Brought(paths=tuple(paths)))
        qtbot.waitUntil(lambda: not card.sheet.evidence.intake.busy)
        QApplication.processEvents()
        return evidence()

    return add_them


def mime(*paths: Path, text: str = "", image: QImage | None = None, links: tuple[str, ...] = ()) -> QMimeData:
    made = QMimeData()
    if paths or links:
        made.setUrls([*(QUrl.fromLocalFile(str(p)) for p in paths), *map(QUrl, links)])
    if text:
        made.setText(text)
    if image is not None:
        made.setImageData(image)
    return made


def red(width: int = 30, height: int = 20) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def drag(target: QWidget, what: QMimeData) -> bool:
    """Whether the target takes it."""
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        what,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drop(target: QWidget, what: QMimeData) -> Qt.DropAction:
    """What becomes of it at its source."""
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        what,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, event)
    return event.dropAction()


def pixel(card: Card, x: float, y: float) -> QColor:
    """Of the picture that is shown, by shares of its width and height."""
    image = card.preview.pane.picture.pixmap().toImage()
    return image.pixelColor(int(x * (image.width() - 1)), int(y * (image.height() - 1)))


def drawn(card: Card, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not card.preview.pane.busy)
    QApplication.processEvents()


def test_dropped_files_are_stored_and_say_what_they_are(
    bench: Bench, card: Card, qtbot: QtBot, tmp_path: Path, evidence: Add
) -> None:
    path = tmp_path / "Foto rapat.jpg"
    path.write_bytes(photo(gps=SOUTH_EAST))
    assert drag(card.viewport(), mime(path, REPORT))
    assert card.drops.sheet.isVisible()
    assert card.drops.sheet.geometry() == card.rect()
    done = drop(card.viewport(), mime(path, REPORT))
    assert done is Qt.DropAction.CopyAction, "the file stays where it is"
    assert not card.drops.sheet.isVisible()
    qtbot.waitUntil(lambda: len(card.sheet.evidence.rows) == 2)
    assert [(e.text, len(e.file)) for e in evidence()] == [("Foto rapat.jpg", 64), ("export-1.pdf", 64)]
    said = QAccessible.queryAccessibleInterface(card.sheet.evidence.rows[0]).text(QAccessible.Text.Name)
    for word in ("Foto rapat.jpg", "JPEG", "difoto 12 Mar 2026 10.15", "6,1754° LS 106,8274° BT"):
        assert word in said
    toast = bench.window.toast
    assert toast.isVisible()
    assert "2 berkas" in toast.text.text()
    toast.action.click()
    QApplication.processEvents()
    assert evidence() == []
    assert card.sheet.evidence.rows == []
    assert path.exists()


def test_a_link_is_dropped_and_text_is_not(card: Card, evidence: Add) -> None:
    link = "https://contoh.go.id/sk?tahun=2026"
    assert drag(card.viewport(), mime(links=(link,), text=link))
    drop(card.viewport(), mime(links=(link,), text=link))
    assert [e.text for e in evidence()] == [link]
    assert not drag(card.viewport(), mime(text="kalimat yang diseret"))
    assert not card.drops.sheet.isVisible()


def test_a_file_over_a_text_field_belongs_to_the_card(card: Card, qtbot: QtBot, evidence: Add) -> None:
    assert drag(card.sheet.note.viewport(), mime(text="kalimat"))
    assert not card.drops.sheet.isVisible()
    assert drag(card.sheet.note.viewport(), mime(REPORT))
    assert card.drops.sheet.isVisible()
    drop(card.sheet.note.viewport(), mime(REPORT))
    qtbot.waitUntil(lambda: len(evidence()) == 1)
    assert card.sheet.note.toPlainText() == ""
    assert not card.sheet.evidence.edit.acceptDrops()


def test_files_pictures_and_text_are_pasted(bench: Bench, card: Card, qtbot: QtBot, evidence: Add) -> None:
    bench.press(Qt.Key.Key_E, CONTROL)
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(mime(REPORT))
    bench.press(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(evidence()) == 1)
    clipboard.setMimeData(mime(image=red()))
    bench.press(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(evidence()) == 2)
    clipboard.setText("Notula 3 Januari")
    bench.press(Qt.Key.Key_V, CONTROL)
    assert card.sheet.evidence.edit.text() == "Notula 3 Januari"
    bench.press(Qt.Key.Key_Return)
    first, second, third = evidence()
    assert (first.text, third.text, third.file) == ("export-1.pdf", "Notula 3 Januari", "")
    assert second.text.startswith("Tempelan 2")
    card.sheet.evidence.rows[1].click()
    drawn(card, qtbot)
    assert pixel(card, 0.5, 0.5) == QColor("red")


def test_what_is_brought_is_read_in_order_of_worth(tmp_path: Path) -> None:
    assert brought(mime(tmp_path, text="x", image=red())).paths == (tmp_path,)
    assert brought(mime(links=("https://contoh.go.id/",), image=red())).links == ("https://contoh.go.id/",)
    assert not brought(mime(text="sel lembar", image=red())), "cells of a sheet are text"
    assert not brought(mime(links=("mailto:contoh@contoh.go.id",)))
    assert brought(mime(image=red())).image is not None


def test_the_keys_of_the_list(bench: Bench, card: Card, add: Add, evidence: Add) -> None:
    add(("a.txt", b"satu"), ("b.txt", b"dua"), ("c.txt", b"tiga"))
    rows = card.sheet.evidence.rows
    rows[0].setFocus()
    bench.press(Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    bench.press(Qt.Key.Key_Up)
    bench.press(Qt.Key.Key_Up)
    assert rows[0].hasFocus()
    for _ in range(3):
        bench.press(Qt.Key.Key_Down)
    assert card.sheet.evidence.edit.hasFocus()
    rows[1].setFocus()
    bench.press(Qt.Key.Key_Delete)
    assert [e.text for e in evidence()] == ["a.txt", "c.txt"]
    assert card.sheet.evidence.rows[1].hasFocus()
    assert bench.window.workbench.code == CODE
    assert "b.txt" in bench.window.toast.text.text()
    bench.window.toast.action.click()
    QApplication.processEvents()
    assert [e.text for e in evidence()] == ["a.txt", "b.txt", "c.txt"]
    QTest.mouseClick(card.sheet.evidence.rows[0].remove, Qt.MouseButton.LeftButton)
    assert [e.text for e in evidence()] == ["b.txt", "c.txt"]


def test_the_same_content_twice_is_told(bench: Bench, add: Add) -> None:
    add(("a.txt", b"satu"))
    assert [e.text for e in add(("salinan.txt", b"satu"))] == ["a.txt"]
    assert "Sudah ada pada soal ini: salinan.txt" in bench.window.toast.text.text()


def test_a_photo_is_shown_upright_and_the_arrows_go_on(
    bench: Bench, card: Card, add: Add, qtbot: QtBot
) -> None:
    add(("foto.jpg", photo(size=(1800, 1200), orientation=6)), ("lagi.png", photo("PNG", (40, 40))))
    answered = bench.answer(CODE)
    card.sheet.evidence.rows[0].setFocus()
    bench.press(Qt.Key.Key_Return)
    drawn(card, qtbot)
    preview = card.preview
    assert preview.isVisible()
    assert preview.hasFocus()
    assert preview.geometry() == card.rect()
    shown = preview.pane.picture.pixmap()
    assert shown.height() > shown.width()
    assert not preview.pane.area.verticalScrollBar().isVisible(), "it fits the room"
    assert pixel(card, 0.5, 0.05).red() > 200, "red is at the top"
    assert pixel(card, 0.5, 0.95).blue() > 200
    for key in "ABCNP":
        bench.press(key)
    assert (bench.answer(CODE), bench.window.workbench.code) == (answered, CODE)
    bench.press(Qt.Key.Key_Right)
    drawn(card, qtbot)
    assert (preview.item.text, preview.place.text()) == ("lagi.png", "2 / 2")
    bench.press(Qt.Key.Key_Right)
    assert preview.item.text == "lagi.png"
    bench.press(Qt.Key.Key_Escape)
    assert not preview.isVisible()
    assert card.sheet.evidence.rows[1].hasFocus()


def test_the_pages_of_a_pdf_are_turned(bench: Bench, card: Card, add: Add, qtbot: QtBot) -> None:
    add(("laporan.pdf", REPORT.read_bytes()))
    card.sheet.evidence.rows[0].click()
    drawn(card, qtbot)
    pane = card.preview.pane
    first = pane.picture.pixmap().toImage()
    assert pane.pages.text().startswith("Halaman 1 dari ")
    assert pane.picture.pixmap().width() <= pane.area.width()
    bench.press(Qt.Key.Key_PageUp)
    bench.press(Qt.Key.Key_PageDown)
    drawn(card, qtbot)
    assert pane.pages.text().startswith("Halaman 2 dari ")
    assert pane.picture.pixmap().toImage() != first
    bench.press(Qt.Key.Key_Down)
    assert pane.area.verticalScrollBar().value() > 0
    width = pane.picture.pixmap().width()
    bench.press(Qt.Key.Key_Plus)
    drawn(card, qtbot)
    assert pane.picture.pixmap().width() == pytest.approx(1.5 * width, abs=2)
    assert pane.pages.text().startswith("Halaman 2 dari ")
    for _ in range(5):
        bench.press(Qt.Key.Key_Minus)
        drawn(card, qtbot)
    assert pane.picture.pixmap().width() == width
    assert not pane.smaller.isEnabled()
    bench.window.workbench.show_question(NEXT)
    assert not card.preview.isVisible()


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("rusak.pdf", b"%PDF-1.7 bukan", "rusak"),
        ("rusak.jpg", photo()[:60], "rusak"),
        ("bom.png", png_of(20_000, 20_000), "terlalu besar"),
        ("catatan.txt", b"isi", "Buka di aplikasi lain"),
        ("program.pdf", b"MZ\x00\x01", "simpan"),
    ],
)
def test_what_cannot_be_shown_is_told(
    card: Card, add: Add, qtbot: QtBot, name: str, data: bytes, word: str
) -> None:
    add((name, data))
    card.sheet.evidence.rows[0].click()
    drawn(card, qtbot)
    pane = card.preview.pane
    assert pane.message.isVisible()
    assert word in pane.message.label.text()
    assert pane.picture.pixmap().isNull()
    assert card.preview.keep.isVisible()
    assert card.preview.outside.isVisible() is not name.startswith("program")


class _Viewer(QObject):
    """Stands for the system's viewer, so that no program is started."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile() if url.isLocalFile() else url.toString())


@pytest.fixture
def viewer() -> Iterator[_Viewer]:
    stands_in = _Viewer()
    for scheme in ("file", "https"):
        QDesktopServices.setUrlHandler(scheme, stands_in, "show")
    yield stands_in
    for scheme in ("file", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_other_programs_get_a_copy_and_a_saved_file_is_whole(
    bench: Bench, card: Card, add: Add, qtbot: QtBot, tmp_path: Path, viewer: _Viewer
) -> None:
    add(("SK.pdf", REPORT.read_bytes()))
    card.sheet.evidence.edit.setText("https://contoh.go.id/sk")
    card.sheet.evidence.commit()
    card.sheet.evidence.rows[0].click()
    drawn(card, qtbot)
    card.preview.outside.click()
    qtbot.waitUntil(lambda: bool(viewer.opened))
    assert Path(viewer.opened[0]).name == "SK.pdf"
    assert Path(viewer.opened[0]).read_bytes() == REPORT.read_bytes()
    target = tmp_path / "keluar.pdf"
    card.preview.save_to(target)
    qtbot.waitUntil(lambda: "keluar.pdf" in bench.window.toast.text.text())
    assert target.read_bytes() == REPORT.read_bytes()
    bench.press(Qt.Key.Key_Right)
    assert not card.preview.keep.isVisible()
    card.preview.link.click()
    assert viewer.opened[1:] == ["https://contoh.go.id/sk"]


def test_a_path_that_is_there_can_be_attached(card: Card, qtbot: QtBot, evidence: Add) -> None:
    card.sheet.evidence.edit.setText(str(REPORT))
    card.sheet.evidence.commit()
    card.sheet.evidence.rows[0].click()
    assert card.preview.attach.isVisible()
    card.preview.attach.click()
    qtbot.waitUntil(lambda: len(evidence()) == 2)
    assert evidence()[1].text == "export-1.pdf"
    assert card.preview.place.text() == "1 / 2"


def test_a_preview_closes_when_its_evidence_is_gone(bench: Bench, card: Card, add: Add, qtbot: QtBot) -> None:
    add(("a.txt", b"satu"))
    card.sheet.evidence.rows[0].click()
    bench.window.toast.action.click()
    qtbot.waitUntil(lambda: not card.preview.isVisible())


def test_what_cannot_be_read_is_told_on_the_card_and_the_rest_is_kept(
    card: Card, qtbot: QtBot, tmp_path: Path, evidence: Add
) -> None:
    card.sheet.evidence.take(Brought(paths=(tmp_path / "hilang.pdf", tmp_path, REPORT)))
    qtbot.waitUntil(card.sheet.messages[-1].isVisible)
    told = card.sheet.messages[-1].label.text()
    assert "hilang.pdf: Berkas tidak ditemukan" in told
    assert "bukan folder" in told
    assert [e.text for e in evidence()] == ["export-1.pdf"]


def big(tmp_path: Path, megabytes: int) -> Path:
    path = tmp_path / "besar.bin"
    path.write_bytes(bytes(range(256)) * (megabytes * CHUNK // 256))
    return path


def test_a_file_lands_on_the_question_it_was_dropped_on(
    bench: Bench, card: Card, qtbot: QtBot, tmp_path: Path, evidence: Add
) -> None:
    card.sheet.evidence.take(Brought(paths=(big(tmp_path, 30),)))
    bench.window.workbench.show_question(NEXT)
    assert card.sheet.evidence.intake.busy
    bench.window.close()
    assert bench.window.isVisible(), "nothing is lost by closing too early"
    qtbot.waitUntil(lambda: not card.sheet.evidence.intake.busy, timeout=20_000)
    assert [e.text for e in evidence(CODE)] == ["besar.bin"]
    assert evidence(NEXT) == []
    assert bench.window.workbench.code == NEXT


def test_adding_can_be_watched_and_cancelled(
    bench: Bench, card: Card, qtbot: QtBot, tmp_path: Path, evidence: Add
) -> None:
    path = big(tmp_path, 120)
    card.sheet.evidence.intake._slow.setInterval(0)
    card.sheet.evidence.take(Brought(paths=(path,)))
    progress = card.sheet.evidence.intake.progress
    qtbot.waitUntil(lambda: "besar.bin" in progress.text.text() and progress.isVisible())
    progress.stop.click()
    qtbot.waitUntil(lambda: not card.sheet.evidence.intake.busy, timeout=20_000)
    assert "Dibatalkan" in bench.window.toast.text.text()
    assert not progress.isVisible()
    assert evidence() == []


def test_usual_documents_are_advice(bench: Bench, card: Card, evidence: Add) -> None:
    usual = card.sheet.evidence.usual
    assert usual.isVisible()
    assert "SK tim kerja" in usual.text()
    usual.setFocus()
    bench.press(Qt.Key.Key_Tab)
    usual.linkActivated.emit("0")
    assert card.sheet.evidence.edit.text() == "SK tim kerja pembangunan ZI"
    assert card.sheet.evidence.edit.hasFocus()
    assert evidence() == [], "a suggestion alone is no evidence"
    QTest.keyClicks(card.sheet.evidence.edit, " no. 12/2026")
    bench.press(Qt.Key.Key_Return)
    assert [e.text for e in evidence()] == ["SK tim kerja pembangunan ZI no. 12/2026"]
    assert "✓&nbsp;SK tim kerja" in usual.text()
    assert "SK tim kerja pembangunan ZI (ada)" in usual.accessibleName()


@pytest.mark.parametrize(
    ("name", "text", "there"),
    [
        ("SK tim kerja", "Scan SK Tim_Kerja 2026.pdf", True),
        ("SK tim kerja", "tim kerja.pdf", False),
        ("Notula pemilihan tim", "Notula.pdf", False),
        ("Register pengaduan", "REGISTER PENGADUAN.xlsx", True),
    ],
)
def test_a_usual_document_is_known_by_its_words(name: str, text: str, there: bool) -> None:
    assert is_named(name, text) is there


def test_every_part_of_the_preview_has_a_name(card: Card, add: Add, qtbot: QtBot) -> None:
    out = io.BytesIO(photo(size=(50, 30)))
    add(("foto.jpg", out.getvalue()))
    card.sheet.evidence.rows[0].click()
    drawn(card, qtbot)
    focusable = [
        w
        for w in card.preview.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    assert card.preview.shut in focusable
    assert "foto.jpg" in card.preview.accessibleName()
    assert card.preview.pane.picture.accessibleName() == "foto.jpg"
    for widget in focusable:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert widget.height() >= 32


def test_escape_leads_from_the_list_to_the_question(bench: Bench, card: Card, add: Add) -> None:
    add(("a.txt", b"satu"))
    card.sheet.evidence.rows[0].setFocus()
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.pages.currentWidget() is bench.window.workbench
    assert card.hasFocus()


def test_a_file_is_pasted_on_the_question_itself(
    bench: Bench, card: Card, qtbot: QtBot, evidence: Add
) -> None:
    card.setFocus()
    QGuiApplication.clipboard().setText("kata saja")
    bench.press(Qt.Key.Key_V, CONTROL)
    QGuiApplication.clipboard().setMimeData(mime(REPORT))
    bench.press(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(evidence()) == 1)
    assert evidence()[0].text == "export-1.pdf"


def test_a_check_tells_what_is_damaged_beside_its_question(
    bench: Bench, card: Card, add: Add, qtbot: QtBot
) -> None:
    bench.window.evidence_check.start()
    qtbot.waitUntil(lambda: "utuh (0 diperiksa)" in bench.window.toast.text.text())
    (item,) = add(("a.txt", b"satu"))
    with bench.window.session.work.store.files.opened() as files:
        files._connection.execute("UPDATE chunk SET data = x'00'")
    bench.window.workbench.show_question(NEXT)
    bench.window.evidence_check.start()
    qtbot.waitUntil(lambda: "a.txt" in bench.window.toast.text.text())
    bench.window.toast.action.click()
    assert bench.window.workbench.code == CODE
    assert "bukan lagi yang dilampirkan" in card.sheet.issues.notes[0].message.label.text()
    assert not card.sheet.issues.notes[0].ask.isVisible(), "found elsewhere, it takes no reason"
    card.sheet._verbs.remove_evidence(item.id)
    assert not any(note.isVisible() for note in card.sheet.issues.notes)


def test_a_window_built_anew_loses_no_file_on_its_way(
    bench: Bench, card: Card, add: Add, qtbot: QtBot, tmp_path: Path, evidence: Add
) -> None:
    add(("laporan.pdf", REPORT.read_bytes()))
    card.sheet.evidence.rows[0].click()
    card.preview.save_to(tmp_path / "keluar.pdf")
    card.sheet.evidence.take(Brought(paths=(big(tmp_path, 20),)))
    bench.window.set_theme("dark")
    try:
        assert bench.window.workbench.card is not card
        qtbot.waitUntil(lambda: len(evidence()) == 2, timeout=20_000)
        qtbot.waitUntil(lambda: len(bench.window.workbench.card.sheet.evidence.rows) == 2)
        assert (tmp_path / "keluar.pdf").read_bytes() == REPORT.read_bytes()
    finally:
        bench.window.set_theme("light")


def test_a_narrow_card_still_holds_everything(bench: Bench, card: Card, add: Add) -> None:
    add(("Berita acara pemilihan anggota tim kerja dengan nama yang panjang sekali.txt", b"satu"))
    box = card.sheet.evidence
    assert box.choose.text()
    bench.window.resize(911, 512)
    QApplication.processEvents()
    assert card.widget().width() <= card.viewport().width()
    assert not box.choose.text()
    assert box.choose.accessibleName() == "Tambah berkas…"
    assert box.edit.width() >= 80
    box.rows[0].click()
    assert card.preview.geometry() == card.rect()
    assert not card.verticalScrollBar().isVisible(), "the page below does not scroll meanwhile"
    bench.press(Qt.Key.Key_Escape)
    assert card.verticalScrollBar().isVisible()
