"""What the pictures show: made-up units, filled from the shipped samples."""

from __future__ import annotations

from dataclasses import replace

from zi_desktop.domain.resources import resource_path
from zi_desktop.services.answers import add_evidence, answer_question, save_finding, set_note
from zi_desktop.services.demo import fill_from_sample
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.importing import apply_import, plan_import, read_worksheet
from zi_desktop.services.workspace import Workspace

WORKSHEET = ("samples", "lke-contoh.xlsx")  # one stage, with the faults that files have
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
