"""A PDF/A-3b by somebody else's judgement, tagged through and through, with its files inside."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pikepdf.pdfa
import pytest

from tests.documents import made_up
from tests.documents.tag_tree import Node, tag_tree
from tests.documents.test_report_pdf import HOSTILE, SIGNERS, filled
from zi_desktop.documents import Attachment, attachments, write_pdf
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.report import Report, make_report
from zi_desktop.services.identities import make_local_identity
from zi_desktop.signing.identities import load_pkcs12
from zi_desktop.signing.pades import Box, PdfSigner, sign_pdf_with

DAY = dt.date(2026, 11, 24)
FILES = (
    Attachment("lke ujian é.xlsx", bytes(range(256)) * 40, "application/zip", "Buku kerja", "Source"),
    Attachment("lke.json", b"{}", "application/json", "Data"),
)


@pytest.fixture(scope="module")
def full() -> bytes:
    return write_pdf(filled(share=0.9), SIGNERS, made_on=DAY, attachments=FILES).data


@pytest.fixture(scope="module")
def tree(full: bytes) -> Node:
    return tag_tree(full)


def empty() -> Report:
    lke = made_up.small_lke()
    return make_report(lke, made_up.evaluation(lke, {}, rich=False))


def verdict(pdf: bytes) -> tuple[str, list[str]]:
    report = pikepdf.pdfa.validate_written(io.BytesIO(pdf), "3b")
    return report.verdict, [str(finding) for finding in report.findings]


def test_another_program_calls_it_pdfa(full: bytes) -> None:
    assert verdict(full) == ("pass", [])
    assert verdict(write_pdf(empty(), made_on=DAY).data) == ("pass", [])


def test_odd_characters_keep_it_valid() -> None:
    report = filled(share=0.1)
    odd = f'Balai <Uji> & "é" {HOSTILE}'
    evaluation = replace(report.evaluation, unit=odd, notes={"A.I.1.i.a": odd * 3})
    document = write_pdf(make_report(report.lke, evaluation), made_on=DAY)
    assert verdict(document.data) == ("pass", [])
    with pikepdf.open(io.BytesIO(document.data)) as opened, opened.open_metadata() as metadata:
        assert 'Balai <Uji> & "é" emoji' in metadata["dc:title"]


def test_the_judge_would_see_a_fault(full: bytes) -> None:
    with pikepdf.open(io.BytesIO(full)) as document:
        del document.Root.OutputIntents
        out = io.BytesIO()
        document.save(out)
    assert verdict(out.getvalue())[0] == "fail"


def test_signatures_leave_it_valid(full: bytes) -> None:
    """The judge does not look at forms, so it is asked about the document without the fields it holds."""
    document = write_pdf(filled(share=0.9), SIGNERS, made_on=DAY, attachments=FILES)
    boxes = [Box(box.page, box.x1, box.y1, box.x2, box.y2) for box in document.boxes]
    identity = load_pkcs12(make_local_identity("Contoh Ketua", "Uji", "rahasia uji"), "rahasia uji")
    signed = sign_pdf_with(document.data, [PdfSigner(identity, "Ketua Tim", box) for box in boxes])
    with pikepdf.open(io.BytesIO(signed)) as opened:
        for page in opened.pages:
            for field in page.obj.get("/Annots", []):
                assert field.Subtype == "/Widget"
                assert int(field.F) & 4, "printed"
                assert not int(field.F) & 2, "not hidden"
                assert "/N" in field.AP
        fonts = [
            f for o in opened.objects if isinstance(o, pikepdf.Dictionary) and (f := o.get("/FontDescriptor"))
        ]
        assert all("/FontFile2" in f or "/FontFile3" in f for f in fonts)
        del opened.Root.AcroForm
        for page in opened.pages:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
        for of_signing in ("/Perms", "/Extensions"):
            del opened.Root[of_signing]
        out = io.BytesIO()
        opened.save(out)
    assert verdict(out.getvalue()) == ("pass", [])
    assert len(tag_tree(signed).all("Table")) == len(tag_tree(full).all("Table"))
    assert attachments(signed) == {item.name: item.data for item in FILES}


def test_it_says_what_it_is(full: bytes) -> None:
    with pikepdf.open(io.BytesIO(full)) as document, document.open_metadata() as metadata:
        assert "Laporan Hasil Evaluasi" in metadata["dc:title"]
        assert metadata["dc:language"] == {"id-ID"}
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "B")
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_its_files_come_out_as_they_went_in(full: bytes) -> None:
    assert attachments(full) == {item.name: item.data for item in FILES}
    assert attachments(write_pdf(empty(), made_on=DAY).data) == {}
    with pikepdf.open(io.BytesIO(full)) as document:
        said = [(str(f.UF), str(f.AFRelationship), str(f.EF.F.Subtype)) for f in document.Root.AF]
    assert said == [(f.name, f"/{f.relationship}", f"/{f.media}") for f in FILES]
    with pytest.raises(ZiError) as refused:
        attachments(b"bukan pdf")
    assert refused.value.code == "not-a-pdf"


def test_headings_come_in_order(tree: Node) -> None:
    levels = [int(node.tag[1]) for node in tree.walk() if node.tag in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert len(levels) > 8
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_table_has_heads_and_even_rows(tree: Node) -> None:
    tables = tree.all("Table")
    assert len(tables) > 5
    for table in tables:
        assert {row.tag for row in table.kids} == {"TR"}
        assert table.all("TH")
        assert {cell.tag for row in table.kids for cell in row.kids} <= {"TH", "TD"}
        assert all(cell.scope in ("Column", "Row") for cell in table.all("TH"))
        assert len({sum(cell.columns for cell in row.kids) for row in table.kids}) == 1


def test_the_annex_is_one_table_over_many_pages(tree: Node) -> None:
    annex = max(tree.all("Table"), key=lambda table: len(table.kids))
    pages = {page for node in annex.walk() for page, _ in node.contents}
    assert len(pages) > 8
    assert [len(row.kids) for row in annex.kids[:1]] == [6]
    assert all(cell.scope == "Column" for cell in annex.kids[0].kids)
    questions = [row for row in annex.kids if [c.tag for c in row.kids] == ["TH"] + ["TD"] * 5]
    assert len(questions) == 113


def test_pictures_are_told_in_words(tree: Node) -> None:
    figures = tree.all("Figure")
    assert figures
    assert all(len(figure.alt) > 40 for figure in figures)


def test_a_text_over_two_pages_is_one_paragraph() -> None:
    report = filled(share=0.2)
    notes = {"A.I.1.i.a": "Catatan contoh yang panjang sekali. " * 400}
    evaluation = made_up.evaluation(report.lke, {}, rich=False)
    long = make_report(report.lke, replace(evaluation, notes=notes))
    found = tag_tree(write_pdf(long, made_on=DAY).data)
    assert any(len({page for page, _ in node.contents}) > 1 for node in found.all("TD"))
