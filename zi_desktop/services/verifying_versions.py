"""Which version a signed file is, and whether files given together are the versions that name each other.

A correction names the SHA-256 of the files it replaces. A file that was signed again since is still found by
what it was: a PDF by its earlier states, a package by the one inside it. A workbook signed again is another
file, and nothing but its own word says that it is the same: the chain is then neither confirmed nor broken.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zi_desktop import documents
from zi_desktop.domain.errors import Language, Text, ZiError
from zi_desktop.domain.versions import Versions, version_in_words, versions_as_dict, versions_from
from zi_desktop.exchange import package as packages
from zi_desktop.services.verifying_words import one_line
from zi_desktop.worksheets.reading_own import own_facts

if TYPE_CHECKING:
    from zi_desktop.services.verifying import FileVerdict

MAX_STATES = 50
MAX_DEPTH = 10
Subject = tuple[str, str, str, str]


@dataclass(frozen=True)
class FileVersion:
    """What a file of ours says of itself. ``subject``: unit, year, stage and edition; ``head`` names the
    state that was signed; ``hashes``: SHA-256 of the file and of what it was before it was signed again."""

    subject: Subject
    head: str
    versions: Versions
    hashes: frozenset[str]

    def as_dict(self) -> dict[str, Any]:
        return {
            **dict(zip(("unit", "year", "stage", "edition"), self.subject, strict=True)),
            "head": self.head,
            **versions_as_dict(self.versions),
        }

    def in_words(self, language: Language) -> list[str]:
        """The version, and a line for every file that it replaces."""
        words = version_in_words(self.versions)
        if not words:
            return []
        lines = [Text(f"versi {words}", _english(self.versions)).to(language)]
        for version in self.versions.replaces:
            for name, digest in version.files.items():
                told = Text(f"versi {version.number}: {name}", f"version {version.number}: {name}")
                lines.append(f"  {told.to(language)} SHA-256 {digest}")
        return lines


def _english(versions: Versions) -> str:
    replaced = " and ".join(dict.fromkeys(str(v.number) for v in versions.replaces))
    if not versions.final:
        return f"a draft that would replace version {replaced}"
    return f"version {versions.number}" + (f", replaces version {replaced}" if replaced else "")


@dataclass(frozen=True)
class ChainLink:
    """Two files of one evaluation, given together. ``holds``: the newer names this very file; False: it names
    another; None: it names the same state, but this file was signed again since."""

    newer: str
    older: str
    holds: bool | None
    told: Text

    def in_words(self, language: Language) -> str:
        mark = "=" if self.holds else "!" if self.holds is False else "?"
        return f"{mark} {one_line(self.told.to(language))}"

    def as_dict(self, language: Language) -> dict[str, Any]:
        told = self.told.to(language)
        return {"newer": self.newer, "older": self.older, "holds": self.holds, "message": told}


def version_of(data: bytes, kind: str) -> FileVersion | None:
    """None for a file that is not ours, or cannot be read so far."""
    try:
        if kind == "package":
            return _of_package(data)
        if kind == "pdf":
            inside = documents.attachments(data)
            books = [own for n, d in inside.items() if n.endswith(".xlsx") and (own := _of_book(d, d))]
            return FileVersion(*_but_hashes(books[0]), _states(data)) if len(books) == 1 else None
        return _of_book(data, data) if kind == "xlsx" else None
    except ZiError:
        return None


def _but_hashes(found: FileVersion) -> tuple[Subject, str, Versions]:
    return found.subject, found.head, found.versions


def _of_book(data: bytes, file: bytes) -> FileVersion | None:
    kept = own_facts(data, "")
    if kept is None:
        return None
    own = kept.stages[kept.stage]
    subject = (own.unit, str(own.year), kept.stage.value, kept.edition)
    return FileVersion(subject, own.log_head, kept.versions, frozenset({_sha256(file)}))


def _of_package(data: bytes) -> FileVersion:
    hashes = {_sha256(data)}
    read = packages.read_package(data)
    facts = read.facts
    before = read.parts.get(packages.PREVIOUS)
    while before is not None and len(hashes) <= MAX_DEPTH:
        hashes.add(_sha256(before))
        before = packages.read_package(before).parts.get(packages.PREVIOUS)
    unit, year, stage, edition = (str(facts.get(n, "")) for n in ("unit", "year", "stage", "edition"))
    head, versions = str(facts.get("log_head", "")), versions_from(facts.get("versions"))
    return FileVersion((unit, year, stage, edition), head, versions, frozenset(hashes))


def _states(pdf: bytes) -> frozenset[str]:
    """The PDF now, and as each of its signatures left it."""
    ends = {len(pdf)}
    for match in re.finditer(rb"/ByteRange\s*\[\s*0\s+\d+\s+(\d+)\s+(\d+)\s*\]", pdf):
        end = int(match[1]) + int(match[2])
        if end < len(pdf) and len(ends) < MAX_STATES:
            ends.add(end)
    return frozenset(_sha256(pdf[:end]) for end in ends)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def chain_of(verdicts: Sequence[FileVerdict]) -> tuple[ChainLink, ...]:
    """For every file that is as it was signed, what it says of the earlier versions among the others."""
    return tuple(_links(verdicts))


def _links(verdicts: Sequence[FileVerdict]) -> Iterator[ChainLink]:
    names = Counter(v.name for v in verdicts)
    known = [(v, v.version) for v in verdicts if v.version is not None]
    for newer, its in known:
        for older, own in known:
            called = [v.name if names[v.name] == 1 else v.file for v in (newer, older)]
            for holds, told in _link(its, own, *called):
                yield ChainLink(newer.file, older.file, holds, told)


def _link(
    newer: FileVersion, older: FileVersion, newer_name: str, older_name: str
) -> Iterator[tuple[bool | None, Text]]:
    if newer.subject != older.subject or newer is older:
        return
    files = [(v.number, digest) for v in newer.versions.replaces for digest in v.files.values()]
    named = next((number for number, digest in files if digest in older.hashes), None)
    if named is not None:
        yield True, _holds(newer_name, named, older_name)
    elif not older.versions.final or older.versions.number >= newer.versions.number:
        return  # a draft replaces nothing that counts, and is replaced by nothing
    elif older.head and older.head in {v.head for v in newer.versions.replaces}:
        yield None, _signed_again(newer_name, older_name)
    else:
        yield False, _breaks(newer_name, older_name)


def _holds(newer: str, number: int, older: str) -> Text:
    return Text(
        f"{newer} menggantikan versi {number}, dan {older} adalah berkas itu: sidiknya sama.",
        f"{newer} replaces version {number}, and {older} is that file: its hash is the same.",
    )


def _signed_again(newer: str, older: str) -> Text:
    return Text(
        f"{newer} menggantikan keadaan yang disebut {older}, tetapi berkas ini ditandatangani lagi "
        "sesudahnya dan sidiknya lain; bandingkan dengan PDF atau paketnya.",
        f"{newer} replaces the state that {older} speaks of, but this file was signed again since and its "
        "hash is another; compare with the PDF or the package.",
    )


def _breaks(newer: str, older: str) -> Text:
    return Text(
        f"{newer} TIDAK menyebut {older}: sidik yang digantikannya lain.",
        f"{newer} does NOT name {older}: it replaces other hashes.",
    )
