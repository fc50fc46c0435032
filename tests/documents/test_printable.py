"""Texts of users on their way to paper."""

from __future__ import annotations

import datetime as dt

from tests.documents.made_up import evaluation, small_lke
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.printable import Printable
from zi_desktop.documents.style import DETAIL, register_fonts
from zi_desktop.domain.report import make_report


def printable() -> Printable:
    return Printable(register_fonts())


def test_what_the_fonts_have_stays_as_it_is() -> None:
    texts = printable()
    assert texts.clean("Émile – “3 ÷ 4” ≥ 75 %", "uji") == "Émile – “3 ÷ 4” ≥ 75 %"
    assert texts.issues() == ()


def test_composed_letters_are_not_lost() -> None:
    assert printable().clean("e\u0301", "uji") == "é"


def test_what_is_missing_is_replaced_visibly_and_told() -> None:
    texts = printable()
    cleaned = texts.clean("a😀b日c\x00d\ud800", "A.I.1.i.a catatan")
    mark = texts.replacement
    assert cleaned == f"a{mark}b{mark}c{mark}d{mark}"
    (issue,) = texts.issues()
    assert issue.code == "not-printable"
    assert "4 macam karakter" in issue.message.id
    assert "U+1F600" in issue.message.id
    assert issue.where == "A.I.1.i.a catatan"


def test_line_ends_of_any_kind_become_one_kind() -> None:
    assert printable().clean("a\r\nb\rc\u2028d\te", "uji") == "a\nb\nc\nd e"


def test_direction_marks_cannot_turn_a_text_round() -> None:
    assert printable().clean("a\u202eb\u200dc", "uji") == "abc"


def test_markup_of_users_is_only_text() -> None:
    assert printable().markup("<b>a</b> & b\nc", "uji") == "&lt;b&gt;a&lt;/b&gt; &amp; b<br/>c"


def test_a_text_of_any_length_becomes_paragraphs_of_bounded_length() -> None:
    lke = small_lke()
    draft = Draft(make_report(lke, evaluation(lke, {})), dt.date(2026, 11, 24), printable())
    for text in ("kata " * 50_000, "baris\n" * 10_000, "k" * 200_000, "a\n\n\n\n\nb", " \n "):
        pieces = list(draft.passage(text, DETAIL, "uji", "Catatan"))
        assert max(len(p.text) for p in pieces) < 10_000
        assert [p.bulletText for p in pieces] == ["Catatan"] + [None] * (len(pieces) - 1)
        said = "".join(p.text.replace("<br/>", "").replace(" ", "") for p in pieces)
        assert said == ("".join(text.split()) or "–")
