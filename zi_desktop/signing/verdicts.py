"""What verification says, in the shape the command line prints as `verify --json` (contract.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from zi_desktop.domain.errors import NO_TEXT, Language, Text, ZiError

Kind = Literal["pdf", "xlsx", "package"]


@dataclass(frozen=True)
class SignatureVerdict:
    """One signature. `role` and `time` are the signer's own claims, None when they made none.

    `intact`: the signed bytes and the signature itself are unharmed. `trusted`: the certificate leads to
    one of the roots given (None: no roots given). `timestamp`: the time a sound time-stamp token states.
    `covers`: "all" of the file, or a "part" because something followed. `problem`: why it does not count.
    """

    signer: str
    role: str | None
    time: datetime | None
    intact: bool
    trusted: bool | None
    timestamp: datetime | None
    covers: Literal["all", "part"]
    problem: Text | None
    self_made: bool = False
    """True when no authority stands behind the certificate: integrity without a recognised identity."""

    revision: int = 0
    """Which revision of a PDF it signed, the first being 1; 0 where files have none."""
    fingerprint: str = ""
    """SHA-256 of the PDF before this signature: its stamp's QR code begins the same."""
    distrust: Text | None = None
    """Why `trusted` is False; `problem` says the same unless something worse is wrong."""
    time_proven: bool = False
    """Whether the authority behind `timestamp` is under the roots given, too."""
    issuer: str = ""
    """Whoever issued the certificate, by name."""
    nip: str = ""
    """As the file names it beside this signer: the certificate does not vouch for it."""

    @property
    def sound(self) -> bool:
        """Unharmed, and nothing is wrong with it but, perhaps, who stands behind it."""
        return self.intact and (self.problem is None or self.problem == self.distrust)

    @property
    def counts(self) -> bool:
        """Whether this signature alone would let the file be valid."""
        return self.intact and self.trusted is not False and self.problem is None

    def as_dict(self, language: Language) -> dict[str, Any]:
        """One entry of `signatures`; times are ISO 8601."""
        return {
            "signer": self.signer,
            "role": self.role,
            "time": _iso(self.time),
            "intact": self.intact,
            "trusted": self.trusted,
            "timestamp": _iso(self.timestamp),
            "covers": self.covers,
            "problem": None if self.problem is None else self.problem.to(language),
            "revision": self.revision,
            "fingerprint": self.fingerprint,
            "time_proven": self.time_proven,
            "issuer": self.issuer,
            "self_made": self.self_made,
            "nip": self.nip,
        }


@dataclass(frozen=True)
class Verdict:
    """One file. `problems` are those of the file as a whole; with any of them it is not valid. `doubts` are
    signers inside a package who are not trusted: no fault of the file, and not valid either.

    `awaited` names the signers (``Ketua Tim: Rekaan``) whose prepared fields are still empty: that is no
    fault, but a file that was cut back to an earlier signature shows it here.
    """

    kind: Kind
    signatures: tuple[SignatureVerdict, ...] = ()
    problems: tuple[Text, ...] = ()
    awaited: tuple[str, ...] = ()
    doubts: tuple[Text, ...] = ()

    @property
    def valid(self) -> bool:
        """At least one signature, all of them count, and nothing is wrong with the file around them."""
        return self.sound and not self.doubts and all(s.counts for s in self.signatures)

    @property
    def sound(self) -> bool:
        """Signed, and unchanged since: whoever the signers are."""
        return bool(self.signatures) and not self.problems and all(s.sound for s in self.signatures)

    def as_dict(self, language: Language) -> dict[str, Any]:
        """One entry of `files`, without `file`, which only the caller knows."""
        return {
            "kind": self.kind,
            "valid": self.valid,
            "signatures": [signature.as_dict(language) for signature in self.signatures],
            "problems": [problem.to(language) for problem in (*self.problems, *self.doubts)],
            "awaited": list(self.awaited),
        }


DAMAGED = Text("Tanda tangan rusak atau diubah.", "The signature is damaged or was altered.")
WEAK = Text("Tanda tangan memakai cara yang usang.", "The signature uses an outdated method.")
TOO_SLOW = Text(
    "Pemeriksaan dihentikan: berkas terlalu rumit.", "Checking was stopped: the file is too complex."
)
UNREADABLE = Text(
    "Berkas rusak: tanda tangannya tidak dapat diperiksa.",
    "The file is damaged: its signatures cannot be checked.",
)


def refuse_unreadable(verdict: Verdict, what: Text) -> None:
    """After signing: raises ZiError ``signature-not-readable-back`` unless the result verifies. ``what`` is
    the file in the words of the message."""
    if verdict.valid:
        return
    faults = [*verdict.problems, *(s.problem for s in verdict.signatures if s.problem)]
    detail = faults[0] if faults else NO_TEXT
    raise ZiError(
        "signature-not-readable-back",
        Text(
            f"{what.id} ini tidak dapat ditandatangani dengan utuh. {detail.id}",
            f"This {what.en} cannot be signed soundly. {detail.en}",
        ),
        remedy=Text(
            "Pakai hasil ekspor yang baru, bukan berkas yang telah diubah.",
            "Use a fresh export, not a file that was changed.",
        ),
    )


UNSIGNED = Text("Berkas ini tidak ditandatangani.", "This file is not signed.")


def unreadable_signature(problem: Text = DAMAGED) -> SignatureVerdict:
    """A signature that could not be read so far as to say whose it is."""
    return SignatureVerdict("?", None, None, False, None, None, "part", problem)


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
