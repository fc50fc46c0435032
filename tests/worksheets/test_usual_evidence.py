"""The list of documents usually expected: every question of the form has one it can show."""

from __future__ import annotations

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.usual_evidence import load_usual_evidence, parse_usual_evidence

LKE = load_edition("zi-2021")


def test_every_question_has_its_own_short_list() -> None:
    usual = load_usual_evidence("zi-2021")
    assert list(usual) == [q.code for q in LKE.questions]
    for code, names in usual.items():
        assert 1 <= len(names) == len(set(names)) <= 5, code
        assert sum(map(len, names)) < 170, code
        assert all(name[0].isupper() and not name.endswith(".") for name in names), code


def test_the_nearest_list_counts() -> None:
    usual = load_usual_evidence("zi-2021")
    assert usual["A.I.1.ii.c"] != usual["A.I.1.ii.b"] == usual["A.I.1.ii.a"]
    assert usual["B.I.a"] == ("Laporan survei persepsi anti korupsi",)


def test_an_edition_without_a_list_has_none() -> None:
    assert load_usual_evidence("zi-2014") == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("edition: zi-2014\nusual: {}", "wrong-edition"),
        ("edition: zi-2021\nusual: []", "bad-value"),
        ("edition: zi-2021\nusual:\n  A.I.9: [a]", "unknown-code"),
        ("edition: zi-2021\nusual:\n  A.I: []", "bad-value"),
        ("edition: zi-2021\nusual:\n  A.I: [a, '']", "bad-value"),
        ("edition: zi-2021\nusual:\n  A.I: [a]\n  A.I: [b]", "repeated-key"),
    ],
)
def test_a_damaged_list_is_refused(text: str, code: str) -> None:
    with pytest.raises(ZiError) as refused:
        parse_usual_evidence(text, "uji.yaml", LKE)
    assert refused.value.code == code
