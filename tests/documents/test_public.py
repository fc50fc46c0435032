"""The page for everybody: one sheet, the result in words, nothing about people, nothing that runs."""

from __future__ import annotations

import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pikepdf.pdfa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import made_up
from tests.documents.reading_aloud import fonts, pages, says, squeezed
from tests.documents.tag_tree import tag_tree
from tests.documents.test_report_pdf import HOSTILE, filled
from tests.domain.answers import extreme_cells, sample_report
from zi_desktop.documents import PublicSummary, public_differences, write_pdf, write_public_summary
from zi_desktop.domain.evaluation import Stage, TeamMember
from zi_desktop.domain.letter import Letter, LetterHead
from zi_desktop.domain.lke import Level
from zi_desktop.domain.predikat import judge
from zi_desktop.domain.report import Report, make_report
from zi_desktop.worksheets.edition import load_edition

DAY = dt.date(2026, 11, 24)
SECRETS = (
    "RAHASIA-CATATAN",
    "RAHASIA-TEMUAN",
    "RAHASIA-SARAN",
    "RAHASIA-BUKTI",
    "RAHASIA-NAMA",
    "197001011995031001",
)


def written(report: Report, *, signed: bool = True) -> PublicSummary:
    summary = write_public_summary(report, made_on=DAY, signed=signed)
    for name, data in (("a.pdf", summary.pdf), ("a.html", summary.html)):
        count, found = public_differences(report, name, data, made_on=DAY, signed=signed)
        assert found == ()
        assert count > 20
    return summary


def best(edition: str = "zi-2021") -> Report:
    return sample_report(edition, Stage.TPI, extreme_cells(load_edition(edition), best=True))


@pytest.mark.parametrize("edition", ["zi-2021", "zi-2014"])
def test_it_says_the_result_komponen_areas_and_gates(edition: str) -> None:
    report = replace(best(edition), letter=Letter(LetterHead(agency="KEMENTERIAN CONTOH", office="UJI")))
    summary = written(report)
    html, pdf = summary.html.decode(), says(summary.pdf)
    for text in (
        "KEMENTERIAN CONTOH",
        "Unit Contoh & Uji",
        "100,00",
        "Semua syarat nilai terpenuhi",
        "Hasil",
    ):
        assert squeezed(text) in pdf
        assert text.replace("&", "&amp;") in html
    gates = {
        g.gate.label.id.partition(" (")[0]
        for p in report.predikat
        for g in p.gates
        if g.gate.id.startswith("area.")
    }
    areas = gates or {s.label for s in report.lke.all_sections if s.level is Level.AREA}
    assert len(areas) == 6
    for area in areas:
        assert squeezed(area).casefold() in pdf.casefold()
        assert area.casefold() in html.casefold()
    assert "belum ditandatangani" not in html


def test_what_is_missed_unsigned_or_incomplete_is_told_in_words() -> None:
    report = filled(share=0.5)
    summary = written(report, signed=False)
    for text in (summary.html.decode(), " ".join(pages(summary.pdf)[0].split())):
        assert "Belum memenuhi: " in text
        assert "Hasil sementara: penilaian ini belum ditandatangani." in text
        assert f"{report.score.answered} dari 113 soal dijawab" in text
        assert "✗ belum" in text or "Belum tercapai: Nilai total" in text


def test_nothing_internal_is_in_it() -> None:
    report = filled(share=0.9)
    evaluation, code = report.evaluation, "A.I.1.i.a"
    note, finding, advice, document, name, nip = SECRETS
    secret = replace(
        evaluation,
        notes={code: note},
        findings={
            code: (replace(next(iter(evaluation.findings.values()))[0], note=finding, recommendation=advice),)
        },
        evidence={code: (replace(next(iter(evaluation.evidence.values()))[0], text=document),)},
        team=(TeamMember(name, nip, "Ketua Tim"),),
    )
    head = LetterHead(signatory_name=name, signatory_nip=nip)
    summary = written(replace(make_report(report.lke, secret), letter=Letter(head)))
    raw = summary.html.decode() + "".join(pages(summary.pdf))
    with pikepdf.open(io.BytesIO(summary.pdf)) as opened:
        raw += str(opened.Root.Metadata.read_bytes()) + "".join(n.alt for n in tag_tree(summary.pdf).walk())
        assert len(opened.attachments) == 0
    assert [s for s in SECRETS if s in raw] == []


@pytest.mark.parametrize("length", [10, 90, 300, 1500])
def test_it_is_one_page_for_any_name(length: int) -> None:
    report = filled(share=0.3)
    unit = ("Balai Besar <b>Pengujian</b> & Sertifikasi " * 40)[:length]
    agency = "KEMENTERIAN DENGAN NAMA PANJANG SEKALI " * 3
    report = replace(
        report, evaluation=replace(report.evaluation, unit=unit), letter=Letter(LetterHead(agency=agency))
    )
    assert len(pages(written(report, signed=False).pdf)) == 1


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.text(min_size=1, max_size=60))
def test_any_name_is_read_back(unit: str) -> None:
    unit = re.sub("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", unit)
    report = best()
    written(replace(report, evaluation=replace(report.evaluation, unit=unit)))


def test_it_is_a_tagged_pdfa_whose_figures_are_told() -> None:
    for report in (best(), filled(share=0.4), best("zi-2014")):
        summary = written(report)
        verdict = pikepdf.pdfa.validate_written(io.BytesIO(summary.pdf), "3b")
        assert (verdict.verdict, list(verdict.findings)) == ("pass", [])
        tree = tag_tree(summary.pdf)
        assert len(tree.all("H1")) == 1
        figures = [node.alt for node in tree.all("Figure")]
        assert [f.partition(" ")[0:1] for f in figures] == [("Diagram",), ("Diagram",)]
        assert "radar" in figures[0]
        assert all(embedded for embedded in fonts(summary.pdf).values())


def test_the_html_needs_and_runs_nothing() -> None:
    report = filled(share=0.4)
    odd = '<script>alert(1)</script> "x" & ' + "http://contoh.example/x.png"
    report = replace(report, evaluation=replace(report.evaluation, unit=odd))
    html = written(report).html.decode()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert not re.search(r"\b(?:src|href|srcset|on[a-z]+)=|url\(|@import", html)
    assert "default-src 'none'" in html
    root = ET.fromstring(re.sub(r"<meta[^>]*>|<br>|<!DOCTYPE html>", "", html))  # well formed
    assert root.get("lang") == "id"
    heads = [h.tag for h in root.iter() if h.tag in ("h1", "h2", "h3")]
    assert heads == ["h1", "h2", "h2"]
    (svg,) = root.iter("svg")
    assert svg.get("role") == "img"
    told = {e.get("id"): e.text for e in svg if e.get("id")}
    assert set((svg.get("aria-labelledby") or "").split()) == told.keys()
    assert all(th.get("scope") for th in root.iter("th"))


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_every_colour_of_text_stands_out() -> None:
    css = written(best()).html.decode().partition("<style>")[2].partition("</style>")[0]
    colours = set(re.findall(r"[{;\s]color:(#[0-9A-Fa-f]{6})", css))
    assert len(colours) >= 4
    assert all(1.05 / (luminance(c) + 0.05) >= 4.5 for c in colours)


def test_a_page_that_says_something_else_is_noticed() -> None:
    report, other = filled(share=0.5), filled(share=0.9)
    summary = written(report)
    for name, data in (("a.pdf", summary.pdf), ("a.html", summary.html)):
        assert public_differences(other, name, data, made_on=DAY, signed=True)[1]
        assert public_differences(report, name, data, made_on=DAY, signed=False)[1]
    for planted in (b"<script>x</script>", b'<img alt="">', b'<p onclick="x">'):
        bad = summary.html.replace(b"</main>", planted + b"</main>")
        assert public_differences(report, "a.html", bad, made_on=DAY, signed=True)[1]
    whole = write_pdf(report, made_on=DAY).data
    assert public_differences(report, "a.pdf", whole, made_on=DAY, signed=True)[1][0].code == "halaman"


def test_hostile_names_leave_it_whole() -> None:
    report = filled(share=0.4)
    summary = written(replace(report, evaluation=replace(report.evaluation, unit=HOSTILE * 2)))
    assert [i.code for i in summary.issues] == ["not-printable"]
    assert written(best()) == written(best())


def just_below(edition: str = "zi-2021") -> Report:
    """A total of 74,996: a hair below what WBK asks for."""
    report = best(edition)
    sections = {
        **report.score.sections,
        "A": Fraction(40),
        "B": Fraction(34996, 1000),
        "total": Fraction(74996, 1000),
    }
    score = replace(report.score, sections=sections)
    return replace(report, score=score, predikat=judge(report.lke.predikat, score))


def test_a_total_just_below_a_gate_is_not_rounded_up_to_it() -> None:
    report = just_below()
    summary = written(report)
    assert "74,996" in summary.html.decode()
    assert "75,00 / 100" not in summary.html.decode()
    assert "\n74,996\r\n" in pages(summary.pdf)[0]


def test_nor_is_it_in_the_report() -> None:
    """The minimum of a real edition names its komponen, not the total."""
    assert "\n74,996\r\n" in pages(write_pdf(just_below(), made_on=DAY).data)[0]


def test_an_edition_with_other_gates_has_its_page_too() -> None:
    lke = made_up.small_lke()
    cells = {"A.1.a": "A", "A.1.b": "A", "B.a": Decimal("3")}
    written(make_report(lke, made_up.evaluation(lke, cells, rich=False)))
