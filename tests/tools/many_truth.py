"""What was filled in, and how people type it: the truth behind one generated worksheet."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.lke import Cell, CellKind, Lke

SITE = "https://bukti.contoh.example"


@dataclass
class Filled:
    """One stage's answers, notes and documents by code. ``refused``: cells in which something stands that is
    no answer, so that none may be read."""

    cells: dict[str, CellValue] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Habits:
    """How carelessly one person types: parts of the cells, 0…1."""

    sloppy: float = 0.0
    text_numbers: float = 0.0
    outside: float = 0.0
    blank: float = 0.05


def filled(lke: Lke, rnd: random.Random, habits: Habits, stage: str, *, percent_rows: bool) -> Filled:
    """A random truth; ``percent_rows``: the form has no row of counts below a typed percentage."""
    truth = Filled()
    for cell in lke.input_cells:
        if rnd.random() < habits.blank:
            continue
        if rnd.random() < habits.outside:
            truth.typed[cell.code] = _nonsense(cell, rnd)
            truth.refused.add(cell.code)
            continue
        value = _value(cell, rnd)
        truth.cells[cell.code] = value
        truth.typed[cell.code] = _typed(cell, value, rnd, habits, percent_rows=percent_rows)
        if cell.kind is CellKind.COUNT and rnd.random() < habits.outside:
            truth.typed[cell.code] = "1.000"  # one, or a thousand
            del truth.cells[cell.code]
            truth.refused.add(cell.code)
    for question in lke.questions:
        if rnd.random() < 0.4:
            truth.notes[question.code] = f"Catatan {stage} {rnd.randint(100, 999)} untuk {question.code}"
        if rnd.random() < 0.4:
            truth.evidence[question.code] = _documents(f"{stage} {question.code}", rnd)
    return truth


def _documents(code: str, rnd: random.Random) -> str:
    path = code.replace(" ", "/")
    kinds = (
        f"SK {code}.pdf",
        f"{SITE}/{path}",
        f"AREA I\\i. uji\\{code} {rnd.randint(1, 9)}.pdf",
        f"1. SK {code}.pdf\n2. Notulen {code}.pdf",
        f"{SITE}/{path}/a\n{SITE}/{path}/b",
    )
    return rnd.choice(kinds)


def _value(cell: Cell, rnd: random.Random) -> CellValue:
    if cell.kind is CellKind.CHOICE:
        return rnd.choice(cell.question.choices).label
    if cell.kind is CellKind.INDEX:
        return Decimal(rnd.randint(100, 400)) / 100
    if cell.kind is CellKind.PERCENT:
        return Decimal(rnd.randint(101, 10000)) / 100
    return Decimal(rnd.choice((0, 1, 2, 3, 5, 8, 13, 40, 125)))


def _typed(cell: Cell, value: CellValue, rnd: random.Random, habits: Habits, *, percent_rows: bool) -> Any:
    if isinstance(value, str):
        return _sloppy(value, rnd) if rnd.random() < habits.sloppy else value
    text = format(value.normalize(), "f")
    if cell.kind is CellKind.PERCENT and percent_rows and rnd.random() < 0.5:
        return rnd.choice((f"{text}%", f"{text.replace('.', ',')} %"))
    if rnd.random() < habits.text_numbers:
        return rnd.choice((text, text.replace(".", ","), f" {text} "))
    return float(value)


def _sloppy(label: str, rnd: random.Random) -> str:
    if label in ("Ya", "Tidak"):
        ways = [
            label.lower(),
            label.upper(),
            f" {label}",
            f"{label} ",
            label[0],
            label[0].lower(),
            f"{label}/",
        ]
        return rnd.choice([*ways, f"{label}.", f"{label}\u00a0"])
    low = label.lower()
    return rnd.choice(
        (low, f"{label}.", f" {low}", f"{low}.", f"{label} ", f"{low})", f"{label}\n", f"({low})")
    )


def _nonsense(cell: Cell, rnd: random.Random) -> Any:
    if cell.kind is CellKind.CHOICE:
        labels = {c.label for c in cell.question.choices}
        outside = [x for x in ("Ya", "Tidak", "A", "B", "C", "D", "E", "F") if x not in labels]
        return rnd.choice((rnd.choice(outside), "A/B", "-", "belum", 1.0, "Blm Diisi", "A dan B"))
    if cell.kind is CellKind.COUNT:
        return rnd.choice((-1.0, 2.5, "tiga", "7 orang", "1.234", "12,5", "80%"))
    if cell.kind is CellKind.INDEX:
        return rnd.choice((4.2, 93.0, "tiga", "3,72 dari 4", -1.0))
    return rnd.choice((101.0, "seratus", -1.0, 0.87, 1.0, "0,9"))


def same(read: CellValue | None, truth: CellValue | None) -> bool:
    if isinstance(read, Decimal) and isinstance(truth, Decimal):
        return read == truth
    return read is not None and truth is not None and str(read) == str(truth)


NOISE: Mapping[str, tuple[str, ...]] = {
    "status": ("Lengkap", "Proses", "Revisi"),
    "penanggung jawab": ("Tim Contoh A", "Tim Contoh B"),
    "no": ("1", "2", "3"),
}
