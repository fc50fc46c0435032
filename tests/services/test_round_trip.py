"""A signed PDF alone, or the workbook alone, brings the whole evaluation to another laptop; a changed one
does not."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.filled import fill
from tests.signing import pki
from tests.verifiers import Conversion, libreoffice_convert
from zi_desktop.domain.cells import plain
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Evaluation, FollowUp, FollowUpStatus, SignOffState, Stage
from zi_desktop.domain.letter import Assignment, LetterHead
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.evidence import attach_bytes
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.importing import apply_import, plan_import, read_worksheet
from zi_desktop.services.letter import letter_of, set_assignment, set_letter_head, set_wording
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.undo import undo
from zi_desktop.services.workspace import Workspace, open_workspace

UNIT = "Satker Contoh"
PASSPHRASE = "rahasia uji"
HEAD = LetterHead(
    "Badan Contoh", "Inspektorat Contoh", "Jalan Rekaan 1", "Kota Uji", "{nomor}/UJI/{bulan}/{tahun}"
)
ASSIGNMENT = Assignment(
    "12",
    date(2026, 3, 4),
    "Kepala Satker Contoh",
    "ST-7",
    date(2026, 1, 2),
    date(2026, 2, 1),
    date(2026, 2, 9),
)


@dataclass(frozen=True)
class Made:
    """An evaluation in its own store, and the signed files that were made of it."""

    work: Workspace
    evaluation: str
    year: int
    pdf: Path
    xlsx: Path


@pytest.fixture(scope="module")
def signer() -> SignerRequest:
    return SignerRequest(make_local_identity("Rekaan Ketua", UNIT, PASSPHRASE), PASSPHRASE, "Ketua Tim")


def adorn(work: Workspace, evaluation_id: str, seed: int) -> None:
    """What stands beside the answers: marks, reasons, follow-ups, an attached file, a letter."""
    chance = random.Random(seed)
    codes = [q.code for q in work.lke_of(evaluation_id).questions]
    with work.transaction() as tx:
        for code in chance.sample(codes, 5):
            tx.set_reviewed(evaluation_id, code, True)
            tx.set_reason(evaluation_id, f"no-evidence@{code}", f"Sudah dilihat “{code}”\ndi lapangan.")
        for status in FollowUpStatus:
            tx.set_follow_up(
                evaluation_id, f"{chance.getrandbits(128):032x}", FollowUp(status, "sudah", "SK 1")
            )
    attach_bytes(work, evaluation_id, codes[0], "Foto rapat.txt", b"isi " + str(seed).encode())
    set_letter_head(work, HEAD)
    set_assignment(work, evaluation_id, ASSIGNMENT)
    set_wording(work, "tujuan", "Tujuan rekaan untuk uji.")


@pytest.fixture(scope="module", params=[(1, 2026, Stage.TPI), (2, 2020, Stage.TPI), (3, 2026, Stage.MANDIRI)])
def made(request: pytest.FixtureRequest, signer: SignerRequest, tmp_path_factory) -> Iterator[Made]:
    seed, year, stage = request.param
    folder = tmp_path_factory.mktemp("made")
    work = open_workspace(folder / "a.zidb", actor="Rekaan")
    evaluation = new_evaluation(work, unit=UNIT, year=year, stage=stage).evaluation_id
    fill(work, evaluation, seed=seed)
    adorn(work, evaluation, seed)
    if seed == 1:
        other = new_evaluation(work, unit=UNIT, year=year, stage=Stage.MANDIRI).evaluation_id
        fill(work, other, seed=11)
    files = export_report(prepare_export(work, evaluation), folder / "out", [signer]).files
    pdf, xlsx = (next(f for f in files if f.suffix == s) for s in (".pdf", ".xlsx"))
    yield Made(work, evaluation, year, pdf, xlsx)
    work.close()


@pytest.fixture(params=["pdf", "xlsx"])
def alone(request: pytest.FixtureRequest, made: Made, tmp_path: Path) -> Path:
    """One file, and nothing beside it."""
    source: Path = getattr(made, request.param)
    target = tmp_path / "berkas" / source.name
    target.parent.mkdir()
    target.write_bytes(source.read_bytes())
    return target


def everything(evaluation: Evaluation) -> dict[str, object]:
    return {
        "of": (evaluation.unit, evaluation.year, evaluation.stage, evaluation.edition),
        "cells": {c: plain(v) for c, v in evaluation.cells.items()},
        "notes": dict(evaluation.notes),
        "evidence": {
            q: [(e.text, e.file) for e in items] for q, items in evaluation.evidence.items() if items
        },
        "findings": {q: list(items) for q, items in evaluation.findings.items() if items},
        "team": evaluation.team,
        "reviewed": evaluation.reviewed,
        "reasons": dict(evaluation.reasons),
        "follow_ups": dict(evaluation.follow_ups),
    }


def test_one_file_alone_brings_everything(made: Made, alone: Path, work: Workspace) -> None:
    reading = read_worksheet(alone)
    assert (reading.unit, reading.year) == (UNIT, made.year)
    assert [i.code for i in reading.issues if i.severity.value != "info"] == []
    changes = apply_import(work, plan_import(work, reading, unit=reading.unit, year=reading.year or 0))
    got = {e.stage: e for e in work.store.evaluations()}
    want = {e.stage: e for e in made.work.store.evaluations()}
    assert got.keys() == want.keys()
    for stage, original in want.items():
        for part, value in everything(original).items():
            assert everything(got[stage])[part] == value, (stage, part)
    own = got[made.work.evaluation(made.evaluation).stage].id
    assert load_report(work, own).score == load_report(made.work, made.evaluation).score
    assert letter_of(work, own) == letter_of(made.work, made.evaluation)
    again = plan_import(work, reading, unit=UNIT, year=made.year)
    assert [b.changes for b in again.blocks] == [()] * len(want)
    assert not apply_import(work, again)
    undo(work, changes.batch)
    assert work.store.evaluations() == []
    assert letter_of(work, own).head == LetterHead()


def test_what_came_is_exported_as_it_was(made: Made, alone: Path, work: Workspace, tmp_path: Path) -> None:
    reading = read_worksheet(alone)
    apply_import(work, plan_import(work, reading, unit=UNIT, year=made.year))
    stage = made.work.evaluation(made.evaluation).stage
    own = next(e.id for e in work.store.evaluations() if e.stage is stage)
    files = export_report(prepare_export(work, own), tmp_path / "out").files
    second = read_worksheet(next(f for f in files if f.suffix == ".pdf"))
    for before, after in zip(reading.blocks, second.blocks, strict=True):
        assert replace(before, findings={}, places={}) == replace(after, findings={}, places={})
        assert {q: list(f) for q, f in before.findings.items()} == {
            q: list(f) for q, f in after.findings.items()
        }
    assert reading.origin
    assert second.origin
    assert reading.origin.letter == second.origin.letter
    assert [i.code for i in second.issues if i.severity.value != "info"] == ["unsigned-file"]


def refused(path: Path) -> ZiError:
    with pytest.raises(ZiError) as error:
        read_worksheet(path)
    return error.value


def repacked(xlsx: bytes, edit: Callable[[dict[str, bytes]], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(xlsx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    edit(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_changed_file_is_refused(alone: Path) -> None:
    data = bytearray(alone.read_bytes())
    for place in range(len(data) // 9, len(data), len(data) // 4):
        data[place] ^= 0x20
        alone.write_bytes(data)
        assert refused(alone).code in ("signed-file-changed", "broken-file", "not-a-worksheet"), place
        data[place] ^= 0x20


def test_a_changed_answer_is_named(made: Made, alone: Path) -> None:
    if alone.suffix != ".xlsx":
        return
    cells = made.work.evaluation(made.evaluation).cells
    text = next(str(v) for v in cells.values() if str(v) in ("B", "C", "D"))
    sheet, strings = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"

    def edit(parts: dict[str, bytes]) -> None:
        old, new = f"<t>{text}</t>".encode(), b"<t>A</t>"
        assert old in parts[strings]
        assert sheet in parts
        parts[strings] = parts[strings].replace(old, new, 1)

    alone.write_bytes(repacked(alone.read_bytes(), edit))
    error = refused(alone)
    assert error.code == "signed-file-changed"
    assert f"signed {text}, the file says A" in error.message.en


def test_taking_the_signatures_out_does_not_make_it_an_unsigned_file(alone: Path) -> None:
    if alone.suffix == ".xlsx":

        def edit(parts: dict[str, bytes]) -> None:
            for name in [n for n in parts if n.startswith("_xmlsignatures/")]:
                del parts[name]

        alone.write_bytes(repacked(alone.read_bytes(), edit))
    else:
        data = alone.read_bytes()
        alone.write_bytes(data.replace(b"/ByteRange", b"/BiteRange"))
    assert refused(alone).code == "signed-file-changed"


def test_unsigned_files_of_ours_come_in_with_a_warning(
    work: Workspace, evaluation: str, tmp_path: Path
) -> None:
    fill(work, evaluation, seed=5)
    adorn(work, evaluation, 5)
    files = export_report(prepare_export(work, evaluation), tmp_path / "out").files
    fresh = open_workspace(tmp_path / "b.zidb")
    try:
        for file in (f for f in files if f.suffix in (".pdf", ".xlsx")):
            reading = read_worksheet(file)
            assert [i.code for i in reading.issues if i.severity.value == "warning"] == ["unsigned-file"]
            plan = plan_import(fresh, reading, unit="Satker Contoh", year=2026)
            changes = apply_import(fresh, plan)
            (got,) = fresh.store.evaluations()
            assert everything(got) == everything(work.evaluation(evaluation))
            assert got.sign_off is None
            undo(fresh, changes.batch)
    finally:
        fresh.close()


def test_pages_that_say_something_else_than_the_workbook_inside_are_refused(
    work: Workspace, evaluation: str, tmp_path: Path
) -> None:
    """Nobody signed it, so only the comparison can tell."""
    from zi_desktop import documents

    fill(work, evaluation, seed=6)
    files = export_report(prepare_export(work, evaluation), tmp_path / "out").files
    book = next(f for f in files if f.suffix == ".xlsx")
    cells = work.evaluation(evaluation).cells
    answer_question(work, evaluation, "A.I.1.i.b", "A" if cells.get("A.I.1.i.b") != "A" else "B")
    report = prepare_export(work, evaluation).report
    attached = documents.Attachment(book.name, book.read_bytes(), "application/zip", "Buku kerja")
    forged = tmp_path / "palsu.pdf"
    forged.write_bytes(documents.write_pdf(report, made_on=date(2026, 1, 2), attachments=(attached,)).data)
    error = refused(forged)
    assert error.code == "pages-differ"
    assert "A.I.1.i.b" in error.message.en


def test_a_pdf_that_is_not_ours_is_told_so(work: Workspace, evaluation: str, tmp_path: Path) -> None:
    from zi_desktop import documents

    bare = tmp_path / "surat.pdf"
    report = prepare_export(work, evaluation).report
    bare.write_bytes(documents.write_pdf(report, made_on=date(2026, 1, 2)).data)
    assert refused(bare).code == "not-our-pdf"
    bare.write_bytes(b"%PDF-1.7 bukan apa-apa")
    error = refused(bare)
    assert error.code == "not-a-pdf"
    assert error.remedy.id


def test_a_name_of_ones_own_is_told_and_not_locked(made: Made, alone: Path, work: Workspace) -> None:
    plan = plan_import(work, read_worksheet(alone), unit="Satker Lain", year=made.year)
    assert "other-evaluation" in [i.code for i in plan.issues]
    apply_import(work, plan)
    assert {e.sign_off for e in work.store.evaluations()} == {None}


def test_an_own_letterhead_stays(made: Made, alone: Path, work: Workspace) -> None:
    mine = LetterHead("Badan Lain")
    set_letter_head(work, mine)
    plan = plan_import(work, read_worksheet(alone), unit=UNIT, year=made.year)
    assert "letterhead-kept" in [i.code for i in plan.issues]
    ids = apply_import(work, plan).evaluation_ids
    letters = [letter_of(work, id_) for id_ in ids]
    assert {letter.head for letter in letters} == {mine}
    assert ASSIGNMENT in [letter.assignment for letter in letters]
    assert SignOffState.SIGNED not in [e.sign_off.state for e in work.store.evaluations() if e.sign_off]


def test_signers_nobody_trusts_are_told(alone: Path) -> None:
    stranger = pki.authority("CA Lain")
    reading = read_worksheet(alone, roots=[stranger.pem])
    assert reading.origin
    assert [one.trusted for one in reading.origin.signed_by] == [False]
    (told,) = [i for i in reading.issues if i.code == "signed-by"]
    assert told.severity.value == "warning"
    assert "not trusted" in told.message.en
    alone.write_bytes(alone.read_bytes()[:-40])
    with pytest.raises(ZiError):
        read_worksheet(alone, roots=[stranger.pem])


def test_our_workbook_saved_by_another_program_is_an_unsigned_one(made: Made, tmp_path: Path) -> None:
    """It leaves the signing out; what it kept is read, with a warning."""
    kinds = {"ods": "calc8", "xls": "MS Excel 97", "xlsx": "Calc MS Excel 2007 XML"}
    saved = {tmp_path / f"simpan.{end}": kind for end, kind in kinds.items()}
    libreoffice_convert([Conversion(made.xlsx, target, kind) for target, kind in saved.items()])
    for target in saved:
        reading = read_worksheet(target)
        assert reading.origin
        assert (reading.origin.signed_by, reading.origin.versions.final) == ((), False)
        assert "unsigned-file" in [i.code for i in reading.issues]
