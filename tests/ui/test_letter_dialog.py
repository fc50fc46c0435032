"""Letterhead, letter and wording in one dialog: kept in the store, refused in place, shown as they stand."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.ui.bench import Bench
from zi_desktop.domain.letter import Assignment, Letter, LetterHead
from zi_desktop.services.letter import letter_of, standing_texts
from zi_desktop.ui.letter_dialog import LetterDialog


def opened(bench: Bench) -> LetterDialog:
    bench.window.dialogs.letter()
    return bench.window.findChildren(LetterDialog)[-1]


def kept(bench: Bench) -> Letter:
    return letter_of(bench.window.session.work, bench.evaluation_id)


def test_what_is_typed_is_kept_and_shown_again(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    dialog = opened(bench)
    dialog.assignment["order_number"].setText("ST-1/UJI")
    dialog.assignment["order_date"].setText("3/2/2026")
    dialog.head["agency"].setText("Instansi Uji")
    dialog.address.setPlainText("Satu\nDua")
    dialog.do.click()
    want = Letter(
        LetterHead(agency="Instansi Uji", address="Satu\nDua"),
        Assignment(order_number="ST-1/UJI", order_date=dt.date(2026, 2, 3)),
    )
    assert kept(bench) == want
    again = opened(bench)
    assert again.assignment["order_date"].text() == "03-02-2026"
    assert again.address.toPlainText() == "Satu\nDua"
    before = bench.log_length()
    again.do.click()
    assert bench.log_length() == before, "nothing was changed"


def test_what_is_no_date_is_refused_and_nothing_is_kept(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    dialog = opened(bench)
    dialog.head["agency"].setText("Instansi Uji")
    for text in ("kemarin", "31-02-2026"):
        dialog.assignment["dated"].setText(text)
        dialog.do.click()
        assert dialog.isVisible()
        assert text in dialog.message.label.text()
    assert kept(bench) == Letter()


def test_the_wording_of_a_passage_is_changed_and_brought_back(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    dialog = opened(bench)
    names = list(standing_texts())
    dialog.passage.setCurrentIndex(names.index("tujuan"))
    assert dialog.text.toPlainText() == standing_texts()["tujuan"]
    dialog.text.setPlainText("Tujuan kami.")
    dialog.passage.setCurrentIndex(0)
    dialog.do.click()
    assert kept(bench).wording == {"tujuan": "Tujuan kami."}
    dialog = opened(bench)
    dialog.passage.setCurrentIndex(names.index("tujuan"))
    assert dialog.text.toPlainText() == "Tujuan kami."
    dialog.restore.click()
    dialog.do.click()
    assert kept(bench).wording == {}


def test_every_field_has_a_name(bench: Bench) -> None:
    bench.go("A.I.1.i.a")
    dialog = opened(bench)
    fields = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit), dialog.passage]
    assert len(fields) > 15
    assert all(field.accessibleName() for field in fields)
