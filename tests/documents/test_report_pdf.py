"""The document itself: everything is in it, it is laid out for signing, and it is the same every time."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.documents import made_up
from tests.documents.reading_aloud import fonts, pages, says, squeezed
from zi_desktop.documents import SignerBox, write_pdf
from zi_desktop.domain.evaluation import Evidence, Finding, Stage
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.domain.report import Report, make_report
from zi_desktop.worksheets.edition import load_edition

DAY = dt.date(2026, 11, 24)
ROOT = Path(__file__).resolve().parents[2]
SIGNERS = (SignerBox("Ketua Tim", "Contoh Ketua", "19800202 200604 2 002"), SignerBox("Pimpinan Unit"))


def filled(edition: str = "zi-2021", seed: int = 1, share: float = 1.0) -> Report:
    lke = load_edition(edition)
    mandiri = made_up.evaluation(lke, made_up.best_cells(lke), stage=Stage.MANDIRI, rich=False)
    tpi = made_up.evaluation(lke, made_up.random_cells(lke, seed, share))
    return make_report(lke, tpi, siblings=(mandiri,))


@pytest.mark.parametrize("edition", ["zi-2014", "zi-2021"])
def test_everything_of_the_evaluation_is_in_it(edition: str) -> None:
    report = filled(edition)
    text = says(write_pdf(report, SIGNERS, made_on=DAY).data)
    evaluation = report.evaluation
    expected = [made_up.UNIT, str(evaluation.year), "24 November 2026", report.lke.name, report.lke.basis]
    expected += [part for m in evaluation.team for part in (m.name, m.nip, m.role)]
    expected += [s.label for s in report.lke.all_sections]
    for question in report.lke.questions:
        expected += [question.code, question.text]
        if question.kind is QuestionKind.RATIO:
            expected += [count.label for count in question.counts]
        label = evaluation.cells.get(question.code)
        if isinstance(label, str):
            expected.append(f"Pilihan {label}{question.choice(label).requirement}")
    expected += evaluation.notes.values()
    expected += [e.text for items in evaluation.evidence.values() for e in items]
    expected += [
        t for items in evaluation.findings.values() for f in items for t in (f.note, f.recommendation)
    ]
    expected += [i.message.id for i in report.issues]
    expected += [g.gate.label.id for result in report.predikat for g in result.gates]
    assert [e for e in expected if squeezed(e) not in text] == []


def test_every_page_is_numbered_and_named() -> None:
    found = pages(write_pdf(filled(), SIGNERS, made_on=DAY).data)
    for index, text in enumerate(found, 1):
        assert f"Halaman {index} dari {len(found)}" in text
        assert "Dokumen 0123456789abcdef" in text
        if index > 1:
            assert "2025 · Tim Penilai Internal (TPI)" in text


def test_the_outline_leads_to_the_right_pages() -> None:
    document = pypdfium2.PdfDocument(write_pdf(filled(), SIGNERS, made_on=DAY).data)
    found = [(entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()]
    assert [title for title, _ in found][:4] == [
        "Surat pengantar",
        "Ringkasan",
        "1. Pendahuluan",
        "2. Tim penilai",
    ]
    assert {"Lampiran: Lembar Kerja Evaluasi", "A.II.5 PENGUATAN PENGAWASAN", "Lembar pengesahan"} < dict(
        found
    ).keys()
    texts = [squeezed(page.get_textpage().get_text_range()) for page in document]
    assert [title for title, page in found if squeezed(title) not in texts[page]] == []
    document.close()


def test_no_head_stands_alone_at_the_foot_of_a_page() -> None:
    for seed in range(4):
        report = filled(("zi-2014", "zi-2021")[seed % 2], seed, 0.3 + seed / 8)
        sections = {s.code for s in report.lke.all_sections}
        for text in pages(write_pdf(report, made_on=DAY).data)[1:]:
            body = [line for line in text.splitlines() if not line.startswith(("Dokumen ", "Halaman "))]
            heads = (
                {f"{number}." for number in range(1, 10)}
                | {"Lembar", "Tujuan", "Metodologi"}
                | (sections if "Soal dan uraian" in text else set())
            )
            assert body[-1].split()[0] not in heads


def test_only_embedded_fonts_are_used() -> None:
    data = write_pdf(filled(), SIGNERS, made_on=DAY).data
    found = fonts(data)
    assert found
    assert all(found.values())
    assert all("NotoSans" in name for name in found)
    assert b"Helvetica" not in data


def test_the_document_is_in_indonesian_and_a4() -> None:
    with pikepdf.open(io.BytesIO(write_pdf(filled(), made_on=DAY).data)) as document:
        assert str(document.Root.Lang) == "id-ID"
        assert {tuple(map(float, page.mediabox)) for page in document.pages} == {(0, 0, 595.2756, 841.8898)}


def test_an_incomplete_evaluation_says_so_on_the_cover() -> None:
    report = filled(share=0.5)
    first = pages(write_pdf(report, made_on=DAY).data)[0]
    assert f"BELUM LENGKAP: {report.score.answered} dari 113 soal dijawab" in first
    assert "Belum memenuhi" in first


def test_an_empty_evaluation_is_a_document_too() -> None:
    lke = load_edition("zi-2021")
    report = make_report(lke, made_up.evaluation(lke, {}, rich=False))
    text = says(write_pdf(report, made_on=DAY).data)
    assert text.count("belumdijawab") >= 113
    for said in ("BELUM LENGKAP: 0 dari 113", "Susunan tim belum diisi", "Belum ada penanda tangan"):
        assert squeezed(said) in text


def test_another_stage_stands_beside_and_where_it_differs() -> None:
    lke = made_up.small_lke()
    mine: dict[str, str | Decimal] = {"A.1.a": "B", "A.1.b": "A"}
    unit: dict[str, str | Decimal] = {"A.1.a": "A", "A.1.b": "A"}
    sibling = made_up.evaluation(lke, unit, stage=Stage.MANDIRI, rich=False)
    report = make_report(lke, made_up.evaluation(lke, mine, rich=False), siblings=(sibling,))
    text = says(write_pdf(report, made_on=DAY).data)
    assert squeezed("A Bagian A 80,00 40,00 50,00 30,00 37,50") in text
    assert squeezed("Mandiri A: syarat A (nilai 1,00)") in text
    assert text.count(squeezed("(nilai 1,00)")) == 1


def test_a_sibling_of_another_edition_is_not_put_beside() -> None:
    lke = made_up.small_lke()
    sibling = replace(made_up.evaluation(lke, {}, stage=Stage.MANDIRI, rich=False), edition="lain")
    report = make_report(lke, made_up.evaluation(lke, {}, rich=False), siblings=(sibling,))
    assert squeezed("memakai edisi LKE lain") in says(write_pdf(report, made_on=DAY).data)


def test_gates_tell_need_have_and_how_far_off() -> None:
    lke = made_up.small_lke()
    report = make_report(lke, made_up.evaluation(lke, {"A.1.a": "A", "A.1.b": "A"}, rich=False))
    text = says(write_pdf(report, made_on=DAY).data)
    assert squeezed("Nilai total 75,00 40,00 100,00 Kurang 35,00") in text
    assert squeezed("Bagian A *) 40,00 40,00 80,00 Terpenuhi") in text
    assert squeezed("belum diverifikasi pada teks peraturannya. Sumber: Sumber contoh") in text
    assert squeezed("WBBM juga mensyaratkan predikat WBK") in text


def test_a_total_just_below_a_gate_is_not_rounded_up_to_it() -> None:
    lke = made_up.small_lke()
    cells: dict[str, str | Decimal] = {
        "A.1.a": "A",
        "A.1.b": "A",
        "B.a": Decimal("3"),
        "A.2.b.lalu": Decimal(5000),
    }
    cells |= {"A.2.a.ada": Decimal(4), "A.2.a.selesai": Decimal(0), "A.2.b.ini": Decimal(1)}
    report = make_report(lke, made_up.evaluation(lke, cells, rich=False))
    assert report.score.total == Fraction(74996, 1000)
    assert "\n74,996\r\n" in pages(write_pdf(report, made_on=DAY).data)[0]
    assert squeezed("Kurang 0,004") in says(write_pdf(report, made_on=DAY).data)


def test_what_has_no_place_in_the_edition_is_told() -> None:
    lke = made_up.small_lke()
    evaluation = replace(made_up.evaluation(lke, {}, rich=False), notes={"X.9": "tersesat"})
    text = says(write_pdf(make_report(lke, evaluation), made_on=DAY).data)
    assert squeezed("kode X.9 tidak ada di uji") in text


def test_each_signer_gets_a_box_of_his_own_before_the_annex() -> None:
    signers = tuple(SignerBox(f"Peran {i}", f"Contoh {i}", str(i)) for i in range(9))
    document = write_pdf(filled(), signers, made_on=DAY)
    found = pages(document.data)
    assert [box.role for box in document.boxes] == [s.role for s in signers]
    for box, signer in zip(document.boxes, signers, strict=True):
        assert signer.role in found[box.page]
        assert 0 < box.x1 < box.x2 < 596
        assert 40 < box.y1 < box.y2 < 800
        assert (box.x2 - box.x1, box.y2 - box.y1) > (200, 80)
    assert len({(b.page, round(b.x1), round(b.y1)) for b in document.boxes}) == 9
    annex = next(i for i, text in enumerate(found) if "Soal dan uraian" in text)
    assert document.boxes[-1].page == annex - 1


def test_the_place_of_a_stamp_is_empty() -> None:
    document = write_pdf(filled(), SIGNERS, made_on=DAY)
    pdf = pypdfium2.PdfDocument(document.data)
    for box in document.boxes:
        assert pdf[box.page].get_textpage().get_text_bounded(box.x1, box.y1, box.x2, box.y2).strip() == ""
    pdf.close()


HOSTILE = "emoji 😀👩‍👩‍👧 日本語 العربية nul\x00 bel\x07 \ud800 </para> <b>tebal &amp; \u202eterbalik"


def test_hostile_and_huge_texts_neither_crash_it_nor_vanish() -> None:
    report = filled()
    long_word, long_text = "x" * 30_000, "Catatan contoh panjang sekali. " * 1000
    findings = tuple(Finding(str(i), f"Temuan nomor {i}.", f"Anjuran nomor {i}.") for i in range(500))
    evaluation = replace(
        report.evaluation,
        unit="Balai Contoh <i>& " * 30,
        notes={"A.I.1.i.a": long_word, "A.I.1.i.b": long_text, "A.I.1.ii.a": HOSTILE},
        evidence={"A.I.1.ii.a": (Evidence("1", "https://contoh.example/" + "a" * 2000 + "?q=<x>&y"),)},
        findings={"A.I.1.ii.b": findings},
        team=tuple(replace(made_up.TEAM[0], name="Nama" * 100) for _ in range(40)),
    )
    signers = (SignerBox("Peran " * 100, "Nama" * 200, "1" * 500),)
    document = write_pdf(make_report(report.lke, evaluation), signers, made_on=DAY)
    text = says(document.data)
    assert text.count("x" * 50) * 50 > 29_000
    assert text.count(squeezed("Catatan contoh panjang sekali.")) == 1000
    assert all(f"Temuannomor{i}." in text and f"Anjurannomor{i}." in text for i in range(500))
    assert "</para><b>tebal&amp;terbalik" in text
    assert squeezed(("Balai Contoh <i>& " * 30).strip()) in text
    (issue,) = document.issues
    assert issue.code == "not-printable"
    assert "U+1F600" in text
    assert len(document.boxes) == 1


def test_the_same_report_gives_the_same_bytes_anywhere() -> None:
    code = (
        "import hashlib, datetime as dt\n"
        "from tests.documents.test_report_pdf import filled, SIGNERS, DAY\n"
        "from zi_desktop.documents import write_pdf\n"
        "print(hashlib.sha256(write_pdf(filled(), SIGNERS, made_on=DAY).data).hexdigest())\n"
    )
    elsewhere = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=elsewhere, cwd=ROOT, capture_output=True, text=True, check=True
    )
    write_pdf(filled(seed=9), made_on=DAY)  # what was written before leaves no trace
    here = hashlib.sha256(write_pdf(filled(), SIGNERS, made_on=DAY).data).hexdigest()
    assert done.stdout.strip() == here


def test_the_room_is_cheap_to_enter() -> None:
    heavy = ("reportlab", "pikepdf", "pypdfium2")
    code = f"import sys, zi_desktop.documents; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
