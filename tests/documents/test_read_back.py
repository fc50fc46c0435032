"""What is printed is read back value by value, and a planted difference is found."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import fields, replace
from decimal import Decimal

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import made_up
from zi_desktop.documents import PdfReadBack, SignerBox, differences, read_back, write_pdf
from zi_desktop.domain.cells import CellValue, plain
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Finding, Stage
from zi_desktop.domain.letter import Assignment, Letter, LetterHead
from zi_desktop.domain.lke import Cell, CellKind
from zi_desktop.domain.report import Report, make_report
from zi_desktop.domain.versions import SignedVersion, Versions
from zi_desktop.worksheets.edition import load_edition

DAY = dt.date(2026, 11, 24)
SMALL = made_up.small_lke()


def report_of(cells: dict[str, CellValue], edition: str = "") -> Report:
    lke = load_edition(edition) if edition else SMALL
    return make_report(lke, made_up.evaluation(lke, cells))


def written(report: Report) -> bytes:
    return write_pdf(report, (SignerBox("Ketua Tim"),), made_on=DAY).data


def values_of(cell: Cell) -> st.SearchStrategy[CellValue]:
    if cell.kind is CellKind.CHOICE:
        return st.sampled_from([c.label for c in cell.question.choices])
    if cell.kind is CellKind.DECISION:
        return st.sampled_from(["penuh", "nol"])
    if cell.kind is CellKind.COUNT:
        return st.integers(0, 10**9).map(Decimal)
    return st.decimals(0, 4, places=20)


@settings(max_examples=30, deadline=None)
@given(st.fixed_dictionaries({}, optional={cell.code: values_of(cell) for cell in SMALL.cells.values()}))
def test_any_answers_come_back(cells: dict[str, CellValue]) -> None:
    report = report_of(cells)
    read = read_back(written(report), SMALL)
    assert read.cells == {code: plain(value) for code, value in cells.items()}
    assert set(read.points) == set(SMALL.question_by_code)
    assert differences(report, read) == ()


@pytest.mark.parametrize("edition", ["zi-2014", "zi-2021"])
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_whole_editions_come_back(edition: str, share: float) -> None:
    lke = load_edition(edition)
    report = report_of(made_up.random_cells(lke, 5, share), edition)
    data = written(report)
    read = read_back(data, lke)
    assert read.cells == {code: plain(value) for code, value in report.evaluation.cells.items()}
    assert len(read.points) == len(lke.questions)
    assert read.pages == len(pdfium.PdfDocument(data))
    assert differences(report, read) == ()


def test_one_answer_changed_behind_its_back_is_found() -> None:
    lke = load_edition("zi-2021")
    cells = made_up.best_cells(lke)
    read = read_back(written(report_of(cells, "zi-2021")), lke)
    for cell in lke.input_cells:
        other: CellValue = Decimal(3)
        if cell.kind is CellKind.CHOICE:
            other = min(cell.question.choices, key=lambda c: c.value).label
        found = differences(report_of(cells | {cell.code: other}, "zi-2021"), read)
        assert (cell.code, plain(cells[cell.code]), plain(other)) in [
            (d.code, d.printed, d.stored) for d in found
        ]


def test_an_answer_lost_or_added_is_found() -> None:
    cells: dict[str, CellValue] = {"A.1.a": "B"}
    read = read_back(written(report_of(cells)), SMALL)
    lost = {(d.code, d.printed, d.stored) for d in differences(report_of({}), read)}
    added = {(d.code, d.printed, d.stored) for d in differences(report_of(cells | {"A.1.b": "C"}), read)}
    assert lost == {
        ("A.1.a", "B", ""),
        ("A.1.a", "10,0000", "0"),
        ("total", "10,00", "0"),
        *((f"r.{code}.tpi", "10,00", "0") for code in ("A", "A.1", "total")),
    }
    assert added == {("A.1.b", "", "C")}


def test_wrong_points_and_a_wrong_total_are_found() -> None:
    report = report_of({"A.1.a": "B"})
    read = read_back(written(report), SMALL)
    points = replace(read, points=dict(read.points) | {"A.1.a": "10,0001"})
    assert [d.code for d in differences(report, points)] == ["A.1.a"]
    assert [d.code for d in differences(report, replace(read, total="10,01"))] == ["total"]
    assert [d.code for d in differences(report, replace(read, total=""))] == ["total"]


def test_no_text_of_a_user_can_pass_for_an_answer() -> None:
    fake = "A.1.b C 0,00 0,0000 20,0000\nA.1.b\nIsian 1 99\nKeputusan nol\nbelum dijawab\nNilai akhir 99,99"
    report = report_of({"A.1.a": "A", "A.1.b": "A", "A.2.a.ada": Decimal(4), "A.2.a.selesai": Decimal(1)})
    codes = [q.code for q in SMALL.questions]
    evaluation = replace(
        report.evaluation,
        unit=fake,
        notes=dict.fromkeys(codes, fake * 40),
        findings={code: (Finding("1", fake, fake),) for code in codes},
    )
    forged = make_report(SMALL, evaluation)
    assert differences(forged, read_back(written(forged), SMALL)) == ()


def test_the_self_assessment_beside_it_is_not_mistaken_for_the_answer() -> None:
    mandiri = made_up.evaluation(SMALL, made_up.best_cells(SMALL), stage=Stage.MANDIRI)
    report = make_report(SMALL, made_up.evaluation(SMALL, {"A.1.a": "C"}), siblings=(mandiri,))
    assert differences(report, read_back(written(report), SMALL)) == ()


def test_a_question_printed_twice_is_refused() -> None:
    twice = pdfium.PdfDocument(written(report_of({"A.1.a": "A"})))
    annex = next(
        i for i, page in enumerate(twice) if "Soal dan uraian" in page.get_textpage().get_text_range()
    )
    twice.import_pages(pdfium.PdfDocument(written(report_of({"A.1.a": "C"}))), pages=[annex])
    buffer = io.BytesIO()
    twice.save(buffer)
    with pytest.raises(ZiError) as refused:
        read_back(buffer.getvalue(), SMALL)
    assert refused.value.code == "printed-twice"


@pytest.mark.parametrize("data", [b"", b"bukan pdf", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ZiError) as refused:
        read_back(data, SMALL)
    assert refused.value.code == "not-a-pdf"


def test_a_pdf_that_is_not_ours_is_refused() -> None:
    blank = pdfium.PdfDocument.new()
    blank.new_page(595, 842)
    buffer = io.BytesIO()
    blank.save(buffer)
    for data, lke in ((buffer.getvalue(), SMALL), (written(report_of({})), load_edition("zi-2021"))):
        with pytest.raises(ZiError) as refused:
            read_back(data, lke)
        assert refused.value.code == "not-our-report"


HEAD = LetterHead(
    "Badan Contoh",
    "Inspektorat (Uji)",
    "Jalan Rekaan 1\nKota Uji <12345>",
    "Kota Uji",
    "{nomor}/UJI/{bulan}/{tahun}",
    "Inspektur",
    "Rekaan Inspektur",
    "0007",
)
ORDER = Assignment(
    "12", dt.date(2026, 3, 4), "Kepala Contoh", "ST-7", dt.date(2026, 1, 2), dt.date(2026, 2, 1), DAY
)
VERSIONS = Versions(
    3,
    True,
    (
        SignedVersion(2, "ab", "2026-05-06T01:02:03+00:00", ("Rekaan Dua",), {"a.pdf": "2" * 64}),
        SignedVersion(1, "cd", "", (), {"a.pdf": "1" * 64, "a.xlsx": "a" * 64}),
    ),
    "Angka salah ketik",
)


def lettered(**changes: object) -> Report:
    letter = Letter(HEAD, ORDER, {"tujuan": "Tujuan rekaan untuk {unit}.\n\nDua alinea."})
    cells = made_up.best_cells(SMALL)
    report = make_report(SMALL, made_up.evaluation(SMALL, cells))
    return replace(report, letter=letter, versions=VERSIONS, **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def read_letter() -> PdfReadBack:
    return read_back(written(lettered()), SMALL)


def test_letter_wording_team_and_version_come_back(read_letter: PdfReadBack) -> None:
    assert differences(lettered(), read_letter) == ()
    assert read_letter.texts["s.number"] == "12/UJI/III/2026"
    assert read_letter.texts["v.1.pdf"] == "SHA-256PDF:" + "2" * 64
    assert read_letter.texts["c.version"] == "3,menggantikanversi2dan1"


@pytest.mark.parametrize("field", [f.name for f in fields(LetterHead)])
def test_another_letterhead_is_found(read_letter: PdfReadBack, field: str) -> None:
    report = lettered()
    other = replace(report.letter, head=replace(HEAD, **{field: "{nomor} lain"}))
    assert differences(replace(report, letter=other), read_letter), field


@pytest.mark.parametrize("field", [f.name for f in fields(Assignment)])
def test_another_assignment_is_found(read_letter: PdfReadBack, field: str) -> None:
    report = lettered()
    value = getattr(ORDER, field)
    changed = "lain" if isinstance(value, str) else value.replace(day=value.day - 1 or 9)
    other = replace(report.letter, assignment=replace(ORDER, **{field: changed}))
    assert differences(replace(report, letter=other), read_letter), field


def test_other_words_people_and_versions_are_found(read_letter: PdfReadBack) -> None:
    report = lettered()
    evaluation = report.evaluation
    team = (replace(evaluation.team[0], nip="0"), *evaluation.team[1:])
    older = replace(VERSIONS.replaces[1], files={"a.pdf": "f" * 64})
    for other, name in (
        (replace(report, letter=replace(report.letter, wording={})), "p.tujuan.0"),
        (replace(report, evaluation=replace(evaluation, team=team)), "m.1.nip"),
        (replace(report, evaluation=replace(evaluation, unit="Lain")), "c.unit"),
        (replace(report, evaluation=replace(evaluation, year=2031)), "c.year"),
        (replace(report, evaluation=replace(evaluation, log_head="f" * 64)), "c.id"),
        (replace(report, versions=replace(VERSIONS, final=False)), "c.version"),
        (replace(report, versions=replace(VERSIONS, replaces=(VERSIONS.replaces[0], older))), "v.2.pdf"),
        (replace(report, versions=replace(VERSIONS, reason="")), "v.reason"),
    ):
        assert name in [d.code for d in differences(other, read_letter)], name


def test_an_earlier_report_is_compared_in_what_it_tells(read_letter: PdfReadBack) -> None:
    newer = {"c", "s", "p", "m", "v"}
    texts = {k: v for k, v in read_letter.texts.items() if k.partition(".")[0] not in newer}
    second = replace(read_letter, texts=texts)
    assert differences(lettered(), second)
    assert differences(lettered(), second, older=True) == ()
    first = replace(read_letter, texts={})
    assert differences(lettered(), first, older=True) == ()
    reworded = {k: v + "!" if k in ("p.sasaran.0", "c.basis") else v for k, v in read_letter.texts.items()}
    assert len(differences(lettered(), replace(read_letter, texts=reworded))) == 2
    assert differences(lettered(), replace(read_letter, texts=reworded), older=True) == ()
    own = read_letter.texts | {"p.tujuan.0": "Lain."}
    assert differences(lettered(), replace(read_letter, texts=own), older=True)
    partly = {k: v for k, v in read_letter.texts.items() if k != "s.number"}
    assert differences(lettered(), replace(read_letter, texts=partly), older=True)
