"""Every format ever written is still read: the exports of earlier programs, with what was in them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zi_desktop import documents
from zi_desktop.domain.cells import plain
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.report import report_as_dict
from zi_desktop.exchange.package import read_package
from zi_desktop.services.importing import read_worksheet, score_reading
from zi_desktop.services.verifying import verify_files
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.portalrb import read_portalrb

OLD_FILES = Path(__file__).parent.parent / "old_files"
EXPORTS = sorted(path.name.removesuffix(".expected.json") for path in OLD_FILES.glob("*.expected.json"))
assert EXPORTS


@pytest.fixture(params=EXPORTS)
def export(request: pytest.FixtureRequest) -> str:
    return str(OLD_FILES / request.param)


def expected(export: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(Path(export + ".expected.json").read_text(encoding="utf-8"))
    return document


def test_the_workbook_holds_what_it_held(export: str) -> None:
    want = expected(export)
    scored = {b.stage.value: (b, r) for b, r in score_reading(read_worksheet(Path(export + ".xlsx")))}
    block, report = scored[want["stage"]]
    got = report_as_dict(report)
    for key in ("answers", "decisions", "notes", "evidence", "findings", "team", "scores", "predikat"):
        assert got[key] == want[key], key
    assert block.file_scores["total"] == pytest.approx(want["scores"]["total"], abs=1e-9)


def test_the_pdf_says_what_it_said(export: str) -> None:
    want = expected(export)
    lke = load_edition("zi-2021")
    read = documents.read_back(Path(export + ".pdf").read_bytes(), lke)
    for code, cell in lke.cells.items():
        answer = want["answers"].get(cell.question.code)
        if cell.count and isinstance(answer, dict):
            answer = answer.get(cell.count.id)
        if isinstance(answer, str):
            assert read.cells[code] == answer
        elif answer is not None and code in read.cells:
            assert float(read.cells[code]) == answer
    assert float(read.total.replace(",", ".")) == pytest.approx(want["scores"]["total"], abs=5e-3)


def test_the_portalrb_json_holds_what_it_held(export: str) -> None:
    want = expected(export)
    blocks = {b.stage.value: b for b in read_portalrb(Path(export + ".portalrb.json").read_bytes())}
    choices = {code: value for code, value in want["answers"].items() if isinstance(value, str)}
    got = {code: plain(value) for code, value in blocks[want["stage"]].cells.items()}
    assert {code: got[code] for code in choices} == choices


def test_the_signatures_are_still_intact(export: str) -> None:
    files = [Path(export + suffix) for suffix in (".pdf", ".xlsx", ".zipkg")]
    for verdict in verify_files(files, []):
        assert [s.intact for s in verdict.verdict.signatures] == [True, True], verdict.file
    assert read_package(files[2].read_bytes()).problems == ()


def test_what_the_pdf_carried_it_still_carries(export: str) -> None:
    """The first format carried nothing."""
    inside = documents.attachments(Path(export + ".pdf").read_bytes())
    for suffix in (".xlsx", ".portalrb.json"):
        beside = Path(export + suffix).read_bytes()
        assert not inside or beside in inside.values(), suffix
    assert len(inside) == (0 if export.endswith("export-1") else 3)


def test_the_pdf_alone_is_imported(export: str) -> None:
    """But for the first format, which carried no workbook."""
    pdf, want = Path(export + ".pdf"), expected(export)
    if export.endswith("export-1"):
        with pytest.raises(ZiError, match="not-our-pdf"):
            read_worksheet(pdf)
        return
    reading = read_worksheet(pdf)
    assert reading.origin
    assert len(reading.origin.signed_by) == 2
    scored = {b.stage.value: r for b, r in score_reading(reading)}
    assert report_as_dict(scored[want["stage"]])["answers"] == want["answers"]


def test_letter_marks_and_version_of_the_third_format() -> None:
    for suffix in (".pdf", ".xlsx"):
        origin = read_worksheet(OLD_FILES / f"export-3{suffix}").origin
        assert origin
        assert origin.letter.number(origin.letter.assignment.dated or date.min) == "12/UJI/III/2026"
        assert origin.letter.wording == {"tujuan": "Tujuan rekaan."}
        versions = origin.versions
        assert (versions.number, versions.final, versions.reason) == (2, True, "Salah ketik.")
        assert [(v.number, len(v.files)) for v in versions.replaces] == [(1, 4)]
    (block,) = read_worksheet(OLD_FILES / "export-3.pdf").blocks
    assert block.carried.reviewed == {"A.I.1.i.a"}
    assert [judged.note for judged in block.carried.follow_ups.values()] == ["Sudah."]
    assert list(block.carried.files) == ["A.I.1.ii.a"]
    assert "Diperiksa." in block.carried.reasons.values()
