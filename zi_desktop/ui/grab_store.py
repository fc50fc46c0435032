"""What the pictures show: made-up units, filled from the shipped samples."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from zi_desktop.domain.evaluation import SignOff, SignOffState, Stage
from zi_desktop.domain.resources import resource_path
from zi_desktop.domain.story_check import State
from zi_desktop.domain.story_facts import EventKind
from zi_desktop.services.answers import add_evidence, answer_question, save_finding, set_note
from zi_desktop.services.demo import SAMPLE, fill_from_sample
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.evidence import attach_bytes
from zi_desktop.services.importing import apply_import, plan_import, read_worksheet
from zi_desktop.services.story import set_requirement, set_unit_event
from zi_desktop.services.workspace import Workspace

WORKSHEET = ("samples", "lke-contoh.xlsx")  # one stage, with the faults that files have
EVIDENCE = "A.I.2.ii.a"
OLD_UNIT = "Balai Lama (data rekaan)"
_OLD_ANSWERS = {
    "A.I.1.a": "Ya",
    "A.I.1.b": "A",
    "A.I.3.a": "B",
    "A.IV.2.g": "B",
    "A.IV.2.h": "A",
    "B.I.1": "3,72",
}


def fill_store(work: Workspace) -> str:
    """A store with something to look at; the id of the evaluation worth opening."""
    reading = read_worksheet(resource_path(*WORKSHEET))
    apply_import(work, plan_import(work, reading, unit="Balai Contoh (data rekaan)", year=2025))
    new_evaluation(work, unit="Kantor Uji Coba (data rekaan)", year=2026)
    return fill_from_sample(work)


def fill_across_editions(work: Workspace) -> str:
    """A unit on the form of 2014 in 2021 and on that of 2021 in 2022, whose official wording is known; the id
    of the later evaluation."""
    old = new_evaluation(work, unit=OLD_UNIT, year=2021).evaluation_id
    for cell, raw in _OLD_ANSWERS.items():
        answer_question(work, old, cell, raw)
    set_note(work, old, "A.I.1.b", "Anggota dipilih kepala balai; seleksinya tidak tertulis.")
    add_evidence(work, old, "A.I.1.b", "SK Tim Pembangunan ZI 2021.pdf")
    save_finding(work, old, "A.I.1.b", "Kriteria pemilihan belum ada.", "Tetapkan kriteria dan notulen.")
    reading = read_worksheet(resource_path(*WORKSHEET))
    wording = (
        "Contoh bunyi resmi, ditulis untuk gambar ini: anggota tim kerja ditentukan melalui prosedur yang "
        "dapat ditelusuri, mewakili setiap bagian, dan pemilihannya didokumentasikan dalam berita acara "
        "yang ditandatangani; contoh ini sengaja dibuat panjang supaya tampak terlipat."
    )
    worded = replace(reading, official_texts={"A.I.1.i.b": wording})
    return apply_import(work, plan_import(work, worded, unit=OLD_UNIT, year=2022)).evaluation_ids[-1]


def fill_last_year(work: Workspace, evaluation_id: str) -> None:
    """The year before, and a note of the unit's, on the question that has a finding."""
    report = load_report(work, evaluation_id)
    mine, unit = report.evaluation, report.at_stage(Stage.MANDIRI)
    code = next(code for code, found in mine.findings.items() if found)
    last = new_evaluation(work, unit=mine.unit, year=mine.year - 1).evaluation_id
    answer_question(work, last, code, str(mine.cells[code]))
    set_note(work, last, code, "Penghargaan pegawai belum memakai capaian kinerja.")
    add_evidence(work, last, code, "Notulen evaluasi kinerja.pdf")
    save_finding(work, last, code, "Kriteria penghargaan belum ada.", "Tetapkan kriteria penghargaan.")
    if unit is not None:
        set_note(work, unit.id, code, "Piagam pegawai terbaik diberikan tiap triwulan.")
        add_evidence(work, unit.id, code, "SK pegawai terbaik.pdf")


def fill_signed(work: Workspace) -> str:
    """`OLD_UNIT`'s evaluation of 2021 as if it had been signed and opened again; its id."""
    (evaluation_id,) = work.store.evaluation_ids(unit=OLD_UNIT, year=2021)
    opened = SignOff(
        SignOffState.REOPENED,
        at="2021-11-24T03:00:00+00:00",
        by="Rekaan Ketua",
        signers=("Rekaan Ketua", "Rekaan Anggota"),
        reason="Notulen susulan diterima dari unit",
    )
    with work.transaction() as tx:
        tx.set_sign_off(evaluation_id, opened)
    return evaluation_id


def fill_evidence(work: Workspace, evaluation_id: str) -> None:
    """A picture, a sheet and a link on the question `EVIDENCE`."""
    add_evidence(work, evaluation_id, EVIDENCE, "https://contoh.example/panduan-aplikasi-kinerja")
    picture = resource_path("help", "workbench.png").read_bytes()
    attach_bytes(work, evaluation_id, EVIDENCE, "Tangkapan layar aplikasi kinerja.png", picture)
    sheet = resource_path(*WORKSHEET).read_bytes()
    attach_bytes(work, evaluation_id, EVIDENCE, "Rekap pengukuran kinerja.xlsx", sheet)


def fill_story(work: Workspace, evaluation_id: str) -> None:
    """A few years of the unit's story, and two requirements that somebody has judged."""
    unit = work.evaluation(evaluation_id).unit
    set_unit_event(work, unit, EventKind.PENCANANGAN, date(2023, 2, 14), "Dihadiri pimpinan instansi")
    set_unit_event(work, unit, EventKind.PEMBANGUNAN, date(2023, 3, 1))
    set_unit_event(work, unit, EventKind.WBK, date(2024, 12, 9), "Piagam contoh", until=date(2027, 12, 9))
    set_requirement(work, unit, "bpk", State.MET, "Laporan tahun lalu", date(2026, 2, 3))
    set_requirement(work, unit, "tlhp", State.NOT_MET, "Dua rekomendasi terbuka", date(2026, 2, 3))


def fill_folder(place: Path) -> Path:
    """A folder as it comes in by mail: two good worksheets, one without a year, and one that is none."""
    folder = place / "Kiriman 2026"
    (folder / "Wilayah I").mkdir(parents=True)
    shutil.copy(resource_path("samples", SAMPLE), folder / "Wilayah I" / "Kantor Contoh Satu 2026.xlsx")
    shutil.copy(resource_path(*WORKSHEET), folder / "Kantor Contoh Dua 2026.xlsx")
    shutil.copy(resource_path("samples", SAMPLE), folder / "Kantor tanpa tahun.xlsx")
    (folder / "Surat pengantar.xlsx").write_bytes(b"%PDF-1.7 bukan lembar kerja")
    return folder
