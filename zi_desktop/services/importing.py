"""From a worksheet to evaluations: read, plan what would change, and write it in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Issue, Severity, Text, ZiError
from zi_desktop.domain.evaluation import (
    Evaluation,
    SignOffState,
    Stage,
)
from zi_desktop.domain.reading import AnswersUnnamed, Block, Corrections, Reading
from zi_desktop.domain.report import Report, make_report
from zi_desktop.services.answers import clean_text
from zi_desktop.services.changes import Changes
from zi_desktop.services.evaluations import check_unit, check_year, find_evaluation
from zi_desktop.services.files import read_file
from zi_desktop.services.import_changes import CellChange
from zi_desktop.services.import_differences import differences, merged, write
from zi_desktop.services.importing_carried import (
    is_final,
    is_to_lock,
    joined_with_open,
    letter_changes,
    lock,
    own_file_issues,
    write_letter_changes,
)
from zi_desktop.services.importing_own import OWN, checked_own, is_pdf, read_own_pdf
from zi_desktop.services.thresholds import adopted_amendments
from zi_desktop.services.verifying import MAX_BYTES
from zi_desktop.services.workspace import Workspace
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook
from zi_desktop.worksheets.workbook_file import MAX_FILE

if TYPE_CHECKING:
    pass

_NEW_ID = "new"  # stands in for an id in a preview; the transaction gives the real one


@dataclass(frozen=True)
class BlockPlan:
    """What one answer block would do to the store. ``evaluation_id`` None: a new evaluation;
    ``report``: the evaluation as it would be; ``unchanged``: values already there; ``closed``: it is signed,
    and nothing of the block is imported; ``locks``: it is a signed result, and is locked here as well when
    all of it is imported."""

    stage: Stage
    evaluation_id: str | None
    report: Report
    changes: tuple[CellChange, ...]
    unchanged: int
    file_scores: Mapping[str, float]
    closed: bool = False
    locks: bool = False


@dataclass(frozen=True)
class ImportPlan:
    """``official_texts``: the wording, by question, that would be kept as the official one and is not yet."""

    reading: Reading
    unit: str
    year: int
    blocks: tuple[BlockPlan, ...]
    issues: tuple[Issue, ...]
    official_texts: Mapping[str, str] = field(default_factory=dict)


def read_worksheet(
    path: Path,
    corrections: Corrections | None = None,
    *,
    remembered: Mapping[str, Corrections] | None = None,
    roots: Sequence[bytes] = (),
) -> Reading:
    """A worksheet, or a PDF of ours. Touches no store; fit for a worker thread. Raises ZiError for what is
    neither, and for a file of ours that is not what was signed (`importing_own`); AnswersUnnamed where the
    user has to say which column holds the answers. ``roots``: the certificates its signers are trusted under.

    ``corrections`` are what the user says of this sheet; ``remembered`` what was said of others, by their
    shape (`mappings.remembered`), used when this one has the same and nothing else is said.
    """
    data = read_file(path, MAX_BYTES if path.suffix.lower() == ".pdf" else MAX_FILE)
    if is_pdf(data):
        return read_own_pdf(data, path.name, roots)
    reading, said = _read(data, path.name, corrections, remembered or {})
    if reading.layout == OWN:
        return checked_own(reading, data, path.name, roots, as_signed=not said)
    known = (remembered or {}).get(reading.shape)
    if said is not None or not known:
        return reading
    try:
        return replace(read_workbook(data, path.name, known), remembered=True)
    except ZiError:  # what was said of another file does not fit this one after all
        return replace(reading, issues=(*reading.issues, _mapping_not_used(path.name)))


def _read(
    data: bytes, name: str, corrections: Corrections | None, remembered: Mapping[str, Corrections]
) -> tuple[Reading, Corrections | None]:
    """The reading and what was said of the sheet. Where nothing is said and nothing can be read without it,
    what was said of an earlier file of the shape is."""
    try:
        return read_workbook(data, name, corrections), corrections
    except AnswersUnnamed as unnamed:
        known = remembered.get(unnamed.reading.shape)
        if corrections is not None or not known:
            raise
        try:
            return replace(read_workbook(data, name, known), remembered=True), known
        except ZiError:  # it does not fit this file after all
            raise unnamed from None


def score_reading(reading: Reading) -> tuple[tuple[Block, Report], ...]:
    """Every filled block with a report on it, as if it were an evaluation; needs no store."""
    lke = load_edition(reading.edition)
    return tuple(
        (block, make_report(lke, _evaluation_of(block, reading.edition, reading.unit, reading.year or 0)))
        for block in reading.blocks
        if block.filled
    )


def plan_import(
    work: Workspace, reading: Reading, *, unit: str, year: int, stage: Stage | None = None
) -> ImportPlan:
    """What importing would change; writes nothing. An empty value never overwrites anything.

    ``stage`` renames the only filled block; with several blocks each keeps its own (an issue says so).
    Raises ZiError ``nothing-to-import`` and ``edition-differs``.
    """
    unit = check_unit(unit)
    check_year(year)
    filled = [block for block in reading.blocks if block.filled]
    if not filled:
        raise ZiError(
            "nothing-to-import",
            Text("Lembar kerja ini kosong", "This worksheet is empty"),
            remedy=Text("Pilih berkas yang sudah diisi.", "Choose a file that has been filled in."),
        )
    issues = list(reading.issues)
    if stage is not None and len(filled) == 1:
        filled = [replace(filled[0], stage=stage)]
    elif stage is not None:
        issues.append(_stage_ignored(filled))
    plans = tuple(_plan_block(work, reading, block, unit, year) for block in filled)
    issues += own_file_issues(work, reading, unit, year)
    issues += (
        joined_with_open(plan.stage, year)
        for plan in plans
        if plan.evaluation_id and plan.changes and is_final(reading, plan.stage)
    )
    issues += (_closed(plan.stage, year) for plan in plans if plan.closed)
    return ImportPlan(reading, unit, year, plans, tuple(issues), _new_texts(work, reading))


def apply_import(
    work: Workspace, plan: ImportPlan, *, excluded: frozenset[tuple[Stage, str]] = frozenset()
) -> Changes:
    """Writes the plan, but for the excluded (stage, target) pairs: all of it or nothing. A block of which
    nothing is wanted makes no evaluation."""
    ids: list[str] = []
    cells: set[str] = set()
    questions: set[str] = set()
    created = False
    with work.transaction() as tx:
        for block in plan.blocks:
            if block.closed:
                continue
            wanted = [c for c in block.changes if (block.stage, c.target) not in excluded]
            evaluation_id = block.evaluation_id
            if evaluation_id is None and not wanted:
                continue
            if evaluation_id is None:
                edition = plan.reading.edition
                evaluation_id = tx.create_evaluation(plan.unit, plan.year, edition, block.stage.value)
                created = True
            for change in wanted:
                write(tx, evaluation_id, change)
            write_letter_changes(work, tx, evaluation_id, wanted)
            if block.locks and len(wanted) == len(block.changes) and plan.reading.origin is not None:
                lock(tx, evaluation_id, plan.reading.origin)
            ids.append(evaluation_id)
            cells |= {c.target.removeprefix("answer:") for c in wanted if c.kind == "answer"}
            questions |= {c.question for c in wanted if c.kind != "answer"}
        worded = {
            question
            for question, text in plan.official_texts.items()
            if tx.set_official_text(plan.reading.edition, question, text)
        }
    changed = created or bool(cells or questions)
    return Changes(
        ids[0] if ids else "",
        frozenset(cells),
        frozenset(questions | worded),
        evaluations=changed,
        evaluation_ids=tuple(ids),
        batch=tx.batch if changed or worded else "",
    )


def _new_texts(work: Workspace, reading: Reading) -> dict[str, str]:
    """Our own exports carry only our paraphrases."""
    if reading.layout == "zi-desktop":
        return {}
    kept = work.store.official_texts(reading.edition)
    texts = {q: clean_text(text, q) for q, text in reading.official_texts.items()}
    return {q: text for q, text in texts.items() if text and kept.get(q) != text}


def _mapping_not_used(name: str) -> Issue:
    return Issue(
        "mapping-not-used",
        Severity.WARNING,
        Text(
            "Pemetaan dari berkas sebelumnya tidak cocok untuk berkas ini dan tidak dipakai",
            "The mapping of an earlier file does not fit this one and was not used",
        ),
        where=name,
        remedy=Text("Periksa pemetaannya.", "Check the mapping."),
    )


def _stage_ignored(blocks: list[Block]) -> Issue:
    found = ", ".join(block.stage.value for block in blocks)
    return Issue(
        "stage-ignored",
        Severity.INFO,
        Text(
            f"Berkas berisi beberapa blok jawaban ({found}); masing-masing diimpor pada tahapnya",
            f"The file has several answer blocks ({found}); each is imported at its own stage",
        ),
    )


def _evaluation_of(block: Block, edition: str, unit: str, year: int) -> Evaluation:
    return Evaluation(
        id="",
        unit=unit,
        year=year,
        edition=edition,
        stage=block.stage,
        cells=block.cells,
        notes=block.notes,
        evidence={q: block.carried.evidence(q, items) for q, items in block.evidence.items()},
        findings=block.findings,
        team=block.team,
    )


def _plan_block(work: Workspace, reading: Reading, block: Block, unit: str, year: int) -> BlockPlan:
    existing = find_evaluation(work, unit, year, block.stage)
    if existing is not None and existing.edition != reading.edition:
        raise ZiError(
            "edition-differs",
            Text(
                f"Penilaian {year} memakai {existing.edition}, berkas ini {reading.edition}",
                f"The evaluation of {year} uses {existing.edition}, this file {reading.edition}",
            ),
            where=unit,
            remedy=Text("Periksa tahunnya.", "Check the year."),
        )
    lke = work.lke(reading.edition)
    before = existing or Evaluation("", unit, year, reading.edition, block.stage)
    found = list(differences(lke, before, block))
    if reading.origin is not None and reading.origin.stage is block.stage:
        found += letter_changes(work, existing, reading.origin.letter)
    changes = [change for change in found if change.before != change.after]
    closed = bool(changes) and _is_closed(work, existing)
    return BlockPlan(
        block.stage,
        existing.id if existing else None,
        make_report(lke, before if closed else merged(before, block), adopted=adopted_amendments(work)),
        () if closed else tuple(changes),
        len(found) - len(changes),
        block.file_scores,
        closed,
        is_to_lock(reading, block, unit, year, existing),
    )


def _is_closed(work: Workspace, existing: Evaluation | None) -> bool:
    """Signed, or reopened without a reason at hand: the store would refuse the import as a whole."""
    if existing is None or existing.sign_off is None:
        return False
    return existing.sign_off.state is SignOffState.SIGNED or not work.reason


def _closed(stage: Stage, year: int) -> Issue:
    return Issue(
        "signed-off",
        Severity.ERROR,
        Text(
            f"Penilaian {stage.value} {year} sudah ditandatangani; bagian ini tidak diimpor",
            f"The {stage.value} evaluation of {year} has been signed; this part is not imported",
        ),
        where=stage.value,
        remedy=Text(
            "Buka kembali dengan alasan, lalu impor lagi dengan alasan.",
            "Reopen it with a reason, then import again, giving a reason.",
        ),
    )
