"""What tests of worksheets share: the edition, and workbooks made at test time."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import pytest

from tests.domain.answers import random_cells
from tests.tools.forms import OfficialForm
from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.reading import Reading
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook


@pytest.fixture(scope="session")
def lke() -> Lke:
    return load_edition("zi-2021")


def typed(lke: Lke, seed: int, *, without: Collection[str] = ()) -> dict[str, Any]:
    """Every input cell filled, as a person types it, with no zero to divide by."""
    answers: dict[str, Any] = {}
    for code, value in random_cells(lke, seed).items():
        kind = lke.cells[code].kind
        if kind is CellKind.DECISION or code in without:
            continue
        answers[code] = value if isinstance(value, str) else float(value) + (kind is CellKind.COUNT)
    return answers


@pytest.fixture
def form(lke: Lke) -> Callable[..., OfficialForm]:
    """A filled Lampiran III workbook; keywords are those of `OfficialForm`, or ``change`` for answers."""

    def make(seed: int = 1, *, change: dict[str, Any] | None = None, **more: Any) -> OfficialForm:
        return OfficialForm(lke, {**typed(lke, seed), **(change or {})}, **more)

    return make


def read(data: bytes) -> Reading:
    """Read, with the promise that every row is accounted for."""
    reading = read_workbook(data, "uji.xlsx")
    assert reading.rows.balances, reading.rows
    return reading


def codes_at(reading: Reading) -> dict[str, set[str]]:
    """Issue codes by place."""
    found: dict[str, set[str]] = {}
    for issue in reading.issues:
        assert issue.message.id, issue
        assert issue.message.en, issue
        found.setdefault(issue.where, set()).add(issue.code)
    return found
