"""A proposal is ready only when every requirement is known to be met; what is missing or unknown is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.domain.answers import extreme_cells
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.report import Report, make_report
from zi_desktop.domain.story import Story, make_story
from zi_desktop.domain.story_check import Judged, State, Verdict
from zi_desktop.domain.story_facts import Event, EventKind
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.requirements import load_requirements, parse_requirements

REQUIREMENTS = load_requirements()
TODAY = date(2026, 3, 1)
BUILT = Event("1", EventKind.PEMBANGUNAN, date(2025, 2, 1))


def report(year: int, stage: Stage = Stage.TPI, *, best: bool = True, edition: str = "zi-2021") -> Report:
    lke = load_edition(edition)
    cells = extreme_cells(lke, best=best)
    return make_report(lke, Evaluation(f"{year}-{stage}", "Unit Uji", year, edition, stage, cells))


def story(*events: Event, reports: tuple[Report, ...] = (), today: date = TODAY, **found: State) -> Story:
    judged = {i.id: Judged(State.MET) for i in REQUIREMENTS.items if not i.computed}
    judged |= {id_.replace("_", "-"): Judged(state) for id_, state in found.items()}
    return make_story("Unit Uji", events, reports, REQUIREMENTS, judged, today)


def verdict(found: Story, level: str) -> Verdict:
    return next(v for v in found.verdicts if v.level == level)


def state(found: Story, level: str, id_: str) -> State:
    return next(line.state for line in verdict(found, level).lines if line.requirement.id == id_)


def test_everything_known_to_be_met_is_ready_and_wbbm_asks_for_wbk_as_well() -> None:
    found = story(BUILT, reports=(report(2026),))
    assert verdict(found, "WBK").ready
    assert verdict(found, "WBK").words.id == "Siap diusulkan WBK."
    assert not verdict(found, "WBBM").ready
    assert [line.requirement.id for line in verdict(found, "WBBM").unknown] == ["sudah-wbk"]
    held = story(BUILT, Event("2", EventKind.WBK, date(2025, 12, 9)), reports=(report(2026),))
    assert verdict(held, "WBBM").ready


def test_unknown_is_never_met_and_is_named_apart_from_what_is_missing() -> None:
    found = make_story("Unit Uji", (), (), REQUIREMENTS, {"bpk": Judged(State.NOT_MET)}, TODAY)
    wbk = verdict(found, "WBK")
    assert not wbk.ready
    assert [line.requirement.id for line in wbk.missing] == ["bpk"]
    assert len(wbk.unknown) == len(wbk.lines) - 1
    assert wbk.words.id.index("Opini BPK") < wbk.words.id.index("Belum diketahui")


@pytest.mark.parametrize(
    ("began", "today", "expected"),
    [
        (date(2025, 3, 1), date(2026, 2, 28), State.NOT_MET),
        (date(2025, 3, 1), date(2026, 3, 1), State.MET),
        (date(2024, 2, 29), date(2025, 2, 28), State.NOT_MET),
        (date(2024, 2, 29), date(2025, 3, 1), State.MET),
    ],
)
def test_a_year_of_building_is_a_full_year(began: date, today: date, expected: State) -> None:
    for kind in (EventKind.PEMBANGUNAN, EventKind.PENCANANGAN):
        assert state(story(Event("1", kind, began), today=today), "WBK", "satu-tahun") is expected


def test_building_counts_from_its_own_date_where_both_are_known() -> None:
    launched = Event("2", EventKind.PENCANANGAN, date(2020, 1, 1))
    late = Event("1", EventKind.PEMBANGUNAN, date(2026, 1, 1))
    assert state(story(launched, late), "WBK", "satu-tahun") is State.NOT_MET


def test_the_newest_tpi_evaluation_decides_on_the_gates() -> None:
    good, bad = report(2025), report(2026, best=False)
    assert state(story(reports=(bad, good)), "WBK", "syarat-nilai") is State.NOT_MET
    assert state(story(reports=(report(2024, best=False), good)), "WBK", "syarat-nilai") is State.MET
    assert state(story(reports=(report(2026, Stage.MANDIRI),)), "WBK", "syarat-nilai") is State.UNKNOWN


def test_gates_of_an_unfinished_evaluation_are_not_known_to_be_missed() -> None:
    whole = report(2026)
    cells = {code: value for code, value in whole.evaluation.cells.items() if not code.startswith("B.")}
    part = make_report(whole.lke, replace(whole.evaluation, cells=cells))
    assert state(story(reports=(part,)), "WBK", "syarat-nilai") is State.UNKNOWN


def test_nobody_can_say_that_scores_are_met_which_no_evaluation_shows() -> None:
    assert state(story(syarat_nilai=State.MET), "WBK", "syarat-nilai") is State.UNKNOWN
    assert state(story(satu_tahun=State.MET), "WBK", "satu-tahun") is State.MET


def test_a_wbk_that_has_run_out_or_is_still_to_come_does_not_count() -> None:
    given = Event("1", EventKind.WBK, date(2020, 12, 9), until=date(2022, 12, 9))
    assert state(story(given), "WBBM", "sudah-wbk") is State.NOT_MET
    coming = Event("1", EventKind.WBK, date(2026, 12, 9))
    assert state(story(coming), "WBBM", "sudah-wbk") is State.UNKNOWN
    assert state(story(coming, sudah_wbk=State.MET), "WBBM", "sudah-wbk") is State.MET


def test_trends_take_the_latest_stage_of_each_year_over_both_forms() -> None:
    reports = (
        report(2022, best=True),
        report(2021, best=False, edition="zi-2014"),
        report(2022, Stage.MANDIRI, best=False),
    )
    found = story(reports=reports)
    assert found.trend("total") == (
        (2021, reports[1].score.total / 100),
        (2022, Fraction(1)),
    )
    assert list(found.areas) == [f"area.{n}" for n in range(1, 7)]
    for area in found.areas:
        assert found.trend(area)[-1] == (2022, Fraction(1))
        assert 0 <= found.trend(area)[0][1] < 1


def test_the_deadline_is_the_next_one() -> None:
    assert story(today=date(2026, 5, 31)).deadline == date(2026, 5, 31)
    assert story(today=date(2026, 6, 1)).deadline == date(2027, 5, 31)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: spip", "id: bpk", "repeated-entry"),
        ("of: agency", "of: nobody", "bad-value"),
        ("computed: built", "computed: guessed", "bad-value"),
        ("deadline: 05-31", "deadline: 13-31", "bad-value"),
        ("levels: [WBK]", "levels: [WBX]", "bad-value"),
    ],
)
def test_a_damaged_list_is_refused(old: str, new: str, code: str) -> None:
    from zi_desktop.domain.resources import resource_path

    text = resource_path("lke", "syarat-usulan.yaml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ZiError) as refused:
        parse_requirements(text.replace(old, new, 1))
    assert refused.value.code == code
