"""The richest evaluation there is: the default for everything that exports or imports."""

from __future__ import annotations

import random

from zi_desktop.domain.cells import parse_cell, plain
from zi_desktop.domain.evaluation import Finding, TeamMember
from zi_desktop.domain.lke import Cell, CellKind
from zi_desktop.services.answers import clean_text
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.log import new_id

TEAM = (
    TeamMember("Rekaan, Ketua S.H.", "0001", "Ketua Tim"),
    TeamMember("Rekaan Anggota", "", "Anggota Tim"),
)

ODD_TEXTS = (
    '=HYPERLINK("https://jahat.example","klik")',
    "+62 bukan rumus",
    "-",
    "@SUM(A1)",
    "baris satu\nbaris dua, dengan koma; titik koma\n\nbaris empat",
    "“kutip” & <tanda> ≥ 100 % — naïve café",
    "_x0041_ bukan huruf A",
    "  spasi  di  tengah  ",
    "teks panjang " * 60,
    "000123",
    "1.000,50",
    "TRUE",
)


def fill(work: Workspace, evaluation_id: str, seed: int, *, share: float = 0.85) -> None:
    """Answers ``share`` of all cells at random, with notes, evidence and findings of every odd kind; in one
    transaction, for the disk's sake."""
    chance = random.Random(seed)
    lke = work.lke_of(evaluation_id)
    with work.store.transaction(work.actor) as tx:
        for cell in lke.cells.values():
            if chance.random() < share:
                value = parse_cell(cell, raw_answer(cell, chance))
                tx.set_answer(evaluation_id, cell.code, plain(value) if value is not None else None)
        for question in lke.questions:
            if chance.random() < 0.4:
                tx.set_note(evaluation_id, question.code, _text(chance))
            for _ in range(chance.choice((0, 0, 1, 3))):
                tx.add_evidence(evaluation_id, question.code, _text(chance).replace("\n", " "))
            for _ in range(chance.choice((0, 0, 0, 1, 2))):
                finding = Finding(new_id(), _text(chance), _text(chance))
                tx.save_finding(evaluation_id, question.code, finding)
        tx.set_team(evaluation_id, TEAM)


def _text(chance: random.Random) -> str:
    return clean_text(chance.choice(ODD_TEXTS), "")


def raw_answer(cell: Cell, chance: random.Random) -> str:
    if cell.kind is CellKind.CHOICE:
        return chance.choice(cell.question.choices).label
    if cell.kind is CellKind.INDEX:
        return str(chance.choice((0, 1, 2.5, 3.2, 3.6, 3.61, 4)))
    if cell.kind is CellKind.PERCENT:
        return str(chance.choice((0, 12.5, 70, 100)))
    if cell.kind is CellKind.DECISION:
        return chance.choice(("penuh", "nol"))
    return str(chance.choice((0, 0, 1, 2, 7, 1000)))
