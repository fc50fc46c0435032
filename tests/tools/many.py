"""Worksheets of every family from random truth, damaged as real ones are, read back and judged.

``python -m tests.tools.many 1000 [--wording WORKBOOK] [--first SEED] [--show]`` makes so many and prints one
line per fault and the sums: no answer may be wrong, and every answer on a row that is still there is read or
named in an issue. ``--wording`` gives the rows the texts of a user's own Lampiran III workbook.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.tools.many_damage import DAMAGES
from tests.tools.many_special import SPECIAL, saved_again
from tests.tools.many_tables import EDITION, FAMILIES, Entry, Look, as_csv, entries_of, grid_of, xlsx
from tests.tools.many_truth import Filled, Habits, filled, same
from tests.tools.many_wording import Wording, drift, lines_of, official_wording
from zi_desktop.domain.cells import CellValue
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import CellKind, Lke
from zi_desktop.domain.reading import Block, Reading
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook

M, T, N = Stage.MANDIRI, Stage.TPI, Stage.TPN


@dataclass
class Case:
    """One worksheet and what may and must be read from it: ``answers`` by stage and cell code."""

    seed: int
    family: str
    lke: Lke
    data: bytes
    answers: dict[Stage, dict[str, CellValue]]
    notes: dict[Stage, dict[str, str]]
    story: list[str] = field(default_factory=list)
    open: frozenset[str] = frozenset()
    """Cells of which only somebody's copy of the row is left: its answer is as good as any."""


@dataclass
class Verdict:
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    recalled: int = 0
    asked: int = 0


def make_case(seed: int, wording: Wording | None = None) -> Case:
    """The worksheet of this seed; the same one every time."""
    rnd = random.Random(seed)
    family = rnd.choice([*FAMILIES, *SPECIAL])
    if family in SPECIAL:
        return _special(seed, family, rnd, wording or {})
    edition = EDITION.get(family) or rnd.choice(("zi-2021", "zi-2021", "zi-2021", "zi-2014"))
    lke = load_edition(edition)
    by_row = edition == "zi-2014"
    stages = _stages(family, rnd)
    careless = rnd.random() < 0.6
    habits = Habits(0.3, 0.2, 0.02, 0.05) if careless else Habits()
    truths = {s: filled(lke, rnd, habits, s.value, percent_rows=by_row) for s in stages}
    lines = lines_of(lke, (wording or {}) if edition == "zi-2021" else {}, percent_rows=by_row)
    story = [family, edition, *stages]
    if rnd.random() < 0.5:
        part = rnd.choice((0.05, 0.2, 0.5))
        drift(lines, rnd, part)
        story.append(f"drift {part}")
    entries = entries_of(lke, lines, truths)
    for damage in rnd.sample(DAMAGES, rnd.choice((0, 0, 1, 1, 2, 3, 4))):
        damage(entries, rnd)
        story.append(damage.__name__)
    look = _look(family, rnd)
    data = _bytes(family, entries, look, rnd, story)
    notes = {s: t.notes for s, t in truths.items()}
    rows = _rows_of(lke, entries)
    copies = frozenset(code for code, standing in rows.items() if all(e.copy for e in standing))
    return Case(seed, family, lke, data, _expected(rows, truths), notes, story, copies)


def clean_table(family: str, edition: str = "", *, seed: int = 1, look: Look | None = None) -> Case:
    """An undamaged worksheet of a family, filled by every stage it has."""
    rnd = random.Random(seed)
    lke = load_edition(edition or EDITION.get(family, "zi-2021"))
    by_row = lke.id == "zi-2014"
    stages = [s for s in Stage if ("answer", s) in {(what, stage) for what, stage, _ in FAMILIES[family]}]
    truths = {s: filled(lke, rnd, Habits(blank=0), s.value, percent_rows=by_row) for s in stages}
    entries = entries_of(lke, lines_of(lke, {}, percent_rows=by_row), truths)
    look = replace(look or Look(), plain=True)
    data = xlsx([(look.sheet, grid_of(family, entries, look, rnd), look)])
    notes = {s: t.notes for s, t in truths.items()}
    return Case(seed, family, lke, data, _expected(_rows_of(lke, entries), truths), notes, [family])


def _stages(family: str, rnd: random.Random) -> tuple[Stage, ...]:
    there = [s for s in Stage if ("answer", s) in {(what, stage) for what, stage, _ in FAMILIES[family]}]
    return tuple(s for s in there if rnd.random() < 0.8) or (there[0],)


def _look(family: str, rnd: random.Random) -> Look:
    titles = ("LEMBAR KERJA EVALUASI ZONA INTEGRITAS", "INSTANSI : INSTANSI CONTOH", "TAHUN : 2024")
    without = {"id"} if rnd.random() < 0.3 else set()
    if rnd.random() < 0.1:
        without.add(rnd.choice(("weight", "criteria", "percent", "score")))
    has_title = rnd.random() < 0.6
    return Look(
        sheet=rnd.choice(("LKE ZI", "Jawaban", "Sheet1", "Satker Contoh", "LKE Kantor Uji 2024")),
        title=titles[: rnd.randint(1, 3)] + ("",) * rnd.randint(0, 8) if has_title else (),
        shift=rnd.choice((0, 0, 0, 1, 3)),
        tree=rnd.choice(("columns", "columns", "columns", "two", "one")),
        bare_numbers=rnd.random() < 0.2,
        hidden=rnd.random() < 0.2,
        merged=rnd.random() < 0.2,
        without=frozenset(without),
        extra=tuple(rnd.sample(("Status", "Penanggung Jawab"), rnd.choice((0, 0, 0, 1)))),
        weight_in_label=family == "form-2014" or rnd.random() < 0.05,
        yt=family == "form-2014" and rnd.random() < 0.7,
        two_rows=family in ("three-tier", "bpn") and rnd.random() < 0.3,
    )


def _bytes(family: str, entries: list[Entry], look: Look, rnd: random.Random, story: list[str]) -> bytes:
    grid = grid_of(family, entries, look, rnd)
    if rnd.random() < 0.08:
        story.append("csv")
        return as_csv(grid)
    sheets = [(look.sheet, grid, look)]
    if rnd.random() < 0.3:
        prose = [["Petunjuk pengisian"], ["Isilah kolom Jawaban sesuai Pilihan Jawaban"]]
        sheets.insert(rnd.randint(0, 1), ("Petunjuk", prose, Look()))
    if rnd.random() < 0.1:
        story.append("empty copy")
        bare = [Entry(e.line) for e in entries]
        sheets.insert(rnd.randint(0, 1), ("Kosong", grid_of(family, bare, look, rnd), look))
    data = xlsx(sheets)
    if rnd.random() < 0.06:
        story.append("saved again")
        data = saved_again(data)
    return data


def _special(seed: int, family: str, rnd: random.Random, wording: Wording) -> Case:
    """Worksheets that are more than one table: see `many_special`."""
    made = SPECIAL[family](rnd, wording)
    return Case(seed, family, made.lke, made.data, made.answers, made.notes, [family, *made.story])


def _rows_of(lke: Lke, entries: list[Entry]) -> dict[str, list[Entry]]:
    """The rows in which each cell's answer stands."""
    rows: dict[str, list[Entry]] = {}
    for entry in entries:
        if not entry.alien and entry.line.kind in ("question", "count"):
            for code in _codes(lke, entry.line.code):
                rows.setdefault(code, []).append(entry)
    return rows


def _expected(rows: dict[str, list[Entry]], truths: dict[Stage, Filled]) -> dict[Stage, dict[str, CellValue]]:
    """The truth of every cell whose row is still there, once or with one answer."""
    expected: dict[Stage, dict[str, CellValue]] = {}
    for stage, truth in truths.items():
        found = expected.setdefault(stage, {})
        for code, standing in rows.items():
            given = {_bare(e.answers[stage]) for e in standing if e.answers.get(stage) is not None}
            if code in truth.cells and len(given) == 1 and not all(e.copy for e in standing):
                found[code] = truth.cells[code]
    return expected


def _bare(answer: object) -> str:
    return str(answer).casefold().strip(" ./()\n\u00a0").replace("ya", "y").replace("tidak", "t")


def _codes(lke: Lke, code: str) -> list[str]:
    """The cells whose answer stands on the row of this code."""
    if code in lke.cells:
        return [code]
    return [c.code for c in lke.cells_of.get(code, ()) if c.kind is CellKind.PERCENT]


def judge(case: Case, reading: Reading) -> Verdict:
    """What was read against what may be read; what was not against what is named."""
    verdict = Verdict()
    blocks = {block.stage: block for block in reading.blocks}
    told = {issue.question for issue in reading.issues} | {issue.where for issue in reading.issues}
    told |= {w.rpartition("!")[2] for w in told}
    for stage in {*blocks, *case.answers}:
        block, truth = blocks.get(stage, Block(stage)), case.answers.get(stage, {})
        for code, value in block.cells.items():
            if code not in case.open and not same(value, truth.get(code)):
                verdict.wrong.append(
                    f"{stage} {code}: {value!r}, not {truth.get(code)!r} {block.places.get(code)}"
                )
        for code in truth:
            verdict.asked += 1
            if code in block.cells:
                verdict.recalled += 1
                continue
            verdict.missed.append(f"{stage} {code}")
            if case.lke.cells[code].question.code not in told:
                verdict.unnamed.append(f"{stage} {code}")
        _judge_texts(case, verdict, block)
    return verdict


def _judge_texts(case: Case, verdict: Verdict, block: Block) -> None:
    for code, note in block.notes.items():
        if note != case.notes.get(block.stage, {}).get(code):
            verdict.wrong.append(f"{block.stage} note of {code}: {note!r}")
    for code, pieces in block.evidence.items():
        for piece in pieces:
            if code not in piece or block.stage.value not in piece:
                verdict.wrong.append(f"{block.stage} evidence of {code}: {piece!r}")


def run(seeds: range, wording: Wording | None = None) -> tuple[Counter[str], list[str]]:
    """Sums over these worksheets, and a line per fault."""
    sums: Counter[str] = Counter()
    faults = []
    for seed in seeds:
        case = make_case(seed, wording)
        name = "uji.csv" if "csv" in case.story else "uji.xlsx"
        reading = read_workbook(case.data, name)
        verdict = judge(case, reading)
        sums["files"] += 1
        sums["asked"] += verdict.asked
        sums["recalled"] += verdict.recalled
        for kind in ("wrong", "missed", "unnamed"):
            found = getattr(verdict, kind)
            sums[kind] += len(found)
            if found:
                faults.append(f"{seed} {kind} {' '.join(case.story)}: {'; '.join(found[:6])}")
        sums["unbalanced"] += not reading.rows.balances
        sums["other edition"] += reading.edition != case.lke.id
    return sums, faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--wording", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    wording = official_wording(options.wording, load_edition("zi-2021")) if options.wording else None
    started = time.perf_counter()
    sums, faults = run(range(options.first, options.first + options.count), wording)
    for fault in faults if options.show else [f for f in faults if " missed " not in f[:20]]:
        print(fault)
    recall = sums["recalled"] / max(1, sums["asked"])
    print(f"{dict(sums)} recall {recall:.3%} in {time.perf_counter() - started:.0f} s")
    return 1 if sums["wrong"] or sums["unnamed"] or recall < 0.995 else 0


if __name__ == "__main__":
    sys.exit(main())
