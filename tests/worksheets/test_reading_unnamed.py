"""No column is named as that of the answers: told, never guessed, read once the user has said which."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools.many_tables import Look, xlsx
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.domain.reading import IGNORE, AnswersUnnamed, Corrections, Reading
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook

Grid = list[list[Any]]
LKE = load_edition("zi-2021")
BEST = {q.code: q.choices[0].label for q in LKE.questions if q.choices}
WORST = {q.code: q.choices[-1].label for q in LKE.questions if q.choices}


def _table(header: list[list[str | None]], *columns: dict[str, Any]) -> bytes:
    """The wording in the first column, the others as given by question code; every header row above it."""
    grid: Grid = [list(row) for row in header]
    for section in LKE.all_sections:
        grid.append([f"{section.code.rpartition('.')[2]}. {section.label}"])
        for question in section.questions:
            name = question.code.rpartition(".")[2]
            grid.append([f"{name}. {question.text}", *(cells.get(question.code) for cells in columns)])
            counts = question.counts if question.kind is QuestionKind.RATIO else ()
            grid += [[f"- {count.label}"] for count in counts if len(counts) > 1]
    return xlsx([("Lembar", grid, Look())])


def _refused(data: bytes, said: Corrections | None = None) -> AnswersUnnamed:
    with pytest.raises(AnswersUnnamed) as refused:
        read_workbook(data, "uji.xlsx", said)
    return refused.value


def _columns(reading: Reading) -> dict[str, str]:
    return {c.column: c.meaning for c in reading.columns}


@pytest.mark.parametrize(
    "label",
    [
        *("Penilaian Mandiri", "Skor Mandiri", "Nilai Jawaban", "Hasil Penilaian Unit", "TPI", "Nilai"),
        *("Isian Satker Contoh", "Jawaban 2023 dan 2024"),
    ],
)
@pytest.mark.parametrize("weighted", [True, False])
def test_a_column_that_may_hold_the_answers_is_told_not_taken(label: str, weighted: bool) -> None:
    header = ["Penilaian", *(["Bobot"] if weighted else []), label]
    data = _table([header], *([{"A.I.1.i.a": 1.5}] if weighted else []), BEST)
    error = _refused(data)
    letter = "C" if weighted else "B"
    assert error.code == "no-answer-column"
    assert f"{letter} “{label}”" in error.message.id
    assert f"{letter} “{label}”" in error.message.en
    assert int(error.message.id.split()[0]) > 100
    assert error.where == "Lembar!1"
    assert error.reading.blocks == ()
    assert error.reading.rows.balances
    reading = read_workbook(data, "uji.xlsx", Corrections(columns={letter: "answer:mandiri"}))
    (block,) = reading.blocks
    assert (block.stage, block.cells) == (Stage.MANDIRI, BEST)
    assert reading.shape == error.reading.shape
    assert reading.rows.balances
    assert _columns(reading)[letter] == "answer:mandiri"


def test_what_else_stands_there_is_theirs_whose_answers_were_named() -> None:
    notes = {"A.I.1.i.a": "catatan"}
    data = _table([["Penilaian", "TPI", "Keterangan"]], BEST, notes)
    for stage in Stage:
        (block,) = read_workbook(data, "uji.xlsx", Corrections(columns={"B": f"answer:{stage}"})).blocks
        assert (block.stage, block.cells, block.notes) == (stage, BEST, notes)


def test_both_of_two_columns_can_be_named() -> None:
    data = _table([["Penilaian", "Penilaian Mandiri", "TPI"]], BEST, WORST)
    said = {"B": "answer:mandiri", "C": "answer:tpi"}
    blocks = read_workbook(data, "uji.xlsx", Corrections(columns=said)).blocks
    assert [(b.stage, b.cells) for b in blocks] == [(Stage.MANDIRI, BEST), (Stage.TPI, WORST)]


def test_a_header_of_two_rows_names_every_column() -> None:
    data = _table([["Penilaian", "Hasil", None], [None, "Mandiri", "TPI"]], BEST, WORST)
    error = _refused(data)
    assert {c.column: c.header for c in error.reading.columns if not c.meaning} == {
        "B": "Mandiri",
        "C": "TPI",
    }
    (block,) = read_workbook(data, "uji.xlsx", Corrections(columns={"C": "answer:tpi"})).blocks
    assert (block.stage, block.cells) == (Stage.TPI, WORST)


def test_what_is_said_without_naming_answers_is_kept_in_sight() -> None:
    data = _table([["Penilaian", "Penilaian Mandiri", "Lain"]], BEST, {"A.I.1.i.a": "catatan"})
    error = _refused(data, Corrections(columns={"C": "note:mandiri"}))
    assert _columns(error.reading) == {"A": "tree", "B": "", "C": "note:mandiri"}
    error = _refused(data, Corrections(columns={"B": IGNORE}))
    assert _columns(error.reading)["B"] == IGNORE


def test_the_shape_is_not_that_of_the_answers() -> None:
    header = [["Penilaian", "Penilaian Mandiri", "Keterangan"]]
    full, none = _table(header, BEST, {"A.I.1.i.b": "kata"}), _table(header, {}, {})
    assert _refused(full).reading.shape == _refused(none).reading.shape
    assert _refused(_table([["Penilaian", "TPI"]], BEST)).reading.shape != _refused(none).reading.shape


def test_a_table_that_asks_something_else_is_no_worksheet() -> None:
    rows: Grid = [["Penilaian", "Bobot", "Nilai"], *[[f"Pertanyaan lain {n}", 1, "A"] for n in range(80)]]
    with pytest.raises(ZiError) as refused:
        read_workbook(xlsx([("Lembar", rows, Look())]), "uji.xlsx")
    assert refused.value.code == "not-a-worksheet"


def test_a_sheet_that_names_its_answers_is_not_asked_for_them() -> None:
    """It is refused for another reason: what it asks is not an LKE's."""
    rows: Grid = [["Penilaian", "Bobot", "Jawaban"], *[[f"Pertanyaan lain {n}", 1, "A"] for n in range(80)]]
    with pytest.raises(ZiError) as refused:
        read_workbook(xlsx([("Lembar", rows, Look())]), "uji.xlsx")
    assert refused.value.code == "not-a-worksheet"
