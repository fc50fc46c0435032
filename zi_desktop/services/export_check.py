"""The promise behind every export: not done unless its files, opened again, say what the store says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zi_desktop import documents
from zi_desktop.domain.carried import carried_as_dict, carried_of
from zi_desktop.domain.cells import plain
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Evaluation
from zi_desktop.domain.letter import Letter, letter_as_dict
from zi_desktop.domain.reading import Block
from zi_desktop.domain.report import Report, scores_as_dict
from zi_desktop.domain.versions import Versions
from zi_desktop.exchange import package as packages

if TYPE_CHECKING:
    from zi_desktop.services.verifying import Known

TOLERANCE = 1e-9


@dataclass(frozen=True)
class Checked:
    """How many values were compared and how many signatures verified, over all files."""

    values: int
    signatures: int


def check_files(
    report: Report,
    files: Mapping[str, bytes],
    *,
    signatures: int,
    carried: Mapping[str, bytes] | None = None,
) -> Checked:
    """Raises ZiError ``not-as-stored`` naming the file and the first thing in it that is not as stored.
    ``carried``: what the PDF must have inside, byte for byte; not asked for when None."""
    values = signed = 0
    known: Known = {}  # the package comes last, and holds the files that were verified before it
    for name, data in files.items():
        if name.endswith(".pdf"):
            values += _check_pdf(report, name, data, carried)
        elif name.endswith(".xlsx"):
            values += _check_workbook(report, name, data)
        elif name.endswith(".json"):
            values += _check_portalrb(report, name, data)
        else:
            values += _check_package(name, data, files)
        if not name.endswith(".json"):
            signed += _check_signatures(name, data, signatures, known)
    return Checked(values, signed)


def wrong(name: str, what: Text) -> ZiError:
    return ZiError(
        "not-as-stored",
        Text(
            f"Berkas yang ditulis tidak sama dengan penyimpanan: {what.id}",
            f"The written file is not as stored: {what.en}",
        ),
        where=name,
        remedy=Text(
            "Tidak ada berkas yang diganti. Laporkan kesalahan ini.",
            "No file was replaced. Report this error.",
        ),
    )


def _check_pdf(report: Report, name: str, data: bytes, carried: Mapping[str, bytes] | None) -> int:
    read = documents.read_back(data, report.lke)
    found = documents.differences(report, read)
    if found:
        d = found[0]
        raise wrong(name, Text(f"{d.code}: {d.printed} ≠ {d.stored}", f"{d.code}: {d.printed} ≠ {d.stored}"))
    if carried is not None:
        inside = documents.attachments(data)
        for other in carried.keys() | inside.keys():
            if carried.get(other) != inside.get(other):
                raise wrong(name, Text(f"lampiran {other}", f"the attached file {other}"))
    return len(report.lke.input_cells) + len(report.lke.questions) + 1 + len(carried or ())


def _check_workbook(report: Report, name: str, data: bytes) -> int:
    from zi_desktop.worksheets.reading import read_workbook

    reading = read_workbook(data, name)
    blocks = {block.stage: block for block in reading.blocks}
    evaluation = report.evaluation
    block = blocks.get(evaluation.stage, Block(evaluation.stage))
    values = _compare(name, evaluation, block)
    head = (reading.origin.letter, reading.origin.versions) if reading.origin else (Letter(), Versions())
    values += _compare_head(name, report, *head)
    for code, points in scores_as_dict(report.lke, report.score).items():
        if abs(block.file_scores.get(code, -1.0) - points) > TOLERANCE:
            raise wrong(name, Text(f"nilai {code}", f"score {code}"))
        values += 1
    return values


def _compare(name: str, evaluation: Evaluation, block: Block) -> int:
    """Every answer, note, evidence item, finding and team member, every mark, reason and follow-up, both
    ways."""
    sides = (
        ({c: plain(v) for c, v in evaluation.cells.items()}, {c: plain(v) for c, v in block.cells.items()}),
        (dict(evaluation.notes), dict(block.notes)),
        (
            {q: [e.text for e in items] for q, items in evaluation.evidence.items()},
            {q: list(items) for q, items in block.evidence.items()},
        ),
        (
            {q: [(f.note, f.recommendation) for f in items] for q, items in evaluation.findings.items()},
            {q: [(f.note, f.recommendation) for f in items] for q, items in block.findings.items()},
        ),
        ({"team": evaluation.team}, {"team": block.team}),
        (carried_as_dict(carried_of(evaluation)), carried_as_dict(block.carried)),
    )
    compared = 0
    for stored, read in sides:
        for code in stored.keys() | read.keys():
            if stored.get(code) != read.get(code):
                raise wrong(name, Text(code, code))
            compared += 1
    return compared


def _compare_head(name: str, report: Report, letter: Letter, versions: Versions) -> int:
    """The letter's fields and wording, and which version it says it is."""
    stored, read = letter_as_dict(report.letter), letter_as_dict(letter)
    fields = 0
    for part in stored.keys() | read.keys():
        there, here = stored.get(part, {}), read.get(part, {})
        for field in there.keys() | here.keys():
            if there.get(field) != here.get(field):
                raise wrong(name, Text(f"surat: {field}", f"letter: {field}"))
            fields += 1
    if versions != report.versions:
        raise wrong(name, Text("versi", "version"))
    return fields + 1


def _check_portalrb(report: Report, name: str, data: bytes) -> int:
    from zi_desktop.worksheets.portalrb import read_portalrb, read_portalrb_head

    blocks = {block.stage: block for block in read_portalrb(data)}
    stage = report.evaluation.stage
    values = _compare(name, report.evaluation, blocks.get(stage, Block(stage)))
    return values + _compare_head(name, report, *read_portalrb_head(data))


def _check_package(name: str, data: bytes, files: Mapping[str, bytes]) -> int:
    read = packages.read_package(data)
    if read.problems:
        raise wrong(name, read.problems[0])
    beside = {n: d for n, d in files.items() if n != name}
    if {n: d for n, d in read.parts.items() if n != packages.LOG} != beside:
        raise wrong(name, Text("isi paket", "the package's parts"))
    return len(read.parts)


def _check_signatures(name: str, data: bytes, expected: int, known: Known) -> int:
    if not expected:
        return 0
    from zi_desktop.services.verifying import verify_bytes

    verdict = verify_bytes(name, data, [], known)
    if not verdict.valid or len(verdict.verdict.signatures) != expected:
        raise wrong(name, Text("tanda tangan tidak sah", "the signatures are not valid"))
    return expected
