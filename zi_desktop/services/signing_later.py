"""Signing with a service elsewhere: the digest goes out as a file, the signature comes back as a file.

Three files wait side by side: ``NAME.menunggu.pdf`` (prepared), ``NAME.menunggu.json`` (what is awaited) and
``NAME.sidik`` (the SHA-256 to be signed, in hexadecimal digits), which alone goes to the service.
"""

from __future__ import annotations

from pathlib import Path

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.services.files import Drafts, read_file
from zi_desktop.services.signing import SignedFile, check_before, signed_whole
from zi_desktop.services.verifying import MAX_BYTES, kind_of

WAITING = ".menunggu"
DIGEST = ".sidik"
_MAX_SMALL = 1_000_000


def prepare_later(path: Path, out: Path, *, name: str, role: str, nip: str = "") -> tuple[Path, ...]:
    """The three files, in ``out``. ``name`` is the signer's as the certificate will spell it: the stamp shows
    it, and a signature of anybody else will be refused. Raises ZiError ``not-a-pdf`` for other files, what
    `signing.remote.prepare_remote` raises, and ``broken-before-signing``."""
    from zi_desktop.signing.remote import prepare_remote

    data = read_file(path, MAX_BYTES)
    if kind_of(data) != "pdf":
        raise ZiError(
            "not-a-pdf",
            Text("Hanya PDF yang dapat ditandatangani belakangan", "Only a PDF can be signed later"),
            where=path.name,
        )
    check_before(path.name, data)
    prepared, pending = prepare_remote(data, name=name, role=role, nip=nip)
    with Drafts(out) as drafts:
        drafts.write(path.stem + WAITING + ".pdf", prepared)
        drafts.write(path.stem + WAITING + ".json", pending.to_json())
        drafts.write(path.stem + DIGEST, (pending.digest + "\n").encode())
        return drafts.put_in_place()


def complete_later(state: Path, signature: Path, out: Path) -> SignedFile:
    """Puts the signature that came back into the PDF beside ``state`` (``NAME.menunggu.json``) and writes
    ``NAME.pdf`` into ``out``, read back. Raises ZiError as `signing.remote.complete_remote` does."""
    from zi_desktop.signing.remote import Pending, complete_remote

    pending = Pending.from_json(read_file(state, _MAX_SMALL))
    prepared = read_file(state.with_suffix(".pdf"), MAX_BYTES)
    signed = complete_remote(prepared, pending, read_file(signature, _MAX_SMALL))
    name = state.stem.removesuffix(WAITING) + ".pdf"
    with Drafts(out) as drafts:
        verdict = signed_whole(name, drafts.write(name, signed).read_bytes())
        (placed,) = drafts.put_in_place()
    return SignedFile(placed, len(verdict.verdict.signatures), verdict.verdict.awaited)
