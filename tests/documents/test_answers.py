"""Answers in words and figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.documents.made_up import small_lke
from zi_desktop.documents.answers import calculation, in_words, shown_answer
from zi_desktop.domain.cells import CellValue

LKE = small_lke()


def numbers(code: str, **values: int) -> dict[str, CellValue]:
    return {f"{code}.{name}": Decimal(value) for name, value in values.items()}


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"ada": 4, "selesai": 3}, "3 ÷ 4 = 75 %"),
        ({"ada": 4, "selesai": 5}, "5 ÷ 4 = 125 %, dihitung 100 %"),
        ({"ada": 0, "selesai": 5}, "5 ÷ 0: penyebut nol, belum diputuskan"),
        ({"ada": 4}, ""),
    ],
)
def test_a_share_shows_how_it_comes_about(values: dict[str, int], text: str) -> None:
    question = LKE.question_by_code["A.2.a"]
    assert calculation(question, numbers("A.2.a", **values)).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"lalu": 10, "ini": 8}, "(10 − 8) ÷ 10 = 20 %"),
        ({"lalu": 8, "ini": 10}, "(8 − 10) ÷ 8 = −25 %, dihitung 0 %"),
        ({"lalu": 0, "ini": 0}, "tidak ada pada kedua tahun = 100 %"),
        ({"lalu": 0, "ini": 2}, "(0 − 2) ÷ 0: penyebut nol, belum diputuskan"),
    ],
)
def test_a_decline_shows_how_it_comes_about(values: dict[str, int], text: str) -> None:
    question = LKE.question_by_code["A.2.b"]
    assert calculation(question, numbers("A.2.b", **values)).replace("\u00a0", " ") == text


def test_a_decision_is_told() -> None:
    cells = numbers("A.2.a", ada=0, selesai=0) | {"A.2.a.keputusan": "penuh"}
    question = LKE.question_by_code["A.2.a"]
    assert calculation(question, cells) == "0 ÷ 0: penyebut nol, diputuskan bernilai penuh"
    assert shown_answer(question, cells) == "100\u00a0%"


def test_answers_of_another_stage_fit_on_a_line() -> None:
    choice, share = LKE.question_by_code["A.1.a"], LKE.question_by_code["A.2.a"]
    assert in_words(choice, {"A.1.a": "B"}) == "B: syarat B (nilai 0,50)"
    assert in_words(choice, {}) == "belum dijawab"
    assert in_words(share, numbers("A.2.a", ada=4)) == "Jumlah yang ada 4; belum dijawab"
