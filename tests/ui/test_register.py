"""Findings together: filtered, edited in place, last year's judged; and phrases at the field."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench
from zi_desktop.domain.evaluation import FollowUp, FollowUpStatus
from zi_desktop.services.answers import save_finding
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.phrases import PhraseKind, filled, phrases
from zi_desktop.ui.register_page import Pick, RegisterPage

CODE = "A.I.1.i.b"


@dataclass
class Register:
    bench: Bench
    page: RegisterPage
    last: str

    def rows(self) -> list[tuple[str, str]]:
        tree, found = self.page.tree, []
        for i in range(tree.topLevelItemCount()):
            group = tree.topLevelItem(i)
            assert group is not None
            items = [group.child(j) for j in range(group.childCount())]
            found += [(item.text(1), item.text(2)) for item in items if item is not None]
        return found


@pytest.fixture
def opened(bench: Bench) -> Register:
    """Last year's finding on `CODE` beside this year's; the page is shown."""
    session = bench.window.session
    last = new_evaluation(session.work, unit="Satker Contoh (data rekaan)", year=2025).evaluation_id
    save_finding(session.work, last, CODE, "Seleksi hanya lisan.", "Lengkapi notulen.")
    save_finding(session.work, bench.evaluation_id, CODE, "Notulen tanpa tanggal.", "Beri tanggal.")
    bench.go(CODE)
    bench.press(Qt.Key.Key_F9)
    page = bench.window.registers.register
    assert bench.window.pages.currentWidget() is page
    return Register(bench, page, session.work.evaluation(last).findings[CODE][0].id)


def test_both_years_are_there_by_area_and_filtered(opened: Register) -> None:
    rows = opened.rows()
    assert rows[:2] == [("2025", "Seleksi hanya lisan."), ("2026", "Notulen tanpa tanggal.")]
    assert len(rows) == 3, "and the sample's own"
    first = opened.page.tree.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "A.I.1 Manajemen perubahan (2)"
    opened.page.show_only(Pick.MINE)
    assert len(opened.rows()) == 2
    opened.page.show_only(Pick.WAITING)
    assert opened.rows() == [("2025", "Seleksi hanya lisan.")]
    opened.page.show_only(Pick.ALL)
    opened.page.search.setText("tanggal")
    assert opened.rows() == [("2026", "Notulen tanpa tanggal.")]
    opened.page.search.setText("tidak ada yang begini")
    assert opened.page._nothing.isVisible()


def test_this_years_texts_are_edited_in_place(opened: Register, qtbot: QtBot) -> None:
    opened.page.show_only(Pick.MINE)
    opened.page.take_focus()
    opened.bench.press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Notulen tanpa tanggal."
    editor.selectAll()
    qtbot.keyClicks(editor, "Notulen belum bertanggal.")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    def stored() -> list[tuple[str, str]]:
        found = opened.bench.stored_report().evaluation.findings[CODE]
        return [(f.note, f.recommendation) for f in found]

    qtbot.waitUntil(lambda: stored() == [("Notulen belum bertanggal.", "Beri tanggal.")])


def test_last_years_text_is_not_edited_but_judged(opened: Register, qtbot: QtBot) -> None:
    page, bench = opened.page, opened.bench
    page.take_focus()
    bench.press(Qt.Key.Key_F2)
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    assert page.follow_up.isVisible()
    page.follow_up.chips[FollowUpStatus.IN_PROGRESS].click()
    page.follow_up.note.setText("Separuhnya sudah.")
    page.follow_up.commit()
    expected = FollowUp(FollowUpStatus.IN_PROGRESS, "Separuhnya sudah.")
    assert bench.stored_report().evaluation.follow_ups == {opened.last: expected}
    qtbot.waitUntil(lambda: page.chips[Pick.WAITING].text() == "Belum dinilai 0")
    bench.press(Qt.Key.Key_Escape)
    box = bench.window.workbench.card.sheet.last_year
    words, editor = box.follow_ups[0]
    assert "Rekomendasi: Lengkapi notulen." in words.text()
    assert editor.chips[FollowUpStatus.IN_PROGRESS].isChecked()
    editor.chips[FollowUpStatus.IN_PROGRESS].click()
    assert bench.stored_report().evaluation.follow_ups == {}, "chosen again: taken back"


def test_what_is_typed_on_a_follow_up_stays_with_its_question(opened: Register) -> None:
    bench = opened.bench
    bench.press(Qt.Key.Key_Escape)
    _, editor = bench.window.workbench.card.sheet.last_year.follow_ups[0]
    editor.chips[FollowUpStatus.DONE].click()
    editor.evidence.setFocus()
    editor.evidence.setText("Notulen Maret.pdf")
    bench.window.workbench.show_question("A.I.1.i.a")
    expected = FollowUp(FollowUpStatus.DONE, evidence="Notulen Maret.pdf")
    assert bench.stored_report().evaluation.follow_ups == {opened.last: expected}


def test_a_phrase_is_found_by_typing_and_written_where_the_cursor_is(bench: Bench, qtbot: QtBot) -> None:
    bench.go(CODE)
    box, findings = bench.window.command_box, bench.window.workbench.card.sheet.findings
    bench.press(Qt.Key.Key_F4)
    qtbot.keyClicks(findings.note, "Awal.")
    bench.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert box.isVisible()
    qtbot.keyClicks(box.field, "semua pegawai")
    bench.press(Qt.Key.Key_Return)
    phrase = next(p for p in phrases(bench.window.session.work) if "{unit}" in p.text)
    expected = f"Awal. {filled(phrase.text, bench.stored_report(), CODE)}"
    assert findings.note.toPlainText() == expected
    assert "Satker Contoh" in expected
    assert findings.note.hasFocus()


def test_what_was_written_becomes_a_phrase_and_goes_again(bench: Bench, qtbot: QtBot) -> None:
    bench.go(CODE)
    work, box = bench.window.session.work, bench.window.command_box
    findings = bench.window.workbench.card.sheet.findings
    shipped = phrases(work, PhraseKind.RECOMMENDATION)
    findings.begin()
    findings.recommendation.setPlainText("Undang unit lain.")
    findings.phrases[1].click()
    qtbot.keyClicks(box.field, "simpan sebagai")
    bench.press(Qt.Key.Key_Return)
    assert phrases(work, PhraseKind.RECOMMENDATION)[0].text == "Undang unit lain."
    findings.phrases[1].click()
    qtbot.keyClicks(box.field, "hapus sebuah")
    bench.press(Qt.Key.Key_Return)
    qtbot.keyClicks(box.field, "undang")
    bench.press(Qt.Key.Key_Return)
    assert phrases(work, PhraseKind.RECOMMENDATION) == shipped
    assert box.isVisible(), "back at the phrases"
