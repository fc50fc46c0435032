"""The authorities a store trusts: listed, added from a file, removed. `verify` itself needs no store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from zi_desktop.cli.frame import print_json, write_out

if TYPE_CHECKING:
    from zi_desktop.services.workspace import Workspace

Json = Annotated[bool, typer.Option("--json", help="Satu dokumen JSON di stdout.")]

trust = typer.Typer(help="Akar tepercaya penyimpanan ini.", no_args_is_help=True, rich_markup_mode=None)


@trust.command(name="list")
def list_(context: typer.Context, json: Json = False) -> None:
    """Otoritas yang dipercaya; bawaannya tidak ada."""
    with context.obj.workspace() as work:
        _print(work, None, json)


@trust.command()
def add(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE")], json: Json = False
) -> None:
    """Mempercayai setiap sertifikat CA dalam berkas PEM, DER atau P7B."""
    from zi_desktop.services.trust import add_trust_anchor

    with context.obj.workspace() as work:
        _print(work, bool(add_trust_anchor(work, file)), json)


@trust.command()
def remove(
    context: typer.Context,
    fingerprint: Annotated[str, typer.Argument(metavar="FINGERPRINT")],
    json: Json = False,
) -> None:
    """Tidak lagi mempercayai otoritas dengan sidik SHA-256 itu (atau awalnya, paling sedikit 8 huruf)."""
    from zi_desktop.services.trust import remove_trust_anchor

    with context.obj.workspace() as work:
        _print(work, bool(remove_trust_anchor(work, fingerprint)), json)


def _print(work: Workspace, changed: bool | None, json: bool) -> None:
    from zi_desktop.services.trust import trust_anchors

    anchors = trust_anchors(work)
    if json:
        document: dict[str, Any] = {
            "anchors": [
                {
                    "fingerprint": anchor.fingerprint,
                    "subject": anchor.subject,
                    "issuer": anchor.issuer,
                    "valid_from": anchor.valid_from.isoformat(),
                    "valid_until": anchor.valid_until.isoformat(),
                }
                for anchor in anchors
            ]
        }
        print_json(document if changed is None else document | {"changed": changed})
        return
    for anchor in anchors:
        write_out(f"{anchor.fingerprint}  {anchor.valid_until:%Y-%m-%d}  {anchor.subject}")
