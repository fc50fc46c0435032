"""What stands in a row that says something else than its question is not that question's answer."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random
from typing import Any

import openpyxl
import pytest

from tests.tools.form_lines import Line as FormLine
from tests.tools.forms import OfficialForm
from tests.tools.fuzz import Tally, run_one
from tests.tools.fuzz_base import Cell, make_base
from tests.tools.fuzz_grid import Line, Mutant, as_xlsx
from tests.tools.many import clean_table
from tests.worksheets.conftest import read
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import Reading

Form = Callable[..., OfficialForm]


def test_a_count_of_common_words_below_another_question_than_its_own() -> None:
    """A copy of the count above stands before its namesake's question: it is neither."""
    base = make_base("lampiran", 3)
    mutant = Mutant(base, Random(1))
    first, own = "A.II.1.i.a.perubahan", "A.II.1.i.b.perubahan"
    at = {code: row for row, code in base.origin.items()}
    column = base.columns[Stage.MANDIRI]
    line = mutant.lines[at[first] - 1]
    mutant.lines[at[own] - 1].cells = {**mutant.lines[at[own] - 1].cells, 7: Cell("Sesuatu yang lain")}
    mutant.lines.insert(at[first], Line({**line.cells, column: Cell(77)}, first))
    (block,) = read(as_xlsx(mutant)).blocks
    assert block.cells.get(own) != 77
    assert first not in block.cells


@pytest.mark.parametrize(
    "mutant", [2862, 12087, 15682, 20412, 20385, 33512, 46470, 47444, 48538, 48880, 51028, 57722, 61603]
)
def test_mutants_of_which_an_answer_was_once_read_wrong(mutant: int) -> None:
    """The general reasons have tests of their own below; two of them (15682, 51028) the judge got wrong."""
    tally = Tally()
    run_one(20261124, mutant, tally)
    assert tally.findings == []


@pytest.mark.parametrize(
    ("seed", "mutant"),
    [
        (20261125, 3115),
        (20261126, 13066),
        (20261127, 8773),
        (20261200, 35054),
        (20261200, 56176),
        (20261200, 63888),
        (20261300, 72532),
        (20261300, 76703),
        (20261500, 44900),
        (20261500, 53433),
        (20261500, 82173),
        (20261500, 86954),
    ],
)
def test_mutants_of_later_runs(seed: int, mutant: int) -> None:
    """A count read above its question; an answer that slipped into the row of a heading. The last two the
    judge got wrong: ``IsiaN`` heads the answers as ``Isian`` does."""
    tally = Tally()
    run_one(seed, mutant, tally)
    assert tally.findings == []


def test_a_marker_alone_is_no_wording() -> None:
    """``iii.`` says nothing of the officials of echelon III."""
    base = make_base("lampiran", 3)
    mutant = Mutant(base, Random(1))
    at = {code: row for row, code in base.origin.items()}
    code = "A.II.5.iii.b.eselon3"
    line = mutant.lines[at[code] - 1]
    for column, cell in list(line.cells.items()):
        if isinstance(cell.value, str) and "selon" in cell.value:
            line.cells[column] = Cell("iii.")
    (block,) = read(as_xlsx(mutant)).blocks
    assert code not in block.cells
    assert len(block.cells) > 120


def test_an_answer_that_slipped_into_the_row_of_a_heading() -> None:
    """Its marker stands behind its words, so that it is no heading to the word."""
    base = make_base("lampiran", 3)
    mutant = Mutant(base, Random(1))
    row = next(r for r, code in base.origin.items() if code == "A.I.1.ii.a")
    column = base.columns[Stage.MANDIRI]
    heading, asked = mutant.lines[row - 2], mutant.lines[row - 1]
    text = next(c for c, v in heading.cells.items() if isinstance(v.value, str) and len(v.value) > 20)
    heading.cells[text] = Cell(f"{heading.cells[text].value} ii.")
    heading.cells[column] = asked.cells.pop(column)
    asked.cells[text] = Cell("Sesuatu yang sama sekali lain bunyinya")
    reading = read(as_xlsx(mutant))
    assert "A.I.1.ii.a" not in reading.blocks[0].cells
    told = {i.where for i in reading.issues if i.code == "unplaced-cell"}
    assert reading.blocks[0].places["A.I.1.i.a"].replace("8", str(row - 1)) in told


def _line(made: OfficialForm, key: str) -> tuple[int, FormLine]:
    return next((i, line) for i, line in enumerate(made.lines) if line.key == key)


def _named(reading: Reading, code: str) -> bool:
    return code in {i.question for i in reading.issues if i.code in ("missing-question", "doubtful-row")}


def test_rows_known_by_criteria_alone_that_a_neighbour_shares(form: Form) -> None:
    """The documents' names stand where the wording was, and the rows are exchanged."""
    pair = ("A.II.2.ii.a", "A.II.2.ii.b")
    made = form(4)
    (i, first), (j, second) = (_line(made, f"question {code}") for code in pair)
    for code, line in zip(pair, (first, second), strict=True):
        line.text = f"1. Dokumen {code}.pdf"
    made.lines[i], made.lines[j] = second, first
    reading = read(made.build())
    assert not reading.blocks[0].cells.keys() & {*pair}
    assert all(_named(reading, code) for code in pair)


def _old_form(change: Callable[[Any, int, int, int], None]) -> Reading:
    """The 2014 form after a change by sheet, row of B.I.2, answer column and column of its wording."""
    case = clean_table("form-2014")
    before = read(case.data)
    place = before.blocks[0].places["B.I.2.persen"].rpartition("!")[2]
    book = openpyxl.load_workbook(io.BytesIO(case.data))
    sheet = book.worksheets[0]
    cell = sheet[place]
    column = next(c.column for c in sheet[cell.row] if isinstance(c.value, str) and len(c.value) > 20)
    change(sheet, cell.row, cell.column, column)
    out = io.BytesIO()
    book.save(out)
    return read(out.getvalue())


def test_a_percentage_that_may_have_been_typed_in_the_row_below() -> None:
    def below(sheet: Any, row: int, answer: int, wording: int) -> None:
        sheet.insert_rows(row + 1)
        sheet.cell(row + 1, wording).value = "- Diisi di sini"
        sheet.cell(row + 1, answer).value = 64

    reading = _old_form(below)
    assert "B.I.2.persen" not in reading.blocks[0].cells
    assert _named(reading, "B.I.2")


@pytest.mark.parametrize(("formula", "is_read"), [("IF(COUNT(Z9)<1,0,Z9)", False), ("4500/50", True)])
def test_a_percentage_computed_from_other_cells_is_not_what_was_typed(formula: str, is_read: bool) -> None:
    base = make_base("form-2014", 3)
    mutant = Mutant(base, Random(1))
    row = next(r for r, code in base.origin.items() if code == "B.I.2.persen")
    mutant.lines[row - 1].cells[base.columns[Stage.MANDIRI]] = Cell(90, formula)
    reading = read(as_xlsx(mutant))
    assert ("B.I.2.persen" in reading.blocks[0].cells) is is_read
    assert is_read or _named(reading, "B.I.2")


@pytest.mark.parametrize("answer", ["A", "B"])
def test_a_row_pasted_above_the_header_is_a_duplicate(answer: str) -> None:
    """With another answer than below, neither is taken."""
    base, code = make_base("lampiran", 3), "A.I.1.iii.a"
    mutant = Mutant(base, Random(1))
    column = base.columns[Stage.MANDIRI]
    line = mutant.lines[{c: row for row, c in base.origin.items()}[code] - 1]
    line.cells = {**line.cells, column: Cell("A")}
    mutant.lines.insert(0, Line({**line.cells, column: Cell(answer)}, code))
    reading = read(as_xlsx(mutant))
    assert ("duplicate-row", code) in {(i.code, i.question) for i in reading.issues}
    assert reading.blocks[0].cells.get(code) == ("A" if answer == "A" else None)
