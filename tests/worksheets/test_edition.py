from __future__ import annotations

import time
from collections import Counter
from fractions import Fraction

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.lke import CellKind, Level, Lke, Portion, Question, QuestionKind
from zi_desktop.domain.lke_check import lke_problems
from zi_desktop.domain.resources import resource_path
from zi_desktop.worksheets.edition import available_editions, edition_for_year, load_edition, parse_edition

TEXT = {e: resource_path("lke", f"{e}.yaml").read_text(encoding="utf-8") for e in ("zi-2014", "zi-2021")}


def weights(lke: Lke, level: Level) -> dict[str, float]:
    return {s.code: float(s.weight) for s in lke.all_sections if s.level is level}


def test_zi_2021_is_complete() -> None:
    lke = load_edition("zi-2021")
    scales = Counter(q.scale for q in lke.questions)
    assert scales == {"YT": 17, "ABC": 36, "ABCD": 33, "ABCDE": 17, "PERSEN": 8, "SURVEI_0_4": 2}
    assert [c.portalrb_id for c in lke.input_cells] == list(range(1, 128))
    assert [q.order for q in lke.questions] == list(range(1, 114))
    assert weights(lke, Level.KOMPONEN) == {"A": 60, "B": 40}
    assert weights(lke, Level.ASPEK) == {"A.I": 30, "A.II": 30, "B.I": 22.5, "B.II": 17.5}
    areas = weights(lke, Level.AREA)
    assert [areas[f"A.I.{i}"] + areas[f"A.II.{i}"] for i in range(1, 7)] == [8, 7, 10, 10, 15, 10]
    assert {q.code: q.weight for q in lke.questions if q.weight is not None} == {
        "B.I.a": Fraction("17.5"),
        "B.I.b": 5,
        "B.II.a": Fraction("17.5"),
    }
    assert lke.cells["A.II.1.i.b.perubahan"].count is not None
    assert lke.cells["A.II.1.i.b.perubahan"].count.same_as == "A.II.1.i.a.perubahan"
    assert [q.group[-7:] for q in lke.questions if q.group] == ["(LHKPN)", "LHKASN)"]


def test_zi_2014_is_complete() -> None:
    lke = load_edition("zi-2014")
    scales = Counter(q.scale for q in lke.questions)
    assert scales == {"YT": 19, "ABC": 20, "ABCD": 41, "ABCDE": 1, "PERSEN": 1, "SURVEI_0_4": 2}
    assert [q.order for q in lke.questions] == list(range(1, 85))
    assert weights(lke, Level.AREA) == {"A.I": 5, "A.II": 5, "A.III": 15, "A.IV": 10, "A.V": 15, "A.VI": 10}
    assert weights(lke, Level.ASPEK) == {"B.I": 20, "B.II": 20}
    assert lke.cells["B.I.2.persen"].kind is CellKind.PERCENT
    assert [c.code for c in lke.input_cells] == list(lke.cells)
    assert lke.question_by_code["B.I.2"].formula == Portion("persen", Fraction(100))


@pytest.mark.parametrize("edition", ["zi-2014", "zi-2021"])
def test_every_question_can_be_answered_and_says_how(edition: str) -> None:
    lke = load_edition(edition)
    assert not lke_problems(lke)
    for question in lke.questions:
        assert question.text
        assert all(c.requirement not in ("ya", "tidak", "belum") for c in question.choices)
        assert (question.kind is QuestionKind.CHOICE) == bool(question.choices)
    for rule in lke.predikat:
        assert all(g.label.id and g.label.en for g in rule.gates)
    assert all(s.mean == (s.level is Level.SUBAREA) for s in lke.all_sections)


def test_rows_of_the_official_sheets_are_used_once() -> None:
    lke = load_edition("zi-2021")
    for row_of in (lambda x: x.portalrb_row, lambda x: x.lampiran_row):
        rows = [row_of(s) for s in lke.all_sections] + [row_of(q) for q in lke.questions]
        rows += [row_of(c) for q in lke.questions if q.kind is QuestionKind.RATIO for c in q.counts]
        assert None not in rows
        assert len(set(rows)) == len(rows)
    assert lke.section_by_code["A.I.1.i"].portalrb_row == 5
    assert lke.question_by_code["A.I.1.i.a"].portalrb_row == 6
    assert lke.section_by_code["A.II.5.iii"].lampiran_row == 175
    assert lke.question_by_code["B.II.a"].portalrb_row == 202


def test_paths() -> None:
    lke = load_edition("zi-2021")
    assert [s.code for s in lke.path("A.II.1.i.a")] == ["A", "A.II", "A.II.1", "A.II.1.i"]
    assert [s.code for s in lke.path("B.II.a")] == ["B", "B.II"]


def test_the_edition_of_a_year() -> None:
    assert available_editions() == ("zi-2014", "zi-2021")
    assert [edition_for_year(y) for y in (2014, 2018, 2021)] == ["zi-2014"] * 3
    assert [edition_for_year(y) for y in (2022, 2026, 2040)] == ["zi-2021"] * 3
    with pytest.raises(ZiError) as refused:
        edition_for_year(2013)
    assert refused.value.code == "no-edition"


@pytest.mark.parametrize("name", ["zi-1999", "../pki", ""])
def test_an_unknown_edition_is_refused(name: str) -> None:
    with pytest.raises(ZiError) as refused:
        load_edition(name)
    assert refused.value.code == "unknown-edition"


def test_numbers_are_exact() -> None:
    values = {c.value for q in load_edition("zi-2021").questions for c in q.choices}
    assert values == {Fraction(n, 100) for n in (0, 25, 33, 50, 67, 75, 100)}


def test_loading_is_fast() -> None:
    times = []
    for _ in range(3):
        started = time.perf_counter()
        parse_edition(TEXT["zi-2021"], "zi-2021.yaml")
        times.append(time.perf_counter() - started)
    assert min(times) < 0.2  # about 0.02 s; the margin is for a busy machine


MUTATIONS = {
    "a komponen's weight": ("  weight: 60\n", "  weight: 61\n", "weights", "zi-2021"),
    "a sub-area's weight": ("weight: 0.25\n", "weight: 0.75\n", "weights", "A.I.3"),
    "a hasil item's weight": (
        "weight: 5\n      hint: Pilihan E",
        "weight: 6\n      hint: Pilihan E",
        "weights",
        "B.I",
    ),
    "a weight of zero": (
        "weight: 17.5\n      hint: Indeks 3,20",
        "weight: 0\n      hint: Indeks 3,20",
        "weights",
        "B.II",
    ),
    "a code twice": ("code: A.I.1.i.b\n", "code: A.I.1.i.a\n", "repeated-id", "A.I.1.i.a"),
    "a PortalRB id twice": ("portalrb_id: 2\n", "portalrb_id: 1\n", "repeated-id", "A.I.1.i.b"),
    "a scale without 1": (
        "{label: Ya, value: 1, requirement: tim sudah",
        "{label: Ya, value: 0.9, requirement: tim sudah",
        "scale",
        "A.I.1.i.a",
    ),
    "a scale without 0": (
        "{label: Tidak, value: 0, requirement: belum dibentuk",
        "{label: Tidak, value: 0.1, requirement: belum dibentuk",
        "scale",
        "A.I.1.i.a",
    ),
    "an option without requirement": (
        "requirement: tanpa seleksi",
        'requirement: ""',
        "requirement",
        "A.I.1.i.b",
    ),
    "a formula with an unknown count": ("done: [perubahan]", "done: [perubahann]", "formula", "A.II.1.i.a"),
    "a gate with an unknown code": ("codes: [A.I.1, A.II.1]", "codes: [A.I.1, A.II.9]", "gate", "area.1"),
    "a gate above its maximum": ("need: 18.25", "need: 28.25", "gate", "B.I"),
    "a missing key": (
        "text: Tim pembangunan ZI di unit sudah ada\n",
        "\n",
        "missing-key",
        "A.I.1.i.a",
    ),
    "an unknown key": ("order: 1\n", "order: 1\n          colour: red\n", "unknown-key", "A.I.1.i.a"),
    "a choice too few": (
        "          - {label: C, value: 0, requirement: tanpa seleksi}\n",
        "",
        "bad-value",
        "A.I.1.i.b",
    ),
    "an unknown scale": ("scale: YT", "scale: YN", "bad-value", "A.I.1.i.a"),
    "an unknown level": ("level: subarea", "level: cellar", "bad-value", "A.I.1.i"),
    "a weight that is no number": ("weight: 0.5\n", "weight: 1/2\n", "bad-value", "A.I.1.i"),
    "an order that is not whole": ("order: 1\n", "order: 1.5\n", "bad-value", "A.I.1.i.a"),
    "a truth that is none": ("mean: true", "mean: maybe", "bad-value", "A.I.1.i"),
    "an unknown formula": ("kind: decline", "kind: guess", "bad-value", "A.II.3.iii.a"),
    "a list that is none": ("codes: [A.I.1, A.II.1]", "codes: A.I.1", "bad-value", "area.1"),
    "a key twice": ("order: 1\n", "order: 1\n          order: 2\n", "repeated-key", "line "),
    "YAML that breaks off": ("sections:\n", "sections: [\n", "bad-yaml", "line "),
    "nothing at all": (TEXT["zi-2021"], "", "bad-value", ""),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_damaged_edition_is_refused_by_place(name: str) -> None:
    old, new, code, place = MUTATIONS[name]
    damaged = TEXT["zi-2021"].replace(old, new, 1)
    assert damaged != TEXT["zi-2021"]
    with pytest.raises(ZiError) as refused:
        parse_edition(damaged, "zi-2021.yaml")
    assert refused.value.code == code
    assert refused.value.where.startswith(f"zi-2021.yaml: {place}" if place else "zi-2021.yaml")
    assert refused.value.message.id
    assert refused.value.message.en


def test_question_without_label_is_a_key_error() -> None:
    question: Question = load_edition("zi-2021").questions[0]
    with pytest.raises(KeyError):
        question.choice("A")
