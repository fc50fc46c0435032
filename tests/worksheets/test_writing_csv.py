"""The CSV opens in an Indonesian Excel, computes nothing there, and comes back whole."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from tests.domain.answers import EDITIONS, sample_report
from tests.verifiers._libreoffice import Conversion, libreoffice_convert
from tests.worksheets.test_writing import filled
from zi_desktop.domain.cells import plain
from zi_desktop.domain.evaluation import Evidence, Stage
from zi_desktop.domain.report import Report
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook
from zi_desktop.worksheets.writing_csv import write_csv
from zi_desktop.worksheets.writing_csv_cells import guarded, unguarded

ODD = (
    *("=1+1", "+62 812", "-", "@SUM(A1)", "'=1", "'", "''x", "＝1", "-5", "=HYPERLINK(\"x\";\"y\")"),
    *("#N/A", "_x0041_", "000123", "1.000,50", "TRUE", "3/4", "a;b", 'kata "kutip"', "satu\n\ndua"),
    "Err:502",
)  # fmt: skip


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def odd_report(stage: Stage) -> Report:
    lke = load_edition("zi-2021")
    report = sample_report("zi-2021", stage, filled("zero penuh", lke))
    codes = [q.code for q in lke.questions]
    evaluation = replace(
        report.evaluation,
        notes=dict(zip(codes, ODD, strict=False)),
        evidence={
            codes[30]: tuple(Evidence(str(n), " ".join(text.split())) for n, text in enumerate(ODD)),
            **{codes[40 + n]: (Evidence("x", " ".join(text.split())),) for n, text in enumerate(ODD)},
        },
        findings={},
    )
    return replace(report, evaluation=evaluation)


def test_it_begins_as_excel_wants_it() -> None:
    data = write_csv(odd_report(Stage.TPI))
    assert data.startswith(b"\xef\xbb\xbfKode;Soal;Pilihan Jawaban;Jawaban Unit;")
    header, *rows = rows_of(data)
    assert header[-2:] == ["Nilai TPI", "% TPI"]
    assert len(rows) == 113 + 22
    assert {len(row) for row in rows} == {len(header)}
    assert len({row[0] for row in rows}) == len(rows), "one row per code"


def test_nothing_in_it_is_taken_for_a_formula(tmp_path: Path) -> None:
    data = write_csv(odd_report(Stage.TPI))
    begun = {cell[0] for row in rows_of(data) for cell in row if cell}
    assert not begun & set("=+-@\t\r＝＋－＠")
    source, target = tmp_path / "a.csv", tmp_path / "a.fods"
    source.write_bytes(data)
    libreoffice_convert([Conversion(source, target, "OpenDocument Spreadsheet Flat XML")])
    assert "table:formula" not in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [*ODD, "", "biasa", "\tx", "\rx"])
def test_the_apostrophe_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("stage", list(Stage))
def test_odd_texts_come_back_whole(stage: Stage) -> None:
    report = odd_report(stage)
    reading = read_workbook(write_csv(report), "uji.csv")
    assert reading.issues == ()
    assert reading.rows.balances
    block = next(b for b in reading.blocks if b.stage is stage)
    evaluation = report.evaluation
    assert block.notes == evaluation.notes
    assert block.evidence == {c: tuple(e.text for e in items) for c, items in evaluation.evidence.items()}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("fill", ["complete", "half", "zero undecided", "zero penuh", "zero nol"])
def test_answers_and_decisions_come_back(edition: str, fill: str) -> None:
    if edition == "zi-2014" and fill.startswith("zero"):
        fill = "half"
    lke = load_edition(edition)
    report = sample_report(edition, Stage.TPI, filled(fill, lke))
    reading = read_workbook(write_csv(report), "uji.csv")
    assert [i.code for i in reading.issues] == []
    block = next(b for b in reading.blocks if b.stage is Stage.TPI)
    assert {c: plain(v) for c, v in block.cells.items()} == {
        c: plain(v) for c, v in report.evaluation.cells.items()
    }
    for question in lke.questions:
        if question.weight is not None:
            points = float(report.score.questions[question.code])
            assert block.file_scores[question.code] == pytest.approx(points, abs=1e-9)


def test_a_csv_of_somebody_else_keeps_its_apostrophes() -> None:
    lines = ["Penilaian;Pilihan Jawaban;Jawaban Unit;Catatan Unit"]
    report = odd_report(Stage.MANDIRI)
    lines += [f"{q.text};A/B/C;A;'=catatan" for q in report.lke.questions if q.scale == "ABC"]
    reading = read_workbook("\n".join(lines).encode(), "lain.csv")
    assert set(reading.blocks[0].notes.values()) == {"'=catatan"}
