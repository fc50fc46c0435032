"""Whatever stands beside the answers comes back whole from the hidden sheet and from the JSON."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from zi_desktop.domain.carried import Carried, carried_as_dict, carried_from, carried_of
from zi_desktop.domain.evaluation import Evaluation, Evidence, FollowUp, FollowUpStatus, Stage
from zi_desktop.domain.letter import Assignment, Letter, LetterHead, letter_as_dict, letter_from
from zi_desktop.domain.report import make_report
from zi_desktop.domain.versions import SignedVersion, Versions, versions_as_dict, versions_from
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.portalrb import read_portalrb, read_portalrb_head, write_portalrb
from zi_desktop.worksheets.writing_kept import kept_rows, parse_kept

LKE = load_edition("zi-2021")
CODES = st.sampled_from([q.code for q in LKE.questions])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)
DAYS = st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
LETTERS = st.builds(
    Letter,
    st.builds(LetterHead, *[TEXTS | st.just("") for _ in fields(LetterHead)]),
    st.builds(
        Assignment, TEXTS | st.just(""), DAYS, TEXTS | st.just(""), TEXTS | st.just(""), DAYS, DAYS, DAYS
    ),
    st.dictionaries(st.sampled_from(["tujuan", "sasaran"]), TEXTS),
)
SIGNED = st.builds(
    SignedVersion,
    st.integers(1, 9),
    HASHES,
    TEXTS,
    st.tuples(TEXTS),
    st.dictionaries(TEXTS, HASHES, max_size=3),
)
VERSIONS = st.builds(
    Versions, st.integers(1, 9), st.booleans(), st.lists(SIGNED, max_size=3).map(tuple), TEXTS
)
JUDGED = st.builds(FollowUp, st.sampled_from(FollowUpStatus), TEXTS | st.just(""), TEXTS | st.just(""))
EVIDENCE = st.builds(Evidence, HASHES, TEXTS, HASHES | st.just(""))
EVALUATIONS = st.builds(
    Evaluation,
    st.just("uji"),
    st.just("Satker Contoh"),
    st.just(2026),
    st.just("zi-2021"),
    st.just(Stage.TPI),
    reviewed=st.frozensets(CODES, max_size=4),
    reasons=st.dictionaries(TEXTS, TEXTS, max_size=4),
    follow_ups=st.dictionaries(HASHES, JUDGED, max_size=4),
    evidence=st.dictionaries(CODES, st.lists(EVIDENCE, min_size=1, max_size=3).map(tuple), max_size=3),
)


@settings(max_examples=40, deadline=None)
@given(EVALUATIONS, LETTERS, VERSIONS)
def test_everything_comes_back(evaluation: Evaluation, letter: Letter, versions: Versions) -> None:
    report = replace(make_report(LKE, evaluation), letter=letter, versions=versions)
    kept = parse_kept(kept_rows(report, {Stage.TPI: evaluation}))
    assert kept
    assert kept.carried(Stage.TPI) == carried_of(evaluation)
    assert (kept.letter, kept.versions) == (letter, versions)
    data = write_portalrb(report)
    assert read_portalrb_head(data) == (letter, versions)
    found = [block.carried for block in read_portalrb(data)]
    assert found == [carried_of(evaluation)]
    for question, items in evaluation.evidence.items():
        texts = [item.text for item in items]
        came = carried_of(evaluation).evidence(question, texts)
        assert sorted((e.text, e.file) for e in came) == sorted((e.text, e.file) for e in items)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(
    ANYTHING, st.sampled_from(["reviewed", "reasons", "follow_ups", "files", "head", "wording", "replaces"])
)
def test_damaged_parts_are_nothing_and_never_an_error(value: object, name: str) -> None:
    for damaged in (value, {name: value}, {"number": 1, "final": True, "reason": "", name: value}):
        assert isinstance(carried_from(damaged), Carried)
        assert isinstance(letter_from(damaged), Letter)
        assert isinstance(versions_from(damaged), Versions)


def test_empty_parts_take_no_room() -> None:
    assert json.dumps([carried_as_dict(Carried()), letter_as_dict(Letter())]) == "[{}, {}]"
    assert versions_from(versions_as_dict(Versions())) == Versions()
    assert not Versions()
