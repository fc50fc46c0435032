"""Letterhead, letter and wording are kept, cleaned, and printed with the evaluation they belong to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.documents.reading_aloud import says, squeezed
from zi_desktop import documents
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.letter import Assignment, Letter, LetterHead
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.evidence import attach_bytes
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.letter import (
    letter_of,
    set_assignment,
    set_letter_head,
    set_wording,
    standing_texts,
)
from zi_desktop.services.workspace import Workspace

HEAD = LetterHead(agency="Instansi Uji", address="Baris satu\nBaris dua", place="Kota Uji")
ASSIGNMENT = Assignment("9", dt.date(2026, 5, 4), "Kepala Uji", "ST-1", None, dt.date(2026, 5, 1), None)


@pytest.fixture
def evaluation(work: Workspace) -> str:
    return new_evaluation(work, unit="Satker Uji", year=2026).evaluation_id


def test_nothing_is_there_before_somebody_fills_it_in(work: Workspace, evaluation: str) -> None:
    assert letter_of(work, evaluation) == Letter()


def test_the_head_is_everybodys_and_the_letter_one_evaluations(work: Workspace, evaluation: str) -> None:
    other = new_evaluation(work, unit="Satker Lain", year=2026).evaluation_id
    assert set_letter_head(work, HEAD).settings
    assert set_assignment(work, evaluation, ASSIGNMENT).settings
    assert letter_of(work, evaluation) == Letter(HEAD, ASSIGNMENT)
    assert letter_of(work, other) == Letter(HEAD)
    assert not set_letter_head(work, HEAD), "the same again changes nothing"
    set_assignment(work, evaluation, Assignment())
    set_letter_head(work, LetterHead())
    assert letter_of(work, evaluation) == Letter()


def test_wording_goes_back_to_the_templates(work: Workspace, evaluation: str) -> None:
    set_wording(work, "tujuan", "Tujuan kami.")
    assert letter_of(work, evaluation).wording == {"tujuan": "Tujuan kami."}
    set_wording(work, "tujuan", standing_texts()["tujuan"])
    assert letter_of(work, evaluation).wording == {}
    with pytest.raises(ZiError) as refused:
        set_wording(work, "entah", "x")
    assert refused.value.code == "unknown-passage"


def test_what_cannot_be_is_refused(work: Workspace, evaluation: str) -> None:
    days = Assignment(first_day=dt.date(2026, 5, 2), last_day=dt.date(2026, 5, 1))
    for code, do in (
        ("days", lambda: set_assignment(work, evaluation, days)),
        ("unknown-evaluation", lambda: set_assignment(work, "entah", Assignment())),
        ("text-too-long", lambda: set_letter_head(work, LetterHead(agency="x" * 501))),
        ("text-too-long", lambda: set_wording(work, "tujuan", "x" * 4001)),
    ):
        with pytest.raises(ZiError) as refused:
            do()
        assert refused.value.code == code
    assert letter_of(work, evaluation) == Letter()


def test_an_export_is_headed_and_carries_what_it_names(
    work: Workspace, evaluation: str, tmp_path: Path
) -> None:
    set_letter_head(work, HEAD)
    set_assignment(work, evaluation, ASSIGNMENT)
    attach_bytes(work, evaluation, "A.I.1.i.a", "sk uji.txt", b"isi bukti")
    result = export_report(prepare_export(work, evaluation), tmp_path)
    files = {file.suffix: file for file in result.files}
    data = files[".pdf"].read_bytes()
    text = says(data)
    for expected in ("Instansi Uji", "Kota Uji, 4 Mei 2026", "surat tugas nomor ST-1", "Yth. Kepala Uji"):
        assert squeezed(expected) in text
    inside = documents.attachments(data)
    base = files[".pdf"].stem
    assert inside.keys() == {f"{base}.xlsx", f"{base}.json", f"{base}-bukti.json"}
    assert inside[f"{base}.xlsx"] == files[".xlsx"].read_bytes()
    manifest = inside[f"{base}-bukti.json"]
    assert b'"size": 9' in manifest
    assert b'"name": "sk uji.txt"' in manifest
