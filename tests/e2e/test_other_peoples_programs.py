"""Our files before other programs: valid as they are, invalid when changed, and scored as we score them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.services.filled import fill
from tests.signing import pki
from tests.verifiers import (
    libreoffice_pdf_signatures,
    libreoffice_recalculate,
    libreoffice_xlsx_signatures,
    pdfsig,
    poi_verify,
)
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.report import Report, scores_as_dict
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.verifying import verify_files
from zi_desktop.services.workspace import open_workspace
from zi_desktop.worksheets.writing import score_cells


class Exported(NamedTuple):
    report: Report
    pdf: Path
    xlsx: Path
    package: Path
    root: Path
    chain: Path


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """A rich evaluation, signed by two people whose certificates an authority issued."""
    folder = tmp_path_factory.mktemp("exported")
    root = pki.authority("CA Akar Uji")
    issuer = pki.authority("CA Penerbit Uji", root)
    (folder / "root.pem").write_bytes(root.pem)
    (folder / "chain.pem").write_bytes(root.pem + issuer.pem)
    signers = tuple(
        SignerRequest(issuer.pkcs12(pki.Wish(name), pki.rsa_key()), pki.PASSPHRASE, role)
        for name, role in (("Ketua Uji", "Ketua Tim"), ("Anggota Uji", "Anggota Tim"))
    )
    work = open_workspace(folder / "a.zidb", actor="Rekaan")
    try:
        fill(work, new_evaluation(work, unit="Satker", year=2026, stage=Stage.MANDIRI).evaluation_id, seed=5)
        evaluation = new_evaluation(work, unit="Satker", year=2026).evaluation_id
        fill(work, evaluation, seed=6)
        answer_question(work, evaluation, "A.I.1.i.b", "B")
        report = load_report(work, evaluation)
        files = export_report(prepare_export(work, evaluation), folder / "out", signers).files
    finally:
        work.close()
    by_suffix = {f.suffix: f for f in files}
    return Exported(
        report,
        by_suffix[".pdf"],
        by_suffix[".xlsx"],
        by_suffix[".zipkg"],
        folder / "root.pem",
        folder / "chain.pem",
    )


def changed_copy(source: Path, target: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The zip with one part changed and everything else as it was."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            content = before.read(info)
            after.writestr(info.filename, change(content) if info.filename == part else content)
    target.write_bytes(buffer.getvalue())
    return target


def other_answer(sheet: bytes) -> bytes:
    """One cached number of the sheet raised to 1: what a forger of a score would do."""
    changed, count = re.subn(rb"<v>0\.5</v>", b"<v>1</v>", sheet, count=1)
    assert count == 1
    return changed


def test_everybody_calls_our_files_valid_and_a_changed_cell_invalid(
    exported: Exported, tmp_path: Path
) -> None:
    with zipfile.ZipFile(exported.xlsx) as archive:
        sheet = next(n for n in archive.namelist() if n.endswith("sheet1.xml"))
    forged = changed_copy(exported.xlsx, tmp_path / "forged.xlsx", sheet, other_answer)

    libreoffice = libreoffice_xlsx_signatures([exported.xlsx, forged], exported.chain)
    assert [s["valid"] for s in libreoffice[exported.xlsx]] == [True, True]
    assert [s["valid"] for s in libreoffice[forged]] == [False, False]
    assert poi_verify([exported.xlsx, forged]) == {exported.xlsx: [True, True], forged: [False, False]}
    ours = verify_files([exported.xlsx, forged, exported.pdf, exported.package], [exported.root])
    assert [v.valid for v in ours] == [True, False, True, True]
    assert [s.trusted for s in ours[0].verdict.signatures] == [True, True]


def test_the_pdf_is_valid_and_trusted_elsewhere_and_a_changed_byte_is_seen(
    exported: Exported, tmp_path: Path
) -> None:
    signatures = pdfsig(exported.pdf, exported.root)
    assert [(s["valid"], s["trusted"]) for s in signatures] == [(True, True), (True, True)]
    data = bytearray(exported.pdf.read_bytes())
    data[data.index(b"stream") + 40] ^= 1
    forged = tmp_path / "forged.pdf"
    forged.write_bytes(data)
    assert not any(s["valid"] for s in pdfsig(forged, exported.root))
    libreoffice = libreoffice_pdf_signatures([exported.pdf], exported.chain)
    assert [s["valid"] for s in libreoffice[exported.pdf]] == [True, True]
    assert [v.valid for v in verify_files([exported.pdf, forged], [exported.root])] == [True, False]


def test_an_unknown_authority_is_not_trusted(exported: Exported, tmp_path: Path) -> None:
    stranger = tmp_path / "lain.pem"
    stranger.write_bytes(pki.authority("CA Lain Uji").pem)
    for verdict in verify_files([exported.pdf, exported.xlsx, exported.package], [stranger]):
        assert not verdict.valid
        assert [s.trusted for s in verdict.verdict.signatures] == [False, False]
        assert [s.intact for s in verdict.verdict.signatures] == [True, True]


def test_libreoffice_recalculates_the_signed_workbook_to_our_scores(exported: Exported) -> None:
    cells = score_cells(exported.report)
    values = libreoffice_recalculate(exported.xlsx, list(cells.values()))
    for code, points in scores_as_dict(exported.report.lke, exported.report.score).items():
        assert values[cells[code]] == pytest.approx(points, abs=1e-9), code
