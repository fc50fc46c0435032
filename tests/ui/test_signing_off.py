"""A signed evaluation is shown and not changed; reopened, each change says why; warnings take reasons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench
from zi_desktop.services.reviews import set_reason
from zi_desktop.services.signoff import blocking, sign_off, waiting

CODE = "A.I.1.i.b"
WARNED = "A.I.1.iv.d"  # in the sample TPI gives less than the unit, and writes nothing


def lock(bench: Bench) -> None:
    session = bench.window.session
    report = bench.stored_report()
    assert not blocking(report)
    session.do(set_reason, bench.evaluation_id, [i.key for i in waiting(report)], "Diperiksa di lapangan.")
    head = session.work.evaluation(bench.evaluation_id).log_head
    session.do(sign_off, bench.evaluation_id, head=head, files={}, signers=["Rekaan Ketua"])


@pytest.fixture
def signed(bench: Bench) -> Bench:
    bench.go(CODE)
    lock(bench)
    return bench


def test_a_signed_evaluation_says_so_and_takes_nothing(signed: Bench) -> None:
    bar, card = signed.window.workbench.reason, signed.window.workbench.card
    assert bar.isVisible()
    assert "Rekaan Ketua (versi 1)" in bar.told.text()
    assert not card.sheet.choices.isEnabled()
    assert card.sheet.note.isReadOnly()
    assert not card.sheet.evidence.edit.isEnabled()
    before = signed.answer(CODE)
    signed.press(Qt.Key.Key_C)
    assert signed.answer(CODE) == before
    assert "sudah ditandatangani" in card.sheet.messages[-1].label.text()


def test_reopening_asks_for_a_reason_and_so_does_every_change(signed: Bench, qtbot: QtBot) -> None:
    bar, card = signed.window.workbench.reason, signed.window.workbench.card
    bar.ask.click()
    assert bar.field.hasFocus()
    bar.do.click()
    assert bar._wrong.isVisible(), "not without a reason"
    qtbot.keyClicks(bar.field, "Bukti susulan")
    signed.press(Qt.Key.Key_Return)
    assert "Dibuka kembali" in bar.told.text()
    assert "Bukti susulan" in bar.told.text()
    assert card.sheet.choices.isEnabled()
    before = signed.answer(CODE)
    card.setFocus()
    signed.press(Qt.Key.Key_C)
    assert signed.answer(CODE) == before, "nobody has said why"
    assert bar.field.hasFocus()
    qtbot.keyClicks(bar.field, "Notulen baru")
    signed.press(Qt.Key.Key_Return)
    assert card.hasFocus()
    signed.press(Qt.Key.Key_C)
    assert signed.answer(CODE) == "C"
    signed.window.workbench.show_question(CODE)
    signed.press(Qt.Key.Key_B)
    reasons = [row[0] for row in signed.sql("select reason from log where target=?", f"answer:{CODE}")]
    assert reasons[-2:] == ["Notulen baru", "Notulen baru"], "the last reason stands until it is changed"


def test_another_evaluation_is_not_changed_for_this_ones_reason(signed: Bench, qtbot: QtBot) -> None:
    bar = signed.window.workbench.reason
    bar.ask.click()
    qtbot.keyClicks(bar.field, "Bukti susulan")
    bar.do.click()
    qtbot.keyClicks(bar.field, "Notulen baru")
    assert signed.window.session.work.reason == "Notulen baru"
    signed.window.show_list()
    assert signed.window.session.work.reason == ""


def test_a_warning_is_answered_beside_its_question(bench: Bench, qtbot: QtBot) -> None:
    bench.go(WARNED)
    bench_issues = bench.window.workbench.card.sheet.issues
    (note,) = [n for n in bench_issues.notes if n.isVisible()]
    assert "lebih rendah" in note.message.label.text()
    before = int(bench.window.status._issues.text().split()[0])
    note.ask.click()
    assert note.field.hasFocus()
    qtbot.keyClicks(note.field, "Sudah disepakati")
    bench.press(Qt.Key.Key_Return)
    assert "Alasan: Sudah disepakati" in note.message.label.text()
    assert int(bench.window.status._issues.text().split()[0]) == before - 1, "it no longer nags"
    assert bench.stored_report().evaluation.reasons == {f"lower-without-finding@{WARNED}": "Sudah disepakati"}


def test_f8_goes_from_one_open_issue_to_the_next(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    bench.press(Qt.Key.Key_F8)
    assert bench.window.workbench.code == WARNED
    bench.press(Qt.Key.Key_F8)
    second = bench.window.workbench.code
    assert second != WARNED
    bench.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert bench.window.workbench.code == WARNED


def test_looked_at_again_is_one_key_and_shown_in_the_tree(bench: Bench) -> None:
    bench.go(CODE)
    assert bench.window.status.reviewed.text() == "Ditinjau 0/113"
    bench.press(Qt.Key.Key_R)
    assert bench.window.status.reviewed.text() == "Ditinjau 1/113"
    assert bench.window.workbench.card.sheet.reviewed.isChecked()
    index = bench.window.workbench.tree.model.index_of(CODE)
    assert "sudah ditinjau" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    bench.press(Qt.Key.Key_A)
    assert bench.stored_report().evaluation.reviewed == {CODE}, "an answer marks nothing"
