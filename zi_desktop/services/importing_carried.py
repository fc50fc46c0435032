"""What our own files bring besides the cells of a form: marks, reasons, follow-ups, the letter, the lock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Issue, Severity, Text
from zi_desktop.domain.evaluation import Evaluation, FollowUp, SignOff, SignOffState, Stage
from zi_desktop.domain.letter import Letter, filled_in
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import Block, Origin, Reading
from zi_desktop.services.answers import clean_text
from zi_desktop.services.import_changes import CellChange
from zi_desktop.services.letter import letter_of, standing_texts, write_letter
from zi_desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from zi_desktop.store.transaction import Transaction

HEAD, WORDING = "head", "wording"


def carried_changes(lke: Lke, before: Evaluation, block: Block) -> Iterator[CellChange]:
    """Marks, reasons and follow-ups beside what stands there now; equal ones too."""
    carried = block.carried
    for code in sorted(carried.reviewed & lke.question_by_code.keys()):
        was = "1" if code in before.reviewed else ""
        yield CellChange("reviewed", f"reviewed:{code}", code, "", was, "1", "1")
    for key, raw in carried.reasons.items():
        text = clean_text(raw, key)
        place = key.partition("@")[2]
        code = place if place in lke.question_by_code else ""
        if text:
            yield CellChange("reason", f"reason:{key}", code, "", before.reasons.get(key, ""), text, text)
    for id_, judged in carried.follow_ups.items():
        cleaned = FollowUp(judged.status, clean_text(judged.note, ""), clean_text(judged.evidence, ""))
        old = before.follow_ups.get(id_)
        yield CellChange(
            "follow-up", f"followup:{id_}", "", "", _judged(old) if old else "", _judged(cleaned), cleaned
        )


def letter_changes(work: Workspace, existing: Evaluation | None, letter: Letter) -> Iterator[CellChange]:
    """The letter of the evaluation, field by field; letterhead and wording belong to the whole store and are
    taken only where it has none."""
    there = letter_of(work, existing.id if existing else "")
    yield from _fields("", filled_in(there.assignment), filled_in(letter.assignment))
    if not filled_in(there.head):
        yield from _fields(f"{HEAD}.", {}, filled_in(letter.head))
    if not there.wording:
        known = {name: text for name, text in letter.wording.items() if name in standing_texts()}
        yield from _fields(f"{WORDING}.", {}, known)


def _fields(prefix: str, there: Mapping[str, str], brought: Mapping[str, str]) -> Iterator[CellChange]:
    for name, raw in brought.items():
        text = clean_text(raw, name)
        if text:
            yield CellChange("letter", f"letter:{prefix}{name}", "", "", there.get(name, ""), text, text)


def _judged(follow_up: FollowUp) -> str:
    parts = (follow_up.status.label.id, follow_up.note, follow_up.evidence)
    return " · ".join(part for part in parts if part)


def write_carried(tx: Transaction, evaluation_id: str, change: CellChange) -> None:
    """One change of `carried_changes`."""
    value = change.value
    if change.kind == "reviewed":
        tx.set_reviewed(evaluation_id, change.question, True)
    elif change.kind == "reason":
        tx.set_reason(evaluation_id, change.target.partition(":")[2], str(value))
    elif isinstance(value, FollowUp):
        tx.set_follow_up(evaluation_id, change.target.partition(":")[2], value)


def write_letter_changes(
    work: Workspace, tx: Transaction, evaluation_id: str, changes: Sequence[CellChange]
) -> None:
    """All changes of `letter_changes` that are wanted."""
    named = [(c.target.partition(":")[2], str(c.value)) for c in changes if c.kind == "letter"]
    own = {name: text for name, text in named if "." not in name}
    of_store = [(name.partition("."), text) for name, text in named if "." in name]
    head = {name: text for (part, _, name), text in of_store if part == HEAD}
    wording = {name: text for (part, _, name), text in of_store if part == WORDING}
    write_letter(work, tx, evaluation_id, own, head, wording)


def is_to_lock(reading: Reading, block: Block, unit: str, year: int, existing: Evaluation | None) -> bool:
    """Whether the block, imported whole, is the signed result itself, and so takes no change here either."""
    origin = reading.origin
    return (
        origin is not None
        and bool(origin.signed_by)
        and all(one.trusted is not False for one in origin.signed_by)
        and origin.versions.final
        and block.stage is origin.stage
        and (unit, year) == (reading.unit, reading.year)
        and existing is None
    )


def is_final(reading: Reading, stage: Stage) -> bool:
    """Whether the file is a signed result of that stage, and not a draft."""
    origin = reading.origin
    return origin is not None and origin.versions.final and origin.stage is stage


def joined_with_open(stage: Stage, year: int) -> Issue:
    """A signed result that goes into an evaluation which is open: neither is the other."""
    return Issue(
        "signed-into-open",
        Severity.WARNING,
        Text(
            f"Penilaian {stage.value} {year} sudah ada dan tetap terbuka: isinya digabung, bukan hasil yang "
            "ditandatangani ini",
            f"The {stage.value} evaluation of {year} exists and stays open: the contents are joined, and are "
            "not this signed result",
        ),
        where=stage.value,
        remedy=Text(
            "Agar versinya bersambung, impor ke penyimpanan yang belum memuatnya.",
            "To continue its versions, import it where there is no such evaluation yet.",
        ),
    )


def lock(tx: Transaction, evaluation_id: str, origin: Origin) -> None:
    """Signed as on the laptop it comes from, and every version before it, so that a correction made here
    names them all."""
    for version in reversed(origin.versions.replaces):
        tx.set_sign_off(
            evaluation_id,
            SignOff(
                SignOffState.SIGNED,
                version.at,
                "",
                version.head,
                version.files,
                version.signers,
                version.number,
            ),
        )
    times = [one.time for one in origin.signed_by if one.time]
    tx.set_sign_off(
        evaluation_id,
        SignOff(
            SignOffState.SIGNED,
            at=max(times, default=""),
            by="",
            head=origin.log_head,
            files=dict(origin.hashes),
            signers=tuple(one.name for one in origin.signed_by),
            version=origin.versions.number,
        ),
    )


def own_file_issues(work: Workspace, reading: Reading, unit: str, year: int) -> Iterator[Issue]:
    """What to know before a file of ours is imported: under another name, without its evidence, another
    letterhead."""
    origin = reading.origin
    if origin is None:
        return
    if reading.unit and (reading.unit, reading.year) != (unit, year):
        yield Issue(
            "other-evaluation",
            Severity.WARNING,
            Text(
                f"Berkas ini dari {reading.unit} {reading.year}; masuk sebagai {unit} {year}, tidak dikunci",
                f"This file is of {reading.unit} {reading.year}; imported as {unit} {year}, not locked",
            ),
            where=origin.file,
            remedy=Text("Periksa unit kerja dan tahunnya.", "Check the unit and the year."),
        )
    attached = sum(len(f) for block in reading.blocks for f in block.carried.files.values())
    if attached:
        yield Issue(
            "evidence-not-inside",
            Severity.INFO,
            Text(
                f"{attached} berkas bukti disebut di dalamnya, tetapi isinya tidak ikut",
                f"{attached} evidence files are named in it, but their contents do not come along",
            ),
            where=origin.file,
            remedy=Text(
                "Minta berkas buktinya dan lampirkan; sidiknya dicocokkan.",
                "Ask for the files and attach them; their hashes are compared.",
            ),
        )
    here = letter_of(work, "").head
    if filled_in(here) and filled_in(origin.letter.head) and here != origin.letter.head:
        yield Issue(
            "letterhead-kept",
            Severity.INFO,
            Text(
                "Kop surat di berkas ini lain; kop penyimpanan ini yang tetap dipakai",
                "The letterhead in this file is another one; that of this store stays",
            ),
            where=origin.file,
        )
