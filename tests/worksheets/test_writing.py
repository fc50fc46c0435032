from __future__ import annotations

import io
import re
import time
import zipfile
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.domain.answers import EDITIONS, random_cells, sample_report
from tests.verifiers import libreoffice_recalculate
from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Evidence, Stage
from zi_desktop.domain.lke import Lke, QuestionKind
from zi_desktop.domain.report import Report, make_report
from zi_desktop.domain.scoring import value_of
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.writing import gate_cells, score_cells, write_workbook
from zi_desktop.worksheets.writing_plan import RowKind, plan_columns, plan_rows

ZI_2021 = load_edition("zi-2021")
OFFICIAL_HEADER = {
    "A": "ID",
    "B": "Penilaian",
    "H": "Bobot",
    "I": "Kriteria Nilai",
    "J": "Pilihan Jawaban",
    "K": "Jawaban Unit",
    "L": "Catatan Unit",
    "M": "Bukti Dukung Unit",
    "N": "Jawaban TPI",
    "O": "Nilai",
    "P": "%",
    "Q": "Catatan TPI",
}


def opened(data: bytes, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def zero_denominators(lke: Lke, decision: str) -> dict[str, CellValue]:
    cells = random_cells(lke, 5)
    for question in lke.questions:
        if question.kind is QuestionKind.RATIO:
            cells |= {f"{question.code}.{c.id}": Decimal(0) for c in question.counts}
            cells.pop(f"{question.code}.keputusan", None)
            if decision:
                cells[f"{question.code}.keputusan"] = decision
    cells["A.II.3.iii.a.tahun_ini"] = Decimal(2)
    return cells


def filled(name: str, lke: Lke) -> dict[str, CellValue]:
    makers = {
        "complete": lambda: random_cells(lke, 1),
        "half": lambda: random_cells(lke, 2, filled=0.5),
        "empty": dict,
        "zero undecided": lambda: zero_denominators(lke, ""),
        "zero penuh": lambda: zero_denominators(lke, "penuh"),
        "zero nol": lambda: zero_denominators(lke, "nol"),
    }
    return makers[name]()


CASES = [
    ("zi-2021", Stage.MANDIRI, "complete"),
    ("zi-2021", Stage.MANDIRI, "zero nol"),
    ("zi-2021", Stage.TPI, "half"),
    ("zi-2021", Stage.TPI, "zero undecided"),
    ("zi-2021", Stage.TPI, "empty"),
    ("zi-2021", Stage.TPN, "zero penuh"),
    ("zi-2014", Stage.MANDIRI, "half"),
    ("zi-2014", Stage.TPI, "complete"),
]


@pytest.mark.parametrize(("edition", "stage", "how"), CASES)
def test_a_hard_recalculation_gives_our_scores(edition: str, stage: Stage, how: str, tmp_path: Path) -> None:
    report = sample_report(edition, stage, filled(how, load_edition(edition)))
    path = tmp_path / "lke.xlsx"
    path.write_bytes(write_workbook(report))
    scores, gates = score_cells(report), gate_cells(report)
    values = libreoffice_recalculate(path, [*scores.values(), *gates.values()])
    for code, cell in scores.items():
        assert values[cell] == pytest.approx(float(report.score.points(code)), abs=1e-9), code
    for predikat in report.predikat:
        for gate in predikat.gates:
            told = values[gates[predikat.rule.id, gate.gate.id]]
            assert told == ("Ya" if gate.met else "Belum")


def test_the_formulas_live(tmp_path: Path) -> None:
    report = sample_report(cells=random_cells(ZI_2021, 3))
    workbook = opened(write_workbook(report))
    sheet = workbook["Jawaban"]
    edited = dict(report.evaluation.cells)
    edited |= {"A.I.1.i.a": "Ya", "A.I.1.i.b": "A", "A.II.1.i.a.agen": Decimal(4), "B.I.a": Decimal("3.6")}
    edited.pop("A.I.2.ii.a", None)
    sheet["N6"], sheet["N7"], sheet["N126"], sheet["N199"], sheet["N27"] = "ya", "A", 4, 3.6, None
    path = tmp_path / "edited.xlsx"
    workbook.save(path)
    after = make_report(ZI_2021, replace(report.evaluation, cells=edited))
    cells = score_cells(report)
    values = libreoffice_recalculate(path, list(cells.values()))
    assert after.score.total != report.score.total
    for code, cell in cells.items():
        assert values[cell] == pytest.approx(float(after.score.points(code)), abs=1e-9), code


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("stage", list(Stage))
def test_every_score_is_a_formula_with_its_value(edition: str, stage: Stage) -> None:
    report = sample_report(edition, stage, random_cells(load_edition(edition), 11, filled=0.8))
    data = write_workbook(report)
    live, cached = opened(data), opened(data, values=True)
    for code, place in score_cells(report).items():
        name, cell = place.split("!")
        assert str(live[name][cell].value).startswith("=")
        assert cached[name][cell].value == float(report.score.points(code))
    plan = plan_rows(report.lke)
    for question in report.lke.questions:
        cell = f"O{plan.number[question.code]}"
        expected = report.score.values.get(question.code, Fraction(0)) * (question.weight or 1)
        assert str(live["Jawaban"][cell].value).startswith("=")
        assert cached["Jawaban"][cell].value == float(expected)
    for (rule, gate), place in gate_cells(report).items():
        name, cell = place.split("!")
        result = next(p for p in report.predikat if p.rule.id == rule)
        met = next(g.met for g in result.gates if g.gate.id == gate)
        assert cached[name][cell].value == ("Ya" if met else "Belum")
        assert live[name][cell].value.startswith("=IF(")


def test_the_answer_sheet_is_portalrbs() -> None:
    sheet = opened(write_workbook(sample_report()))["Jawaban"]
    assert {column: sheet[f"{column}1"].value for column in OFFICIAL_HEADER} == OFFICIAL_HEADER
    labels = {195: "TOTAL PENGUNGKIT", 203: "TOTAL HASIL", 204: "NILAI EVALUASI ZONA INTEGRITAS"}
    assert {row: sheet[f"B{row}"].value for row in labels} == labels
    assert (sheet["B197"].value, sheet["C197"].value) == ("B.", "HASIL")
    assert [sheet[f"R{row}"].value for row in (6, 194, 199, 200, 202)] == [
        "A.I.1.i.a",
        "A.II.6.ii.a",
        "B.I.a",
        "B.I.b",
        "B.II.a",
    ]
    ids = [row[0].value for row in sheet.iter_rows(min_row=2, max_row=204)]
    assert [i for i in ids if i is not None] == [r for r in range(2, 205) if r != 196]
    assert [sheet[f"{c}5"].value for c in "EFGH"] == ["i.", "Penyusunan Tim Kerja", None, 0.5]
    assert [sheet[f"G{row}"].value for row in (174, 175, 176)] == [
        ZI_2021.question_by_code["A.II.5.iii.a"].text,
        "- Jumlah dasar pembagi",
        "- Kepala satuan kerja yang wajib lapor",
    ]
    assert sheet["H175"].value is None
    assert [sheet[f"J{row}"].value for row in (6, 7, 125, 126, 199)] == [
        "Ya/Tidak",
        "A/B/C",
        "%",
        "Jumlah",
        "Nilai (0-4)",
    ]


def test_the_rows_follow_from_the_tree() -> None:
    """The official rows are exactly those the tree gives when it is laid out in order."""
    lke = ZI_2021
    official = plan_rows(lke)
    numbers = [row.number for row in official.rows]
    assert numbers == [r for r in range(2, 205) if r != 196]
    for question in lke.questions:
        assert official.number[question.code] == question.portalrb_row
        for count in question.counts:
            if question.kind is QuestionKind.RATIO:
                assert official.number[f"{question.code}.{count.id}"] == count.portalrb_row
    assert official.base == {"A.II.5.iii.a": 175, "A.II.5.iii.b": 182}
    assert [r.number for r in official.rows if r.kind is RowKind.GROUP] == [173, 180]


@pytest.mark.parametrize("edition", EDITIONS)
def test_answers_stand_in_the_columns_of_their_stage(edition: str) -> None:
    lke = load_edition(edition)
    report = sample_report(edition, Stage.TPI, random_cells(lke, 21, filled=0.7))
    sheet = opened(write_workbook(report), values=True)["Jawaban"]
    plan = plan_rows(lke)
    for stage, column in ((Stage.MANDIRI, "K"), (Stage.TPI, "N")):
        evaluation = report.at_stage(stage)
        assert evaluation is not None
        for cell in lke.input_cells:
            value = evaluation.cells.get(cell.code)
            shown = sheet[f"{column}{plan.number[cell.code]}"].value
            assert shown == (float(value) if isinstance(value, Decimal) else value)
        for question in lke.questions:
            if question.kind is QuestionKind.RATIO:
                value = value_of(question, evaluation.cells)
                shown = sheet[f"{column}{plan.number[question.code]}"].value
                assert shown == (None if value is None else float(value))


@pytest.mark.parametrize("stage", list(Stage))
def test_texts_and_decisions_stand_under_their_headers(stage: Stage) -> None:
    cells: dict[str, CellValue] = {"A.II.1.i.a.keputusan": "penuh"}
    report = sample_report("zi-2021", stage, cells)
    sheet = opened(write_workbook(report))["Jawaban"]
    name = {Stage.MANDIRI: "Unit", Stage.TPI: "TPI", Stage.TPN: "TPN"}[stage]
    column = {cell.value: cell.column_letter for cell in sheet[1] if cell.value}

    def at(header: str, row: int) -> object:
        return sheet[f"{column[f'{header} {name}']}{row}"].value

    assert at("Catatan", 6) == "Catatan contoh"
    assert at("Bukti Dukung", 6) == "SK Tim, lampiran.pdf\ndua\nbaris"
    assert at("Catatan Hasil Evaluasi", 6) == "1. SK belum ditandatangani\n2. Kedua"
    assert at("Rekomendasi", 6) == "1. Tandatangani\n2. "
    assert at("Catatan Hasil Evaluasi", 7) == "Catatan contoh"
    assert at("Keputusan Penyebut Nol", 125) == "penuh"
    stages = {stage, report.siblings[0].stage}
    assert list(column) == [c.header for c in plan_columns(stages) if c.header]


def test_the_recap_says_who_what_and_every_gate() -> None:
    report = sample_report(cells=random_cells(ZI_2021, 4, filled=0.9))
    sheet = opened(write_workbook(report), values=True)["Rekap"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    flat = [str(value) for row in rows for value in row if value is not None]
    assert "Unit kerja: Unit Contoh & Uji" in flat
    assert "Tahun: 2024 · Tahap: Tim Penilai Internal (TPI)" in flat
    assert f"Terjawab: {report.score.answered} dari 113 soal" in " ".join(flat)
    assert [v for r in rows for v in r if r[0] == "1" and v] == [
        "1",
        "Contoh Ketua",
        "000000000000000001",
        "Ketua",
    ]
    by_code = {row[0]: row for row in rows}
    for section in ZI_2021.all_sections:
        assert by_code[section.code][2] == float(section.weight)
        assert by_code[section.code][3] == float(report.score.sections[section.code])
    for predikat in report.predikat:
        for gate in predikat.gates:
            row = by_code[f"{predikat.rule.id} {gate.gate.id}"]
            assert row[3] == float(gate.have)
            assert row[5] == float(gate.gate.need)
            assert row[7] == float(gate.missing)
    assert by_code["WBBM"][8].strip() == "Unit harus sudah berpredikat WBK"


def test_adopted_gates_say_that_they_are_unverified() -> None:
    report = sample_report("zi-2014")
    adopted = make_report(report.lke, report.evaluation, adopted={"permenpanrb-10-2019": {}})
    sheet = opened(write_workbook(adopted), values=True)["Rekap"]
    remarks = {row[0].value: row[8].value for row in sheet.iter_rows() if row[0].value}
    assert remarks["WBK area.1"].startswith("Belum terverifikasi")
    assert not remarks["WBK total"].startswith("Belum")
    assert set(gate_cells(adopted)) > set(gate_cells(report))


def test_it_is_readable_and_printable() -> None:
    workbook = opened(write_workbook(sample_report()))
    assert workbook.sheetnames == ["Jawaban", "Rekap", "ZI Desktop"]
    assert workbook["ZI Desktop"].sheet_state == "hidden"
    for name, frozen, titles in (("Jawaban", "H2", "$1:$1"), ("Rekap", "A8", "$7:$7")):
        sheet = workbook[name]
        assert sheet.freeze_panes == frozen
        assert sheet.print_title_rows == titles
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_answer_cells_offer_their_choices() -> None:
    sheet = opened(write_workbook(sample_report()))["Jawaban"]
    rules = {
        cell: (rule.type, rule.formula1, rule.formula2)
        for rule in sheet.data_validations.dataValidation
        for cell in ("K6", "N6", "N7", "N126", "N199", "K202")
        if cell in rule.sqref
    }
    assert rules == {
        "K6": ("list", '"Ya,Tidak"', None),
        "N6": ("list", '"Ya,Tidak"', None),
        "N7": ("list", '"A,B,C"', None),
        "N126": ("whole", "0", None),
        "N199": ("decimal", "0", "4"),
        "K202": ("decimal", "0", "4"),
    }
    lists = [r for r in sheet.data_validations.dataValidation if r.formula1 == '"penuh,nol"']
    assert len(lists) == 1


def test_the_same_report_gives_the_same_bytes_and_another_state_others() -> None:
    report = sample_report()
    first = write_workbook(report)
    time.sleep(0.01)
    assert write_workbook(sample_report()) == first
    other = make_report(report.lke, replace(report.evaluation, log_head="def"), siblings=report.siblings)
    assert write_workbook(other) != first


def test_the_package_is_plain_enough_to_sign() -> None:
    with zipfile.ZipFile(io.BytesIO(write_workbook(sample_report()))) as package:
        names = package.namelist()
        relations = b"".join(package.read(n) for n in names if n.endswith(".rels"))
        stamps = {info.date_time for info in package.infolist()}
    assert len(names) == len(set(names))
    assert b"External" not in relations
    assert not [n for n in names if re.search("externalLink|comment|vml|vba|printerSettings|calcChain", n)]
    assert not [n for n in names if " " in n or "%" in n]
    assert stamps == {(1980, 1, 31, 0, 0, 0)} or len(stamps) == 1


def test_what_has_no_place_is_refused() -> None:
    report = sample_report()
    for broken in (
        replace(report.evaluation, cells={"A.I.9.i.a": "A"}),
        replace(report.evaluation, notes={"A.I.9.i.a": "x"}),
        replace(report.evaluation, evidence={"A.I.1": (Evidence("1", "x"),)}),
    ):
        with pytest.raises(ZiError) as refused:
            write_workbook(replace(report, evaluation=broken))
        assert refused.value.code == "unknown-question"
        assert refused.value.where in ("A.I.9.i.a", "A.I.1")


def test_a_text_no_cell_can_hold_is_refused_not_cut() -> None:
    fits = sample_report(text="x" * 32_767)
    sheet = opened(write_workbook(replace_findings(fits)))["Jawaban"]
    assert sheet["Q6"].value == "x" * 32_767
    for text in ("x" * 32_768, "😀" * 16_384):
        with pytest.raises(ZiError) as refused:
            write_workbook(replace_findings(sample_report(text=text)))
        assert refused.value.code == "text-too-long"
        assert refused.value.where == "A.I.1.i.a"
    many = {"A.I.1.i.a": tuple(Evidence(str(i), "y" * 400) for i in range(100))}
    crowded = replace(fits.evaluation, notes={}, evidence=many, findings={})
    with pytest.raises(ZiError) as refused:
        write_workbook(replace(fits, evaluation=crowded))
    assert refused.value.code == "text-too-long"


def replace_findings(report: Report) -> Report:
    return replace(report, evaluation=replace(report.evaluation, findings={}), siblings=())


def test_writing_is_fast() -> None:
    report = sample_report()
    write_workbook(report)
    times = []
    for _ in range(3):
        started = time.perf_counter()
        write_workbook(report)
        times.append(time.perf_counter() - started)
    assert min(times) < 0.5  # about 0.06 s; the margin is for a busy machine
