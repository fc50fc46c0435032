from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.domain.answers import EDITIONS, extreme_cells
from zi_desktop.domain.lke import Gate, Lke, PredikatRule
from zi_desktop.domain.predikat import GateResult, judge, rules_in_force
from zi_desktop.domain.scoring import TOTAL, Score, score
from zi_desktop.worksheets.edition import load_edition

AREAS = ("area.1", "area.2", "area.3", "area.4", "area.5", "area.6")
TABEL_6 = {
    "WBK": dict(
        zip(
            ("total", "A", *AREAS, "B.I", "B.I.a", "B.I.b", "B.II"),
            ("75", "40", "4.8", "4.2", "6", "6", "9", "6", "18.25", "15.75", "2.5", "14"),
            strict=True,
        )
    ),
    "WBBM": dict(
        zip(
            ("total", "A", *AREAS, "B.I", "B.I.a", "B.I.b", "B.II"),
            ("85", "48", "6", "5.25", "7.5", "7.5", "11.25", "7.5", "19.5", "15.75", "3.75", "15.75"),
            strict=True,
        )
    ),
}
RULES_52_2014 = {
    "WBK": {"total": "75", "B.I": "18", "B.I.1": "13.5", "B.I.2": "3.5"},
    "WBBM": {"total": "85", "B.I": "18", "B.I.1": "13.5", "B.I.2": "3.5", "B.II": "16"},
}
AMENDMENT = "permenpanrb-10-2019"


@pytest.mark.parametrize(("edition", "table"), [("zi-2021", TABEL_6), ("zi-2014", RULES_52_2014)])
def test_the_gates_are_those_of_the_regulation(edition: str, table: dict[str, dict[str, str]]) -> None:
    rules = rules_in_force(load_edition(edition))
    assert {r.id: {g.id: g.need for g in r.gates} for r in rules} == {
        name: {gate: Fraction(need) for gate, need in gates.items()} for name, gates in table.items()
    }
    assert {r.id: r.requires for r in rules} == {"WBK": "", "WBBM": "WBK"}
    assert all(g.verified for r in rules for g in r.gates)


def test_an_area_is_pemenuhan_and_reform_together() -> None:
    wbk = load_edition("zi-2021").predikat[0]
    assert [g.codes for g in wbk.gates if g.id in AREAS] == [(f"A.I.{i}", f"A.II.{i}") for i in range(1, 7)]
    assert [g.maximum for g in wbk.gates if g.id in AREAS] == [8, 7, 10, 10, 15, 10]


def with_points(lke: Lke, gate: Gate, have: Fraction) -> Score:
    """A score in which everything is full but the gate's own codes, which add up to ``have``."""
    sections = {s.code: s.weight for s in lke.all_sections} | {TOTAL: Fraction(100)}
    questions = {q.code: Fraction(100) for q in lke.questions}
    first, *others = gate.codes
    for code in others:
        sections[code] = Fraction(0)
    (sections if first in sections else questions)[first] = have
    return Score(sections, questions, {}, ())


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_gate_holds_at_its_edge_and_fails_one_hundredth_below(edition: str) -> None:
    lke = load_edition(edition)
    for number, rule in enumerate(rules_in_force(lke, {AMENDMENT: {}})):
        for gate in rule.gates:
            for have, met in ((gate.need, True), (gate.need - Fraction(1, 100), False)):
                result = judge((rule,), with_points(lke, gate, have))[0]
                own = next(g for g in result.gates if g.gate is gate)
                assert own.have == have
                assert own.met is met, (number, gate.id, have)
                assert own.missing == (0 if met else Fraction(1, 100))
                assert (own in result.open) is not met
                assert result.met is (result.open == ())


@pytest.mark.parametrize("below", [Fraction(1, 10**10), Fraction(1, 10**9), Fraction(0)])
def test_noise_at_the_edge_is_forgiven(below: Fraction) -> None:
    gate = load_edition("zi-2021").predikat[0].gates[0]
    assert GateResult(gate, gate.need - below).met
    assert not GateResult(gate, gate.need - Fraction(2, 10**9)).met


def test_real_answers_at_the_edge() -> None:
    lke = load_edition("zi-2021")
    best = extreme_cells(lke, best=True)
    for index, met in (("3.6", True), ("3.59", False)):
        result = judge(lke.predikat, score(lke, {**best, "B.I.a": Decimal(index)}))
        assert {r.rule.id: r.met for r in result} == {"WBK": met, "WBBM": met}
    for choice, wbk, wbbm in (("C", True, False), ("B", True, True), ("D", False, False)):
        result = judge(lke.predikat, score(lke, {**best, "B.I.b": choice}))
        assert {r.rule.id: r.met for r in result} == {"WBK": wbk, "WBBM": wbbm}
    assert all(r.met for r in judge(lke.predikat, score(lke, best)))
    assert not any(g.met for r in judge(lke.predikat, score(lke, {})) for g in r.gates)


def gates_of(rules: tuple[PredikatRule, ...], rule_id: str) -> dict[str, Gate]:
    return {g.id: g for r in rules if r.id == rule_id for g in r.gates}


def test_an_amendment_counts_only_when_adopted_and_says_it_is_unverified() -> None:
    lke = load_edition("zi-2014")
    assert (
        rules_in_force(lke) == rules_in_force(lke, {}) == rules_in_force(lke, {"other": {}}) == lke.predikat
    )
    amendment = lke.amendments[0]
    assert (amendment.id, amendment.first_year, amendment.last_year) == (AMENDMENT, 2019, 2021)
    assert not amendment.verified
    adopted = rules_in_force(lke, {AMENDMENT: {}})
    weights = dict(zip(AREAS, (5, 5, 15, 10, 15, 10), strict=True))
    for rule_id, share, pengungkit in (("WBK", Fraction(60, 100), 40), ("WBBM", Fraction(75, 100), 48)):
        gates = gates_of(adopted, rule_id)
        assert {i: gates[i].need for i in AREAS} == {i: w * share for i, w in weights.items()}
        assert gates["A"].need == pengungkit
        assert not any(gates[i].verified for i in ("A", *AREAS))
        assert gates["total"].verified
        assert set(gates) == {*gates_of(lke.predikat, rule_id), "A", *AREAS}


def test_an_adopted_amendment_takes_edited_values() -> None:
    lke = load_edition("zi-2014")
    edited = rules_in_force(lke, {AMENDMENT: {("WBK", "A"): Fraction("42.5")}})
    assert gates_of(edited, "WBK")["A"].need == Fraction("42.5")
    assert gates_of(edited, "WBBM")["A"].need == 48
    result = judge(edited, score(lke, extreme_cells(lke, best=True)))
    assert all(r.met for r in result)
