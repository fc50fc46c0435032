"""Every figure computed again from nothing but the printed arithmetic."""

from __future__ import annotations

import ast
import operator
import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.answers import QUICK, editions, extreme_cells, random_cells, sample_report, seeds
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.scoring import TOTAL
from zi_desktop.domain.why import Why, explain, gate_code

_DO = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
_SIGNS = str.maketrans({"÷": "/", "×": "*", "−": "-", ";": ","})


def compute(text: str) -> Fraction:
    """The value of printed arithmetic; a fraction such as 1/6 is one number, as it is read."""
    text = re.sub(r"\d+/\d+", lambda m: f"({m[0]})", text).translate(_SIGNS)
    return _value(ast.parse(text, mode="eval").body)


def _value(node: ast.AST) -> Fraction:
    if isinstance(node, ast.Constant):
        return Fraction(str(node.value))
    if isinstance(node, ast.BinOp):
        return Fraction(_DO[type(node.op)](_value(node.left), _value(node.right)))
    if isinstance(node, ast.UnaryOp):
        return -_value(node.operand)
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    return {"min": min, "max": max}[node.func.id](_value(a) for a in node.args)


def check(why: Why) -> None:
    assert why.lines[-1].value == why.value
    assert why.source.id
    assert why.source.en
    for line in why.lines:
        assert line.words.id
        assert line.words.en
        if not line.formula.en:
            assert line.value == 0
            continue
        assert line.formula.id.replace(",", ".") == line.formula.en
        exact, *rounded = line.formula.en.split(" ≈ ")
        for side in exact.split(" = "):
            assert compute(side) == line.value, line.formula.en
        for shown in rounded:
            assert abs(Fraction(shown) - line.value) <= Fraction(1, 200)


@QUICK
@given(editions, seeds, st.sampled_from((0.0, 0.7, 1.0)))
def test_every_figure_follows_from_what_is_printed(lke: Lke, seed: int, filled: float) -> None:
    report = sample_report(lke.id, cells=random_cells(lke, seed, filled=filled))
    for code in (TOTAL, *lke.section_by_code, *lke.question_by_code):
        why = explain(report, code)
        check(why)
        assert why.value == report.score.points(code)
    for result in report.predikat:
        for gate in result.gates:
            why = explain(report, gate_code(result.rule.id, gate.gate.id))
            check(why)
            assert why.value == gate.have
            assert why.parts == gate.gate.codes


def test_everything_can_be_unfolded_down_to_the_answers() -> None:
    report = sample_report()
    seen, todo = set[str](), [TOTAL]
    while todo:
        code = todo.pop()
        seen.add(code)
        todo += explain(report, code).parts
    assert seen == {TOTAL, *report.lke.section_by_code, *report.lke.question_by_code}


def test_it_reads_as_it_would_be_written() -> None:
    lke = sample_report().lke
    cells = {
        **extreme_cells(lke, best=True),
        "A.I.1.i.b": "B",
        "A.II.1.i.a.perubahan": Decimal(5),
        "A.II.1.i.a.agen": Decimal(4),
        "A.II.3.iii.a.tahun_lalu": Decimal(2),
        "A.II.3.iii.a.tahun_ini": Decimal(3),
    }
    cells.pop("A.I.1.ii.c")
    report = sample_report(cells=cells)

    def formulas(code: str) -> list[str]:
        return [line.formula.id for line in explain(report, code).lines]

    assert formulas("A.I.1.i") == ["(1 + 0,5) ÷ 2 × 0,5 = 0,375"]
    assert explain(report, "A.I.1.i").source.id == "PermenPANRB 90/2021 Lampiran III, baris 7"
    assert formulas("A.I.1.ii") == ["", "(1 + 1 + 0) ÷ 3 × 1 = 2/3 ≈ 0,67"]
    assert explain(report, "A.I.1.ii").lines[0].words.id == "Belum dijawab, dihitung 0: A.I.1.ii.c"
    assert formulas("A.II.1.i.a") == ["5 ÷ 4 = 1,25", "min(1; 1,25) = 1", "1 × 2 ÷ 2 = 1"]
    assert formulas("A.II.3.iii.a")[:2] == ["(2 − 3) ÷ 2 = -0,5", "max(0; -0,5) = 0"]
    assert formulas("B.I.b") == ["1", "1 × 5 = 5"]


@pytest.mark.parametrize(
    ("decision", "said", "points"), [(None, "Belum diputuskan", 0), ("penuh", "penuh", 3), ("nol", "nol", 0)]
)
def test_a_zero_denominator_names_the_decision(decision: str | None, said: str, points: int) -> None:
    lke = sample_report().lke
    cells = {f"A.II.5.ii.a.{c.id}": Decimal(0) for c in lke.question_by_code["A.II.5.ii.a"].counts}
    made = {**cells, **({"A.II.5.ii.a.keputusan": decision} if decision else {})}
    why = explain(sample_report(cells=made), "A.II.5.ii.a")
    assert "0 ÷ 0" in why.lines[0].words.id
    assert said in why.lines[1].words.id
    assert why.value == points


@pytest.mark.parametrize("code", ["tidak-ada", "WBK/tidak-ada", "A.I.9"])
def test_an_unknown_code_is_a_key_error(code: str) -> None:
    with pytest.raises(KeyError):
        explain(sample_report(), code)
