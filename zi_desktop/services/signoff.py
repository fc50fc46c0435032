"""Signing off locks an evaluation; reopening takes a reason, and so does every change from then on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from zi_desktop.domain.checks import errors, unexplained
from zi_desktop.domain.errors import Issue, Text, ZiError
from zi_desktop.domain.evaluation import Evaluation, SignOff, SignOffState
from zi_desktop.domain.report import Report
from zi_desktop.services.answers import clean_text
from zi_desktop.services.changes import Changes
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.reviews import set_reason
from zi_desktop.services.workspace import Workspace

NO_REASON = "Tidak ada alasan yang diberikan saat ditandatangani lewat baris perintah."
"""Recorded for warnings that nobody explained, where nobody can be asked."""


def is_signed(evaluation: Evaluation) -> bool:
    """True while no change is taken."""
    return evaluation.sign_off is not None and evaluation.sign_off.state is SignOffState.SIGNED


def blocking(report: Report) -> tuple[Issue, ...]:
    """The errors that keep the evaluation from being signed off; none for one that is signed already."""
    return () if is_signed(report.evaluation) else errors(report.issues)


def waiting(report: Report) -> tuple[Issue, ...]:
    """The warnings without a reason."""
    return () if is_signed(report.evaluation) else unexplained(report.issues, report.evaluation.reasons)


def explain_the_rest(work: Workspace, evaluation_id: str, reason: str = "") -> Changes:
    """Gives every warning that has no reason the one given, or the sentence that none was. Nothing is written
    while errors block: then it is a draft that is signed, and its warnings wait."""
    report = load_report(work, evaluation_id)
    open_warnings = [] if blocking(report) else [issue.key for issue in waiting(report)]
    if not open_warnings:
        return Changes(evaluation_id)
    return set_reason(work, evaluation_id, open_warnings, reason.strip() or NO_REASON)


def sign_off(
    work: Workspace, evaluation_id: str, *, head: str, files: Mapping[str, str], signers: Iterable[str]
) -> Changes:
    """Locks an evaluation whose signed files have been read back. ``head``: the log head they were made from,
    ``files``: SHA-256 by file name. Raises ZiError ``not-ready`` naming the errors and the warnings without a
    reason, and ``changed-since`` when something was changed while the files were made."""
    report = load_report(work, evaluation_id)
    evaluation = report.evaluation
    open_issues = (*blocking(report), *waiting(report))
    if open_issues:
        raise not_ready(open_issues)
    if evaluation.log_head != head:
        raise ZiError(
            "changed-since",
            Text(
                "Penilaian berubah selama berkasnya dibuat; berkas itu memuat keadaan sebelumnya",
                "The evaluation changed while the files were made; they hold what it was before",
            ),
            where=evaluation_id,
            remedy=Text("Ekspor sekali lagi.", "Export once more."),
        )
    before = evaluation.sign_off
    reopened = before is not None and before.state is SignOffState.REOPENED
    signed = SignOff(
        SignOffState.SIGNED,
        at=_now(),
        by=work.actor,
        head=head,
        files=dict(files),
        signers=tuple(signers),
        version=1 if before is None else before.version + reopened,
    )
    with work.transaction() as tx:
        changed = tx.set_sign_off(evaluation_id, signed)
    return Changes(evaluation_id, evaluations=changed, marks=changed)


def not_ready(issues: Iterable[Issue]) -> ZiError:
    """Names the first few."""
    found = list(issues)
    named = [i.message for i in found[:3]]
    more = len(found) - len(named)
    return ZiError(
        "not-ready",
        Text(
            "Belum dapat ditandatangani selesai: "
            + "; ".join([*(m.id for m in named), *([f"dan {more} lagi"] if more else [])]),
            "Not ready to be signed off: "
            + "; ".join([*(m.en for m in named), *([f"and {more} more"] if more else [])]),
        ),
        remedy=Text(
            "Selesaikan galat dan beri alasan untuk setiap peringatan.",
            "Mend the errors and give a reason for every warning.",
        ),
    )


def reopen(work: Workspace, evaluation_id: str, reason: str) -> Changes:
    """Takes changes again, each with a reason of its own. Raises ZiError ``reason-needed`` for an empty one
    and ``not-signed`` for an evaluation that is not locked."""
    evaluation = work.evaluation(evaluation_id)
    reason = clean_text(reason, "alasan")
    if not reason:
        raise ZiError(
            "reason-needed",
            Text("Alasan membuka kembali belum ditulis", "The reason for reopening is missing"),
            where=evaluation_id,
            remedy=Text("Tulis alasannya.", "Write the reason."),
        )
    signed = evaluation.sign_off
    if signed is None or signed.state is not SignOffState.SIGNED:
        raise ZiError(
            "not-signed",
            Text("Penilaian ini tidak terkunci", "This evaluation is not locked"),
            where=evaluation_id,
            remedy=Text("Ubah saja; tidak perlu dibuka kembali.", "Just change it; no need to reopen it."),
        )
    opened = replace(signed, state=SignOffState.REOPENED, at=_now(), by=work.actor, reason=reason)
    with work.store.transaction(work.actor, reason=reason) as tx:
        changed = tx.set_sign_off(evaluation_id, opened)
    return Changes(evaluation_id, evaluations=changed, marks=changed)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
