"""A folder of worksheets at once: each file read and imported on its own; a bad one stops no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zi_desktop.domain.errors import Language, Severity, Text, ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import Corrections, Reading
from zi_desktop.services.importing import ImportPlan, apply_import, plan_import, read_worksheet
from zi_desktop.services.mappings import remembered
from zi_desktop.services.workspace import Workspace

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv"})
_NOISE = re.compile(
    r"\b(?:lke|zi|zona integritas|lembar kerja evaluasi|final|fix|copy|salinan|20\d\d)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(20[1-9]\d)(?!\d)")

Taken = dict[tuple[str, int, Stage], Path]
"""Which file an evaluation came from in this run: a second one for the same is refused, not poured over."""


@dataclass(frozen=True)
class FileReading:
    """One file read, or why it could not be; values only, fit for a worker thread."""

    file: Path
    reading: Reading | None
    error: ZiError | None = None


@dataclass(frozen=True)
class FolderLine:
    """What became of one file. ``changes`` and official ``texts`` were written, or would be in a dry run;
    ``batch`` undoes them. ``mapped``: read with corrections remembered from an earlier file."""

    file: Path
    unit: str = ""
    year: int | None = None
    layout: str = ""
    stages: tuple[Stage, ...] = ()
    answered: int = 0
    questions: int = 0
    total: float | None = None
    file_total: float | None = None
    doubtful: int = 0
    warnings: int = 0
    changes: int = 0
    texts: int = 0
    mapped: bool = False
    evaluation_ids: tuple[str, ...] = ()
    batch: str = ""
    error: ZiError | None = None

    def as_dict(self, language: Language) -> dict[str, Any]:
        return {
            "file": str(self.file),
            "unit": self.unit,
            "year": self.year,
            "layout": self.layout,
            "stages": [s.value for s in self.stages],
            "answered": self.answered,
            "questions": self.questions,
            "total": self.total,
            "file_total": self.file_total,
            "doubtful": self.doubtful,
            "warnings": self.warnings,
            "changes": self.changes,
            "official_texts": self.texts,
            "mapped": self.mapped,
            "evaluations": list(self.evaluation_ids),
            "error": self.error.as_dict(language) if self.error else None,
        }


def find_worksheets(folder: Path) -> list[Path]:
    """Every spreadsheet below ``folder``, but for hidden ones and Excel's lock files. Raises ZiError
    ``no-file`` where there is no such folder."""
    if not folder.is_dir():
        raise ZiError(
            "no-file",
            Text("Folder tidak ditemukan", "The folder was not found"),
            where=str(folder),
            remedy=Text("Periksa nama foldernya.", "Check the folder's name."),
        )
    found = (p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    return sorted(p for p in found if not p.name.startswith((".", "~$")))


def read_file_of_folder(file: Path, mappings: Mapping[str, Corrections] | None = None) -> FileReading:
    """Never raises for a bad file, nor for one that trips a bug of ours: the others must go on."""
    try:
        return FileReading(file, read_worksheet(file, remembered=mappings))
    except ZiError as error:
        return FileReading(file, None, error)
    except Exception as error:
        bug = Text(
            f"Kesalahan program: {type(error).__name__}", f"A bug in the program: {type(error).__name__}"
        )
        remedy = Text(
            "Impor berkas ini sendiri untuk melihat rinciannya.", "Import it alone to see the details."
        )
        return FileReading(file, None, ZiError("bug", bug, where=str(file), remedy=remedy))


def import_file_of_folder(
    work: Workspace,
    read: FileReading,
    taken: Taken,
    *,
    year: int | None = None,
    stage: Stage | None = None,
    dry_run: bool = False,
) -> FolderLine:
    """Imports one file under the unit and year it names itself, else its file name and ``year``. What goes
    wrong is the line's ``error``; then nothing of the file is written."""
    if read.reading is None:
        return FolderLine(read.file, error=read.error)
    unit, own_year = unit_and_year(read.file, read.reading, year)
    try:
        if own_year is None:
            raise _no_year(read.file)
        plan = plan_import(work, read.reading, unit=unit, year=own_year, stage=stage)
        _refuse_second(plan, taken, read.file)
        if dry_run:
            return _line(read.file, plan, (), "")
        changes = apply_import(work, plan)
        return _line(read.file, plan, changes.evaluation_ids, changes.batch)
    except ZiError as error:
        layout, mapped = read.reading.layout, read.reading.remembered
        return FolderLine(read.file, unit, own_year, layout, mapped=mapped, error=error)


def import_folder(
    work: Workspace,
    folder: Path,
    *,
    year: int | None = None,
    stage: Stage | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int, Path], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[FolderLine]:
    """One line a file, as it is done; only one file is in memory at a time. Cancelling stops between two
    files: what was imported stays, each file by a transaction of its own."""
    files = find_worksheets(folder)
    taken: Taken = {}
    known = remembered(work)
    for number, file in enumerate(files, start=1):
        if cancelled and cancelled():
            return
        if progress:
            progress(number, len(files), file)
        yield import_file_of_folder(
            work, read_file_of_folder(file, known), taken, year=year, stage=stage, dry_run=dry_run
        )


def unit_and_year(file: Path, reading: Reading, year: int | None) -> tuple[str, int | None]:
    """What the file says of itself goes first, then what the user said, then the file's name."""
    named = " ".join(_NOISE.sub(" ", file.stem.replace("_", " ").replace("-", " ")).split())
    found = _YEAR.search(file.stem)
    return reading.unit or named or file.stem, reading.year or year or (int(found[1]) if found else None)


def _refuse_second(plan: ImportPlan, taken: Taken, file: Path) -> None:
    for block in plan.blocks:
        key = (plan.unit, plan.year, block.stage)
        first = taken.setdefault(key, file)
        if first != file:
            raise ZiError(
                "same-evaluation",
                Text(
                    f"{plan.unit} {plan.year} {block.stage.value} juga ada di berkas {first.name}",
                    f"{plan.unit} {plan.year} {block.stage.value} is in the file {first.name} too",
                ),
                where=str(file),
                remedy=Text(
                    "Impor berkas ini sendiri setelah memeriksa mana yang benar.",
                    "Import this file alone after checking which one is right.",
                ),
            )


def _no_year(file: Path) -> ZiError:
    return ZiError(
        "year",
        Text("Tahun tidak tertulis di berkas maupun namanya", "Neither the file nor its name tells the year"),
        where=str(file),
        remedy=Text("Sebutkan tahunnya.", "Give the year."),
    )


def _line(file: Path, plan: ImportPlan, ids: tuple[str, ...], batch: str) -> FolderLine:
    last = plan.blocks[-1]
    return FolderLine(
        file,
        plan.unit,
        plan.year,
        plan.reading.layout,
        tuple(block.stage for block in plan.blocks),
        last.report.score.answered,
        len(last.report.lke.questions),
        float(last.report.score.total),
        last.file_scores.get("total"),
        len(plan.reading.doubtful),
        sum(issue.severity is not Severity.INFO for issue in plan.issues),
        sum(len(block.changes) for block in plan.blocks),
        len(plan.official_texts),
        plan.reading.remembered,
        ids,
        batch,
    )
