"""What holds for every way of filling either form."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.answers import EDITIONS, QUICK, editions, extreme_cells, random_cells, seeds
from tests.domain.second_scorer import second_opinion
from zi_desktop.domain.cells import Cells, CellValue
from zi_desktop.domain.checks import check_answers
from zi_desktop.domain.lke import CellKind, Lke, Question, Share
from zi_desktop.domain.scoring import TOTAL, needs_decision, question_weight, score, value_of
from zi_desktop.worksheets.edition import load_edition

filling = st.sampled_from((0.0, 0.3, 0.7, 1.0))
ZI_2021 = load_edition("zi-2021")
RATIOS = tuple(q for q in ZI_2021.questions if q.scale == "PERSEN")


def never_lower(lke: Lke, before: Cells, after: Cells) -> None:
    old, new = score(lke, before), score(lke, after)
    lowered = [code for code, points in old.sections.items() if new.sections[code] < points]
    lowered += [code for code, points in old.questions.items() if new.questions[code] < points]
    assert not lowered


@QUICK
@given(editions, seeds, filling, st.data())
def test_a_better_choice_never_lowers_any_score(
    lke: Lke, seed: int, filled: float, data: st.DataObject
) -> None:
    cells = random_cells(lke, seed, filled=filled)
    question = data.draw(st.sampled_from([q for q in lke.questions if q.choices]))
    for worse, better in zip(question.choices[1:], question.choices, strict=False):
        never_lower(lke, {**cells, question.code: worse.label}, {**cells, question.code: better.label})
    never_lower(lke, {k: v for k, v in cells.items() if k != question.code}, cells)


@QUICK
@given(editions, seeds, filling, st.data())
def test_a_higher_index_or_percentage_never_lowers_any_score(
    lke: Lke, seed: int, filled: float, data: st.DataObject
) -> None:
    cells = random_cells(lke, seed, filled=filled)
    kinds = (CellKind.INDEX, CellKind.PERCENT)
    cell = data.draw(st.sampled_from([c for c in lke.cells.values() if c.kind in kinds]))
    high = 400 if cell.kind is CellKind.INDEX else 10000
    low, more = sorted(data.draw(st.tuples(*[st.integers(0, high)] * 2)))
    never_lower(lke, {**cells, cell.code: Decimal(low) / 100}, {**cells, cell.code: Decimal(more) / 100})


@QUICK
@given(seeds, st.sampled_from([q for q in RATIOS if isinstance(q.formula, Share)]), st.data())
def test_more_done_never_lowers_any_score(seed: int, question: Question, data: st.DataObject) -> None:
    assert isinstance(question.formula, Share)
    cells = random_cells(ZI_2021, seed)
    low, more = sorted(data.draw(st.tuples(*[st.integers(0, 40)] * 2)))
    place = f"{question.code}.{question.formula.done[0]}"
    # the count "perubahan" stands in two questions; each is a cell of its own
    never_lower(ZI_2021, {**cells, place: Decimal(low)}, {**cells, place: Decimal(more)})


@QUICK
@given(seeds, st.integers(0, 40), st.integers(0, 40))
def test_fewer_offences_never_lower_any_score(seed: int, one: int, other: int) -> None:
    place = "A.II.3.iii.a.tahun_ini"
    cells = random_cells(ZI_2021, seed) | {"A.II.3.iii.a.tahun_lalu": Decimal(5)}
    few, many = sorted((one, other))
    never_lower(ZI_2021, {**cells, place: Decimal(many)}, {**cells, place: Decimal(few)})


@QUICK
@given(editions, seeds, filling)
def test_what_is_remembered_of_earlier_answers_changes_no_figure(lke: Lke, seed: int, filled: float) -> None:
    cells = random_cells(lke, seed, filled=filled)
    remembered, anew = score(lke, cells), score(lke, cells, left_out=("no question",))
    assert remembered == anew
    assert [*remembered.sections] == [*anew.sections]
    assert [*remembered.questions] == [*anew.questions]


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_best_is_exactly_100_and_all_worst_exactly_0(edition: str) -> None:
    lke = load_edition(edition)
    best, worst = score(lke, extreme_cells(lke, best=True)), score(lke, extreme_cells(lke, best=False))
    assert best.total == 100
    assert worst.total == 0
    assert best.answered == worst.answered == len(lke.questions)
    assert {code: best.sections[code] for code in lke.section_by_code} == {
        code: section.weight for code, section in lke.section_by_code.items()
    }


@QUICK
@given(editions, seeds, filling)
def test_the_parts_are_the_whole_at_every_level(lke: Lke, seed: int, filled: float) -> None:
    result = score(lke, random_cells(lke, seed, filled=filled))
    for section in lke.all_sections:
        parts = [result.sections[s.code] for s in section.sections]
        parts += [result.questions[q.code] for q in section.questions]
        assert sum(parts, Fraction(0)) == result.sections[section.code]
        assert 0 <= result.sections[section.code] <= section.weight
        if section.mean:
            values = [result.values.get(q.code, Fraction(0)) for q in section.questions]
            assert sum(values) / len(values) * section.weight == result.sections[section.code]
    assert sum(result.sections[s.code] for s in lke.sections) == result.total


@QUICK
@given(editions, seeds, filling)
def test_a_second_scorer_agrees(lke: Lke, seed: int, filled: float) -> None:
    cells = random_cells(lke, seed, filled=filled)
    mine, other = score(lke, cells), second_opinion(lke.id, dict(cells))
    assert set(mine.sections) == set(other)
    for code, points in mine.sections.items():
        assert float(points) == pytest.approx(other[code], abs=1e-9)


@QUICK
@given(editions, seeds, filling)
def test_blanks_count_zero_and_are_counted(lke: Lke, seed: int, filled: float) -> None:
    result = score(lke, random_cells(lke, seed, filled=filled))
    assert result.answered + len(result.unanswered) == len(lke.questions)
    assert all(result.questions[code] == 0 for code in result.unanswered)
    for question in lke.questions:
        most = question_weight(lke.section_of[question.code], question)
        assert result.questions[question.code] == result.values.get(question.code, Fraction(0)) * most


@QUICK
@given(editions, seeds)
def test_leaving_nothing_out_changes_nothing_and_blanks_left_out_never_lower(lke: Lke, seed: int) -> None:
    cells = random_cells(lke, seed, filled=0.7)
    plain = score(lke, cells)
    assert score(lke, cells, left_out=()) == plain
    assert score(lke, cells, left_out=plain.unanswered).total >= plain.total


def with_counts(code: str, **counts: int) -> dict[str, CellValue]:
    return {f"{code}.{name}": Decimal(number) for name, number in counts.items()}


@pytest.mark.parametrize(
    ("code", "counts", "value"),
    [
        ("A.II.1.i.a", {"agen": 4, "perubahan": 3}, Fraction(3, 4)),
        ("A.II.1.i.a", {"agen": 4, "perubahan": 9}, Fraction(1)),
        ("A.II.1.i.b", {"perubahan": 3, "terintegrasi": 1}, Fraction(1, 3)),
        ("A.II.1.i.b", {"perubahan": 3, "terintegrasi": 4}, Fraction(1)),
        ("A.II.3.iii.a", {"tahun_lalu": 4, "tahun_ini": 1, "disanksi": 0}, Fraction(3, 4)),
        ("A.II.3.iii.a", {"tahun_lalu": 4, "tahun_ini": 9, "disanksi": 9}, Fraction(0)),
        ("A.II.3.iii.a", {"tahun_lalu": 0, "tahun_ini": 0, "disanksi": 0}, Fraction(1)),
        ("A.II.4.i.a", {"sasaran": 5, "tercapai": 3}, Fraction(3, 5)),
        ("A.II.4.i.a", {"sasaran": 5, "tercapai": 6}, Fraction(1)),
        ("A.II.5.ii.a", {"harus": 6, "proses": 1, "selesai": 1}, Fraction(1, 6)),
        ("A.II.5.ii.a", {"harus": 6, "proses": 0, "selesai": 7}, Fraction(1)),
        ("A.II.5.iii.a", {"kepala": 1, "pejabat": 1, "lainnya": 13, "sudah": 13}, Fraction(13, 15)),
        ("A.II.5.iii.a", {"kepala": 1, "pejabat": 0, "lainnya": 0, "sudah": 2}, Fraction(1)),
        ("A.II.5.iii.b", {"eselon3": 0, "eselon4": 1, "fung_pelaksana": 12, "sudah": 12}, Fraction(12, 13)),
        ("A.II.5.iii.b", {"eselon3": 0, "eselon4": 1, "fung_pelaksana": 0, "sudah": 2}, Fraction(1)),
        ("A.II.6.i.b", {"terdaftar": 8, "dipermudah": 2}, Fraction(1, 4)),
        ("A.II.6.i.b", {"terdaftar": 8, "dipermudah": 9}, Fraction(1)),
    ],
)
def test_ratios_with_their_caps_and_floor(code: str, counts: dict[str, int], value: Fraction) -> None:
    question = ZI_2021.question_by_code[code]
    cells = with_counts(code, **counts)
    assert value_of(question, cells) == value
    assert not needs_decision(question, cells)
    for place in cells:
        assert value_of(question, {k: v for k, v in cells.items() if k != place}) is None


@pytest.mark.parametrize("question", RATIOS, ids=lambda q: q.code)
def test_a_zero_denominator_is_not_answered_until_someone_decides(question: Question) -> None:
    cells = with_counts(question.code, **{c.id: 0 for c in question.counts})
    if question.code == "A.II.3.iii.a":
        cells[f"{question.code}.tahun_ini"] = Decimal(1)
    assert needs_decision(question, cells)
    assert value_of(question, cells) is None
    assert "zero-denominator" in {i.code for i in check_answers(ZI_2021, cells)}
    assert question.code in score(ZI_2021, cells).unanswered
    for decision, value in (("penuh", 1), ("nol", 0)):
        decided = {**cells, f"{question.code}.keputusan": decision}
        assert value_of(question, decided) == value
        assert question.code not in score(ZI_2021, decided).unanswered
        assert "zero-denominator" not in {i.code for i in check_answers(ZI_2021, decided)}


def test_a_decision_changes_nothing_while_the_denominator_is_not_zero() -> None:
    cells = with_counts("A.II.1.i.a", agen=4, perubahan=1)
    question = ZI_2021.question_by_code["A.II.1.i.a"]
    assert value_of(question, {**cells, "A.II.1.i.a.keputusan": "penuh"}) == Fraction(1, 4)


def test_the_index_is_capped_and_the_constants_are_exact() -> None:
    cells: dict[str, CellValue] = {"B.I.a": Decimal("3.6"), "A.I.1.iii.a": "B"}
    result = score(ZI_2021, cells)
    assert result.points("B.I.a") == Fraction("15.75")
    assert result.values["A.I.1.iii.a"] == Fraction(67, 100)
    assert result.sections[TOTAL] == Fraction("15.75") + Fraction(67, 300)
