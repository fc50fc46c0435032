"""What the user says of columns and rows wins; what is shown to them; the fingerprint by which it is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.tools.forms import OfficialForm
from tests.tools.many import clean_table, judge
from tests.tools.many_tables import Look
from tests.worksheets.conftest import read, typed
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import IGNORE, Corrections, Reading
from zi_desktop.worksheets.reading import read_workbook

Form = Callable[..., OfficialForm]


def _read(data: bytes, **said: object) -> Reading:
    reading = read_workbook(data, "uji.xlsx", Corrections(**said))  # type: ignore[arg-type]
    assert reading.rows.balances
    return reading


def _column(reading: Reading, meaning: str) -> str:
    return next(c.column for c in reading.columns if c.meaning == meaning)


def test_every_column_with_a_header_is_shown_with_what_it_means(form: Form) -> None:
    columns = {c.column: (c.header, c.meaning) for c in read(form().build()).columns}
    assert columns["K"] == ("Jawaban", "answer:mandiri")
    assert columns["B"] == ("Penilaian", "tree")
    assert columns["L"] == ("Nilai", "score:mandiri")
    assert columns["O"] == ("Catatan/Keterangan/Penjelasan", "note:mandiri")


def test_appended_evidence_is_shown_although_it_has_no_header(form: Form) -> None:
    columns = read(form(evidence={"A.I.1.i.a": ("SK.pdf", "")}).build()).columns
    assert {c.column: c.meaning for c in columns}["P"] == "evidence:mandiri"


def test_every_row_of_the_body_is_shown(form: Form, lke: Lke) -> None:
    reading = read(form().build())
    taken = {m.cell for m in reading.matches if m.taken}
    assert taken >= {c.code for c in lke.input_cells}
    assert all(m.confidence == 1 and m.place.startswith("LKE ZI!") for m in reading.matches if m.taken)
    assert reading.doubtful == ()


def test_a_column_the_user_names_is_read(form: Form) -> None:
    data = form(evidence={"A.I.1.i.a": ("perlu dicek lagi", "")}).build()
    assert read(data).blocks[0].notes == {}
    reading = _read(data, columns={"P": "note:mandiri"})
    assert reading.blocks[0].notes == {"A.I.1.i.a": "perlu dicek lagi"}
    assert not [i for i in reading.issues if i.code == "unknown-column"]


def test_an_answer_column_of_another_stage() -> None:
    case = clean_table("lampiran-iii")
    letter = _column(read(case.data), "answer:mandiri")
    reading = _read(case.data, columns={letter: "answer:tpi"})
    assert [b.stage for b in reading.blocks if b.cells] == [Stage.TPI]
    tpi = next(b for b in reading.blocks if b.stage is Stage.TPI)
    assert tpi.cells == case.answers[Stage.MANDIRI]


def test_a_column_that_is_to_be_left_out() -> None:
    case = clean_table("portalrb-jawaban")
    letter = _column(read(case.data), "answer:tpi")
    reading = _read(case.data, columns={letter: IGNORE})
    assert all(not b.cells for b in reading.blocks if b.stage is Stage.TPI)


def test_a_row_that_is_to_be_left_out(form: Form) -> None:
    reading = _read(form().build(), rows={8: IGNORE})
    assert "A.I.1.i.a" not in reading.blocks[0].cells
    assert reading.rows.skipped["ignored"] == 1
    assert "A.I.1.i.a" in {i.question for i in reading.issues if i.code == "missing-question"}


def test_a_row_is_what_the_user_says(form: Form, lke: Lke) -> None:
    made = form(3)
    line = next(line for line in made.lines if line.key == "question A.I.1.ii.b")
    line.text, line.criteria, line.type = "Sesuatu yang sama sekali lain bunyinya", "", "A/B/C"
    data = made.build()
    before = read(data)
    assert "A.I.1.ii.b" not in before.blocks[0].cells
    reading = _read(data, rows={12: "A.I.1.ii.b"})
    assert reading.blocks[0].cells["A.I.1.ii.b"] == typed(lke, 3)["A.I.1.ii.b"]
    assert reading.shape == before.shape
    match = next(m for m in reading.matches if m.row == 12)
    assert (match.cell, match.taken, match.confidence) == ("A.I.1.ii.b", True, 1.0)


@pytest.mark.parametrize(
    ("rows", "unused"),
    [
        ({8: "A.I.9.z"}, {8: "A.I.9.z"}),
        ({8: ""}, {8: ""}),
        ({9: "A.I.1.i.a", 10: "A.I.1.i.a"}, {10: "A.I.1.i.a"}),
        ({9999: "A.I.1.i.a"}, {9999: "A.I.1.i.a"}),
        ({9999: IGNORE}, {9999: IGNORE}),
    ],
)
def test_what_cannot_be_said_of_a_row_is_named(
    form: Form, rows: dict[int, str], unused: dict[int, str]
) -> None:
    """As in a remembered mapping whose codes or rows this file does not have."""
    told = [i for i in _read(form().build(), rows=rows).issues if i.code == "correction-not-used"]
    assert {int(i.where.rpartition("!")[2]) for i in told} == unused.keys()
    assert all(code in issue.message.id for issue, code in zip(told, unused.values(), strict=True))


def test_the_sheet_the_user_chooses() -> None:
    from tests.tools.many_tables import xlsx

    one, two = clean_table("unknown", seed=1), clean_table("unknown", seed=2)
    data = xlsx([("Satu", _grid(one.data), Look()), ("Dua", _grid(two.data), Look())])
    assert read(data).sheet == "Satu"
    assert read(data).other_sheets == ("Dua",)
    reading = _read(data, sheet="Dua")
    assert reading.sheet == "Dua"
    assert reading.other_sheets == ("Satu",)
    assert reading.blocks[0].cells == two.answers[Stage.MANDIRI]


def _grid(data: bytes) -> list[list[object]]:
    import io

    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_sheet_without_a_header_we_know() -> None:
    from tests.tools.many_tables import xlsx

    case = clean_table("unknown")
    grid = _grid(case.data)
    grid[0] = ["Hal", *[None] * 5, "Isi", "Kata", "Berkas", "Cara"]
    data = xlsx([("Lembar", grid, Look())])
    with pytest.raises(ZiError):
        read_workbook(data, "uji.xlsx")
    columns = dict.fromkeys("ABCDEF", "text") | {"G": "answer:mandiri", "H": "note:mandiri", "J": "type"}
    reading = _read(data, sheet="Lembar", columns=columns)
    assert reading.blocks[0].cells == case.answers[Stage.MANDIRI]
    assert reading.blocks[0].notes == case.notes[Stage.MANDIRI]


def test_a_meaning_that_does_not_exist(form: Form) -> None:
    with pytest.raises(ZiError) as refused:
        _read(form().build(), columns={"K": "answer:nobody"})
    assert refused.value.code == "bad-correction"


def test_the_shape_is_that_of_the_template_not_of_the_answers() -> None:
    first = read(clean_table("single-table", seed=1).data)
    second = read(clean_table("single-table", seed=2, look=Look(sheet="Lain")).data)
    other = read(clean_table("portalrb-jawaban", seed=1).data)
    moved = read(clean_table("single-table", seed=1, look=Look(shift=1)).data)
    assert first.blocks[0].cells != second.blocks[0].cells
    assert first.shape == second.shape
    assert len({first.shape, other.shape, moved.shape}) == 3


@pytest.mark.parametrize("family", ["three-tier", "form-2014", "lampiran-iii"])
def test_a_correction_that_changes_nothing_changes_nothing(family: str) -> None:
    case = clean_table(family)
    reading = read(case.data)
    again = _read(case.data, columns={c.column: c.meaning for c in reading.columns if c.meaning})
    assert again.blocks == reading.blocks
    assert not judge(case, again).wrong


def test_our_own_export_told_what_it_is_stays_what_it_is() -> None:
    from tests.domain.answers import sample_report
    from zi_desktop.worksheets.writing import write_workbook

    data = write_workbook(sample_report())
    reading = read(data)
    again = _read(data, columns={c.column: c.meaning for c in reading.columns if c.meaning})
    assert (again.layout, again.blocks, again.issues) == (reading.layout, reading.blocks, reading.issues)
