"""Signing later: the digest of a prepared PDF goes out, the signature (CMS) of a remote service comes back.

Such services (BSrE, a token in another room) see the digest alone. What waits in between is the prepared PDF,
whole but for the signature, and this state, which says where it goes and whose it must be.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from zi_desktop.domain.errors import Text, ZiError

FORMAT = "zi-desktop-signing-later/1"
RESERVED = 24_000
"""Bytes kept free for the signature: a chain of certificates and a time stamp fit in."""


@dataclass(frozen=True)
class Pending:
    """`digest` is SHA-256 (hex) of what is to be signed; `prepared` that of the whole prepared PDF. `start`
    and `end` bound the place of the signature in it."""

    name: str
    role: str
    field: str
    digest: str
    prepared: str
    start: int
    end: int

    def to_json(self) -> bytes:
        """The state file's content; `from_json` reads it back."""
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1).encode()

    @staticmethod
    def from_json(data: bytes) -> Pending:
        """Raises ZiError ``bad-state``."""
        try:
            values = json.loads(data)
            if values.pop("format") != FORMAT:
                raise ValueError("format")
            texts = ("name", "role", "field", "digest", "prepared")
            pending = Pending(**values)
            sound = all(isinstance(getattr(pending, t), str) for t in texts)
            sound = sound and isinstance(pending.start, int) and isinstance(pending.end, int)
            if not sound or not 0 < pending.start < pending.end:
                raise ValueError("shape")
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ZiError(
                "bad-state",
                Text("Berkas keadaan tanda tangan rusak", "The state file of the signature is damaged"),
                remedy=Text("Siapkan tanda tangan sekali lagi.", "Prepare the signature once more."),
            ) from error
        return pending


def prepare_remote(pdf: bytes, *, name: str, role: str, nip: str = "") -> tuple[bytes, Pending]:
    """The PDF ready for the signature of `name` (as the certificate will spell it) in the field that waits
    for `role`, and the state. Raises ZiError as `pades.sign_next` does, and ``name-missing``."""
    from zi_desktop.signing import pades, pdf_sign
    from zi_desktop.signing.roles import clean_line
    from zi_desktop.signing.signer import Signer

    name = clean_line(name)
    if not name:
        raise ZiError("name-missing", Text("Nama penanda tangan belum diisi", "The signer's name is missing"))
    field, certify = pades.next_field(pdf, role)
    signer = Signer(clean_line(role), name, clean_line(nip) or field.expected.nip)
    request = pdf_sign.Request(signer, "", field.name, None, certify, field.document)
    prepared, digest, start, end = pdf_sign.prepare(pdf, request, RESERVED)
    whole = hashlib.sha256(prepared).hexdigest()
    return prepared, Pending(name, signer.role, field.name, digest.hex(), whole, start, end)


def complete_remote(prepared: bytes, pending: Pending, signature: bytes) -> bytes:
    """The signed PDF. Raises ZiError: ``state-of-another-file``; ``bad-signature`` (unreadable, too long, not
    PAdES), ``signature-of-other-data``, ``signature-broken``, ``foreign-signature`` (another name than the
    stamp shows) and what `identities.check_certificate` refuses; ``signature-not-readable-back``."""
    from zi_desktop.signing import remote_check
    from zi_desktop.signing.pdf_verify import verify_document
    from zi_desktop.signing.verdicts import refuse_unreadable

    if hashlib.sha256(prepared).hexdigest() != pending.prepared or pending.end > len(prepared):
        raise ZiError(
            "state-of-another-file",
            Text("Berkas keadaan ini milik PDF lain", "This state file belongs to another PDF"),
            remedy=Text("Pakai PDF yang disiapkan bersamanya.", "Use the PDF that was prepared with it."),
        )
    der = remote_check.checked(signature, pending)
    digits = der.hex().encode("ascii")
    room = pending.end - pending.start - 2
    filled = b"<" + digits.ljust(room, b"0") + b">"
    signed = prepared[: pending.start] + filled + prepared[pending.end :]
    refuse_unreadable(verify_document(signed, []), Text("PDF", "PDF"))
    return signed
