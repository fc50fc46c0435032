"""From one report to signed files, which are opened again and compared before anything is called done."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import Issue, Language, Text
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.evidence import facts_of
from zi_desktop.services.export_check import Checked, check_files
from zi_desktop.services.export_others import Output, check_others, make_others
from zi_desktop.services.export_parts import Cancelled, ExportInput, Progress, Steps, make_files
from zi_desktop.services.files import Drafts, safe_name
from zi_desktop.services.letter import letter_of
from zi_desktop.services.signers import AnySigner, ready_identity
from zi_desktop.services.signoff import blocking, is_signed, waiting
from zi_desktop.services.versions import versions_of
from zi_desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from zi_desktop.domain.evaluation import Evaluation
    from zi_desktop.signing.identities import Identity

_MARK = 8


@dataclass(frozen=True)
class ExportResult:
    """``checked_answers``: values compared with the store after the files were opened again."""

    files: tuple[Path, ...]
    checked_answers: int
    signatures: int
    issues: tuple[Issue, ...] = ()
    head: str = ""
    """The log head the files were made from."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each file as it was read back, by name."""
    signers: tuple[str, ...] = ()

    def summary(self) -> Text:
        return Text(
            f"Selesai: {len(self.files)} berkas; {self.checked_answers} nilai dibaca ulang dan sama dengan "
            f"penyimpanan; {self.signatures} tanda tangan sah.",
            f"Done: {len(self.files)} files; {self.checked_answers} values read back and equal to the store; "
            f"{self.signatures} valid signatures.",
        )

    def as_dict(self, language: Language) -> dict[str, Any]:
        return {
            "files": [str(f) for f in self.files],
            "checked_answers": self.checked_answers,
            "signatures": self.signatures,
            "issues": [issue.as_dict(language) for issue in self.issues],
        }


def prepare_export(work: Workspace, evaluation_id: str, *, also: Collection[Output] = ()) -> ExportInput:
    """Reads what will be exported; the only part that needs the store. ``also``: see `ExportInput`."""
    report = load_report(work, evaluation_id)
    log = tuple(work.store.log(evaluation_id))
    versions = versions_of(report.evaluation, log)
    report = replace(report, letter=letter_of(work, evaluation_id), versions=versions)
    evidence = [item for items in report.evaluation.evidence.values() for item in items]
    return ExportInput(
        report, log, facts_of(work, evidence), also=frozenset(also), mark=_mark(work, report.evaluation)
    )


def _mark(work: Workspace, evaluation: Evaluation) -> str:
    """Nothing, or the beginning of its id where the files of another evaluation in the store would have the
    same names: units that differ by a dot or by capitals. One folder must hold both."""
    same = [
        head.id
        for head in work.store.heads()
        if head.id != evaluation.id
        and (head.year, head.stage) == (evaluation.year, evaluation.stage.value)
        and safe_name(head.unit).casefold() == safe_name(evaluation.unit).casefold()
    ]
    length = _MARK
    while length < len(evaluation.id) and any(i[:length] == evaluation.id[:length] for i in same):
        length += 1
    return evaluation.id[:length] if same else ""


def export_report(
    prepared: ExportInput,
    out: Path,
    signers: Sequence[AnySigner] = (),
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ExportResult:
    """Writes PDF, XLSX, PortalRB JSON and the package into ``out``, signed by every signer in order, and what
    ``prepared.also`` asks for beside them, unsigned.

    The files are written beside their places, opened again, compared value by value with the report, their
    signatures verified; only then are they moved into place. Raises ZiError for a signer that must not sign,
    a folder that cannot be written, ``cancelled``, and ``not-as-stored`` should a file not hold what it must;
    nothing is left behind then.
    """
    step = Steps(progress, cancelled)
    step(0.0, Text("Menyiapkan identitas", "Preparing identities"))
    identities = _identities(signers)
    prepared = _as_signed(prepared, identities)
    made = make_files(prepared, identities, step)
    others = make_others(prepared.report, prepared.base, prepared.also, signed=_stands(prepared))
    with Drafts(out) as drafts:
        step(0.7, Text("Menulis berkas", "Writing files"))
        read_back = {name: drafts.write(name, data).read_bytes() for name, data in made.files.items()}
        beside = {name: drafts.write(name, data).read_bytes() for name, data in others.files.items()}
        step(0.75, Text("Membaca ulang dan membandingkan", "Reading back and comparing"))
        checked: Checked = check_files(
            prepared.report, read_back, signatures=len(identities), carried=made.carried
        )
        read = check_others(prepared.report, beside, others)
        step(0.95, Text("Menempatkan berkas", "Putting the files in place"))
        files = drafts.put_in_place()
    if progress:
        progress(1.0, Text("Selesai", "Done"))
    return ExportResult(
        files,
        checked.values + read.values,
        checked.signatures,
        (*made.issues, *others.issues, *read.issues),
        prepared.report.evaluation.log_head,
        {name: hashlib.sha256(data).hexdigest() for name, data in read_back.items()},
        tuple(identity.subject for identity, _ in identities),
    )


def _stands(prepared: ExportInput) -> bool:
    """The result is signed off, or is with these files."""
    return is_signed(prepared.report.evaluation) or prepared.report.versions.final


def _as_signed(prepared: ExportInput, identities: list[tuple[Identity, str]]) -> ExportInput:
    """Says in the files whether they are what locks the evaluation, or a draft."""
    report = prepared.report
    final = bool(identities) and not (prepared.draft or blocking(report) or waiting(report))
    return replace(prepared, report=replace(report, versions=replace(report.versions, final=final)))


def check_signers(signers: Sequence[AnySigner]) -> None:
    """Raises ZiError for one that must not sign, as the export itself would, before anything is made."""
    _identities(signers)


def _identities(signers: Sequence[AnySigner]) -> list[tuple[Identity, str]]:
    return [(ready_identity(signer), signer.role) for signer in signers]
