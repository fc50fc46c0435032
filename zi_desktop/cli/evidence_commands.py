"""The commands on attached evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zi_desktop.cli import printing, shapes
from zi_desktop.cli.frame import REFUSED, Frame, print_json
from zi_desktop.domain.errors import Severity, Text

Json = Annotated[bool, typer.Option("--json", help="Satu dokumen JSON di stdout.")]
Id = Annotated[str, typer.Argument(metavar="ID")]


def evidence(
    context: typer.Context,
    evaluation: Id,
    code: str,
    files: Annotated[list[Path], typer.Argument(metavar="FILE")],
    by: Annotated[str, typer.Option("--by", help="Nama penilai.")] = "",
    json: Json = False,
) -> None:
    """Melampirkan berkas pada satu soal; selesai (0) hanya bila isinya tersimpan dan terbaca lagi."""
    from zi_desktop.services.evidence import attach_files, facts_of

    frame: Frame = context.obj
    with frame.workspace(actor=by) as work:
        changes = attach_files(work, evaluation, code, files)
        attached = work.evaluation(evaluation).evidence.get(code, ())
        facts = facts_of(work, attached)
    if json:
        about = {"id": evaluation, "code": code, "changed": bool(changes), "skipped": list(changes.skipped)}
        print_json(about | {"evidence": shapes.evidence_list(attached, facts)})
        return
    for name in changes.skipped:
        frame.say(Text(f"{name}: isinya sudah ada pada soal ini.", f"{name}: the question has it already."))


def evidence_check(context: typer.Context, evaluation: Id, json: Json = False) -> None:
    """Membaca ulang isi semua bukti terlampir; gagal (1) bila ada yang hilang atau berubah."""
    from zi_desktop.services.evidence_files import check_evidence

    frame: Frame = context.obj
    with frame.workspace() as work:
        issues = check_evidence(work, evaluation)
    sound = not any(issue.severity is Severity.ERROR for issue in issues)
    if json:
        told = [issue.as_dict(frame.language) for issue in issues]
        print_json({"id": evaluation, "sound": sound, "issues": told})
    else:
        printing.print_issues(tuple(issues), frame.language)
    if not sound:
        raise typer.Exit(REFUSED)
