"""The next question waits on a sheet behind: it is never brought forward when it says something else than the
store, and once it is in front nothing tells it from one that was filled there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.bench import Bench
from zi_desktop.domain.errors import Issue, Severity, Text
from zi_desktop.domain.evaluation import FollowUp, FollowUpStatus, SignOff, SignOffState, Stage
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.services.answers import add_evidence, answer_question, save_finding, set_note
from zi_desktop.services.changes import Changes
from zi_desktop.services.reviews import set_follow_up, set_reason, set_reviewed
from zi_desktop.services.workspace import Workspace
from zi_desktop.ui.card import Card
from zi_desktop.ui.card_sheet import CardSheet
from zi_desktop.ui.evidence_brought import Brought
from zi_desktop.ui.grab_store import fill_last_year

FIRST, NEXT = "A.I.1.i.a", "A.I.1.i.b"
COUNTS = "A.II.1.i.a"


@pytest.fixture
def card(bench: Bench) -> Card:
    bench.go(FIRST)
    return bench.window.workbench.card


def wait_for(qtbot: QtBot, card: Card, code: str) -> CardSheet:
    """Until the question stands ready; the sheet that is in front meanwhile."""
    qtbot.waitUntil(lambda: card.is_ready(code))
    return card.sheet


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def same(one: QImage, other: QImage) -> bool:
    """Where a curve is cut off at the edge of what is painted, Qt rounds a single pixel otherwise."""
    if one.size() != other.size():
        return False
    pixels = zip(*(memoryview(image.constBits()).cast("I") for image in (one, other)), strict=True)
    return sum(a != b for a, b in pixels) <= 2


def filled_in_front(bench: Bench) -> QImage:
    """What the question on the card looks like on a sheet of its own, which never showed another."""
    card, report = bench.window.workbench.card, bench.window.session.report
    assert card.question is not None
    assert report is not None
    holder = QWidget()
    sheet = CardSheet(bench.window.session, holder)
    sheet.put(report, card.question.code, card.found(report.evaluation.id, card.question.code))
    sheet.lay_out(lambda _: card.sheet.size())
    return picture(sheet)


def test_a_key_brings_the_sheet_behind_to_the_front(bench: Bench, card: Card, qtbot: QtBot) -> None:
    before = wait_for(qtbot, card, NEXT)
    bench.press("N")
    assert bench.window.workbench.code == NEXT
    assert card.sheet is not before
    assert card.sheet.isVisible()
    assert not before.isVisible()
    assert not card.is_ready(FIRST), "what was left behind may hold anything"
    bench.press("Y")
    assert bench.answer(FIRST) != bench.answer(NEXT)


@pytest.mark.parametrize("size", [(1366, 768), (900, 500)])
@pytest.mark.parametrize("start", [FIRST, COUNTS])
def test_what_comes_forward_has_the_same_pixels(
    bench: Bench, qtbot: QtBot, size: tuple[int, int], start: str
) -> None:
    """Choices and counts; also where the card has to be scrolled."""
    fill_last_year(bench.window.session.work, bench.evaluation_id)
    bench.window.resize(*size)
    bench.go(start)
    card, report = bench.window.workbench.card, bench.window.session.report
    assert report is not None
    at = report.lke.question_by_code[start].order
    for question in report.lke.questions[at : at + 16]:
        before = wait_for(qtbot, card, question.code)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
        assert card.sheet is not before
        assert card.drawn.isVisible() is (question.kind is QuestionKind.CHOICE)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # as before every paint
        at_first = picture(bench.window)
        qtbot.waitUntil(lambda: not card.drawn.isVisible())
        assert same(picture(bench.window), at_first), question.code
        card.setFocus()  # a field with the focus looks otherwise
        assert same(picture(card.sheet), filled_in_front(bench)), question.code
        assert card.accessibleName() == f"{question.code} {question.text}"


def test_a_click_goes_through_the_first_picture(bench: Bench, card: Card, qtbot: QtBot) -> None:
    wait_for(qtbot, card, NEXT)
    QTest.keyClick(card, Qt.Key.Key_N)
    assert card.drawn.isVisible()
    row = card.sheet.choices.rows[2]
    at = row.mapTo(bench.window, QPoint(20, 10))
    QTest.mouseClick(bench.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert bench.answer(NEXT) == "C"


def test_the_picture_goes_with_the_first_change(bench: Bench, card: Card, qtbot: QtBot) -> None:
    """A window that is not painted for a while must not show it later."""
    changes: list[Callable[[], object]] = [
        lambda: bench.window.session.do(set_note, bench.evaluation_id, NEXT, "Catatan lain"),
        lambda: bench.window.resize(bench.window.width() + 10, 700),
        lambda: bench.window.workbench.step(-1),
    ]
    for change in changes:
        bench.go(FIRST)
        wait_for(qtbot, card, NEXT)
        QTest.keyClick(card, Qt.Key.Key_N)
        assert card.drawn.isVisible()
        change()
        assert not card.drawn.isVisible()


def test_after_the_window_has_another_size_there_is_no_old_picture(
    bench: Bench, card: Card, qtbot: QtBot
) -> None:
    wait_for(qtbot, card, NEXT)
    bench.window.resize(1500, 800)
    QApplication.processEvents()
    QTest.keyClick(card, Qt.Key.Key_N)
    assert not card.drawn.isVisible()
    QApplication.processEvents()
    assert same(picture(card.sheet), filled_in_front(bench))


Change = Callable[[Workspace, str], Changes]
_ON_NEXT: dict[str, Change] = {
    "answer": lambda work, id_: answer_question(work, id_, NEXT, "C"),
    "no answer": lambda work, id_: answer_question(work, id_, NEXT, ""),
    "note": lambda work, id_: set_note(work, id_, NEXT, "Catatan lain"),
    "evidence": lambda work, id_: add_evidence(work, id_, NEXT, "SK lain.pdf"),
    "finding": lambda work, id_: save_finding(work, id_, NEXT, "Belum lengkap", "Lengkapi"),
    "reviewed": lambda work, id_: set_reviewed(work, id_, NEXT, True),
}


@pytest.mark.parametrize("what", _ON_NEXT)
def test_what_was_changed_since_is_put_on_the_sheet_in_front(
    bench: Bench, card: Card, qtbot: QtBot, what: str
) -> None:
    before = wait_for(qtbot, card, NEXT)
    bench.window.session.do(_ON_NEXT[what], bench.evaluation_id)
    assert not card.is_ready(NEXT)
    bench.press("N")
    assert card.sheet is before
    assert same(picture(card.sheet), filled_in_front(bench))


def test_what_others_changed_is_put_on_the_sheet_in_front(bench: Bench, qtbot: QtBot) -> None:
    """The unit's own note, last year's, and what is said of last year's finding."""
    work = bench.window.session.work
    fill_last_year(work, bench.evaluation_id)
    report = bench.stored_report()
    code = next(code for code, found in report.evaluation.findings.items() if found)
    before = report.lke.questions[report.lke.question_by_code[code].order - 2].code  # order begins at 1
    unit = report.at_stage(Stage.MANDIRI)
    assert unit is not None
    assert report.previous is not None
    last, finding = report.previous.id, report.earlier[code].findings[0].id
    done = FollowUp(FollowUpStatus.DONE, "Sudah ditetapkan", "SK 2026")
    changes: list[Callable[[], Changes]] = [
        lambda: set_note(work, unit.id, code, "Piagam diberikan tiap bulan."),
        lambda: add_evidence(work, last, code, "Daftar penerima.pdf"),
        lambda: set_follow_up(work, bench.evaluation_id, finding, done),
    ]
    for change in changes:
        bench.go(before)
        card = bench.window.workbench.card
        in_front = wait_for(qtbot, card, code)
        bench.window.session.announce(change())
        assert not card.is_ready(code)
        bench.press("N")
        QTest.qWait(20)
        assert card.sheet is in_front
        assert same(picture(card.sheet), filled_in_front(bench))


def test_a_reason_and_what_a_check_of_files_found_are_not_old(bench: Bench, card: Card, qtbot: QtBot) -> None:
    report = bench.window.session.report
    assert report is not None
    questions = report.lke.question_by_code
    warned, key = next(
        (issue.question, issue.key)
        for issue in report.issues
        if issue.severity is Severity.WARNING and issue.question and questions[issue.question].order > 1
    )
    bench.go(report.lke.questions[questions[warned].order - 2].code)
    wait_for(qtbot, card, warned)
    bench.window.session.do(set_reason, bench.evaluation_id, [key], "Dokumennya di lantai dua")
    assert not card.is_ready(warned)
    wait_for(qtbot, card, warned)
    lost = Issue("evidence-missing", Severity.ERROR, Text("Hilang", "Missing"), where="", question=warned)
    card.found = lambda _evaluation, question: [lost] if question == warned else []
    assert not card.is_ready(warned)


def test_a_signed_evaluation_is_locked_on_the_sheet_that_comes(
    bench: Bench, card: Card, qtbot: QtBot
) -> None:
    wait_for(qtbot, card, NEXT)
    with bench.window.session.work.transaction() as tx:
        tx.set_sign_off(bench.evaluation_id, SignOff(SignOffState.SIGNED, "", "Uji"))
    bench.window.session.open(bench.evaluation_id)
    bench.press("N")
    assert card.question is not None
    assert card.question.code == NEXT
    assert not card.sheet.choices.isEnabled()
    assert card.sheet.note.isReadOnly()


def test_what_is_written_goes_to_the_question_in_front(bench: Bench, card: Card) -> None:
    for code, text in ((FIRST, "Satu"), (NEXT, "Dua"), ("A.I.1.ii.a", "Tiga")):
        report = bench.window.session.report
        assert report is not None
        assert bench.window.workbench.code == code
        bench.press(Qt.Key.Key_F2)
        card.sheet.note.selectAll()
        QTest.keyClicks(card.sheet.note, text)
        bench.press(Qt.Key.Key_Escape)
        bench.window.workbench.step(1)
        QTest.qWait(60)
    notes = bench.stored_report().evaluation.notes
    assert [notes[code] for code in (FIRST, NEXT, "A.I.1.ii.a")] == ["Satu", "Dua", "Tiga"]


def test_what_is_refused_stays_in_front(bench: Bench, card: Card, qtbot: QtBot) -> None:
    before = wait_for(qtbot, card, NEXT)
    card.sheet.note.setPlainText("panjang " * 5000)
    bench.window.workbench.step(1)
    assert bench.window.workbench.code == FIRST
    assert card.sheet is before
    assert "terlalu panjang" in card.sheet.messages[-1].label.text()


def test_files_that_are_being_added_keep_their_progress_in_front(
    bench: Bench, card: Card, qtbot: QtBot, tmp_path: Path
) -> None:
    before = wait_for(qtbot, card, NEXT)
    path = tmp_path / "besar.pdf"
    path.write_bytes(b"%PDF-1.4\n" + bytes(20_000_000))
    card.sheet.evidence.take(Brought(paths=(path,)))
    assert card.is_busy
    QTest.keyClick(card, Qt.Key.Key_N)
    assert bench.window.workbench.code == NEXT
    assert card.sheet is before
    qtbot.waitUntil(lambda: not card.is_busy, timeout=20_000)
    assert [e.text for e in bench.stored_report().evaluation.evidence[FIRST]][-1] == "besar.pdf"


def test_the_tab_key_walks_the_sheet_in_front(bench: Bench, card: Card, qtbot: QtBot) -> None:
    behind = wait_for(qtbot, card, NEXT)
    bench.press("N")
    assert card.sheet is not behind
    seen = []
    for _ in range(40):
        bench.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert not behind.isAncestorOf(focus)
        seen.append(focus)
    shown = [row for row in card.sheet.choices.rows if row.isVisible()]
    assert seen[: len(shown)] == shown
    assert seen.index(card.sheet.note) < seen.index(card.sheet.points) < seen.index(card.sheet.reviewed)


def test_the_focus_of_a_field_does_not_stay_behind(bench: Bench, qtbot: QtBot) -> None:
    bench.go(COUNTS)
    card, report = bench.window.workbench.card, bench.window.session.report
    assert report is not None
    order = report.lke.question_by_code[COUNTS].order
    following = report.lke.questions[order].code
    before = wait_for(qtbot, card, following)
    assert QApplication.focusWidget() is before.numbers.fields[0].edit
    bench.press("N")
    assert card.sheet is not before
    focus = QApplication.focusWidget()
    assert focus is card or (focus is not None and card.sheet.isAncestorOf(focus))


def test_a_question_put_while_another_page_is_shown_has_its_room(bench: Bench, card: Card) -> None:
    bench.window.resize(900, 500)
    bench.press(Qt.Key.Key_F7)
    assert not card.isVisible()
    bench.window.session.do(set_note, bench.evaluation_id, FIRST, "Kalimat yang panjang. " * 20)
    bench.window.workbench.show_question(COUNTS)
    bench.window.workbench.show_question(FIRST)
    assert bench.window.registers.back()
    assert card.isVisible()
    QTest.qWait(20)
    assert same(picture(card.sheet), filled_in_front(bench))
    assert card.sheet.height() >= card.sheet.heightForWidth(card.sheet.width())


def test_nothing_waits_behind_the_last_question(bench: Bench) -> None:
    codes = [question.code for question in bench.stored_report().lke.questions]
    bench.go(codes[-1])
    QTest.qWait(60)
    card = bench.window.workbench.card
    assert not any(card.is_ready(code) for code in codes)
    bench.press("N")
    assert bench.window.workbench.code == codes[-1]


def test_a_walk_at_random_shows_what_the_store_holds(bench: Bench) -> None:
    """Keys at any speed, undo among them: whatever sheet is in front, it looks as one filled anew."""
    chance = random.Random(20261129)
    bench.go(FIRST)
    card, session = bench.window.workbench.card, bench.window.session
    for _ in range(60):
        report = session.report
        assert report is not None
        question = card.question
        assert question is not None
        answers = [{"Ya": "Y", "Tidak": "T"}.get(c.label, c.label) for c in question.choices]
        bench.press(chance.choice([*answers, *answers, "N", "P", "R"]))
        what = chance.random()
        if what < 0.2:
            bench.press("Z", Qt.KeyboardModifier.ControlModifier)
        elif what < 0.4:
            change = chance.choice(list(_ON_NEXT.values()))
            session.do(change, bench.evaluation_id)
        QTest.qWait(chance.choice([0, 5, 20, 60]))
        card.setFocus()
        assert same(picture(card.sheet), filled_in_front(bench))


@pytest.mark.parametrize("scale", ["1.25", "1.5", "1.75", "2"])
def test_no_other_pixels_flash_up_at_any_scale(scale: str) -> None:
    """In a process of its own, as the scale of a screen is settled when the program starts."""
    command = [sys.executable, "-m", "tests.ui.card_at_scale"]
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.split() == ["same"] * 4, done.stdout + done.stderr
