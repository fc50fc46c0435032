"""Answering by click and key: what is painted is what the store holds, and it is there before the paint."""

from __future__ import annotations

import random
import sqlite3
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.bench import Bench
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.ui.answers import shown_cell
from zi_desktop.ui.language import number

CHOICE, YES_NO = "A.I.1.i.b", "A.I.1.i.a"
COUNTS = "A.II.1.i.a"
COMPLAINTS = "A.II.5.ii.a"
INDEX = "B.I.a"


def chosen(bench: Bench) -> list[str]:
    return [
        row.choice.label
        for row in bench.window.workbench.card.sheet.choices.rows
        if row.isVisible() and row.isChecked() and row.choice
    ]


def test_a_click_is_in_the_store_and_stays_on_the_question(bench: Bench) -> None:
    bench.go(CHOICE)
    bench.window.workbench.card.answer(CHOICE, "")
    rows = bench.window.workbench.card.sheet.choices.rows
    for row, label in zip(rows, "ABC", strict=False):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        assert bench.answer(CHOICE) == label
        assert chosen(bench) == [label]
    assert bench.window.workbench.code == CHOICE


def test_clicking_the_chosen_option_again_clears_it(bench: Bench) -> None:
    bench.go(CHOICE)
    row = bench.window.workbench.card.sheet.choices.rows[0]
    bench.window.workbench.card.answer(CHOICE, "A")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert bench.answer(CHOICE) is None
    assert chosen(bench) == []


def test_a_key_answers_and_moves_on(bench: Bench) -> None:
    bench.go(YES_NO)
    bench.press("T")
    assert bench.answer(YES_NO) == "Tidak"
    assert bench.window.workbench.code == CHOICE
    bench.press("B")
    assert bench.answer(CHOICE) == "B"
    bench.press("P")
    assert bench.window.workbench.code == CHOICE
    assert chosen(bench) == ["B"]


def test_a_key_held_down_answers_one_question(bench: Bench) -> None:
    first, second = "A.I.1.ii.b", "A.I.1.ii.c"
    bench.go(first)
    for code in (first, second):
        bench.window.workbench.card.answer(code, "")
    for repeat in (False, True, True, True):
        card = bench.window.workbench.card
        QTest.simulateEvent(  # type: ignore[attr-defined]
            card, True, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", repeat, -1
        )
    assert bench.answer(first) == "A"
    assert bench.answer(second) is None
    assert bench.window.workbench.code == second


def test_a_letter_the_question_does_not_have_is_refused_beside_it(bench: Bench) -> None:
    bench.go(CHOICE)
    bench.window.workbench.card.answer(CHOICE, "A")
    before = bench.log_length()
    bench.press("E")
    assert bench.answer(CHOICE) == "A"
    assert bench.log_length() == before
    message = bench.window.workbench.card.sheet.messages[-1]
    assert message.isVisible()
    assert "bukan pilihan" in message.label.text()
    assert bench.window.workbench.code == CHOICE


def test_counts_are_stored_one_by_one_and_the_ratio_is_live(bench: Bench) -> None:
    bench.go(COUNTS)
    numbers = bench.window.workbench.card.sheet.numbers
    agents, changes = numbers.fields[:2]
    assert agents.edit.hasFocus()
    agents.edit.clear()
    QTest.keyClicks(agents.edit, "4")
    bench.press(Qt.Key.Key_Return)
    assert bench.answer(f"{COUNTS}.agen") == "4"
    assert changes.edit.hasFocus()
    changes.edit.clear()
    QTest.keyClicks(changes.edit, "3")
    assert numbers.ratio.text() == "3 ÷ 4 = 75 %"
    assert bench.answer(f"{COUNTS}.perubahan") != "3", "typed is not yet stored"
    bench.press(Qt.Key.Key_Return)
    assert bench.answer(f"{COUNTS}.perubahan") == "3"
    assert bench.window.workbench.code == "A.II.1.i.b"


@pytest.mark.parametrize("wrong", ["-1", "3,5", "abc", "99999999999999", "1 2"])
def test_a_refused_number_is_told_beside_its_field_and_not_written(bench: Bench, wrong: str) -> None:
    bench.go(COUNTS)
    field = bench.window.workbench.card.sheet.numbers.fields[0]
    stored, before = bench.answer(f"{COUNTS}.agen"), bench.log_length()
    field.edit.setText(wrong)
    bench.press(Qt.Key.Key_Return)
    assert field.error.isVisible()
    assert field.error.text()
    assert field.edit.text() == wrong
    assert (bench.answer(f"{COUNTS}.agen"), bench.log_length()) == (stored, before)
    bench.window.workbench.step(1)
    assert bench.window.workbench.code == COUNTS, "nothing typed is lost by walking away"
    bench.press(Qt.Key.Key_Escape)
    assert not field.error.isVisible()
    assert field.edit.text() == stored
    bench.window.workbench.step(1)
    assert bench.window.workbench.code != COUNTS


def test_letters_stay_keys_while_a_number_field_has_the_focus(bench: Bench) -> None:
    bench.go(COUNTS)
    bench.press("N")
    assert bench.window.workbench.code == "A.II.1.i.b"
    assert bench.answer(f"{COUNTS}.agen") == "8"


def test_a_zero_denominator_asks_for_a_decision(bench: Bench) -> None:
    bench.go(COMPLAINTS)
    card = bench.window.workbench.card
    for count in ("harus", "proses", "selesai"):
        assert card.answer(f"{COMPLAINTS}.{count}", "0")
    decision = card.sheet.numbers.decision
    assert decision.isVisible()
    assert COMPLAINTS in bench.stored_report().score.unanswered
    QTest.mouseClick(decision.full, Qt.MouseButton.LeftButton)
    assert bench.answer(f"{COMPLAINTS}.keputusan") == "penuh"
    assert decision.full.isChecked()
    assert not decision.zero.isChecked()
    assert bench.stored_report().score.values[COMPLAINTS] == 1
    QTest.mouseClick(decision.zero, Qt.MouseButton.LeftButton)
    assert bench.stored_report().score.values[COMPLAINTS] == 0


def test_an_index_takes_a_decimal_comma(bench: Bench) -> None:
    bench.go(INDEX)
    field = bench.window.workbench.card.sheet.numbers.fields[0]
    field.edit.setText("3,6")
    field.edited.emit()
    assert bench.window.workbench.card.sheet.numbers.ratio.text() == "3,60 ÷ 4 = 90 %"
    bench.press(Qt.Key.Key_Return)
    assert bench.answer(INDEX) == "3.6"


def test_notes_evidence_and_findings(bench: Bench) -> None:
    bench.go(CHOICE)
    card = bench.window.workbench.card
    bench.press(Qt.Key.Key_F2)
    assert card.sheet.note.hasFocus()
    card.sheet.note.selectAll()
    QTest.keyClicks(card.sheet.note, "Catatan uji A")
    bench.press(Qt.Key.Key_Escape)
    assert bench.sql(
        "select text from note where question=? and evaluation_id=?", CHOICE, bench.evaluation_id
    ) == [("Catatan uji A",)]
    bench.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert card.sheet.evidence.edit.hasFocus()
    before = len(bench.stored_report().evaluation.evidence.get(CHOICE, ()))
    QTest.keyClicks(card.sheet.evidence.edit, "SK Uji.pdf")
    bench.press(Qt.Key.Key_Return)
    assert [e.text for e in bench.stored_report().evaluation.evidence[CHOICE]][before:] == ["SK Uji.pdf"]
    card.sheet.findings.begin()
    card.sheet.findings.note.setPlainText("Belum lengkap")
    card.sheet.findings.recommendation.setPlainText("Lengkapi")
    bench.window.workbench.step(1)  # walking away stores what was written
    (finding,) = bench.stored_report().evaluation.findings[CHOICE]
    assert (finding.note, finding.recommendation) == ("Belum lengkap", "Lengkapi")
    bench.go(CHOICE)
    card = bench.window.workbench.card
    card.sheet._verbs.remove_finding(finding.id)
    card.sheet._verbs.remove_evidence(bench.stored_report().evaluation.evidence[CHOICE][-1].id)
    report = bench.stored_report()
    assert CHOICE not in report.evaluation.findings
    assert len(report.evaluation.evidence.get(CHOICE, ())) == before


def test_an_unfinished_note_is_stored_when_the_window_closes(bench: Bench) -> None:
    bench.go(CHOICE)
    card = bench.window.workbench.card
    card.sheet.note.setFocus()
    card.sheet.note.setPlainText("Belum selesai ditulis")
    bench.window.close()
    assert bench.stored_report().evaluation.notes[CHOICE] == "Belum selesai ditulis"


def test_a_refused_value_keeps_the_window_open(bench: Bench) -> None:
    bench.go(COUNTS)
    bench.window.workbench.card.sheet.numbers.fields[0].edit.setText("x")
    bench.window.close()
    assert bench.window.isVisible()
    bench.window.workbench.card.sheet.numbers.give_up()


def test_next_unanswered(bench: Bench) -> None:
    bench.go("A.I.3.iv.d")
    for code in (CHOICE, "A.II.6.i.a"):
        bench.window.workbench.card.answer(code, "")
    bench.press("U")
    assert bench.window.workbench.code == "A.II.6.i.a"
    bench.press("U")
    assert bench.window.workbench.code == CHOICE


def test_what_was_written_into_the_file_by_hand_is_seen_when_it_is_opened_again(bench: Bench) -> None:
    """Without a line in the log; between two answers only what the log names is read."""
    bench.go(CHOICE)
    bench.press("A")
    bench.window.show_list()
    connection = sqlite3.connect(bench.path)
    with connection:
        connection.execute(
            "update answer set value='C' where evaluation_id=? and cell=?", (bench.evaluation_id, CHOICE)
        )
    connection.close()
    bench.go(CHOICE)
    assert chosen(bench) == ["C"]


def test_a_note_is_as_high_as_its_text_at_any_width(bench: Bench) -> None:
    bench.go("A.I.2.i.b")
    lines = {}
    for width in (1366, 800, 1366):
        bench.window.resize(width, 700)
        QTest.qWait(50)
        note = bench.window.workbench.card.sheet.note
        lines[width] = int(note.document().size().height())
        assert note.height() == lines[width] * note.fontMetrics().lineSpacing() + 20
    assert lines[800] > lines[1366]


def test_names_of_fields_take_no_more_room_than_they_need(bench: Bench) -> None:
    """Two lines in a window of 1366 pixels; in a wide one, one, as before."""
    bench.go("A.II.3.iii.a")
    heights = []
    for width in (1920, 1366, 1920):
        bench.window.resize(width, 700)
        QTest.qWait(50)
        field = bench.window.workbench.card.sheet.numbers.fields[0]
        heights.append(field.edit.y())
    assert heights[1] > heights[0] == heights[2]


def test_what_is_shown_is_what_the_store_holds_after_every_step(bench: Bench) -> None:
    """A walk of random answers, each compared with what a second connection reads."""
    chance = random.Random(20260101)
    bench.go(CHOICE)
    questions = bench.stored_report().lke.questions
    for _ in range(30):
        question = chance.choice(questions)
        workbench = bench.window.workbench
        workbench.show_question(question.code)
        if question.kind is QuestionKind.CHOICE:
            workbench.card.answer(
                question.code, chance.choice(["", *(c.label for c in question.choices), "Z"])
            )
        else:
            code = bench.stored_report().lke.cells_of[question.code][0].code
            workbench.card.answer(code, chance.choice(["", "0", "1", "3", "-4", "x"]))
            workbench.card.sheet.numbers.give_up()
        assert_shown(bench)


def assert_shown(bench: Bench) -> None:
    report = bench.stored_report()
    workbench = bench.window.workbench
    question = workbench.card.question
    assert question is not None
    cells = report.evaluation.cells
    if question.kind is QuestionKind.CHOICE:
        assert chosen(bench) == ([str(cells[question.code])] if question.code in cells else [])
    else:
        for field in workbench.card.sheet.numbers.fields:
            if field.cell is not None:
                value = cells.get(field.cell.code)
                assert field.text == shown_cell(value if isinstance(value, Decimal) else None)
    assert workbench.score.total.text() == number(report.score.total)
    assert f"{report.score.answered}/{len(report.lke.questions)}" in workbench.score.progress.text()
    for result in report.predikat:
        for gate in result.gates:
            cell = workbench.score.gates.cells[result.rule.id, gate.gate.id]
            assert bool(cell.text()) is not gate.met
    node = workbench.tree.model.node(workbench.tree.model.index_of("A"))
    assert node is not None
    assert node.shown.right == number(report.score.sections["A"])


def test_a_text_that_is_refused_stays_where_it_was_written(bench: Bench) -> None:
    """Too long for a cell of the exported sheet: told, not cut, not thrown away; one stays there."""
    bench.go(CHOICE)
    card, before = bench.window.workbench.card, bench.log_length()
    long = "x" * 40_000
    card.sheet.evidence.edit.setMaxLength(100_000)
    card.sheet.evidence.edit.setText(long)
    card.sheet.findings.begin()
    card.sheet.findings.note.setPlainText(long)
    card.sheet.note.setPlainText(long)
    bench.window.workbench.step(1)
    assert bench.window.workbench.code == CHOICE
    assert card.sheet.messages[-1].isVisible()
    assert "terlalu panjang" in card.sheet.messages[-1].label.text()
    assert (
        card.sheet.evidence.edit.text()
        == card.sheet.findings.note.toPlainText()
        == card.sheet.note.toPlainText()
        == long
    )
    assert bench.log_length() == before
    for field in (card.sheet.evidence.edit, card.sheet.findings.note, card.sheet.note):
        field.clear()
    bench.window.workbench.step(1)
    assert bench.window.workbench.code != CHOICE


def test_what_the_store_cleans_is_shown_clean(bench: Bench) -> None:
    bench.go(CHOICE)
    card = bench.window.workbench.card
    card.sheet.note.setPlainText("satu\x07 dua")
    assert card.commit()
    assert bench.stored_report().evaluation.notes[CHOICE] == "satu dua" == card.sheet.note.toPlainText()
