"""Percentages in words, live while they are typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zi_desktop.domain.cells import Cells
from zi_desktop.ui.ratio_text import ratio_text
from zi_desktop.worksheets.edition import load_edition


def counts(code: str, **values: int) -> Cells:
    return {f"{code}.{name}": Decimal(value) for name, value in values.items()}


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("code", "cells", "text", "bound"),
    [
        ("A.II.1.i.a", counts("A.II.1.i.a", agen=4, perubahan=3), "3 ÷ 4 = 75 %", "Paling tinggi 100 %."),
        ("A.II.1.i.a", counts("A.II.1.i.a", agen=4), "", "Paling tinggi 100 %."),
        ("A.II.1.i.a", counts("A.II.1.i.a", agen=0, perubahan=0), "0 ÷ 0", "Paling tinggi 100 %."),
        (
            "A.II.1.i.a",
            counts("A.II.1.i.a", agen=3, perubahan=4),
            "4 ÷ 3 = 100 %",
            "Lebih dari yang ada: dihitung 100 %. Periksa angkanya.",
        ),
        (
            "A.II.5.iii.a",
            counts("A.II.5.iii.a", kepala=1, pejabat=2, lainnya=3, sudah=4),
            "4 ÷ (1 + 2 + 3) = 66,67 %",
            "Paling tinggi 100 %.",
        ),
        (
            "A.II.3.iii.a",
            counts("A.II.3.iii.a", tahun_lalu=8, tahun_ini=6, disanksi=6),
            "(8 − 6) ÷ 8 = 25 %",
            "Penurunan dibanding tahun lalu; tidak pernah di bawah 0 %.",
        ),
        (
            "A.II.3.iii.a",
            counts("A.II.3.iii.a", tahun_lalu=6, tahun_ini=8, disanksi=8),
            "(6 − 8) ÷ 6 = 0 %",
            "Penurunan dibanding tahun lalu; tidak pernah di bawah 0 %.",
        ),
        (
            "A.II.3.iii.a",
            counts("A.II.3.iii.a", tahun_lalu=0, tahun_ini=0, disanksi=0),
            "0 dan 0: nilai penuh, 100 %",
            "Penurunan dibanding tahun lalu; tidak pernah di bawah 0 %.",
        ),
        ("B.I.a", {"B.I.a": Decimal("3.72")}, "3,72 ÷ 4 = 93 %", "Dari 0 sampai 4."),
        ("B.I.a", {}, "", "Dari 0 sampai 4."),
    ],
)
def test_ratio(code: str, cells: Cells, text: str, bound: str) -> None:
    question = load_edition("zi-2021").question_by_code[code]
    assert ratio_text(question, cells) == (text, bound)
