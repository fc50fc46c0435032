"""Random answer sets for the property tests: one seed, one filled form."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding, Stage, TeamMember
from zi_desktop.domain.lke import Cell, CellKind, Lke, Question, Share
from zi_desktop.domain.report import Report, make_report
from zi_desktop.worksheets.edition import load_edition

EDITIONS = ("zi-2021", "zi-2014")
QUICK = settings(max_examples=40, deadline=None, derandomize=True)

seeds = st.integers(min_value=0, max_value=2**32)
editions = st.sampled_from(EDITIONS).map(load_edition)


def random_cells(lke: Lke, seed: int, *, filled: float = 1.0) -> dict[str, CellValue]:
    """Each cell filled with probability ``filled``; small counts, so that caps and zeros are met often."""
    rnd = random.Random(seed)
    return {cell.code: _value(cell, rnd) for cell in lke.cells.values() if rnd.random() < filled}


def _value(cell: Cell, rnd: random.Random) -> CellValue:
    if cell.kind is CellKind.CHOICE:
        return rnd.choice(cell.question.choices).label
    if cell.kind is CellKind.DECISION:
        return rnd.choice(("penuh", "nol"))
    if cell.kind is CellKind.INDEX:
        return Decimal(rnd.randint(0, 400)) / 100
    if cell.kind is CellKind.PERCENT:
        return Decimal(rnd.randint(0, 10000)) / 100
    return Decimal(rnd.choice((0, 0, 1, 2, 3, 5, 8, 40)))


def extreme_cells(lke: Lke, *, best: bool) -> dict[str, CellValue]:
    """The best or the worst answer to everything."""
    cells: dict[str, CellValue] = {}
    for question in lke.questions:
        cells |= _extreme(lke, question, best)
    return cells


def _extreme(lke: Lke, question: Question, best: bool) -> dict[str, CellValue]:
    if question.choices:
        return {question.code: question.choices[0 if best else -1].label}
    cells: dict[str, CellValue] = {}
    for cell in lke.cells_of[question.code]:
        if cell.kind is CellKind.INDEX:
            cells[cell.code] = Decimal(4 if best else 0)
        elif cell.kind is CellKind.PERCENT:
            cells[cell.code] = Decimal(100 if best else 0)
        elif cell.kind is CellKind.COUNT and cell.count is not None:
            cells[cell.code] = Decimal(_extreme_count(question, cell.count.id, best))
    return cells


def _extreme_count(question: Question, count_id: str, best: bool) -> int:
    formula = question.formula
    if isinstance(formula, Share) and count_id in formula.done:
        return 30 if best else 0
    if count_id == "tahun_ini":
        return 0 if best else 7
    return 7


def sample_report(
    edition: str = "zi-2021",
    stage: Stage = Stage.TPI,
    cells: Mapping[str, CellValue] | None = None,
    *,
    text: str = "Catatan contoh",
) -> Report:
    """A made-up evaluation at ``stage`` beside a half-filled one of another stage."""
    lke = load_edition(edition)
    first, second = lke.questions[0].code, lke.questions[1].code
    evaluation = Evaluation(
        id="contoh-1",
        unit="Unit Contoh & Uji",
        year=2024 if edition == "zi-2021" else 2016,
        edition=edition,
        stage=stage,
        cells=random_cells(lke, 7) if cells is None else cells,
        notes={first: text, second: "Catatan kedua"},
        evidence={first: (Evidence("b1", "SK Tim, lampiran.pdf"), Evidence("b2", "dua\nbaris"))},
        findings={
            first: (Finding("t1", "SK belum ditandatangani", "Tandatangani"), Finding("t2", "Kedua")),
            second: (Finding("t3", text, ""),),
        },
        team=(TeamMember("Contoh Ketua", "000000000000000001", "Ketua"), TeamMember("Uji Anggota")),
        log_head="abc123",
    )
    other = Stage.TPI if stage is Stage.MANDIRI else Stage.MANDIRI
    sibling = replace(
        evaluation,
        id="contoh-2",
        stage=other,
        cells=random_cells(lke, 8, filled=0.5),
        findings={},
        team=(),
        log_head="",
    )
    return make_report(lke, evaluation, siblings=(sibling,))
