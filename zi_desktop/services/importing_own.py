"""Files that we wrote ourselves: a signed PDF or workbook alone brings an evaluation to another laptop.

A PDF of ours carries its workbook. Before anything is taken from a file, its signatures must hold and all
that it holds must say the same: pages, workbook inside, and the record that was signed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from zi_desktop import documents
from zi_desktop.domain.errors import Issue, Severity, Text, ZiError
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.reading import Block, Origin, Reading, SignedBy
from zi_desktop.domain.report import Report, make_report
from zi_desktop.services.signed_content import FILE_SAYS
from zi_desktop.services.verifying import kind_of, verify_bytes
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook

if TYPE_CHECKING:
    from zi_desktop.signing.verdicts import SignatureVerdict

OWN = "zi-desktop"
MAX_TOLD = 3


def is_pdf(data: bytes) -> bool:
    return kind_of(data) == "pdf"


def read_own_pdf(data: bytes, name: str, roots: Sequence[bytes] = ()) -> Reading:
    """The workbook inside a PDF of ours, as `read_workbook` reads it, with the PDF as its origin.

    Raises ZiError ``not-a-pdf``, ``not-our-pdf`` (nothing of ours inside), ``signed-file-changed`` (a
    signature does not hold, or was taken out) and ``pages-differ`` (pages and workbook say different things).
    """
    inside = documents.attachments(data)
    signed_by = _signers(name, data, roots)
    book_name, book, reading = _workbook_in(inside, name)
    if not signed_by and _was_signed(book):
        raise _changed(name, [_TAKEN_OUT])
    if signed_by:
        _signers(book_name, book, ())
    _compare_pages(data, name, reading)
    return _with_origin(reading, data, name, signed_by, inside)


def checked_own(
    reading: Reading, data: bytes, name: str, roots: Sequence[bytes] = (), *, as_signed: bool = True
) -> Reading:
    """A workbook of ours with what its signatures say; ``as_signed`` False: it was read otherwise than it was
    signed, as the user wanted, so it is a draft. Raises ZiError ``signed-file-changed``."""
    # Saved in another format, nothing of the signing is left.
    if kind_of(data) != "xlsx" or not _was_signed(data):
        return _with_origin(reading, data, name, (), {})
    signed_by = _signers(name, data, roots)
    if not signed_by:
        raise _changed(name, [_TAKEN_OUT])
    whole = _with_origin(reading, data, name, signed_by, {})
    if as_signed or whole.origin is None:
        return whole
    draft = replace(whole.origin.versions, final=False)
    return replace(whole, origin=replace(whole.origin, versions=draft))


def report_of(reading: Reading, stage: Stage) -> Report:
    """The report on one block of a file of ours, with its other blocks beside it and its own letter."""
    evaluations = {block.stage: evaluation_of(block, reading) for block in reading.blocks}
    others = tuple(e for s, e in evaluations.items() if s is not stage)
    origin = reading.origin
    own = replace(evaluations[stage], log_head=origin.log_head if origin else "")
    report = make_report(load_edition(reading.edition), own, siblings=others)
    return replace(report, letter=origin.letter, versions=origin.versions) if origin else report


def evaluation_of(block: Block, reading: Reading) -> Evaluation:
    """What a block says, as an evaluation that no store knows."""
    return Evaluation(
        id="",
        unit=reading.unit,
        year=reading.year or 0,
        edition=reading.edition,
        stage=block.stage,
        cells=block.cells,
        notes=block.notes,
        evidence={q: block.carried.evidence(q, items) for q, items in block.evidence.items()},
        findings=block.findings,
        team=block.team,
        reviewed=block.carried.reviewed,
        follow_ups=block.carried.follow_ups,
        reasons=block.carried.reasons,
    )


def _workbook_in(inside: Mapping[str, bytes], name: str) -> tuple[str, bytes, Reading]:
    found = []
    for inner, data in inside.items():
        if inner.lower().endswith(".xlsx"):
            try:
                reading = read_workbook(data, inner)
            except ZiError:
                continue
            if reading.layout == OWN and reading.origin is not None:
                found.append((inner, data, reading))
    if len(found) != 1:
        raise _not_ours(name)
    return found[0]


def _was_signed(book: bytes) -> bool:
    from zi_desktop.signing.opc_content import bears_signing

    return bears_signing(book)


_TAKEN_OUT = Text("Tanda tangannya dicabut.", "Its signatures were taken out.")


def _signers(name: str, data: bytes, roots: Sequence[bytes]) -> tuple[SignedBy, ...]:
    """Who signed; nobody for an unsigned file. Raises ZiError ``signed-file-changed``."""
    from zi_desktop.signing.verdicts import UNSIGNED

    verdict = verify_bytes(name, data, roots).verdict
    if not verdict.signatures and verdict.problems == (UNSIGNED,):
        return ()
    if not verdict.sound:
        broken = [s.problem for s in verdict.signatures if not s.sound and s.problem]
        raise _changed(name, [*verdict.problems, *broken])
    return tuple(_signed_by(s) for s in verdict.signatures)


def _signed_by(signature: SignatureVerdict) -> SignedBy:
    time = signature.timestamp or signature.time
    return SignedBy(
        signature.signer,
        signature.role or "",
        time.isoformat(timespec="seconds") if time else "",
        signature.trusted,
        signature.self_made,
    )


def _compare_pages(data: bytes, name: str, reading: Reading) -> None:
    assert reading.origin is not None
    stages = {block.stage for block in reading.blocks}
    if reading.origin.stage not in stages:
        raise _not_ours(name)
    report = report_of(reading, reading.origin.stage)
    read = documents.read_back(data, report.lke)
    found = documents.differences(report, read, older=True)
    if not found:
        return
    told = [f"{d.code}: {d.printed or '–'} ≠ {d.stored or '–'}" for d in found[:MAX_TOLD]]
    more = len(found) - len(told)
    listed = "; ".join(told)
    raise ZiError(
        "pages-differ",
        Text(
            f"Halaman PDF ini dan buku kerja di dalamnya tidak sama: {listed}"
            + (f"; dan {more} lagi" if more else ""),
            f"The pages of this PDF and the workbook inside it differ: {listed}"
            + (f"; and {more} more" if more else ""),
        ),
        where=name,
        remedy=Text("Minta berkas yang utuh dari pembuatnya.", "Ask whoever made it for a sound file."),
    )


def _with_origin(
    reading: Reading,
    data: bytes,
    name: str,
    signed_by: tuple[SignedBy, ...],
    inside: Mapping[str, bytes],
) -> Reading:
    hashes = {n: hashlib.sha256(d).hexdigest() for n, d in {**inside, name: data}.items()}
    known = reading.origin or Origin("", "", reading.blocks[0].stage if reading.blocks else Stage.TPI)
    if not signed_by:
        known = replace(known, versions=replace(known.versions, final=False))
    origin = replace(known, file=name, sha256=hashes[name], signed_by=signed_by, hashes=hashes)
    told = _told(signed_by, name)
    return replace(reading, origin=origin, issues=(*told, *reading.issues))


def _told(signed_by: tuple[SignedBy, ...], name: str) -> tuple[Issue, ...]:
    if not signed_by:
        return (
            Issue(
                "unsigned-file",
                Severity.WARNING,
                Text(
                    "Berkas ini tidak ditandatangani: siapa pun dapat mengubahnya sejak diekspor",
                    "This file is not signed: anybody may have changed it since it was exported",
                ),
                where=name,
                remedy=Text("Bila ragu, minta yang ditandatangani.", "If in doubt, ask for a signed one."),
            ),
        )
    people = [signer_in_words(one) for one in signed_by]
    return (
        Issue(
            "signed-by",
            Severity.WARNING if any(one.trusted is False for one in signed_by) else Severity.INFO,
            Text(
                "Tanda tangan utuh: " + "; ".join(p.id for p in people),
                "Signatures intact: " + "; ".join(p.en for p in people),
            ),
            where=name,
        ),
    )


def signer_in_words(one: SignedBy) -> Text:
    """``Rekaan Ketua (Ketua Tim), 2026-11-24: identitas buatan sendiri, kepercayaan tidak diperiksa``."""
    role = f" ({one.role})" if one.role else ""
    when = f", {one.time[:10]}" if one.time else ""
    trust = {
        True: Text("dipercaya", "trusted"),
        False: Text("tidak dipercaya", "not trusted"),
        None: Text("kepercayaan tidak diperiksa", "trust not checked"),
    }[one.trusted]
    own = Text("identitas buatan sendiri, ", "self-made identity, ") if one.self_made else Text("", "")
    return Text(f"{one.name}{role}{when}: {own.id}{trust.id}", f"{one.name}{role}{when}: {own.en}{trust.en}")


def _changed(name: str, problems: Sequence[Text]) -> ZiError:
    values_first = sorted(problems, key=lambda problem: FILE_SAYS.en not in problem.en)
    told, more = values_first[:MAX_TOLD], len(problems) - MAX_TOLD
    rest = (Text(f" (dan {more} lagi)", f" (and {more} more)"),) if more > 0 else ()
    return ZiError(
        "signed-file-changed",
        Text(
            "Berkas ini bukan lagi yang ditandatangani: " + " ".join(t.id for t in (*told, *rest)),
            "This file is no longer what was signed: " + " ".join(t.en for t in (*told, *rest)),
        ),
        where=name,
        remedy=Text(
            "Minta berkas yang utuh; “zi-desktop verify” menyebut semua yang berubah.",
            "Ask for the sound file; “zi-desktop verify” names everything that changed.",
        ),
    )


def _not_ours(name: str) -> ZiError:
    return ZiError(
        "not-our-pdf",
        Text(
            "PDF ini bukan laporan ZI Desktop yang membawa buku kerjanya",
            "This PDF is not a report of ZI Desktop that carries its workbook",
        ),
        where=name,
        remedy=Text(
            "Impor lembar kerja Excel-nya, atau minta PDF hasil ekspor ZI Desktop.",
            "Import the Excel worksheet, or ask for a PDF exported by ZI Desktop.",
        ),
    )
