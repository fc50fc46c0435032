"""Differences add up to the difference of the totals, come biggest first, and never pretend to compare."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from tests.domain.answers import QUICK, editions, extreme_cells, random_cells, seeds
from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.compare import Kind, compare
from zi_desktop.domain.crosswalk import Match
from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding, Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.report import Report, make_report
from zi_desktop.worksheets.crosswalk import load_crosswalk
from zi_desktop.worksheets.edition import load_edition

NEW, OLD = load_edition("zi-2021"), load_edition("zi-2014")


def report(lke: Lke, cells: dict[str, CellValue], **about: object) -> Report:
    year = 2024 if lke is NEW else 2016
    evaluation = Evaluation("uji", "Unit Uji", year, lke.id, Stage.TPI, cells)
    return make_report(lke, replace(evaluation, **about))  # type: ignore[arg-type]


@QUICK
@given(editions, seeds, seeds)
def test_the_questions_differences_are_the_totals_difference(lke: Lke, one: int, two: int) -> None:
    before = report(lke, random_cells(lke, one, filled=0.8))
    after = report(lke, random_cells(lke, two, filled=0.8))
    found = compare(before, after)
    points = [d.points or Fraction(0) for d in found.questions]
    assert sum(points, Fraction(0)) == found.total == after.score.total - before.score.total
    komponen = {s.code for s in lke.sections}
    sections = [f.points or Fraction(0) for f in found.sections if f.code in komponen]
    assert sum(sections, Fraction(0)) == found.total
    assert [abs(p) for p in points] == sorted((abs(p) for p in points), reverse=True)
    assert sum(found.counts.values()) == len(lke.questions)


@QUICK
@given(editions, seeds, seeds)
def test_the_other_way_round_every_difference_changes_its_sign(lke: Lke, one: int, two: int) -> None:
    first, second = report(lke, random_cells(lke, one)), report(lke, random_cells(lke, two))
    there, back = compare(first, second), compare(second, first)
    assert {d.question.code: d.points for d in there.questions} == {
        d.question.code: -(d.points or Fraction(0)) for d in back.questions
    }


def test_points_come_before_answers_before_texts_before_the_same() -> None:
    cells = extreme_cells(NEW, best=True)
    ratio = "A.II.1.i.a"
    later = {**cells, "A.I.1.i.b": "B", "B.II.a": type(cells["B.II.a"])(2)}  # type: ignore[arg-type]
    later[f"{ratio}.agen"] = cells[f"{ratio}.perubahan"]  # 1 as before, of other counts
    before = report(NEW, cells, notes={"A.I.1.ii.a": "Lama"})
    found = compare(before, report(NEW, later, notes={"A.I.1.ii.a": "Baru"}))
    assert [(d.question.code, d.kind) for d in found.questions[:4]] == [
        ("B.II.a", Kind.DOWN),
        ("A.I.1.i.b", Kind.DOWN),
        (ratio, Kind.ANSWER),
        ("A.I.1.ii.a", Kind.TEXT),
    ]
    assert {d.kind for d in found.questions[4:]} == {Kind.SAME}
    assert found.questions[1].points == Fraction("0.5") * (found.questions[1].before.points or 0) * -1


def test_the_same_file_under_another_name_and_id_is_no_difference() -> None:
    code = "A.I.1.i.a"
    mine = {code: (Evidence("1", "SK.pdf", "a" * 64), Evidence("2", "Notula"))}
    theirs = {code: (Evidence("3", "SK tim.pdf", "a" * 64), Evidence("4", "Foto"))}
    finding = {code: (Finding("5", "Belum", "Lengkapi"),)}
    before = report(NEW, {}, evidence=mine, findings=finding)
    after = report(NEW, {}, evidence=theirs, findings={code: (replace(finding[code][0], id="6"),)})
    first = compare(before, after).questions[0]
    assert (first.question.code, first.kind) == (code, Kind.TEXT)
    assert [e.text for e in first.evidence_gone] == ["Notula"]
    assert [e.text for e in first.evidence_new] == ["Foto"]
    assert not first.findings_differ


def test_across_editions_only_what_means_the_same_has_points() -> None:
    crosswalk = load_crosswalk(OLD.id, NEW.id)
    assert crosswalk is not None
    before = report(OLD, extreme_cells(OLD, best=True), notes={"A.I.1.b": "Seleksi lisan"})
    found = compare(before, report(NEW, extreme_cells(NEW, best=True)), crosswalk)
    by_code = {d.question.code: d for d in found.questions}
    assert not found.same_form
    assert set(found.dropped) == set(crosswalk.without_successor)
    for difference in found.questions:
        if difference.match is Match.NONE:
            assert difference.points is None
            assert difference.before.answer == ""
        elif difference.match is Match.EXACT:
            assert difference.points == 0
    assert any(d.match is Match.EXACT for d in found.questions)
    assert by_code["A.I.1.i.b"].before.note == "Seleksi lisan"
    assert by_code["A.I.1.i.b"].before.codes == ("A.I.1.b",)
    assert [f.before for f in found.sections if f.code != "total"] == [None] * len(NEW.all_sections)


def test_forms_that_do_not_belong_to_the_crosswalk_are_refused() -> None:
    with pytest.raises(ValueError, match="crosswalk"):
        compare(report(NEW, {}), report(OLD, {}), load_crosswalk(OLD.id, NEW.id))
