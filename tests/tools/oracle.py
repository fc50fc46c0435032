"""Our scores against LibreOffice's calculation of the official formulas, on random answers.

    python -m tests.tools.oracle 2000 [--seed S] [--workbook FILE]

Each set of answers (blanks, zero denominators, damaged types, formulas typed over) is put into the form with
the official formulas, with and without its range defect, and into a real workbook where one is given; one
session of LibreOffice computes them all. `workbook_score` must predict every score cell, errors too; `score`
must agree wherever no known defect is below. Both to 1e-9.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from tests.domain.answers import random_cells
from tests.tools.oracle_form import OracleForm
from tests.verifiers._libreoffice import SYSTEM_PYTHON
from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.lke import CellKind, Lke, QuestionKind, Section, Share
from zi_desktop.domain.scoring import TOTAL, score
from zi_desktop.domain.workbook_mode import OFFICIAL, SOUND, CellError, Shown, WorkbookDefects, workbook_score
from zi_desktop.worksheets.edition import load_edition

SCRIPT = Path(__file__).with_name("oracle_soffice.py")
TOLERANCE = 1e-9
REAL = Path("../shared/lke/lampiran-iii-filled.xlsx")
_TYPES = ("Ya/Tidak", "A/B/C", "A/B/C/D", "a/b/c/d/e", "%", "Jumlah", "Rupiah", "Ya", "", "Nilai")
_NUMBERS = (Fraction(0), Fraction(1, 2), Fraction(1), Fraction(7, 4), CellError.DIV_ZERO)


@dataclass(frozen=True)
class AnswerSet:
    """Answers by cell code and what is wrong in the copy they stand in."""

    cells: dict[str, CellValue]
    defects: WorkbookDefects


@dataclass(frozen=True)
class Book:
    """A workbook to compute: rows by key of `form_lines.Line`, and the formulas to put right in it first."""

    name: str
    file: Path
    sheet: str
    rows: dict[str, int]
    defects: WorkbookDefects
    columns: tuple[str, str, str] = ("J", "K", "L")
    formulas: tuple[tuple[str, int, str], ...] = ()


@dataclass
class Told:
    """``predicted``: score cells compared with `workbook_score`; ``scored``: with `score`."""

    sets: int = 0
    predicted: int = 0
    scored: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    worst: float = 0.0
    wrong: list[str] = field(default_factory=list)


def random_set(lke: Lke, rnd: Random) -> AnswerSet:
    """From whole and sound to half empty and damaged."""
    kind = rnd.choice(("whole", "whole", "blanks", "sparse", "zeros", "damaged", "damaged"))
    filled = {"whole": 1.0, "zeros": 1.0, "blanks": 0.97, "damaged": 0.99, "sparse": rnd.random()}[kind]
    cells = {
        code: value
        for code, value in random_cells(lke, rnd.randrange(2**32), filled=filled).items()
        if lke.cells[code].kind is not CellKind.DECISION
    }
    if kind != "zeros":
        for code, value in cells.items():
            if lke.cells[code].kind is CellKind.COUNT and rnd.random() < 0.98:
                assert not isinstance(value, str)
                cells[code] = value + rnd.randint(1, 3)
    return AnswerSet(cells, _damage(lke, rnd) if kind == "damaged" else SOUND)


def _damage(lke: Lke, rnd: Random) -> WorkbookDefects:
    ratios = [q.code for q in lke.questions if q.kind is QuestionKind.RATIO]
    summed = [q.code for q in lke.questions if isinstance(q.formula, Share) and len(q.formula.base) > 1]
    counts = [c.code for c in lke.cells.values() if c.kind is CellKind.COUNT]
    means = [q.code for q in lke.questions if q.weight is None]
    sections = [s.code for s in lke.all_sections if s.mean]
    typed = rnd.sample(means, rnd.randint(0, 3)) + rnd.sample(counts, rnd.randint(0, 1))
    return WorkbookDefects(
        types={code: rnd.choice(_TYPES) for code in typed},
        unknown=frozenset(c for c in rnd.sample(means, rnd.randint(0, 3)) if c not in ratios),
        values={c: rnd.choice((*_NUMBERS, None)) for c in rnd.sample(ratios, rnd.randint(0, 1))},
        bases={c: rnd.choice((*_NUMBERS, None, Fraction(12))) for c in rnd.sample(summed, rnd.randint(0, 1))},
        points={
            c: rnd.choice(_NUMBERS)
            for c in rnd.sample([*means, *sections, "A.II.1", "A.I", "A", TOTAL], rnd.randint(0, 2))
        },
    )


# -- what goes into the cells


def _put(book: Book, lke: Lke, answers: AnswerSet) -> list[dict[int, Any]]:
    """Types, answers and scores by row."""
    rows, defects = book.rows, answers.defects
    types: dict[int, Any] = {}
    for code, kind in defects.types.items():
        types[rows.get(f"question {code}") or rows[f"count {code}"]] = kind
    typed: dict[int, Any] = {}
    for cell in lke.input_cells:
        row = rows.get(f"question {cell.code}") if cell.count is None else rows.get(f"count {cell.code}")
        value = answers.cells.get(cell.code, "")
        if cell.code in defects.unknown and value != "":
            value = f"{value} "
        typed[row or rows[f"question {cell.code}"]] = value if isinstance(value, str) else float(value)
    typed |= {rows[f"question {c}"]: _constant(v) for c, v in defects.values.items()}
    typed |= {rows[f"sum {c}"]: _constant(v) for c, v in defects.bases.items()}
    scores: dict[int, Any] = {}
    for code, constant in defects.points.items():
        key = next(k for k in (f"total {code}", f"section {code}", f"question {code}") if k in rows)
        scores[rows[key]] = _constant(constant)
    return [types, typed, scores]


def _constant(value: Shown) -> Any:
    """A formula that gives nothing but the error stands for an error that was pasted as a value."""
    if value is None:
        return ""
    return (
        "=1/0" if value is CellError.DIV_ZERO else float(value) if isinstance(value, Fraction) else '="x"*1'
    )


# -- the workbooks


def made_books(lke: Lke, folder: Path) -> Iterator[Book]:
    """The form of our own making, with the range defect of the distributed workbook and without it."""
    for name, defects in (("form", OFFICIAL), ("form, sound", SOUND)):
        form = OracleForm(lke, lhkasn_defect=defects is OFFICIAL, protected=False)
        file = folder / f"{name}.xlsx"
        file.write_bytes(form.build())
        yield Book(name, file, form.sheet_name, form.rows(), defects)


def real_book(lke: Lke, file: Path, folder: Path) -> Book:
    """A real Lampiran III workbook at the official rows, in a copy without its protection. The damage of this
    copy is mended: a type, a sum typed over; each set then does its own."""
    copy = folder / "real.xlsx"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<sheetProtection[^>]*/>", b"", old.read(name)))
    rows: dict[str, int] = {"total A": 198, "total B": 206, "total total": 208}
    for section in lke.all_sections:
        rows[f"section {section.code}"] = section.lampiran_row or 0
    for question in lke.questions:
        rows[f"question {question.code}"] = question.lampiran_row or 0
        for count in question.counts if question.kind is QuestionKind.RATIO else ():
            rows[f"count {question.code}.{count.id}"] = count.lampiran_row or 0
        if isinstance(question.formula, Share) and len(question.formula.base) > 1:
            rows[f"sum {question.code}"] = (question.lampiran_row or 0) + 1
    base = '=IF(OR(K186="";K187="";K188="");"Blm Diisi";K186+K187+K188)'
    return Book(
        "real workbook", copy, "LKE ZI", rows, OFFICIAL, formulas=(("J", 8, "Ya/Tidak"), ("K", 185, base))
    )


# -- LibreOffice and the comparison


def compute(books: list[Book], lke: Lke, sets: list[AnswerSet], folder: Path) -> list[list[dict[str, Any]]]:
    """What every row of the score column shows, by book and set."""
    job = [
        {
            "file": str(book.file),
            "sheet": book.sheet,
            "first": min(book.rows.values()),
            "last": max(book.rows.values()),
            "columns": book.columns,
            "formulas": book.formulas,
            "sets": [_put(book, lke, answers) for answers in sets],
        }
        for book in books
    ]
    (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
    _run_soffice(folder, 60 + 2 * len(books) * len(sets))
    results: list[list[dict[str, Any]]] = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    return results


def _run_soffice(folder: Path, seconds: int) -> None:
    """In a session of its own: what does not end in time is ended with all that it started."""
    command = [SYSTEM_PYTHON, "-I", str(SCRIPT), str(folder / "job.json"), str(folder / "out.json")]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    try:
        _, told = process.communicate(timeout=seconds)
        if process.returncode:
            raise RuntimeError(f"LibreOffice did not compute: {told}")
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def compare(book: Book, lke: Lke, answers: AnswerSet, shown: dict[str, Any], told: Told) -> None:
    """One set in one workbook: every score cell of sections, questions and totals."""
    told.sets += 1
    defects = replace(answers.defects, reach=book.defects.reach)
    predicted = workbook_score(lke, answers.cells, defects)
    ours = score(lke, answers.cells)
    spoilt = _spoilt(lke, defects, set(ours.unanswered))
    for code, expected in predicted.items():
        for key in (f"section {code}", f"total {code}", f"question {code}"):
            if key not in book.rows:
                continue
            value = shown[str(book.rows[key])]
            told.predicted += 1
            if not _same(value, expected, told):
                told.wrong.append(
                    f"{book.name}: {key} shows {value}, predicted {expected}: {answers.defects}"
                )
            if code not in spoilt:
                told.scored += 1
                question = lke.question_by_code.get(code)
                points = ours.values[code] if question and question.weight is None else ours.points(code)
                if not _same(value, points, told):
                    told.wrong.append(f"{book.name}: {key} shows {value}, our score is {float(points)}")


def _same(value: Any, expected: Shown, told: Told) -> bool:
    if isinstance(expected, CellError):
        told.errors[expected.value] += 1
        return bool(value == expected.value)
    if expected is None or not isinstance(value, float):
        return value is None and expected is None
    away = abs(value - float(expected))
    told.worst = max(told.worst, away)
    return away <= TOLERANCE


def _spoilt(lke: Lke, defects: WorkbookDefects, blank: set[str]) -> set[str]:
    """Codes with a blank or a known defect at or below them: there the workbook may differ from us."""
    own = {*blank, *defects.reach, *defects.unknown, *defects.values, *defects.bases, *defects.points}
    own |= {
        c.rpartition(".")[0] if c in lke.cells and c not in lke.question_by_code else c for c in defects.types
    }
    own |= {c.code for c in lke.all_sections if c.code in own}
    spoilt = set(own)

    def walk(section: Section) -> bool:
        below = [walk(s) for s in section.sections]
        bad = section.code in own or any(below) or any(q.code in own for q in section.questions)
        if bad:
            spoilt.add(section.code)
        return bad

    if any([walk(root) for root in lke.sections]):
        spoilt.add(TOTAL)
    return spoilt


def consult(n: int, seed: int = 1, workbook: Path | None = None) -> Told:
    """``n`` random sets in every workbook."""
    lke = load_edition("zi-2021")
    rnd = Random(seed)
    sets = [random_set(lke, rnd) for _ in range(n)]
    told = Told()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        books = list(made_books(lke, folder))
        if workbook:
            books.append(real_book(lke, workbook, folder))
        for book, results in zip(books, compute(books, lke, sets, folder), strict=True):
            for answers, shown in zip(sets, results, strict=True):
                compare(book, lke, answers, shown, told)
    return told


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("n", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workbook", type=Path, default=REAL if REAL.exists() else None)
    arguments = parser.parse_args()
    told = consult(arguments.n, arguments.seed, arguments.workbook)
    print(f"{told.sets} calculations; cells as predicted {told.predicted}, as scored {told.scored}")
    print(f"errors met {dict(told.errors)}; greatest difference {told.worst:.1e}; wrong {len(told.wrong)}")
    print("\n".join(told.wrong[:20]))
    return 1 if told.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
