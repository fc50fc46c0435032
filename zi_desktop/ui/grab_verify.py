"""What the pictures of the verify page show: an export signed by a made-up person, and a changed copy."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from zi_desktop.domain.evaluation import TeamMember
from zi_desktop.services.answers import answer_question, set_team
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.importing import read_worksheet
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.workspace import Workspace

_PASSPHRASE = "hanya contoh"
_UNIT = "Balai Bertanda Tangan (data rekaan)"
_TEAM = (
    TeamMember("Rekaan Ketua", "000000000000000001", "Ketua Tim"),
    TeamMember("Rekaan Pengendali", "", "Pengendali Teknis"),
)
_CHANGED, _COPIED = "A.I.1.i.b", "A.I.1.ii.c"


def fill_signed_files(work: Workspace, folder: Path) -> list[Path]:
    """PDF, workbook and package of one version, and the workbook with one answer changed since."""
    evaluation_id = new_evaluation(work, unit=_UNIT, year=2026).evaluation_id
    set_team(work, evaluation_id, _TEAM)
    answer_question(work, evaluation_id, _CHANGED, "B")
    answer_question(work, evaluation_id, _COPIED, "A")
    p12 = make_local_identity("Rekaan Ketua", "", _PASSPHRASE)
    signer = SignerRequest(p12, _PASSPHRASE, "Ketua Tim")
    files = export_report(prepare_export(work, evaluation_id), folder / "ekspor", [signer]).files
    signed = [file for file in files if file.suffix != ".json"]
    workbook = next(file for file in signed if file.suffix == ".xlsx")
    forged = folder / "LKE-diubah-orang.xlsx"
    forged.write_bytes(_forged(workbook))
    return [*signed, forged]


def _forged(workbook: Path) -> bytes:
    """Says at one place what the workbook says at another, as if edited by hand."""
    block = next(block for block in read_worksheet(workbook).blocks if block.filled)
    target, source = (block.places[code].partition("!")[2] for code in (_CHANGED, _COPIED))
    buffer = io.BytesIO()
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                value = re.search(rb'<c r="' + source.encode() + rb'"[^>]*><v>([^<]*)', data)
                assert value is not None
                cell = rb'(<c r="' + target.encode() + rb'"[^>]*><v>)[^<]*'
                data = re.sub(cell, rb"\g<1>" + value[1], data)
            new.writestr(name, data)
    return buffer.getvalue()
