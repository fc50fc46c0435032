"""Some hundred changed worksheets, the same every time; thousands by `python -m tests.tools.fuzz`."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from tests.tools.biff import begin, end, number, record, xls
from tests.tools.fuzz import SECONDS, Tally, make_mutant, run_one
from tests.tools.fuzz_base import make_base, unzipped
from tests.tools.fuzz_bytes import zipped
from tests.tools.fuzz_check import check_grid, stands
from tests.tools.fuzz_grid import Mutant, as_csv, as_xlsx
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import Reading
from zi_desktop.worksheets.reading import read_workbook
from zi_desktop.worksheets.workbook_file_book import open_workbook


@pytest.mark.parametrize("seed", range(2021, 2024))
def test_no_crash_no_hang_no_wrong_answer(seed: int) -> None:
    tally = Tally()
    for mutant in range(100):
        run_one(seed, mutant, tally)
    assert tally.findings == []
    assert tally.mutants == 100
    assert tally.slowest < SECONDS
    assert tally.checked > 3000
    assert tally.unknown < tally.checked / 10


@pytest.mark.parametrize("mutant", [255, 296])
def test_mutants_that_were_once_a_crash(mutant: int) -> None:
    """A form with one count only: nothing else its row could be compared with."""
    tally = Tally()
    run_one(81, mutant, tally)
    assert tally.findings == []


def test_the_same_numbers_make_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """At another time, too."""
    first = [make_mutant(7, n).data for n in range(12)]
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert [make_mutant(7, n).data for n in range(12)] == first
    assert make_mutant(7, 1).data != make_mutant(8, 1).data


def _wrongly(reading: Reading, **change: object) -> Reading:
    (block,) = reading.blocks
    return replace(reading, blocks=(replace(block, **change),))


def test_a_wrong_reading_is_told(lke: Lke) -> None:
    """The judge itself: an answer of another row, another value, another column."""
    mutant = Mutant(make_base("lampiran", 5), Random(1))
    reading = read_workbook(as_xlsx(mutant), "uji.xlsx")
    (block,) = reading.blocks
    assert check_grid(mutant, reading).wrong == ()
    assert check_grid(mutant, reading).checked == len(block.cells) == 127
    a, b = "A.I.1.i.a", "A.I.2.i.a"
    foreign = _wrongly(reading, places={**block.places, a: block.places[b], b: block.places[a]})
    assert sum("foreign row" in w for w in check_grid(mutant, foreign).wrong) == 2
    other = next(c.label for c in lke.question_by_code[b].choices if c.label != block.cells[b])
    value = _wrongly(reading, cells={**block.cells, b: other})
    assert "wrong value" in check_grid(mutant, value).wrong[0]
    column = _wrongly(reading, places={**block.places, a: block.places[a].replace("K", "L")})
    assert any("wrong column" in w for w in check_grid(mutant, column).wrong)


def test_the_bare_files_read_as_the_real_ones() -> None:
    """Without looks, links and shared strings, or as a CSV, the same answers."""
    for name in ("jawaban", "lampiran-moved"):
        base = make_base(name, 6)
        mutant = Mutant(base, Random(1))
        right = {b.stage: b.cells for b in read_workbook(base.data, "a.xlsx").blocks}
        for data in (as_xlsx(mutant), as_csv(mutant)):
            blocks = {b.stage: b.cells for b in read_workbook(data, f"{base.sheet}.csv").blocks}
            assert blocks[Stage.MANDIRI] == right[Stage.MANDIRI]


def test_a_record_of_another_length_than_its_kind_is_damage() -> None:
    """What a mutant once did: the rest was read from the wrong byte on, into the next sheet."""
    honest, longer = number(3, 4, 7.0), record(0x0203, number(3, 4, 7.0)[4:] + bytes(4))
    assert open_workbook(xls(honest), "uji.xls").sheet("L0").values == {4: {5: 7.0}}
    for cells in (longer, begin(0x0010) + honest + end()):
        book = open_workbook(xls(cells), "uji.xls")
        with pytest.raises(ZiError, match="broken-file"):
            book.sheet("L0")


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A1"><v>1_0</v></c>',
        '<c r="A1"><v>\u0663</v></c>',
        '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
    ],
)
def test_numbers_for_python_alone_and_cells_that_stand_twice_are_damage(cells: str) -> None:
    parts = unzipped(as_xlsx(Mutant(make_base("unknown", 100), Random(1))))
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    sheet = f'{head}<row r="1">{cells}</row></sheetData></worksheet>'
    data = zipped({**parts, "xl/worksheets/sheet1.xml": sheet.encode()})
    with pytest.raises(ZiError, match="broken-file"):
        read_workbook(data, "uji.xlsx")


@pytest.mark.parametrize(
    ("code", "shown", "value", "right"),
    [
        ("A.I.1.i.a", " ya.", "Ya", True),
        ("A.I.1.i.a", "T", "Tidak", True),
        ("A.I.1.i.a", "T", "Ya", False),
        ("A.I.1.i.b", "b)", "B", True),
        ("A.I.1.i.b", None, "B", False),
        ("A.I.1.i.b", "AB", "A", False),
        ("B.I.a", "3,72", Decimal("3.72"), True),
        ("B.I.a", 3.72, Decimal("3.72"), True),
        ("B.I.a", "3,7", Decimal("3.72"), False),
        ("A.II.1.i.a.agen", True, Decimal(1), False),
        ("A.II.1.i.a.agen", "12 orang", Decimal(12), False),
    ],
)
def test_what_a_cell_says(lke: Lke, code: str, shown: object, value: str | Decimal, right: bool) -> None:
    assert stands(lke.cells[code], shown, value) is right
