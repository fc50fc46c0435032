"""A verdict in plain words, the same on the command line, in the window and in a mail."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Language, Text

if TYPE_CHECKING:
    from zi_desktop.signing.verdicts import SignatureVerdict, Verdict


AWAITED = Text("belum ditandatangani", "not signed yet")


class Outcome(Enum):
    """What became of one file, the best first."""

    VALID = Text("Sah", "Valid")
    UNKNOWN = Text("Sah, penanda tangan belum dikenal", "Valid, signer not known")
    DISTRUSTED = Text("Utuh, penanda tangan tidak dipercaya", "Intact, signer not trusted")
    CHANGED = Text("Tidak sah: berubah atau rusak", "Not valid: changed or damaged")
    UNSIGNED = Text("Tidak ditandatangani", "Not signed")
    UNREADABLE = Text("Tidak dapat diperiksa", "Cannot be checked")

    @property
    def label(self) -> Text:
        return self.value


def outcome_of(verdict: Verdict) -> Outcome:
    from zi_desktop.signing.verdicts import UNSIGNED

    if not verdict.signatures:
        return Outcome.UNSIGNED if verdict.problems == (UNSIGNED,) else Outcome.UNREADABLE
    if not verdict.sound:
        return Outcome.CHANGED
    if not verdict.valid:
        return Outcome.DISTRUSTED
    return Outcome.VALID if all(s.trusted for s in verdict.signatures) else Outcome.UNKNOWN


def outcome_sentence(verdict: Verdict) -> Text:
    """What that means for the person who holds the file."""
    outcome = outcome_of(verdict)
    if outcome is Outcome.UNKNOWN and all(s.self_made for s in verdict.signatures):
        return Text(
            "Isinya sama seperti saat ditandatangani. Identitas penanda tangannya dibuat sendiri: menjaga "
            "keutuhan, tetapi tidak membuktikan siapa orangnya.",
            "The contents are as they were signed. The signers' identities are self-made: integrity, no "
            "recognised identity.",
        )
    return {
        Outcome.VALID: Text(
            "Isinya sama seperti saat ditandatangani, dan setiap penanda tangan dipercaya.",
            "The contents are as they were signed, and every signer is trusted.",
        ),
        Outcome.UNKNOWN: Text(
            "Isinya sama seperti saat ditandatangani. Siapa penanda tangannya belum diperiksa: belum ada "
            "sertifikat yang Anda percayai.",
            "The contents are as they were signed. Who signed was not checked: there are no certificates "
            "you trust yet.",
        ),
        Outcome.DISTRUSTED: Text(
            "Isinya sama seperti saat ditandatangani, tetapi ada penanda tangan yang tidak dipercaya; "
            "alasannya di bawah.",
            "The contents are as they were signed, but a signer is not trusted; why is said below.",
        ),
        Outcome.CHANGED: Text(
            "Jangan pakai berkas ini: isinya bukan lagi yang ditandatangani, atau tanda tangannya rusak.",
            "Do not use this file: it is no longer what was signed, or a signature is damaged.",
        ),
        Outcome.UNSIGNED: Text(
            "Tidak ada tanda tangan digital di dalamnya; siapa pun dapat mengubahnya.",
            "There is no digital signature in it; anybody may have changed it.",
        ),
        Outcome.UNREADABLE: Text(
            "Berkas ini tidak dapat dibaca sampai tanda tangannya; alasannya di bawah.",
            "This file cannot be read as far as its signatures; why is said below.",
        ),
    }[outcome]


@dataclass(frozen=True)
class SignatureWords:
    """One signature, a sentence for each question one asks of it. `problem` says why it does not count;
    `sound`: unharmed and allowed; `known`: and its signer is trusted."""

    who: Text
    when: Text
    whole: Text
    covers: Text
    trust: Text
    problem: Text | None
    sound: bool
    known: bool

    @property
    def lines(self) -> tuple[tuple[Text, Text], ...]:
        """(question, answer), in the order in which they are told."""
        return (
            (Text("Waktu", "When"), self.when),
            (Text("Keutuhan", "Integrity"), self.whole),
            (Text("Cakupan", "Covers"), self.covers),
            (Text("Kepercayaan", "Trust"), self.trust),
        )


def signature_words(signature: SignatureVerdict, verdict: Verdict) -> SignatureWords:
    """`signature` is one of those of `verdict`."""
    problem = signature.problem if signature.problem != signature.distrust else None
    return SignatureWords(
        _who(signature),
        _when(signature),
        _whole(signature),
        _covers(signature, verdict),
        _trust(signature),
        problem,
        signature.sound,
        signature.sound and bool(signature.trusted),
    )


def _who(signature: SignatureVerdict) -> Text:
    if signature.signer == "?":
        return Text("Penanda tangan tidak terbaca", "The signer cannot be read")
    role = f", {signature.role}" if signature.role else ""
    nip = f", NIP {signature.nip}" if signature.nip else ""
    who = one_line(signature.signer + role + nip)
    return Text(who, who)


def _when(signature: SignatureVerdict) -> Text:
    claimed = moment(signature.time) if signature.time else ""
    if signature.timestamp:
        proven = moment(signature.timestamp)
        said = (f"; menurut penanda tangan {claimed}", f"; according to the signer {claimed}")
        if not claimed:
            said = ("", "")
        if signature.time_proven:
            return Text(
                f"paling lambat {proven}, dibuktikan cap waktu tepercaya{said[0]}",
                f"no later than {proven}, proven by a trusted time stamp{said[1]}",
            )
        return Text(
            f"paling lambat {proven} menurut cap waktu yang penerbitnya belum dikenal{said[0]}",
            f"no later than {proven} according to a time stamp whose issuer is not known{said[1]}",
        )
    if not claimed:
        return Text("tidak dinyatakan", "not stated")
    return Text(
        f"{claimed} menurut komputer penanda tangan; tidak ada cap waktu yang membuktikannya",
        f"{claimed} according to the signer's computer; no time stamp proves it",
    )


def one_line(text: str) -> str:
    """Without line ends, control characters and those that turn the reading order: whoever makes a
    certificate or a file names things as he likes, and must not write a line of the verdict."""
    return " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in text).split())


def moment(time: datetime) -> str:
    """In the time of this computer, which is told: ``2026-11-24 18:18 UTC+07:00``."""
    local = time.astimezone()
    offset = local.strftime("%z")
    return f"{local:%Y-%m-%d %H:%M} UTC{offset[:3]}:{offset[3:5]}"


def _whole(signature: SignatureVerdict) -> Text:
    if signature.sound:
        return Text("utuh", "intact")
    if signature.intact:
        return Text(
            "tanda tangannya sendiri utuh, tetapi tidak berlaku",
            "the signature itself is intact, but it does not hold",
        )
    return Text("RUSAK: tidak cocok lagi dengan isinya", "BROKEN: it no longer fits the contents")


def _covers(signature: SignatureVerdict, verdict: Verdict) -> Text:
    revision = (
        Text(f"revisi {signature.revision}, ", f"revision {signature.revision}, ")
        if signature.revision
        else Text("", "")
    )
    if signature.covers == "all":
        what = Text("seluruh berkas", "the whole file")
    elif verdict.kind == "package" and signature.sound:
        what = Text("paket sebelum tanda tangan berikutnya", "the package before the next signature")
    elif signature.sound:
        what = Text(
            "berkas sampai di situ; sesudahnya hanya ditambah yang diizinkan, seperti tanda tangan lain",
            "the file up to there; after it only what is allowed was added, such as other signatures",
        )
    else:
        what = Text("tidak seluruh berkas seperti sekarang", "not the whole file as it is now")
    digits = f"; sidik {signature.fingerprint[:16]}" if signature.fingerprint else ""
    print_ = f"; fingerprint {signature.fingerprint[:16]}" if signature.fingerprint else ""
    return Text(revision.id + what.id + digits, revision.en + what.en + print_)


def _trust(signature: SignatureVerdict) -> Text:
    if signature.signer == "?":
        return Text("tidak dapat diperiksa", "cannot be checked")
    issued = one_line(signature.issuer)
    if signature.trusted:
        if signature.self_made:
            return Text(
                "dipercaya: Anda menambahkan sertifikat ini sendiri", "trusted: you added this certificate"
            )
        return Text(
            f"dipercaya: diterbitkan {issued}, di bawah sertifikat yang Anda percayai",
            f"trusted: issued by {issued}, under a certificate you trust",
        )
    if signature.self_made:
        return Text(
            "identitas buatan sendiri: menjaga keutuhan, bukan identitas yang dikenali",
            "self-made identity: integrity, no recognised identity",
        )
    if signature.trusted is None:
        return Text(
            f"belum diperiksa: diterbitkan {issued}, dan belum ada sertifikat yang Anda percayai",
            f"not checked: issued by {issued}, and there are no certificates you trust yet",
        )
    why = signature.distrust or Text("alasannya tidak terbaca", "no reason could be read")
    return Text(
        f"tidak dipercaya (diterbitkan {issued}): {why.id}", f"not trusted (issued by {issued}): {why.en}"
    )


def report_of(file: str, verdict: Verdict, sha256: str, about: Text, language: Language) -> str:
    """All there is to say of one file, as lines of text: for a console, and for a mail."""
    count = len(verdict.signatures)
    counted = Text(f"{count} tanda tangan", f"{count} signature{'' if count == 1 else 's'}").to(language)
    lines = [f"{one_line(file)}: {outcome_of(verdict).label.to(language).upper()} ({counted})"]
    lines += [f"  {one_line(about.to(language))}"] if about.id else []
    lines += [f"  SHA-256 {sha256}"] if sha256 else []
    lines += [f"  ! {one_line(problem.to(language))}" for problem in (*verdict.problems, *verdict.doubts)]
    for signature in verdict.signatures:
        words = signature_words(signature, verdict)
        lines.append(f"  {words.who.to(language)}")
        lines += [f"    ! {one_line(words.problem.to(language))}"] if words.problem else []
        lines += [f"    {name.to(language)}: {said.to(language)}" for name, said in words.lines]
    if verdict.awaited:
        lines.append(f"  … {AWAITED.to(language)}: {'; '.join(map(one_line, verdict.awaited))}")
    return "\n".join(lines)
