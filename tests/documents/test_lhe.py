"""The report as a letter with findings, proof and wording: what is filled in is there, what is not leaves no
trace, and its words are read back like its figures."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace

import pytest

from tests.documents import made_up
from tests.documents.reading_aloud import pages, says, squeezed
from tests.documents.tag_tree import tag_tree
from tests.documents.test_report_pdf import HOSTILE, SIGNERS, filled
from zi_desktop.documents import differences, read_back, standing_texts, write_pdf
from zi_desktop.documents.style import register_fonts
from zi_desktop.documents.wording import passage
from zi_desktop.domain.evaluation import Finding, FollowUp, FollowUpStatus, Stage
from zi_desktop.domain.letter import Assignment, Letter, LetterHead
from zi_desktop.domain.report import Report, findings_by_area, make_report, without_evidence

DAY = dt.date(2026, 11, 24)
HEAD = LetterHead(
    agency="KEMENTERIAN CONTOH",
    office="INSPEKTORAT UJI",
    address="Jalan Contoh 1\nKota Uji",
    place="Kota Uji",
    number_pattern="LHE-{nomor}/UJI/{bulan}/{tahun}",
    signatory_role="Inspektur Contoh",
    signatory_name="Contoh Inspektur",
    signatory_nip="0001",
)
ASSIGNMENT = Assignment(
    number="7",
    dated=dt.date(2026, 3, 9),
    addressee="Kepala Satker Uji",
    order_number="ST-12/UJI/2026",
    order_date=dt.date(2026, 2, 2),
    first_day=dt.date(2026, 2, 3),
    last_day=dt.date(2026, 2, 20),
)


def said(report: Report) -> str:
    return says(write_pdf(report, SIGNERS, made_on=DAY).data)


def test_what_the_agency_filled_in_is_there() -> None:
    text = said(replace(filled(), letter=Letter(HEAD, ASSIGNMENT)))
    for expected in (
        "KEMENTERIAN CONTOH",
        "INSPEKTORAT UJI",
        "Jalan Contoh 1 Kota Uji",
        "LHE-7/UJI/III/2026",
        "Kota Uji, 9 Maret 2026",
        "Yth. Kepala Satker Uji",
        "surat tugas nomor ST-12/UJI/2026 tanggal 2 Februari 2026",
        "tanggal 3 Februari 2026 sampai dengan 20 Februari 2026",
        "Inspektur Contoh",
        "Contoh Inspektur",
        "NIP 0001",
    ):
        assert squeezed(expected) in text, expected


def test_what_is_empty_leaves_no_trace() -> None:
    text = said(filled()).partition(squeezed("Lampiran: Lembar Kerja Evaluasi"))[0]
    assert squeezed("Yth. Pimpinan Satuan Kerja Contoh Uji") in text
    for absent in ("surat tugas", "Penugasan", "Nomor ", "sampai dengan", "NIP 0001", "{", "}"):
        assert squeezed(absent) not in text.replace("Nomordokumen", ""), absent


def test_a_number_without_a_pattern_stands_as_it_is() -> None:
    assert Letter(assignment=Assignment(number=" 5/X ")).number(DAY) == "5/X"
    assert Letter(HEAD, Assignment(number="5")).number(DAY) == "LHE-5/UJI/XI/2026"
    assert Letter(HEAD).number(DAY) == ""


def test_an_agency_may_have_its_own_wording() -> None:
    own = {"tujuan": "Menilai {unit}; tahun {tahun}.\n\nBerdasarkan {surat_tugas}. Tanda {asing} tetap."}
    text = said(replace(filled(), letter=Letter(wording=own)))
    assert squeezed("Menilai Satuan Kerja Contoh Uji; tahun 2025.") in text
    assert squeezed("Tanda {asing} tetap.") in text
    assert squeezed("Evaluasi ini bertujuan") not in text
    assert squeezed("Berdasarkan") not in text.replace("berdasarkan", "")


def test_sentences_about_the_unknown_are_left_out() -> None:
    assert list(passage("penugasan", {}, {"surat_tugas": "", "masa": ""})) == []
    assert list(passage("penugasan", {}, {"surat_tugas": "X", "masa": ""})) == [
        "Evaluasi dilaksanakan berdasarkan X."
    ]
    assert all(list(passage(name, {}, {})) for name in standing_texts())


def test_findings_of_one_area_stand_together() -> None:
    report = filled()
    evaluation = replace(
        report.evaluation,
        findings={
            c: (Finding(c, f"Temuan {c}", ""),) for c in ("B.I.a", "A.II.1.i.a", "A.I.2.i.a", "A.I.1.i.a")
        },
    )
    report = make_report(report.lke, evaluation)
    assert list(findings_by_area(report).values()) == [
        ("A.I.1.i.a", "A.II.1.i.a"),
        ("A.I.2.i.a",),
        ("B.I.a",),
    ]
    text = said(report)
    places = [
        text.index(squeezed(f"Temuan Temuan {c}")) for c in ("A.I.1.i.a", "A.II.1.i.a", "A.I.2.i.a", "B.I.a")
    ]
    assert places == sorted(places)


def test_last_years_findings_tell_what_became_of_them() -> None:
    report = filled()
    old = Finding("lama", "Temuan tahun lalu", "Anjuran tahun lalu")
    never = Finding("lupa", "Temuan yang belum dinilai", "")
    previous = replace(report.evaluation, year=2024, findings={"A.I.1.i.a": (old, never)})
    judged = {"lama": FollowUp(FollowUpStatus.DONE, "Sudah dilihat.", "SK Uji")}
    now = make_report(report.lke, replace(report.evaluation, follow_ups=judged), previous=previous)
    text = said(now)
    for expected in (
        "Tindak lanjut temuan tahun sebelumnya",
        "Dari 2 temuan tahun 2024, 1 dinilai",
        "A.I.1.i.a – Selesai ditindaklanjuti",
        "Keterangan Sudah dilihat.",
        "Bukti SK Uji",
    ):
        assert squeezed(expected) in text, expected
    assert squeezed("Tindak lanjut temuan") not in said(report)


def test_a_warning_that_stands_is_a_limit_of_the_evaluation() -> None:
    lke = filled().lke
    evaluation = made_up.evaluation(lke, made_up.best_cells(lke), rich=False)
    bare = make_report(lke, evaluation, all_checks=True)
    issue = next(i for i in bare.issues if i.code == "no-evidence")
    told = replace(evaluation, reasons={issue.key: "Semua bukti dilihat di tempat."})
    text = said(make_report(lke, told, all_checks=True))
    assert squeezed(f"{issue.message.id}. Alasan: Semua bukti dilihat di tempat.") in text


def test_scores_without_evidence_are_listed() -> None:
    lke = made_up.small_lke()
    report = make_report(lke, made_up.evaluation(lke, {"A.1.a": "B", "A.1.b": "C"}, rich=False))
    assert without_evidence(report) == ("A.1.a",), "a C is worth nothing and needs no document"
    assert squeezed("1 soal berikut bernilai, tetapi tidak ada bukti") in said(report)
    sibling = made_up.evaluation(lke, {}, stage=Stage.MANDIRI)
    assert without_evidence(replace(report, siblings=(sibling,))) == ()


def test_the_summary_is_one_page() -> None:
    for report in (filled(), filled(share=0.0), filled("zi-2014")):
        found = pages(write_pdf(report, made_on=DAY).data)
        assert [i for i, text in enumerate(found) if "\nRingkasan" in text] == [2]
        assert "1. Pendahuluan" in found[3]


@pytest.mark.parametrize("text", ["lain", "", "Temuan contoh pada A.I.1.i.a: bukti belum  lengkap"])
def test_a_finding_that_reads_otherwise_is_seen(text: str) -> None:
    report = filled()
    read = read_back(write_pdf(report, made_on=DAY).data, report.lke)
    assert differences(report, read) == ()
    first = report.evaluation.findings["A.I.1.i.a"][0]
    for changed in (replace(first, note=text), replace(first, recommendation=text)):
        findings = dict(report.evaluation.findings) | {"A.I.1.i.a": (changed,)}
        other = make_report(
            report.lke, replace(report.evaluation, findings=findings), siblings=report.siblings
        )
        assert [d.code[2:] for d in differences(other, read)] == ["A.I.1.i.a.0"]


def test_the_result_table_of_another_stage_is_compared_too() -> None:
    report = filled()
    read = read_back(write_pdf(report, made_on=DAY).data, report.lke)
    better = replace(report.siblings[0], cells=dict(report.siblings[0].cells) | {"A.I.1.i.a": "Tidak"})
    found = differences(replace(report, siblings=(better,)), read)
    assert {d.code for d in found} == {f"r.{c}.mandiri" for c in ("A", "A.I", "A.I.1", "A.I.1.i", "total")}


def huge() -> Report:
    report = filled()
    codes = [q.code for q in report.lke.questions]
    findings = {
        code: tuple(Finding(f"{code}{i}", f"Temuan {code} {i}. " * (1 + 9 * i), "x" * 400) for i in range(5))
        for code in codes[:100]
    }
    findings[codes[3]] = (Finding("panjang", "kata " * 6000 + HOSTILE, ""),)
    evaluation = replace(report.evaluation, findings=findings, unit="Balai Contoh " * 15)
    return replace(
        make_report(report.lke, evaluation, siblings=report.siblings),
        letter=Letter(replace(HEAD, address="Alamat " * 70, agency="KEMENTERIAN " * 40), ASSIGNMENT),
    )


def test_five_hundred_findings_are_bounded_whole_and_tagged() -> None:
    report = huge()
    started = time.perf_counter()
    document = write_pdf(report, SIGNERS, made_on=DAY)
    assert time.perf_counter() - started < 40
    read = read_back(document.data, report.lke)
    assert differences(report, read) == ()
    assert sum(name.startswith("t.") for name in read.texts) == 496
    assert read.pages < 220
    tag_tree(document.data)


def test_every_character_of_the_fonts_is_read_back_as_it_was_written() -> None:
    lke = made_up.small_lke()
    characters = [chr(code) for code in sorted(register_fonts())]
    texts = [
        "x" + between.join(characters[i : i + 20]) for i in range(0, len(characters), 20) for between in "y "
    ]
    findings = {
        "A.1.a": tuple(Finding(str(i), text, text[::-1]) for i, text in enumerate((*texts, "\uffff")))
    }
    report = make_report(lke, replace(made_up.evaluation(lke, {}, rich=False), findings=findings))
    assert differences(report, read_back(write_pdf(report, made_on=DAY).data, lke)) == ()


def test_no_finding_is_told_in_a_sentence() -> None:
    lke = made_up.small_lke()
    assert squeezed("Tidak ada catatan hasil evaluasi (temuan).") in said(
        make_report(lke, made_up.evaluation(lke, {}, rich=False))
    )
