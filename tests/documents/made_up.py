"""Reports of made-up units for the tests of this room: whole editions filled in, and a small form by hand."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from zi_desktop.domain.cells import Cells, CellValue
from zi_desktop.domain.errors import Text
from zi_desktop.domain.evaluation import Evaluation, Evidence, Finding, Stage, TeamMember
from zi_desktop.domain.lke import (
    CellKind,
    Choice,
    Count,
    Decline,
    Gate,
    Level,
    Lke,
    Portion,
    PredikatRule,
    Question,
    QuestionKind,
    Section,
    Share,
)

UNIT = "Satuan Kerja Contoh Uji"
TEAM = (
    TeamMember("Contoh Pengendali, S.E., M.Ak.", "19700101 199503 1 001", "Pengendali Teknis"),
    TeamMember("Contoh Ketua", "19800202 200604 2 002", "Ketua Tim"),
    TeamMember("Contoh Anggota", "19900303 201502 1 003", "Anggota Tim"),
)
F = Fraction


def random_cells(lke: Lke, seed: int, share: float = 1.0) -> dict[str, CellValue]:
    """Answers to about ``share`` of the cells, the same for the same seed; decisions now and then."""
    dice = random.Random(seed)
    cells: dict[str, CellValue] = {}
    for cell in lke.cells.values():
        likely = 0.2 if cell.kind is CellKind.DECISION else share
        if dice.random() < likely:
            cells[cell.code] = _value(cell.kind, [c.label for c in cell.question.choices], dice)
    return cells


def _value(kind: CellKind, labels: list[str], dice: random.Random) -> CellValue:
    if kind is CellKind.CHOICE:
        return dice.choice([*labels[:2], *labels])
    if kind is CellKind.DECISION:
        return dice.choice(["penuh", "nol"])
    if kind is CellKind.COUNT:
        return Decimal(dice.choice([0, 1, 3, 4, 12, 250, 1250, 999_999_999]))
    if kind is CellKind.PERCENT:
        return Decimal(dice.choice(["0", "70", "87.5", "99.996", "100"]))
    return Decimal(dice.choice(["0", "3.6", "3.7215", "3.999", "4"]))


def best_cells(lke: Lke) -> dict[str, CellValue]:
    """Every choice at its best, every share 3 of 4, every index 3.72."""
    cells: dict[str, CellValue] = {}
    for cell in lke.input_cells:
        if cell.kind is CellKind.CHOICE:
            cells[cell.code] = max(cell.question.choices, key=lambda c: c.value).label
        elif cell.kind is CellKind.COUNT:
            cells[cell.code] = Decimal(4)
        else:
            cells[cell.code] = Decimal("3.72") if cell.kind is CellKind.INDEX else Decimal(90)
    return cells


def evaluation(lke: Lke, cells: Cells, *, stage: Stage = Stage.TPI, rich: bool = True) -> Evaluation:
    """A filled evaluation; ``rich`` adds a note to every third question, evidence to every second, a finding
    to every tenth."""
    plain = Evaluation(
        "uji-1", UNIT, lke.first_year + 3, lke.id, stage, cells, log_head="0123456789abcdef" * 4
    )
    if not rich:
        return plain
    codes = [q.code for q in lke.questions]
    return replace(
        plain,
        team=TEAM,
        notes={c: f"Catatan contoh {c}: dokumen sudah diperiksa dan sesuai." for c in codes[::3]},
        evidence={
            c: (
                Evidence(f"{c}-1", f"SK Contoh {c}.pdf"),
                Evidence(
                    f"{c}-2", f"https://contoh.example/bukti/{c}/notulen-rapat-pembahasan-pembangunan-zona"
                ),
            )
            for c in codes[::2]
        },
        findings={
            c: (Finding(f"t-{c}", f"Temuan contoh pada {c}: bukti belum lengkap.", f"Lengkapi bukti {c}."),)
            for c in codes[::10]
        },
    )


def small_lke() -> Lke:
    """Five questions, one of each kind, two predikat: all that a document has to cope with."""
    abc = tuple(
        Choice(label, value, f"syarat {label}")
        for label, value in zip("ABC", (F(1), F(1, 2), F(0)), strict=True)
    )
    choices = Section(
        "A.1", "Area contoh", Level.AREA, F(40), mean=True,
        questions=(
            Question("A.1.a", 1, QuestionKind.CHOICE, "ABC", "Soal contoh pertama", abc),
            Question("A.1.b", 2, QuestionKind.CHOICE, "ABC", "Soal contoh <b>kedua</b> & lainnya", abc),
        ),
    )  # fmt: skip
    numbers = Section(
        "A.2", "Area angka", Level.AREA, F(40), mean=True,
        questions=(
            Question(
                "A.2.a", 3, QuestionKind.RATIO, "PERSEN", "Bagian yang selesai",
                counts=(Count("ada", "Jumlah yang ada"), Count("selesai", "Jumlah selesai")),
                formula=Share(("selesai",), ("ada",)),
            ),
            Question(
                "A.2.b", 4, QuestionKind.RATIO, "PERSEN", "Penurunan kejadian",
                counts=(Count("lalu", "Tahun lalu"), Count("ini", "Tahun ini")),
                formula=Decline("lalu", "ini"),
            ),
        ),
    )  # fmt: skip
    index = Question(
        "B.a", 5, QuestionKind.INDEX, "INDEKS", "Indeks survei", formula=Portion("indeks", F(4)), weight=F(20)
    )
    sections = (
        Section("A", "Bagian A", Level.KOMPONEN, F(80), sections=(choices, numbers)),
        Section("B", "Bagian B", Level.KOMPONEN, F(20), questions=(index,)),
    )
    total = Gate("total", Text("Nilai total", "Total"), ("total",), F(75), F(100), "contoh")
    guess = Gate("A", Text("Bagian A", "Part A"), ("A",), F(40), F(80), "Sumber contoh", verified=False)
    rules = (
        PredikatRule("WBK", Text("Predikat contoh WBK", "Made-up WBK"), (total, guess)),
        PredikatRule(
            "WBBM", Text("Predikat contoh WBBM", "Made-up WBBM"), (replace(total, need=F(85)),), "WBK"
        ),
    )
    return Lke("uji", "LKE contoh", "Peraturan contoh", 2020, None, sections, rules)
