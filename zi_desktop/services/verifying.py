"""Verification for anyone: any PDF, XLSX or package, ours or not, with no store and no account."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import Language, Text, ZiError
from zi_desktop.exchange import package as packages
from zi_desktop.services.files import read_file

if TYPE_CHECKING:
    from zi_desktop.signing.verdicts import SignatureVerdict, Verdict

MAX_BYTES = 200_000_000
MAX_CERTIFICATE = 1_000_000
CONTENT_SECONDS = 60.0


@dataclass(frozen=True)
class FileVerdict:
    """The verdict on one file, with its name."""

    file: str
    verdict: Verdict

    @property
    def valid(self) -> bool:
        return self.verdict.valid

    def as_dict(self, language: Language) -> dict[str, Any]:
        return {"file": self.file, **self.verdict.as_dict(language)}

    def in_words(self, language: Language) -> str:
        yes, no = Text("SAH", "VALID").to(language), Text("TIDAK SAH", "NOT VALID").to(language)
        count = len(self.verdict.signatures)
        counted = Text(f"{count} tanda tangan", f"{count} signature{'' if count == 1 else 's'}").to(language)
        lines = [f"{self.file}: {yes if self.valid else no} ({counted})"]
        lines += [f"  ! {problem.to(language)}" for problem in self.verdict.problems]
        for s in self.verdict.signatures:
            trust = {
                True: Text("dipercaya", "trusted"),
                False: Text("tidak dipercaya", "not trusted"),
                None: Text("kepercayaan tidak diperiksa", "trust not checked"),
            }[s.trusted]
            whole = Text("utuh", "intact") if s.intact else Text("RUSAK", "BROKEN")
            role = f" ({s.role})" if s.role else ""
            when = f", {s.time:%Y-%m-%d %H:%M %Z}" if s.time else ""
            problem = f": {s.problem.to(language)}" if s.problem else ""
            lines.append(f"  {s.signer}{role}{when}: {whole.to(language)}, {trust.to(language)}{problem}")
            if s.revision:
                lines.append(f"    {_revision(s).to(language)}")
        if self.verdict.awaited:
            awaited = Text("belum ditandatangani", "not signed yet").to(language)
            lines.append(f"  … {awaited}: {'; '.join(self.verdict.awaited)}")
        return "\n".join(lines)


def _revision(signature: SignatureVerdict) -> Text:
    """Which state of a PDF was signed, and the fingerprint that the QR code in the stamp names."""
    digits = signature.fingerprint[:16]
    return Text(
        f"menandatangani revisi {signature.revision}; sidik SHA-256 {digits}",
        f"signed revision {signature.revision}; SHA-256 fingerprint {digits}",
    )


def verify_files(files: Sequence[Path], trust: Sequence[Path]) -> list[FileVerdict]:
    """One verdict a file; a file that cannot be read is a verdict too. Raises ZiError only for a root
    certificate that cannot be read."""
    roots = read_roots(trust)
    return [_verify_file(path, roots) for path in files]


def read_roots(trust: Sequence[Path]) -> list[bytes]:
    """Root certificates as they are in their files. Raises ZiError for one that cannot be read."""
    return [read_file(path, MAX_CERTIFICATE) for path in trust]


def _verify_file(path: Path, roots: Sequence[bytes]) -> FileVerdict:
    from zi_desktop.signing.verdicts import Verdict

    try:
        data = read_file(path, MAX_BYTES)
    except ZiError as error:
        return FileVerdict(str(path), Verdict(_kind_by_name(path.name), (), (error.message,)))
    return verify_bytes(str(path), data, roots)


def kind_of(data: bytes) -> str:
    """``package``, ``pdf``, ``xlsx``, or nothing for anything else: what the content is, not the name."""
    if packages.is_package(data):
        return "package"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return "xlsx" if data[:2] == b"PK" else ""


def verify_bytes(
    name: str, data: bytes, roots: Sequence[bytes], known: dict[str, Verdict] | None = None
) -> FileVerdict:
    """What the content is decides, not the name. ``known`` keeps verdicts on documents by SHA-256, for those
    who verify files and then the package that holds the same ones (under the same ``roots``)."""
    return FileVerdict(name, _verdict(name, data, roots, {} if known is None else known))


def _verdict(name: str, data: bytes, roots: Sequence[bytes], known: dict[str, Verdict]) -> Verdict:
    from zi_desktop.services.verifying_package import verify_package

    def document(name: str, data: bytes, roots: Sequence[bytes]) -> Verdict:
        digest = hashlib.sha256(data).hexdigest()
        if digest not in known:
            known[digest] = _document_verdict(name, data, roots)
        return known[digest]

    if kind_of(data) == "package":
        return verify_package(data, roots, document)
    return document(name, data, roots)


def _document_verdict(name: str, data: bytes, roots: Sequence[bytes]) -> Verdict:
    """A package is none: what a package calls a document must not lead into another package."""
    from zi_desktop.services.verifying_content import pdf_problems, workbook_problems
    from zi_desktop.signing.verdicts import Verdict
    from zi_desktop.signing.verify import verify_pdf, verify_xlsx

    kind = kind_of(data)
    if kind == "pdf":
        return _with_content(pdf_problems, data, verify_pdf(data, roots))
    if kind == "xlsx":
        return _with_content(workbook_problems, data, verify_xlsx(data, roots))
    strange = Text("Bukan PDF, XLSX, atau paket.", "No PDF, XLSX or package.")
    return Verdict(_kind_by_name(name), (), (strange,))


def _with_content(
    compare: Callable[[bytes, Verdict], tuple[Text, ...]], data: bytes, verdict: Verdict
) -> Verdict:
    """Adds what the contents tell, if they can be read at all: anybody's file comes here, and what is no
    report of ours has nothing to compare."""
    from zi_desktop.signing.deadline import DeadlineExceeded, deadline

    try:
        with deadline(CONTENT_SECONDS):
            problems = compare(data, verdict)
    except (Exception, DeadlineExceeded):  # hostile input: whatever a library stumbles over
        logging.getLogger(__name__).warning("contents not compared", exc_info=True)
        problems = ()
    return replace(verdict, problems=(*verdict.problems, *problems))


def _kind_by_name(name: str) -> Any:
    suffix = Path(name).suffix.lower()
    return {".xlsx": "xlsx", packages.SUFFIX: "package"}.get(suffix, "pdf")
