"""The commands that sign: one more signature on files from another laptop, and what comes afterwards."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zi_desktop.cli.frame import Frame, print_json, write_out
from zi_desktop.domain.errors import Text, ZiError

if TYPE_CHECKING:
    from zi_desktop.services.signers import AnySigner

Files = Annotated[list[Path], typer.Argument(metavar="FILE…")]
Out = Annotated[Path, typer.Option("--out", help="Folder hasil.")]
IDENTITY = "PKCS#12, atau token: pkcs11:token=NAMA;object=KUNCI?module-path=BERKAS."
Json = Annotated[bool, typer.Option("--json", help="Satu dokumen JSON di stdout.")]


def signer_requests(
    identities: Sequence[str], variables: Sequence[str], roles: Sequence[str]
) -> tuple[AnySigner, ...]:
    """What ``--identity``, ``--passphrase-env`` and ``--role`` say together, the n-th of each being one
    signer's. Raises ZiError ``no-passphrase`` for a variable that is not set, and ``bad-token-uri``."""
    from zi_desktop.services.files import read_file
    from zi_desktop.services.signers import SignerRequest, TokenRequest, token_place

    if not len(identities) == len(variables) == len(roles):
        raise typer.BadParameter("--identity, --passphrase-env, --role: sama banyak / as many of each")
    signers: list[AnySigner] = []
    for identity, variable, role in zip(identities, variables, roles, strict=True):
        is_token = identity.startswith("pkcs11:")
        place = token_place(identity) if is_token else None  # before its address is told in an error
        secret = _secret(variable, identity)
        if place is not None:
            signers.append(TokenRequest(place, secret, role))
        else:
            signers.append(SignerRequest(read_file(Path(identity), 1_000_000), secret, role))
    return tuple(signers)


def _secret(variable: str, identity: str) -> str:
    secret = os.environ.get(variable)
    if secret is None:
        raise ZiError(
            "no-passphrase",
            Text(f"Variabel {variable} tidak ada", f"The variable {variable} is not set"),
            where=identity,
            remedy=Text(
                "Isi variabel itu dengan kata sandi identitas atau PIN token.",
                "Put the identity's passphrase or the token's PIN into it.",
            ),
        )
    return secret


def tokens(
    module: Annotated[str, typer.Argument(metavar="MODULE", help="Pustaka PKCS#11 (.so atau .dll).")],
    json: Json = False,
) -> None:
    """Sertifikat pada token yang terpasang, dengan alamat yang dipahami --identity; tanpa PIN."""
    from zi_desktop.services.signers import token_certificates

    found = token_certificates(module)
    if json:
        print_json(
            {
                "tokens": [
                    {
                        "identity": entry.place.uri,
                        "token": entry.place.token,
                        "subject": entry.subject,
                        "valid_until": entry.valid_until.isoformat(),
                    }
                    for entry in found
                ]
            }
        )
        return
    for entry in found:
        write_out(f"{entry.subject}  {entry.valid_until:%Y-%m-%d}  {entry.place.uri}")


def sign(
    context: typer.Context,
    files: Files,
    out: Out,
    identity: Annotated[str, typer.Option("--identity", help=IDENTITY)],
    passphrase_env: Annotated[str, typer.Option("--passphrase-env", "--pin-env")],
    role: Annotated[str, typer.Option("--role", help="Misalnya Ketua Tim.")],
    reason: Annotated[str, typer.Option("--reason")] = "",
    json: Json = False,
) -> None:
    """Menambah satu tanda tangan pada PDF, XLSX atau paket; tanda tangan yang ada tetap sah."""
    from zi_desktop.services.signing import sign_files

    frame: Frame = context.obj
    (signer,) = signer_requests([identity], [passphrase_env], [role])
    signed = sign_files(files, out, signer, reason=reason)
    if json:
        print_json({"files": [file.as_dict() for file in signed]})
        return
    for file in signed:
        write_out(str(file.path))
        frame.say(file.summary())


def timestamp(
    context: typer.Context,
    files: Files,
    url: Annotated[str, typer.Option("--url", help="Alamat layanan cap waktu (RFC 3161).")],
    out: Annotated[Path | None, typer.Option("--out", help="Folder hasil; bawaan: di tempatnya.")] = None,
    json: Json = False,
) -> None:
    """Menambah cap waktu dan data validasi pada berkas bertanda tangan, tanpa mengusik tanda tangannya."""
    from zi_desktop.services.timestamping import timestamp_file

    frame: Frame = context.obj
    stamped = []
    for file in files:
        stamped.append(timestamp_file(file, url, out))
        if not json:
            write_out(str(stamped[-1].path))
            frame.say(stamped[-1].summary())
    if json:
        print_json({"files": [file.as_dict() for file in stamped]})


def sign_later(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    out: Out,
    name: Annotated[str, typer.Option("--name", help="Nama seperti dalam sertifikat.")],
    role: Annotated[str, typer.Option("--role", help="Misalnya Ketua Tim.")],
    nip: Annotated[str, typer.Option("--nip")] = "",
    json: Json = False,
) -> None:
    """Menyiapkan PDF untuk layanan tanda tangan jarak jauh: sidiknya (.sidik) yang dikirim."""
    from zi_desktop.services.signing_later import prepare_later

    frame: Frame = context.obj
    made = prepare_later(file, out, name=name, role=role, nip=nip)
    if json:
        print_json({"files": [str(path) for path in made]})
        return
    for path in made:
        write_out(str(path))
    frame.say(
        Text(
            "Kirim sidiknya saja; simpan ketiga berkas sampai tanda tangannya kembali.",
            "Send the digest alone; keep all three files until the signature is back.",
        )
    )


def sign_complete(
    context: typer.Context,
    state: Annotated[Path, typer.Argument(metavar="STATE")],
    signature: Annotated[Path, typer.Option("--signature", help="CMS (.p7s) dari layanan itu.")],
    out: Out,
    json: Json = False,
) -> None:
    """Memasukkan tanda tangan yang kembali ke PDF yang menunggunya; yang bukan miliknya ditolak."""
    from zi_desktop.services.signing_later import complete_later

    frame: Frame = context.obj
    signed = complete_later(state, signature, out)
    if json:
        print_json({"files": [signed.as_dict()]})
        return
    write_out(str(signed.path))
    frame.say(signed.summary())
