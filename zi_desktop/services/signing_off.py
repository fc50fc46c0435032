"""Exporting where nobody is asked: what is complete and signed is locked, the rest is told to be a draft."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from zi_desktop.domain.errors import Issue, Language, Severity, Text
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.evidence_files import check_contents, damaged_evidence
from zi_desktop.services.export_others import Output
from zi_desktop.services.export_parts import Cancelled, ExportInput, Progress
from zi_desktop.services.exporting import (
    ExportResult,
    check_signers,
    export_report,
    prepare_export,
)
from zi_desktop.services.signers import AnySigner
from zi_desktop.services.signoff import blocking, explain_the_rest, not_ready, sign_off
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.files import FilesPlace


@dataclass(frozen=True)
class Outcome:
    """``blocked_by``: the errors that made signed files a draft; empty for files nobody signed."""

    exported: ExportResult
    signed_off: bool
    blocked_by: tuple[Issue, ...]
    version: int = 0

    def told(self) -> list[Text]:
        """What the signatures mean, for people."""
        if self.signed_off:
            v = self.version
            return [Text(f"Penilaian dikunci (versi {v}).", f"The evaluation is locked (version {v}).")]
        if not self.blocked_by:
            return []
        return [
            Text(
                "Berkas ini draf yang ditandatangani; penilaian TIDAK dikunci karena:",
                "These files are a signed draft; the evaluation is NOT locked because:",
            ),
            *(Text(f"  {i.message.id}", f"  {i.message.en}") for i in self.blocked_by),
        ]

    def as_dict(self, language: Language) -> dict[str, Any]:
        return self.exported.as_dict(language) | {
            "signed_off": self.signed_off,
            "version": self.version,
            "blocked_by": [issue.as_dict(language) for issue in self.blocked_by],
        }


def export_and_sign_off(
    work: Workspace,
    evaluation_id: str,
    out: Path,
    signers: Sequence[AnySigner] = (),
    *,
    reason: str = "",
    also: Collection[Output] = (),
    progress: Progress | None = None,
) -> Outcome:
    """Exports (``also``: see `ExportInput`), and with signers locks the evaluation unless errors
    block that: its own, or attached evidence that is missing or changed. Warnings without a reason get
    ``reason``, or the sentence that none was given. Raises ZiError as `export_report` does."""
    damaged = damaged_evidence(work, evaluation_id) if signers else ()
    if signers:
        check_signers(signers)  # a wrong passphrase must not leave reasons behind
    if signers and not damaged:
        given, work.reason = work.reason, work.reason or reason.strip() or _EXPLAINING
        try:
            explain_the_rest(work, evaluation_id, reason)
        finally:
            work.reason = given
    prepared = replace(prepare_export(work, evaluation_id, also=also), draft=bool(damaged))
    exported = export_report(prepared, out, signers, progress=progress)
    blocked_by = (*blocking(prepared.report), *damaged) if signers else ()
    if not signers or blocked_by:
        return Outcome(exported, False, blocked_by)
    sign_off(work, evaluation_id, head=exported.head, files=exported.hashes, signers=exported.signers)
    signed = load_report(work, evaluation_id).evaluation.sign_off
    assert signed is not None
    return Outcome(exported, True, (), signed.version)


def export_sound(
    place: FilesPlace,
    prepared: ExportInput,
    out: Path,
    signers: Sequence[AnySigner] = (),
    *,
    progress: Progress = lambda *_: None,
    cancelled: Cancelled = lambda: False,
) -> ExportResult:
    """`export_report` for the window: values only, so off its thread. What would lock the evaluation is
    refused (``not-ready``) while attached evidence at ``place`` is missing or changed; a draft is not."""
    if signers and not blocking(prepared.report):
        found = check_contents(
            place,
            prepared.report.evaluation,
            progress=lambda share, what: progress(share * _CHECKING, what),
            cancelled=cancelled,
        )
        damaged = [issue for issue in found if issue.severity is Severity.ERROR]
        if damaged:
            raise not_ready(damaged)
    return export_report(
        prepared,
        out,
        signers,
        progress=lambda share, what: progress(_CHECKING + share * (1 - _CHECKING), what),
        cancelled=cancelled,
    )


_CHECKING = 0.1
"""The share of the work that looking at attached files is told to be."""
_EXPLAINING = "Alasan peringatan dicatat sebelum ditandatangani."
"""Why a reopened evaluation is changed when only reasons are added to it."""
