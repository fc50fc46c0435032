"""Verification for anyone: any PDF, XLSX or package, ours or not, with no store and no account."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from zi_desktop.domain.errors import Language, Text, ZiError
from zi_desktop.exchange import package as packages
from zi_desktop.services.files import read_file
from zi_desktop.services.verifying_together import (
    NOTHING,
    About,
    Contents,
    Together,
    compare_files,
    of_package,
    of_pdf,
    of_workbook,
)
from zi_desktop.services.verifying_versions import FileVersion, version_of
from zi_desktop.services.verifying_words import Outcome, one_line, outcome_of, report_of

if TYPE_CHECKING:
    from zi_desktop.signing.verdicts import Verdict

MAX_BYTES = 200_000_000
MAX_CERTIFICATE = 1_000_000
CONTENT_SECONDS = 60.0
NO_PROBLEMS: tuple[Text, ...] = ()
T = TypeVar("T")


@dataclass(frozen=True)
class Checked:
    """One document: the verdict, and what it says as long as it is what was signed."""

    verdict: Verdict
    contents: Contents = NOTHING


Known = dict[str, Checked]
"""By SHA-256: a document is checked once, though it lies beside the package that holds it, too."""


@dataclass(frozen=True)
class FileVerdict:
    """The verdict on one file, with its path as given, its SHA-256 (empty for one that could not be read) and
    what it says."""

    file: str
    verdict: Verdict
    sha256: str = ""
    contents: Contents = NOTHING
    version: FileVersion | None = None
    """Which signed result a file of ours is that is as it was signed; None for others."""

    @property
    def name(self) -> str:
        return Path(self.file).name

    @property
    def valid(self) -> bool:
        return self.verdict.valid

    @property
    def outcome(self) -> Outcome:
        return outcome_of(self.verdict)

    @property
    def about(self) -> About:
        return self.contents.about

    def as_dict(self, language: Language) -> dict[str, Any]:
        return {
            "file": self.file,
            **self.verdict.as_dict(language),
            "outcome": self.outcome.name.lower(),
            "sha256": self.sha256,
            "about": self.about.as_dict(),
            "version": None if self.version is None else self.version.as_dict(),
        }

    def in_words(self, language: Language) -> str:
        told = report_of(self.file, self.verdict, self.sha256, self.about.title, language)
        version = self.version.in_words(language) if self.version else []
        return "\n".join([told, *(f"  {_indented(line)}" for line in version)])


def _indented(line: str) -> str:
    """One line as deep as it was: names in it are a stranger's."""
    return " " * (len(line) - len(line.lstrip(" "))) + one_line(line)


class Verifier:
    """Checks files one after the other under the same `roots` (the contents of PEM or DER files).
    Knows nothing of stores, and may be used on any one thread."""

    def __init__(self, roots: Sequence[bytes] = ()) -> None:
        self._roots = tuple(roots)
        self._known: Known = {}

    def check(self, path: Path) -> FileVerdict:
        """A file that cannot be read is a verdict too. Raises ZiError ``bad-trust-root`` only."""
        try:
            data = read_file(path, MAX_BYTES)
        except ZiError as error:
            return unchecked(path, error)
        found = verify_bytes(str(path), data, self._roots, self._known)
        if not found.verdict.sound:
            return found
        return replace(found, version=_guarded(lambda d: version_of(d, found.verdict.kind), data, None))


def unchecked(path: Path, error: ZiError) -> FileVerdict:
    """The verdict on a file that could not be checked."""
    from zi_desktop.signing.verdicts import Verdict

    return FileVerdict(str(path), Verdict(_kind_by_name(path.name), (), (error.message,)))


def verify_files(files: Sequence[Path], trust: Sequence[Path]) -> list[FileVerdict]:
    """One verdict a file. Raises ZiError only for a root certificate that cannot be read."""
    verifier = Verifier(read_roots(trust))
    return [verifier.check(path) for path in files]


def read_roots(trust: Sequence[Path]) -> list[bytes]:
    """Root certificates as they are in their files. Raises ZiError for one that cannot be read."""
    return [read_file(path, MAX_CERTIFICATE) for path in trust]


def compare_verdicts(verdicts: Sequence[FileVerdict]) -> tuple[Together, ...]:
    """What is to be said of every two files of one evaluation; files of different ones are not compared."""
    names = Counter(v.name for v in verdicts)
    return compare_files([(v.name if names[v.name] == 1 else v.file, v.contents) for v in verdicts])


def kind_of(data: bytes) -> str:
    """``package``, ``pdf``, ``xlsx``, or nothing for anything else: what the content is, not the name."""
    if packages.is_package(data):
        return "package"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return "xlsx" if data[:2] == b"PK" else ""


def verify_bytes(name: str, data: bytes, roots: Sequence[bytes], known: Known | None = None) -> FileVerdict:
    """What the content is decides, not the name. ``known`` keeps what is known of documents, for those who
    verify files and then the package that holds the same ones (under the same ``roots``)."""
    checked = _check(name, data, roots, {} if known is None else known)
    return FileVerdict(name, checked.verdict, hashlib.sha256(data).hexdigest(), checked.contents)


def _check(name: str, data: bytes, roots: Sequence[bytes], known: Known) -> Checked:
    from zi_desktop.services.verifying_package import verify_package

    def document(name: str, data: bytes) -> Checked:
        digest = hashlib.sha256(data).hexdigest()
        if digest not in known:
            known[digest] = _check_document(name, data, roots)
        return known[digest]

    if kind_of(data) == "package":
        verdict = verify_package(data, roots, lambda n, part, _: document(n, part).verdict)
        if not verdict.sound:
            return Checked(verdict)
        return Checked(verdict, of_package(data, lambda part: document("", part).contents))
    return document(name, data)


def _check_document(name: str, data: bytes, roots: Sequence[bytes]) -> Checked:
    """A package is none: what a package calls a document must not lead into another package."""
    from zi_desktop.services import verifying_content as compared
    from zi_desktop.services.signed_content import printed_in_pdf
    from zi_desktop.signing.verdicts import Verdict
    from zi_desktop.signing.verify import verify_pdf, verify_xlsx

    kind = kind_of(data)
    if kind == "pdf":
        verdict = verify_pdf(data, roots)
        pages = _guarded(printed_in_pdf, data, None) if verdict.signatures else None
        told = _guarded(lambda d: compared.pdf_problems(d, verdict, pages), data, NO_PROBLEMS)
        verdict = replace(verdict, problems=(*told, *verdict.problems))
        return Checked(verdict, _said(lambda d: of_pdf(d, pages), data, verdict))
    if kind == "xlsx":
        verdict = verify_xlsx(data, roots)
        told = _guarded(lambda d: compared.workbook_problems(d, verdict), data, NO_PROBLEMS)
        verdict = replace(verdict, problems=(*told, *verdict.problems))
        return Checked(verdict, _said(of_workbook, data, verdict))
    strange = Text("Bukan PDF, XLSX, atau paket.", "No PDF, XLSX or package.")
    return Checked(Verdict(_kind_by_name(name), (), (strange,)))


def _said(read: Callable[[bytes], Contents], data: bytes, verdict: Verdict) -> Contents:
    """Nothing for a file that is not what was signed: what it says counts for nothing."""
    return _guarded(read, data, NOTHING) if verdict.sound else NOTHING


def _guarded(read: Callable[[bytes], T], data: bytes, otherwise: T) -> T:
    """What the contents tell, if they can be read at all: anybody's file comes here, and what is no report of
    ours has nothing to compare."""
    from zi_desktop.signing.deadline import DeadlineExceeded, deadline

    try:
        with deadline(CONTENT_SECONDS):
            return read(data)
    except (Exception, DeadlineExceeded):  # hostile input: whatever a library stumbles over
        logging.getLogger(__name__).warning("contents not compared", exc_info=True)
        return otherwise


def _kind_by_name(name: str) -> Any:
    suffix = Path(name).suffix.lower()
    return {".xlsx": "xlsx", packages.SUFFIX: "package"}.get(suffix, "pdf")
