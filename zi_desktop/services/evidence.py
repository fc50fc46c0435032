"""Verbs on attached evidence: the contents are stored first; then one transaction names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from zi_desktop.attachments.facts import read_facts
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Evidence, FileFacts
from zi_desktop.domain.lke import Lke
from zi_desktop.services.answers import check_question, clean_text
from zi_desktop.services.changes import Changes
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.file_source import Source
from zi_desktop.store.files import Cancelled, Files, FilesPlace
from zi_desktop.worksheets.usual_evidence import load_usual_evidence

Progress = Callable[[float, Text], object]


@dataclass(frozen=True)
class StoredFile:
    """A content that is stored and read back, under the name it came with; no question names it yet."""

    name: str
    facts: FileFacts


@dataclass(frozen=True)
class Intake:
    """What came of storing several files: one that cannot be read does not stop the others."""

    stored: tuple[StoredFile, ...]
    refused: tuple[ZiError, ...] = ()


def store_files(
    place: FilesPlace,
    sources: Sequence[tuple[str, Source]],
    *,
    progress: Progress = lambda *_: None,
    cancelled: Cancelled = lambda: False,
) -> Intake:
    """Stores the contents of (name, file or bytes) pairs; touches no evaluation, so it may run on a worker.

    Raises ZiError ``cancelled``, and what `FilesPlace.opened` raises.
    """
    stored: list[StoredFile] = []
    refused: list[ZiError] = []
    with place.opened(make=True) as files:
        for number, (name, source) in enumerate(sources):
            share = _Share(progress, number, len(sources), name)
            try:
                stored.append(_store(files, name, source, share.tell, cancelled))
            except ZiError as error:
                if error.code in ("cancelled", "disk"):
                    raise
                refused.append(error)
    return Intake(tuple(stored), tuple(refused))


def attach(work: Workspace, evaluation_id: str, question: str, stored: Sequence[StoredFile]) -> Changes:
    """Names stored contents as evidence of a question, in one transaction. A content that the question has
    already is not added twice and is named in ``Changes.skipped``."""
    check_question(work, evaluation_id, question)
    there = {e.file for e in work.evaluation(evaluation_id).evidence.get(question, ()) if e.file}
    fresh: dict[str, StoredFile] = {}
    skipped: list[str] = []
    for item in stored:
        if item.facts.sha256 in there or item.facts.sha256 in fresh:
            skipped.append(item.name)
        else:
            fresh[item.facts.sha256] = item
    if not fresh:
        return Changes(evaluation_id, skipped=tuple(skipped))
    with work.transaction() as tx:
        for sha256, item in fresh.items():
            tx.note_file(item.facts)
            tx.add_evidence(evaluation_id, question, _clean_name(item.name, question), sha256)
    return Changes(evaluation_id, questions=frozenset({question}), batch=tx.batch, skipped=tuple(skipped))


def attach_files(work: Workspace, evaluation_id: str, question: str, paths: Iterable[Path]) -> Changes:
    """Stores files and attaches them: all of them, or none when one cannot be read. See `attach`."""
    check_question(work, evaluation_id, question)
    intake = store_files(work.store.files, [(path.name, path) for path in paths])
    if intake.refused:
        raise intake.refused[0]
    return attach(work, evaluation_id, question, intake.stored)


def attach_bytes(work: Workspace, evaluation_id: str, question: str, name: str, data: bytes) -> Changes:
    """Stores and attaches content that was never a file, such as a pasted picture. See `attach`."""
    check_question(work, evaluation_id, question)
    intake = store_files(work.store.files, [(name, data)])
    if intake.refused:
        raise intake.refused[0]
    return attach(work, evaluation_id, question, intake.stored)


def facts_of(work: Workspace, evidence: Iterable[Evidence]) -> dict[str, FileFacts]:
    """What is known of the attached files among ``evidence``, by SHA-256."""
    hashes = {item.file for item in evidence if item.file}
    return work.store.file_facts(hashes) if hashes else {}


def usual_documents(lke: Lke, question: str) -> tuple[str, ...]:
    """Names of documents that usually stand behind an answer to this question: advice, nothing more."""
    return load_usual_evidence(lke.id).get(question, ())


def _store(
    files: Files, name: str, source: Source, tell: Callable[[float], object], cancelled: Cancelled
) -> StoredFile:
    sha256 = files.add(source, tell, cancelled)
    with files.open(sha256) as content:
        size = content.seek(0, 2)
        return StoredFile(name, read_facts(content, sha256, size))


def _clean_name(name: str, question: str) -> str:
    cleaned = clean_text(name, question).replace("\n", " ").replace("\t", " ").strip()
    return cleaned or "berkas"


@dataclass(frozen=True)
class _Share:
    """The progress of one file among several."""

    progress: Progress
    number: int
    of: int
    name: str

    def tell(self, share: float) -> None:
        self.progress((self.number + share) / self.of, Text(self.name, self.name))
