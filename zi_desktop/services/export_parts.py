"""What an export is made of: every file as bytes, signed, nothing written yet."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zi_desktop import documents
from zi_desktop.domain.errors import Issue, Text, ZiError
from zi_desktop.domain.evaluation import FileFacts
from zi_desktop.domain.report import Report, evidence_manifest
from zi_desktop.domain.versions import versions_as_dict
from zi_desktop.exchange import package as packages
from zi_desktop.services.export_others import Output
from zi_desktop.services.files import safe_name
from zi_desktop.services.signed_content import said_by
from zi_desktop.services.signing_people import signers_now, still_awaited
from zi_desktop.store.log import LogEntry

if TYPE_CHECKING:
    from zi_desktop.signing.identities import Identity

Progress = Callable[[float, Text], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class ExportInput:
    """Values only, so that the work can be done off the main thread."""

    report: Report
    log: tuple[LogEntry, ...]
    facts: Mapping[str, FileFacts] = field(default_factory=dict)
    """Of the attached files, by SHA-256."""
    draft: bool = False
    """Signing it locks nothing, for a reason that the report does not tell."""
    also: frozenset[Output] = frozenset()
    """What is made beside the signed files."""
    mark: str = ""
    """Ends the files' names where those of another evaluation would be the same."""

    @property
    def base(self) -> str:
        """The common part of the exported files' names."""
        evaluation, mark = self.report.evaluation, f"-{self.mark}" if self.mark else ""
        return f"LKE-{safe_name(evaluation.unit)}-{evaluation.year}-{evaluation.stage.value}{mark}"


@dataclass(frozen=True)
class Made:
    """The signed files. ``carried``: what the PDF has inside, by name."""

    files: dict[str, bytes]
    issues: tuple[Issue, ...]
    carried: dict[str, bytes]


@dataclass(frozen=True)
class Steps:
    """Tells where the work is, and stops it between two steps when asked to."""

    progress: Progress | None
    cancelled: Cancelled | None

    def __call__(self, done: float, what: Text) -> None:
        if self.cancelled and self.cancelled():
            raise ZiError(
                "cancelled", Text("Dibatalkan; tidak ada yang ditulis", "Cancelled; nothing was written")
            )
        if self.progress:
            self.progress(done, what)


def make_files(prepared: ExportInput, identities: list[tuple[Identity, str]], step: Steps) -> Made:
    from zi_desktop.worksheets.portalrb import has_portalrb, write_portalrb
    from zi_desktop.worksheets.writing import write_workbook

    report = prepared.report
    base = prepared.base
    step(0.1, Text("Menyusun buku kerja", "Making the workbook"))
    beside = {f"{base}.xlsx": _sign_workbook(report, write_workbook(report), identities)}
    if has_portalrb(report.lke):  # PortalRB does not know the form of 2014
        beside[f"{base}.json"] = write_portalrb(report)
    step(0.2, Text("Menyusun PDF", "Making the PDF"))
    inside = _attachments(prepared, beside)
    document = documents.write_pdf(
        report, _signer_boxes(report, identities), made_on=dt.date.today(), attachments=inside
    )
    step(0.4, Text("Menandatangani PDF", "Signing the PDF"))
    parts = {f"{base}.pdf": _sign_pdf(report, document, identities), **beside}
    step(0.6, Text("Menyusun paket", "Making the package"))
    files = {**parts, base + packages.SUFFIX: _make_package(prepared, parts, identities)}
    return Made(files, document.issues, {item.name: item.data for item in inside})


def _attachments(prepared: ExportInput, beside: Mapping[str, bytes]) -> tuple[documents.Attachment, ...]:
    """The files that lie beside the PDF, so that it is whole alone, and what names the attached evidence."""
    media = {
        "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Buku kerja LKE"),
        "json": ("application/json", "Jawaban untuk PortalRB"),
    }
    inside = [
        documents.Attachment(name, data, *media[name.rpartition(".")[2]]) for name, data in beside.items()
    ]
    manifest = evidence_manifest(prepared.report.evaluation, prepared.facts)
    if manifest is not None:
        data = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
        name = f"{prepared.base}-bukti.json"
        inside.append(documents.Attachment(name, data, media["json"][0], "Daftar berkas bukti", "Supplement"))
    return tuple(inside)


def _sign_workbook(report: Report, workbook: bytes, identities: list[tuple[Identity, str]]) -> bytes:
    """Signed together with a record of its values and of everybody who is to sign it."""
    if not identities:
        return workbook
    from zi_desktop.signing.opc import XlsxSigner, sign_xlsx_with

    team = report.evaluation.team
    now = signers_now(team, [(i.subject, role) for i, role in identities])
    return sign_xlsx_with(
        workbook,
        [XlsxSigner(identity, role) for identity, role in identities],
        expected=(*now, *still_awaited(team, now)),
        content=said_by(report),
    )


def _signer_boxes(report: Report, identities: list[tuple[Identity, str]]) -> tuple[documents.SignerBox, ...]:
    """Where people sign: those who sign now, then the rest of the team, who may sign another day."""
    now = signers_now(report.evaluation.team, [(i.subject, role) for i, role in identities])
    awaited = still_awaited(report.evaluation.team, now)
    return tuple(documents.SignerBox(s.role, s.name, s.nip) for s in (*now, *awaited))


def _sign_pdf(
    report: Report, document: documents.PdfDocument, identities: list[tuple[Identity, str]]
) -> bytes:
    """Signed by those who sign now; the fields of those who sign later are prepared."""
    if not document.boxes:
        return document.data
    from zi_desktop.signing.pades import Box, Field, PdfSigner, sign_pdf_with

    boxes = [Box(box.page, box.x1, box.y1, box.x2, box.y2) for box in document.boxes]
    now = signers_now(report.evaluation.team, [(i.subject, role) for i, role in identities])
    awaited = still_awaited(report.evaluation.team, now)
    return sign_pdf_with(
        document.data,
        [
            PdfSigner(identity, signer.role, box, nip=signer.nip)
            for (identity, _), signer, box in zip(identities, now, boxes, strict=False)
        ],
        later=[
            Field(f"Menunggu{number}", box, signer)
            for number, (signer, box) in enumerate(
                zip(awaited, boxes[len(now) :], strict=True), start=len(now) + 1
            )
        ],
        document=report.evaluation.log_head[:16],
        read_back=False,  # `check_files` does, from the written file
    )


def _make_package(
    prepared: ExportInput, parts: dict[str, bytes], identities: list[tuple[Identity, str]]
) -> bytes:
    evaluation = prepared.report.evaluation
    content = {**parts, packages.LOG: packages.log_lines([entry.as_dict() for entry in prepared.log])}
    facts = {
        "evaluation": evaluation.id,
        "unit": evaluation.unit,
        "year": evaluation.year,
        "stage": evaluation.stage.value,
        "edition": evaluation.edition,
        "log_head": evaluation.log_head,
        "signers": [{"name": identity.subject, "role": role} for identity, role in identities],
        "versions": versions_as_dict(prepared.report.versions),
    }
    manifest = packages.make_manifest(facts, content)
    signatures: list[bytes] = []
    if identities:
        from zi_desktop.signing.cms import sign_detached

        signatures = [sign_detached(manifest, identity, role) for identity, role in identities]
    return packages.write_package(manifest, content, signatures)
