"""Headers as agencies write them: whose column it is, two-row headers, sheets by stage, doubtful numbers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools.many_tables import Look, xlsx
from tests.worksheets.conftest import codes_at, read
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke, QuestionKind
from zi_desktop.domain.reading import IGNORE, Corrections, Reading
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook

M, T, N = Stage.MANDIRI, Stage.TPI, Stage.TPN
Grid = list[list[Any]]


def _table(header: list[str | None], answers: dict[int, dict[str, Any]], edition: str = "zi-2021") -> Grid:
    """A table with the wording in the first column, and below each header number its cells by code."""
    lke = load_edition(edition)
    grid: Grid = [list(header)]
    for section in lke.all_sections:
        grid.append([f"{section.code.rpartition('.')[2]}. {section.label}"])
        for question in section.questions:
            text = f"{question.code.rpartition('.')[2]}. {question.text}"
            grid.append(_row(text, question.code, header, answers))
            counts = question.counts if question.kind is QuestionKind.RATIO else ()
            for count in counts if len(counts) > 1 else ():
                grid.append(_row(f"- {count.label}", f"{question.code}.{count.id}", header, answers))
    return grid


def _row(text: str, code: str, header: list[str | None], answers: dict[int, dict[str, Any]]) -> list[Any]:
    return [text, *(answers.get(n, {}).get(code) for n in range(1, len(header)))]


def _all(value: str, edition: str = "zi-2021") -> dict[str, Any]:
    """The worst or best answer to every question of a kind."""
    lke = load_edition(edition)
    return {q.code: q.choices[0 if value == "best" else -1].label for q in lke.questions if q.choices}


def _read(*grids: Grid, names: tuple[str, ...] = ("Lembar",)) -> Reading:
    return read(xlsx([(name, grid, Look()) for name, grid in zip(names, grids, strict=True)]))


@pytest.mark.parametrize(
    ("labels", "stages"),
    [
        (("Jawaban",), (M,)),
        (("Jawaban Unit",), (M,)),
        (("JAWABAN\nUNIT KERJA", "jawaban  tpi"), (M, T)),
        (("Jawaban Satker", "Jawaban Itjen"), (M, T)),
        (("Jawaban Unit", "Jawaban TPI Unit", "Jawaban TPI Itjen"), (M, T, N)),
        (("Jawaban Unit", "Jawaban TPI", "Jawaban TPI KESDM"), (M, T, N)),
        (("Jawaban Unit", "Jawaban TPI", "Jawaban TPI Badan Contoh"), (M, T)),
        (("Jawaban TPI", "Jawaban TPN"), (T, N)),
        (("Jawaban", "Jawaban Tim Penilai Internal"), (M, T)),
        (("Jawaban Unit/Satker",), (M,)),
        (("Jawaban 2024",), (M,)),
        (("Jawaban Unit TA 2024", "Jawaban TPI TA 2024"), (M, T)),
        (("Jawaban Unit 2024", "Jawaban TPI 2024"), (M, T)),
        (("Jawaban\n(A/B/C/D/E)",), (M,)),
        (("Isian Mandiri", "Isian APIP", "Isian Tim Penilai Nasional"), (M, T, N)),
    ],
)
def test_whose_answers_a_header_says_they_are(labels: tuple[str, ...], stages: tuple[Stage, ...]) -> None:
    header = ["Penilaian", *labels, "Bobot", "Pilihan Jawaban"]
    reading = _read(_table(header, {n: _all("best") for n in range(1, len(labels) + 1)}))
    assert tuple(b.stage for b in reading.blocks) == stages
    assert all(len(b.cells) == 103 for b in reading.blocks)


def test_an_answer_column_of_nobody_known_is_named_not_read() -> None:
    header = ["Penilaian", "Jawaban", "Bobot", "Jawaban"]
    reading = _read(_table(header, {1: _all("best"), 3: _all("worst")}))
    (block,) = reading.blocks
    assert block.cells == _all("best")
    assert [i.code for i in reading.issues if i.code == "unknown-column"] == ["unknown-column"]


@pytest.mark.parametrize(
    "labels", [("Jawaban 2023", "Jawaban 2024"), ("Jawaban Unit 2023", "Jawaban TPI 2024")]
)
def test_answers_of_two_years_are_not_guessed_at(labels: tuple[str, str]) -> None:
    header = ["Penilaian", *labels, "Bobot"]
    with pytest.raises(ZiError, match="no-answer-column"):
        _read(_table(header, {1: _all("best"), 2: _all("worst")}))


def test_notes_below_an_answer_of_nobody_known_are_nobodys() -> None:
    header = ["Penilaian", "Jawaban", "Catatan", "Jawaban", "Catatan", "Nilai", "Bobot"]
    notes = {"A.I.1.i.a": "unit"}
    cells = {1: _all("best"), 2: notes, 3: _all("worst"), 4: {"A.I.1.i.a": "lain"}}
    reading = _read(_table(header, cells))
    assert [(b.stage, b.cells, b.notes) for b in reading.blocks] == [(M, _all("best"), notes)]
    assert [i.where for i in reading.issues if i.code == "unknown-column"] == ["Lembar!D6", "Lembar!E6"]


@pytest.mark.parametrize(
    ("upper", "stages"),
    [
        (("Unit Kerja", "TPI"), (M, T)),
        (("Self Assessment", "Hasil Evaluasi TPI"), (M, T)),
        (("Penilaian Mandiri", "Penilaian Tim Penilai Internal (TPI)"), (M, T)),
        (("Hasil Penilaian Unit", "Hasil Verifikasi"), (M,)),
    ],
)
def test_whose_columns_they_are_stands_above(upper: tuple[str, str], stages: tuple[Stage, ...]) -> None:
    header = ["Penilaian", upper[0], None, upper[1], None]
    notes = {"A.I.1.i.a": "u"}, {"A.I.1.i.a": "t"}
    grid = _table(header, {1: _all("best"), 2: notes[0], 3: _all("worst"), 4: notes[1]})
    grid.insert(1, [None, "Jawaban", "Catatan", "Jawaban", "Catatan"])
    blocks = _read(grid).blocks
    assert tuple(b.stage for b in blocks) == stages
    for block, cells, note in zip(blocks, (_all("best"), _all("worst")), notes, strict=False):
        assert (block.cells, block.notes) == (cells, note)


def test_notes_belong_to_the_answers_before_them() -> None:
    header = ["Penilaian", "Jawaban Unit", "Catatan", "Bukti Dukung", "Jawaban TPI", "Nilai", "Catatan"]
    notes = {"A.I.1.i.a": "unit"}, {"A.I.1.i.a": "SK unit.pdf"}, {"A.I.1.i.a": "tpi"}
    cells = {1: _all("best"), 2: notes[0], 3: notes[1], 4: _all("worst"), 6: notes[2]}
    unit, tpi = _read(_table(header, cells)).blocks
    assert (unit.notes, unit.evidence) == (notes[0], {"A.I.1.i.a": ("SK unit.pdf",)})
    assert (tpi.notes, tpi.evidence) == (notes[2], {})


def test_several_notes_and_documents_of_one_stage() -> None:
    header = ["Penilaian", "Jawaban", "Catatan", "Keterangan", "Eviden", "Link Eviden"]
    code = "A.I.1.i.a"
    cells = {
        1: _all("best"),
        2: {code: "satu"},
        3: {code: "dua"},
        4: {code: "SK.pdf"},
        5: {code: "https://x.contoh/1"},
    }
    (block,) = _read(_table(header, cells)).blocks
    assert block.notes == {code: "satu\ndua"}
    assert block.evidence == {code: ("SK.pdf", "https://x.contoh/1")}


def test_a_tick_is_no_note() -> None:
    header = ["Penilaian", "Jawaban", "Catatan", "Bukti Dukung"]
    cells = {1: _all("best"), 2: {"A.I.1.i.a": True}, 3: {"A.I.1.i.a": False}}
    (block,) = _read(_table(header, cells)).blocks
    assert (block.notes, block.evidence) == ({}, {})


def test_a_header_in_two_rows() -> None:
    header = ["Penilaian", "Jawaban", None, "Catatan", None]
    grid = _table(header, {1: _all("best"), 2: _all("worst"), 3: {"A.I.1.i.a": "u"}, 4: {"A.I.1.i.a": "t"}})
    grid.insert(1, [None, "Unit", "TPI", "Unit", "TPI"])
    unit, tpi = _read(grid).blocks
    assert (unit.stage, unit.cells, unit.notes) == (M, _all("best"), {"A.I.1.i.a": "u"})
    assert (tpi.stage, tpi.cells, tpi.notes) == (T, _all("worst"), {"A.I.1.i.a": "t"})


def test_sheets_of_other_stages_are_read_together() -> None:
    header = ["Penilaian", "Jawaban", "Catatan"]
    grids = _table(header, {1: _all("best")}), _table(header, {1: _all("worst")})
    reading = _read(*grids, names=("LKE Unit", "LKE TPI"))
    assert {b.stage: b.cells for b in reading.blocks} == {M: _all("best"), T: _all("worst")}
    assert [i.where for i in reading.issues if i.code == "stage-by-sheet"] == ["LKE TPI!1"]
    assert reading.other_sheets == ()


def test_sheets_of_one_stage_are_not_mixed() -> None:
    header = ["Penilaian", "Jawaban"]
    grids = _table(header, {1: _all("best")}), _table(header, {1: _all("worst") | {"B.I.a": 3.5}})
    reading = _read(*grids, names=("Lama", "Baru"))
    assert reading.sheet == "Baru"
    assert reading.other_sheets == ("Lama",)
    assert len(reading.blocks) == 1


@pytest.mark.parametrize(
    ("value", "read_as"),
    [("87%", "87"), ("87,5 %", "87.5"), (87.0, "87"), ("70", "70"), (0.0, "0"), (100.0, "100")],
)
def test_a_typed_percentage_of_the_old_form(value: object, read_as: str) -> None:
    header = ["Penilaian", "Pilihan Jawaban", "Jawaban", "Nilai"]
    reading = _read(_table(header, {2: {"B.I.2": value}}, "zi-2014"))
    assert reading.edition == "zi-2014"
    assert str(reading.blocks[0].cells["B.I.2.persen"]) == read_as


@pytest.mark.parametrize("value", [0.87, 1.0, "0,9", "1"])
def test_a_percentage_with_two_readings_is_refused(value: object) -> None:
    header = ["Penilaian", "Pilihan Jawaban", "Jawaban", "Nilai"]
    reading = _read(_table(header, {2: {"B.I.2": value, "A.I.1.a": "Ya"}}, "zi-2014"))
    assert reading.blocks[0].cells == {"A.I.1.a": "Ya"}
    assert [i.question for i in reading.issues if i.code == "ambiguous-number"] == ["B.I.2"]


@pytest.mark.parametrize(("points", "read_as"), [(4.35, "87.00"), (0.0435, "0.87")])
def test_the_files_own_score_tells_the_two_readings_apart(points: float, read_as: str) -> None:
    header = ["Penilaian", "Pilihan Jawaban", "Jawaban", "Nilai"]
    reading = _read(_table(header, {2: {"B.I.2": 0.87}, 3: {"B.I.2": points}}, "zi-2014"))
    assert str(reading.blocks[0].cells["B.I.2.persen"]) == read_as


def test_a_percentage_without_its_counts_is_no_answer() -> None:
    header = ["Penilaian", "Jawaban"]
    reading = _read(_table(header, {1: {"A.II.1.i.a": "80%", "A.I.1.i.a": "Ya"}}))
    assert reading.blocks[0].cells == {"A.I.1.i.a": "Ya"}
    assert [i.question for i in reading.issues if i.code == "percentage-without-counts"] == ["A.II.1.i.a"]


@pytest.mark.parametrize("value", ["1.000", "12,000"])
def test_thousands_that_may_be_decimals_are_refused(value: str) -> None:
    reading = _read(_table(["Penilaian", "Jawaban"], {1: {"A.II.1.i.a.agen": value, "A.I.1.i.a": "Ya"}}))
    assert "A.II.1.i.a.agen" not in reading.blocks[0].cells
    (told,) = [i for i in reading.issues if i.code == "ambiguous-number"]
    assert told.where == reading.blocks[0].places["A.II.1.i.a.agen"]


def test_questions_alone_are_enough(lke: Lke) -> None:
    grid: Grid = [["Pertanyaan", "Jawaban", "Catatan"]]
    best = _all("best")
    grid += [[q.text, best.get(q.code), None] for q in lke.questions if q.choices]
    reading = _read(grid)
    assert reading.layout == "unknown"
    wrong = {c: v for c, v in reading.blocks[0].cells.items() if v != best[c]}
    assert wrong == {}
    assert len(reading.blocks[0].cells) > 95


def test_link_that_opens_another_address(form: Any) -> None:
    from tests.tools.forms import Link

    shown, opened = "https://bukti.contoh.example/a", "https://bukti.contoh.example/b"
    reading = read(form(evidence={"A.I.1.i.a": ("", Link(shown, opened))}).build())
    assert reading.blocks[0].evidence["A.I.1.i.a"] == (shown, opened)
    assert "link-differs" in codes_at(reading)["LKE ZI!Q8"]


def test_numbers_known_only_as_shown_agree_with_what_they_stand_for(form: Any, lke: Lke) -> None:
    import csv
    import io

    import openpyxl

    made = form(5, lhkasn_defect=False)
    sheet = openpyxl.load_workbook(io.BytesIO(made.build()), data_only=True)["LKE ZI"]
    out = io.StringIO()
    writer = csv.writer(out)
    for row in sheet.iter_rows(values_only=True):
        writer.writerow([f"{v:.2f}" if isinstance(v, float) else "" if v is None else v for v in row])
    reading = read(out.getvalue().encode())
    assert not [i for i in reading.issues if i.code in ("score-differs", "weight-differs")]
    assert len(reading.blocks[0].cells) == len(lke.input_cells)


def _cut(grid: Grid, *starts: str) -> list[Grid]:
    """The table on as many sheets, each from the row that begins so to the next one's, under its header."""
    rows = [next(n for n, row in enumerate(grid) if n and str(row[0]).startswith(s)) for s in starts]
    ends = [*rows[1:], len(grid)]
    return [[grid[0], *grid[first:end]] for first, end in zip(rows, ends, strict=True)]


def _three_parts() -> tuple[Grid, list[Grid]]:
    grid = _table(
        ["Penilaian", "Jawaban", "Catatan"], {1: _all("best"), 2: {"A.I.1.i.a": "a", "A.II.1.ii.a": "b"}}
    )
    return grid, _cut(grid, "A. ", "II. REFORM", "B. ")


def test_a_form_cut_into_sheets_is_read_as_one() -> None:
    whole, parts = _three_parts()
    one, names = _read(whole), ("Pemenuhan", "Reform", "Hasil")
    reading = _read(*parts, names=names)
    (block,), (right,) = reading.blocks, one.blocks
    assert (block.cells, block.notes) == (right.cells, right.notes)
    assert (reading.sheet, reading.merged_sheets, reading.other_sheets) == (
        "Pemenuhan",
        ("Reform", "Hasil"),
        (),
    )
    assert reading.rows.balances
    missing = [[i.message.id for i in r.issues if i.code == "missing-question"] for r in (reading, one)]
    assert sorted({*missing[0]}) == sorted(missing[1])
    assert {i.where for i in reading.issues if i.code == "read-together"} == {"Reform!1", "Hasil!1"}
    assert {m.sheet for m in reading.matches} == {c.sheet for c in reading.columns} == {*names}
    assert {m.cell for m in reading.matches if m.taken} == {m.cell for m in one.matches if m.taken}


def test_sums_over_a_form_cut_into_sheets_are_compared_with_the_whole(form: Any) -> None:
    import io

    import openpyxl

    made = form(5, lhkasn_defect=False)
    whole = openpyxl.load_workbook(io.BytesIO(made.build()), data_only=True)["LKE ZI"]
    rows = [list(row) for row in whole.iter_rows(values_only=True)]
    reform, hasil = (made.row(f"section {code}") - 1 for code in ("A.II", "B"))

    def parts() -> list[Grid]:
        return [rows[:reform], [*rows[:2], *rows[reform:hasil]], [*rows[:2], *rows[hasil:]]]

    reading = _read(*parts(), names=("Pemenuhan", "Reform", "Hasil"))
    assert len(reading.blocks[0].cells) == 127
    assert not [i for i in reading.issues if i.code == "score-differs"]
    total = made.row("total total") - 1
    rows[total][11] = 1.0
    told = [i.message.en for i in _read(*parts(), names=("a", "b", "c")).issues if i.code == "score-differs"]
    assert len(told) == 1
    assert "another sheet is part of it" in told[0]
    assert "no row" not in told[0]


def test_parts_that_have_a_question_in_common_are_not_mixed() -> None:
    _, parts = _three_parts()
    reading = _read(parts[0], [*parts[0][:12], *parts[1][1:]], names=("Pemenuhan", "Reform"))
    assert (reading.merged_sheets, reading.other_sheets) == ((), ("Reform",))


def test_what_the_user_says_of_a_sheet_read_together_with_another() -> None:
    _, parts = _three_parts()
    data = xlsx([(n, grid, Look()) for n, grid in zip(("Pemenuhan", "Reform"), parts[:2], strict=True)])
    row = next(m for m in read(data).matches if m.cell == "A.II.1.ii.a")
    said = Corrections(more={"Reform": Corrections(columns={"C": IGNORE}, rows={row.row: IGNORE})})
    (block,) = read_workbook(data, "uji.xlsx", said).blocks
    assert block.notes == {"A.I.1.i.a": "a"}
    assert "A.II.1.ii.a" not in block.cells
    assert "A.I.1.i.a" in block.cells
