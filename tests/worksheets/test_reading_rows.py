"""Rows moved, removed or repeated: recognised by place and wording, doubted where they cannot be."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.tools.form_lines import Line
from tests.tools.forms import OfficialForm
from tests.worksheets.conftest import codes_at, read, typed
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import Reading

Form = Callable[..., OfficialForm]


def _wrong(reading: Reading, answers: dict[str, object]) -> dict[str, object]:
    (block,) = reading.blocks
    return {
        code: value
        for code, value in block.cells.items()
        if (value if isinstance(value, str) else float(value)) != answers[code]
    }


def _without(made: OfficialForm, *keys: str) -> OfficialForm:
    made.lines = [line for line in made.lines if line.key not in keys]
    return made


def _line(made: OfficialForm, key: str) -> tuple[int, Line]:
    return next((i, line) for i, line in enumerate(made.lines) if line.key == key)


def test_a_missing_question_is_named_and_shifts_nothing(form: Form, lke: Lke) -> None:
    reading = read(_without(form(2), "question A.I.4.ii.d").build())
    assert _wrong(reading, typed(lke, 2)) == {}
    assert len(reading.blocks[0].cells) == 126
    missing = [i.question for i in reading.issues if i.code == "missing-question"]
    assert missing == ["A.I.4.ii.d"]


def test_a_missing_count_is_named(form: Form, lke: Lke) -> None:
    reading = read(_without(form(2), "count A.II.5.ii.a.proses").build())
    assert _wrong(reading, typed(lke, 2)) == {}
    assert [i.question for i in reading.issues if i.code == "missing-question"] == ["A.II.5.ii.a"]


@pytest.mark.parametrize("seed", range(12))
def test_many_missing_rows_give_no_wrong_answer(form: Form, lke: Lke, seed: int) -> None:
    made = form(seed)
    keys = [line.key for line in made.lines if line.kind in ("question", "count", "section", "group")]
    gone = random.Random(seed).sample(keys, 12)
    reading = read(_without(made, *gone).build())
    assert _wrong(reading, typed(lke, seed)) == {}
    told = {i.question for i in reading.issues}
    for code, cell in ((c.code, c) for c in lke.input_cells):
        assert code in reading.blocks[0].cells or cell.question.code in told


def test_exchanged_rows_are_read_by_what_they_say(form: Form, lke: Lke) -> None:
    pair = ("A.I.1.ii.b", "A.I.1.ii.c")
    made = form(4)
    (i, first), (j, second) = (_line(made, f"question {code}") for code in pair)
    made.lines[i], made.lines[j] = second, first
    reading = read(made.build())
    assert _wrong(reading, typed(lke, 4)) == {}
    assert len(reading.blocks[0].cells) == 127
    moved = {m.cell: m for m in reading.matches if m.cell in pair}
    assert all(m.taken for m in moved.values())
    assert min(m.confidence for m in moved.values()) < 0.85


def test_exchanged_rows_of_nearly_one_wording_are_doubted(form: Form, lke: Lke) -> None:
    pair = ("A.II.2.ii.a", "A.II.2.ii.b")
    made = form(4)
    (i, first), (j, second) = (_line(made, f"question {code}") for code in pair)
    made.lines[i], made.lines[j] = second, first
    reading = read(made.build())
    assert _wrong(reading, typed(lke, 4)) == {}
    told = {i.question for i in reading.issues if i.code in ("doubtful-row", "missing-question")}
    assert set(pair) - reading.blocks[0].cells.keys() <= told


def test_a_repeated_row_with_another_answer_takes_neither(form: Form) -> None:
    made = form(change={"A.I.1.ii.c": "A"})
    at, line = _line(made, "question A.I.1.ii.c")
    again = Line("copy x", line.depth, line.marker, line.text, None, line.type, line.criteria)
    made.lines.insert(at + 1, again)
    reading = read(made.build())
    assert "A.I.1.ii.c" not in reading.blocks[0].cells
    assert reading.rows.duplicates == 1
    assert [i.severity.value for i in reading.issues if i.code == "duplicate-row"] == ["error"]


def test_an_added_row_is_named(form: Form, lke: Lke) -> None:
    made = form(5)
    at, _ = _line(made, "question A.I.1.ii.c")
    made.lines.insert(at, Line("extra x", 5, "x.", "Pertanyaan tambahan buatan sendiri", None, "A/B/C"))
    reading = read(made.build())
    assert _wrong(reading, typed(lke, 5)) == {}
    assert len(reading.blocks[0].cells) == 127
    assert [i.code for i in reading.issues if i.code == "unknown-row"] == ["unknown-row"]


def test_areas_of_one_name_are_told_apart(form: Form, lke: Lke) -> None:
    made = _without(form(6), "section A.I.2", "section A.II.3", "section A.II")
    reading = read(made.build())
    assert _wrong(reading, typed(lke, 6)) == {}
    assert len(reading.blocks[0].cells) == 127


@pytest.mark.parametrize("blank", ["marker", "type", "criteria"])
def test_one_sign_may_be_missing_everywhere(form: Form, lke: Lke, blank: str) -> None:
    made = form(7)
    for line in made.lines:
        if line.kind == "question":
            setattr(line, blank, "")
    reading = read(made.build())
    assert _wrong(reading, typed(lke, 7)) == {}
    assert len(reading.blocks[0].cells) == 127


def test_two_filled_sheets_are_not_mixed(form: Form) -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(form(8).build()))
    copy = book.copy_worksheet(book["LKE ZI"])
    copy.title = "LKE lama"
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    assert any(code == {"other-sheet"} for code in codes_at(reading).values())
    assert len(reading.blocks[0].cells) == 127


def test_an_answer_whose_formula_has_no_stored_result_is_named(form: Form) -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(form(8).build()))
    book["LKE ZI"]["K8"] = "=T8"
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    assert "A.I.1.i.a" not in reading.blocks[0].cells
    assert [(i.where, i.question) for i in reading.issues if i.code == "formula-without-value"] == [
        ("LKE ZI!K8", "A.I.1.i.a")
    ]
