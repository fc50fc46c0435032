"""Last year across editions on the card, and the official wording of the user's own file."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.bench import Bench
from zi_desktop.domain.evaluation import Evaluation
from zi_desktop.services.answers import add_evidence, answer_question, set_note
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.ui.grab_store import fill_across_editions
from zi_desktop.ui.language import use_language
from zi_desktop.ui.last_year_box import LastYearBox


@pytest.fixture
def across(bench: Bench) -> Bench:
    """The bench with the later evaluation of a unit whose year before is on the older form."""
    bench.evaluation_id = fill_across_editions(bench.window.session.work)
    return bench


def box(bench: Bench) -> LastYearBox:
    return bench.window.workbench.card.sheet.last_year


def tags(bench: Bench) -> dict[str, list[str]]:
    rows = bench.window.workbench.card.sheet.choices.rows
    return {r.choice.label: [t.text for t in r.tags] for r in rows if r.isVisible() and r.choice}


def mine(bench: Bench) -> Evaluation:
    report = bench.window.session.report
    assert report is not None
    return report.evaluation


def test_a_letter_that_means_the_same_stands_on_its_option(across: Bench) -> None:
    across.go("A.I.1.iii.a")
    assert "2021" in tags(across)["B"]
    assert not box(across).isVisible(), "the answer alone is on the option already"


def test_a_letter_that_means_something_else_is_only_told(across: Bench) -> None:
    across.go("A.I.1.i.b")
    assert all("2021" not in told for told in tags(across).values())
    told = box(across)
    assert told.isVisible()
    words = told.words.text()
    assert "Menjawab A." in words
    assert "seleksinya tidak tertulis" in words
    assert "SK Tim Pembangunan ZI 2021.pdf" in words
    (advice, follow_up), *_ = told.follow_ups
    assert advice.text().startswith("Temuan: Kriteria pemilihan belum ada.\nRekomendasi: Tetapkan")
    assert follow_up.state.text() == "Tindak lanjut belum dinilai"
    assert told.match.text().startswith("Soal yang mirip, pilihannya berubah. A dan B kini")
    assert told._codes.text() == "Soal A.I.1.b"


def test_two_old_questions_are_both_named(across: Bench) -> None:
    across.go("A.I.4.ii.h")
    assert box(across)._codes.text() == "Soal A.IV.2.h, A.IV.2.g"
    assert "A.IV.2.h: A; A.IV.2.g: B" in box(across).words.text()


def test_a_new_question_says_why_there_is_nothing(across: Bench) -> None:
    across.go("A.I.4.ii.g")
    assert box(across).match.text().startswith("Tidak ada soal padanannya.")
    assert not box(across)._buttons.isVisible()
    assert not box(across).words.isVisible()


def test_numbers_are_written_in_the_language_in_use(across: Bench) -> None:
    across.go("B.I.a")
    numbers = across.window.workbench.card.sheet.numbers
    assert "2021: 3,72" in numbers._others.text()
    across.window.set_language("en")
    across.go("B.I.a")
    assert "2021: 3.72" in across.window.workbench.card.sheet.numbers._others.text()
    use_language("id")


def test_note_and_evidence_are_brought_and_taken_back(across: Bench) -> None:
    across.go("A.I.1.i.b")
    card, told, toast = across.window.workbench.card, box(across), across.window.toast
    answers = dict(mine(across).cells)
    card.sheet.note.setFocus()
    card.sheet.note.setPlainText("Catatan tahun ini.")
    QApplication.processEvents()
    assert told.bring_note.isVisible()
    assert told.bring_evidence.isVisible()
    told.bring_note.click()
    QApplication.processEvents()
    assert mine(across).notes["A.I.1.i.b"] == (
        "Catatan tahun ini.\n[2021] Anggota dipilih kepala balai; seleksinya tidak tertulis."
    )
    assert card.sheet.note.toPlainText() == mine(across).notes["A.I.1.i.b"]
    assert not told.bring_note.isVisible(), "it is there now"
    assert told.bring_evidence.isVisible()
    told.bring_evidence.click()
    assert [e.text for e in mine(across).evidence["A.I.1.i.b"]][-1] == "SK Tim Pembangunan ZI 2021.pdf"
    assert not told._buttons.isVisible()
    assert dict(mine(across).cells) == answers
    assert toast.action.text() == "Urungkan"
    toast.action.click()
    assert "SK Tim Pembangunan ZI 2021.pdf" not in [
        e.text for e in mine(across).evidence.get("A.I.1.i.b", ())
    ]
    assert mine(across).notes["A.I.1.i.b"].startswith("Catatan tahun ini."), "only the last step"
    assert toast.text.text() == "Diurungkan."


def test_an_undo_keeps_what_was_changed_again_and_says_so(across: Bench) -> None:
    across.go("A.I.1.i.b")
    box(across).bring_note.click()
    work = across.window.session.work
    across.window.session.do(set_note, across.evaluation_id, "A.I.1.i.b", "Ditulis ulang.")
    across.window.toast.action.click()
    assert mine(across).notes["A.I.1.i.b"] == "Ditulis ulang."
    assert "catatan A.I.1.i.b" in across.window.toast.text.text()
    assert work.store.evaluation(across.evaluation_id) is not None


def test_last_year_on_the_same_form(bench: Bench) -> None:
    work = bench.window.session.work
    report = bench.stored_report()
    before = new_evaluation(work, unit=report.evaluation.unit, year=2025).evaluation_id
    answer_question(work, before, "A.I.1.i.b", "C")
    add_evidence(work, before, "A.I.1.i.b", "Notulen 2025.pdf")
    bench.go("A.I.1.i.b")
    assert "2025" in tags(bench)["C"]
    assert box(bench)._codes.isVisible() is False
    assert box(bench).match.isVisible() is False
    assert "Notulen 2025.pdf" in box(bench).words.text()
    bench.go("A.I.1.i.a")
    assert not box(bench).isVisible()


def test_the_official_text_is_shown_and_folded(across: Bench) -> None:
    across.go("A.I.1.i.b")
    official = across.window.workbench.card.sheet.official
    assert official.isVisible()
    assert official.text.text().endswith(" …")
    assert official.more.text() == "Selengkapnya"
    official.more.click()
    QApplication.processEvents()
    assert "sengaja dibuat panjang" in official.text.text()
    assert official.more.text() == "Ringkas"
    across.go("A.I.1.i.a")
    assert not official.isVisible()
