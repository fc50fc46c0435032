"""Reading the Lampiran III workbook: answers as typed, notes, evidence, tolerance and refusal."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.tools.forms import Link, OfficialForm
from tests.worksheets.conftest import codes_at, read, typed
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke

Form = Callable[..., OfficialForm]
SITE = "https://bukti.contoh.example"


@pytest.mark.parametrize("seed", range(6))
def test_every_cell_is_read_as_typed(form: Form, lke: Lke, seed: int) -> None:
    reading = read(form(seed, lhkasn_defect=False).build())
    (block,) = reading.blocks
    assert block.stage is Stage.MANDIRI
    assert {c: v if isinstance(v, str) else float(v) for c, v in block.cells.items()} == typed(lke, seed)
    assert len(block.places) == len(lke.input_cells) == 127
    assert reading.layout == "lampiran-iii"
    assert reading.edition == "zi-2021"
    assert reading.issues == ()


def test_places_name_sheet_and_cell(form: Form) -> None:
    (block,) = read(form().build()).blocks
    assert block.places["A.I.1.i.a"] == "LKE ZI!K8"
    assert block.places["A.II.5.iii.b.sudah"] == "LKE ZI!K189"
    assert block.places["B.II.a"] == "LKE ZI!K205"


def test_every_row_is_accounted_for(form: Form) -> None:
    rows = read(form().build()).rows
    assert rows.read == 113 + 22
    assert rows.skipped["leftover"] == 4  # rows 3, 90, 199 and 207 of the real workbook
    assert rows.skipped["signature"] == 3
    assert rows.skipped["sum-row"] == rows.skipped["group"] == 2
    assert "unknown" not in rows.skipped


def test_the_sheet_may_stand_anywhere(form: Form, lke: Lke) -> None:
    made = form(3, first_row=27, shift=4, sheet_name="Lembar 1 (salinan)", protected=False)
    (block,) = read(made.build()).blocks
    assert {c: v if isinstance(v, str) else float(v) for c, v in block.cells.items()} == typed(lke, 3)
    assert block.places["A.I.1.i.a"] == "Lembar 1 (salinan)!O34"


def test_a_header_below_row_thirty_is_none(form: Form) -> None:
    from zi_desktop.domain.errors import ZiError

    with pytest.raises(ZiError) as refused:
        read(form(first_row=30).build())
    assert refused.value.code == "not-a-worksheet"


def test_ways_of_typing_a_choice(form: Form) -> None:
    change = {
        "A.I.1.i.a": " ya ",
        "A.I.1.i.b": "b",
        "A.I.1.ii.a": "T",
        "A.I.1.ii.b": "A.",
        "A.I.1.ii.c": "c ",
        "A.I.1.iii.a": "D\u00a0",
    }
    reading = read(form(change=change).build())
    cells = reading.blocks[0].cells
    assert [cells[code] for code in change] == ["Ya", "B", "Tidak", "A", "C", "D"]
    assert not any(i.code == "outside-scale" for i in reading.issues)


def test_ways_of_typing_a_number(form: Form) -> None:
    change = {"B.I.a": "3,72", "B.II.a": "3.5 ", "A.II.1.i.a.agen": "7", "A.II.1.i.a.perubahan": " 6 "}
    cells = read(form(change=change).build()).blocks[0].cells
    assert cells["B.I.a"] == Decimal("3.72")
    assert cells["B.II.a"] == Decimal("3.5")
    assert cells["A.II.1.i.a.agen"] == Decimal(7)
    assert cells["A.II.1.i.a.perubahan"] == Decimal(6)


def test_a_float_is_the_number_that_was_typed(form: Form) -> None:
    # Excel keeps 3.72 as the float beside it; the answer is what the person sees.
    cells = read(form(change={"B.I.a": 3.72}).build()).blocks[0].cells
    assert cells["B.I.a"] == Decimal("3.72")


@pytest.mark.parametrize(
    ("code", "value", "issue"),
    [
        ("A.I.1.i.a", "A", "outside-scale"),
        ("A.I.1.i.b", "D", "outside-scale"),
        ("A.I.1.i.b", "Ya", "outside-scale"),
        ("A.I.1.i.b", "A/B", "outside-scale"),
        ("A.I.1.i.b", 1.0, "outside-scale"),
        ("A.II.1.i.a.agen", -1.0, "out-of-range"),
        ("A.II.1.i.a.agen", 2.5, "out-of-range"),
        ("A.II.1.i.a.agen", "1.234", "out-of-range"),
        ("A.II.1.i.a.agen", "7 orang", "not-a-number"),
        ("B.I.a", 4.01, "out-of-range"),
        ("B.I.a", "tiga", "not-a-number"),
        ("A.I.1.i.b", "#N/A", "error-cell"),
        ("B.II.a", "#DIV/0!", "error-cell"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_cell(
    form: Form, code: str, value: object, issue: str, lke: Lke
) -> None:
    reading = read(form(change={code: value}).build())
    (block,) = reading.blocks
    assert code not in block.cells
    assert len(block.cells) == 126
    (told,) = [i for i in reading.issues if i.code == issue and i.where == block.places[code]]
    assert told.question == lke.cells[code].question.code


def test_a_blank_is_no_answer(form: Form) -> None:
    reading = read(form(change={"A.I.1.i.b": "", "A.I.1.ii.b": "   ", "B.I.a": ""}).build())
    assert not {"A.I.1.i.b", "A.I.1.ii.b", "B.I.a"} & reading.blocks[0].cells.keys()


def test_a_formula_as_answer_is_read_and_told(form: Form) -> None:
    reading = read(form(change={"A.I.1.i.b": "=Utama!B9"}).build())
    assert reading.blocks[0].cells["A.I.1.i.b"] == "B"
    assert "formula-answer" in codes_at(reading)["LKE ZI!K9"]


def test_an_empty_form_has_no_block(lke: Lke) -> None:
    reading = read(OfficialForm(lke).build())
    assert reading.blocks == ()
    assert "nothing-filled" in {i.code for i in reading.issues}


def test_notes_of_count_rows_belong_to_their_question(form: Form) -> None:
    notes = {
        "A.I.1.i.a": "Satu baris\nDua baris",
        "A.II.5.ii.a": "Soal",
        "A.II.5.ii.a.harus": "Rincian",
        "A.II.5.ii.a.proses": "Rincian",
        "A.II.5.ii.a.selesai": "Akhir",
    }
    (block,) = read(form(notes=notes).build()).blocks
    assert block.notes == {"A.I.1.i.a": "Satu baris\nDua baris", "A.II.5.ii.a": "Soal\nRincian\nAkhir"}


def test_evidence_of_every_sort(form: Form) -> None:
    evidence = {
        "A.I.1.i.a": ("1. SK Tim.pdf\n2. Notulen.pdf", f"{SITE}/1"),
        "A.I.1.i.b": ("", Link(f"{SITE}/2", f"{SITE}/2")),
        "A.I.1.ii.a": ("", Link("Folder", f"{SITE}/3")),
        "A.I.1.ii.b": ("", f'=HYPERLINK("{SITE}/4","Folder empat")'),
        "A.I.1.ii.c": ("", f"{SITE}/5\n{SITE}/6, {SITE}/7"),
        "A.I.1.iii.a": (r"\\server\area 1\SK.pdf", ""),
        "A.II.1.i.a.agen": ("Daftar agen.xlsx", ""),
    }
    (block,) = read(form(evidence=evidence).build()).blocks
    assert block.evidence == {
        "A.I.1.i.a": ("SK Tim.pdf", "Notulen.pdf", f"{SITE}/1"),
        "A.I.1.i.b": (f"{SITE}/2",),
        "A.I.1.ii.a": ("Folder", f"{SITE}/3"),
        "A.I.1.ii.b": ("Folder empat", f"{SITE}/4"),
        "A.I.1.ii.c": (f"{SITE}/5", f"{SITE}/6", f"{SITE}/7"),
        "A.I.1.iii.a": (r"\\server\area 1\SK.pdf",),
        "A.II.1.i.a": ("Daftar agen.xlsx",),
    }


def test_a_column_of_something_else_is_named_not_swallowed(form: Form) -> None:
    reading = read(form(evidence={"A.I.1.i.a": ("perlu dicek lagi", "")}).build())
    assert "unknown-column" in codes_at(reading)["LKE ZI!P8"]
    assert reading.blocks[0].evidence == {}


def test_what_is_filled_in_outside_the_questions_is_named(form: Form) -> None:
    reading = read(form(notes={"A.I.1": "Catatan pada judul area"}).build())
    assert "unplaced-cell" in codes_at(reading)["LKE ZI!O6"]


def test_the_file_says_whose_it_is(form: Form) -> None:
    reading = read(form(title="LKE\nUnit Kerja : Satker Uji\nTahun: 2024").build())
    assert (reading.unit, reading.year) == ("Satker Uji", 2024)


def test_the_number_of_the_regulation_is_no_year(form: Form) -> None:
    reading = read(form(title="LAMPIRAN III\nPERATURAN CONTOH NOMOR 90 TAHUN 2021").build())
    assert (reading.unit, reading.year) == ("", None)


def test_wording_of_the_users_workbook_is_kept(form: Form) -> None:
    made = form()
    for line in made.lines:
        if line.key == "question A.I.1.i.a":
            line.text = "Unit membentuk tim pembangunan ZI"
    texts = read(made.build()).official_texts
    assert texts == {"A.I.1.i.a": "Unit membentuk tim pembangunan ZI"}
