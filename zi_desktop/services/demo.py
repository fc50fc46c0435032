"""The main job on the shipped sample: import, score, sign, export, verify."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zi_desktop.domain.errors import Language, Text, ZiError
from zi_desktop.domain.evaluation import Stage, TeamMember
from zi_desktop.domain.report import Report, report_as_dict
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.answers import save_finding, set_team
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.importing import apply_import, plan_import, read_worksheet
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.verifying import verify_files
from zi_desktop.services.workspace import Workspace, open_workspace

SAMPLE = "jawaban-contoh.xlsx"
UNIT, YEAR = "Satker Contoh (data rekaan)", 2026
STORE_NAME = "demo.zidb"
TEAM = (
    TeamMember("Rekaan Ketua", "000000000000000001", "Ketua Tim"),
    TeamMember("Rekaan Anggota", "000000000000000002", "Anggota Tim"),
)


@dataclass(frozen=True)
class DemoResult:
    report: Report
    files: tuple[Path, ...]
    checked_answers: int
    signatures: int

    def as_dict(self, language: Language) -> dict[str, Any]:
        return {
            "files": [str(f) for f in self.files],
            "checked_answers": self.checked_answers,
            "signatures": self.signatures,
            "blocks": [report_as_dict(self.report)],
            "issues": [issue.as_dict(language) for issue in self.report.issues],
        }


def run_demo(out: Path, *, say: Callable[[Text], None]) -> DemoResult:
    """Leaves a plain store and the signed files in ``out``; a store of an earlier demo there is replaced.
    Raises ZiError as the verbs do, and ``demo`` should a file not verify."""
    out.mkdir(parents=True, exist_ok=True)
    store = out / STORE_NAME
    for leftover in (store, store.with_name(store.name + "-wal"), store.with_name(store.name + "-shm")):
        leftover.unlink(missing_ok=True)
    work = open_workspace(store, actor="Demo")
    try:
        evaluation_id = fill_from_sample(work)
        report = load_report(work, evaluation_id)
        prepared = prepare_export(work, evaluation_id)
    finally:
        work.close()
    result = export_report(prepared, out, _signers(), progress=lambda _, text: say(text))
    signed = [f for f in result.files if f.suffix != ".json"]
    verdicts = verify_files(signed, [])
    if not all(v.valid for v in verdicts):
        raise ZiError("demo", Text("Tanda tangan contoh tidak sah", "A sample's signature is not valid"))
    say(result.summary())
    return DemoResult(report, (*result.files, store), result.checked_answers, result.signatures)


def fill_from_sample(work: Workspace) -> str:
    """Imports the shipped sample and adds a team and a finding; the id of its TPI evaluation."""
    reading = read_worksheet(resource_path("samples", SAMPLE))
    apply_import(work, plan_import(work, reading, unit=UNIT, year=YEAR))
    ids = work.store.evaluation_ids(unit=UNIT, year=YEAR)
    tpi = next(e for e in work.store.evaluations(ids) if e.stage is Stage.TPI)
    set_team(work, tpi.id, TEAM)
    lowest = min(tpi.cells, key=lambda code: (str(tpi.cells[code]) != "Tidak", code))
    question = work.lke(tpi.edition).cells[lowest].question.code
    save_finding(
        work,
        tpi.id,
        question,
        "Bukti yang ada belum menunjukkan pelaksanaan sepanjang tahun.",
        "Lengkapi notulen dan laporan berkala sebelum evaluasi lapangan.",
    )
    return tpi.id


def _signers() -> tuple[SignerRequest, ...]:
    passphrase = secrets.token_urlsafe(16)
    return tuple(
        SignerRequest(make_local_identity(m.name, UNIT, passphrase), passphrase, m.role) for m in TEAM
    )
