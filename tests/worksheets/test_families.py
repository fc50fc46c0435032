"""Every family of worksheets, filled from random truth and damaged as real ones are: see `tests.tools.many`.

``python -m tests.tools.many 1000`` runs as many as one likes.
"""

from __future__ import annotations

import pytest

from tests.tools.many import clean_table, judge, make_case, run
from tests.tools.many_tables import FAMILIES
from tests.worksheets.conftest import read

_EACH = 12


@pytest.mark.parametrize("first", range(0, 96, _EACH))
def test_no_answer_is_wrong_and_none_goes_unnamed(first: int) -> None:
    sums, faults = run(range(first, first + _EACH))
    assert not sums["wrong"], faults
    assert not sums["unnamed"], faults
    assert not sums["unbalanced"]
    assert not sums["other edition"]
    assert sums["recalled"] >= 0.99 * sums["asked"], faults


def test_the_seeds_meet_every_family() -> None:
    families = {make_case(seed).family for seed in range(96)}
    assert families >= FAMILIES.keys() | {"official", "zi-desktop", "sheets by stage"}


@pytest.mark.parametrize(
    ("family", "layout"),
    [
        ("lampiran-iii", "lampiran-iii"),
        ("portalrb-jawaban", "portalrb-jawaban"),
        ("bpn", "portalrb-jawaban"),
        ("kemendikbud", "portalrb-jawaban"),
        ("three-tier", "three-tier"),
        ("single-table", "single-table"),
        ("form-2014", "form-2014"),
        ("unknown", "unknown"),
    ],
)
def test_a_family_is_recognised_by_its_header(family: str, layout: str) -> None:
    case = clean_table(family)
    reading = read(case.data)
    assert reading.layout == layout
    assert reading.edition == ("zi-2014" if family == "form-2014" else "zi-2021")
    verdict = judge(case, reading)
    assert not verdict.wrong
    assert not verdict.missed
    assert {b.stage for b in reading.blocks} == case.answers.keys()
    allowed = {"score-differs", "percentage-without-counts", "weight-differs"}
    assert {i.code for i in reading.issues} <= allowed
