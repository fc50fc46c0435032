from __future__ import annotations

import json
import time
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.domain.answers import random_cells, sample_report
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Evaluation, Evidence, Stage
from zi_desktop.domain.reading import Block
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.portalrb import has_portalrb, read_portalrb, write_portalrb

ZI_2021 = load_edition("zi-2021")
FIELDS = ["soal_id", "jawaban_unit", "jawaban_tpi", "catatan_unit", "bukti_dukung_unit", "catatan_tpi"]


def must_equal(block: Block, evaluation: Evaluation) -> None:
    assert block.cells == evaluation.cells
    assert block.notes == evaluation.notes
    assert block.evidence == {c: tuple(e.text for e in i) for c, i in evaluation.evidence.items()}
    assert block.findings == evaluation.findings
    assert block.team == evaluation.team


@pytest.mark.parametrize("stage", list(Stage))
def test_what_is_written_is_read_back(stage: Stage) -> None:
    report = sample_report(stage=stage, cells=random_cells(ZI_2021, 6, filled=0.8))
    blocks = {b.stage: b for b in read_portalrb(write_portalrb(report))}
    assert set(blocks) == {stage, report.siblings[0].stage}
    must_equal(blocks[stage], report.evaluation)
    must_equal(blocks[report.siblings[0].stage], report.siblings[0])


def test_the_entries_are_portalrbs() -> None:
    cells = {"A.I.1.i.a": "Ya", "A.II.1.i.a.agen": Decimal(4), "B.I.a": Decimal("3.72")}
    report = sample_report(cells=cells)
    data: dict[str, Any] = json.loads(write_portalrb(report))
    assert list(data) == ["answers", "zi_desktop"]
    assert [a["soal_id"] for a in data["answers"]] == list(range(1, 128))
    assert all(list(a) == FIELDS for a in data["answers"])
    first = data["answers"][0]
    assert first["jawaban_tpi"] == "Ya"
    assert first["catatan_tpi"] == first["catatan_unit"] == "Catatan contoh"
    assert first["bukti_dukung_unit"] == "SK Tim, lampiran.pdf\ndua\nbaris"
    assert [data["answers"][i - 1]["jawaban_tpi"] for i in (88, 89, 125)] == [4, None, 3.72]
    assert data["zi_desktop"]["scores"]["total"] == float(report.score.total)


def test_notes_on_a_computed_question_go_with_its_first_count() -> None:
    report = sample_report(cells={})
    noted = replace(report.evaluation, notes={"A.II.1.i.a": "Dua agen"}, evidence={}, findings={})
    data = json.loads(write_portalrb(replace(report, evaluation=noted)))
    noted_ids = [a["soal_id"] for a in data["answers"] if a["catatan_tpi"]]
    assert noted_ids == [88]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert write_portalrb(sample_report()) == write_portalrb(sample_report())


def test_the_2014_form_has_no_place_at_portalrb() -> None:
    assert has_portalrb(ZI_2021)
    assert not has_portalrb(load_edition("zi-2014"))
    with pytest.raises(ZiError) as refused:
        write_portalrb(sample_report("zi-2014"))
    assert refused.value.code == "no-portalrb"


@pytest.mark.parametrize("text", ['"=1"', "a\x00b\r\nc", "a\ud83db", "<r>é👍</r>", "\u2028"])
def test_awkward_texts_survive(text: str) -> None:
    report = sample_report(text=text)
    evidence = {"A.I.1.i.a": (Evidence("b", text), Evidence("c", "")), "B.I.b": (Evidence("d", ""),)}
    evaluation = replace(report.evaluation, stage=Stage.MANDIRI, evidence=evidence)
    data = write_portalrb(replace(report, evaluation=evaluation, siblings=()))
    data.decode("utf-8")
    must_equal(read_portalrb(data)[0], evaluation)


def test_a_file_of_portalrb_itself_is_read() -> None:
    entries = [
        {"soal_id": 1, "jawaban_unit": "ya", "jawaban_tpi": None, "catatan_unit": "SK ada"},
        {"soal_id": 88, "jawaban_unit": "4", "bukti_dukung_unit": "a.pdf\nb.pdf"},
        {"soal_id": 125, "jawaban_unit": 3.72, "jawaban_tpi": "3,6", "catatan_tpi": "Survei BPS"},
    ]
    unit, tpi = read_portalrb(json.dumps({"answers": entries}).encode())
    assert unit.cells == {"A.I.1.i.a": "Ya", "A.II.1.i.a.agen": Decimal(4), "B.I.a": Decimal("3.72")}
    assert unit.notes == {"A.I.1.i.a": "SK ada"}
    assert unit.evidence == {"A.II.1.i.a": ("a.pdf", "b.pdf")}
    assert tpi.cells == {"B.I.a": Decimal("3.6")}
    assert tpi.notes == {"B.I.a": "Survei BPS"}


def damaged(change: str) -> bytes:
    data: dict[str, Any] = json.loads(write_portalrb(sample_report(stage=Stage.MANDIRI)))
    first = data["answers"][0]
    if change == "answer":
        first["jawaban_unit"] = "Tidak" if first["jawaban_unit"] == "Ya" else "Ya"
    elif change == "evidence":
        first["bukti_dukung_unit"] = ""
    elif change == "note":
        first["catatan_unit"] = "lain"
    elif change == "scale":
        first["jawaban_unit"] = "E"
    elif change == "twice":
        data["answers"].append(first)
    elif change == "unknown":
        first["soal_id"] = 500
    elif change == "truth":
        first["jawaban_unit"] = True
    elif change == "shape":
        data["zi_desktop"]["stages"]["mandiri"]["findings"] = {"A.I.1.i.a": [1]}
    elif change == "stage":
        data["zi_desktop"]["stages"]["x"] = {}
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("answer", "copies-differ"),
        ("evidence", "copies-differ"),
        ("note", "copies-differ"),
        ("scale", "outside-scale"),
        ("twice", "repeated-id"),
        ("unknown", "unknown-question"),
        ("truth", "not-a-portalrb-file"),
        ("shape", "not-a-portalrb-file"),
        ("stage", "not-a-portalrb-file"),
    ],
)
def test_a_damaged_file_is_refused(change: str, code: str) -> None:
    with pytest.raises(ZiError) as refused:
        read_portalrb(damaged(change))
    assert refused.value.code == code


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"answers": 1}', b"[" * 100_000, b'{"answers": [], "zi_desktop": [1]}'],
)
def test_what_is_not_portalrbs_is_refused(data: bytes) -> None:
    with pytest.raises(ZiError) as refused:
        read_portalrb(data)
    assert refused.value.code == "not-a-portalrb-file"


def test_writing_is_fast() -> None:
    report = sample_report()
    started = time.perf_counter()
    write_portalrb(report)
    assert time.perf_counter() - started < 0.2
