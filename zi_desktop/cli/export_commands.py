"""Exporting from the command line: one evaluation, or several with one passphrase."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zi_desktop.cli import sign_commands
from zi_desktop.cli.frame import BUG, REFUSED, Frame, print_json, write_out
from zi_desktop.domain.errors import Text

if TYPE_CHECKING:
    from zi_desktop.services.export_others import Output
    from zi_desktop.services.exporting_many import ManyLine
    from zi_desktop.services.signers import AnySigner
    from zi_desktop.services.signing_off import Outcome
    from zi_desktop.services.workspace import Workspace


def export(  # noqa: PLR0913, PLR0917 (typer: one parameter an option)
    context: typer.Context,
    evaluations: Annotated[list[str], typer.Argument(metavar="ID")],
    out: Annotated[Path, typer.Option("--out")],
    identity: Annotated[
        list[str] | None, typer.Option("--identity", help=sign_commands.IDENTITY + " Boleh berulang.")
    ] = None,
    passphrase_env: Annotated[list[str] | None, typer.Option("--passphrase-env", "--pin-env")] = None,
    role: Annotated[list[str] | None, typer.Option("--role")] = None,
    reason: Annotated[
        str, typer.Option("--reason", help="Alasan untuk semua peringatan yang belum beralasan.")
    ] = "",
    also: Annotated[str, typer.Option("--also", help="Berkas lain: lampiran-iii,jawaban,csv,public.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Satu dokumen JSON di stdout.")] = False,
) -> None:
    """Mengekspor PDF, XLSX, JSON PortalRB dan paket, ditandatangani oleh setiap identitas. Penilaian yang
    lengkap dan bertanda tangan dikunci; yang belum, berkasnya draf. Beberapa ID: satu per satu, dan yang
    gagal tidak menghentikan yang lain."""
    frame: Frame = context.obj
    others = _outputs(also)
    signers = sign_commands.signer_requests(identity or [], passphrase_env or [], role or [])
    asked = _Asked(out, signers, reason, others, json)
    with frame.workspace(reason=reason) as work:
        if len(evaluations) == 1:
            _one(frame, work, evaluations[0], asked)
        else:
            _several(frame, work, evaluations, asked)


@dataclass(frozen=True)
class _Asked:
    out: Path
    signers: Sequence[AnySigner]
    reason: str
    also: Collection[Output]
    json: bool


def _outputs(said: str) -> frozenset[Output]:
    from zi_desktop.services.export_others import Output

    names = {part.strip() for part in said.split(",") if part.strip()}
    unknown = names - {o.value for o in Output}
    if unknown:
        raise typer.BadParameter(" | ".join(o.value for o in Output), param_hint="--also")
    return frozenset(Output(name) for name in names)


def _one(frame: Frame, work: Workspace, evaluation: str, asked: _Asked) -> None:
    from zi_desktop.services.signing_off import export_and_sign_off

    outcome = export_and_sign_off(
        work,
        evaluation,
        asked.out,
        asked.signers,
        reason=asked.reason,
        also=asked.also,
        progress=lambda _, text: frame.say(text),
    )
    if asked.json:
        print_json(outcome.as_dict(frame.language))
    else:
        _tell(frame, outcome)


def _tell(frame: Frame, outcome: Outcome) -> None:
    for file in outcome.exported.files:
        write_out(str(file))
    frame.say(outcome.exported.summary())
    for line in outcome.told():
        frame.say(line)
    for issue in outcome.exported.issues:
        frame.say(issue.message)


def _several(frame: Frame, work: Workspace, evaluations: Sequence[str], asked: _Asked) -> None:
    from zi_desktop.services.exporting_many import Ending, export_many

    def progress(number: int, of: int, unit: str) -> None:
        frame.say(Text(f"{number}/{of} {unit}", f"{number}/{of} {unit}"))

    lines = []
    done = export_many(
        work,
        evaluations,
        asked.out,
        asked.signers,
        reason=asked.reason,
        also=asked.also,
        progress=progress,
    )
    for line in done:
        lines.append(line)
        if not asked.json:
            _tell_line(frame, line)
    counts = {ending.value: sum(line.ending is ending for line in lines) for ending in Ending}
    if asked.json:
        print_json({"exports": [line.as_dict(frame.language) for line in lines], **counts})
    frame.say(
        Text(
            "{done} selesai, {refused} ditolak, {failed} gagal".format(**counts),
            "{done} done, {refused} refused, {failed} failed".format(**counts),
        )
    )
    if any(line.error is not None and line.error.code == "bug" for line in lines):
        raise typer.Exit(BUG)
    if any(line.error is not None for line in lines):
        raise typer.Exit(REFUSED)


def _tell_line(frame: Frame, line: ManyLine) -> None:
    if line.outcome is not None:
        _tell(frame, line.outcome)
    if line.error is not None:
        name = line.unit or line.evaluation
        message, remedy = line.error.message, line.error.remedy
        frame.say(Text(f"{name}: {message.id}. {remedy.id}", f"{name}: {message.en}. {remedy.en}"))
