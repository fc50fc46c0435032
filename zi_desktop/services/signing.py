"""Signing again: files that came from another laptop get one more signature, and the earlier ones stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.exchange import package as packages
from zi_desktop.services.files import Drafts, read_file
from zi_desktop.services.signers import AnySigner, ready_identity
from zi_desktop.services.verifying import MAX_BYTES, FileVerdict, kind_of, verify_bytes

if TYPE_CHECKING:
    from zi_desktop.signing.identities import Identity


@dataclass(frozen=True)
class SignedFile:
    """A file in its place, read back: `signatures` in all, `awaited` those whose fields are still empty."""

    path: Path
    signatures: int
    awaited: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        return {"file": str(self.path), "signatures": self.signatures, "awaited": list(self.awaited)}

    def summary(self) -> Text:
        more = ", ".join(self.awaited)
        return Text(
            f"{self.path}: {self.signatures} tanda tangan sah"
            + (f"; masih ditunggu: {more}" if more else ""),
            f"{self.path}: {self.signatures} valid signatures" + (f"; still awaited: {more}" if more else ""),
        )


def sign_files(
    files: Sequence[Path], out: Path, signer: AnySigner, *, reason: str = ""
) -> tuple[SignedFile, ...]:
    """Signs PDF, XLSX and packages, ours or not, and puts the results into ``out`` under the same names.

    Nothing is put in place before every file verifies with exactly one signature more and all earlier ones
    still valid (`not-signed-whole` otherwise). Raises ZiError also for a file that does not verify as it came
    (``broken-before-signing``: nobody should put his name to that), two files of one name (``same-name``),
    and what the room of signing raises.
    """
    names = [path.name for path in files]
    if len(set(names)) != len(names):
        raise ZiError("same-name", Text("Dua berkas bernama sama", "Two files have the same name"))
    identity = ready_identity(signer)
    with Drafts(out) as drafts:
        checked = [_sign_into(drafts, path, identity, signer.role, reason) for path in files]
        placed = drafts.put_in_place()
    return tuple(
        SignedFile(path, len(v.verdict.signatures), v.verdict.awaited)
        for path, v in zip(placed, checked, strict=True)
    )


def _sign_into(drafts: Drafts, path: Path, identity: Identity, role: str, reason: str) -> FileVerdict:
    data = read_file(path, MAX_BYTES)
    before = check_before(path.name, data)
    draft = drafts.write(path.name, sign_bytes(data, identity, role, reason))
    return signed_whole(path.name, draft.read_bytes(), before + 1)


def signed_whole(name: str, data: bytes, signatures: int | None = None) -> FileVerdict:
    """The verdict on a file just signed. Raises ZiError ``not-signed-whole`` when it is not valid, or bears
    another number of signatures."""
    after = verify_bytes(name, data, [])
    if not after.valid or len(after.verdict.signatures) != (signatures or len(after.verdict.signatures)):
        raise ZiError(
            "not-signed-whole",
            Text(
                "Hasil tanda tangan tidak terbaca kembali dengan utuh",
                "The signed file does not read back whole",
            ),
            where=name,
            remedy=Text("Berkas semula tidak diubah.", "The original file was not changed."),
        )
    return after


def check_before(name: str, data: bytes) -> int:
    """How many signatures a file bears. Raises ZiError ``broken-before-signing`` when they do not hold."""
    from zi_desktop.signing.verdicts import UNSIGNED

    verdict = verify_bytes(name, data, []).verdict
    if verdict.valid or verdict.problems == (UNSIGNED,):
        return len(verdict.signatures)
    faults = [*verdict.problems, *(s.problem for s in verdict.signatures if s.problem)]
    raise ZiError(
        "broken-before-signing",
        Text(
            f"Berkas ini tidak sah sebelum ditandatangani: {faults[0].id}",
            f"This file was not valid before signing: {faults[0].en}",
        ),
        where=name,
        remedy=Text(
            "Minta berkas yang utuh; jangan menandatangani ini.", "Ask for a sound file; do not sign it."
        ),
    )


def sign_bytes(data: bytes, identity: Identity, role: str, reason: str = "") -> bytes:
    """One more signature on a PDF, a workbook or a package. Raises ZiError ``not-signable`` for others."""
    from zi_desktop.signing.opc import sign_xlsx
    from zi_desktop.signing.pades import sign_next

    kind = kind_of(data)
    if kind == "package":
        return _sign_package(data, identity, role, reason)
    if kind == "pdf":
        return sign_next(data, identity, role=role, reason=reason)
    if kind == "xlsx":
        return sign_xlsx(data, identity, role=role, reason=reason)
    raise ZiError(
        "not-signable", Text("Hanya PDF, XLSX dan paket yang ditandatangani", "Only PDF, XLSX and packages")
    )


def _sign_package(data: bytes, identity: Identity, role: str, reason: str) -> bytes:
    """A new package of the same files, signed once more; the one before is kept inside, whole."""
    from zi_desktop.signing.cms import sign_detached

    read = packages.read_package(data)
    parts: dict[str, bytes] = {}
    for name, part in read.parts.items():
        if name == packages.PREVIOUS:
            continue  # it is inside the package that is now kept
        signable = kind_of(part) in ("pdf", "xlsx")
        parts[name] = sign_bytes(part, identity, role, reason) if signable else part
    if read.signatures:
        parts[packages.PREVIOUS] = data
    facts = {k: v for k, v in read.facts.items() if k not in ("format", "parts")}
    facts["signers"] = [*facts.get("signers", []), {"name": identity.subject, "role": role}]
    manifest = packages.make_manifest(facts, parts)
    return packages.write_package(manifest, parts, [sign_detached(manifest, identity, role)])
