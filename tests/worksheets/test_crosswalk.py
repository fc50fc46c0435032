from __future__ import annotations

from collections import Counter

import pytest

from zi_desktop.domain.crosswalk import Crosswalk, Match
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.domain.resources import resource_path
from zi_desktop.worksheets.crosswalk import load_crosswalk, parse_crosswalk
from zi_desktop.worksheets.edition import load_edition

NAME = "crosswalk-zi-2014-zi-2021.yaml"
TEXT = resource_path("lke", NAME).read_text(encoding="utf-8")
OLD, NEW = load_edition("zi-2014"), load_edition("zi-2021")


@pytest.fixture
def crosswalk() -> Crosswalk:
    found = load_crosswalk("zi-2014", "zi-2021")
    assert found is not None
    return found


def test_every_question_of_both_editions_is_named(crosswalk: Crosswalk) -> None:
    assert (crosswalk.source, crosswalk.target) == ("zi-2014", "zi-2021")
    assert list(crosswalk.links) == [q.code for q in NEW.questions]
    assert set(crosswalk.successors) == {q.code for q in OLD.questions}
    assert set(crosswalk.without_successor) == {"A.V.4.a", "A.VI.1.c", "B.I.2"}
    assert Counter(link.match for link in crosswalk.links.values()) == {
        Match.EXACT: 30,
        Match.PARTIAL: 52,
        Match.NONE: 31,
    }
    split = {code: new for code, new in crosswalk.successors.items() if len(new) > 1}
    assert split == {
        "A.II.2.c": ("A.I.2.ii.c", "A.I.6.v.a"),
        "A.VI.2.c": ("A.I.6.ii.c", "A.I.6.ii.d"),
    }


def test_reasons_are_in_both_languages(crosswalk: Crosswalk) -> None:
    for reason in (
        *(link.reason for link in crosswalk.links.values()),
        *crosswalk.without_successor.values(),
    ):
        for text in reason:
            assert 20 < len(text) < 200
            assert text[0].isupper() or text[0] == "“"
            assert text.endswith(".")
        assert reason.id != reason.en


def test_the_reform_part_is_new(crosswalk: Crosswalk) -> None:
    reform = [link for code, link in crosswalk.links.items() if code.startswith("A.II.")]
    assert len(reform) == 23
    assert {link.match for link in reform} == {Match.NONE}
    assert crosswalk.links["B.I.b"].match is Match.NONE


def test_exact_matches_have_the_same_scale_in_the_same_area(crosswalk: Crosswalk) -> None:
    areas = dict(zip(("I", "II", "III", "IV", "V", "VI"), "123456", strict=True))
    for link in crosswalk.links.values():
        if link.match is not Match.EXACT:
            continue
        new, old = NEW.question_by_code[link.new], OLD.question_by_code[link.old[0]]
        assert new.scale == old.scale
        assert [c.value for c in new.choices] == [old.choice(label).value for label in link.choices]
        assert link.choices == {c.label: c.label for c in new.choices}
        if new.kind is QuestionKind.CHOICE:
            assert areas[old.code.split(".")[1]] == new.code.split(".")[2]


def test_the_best_stays_the_best_and_the_worst_the_worst(crosswalk: Crosswalk) -> None:
    for link in crosswalk.links.values():
        for old_label, new_label in link.choices.items():
            old = OLD.question_by_code[link.old[0]].choice(old_label)
            new = NEW.question_by_code[link.new].choice(new_label)
            assert (old.value == 0) == (new.value == 0), link
            assert (old.value == 1) == (new.value == 1), link


def test_a_lowest_option_that_also_took_nothing_at_all_is_not_carried_over(crosswalk: Crosswalk) -> None:
    """“Sebagian kecil” or “tahunan” worth 0 in the old form: there was no option below it."""
    checked = 0
    for link in crosswalk.links.values():
        lowest = [OLD.question_by_code[code].choices[-1:] for code in link.old]
        if any(c.requirement.startswith(("sebagian kecil", "tahunan")) for c, *_ in filter(None, lowest)):
            checked += 1
            assert lowest[0][0].label not in link.choices, link
            assert link.match is Match.PARTIAL
    assert checked == 16


def test_loading_is_kept_and_unknown_editions_are_refused(crosswalk: Crosswalk) -> None:
    assert load_crosswalk("zi-2014", "zi-2021") is crosswalk
    assert load_crosswalk("zi-2021", "zi-2014") is None
    assert load_crosswalk("zi-2021", "zi-2021") is None
    for pair in (("zi-1999", "zi-2021"), ("zi-2014", "../pki")):
        with pytest.raises(ZiError) as refused:
            load_crosswalk(*pair)
        assert refused.value.code == "unknown-edition"


FIRST = TEXT[TEXT.index("- new: A.I.1.i.a\n") : TEXT.index("- new: A.I.1.i.b\n")]
TIDAK = "choices: {Tidak: C}\n"
DAMAGE = {
    "another source": ("source: zi-2014", "source: zi-2013", "wrong-edition", "source"),
    "another target": ("target: zi-2021", "target: zi-2020", "wrong-edition", "target"),
    "an unknown new code": ("new: A.I.1.i.a\n", "new: A.I.1.i.z\n", "unknown-question", "links[1]"),
    "a new code that is a list": ("new: A.I.1.i.a\n", "new: [A.I.1.i.a]\n", "unknown-question", "links[1]"),
    "an unknown old code": ("old: [A.I.1.a]", "old: [A.I.1.z]", "unknown-question", "A.I.1.i.a"),
    "a missing new question": (FIRST, "", "missing-question", "A.I.1.i.a"),
    "a missing old question": ("[A.IV.2.h, A.IV.2.g]", "[A.IV.2.h]", "missing-question", "A.IV.2.g"),
    "a link twice": (FIRST, FIRST + FIRST, "repeated-entry", "A.I.1.i.a"),
    "an old code twice": ("[A.I.1.a]", "[A.I.1.a, A.I.1.a]", "repeated-entry", "A.I.1.a"),
    "linked, yet without successor": ("- old: A.V.4.a", "- old: A.V.4.b", "repeated-entry", "A.V.4.b"),
    "without successor twice": ("- old: A.VI.1.c", "- old: A.V.4.a", "repeated-entry", "A.V.4.a"),
    "an unknown code without successor": (
        "- old: A.V.4.a",
        "- old: A.V.9.a",
        "unknown-question",
        "without_successor",
    ),
    "an unknown match": ("match: exact", "match: nearly", "bad-value", "A.I.1.i.a"),
    "exact with another scale": ("match: partial", "match: exact", "bad-match", "A.I.1.i.b"),
    "exact with two": ("old: [A.I.1.a]", "old: [A.I.1.a, A.I.1.b]", "bad-match", "A.I.1.i.a"),
    "exact twice": ("old: [A.I.2.a]", "old: [A.I.1.a]", "bad-match", "A.I.1.ii.a"),
    "none with an old question": ("match: exact", "match: none", "bad-match", "A.I.1.i.a"),
    "exact with none": ("  old: [A.I.1.a]\n", "", "bad-match", "A.I.1.i.a"),
    "an exact index with a percentage": ("old: [B.I.1]", "old: [B.I.2]", "bad-match", "B.I.a"),
    "an exact choice turned round": (
        "  match: exact\n",
        "  match: exact\n  choices: {Ya: Tidak, Tidak: Ya}\n",
        "bad-match",
        "A.I.1.i.a",
    ),
    "an exact choice left out": (
        "  match: exact\n",
        "  match: exact\n  choices: {Ya: Ya}\n",
        "bad-match",
        "A.I.1.i.a",
    ),
    "an old label outside the scale": (TIDAK, "choices: {A: C}\n", "bad-choices", "A.I.1.ii.c"),
    "a new label outside the scale": (TIDAK, "choices: {Tidak: D}\n", "bad-choices", "A.I.1.ii.c"),
    "a new label twice": (TIDAK, "choices: {Tidak: C, Ya: C}\n", "bad-choices", "A.I.1.ii.c"),
    "choices that are a list": (TIDAK, "choices: [Tidak, C]\n", "bad-value", "A.I.1.ii.c"),
    "a choice that is a list": (TIDAK, "choices: {Tidak: [C]}\n", "bad-value", "A.I.1.ii.c"),
    "choices without an old question": (
        "new: A.I.4.ii.g\n",
        "new: A.I.4.ii.g\n  choices: {Ya: Ya}\n",
        "bad-choices",
        "A.I.4.ii.g",
    ),
    "an empty reason": ("id: Soal dan pilihannya sama.\n", 'id: " "\n', "bad-value", "A.I.1.i.a"),
    "a reason in one language": ("    en: Same question, same options.\n", "", "missing-key", "A.I.1.i.a"),
    "no reason": (FIRST[FIRST.index("  reason:") :], "", "missing-key", "A.I.1.i.a"),
    "an unknown key": ("new: A.I.1.i.a\n", "new: A.I.1.i.a\n  colour: red\n", "unknown-key", "A.I.1.i.a"),
    "a key twice": ("match: exact\n", "match: exact\n  match: none\n", "repeated-key", "line "),
    "links that are none": (
        TEXT[TEXT.index("links:") : TEXT.index("without_s")],
        "links: A\n",
        "bad-value",
        "links",
    ),
    "a link that is none": (FIRST, "- A.I.1.i.a\n", "bad-value", "links[1]"),
    "the end broken off": (TEXT[TEXT.index("without_s") :], "", "missing-key", ""),
    "YAML that breaks off": ("links:\n", "links: [\n", "bad-yaml", "line "),
    "nothing at all": (TEXT, "", "bad-value", ""),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_refused_by_place(name: str) -> None:
    old, new, code, place = DAMAGE[name]
    damaged = TEXT.replace(old, new, 1)
    assert damaged != TEXT
    with pytest.raises(ZiError) as refused:
        parse_crosswalk(damaged, NAME, OLD, NEW)
    assert refused.value.code == code
    assert refused.value.where.startswith(f"{NAME}: {place}" if place else NAME)
    assert refused.value.message.id
    assert refused.value.message.en
    assert refused.value.remedy.id


def test_an_exact_match_may_write_its_labels_out() -> None:
    written = TEXT.replace("  match: exact\n", "  match: exact\n  choices: {Tidak: Tidak, Ya: Ya}\n", 1)
    assert parse_crosswalk(written, NAME, OLD, NEW).links == parse_crosswalk(TEXT, NAME, OLD, NEW).links
