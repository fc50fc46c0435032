"""An export is done only when its files, opened again, say what the store says; and it comes back whole."""

from __future__ import annotations

import io
import shutil
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.filled import fill
from zi_desktop.domain.cells import plain
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.letter import Assignment, Letter
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.export_check import check_files
from zi_desktop.services.exporting import ExportResult, export_report, prepare_export
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.importing import apply_import, plan_import, read_worksheet
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.verifying import verify_files
from zi_desktop.services.workspace import Workspace, open_workspace

UNIT, YEAR = "Satker Contoh", 2026
PASSPHRASE = "rahasia uji"


@pytest.fixture(scope="module")
def signers() -> tuple[SignerRequest, ...]:
    return tuple(
        SignerRequest(make_local_identity(name, UNIT, PASSPHRASE), PASSPHRASE, role)
        for name, role in (("Rekaan Ketua", "Ketua Tim"), ("Rekaan Anggota", "Anggota Tim"))
    )


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, str]]:
    """A TPI evaluation beside the unit's own, both filled with everything."""
    work = open_workspace(tmp_path_factory.mktemp("rich") / "a.zidb", actor="Rekaan")
    tpi = new_evaluation(work, unit=UNIT, year=YEAR).evaluation_id
    fill(work, new_evaluation(work, unit=UNIT, year=YEAR, stage=Stage.MANDIRI).evaluation_id, seed=1)
    fill(work, tpi, seed=2)
    yield work, tpi
    work.close()


@pytest.fixture(scope="module")
def exported(rich, signers, tmp_path_factory: pytest.TempPathFactory) -> ExportResult:
    work, evaluation = rich
    return export_report(prepare_export(work, evaluation), tmp_path_factory.mktemp("out"), signers)


def of_kind(result: ExportResult, suffix: str) -> Path:
    (found,) = [f for f in result.files if f.suffix == suffix]
    return found


def values(evaluation: Evaluation) -> dict[str, object]:
    """What must survive a round trip; ids are the store's own."""
    return {
        "cells": {c: plain(v) for c, v in evaluation.cells.items()},
        "notes": dict(evaluation.notes),
        "evidence": {q: [e.text for e in items] for q, items in evaluation.evidence.items()},
        "findings": {
            q: [(f.note, f.recommendation) for f in items] for q, items in evaluation.findings.items()
        },
        "team": evaluation.team,
    }


def test_all_four_files_are_there_and_signed_by_everyone(exported: ExportResult) -> None:
    assert sorted(f.suffix for f in exported.files) == [".json", ".pdf", ".xlsx", ".zipkg"]
    assert exported.signatures == 6
    assert exported.checked_answers > 500
    verdicts = verify_files([f for f in exported.files if f.suffix != ".json"], [])
    assert [v.valid for v in verdicts] == [True, True, True]
    for verdict in verdicts:
        said = [(s.signer, s.role, s.intact, s.trusted) for s in verdict.verdict.signatures]
        assert said == [
            ("Rekaan Ketua", "Ketua Tim", True, None),
            ("Rekaan Anggota", "Anggota Tim", True, None),
        ]


def test_what_we_export_we_import_without_loss(rich, exported: ExportResult, tmp_path: Path) -> None:
    original, evaluation = rich
    copy = open_workspace(tmp_path / "copy.zidb")
    try:
        reading = read_worksheet(of_kind(exported, ".xlsx"))
        assert reading.layout == "zi-desktop"
        assert (reading.unit, reading.year) == (UNIT, YEAR)
        assert [i for i in reading.issues if i.severity.value != "info"] == []
        ids = apply_import(copy, plan_import(copy, reading, unit=UNIT, year=YEAR)).evaluation_ids
        got = {e.stage: values(e) for e in copy.store.evaluations(ids)}
        want = {e.stage: values(e) for e in original.store.evaluations()}
        assert got[Stage.TPI] == want[Stage.TPI]
        assert got[Stage.MANDIRI] == want[Stage.MANDIRI]
        tpi = next(e.id for e in copy.store.evaluations(ids) if e.stage is Stage.TPI)
        assert load_report(copy, tpi).score == load_report(original, evaluation).score
        again = plan_import(copy, reading, unit=UNIT, year=YEAR)
        assert [b.changes for b in again.blocks] == [(), ()]
    finally:
        copy.close()


@pytest.mark.parametrize("year", [2020, 2026])
@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_every_edition_stage_and_fill_exports(
    work: Workspace, tmp_path: Path, year: int, stage: Stage, share: float
) -> None:
    evaluation = new_evaluation(work, unit="Satker Lain", year=year, stage=stage).evaluation_id
    fill(work, evaluation, seed=year, share=share)
    result = export_report(prepare_export(work, evaluation), tmp_path / "out")
    assert len(result.files) == (4 if year == 2026 else 3), "PortalRB does not know the form of 2014"
    assert result.signatures == 0


def test_a_file_that_says_something_else_is_not_called_done(
    rich, exported: ExportResult, work: Workspace
) -> None:
    original, evaluation = rich
    report = prepare_export(original, evaluation).report
    twin = new_evaluation(work, unit=UNIT, year=YEAR).evaluation_id
    fill(work, twin, seed=2)
    wrong = "B" if report.evaluation.cells.get("A.I.1.i.b") != "B" else "C"
    answer_question(work, twin, "A.I.1.i.b", wrong)
    other = prepare_export(work, twin).report
    files = {f.name: f.read_bytes() for f in exported.files}
    for suffix in (".pdf", ".xlsx", ".json"):
        one = {n: d for n, d in files.items() if n.endswith(suffix)}
        check_files(report, one, signatures=2)
        with pytest.raises(ZiError) as refused:
            check_files(other, one, signatures=2)
        assert refused.value.code == "not-as-stored"


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".zipkg"])
def test_a_missing_signature_is_not_called_done(rich, exported: ExportResult, suffix: str) -> None:
    work, evaluation = rich
    files = {f.name: f.read_bytes() for f in exported.files}
    report = prepare_export(work, evaluation).report
    if suffix != ".zipkg":
        files = {n: d for n, d in files.items() if n.endswith(suffix)}
    check_files(report, files, signatures=2)
    with pytest.raises(ZiError) as refused:
        check_files(report, files, signatures=3)
    assert refused.value.code == "not-as-stored"


def zip_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".zipkg"])
def test_a_flipped_byte_makes_a_file_invalid(exported: ExportResult, suffix: str, tmp_path: Path) -> None:
    """Or changes nothing that is in it: a zip file has times, and bits that fill up its last bytes."""
    source = of_kind(exported, suffix)
    data = source.read_bytes()
    for place in range(len(data) // 7, len(data), len(data) // 5):
        flipped = bytearray(data)
        flipped[place] ^= 0x20
        target = tmp_path / f"{place}{suffix}"
        target.write_bytes(flipped)
        (verdict,) = verify_files([target], [])
        if verdict.valid:
            assert suffix != ".pdf", f"byte {place} of {len(data)}"
            assert zip_parts(bytes(flipped)) == zip_parts(data), f"byte {place} of {len(data)}"
        assert verdict.in_words("en")


def failing(work: Workspace, evaluation: str, out: Path, *signers: SignerRequest, cancelled=None) -> ZiError:
    before = work.evaluation(evaluation)
    with pytest.raises(ZiError) as refused:
        export_report(prepare_export(work, evaluation), out, signers, cancelled=cancelled)
    assert work.evaluation(evaluation) == before
    return refused.value


def test_a_wrong_passphrase_or_role_leaves_nothing(
    work: Workspace, evaluation: str, signers, tmp_path: Path
) -> None:
    good = signers[0]
    out = tmp_path / "out"
    wrong = SignerRequest(good.p12, "salah", good.role)
    assert failing(work, evaluation, out, wrong).code == "wrong-passphrase"
    assert failing(work, evaluation, out, SignerRequest(good.p12, PASSPHRASE, " ")).code == "role-missing"
    assert failing(work, evaluation, out, SignerRequest(b"bukan", PASSPHRASE, "x")).code == "not-pkcs12"
    assert not out.exists()
    assert PASSPHRASE not in repr(good)


def test_cancelling_at_any_step_leaves_nothing(work: Workspace, evaluation: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for after in range(6):
        calls = iter(range(100))
        assert (
            failing(work, evaluation, out, cancelled=lambda c=calls, n=after: next(c) >= n).code
            == "cancelled"
        )
        assert not out.exists() or list(out.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(work: Workspace, evaluation: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    error = failing(work, evaluation, tmp_path / "file" / "out")
    assert error.code in ("no-access", "target-open")
    assert str(tmp_path) in error.where


def test_a_second_export_replaces_the_first_whole(work: Workspace, evaluation: str, tmp_path: Path) -> None:
    first = export_report(prepare_export(work, evaluation), tmp_path)
    answer_question(work, evaluation, "A.I.1.i.b", "A")
    second = export_report(prepare_export(work, evaluation), tmp_path)
    assert first.files == second.files
    assert sorted(p.name for p in tmp_path.glob("LKE*")) == sorted(f.name for f in second.files)
    assert not list(tmp_path.glob(".zi-*"))


def test_exported_files_have_ordinary_permissions(exported: ExportResult, tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_bytes(b"")
    for file in exported.files:
        assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(ordinary.stat().st_mode)


def test_the_package_is_the_files_beside_it(exported: ExportResult, tmp_path: Path) -> None:
    shutil.unpack_archive(of_kind(exported, ".zipkg"), tmp_path, "zip")
    for file in exported.files:
        if file.suffix != ".zipkg":
            assert (tmp_path / file.name).read_bytes() == file.read_bytes()


def test_another_letter_or_version_is_not_called_done(rich, exported: ExportResult) -> None:
    work, evaluation = rich
    report = prepare_export(work, evaluation).report
    others = (
        replace(report, letter=Letter(assignment=Assignment(number="9"))),
        replace(report, letter=Letter(wording={"tujuan": "Lain."})),
        replace(report, versions=replace(report.versions, final=not report.versions.final)),
        replace(report, evaluation=replace(report.evaluation, reasons={"x@A": "lain"})),
    )
    for suffix in (".xlsx", ".json", ".pdf"):
        files = {f.name: f.read_bytes() for f in exported.files if f.suffix == suffix}
        check_files(report, files, signatures=0)
        for other in others if suffix != ".pdf" else others[:2]:
            with pytest.raises(ZiError) as refused:
                check_files(other, files, signatures=0)
            assert refused.value.code == "not-as-stored"
