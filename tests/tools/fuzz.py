"""Changed worksheets by the thousand: no crash, no hang, no wrong answer.

    python -m tests.tools.fuzz N [--seed S] [--start I] [--seconds T] [--jobs J] [--saved]

Mutant I of seed S is the same on every machine. For each: no exception but ZiError, under 10 s, bounded
memory, and every answer that is read stands in that cell, in a row of that question, under a header of that
stage. What breaks a promise is kept in FOLDER (build/fuzz) as the file and a line of findings.jsonl.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from tests.tools.fuzz_base import MAKERS, Base, base_of, make_base, unzipped
from tests.tools.fuzz_bytes import mutate_ods, mutate_parts, turned
from tests.tools.fuzz_check import Verdict, check_bytes, check_grid
from tests.tools.fuzz_grid import as_csv, as_xlsx, mutate_grid
from tests.tools.saved_forms import saved_forms
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.reading import Reading
from zi_desktop.worksheets.reading import read_workbook

SECONDS = 10.0
MEGABYTES = 512
_BATCH = 100
_VARIANTS = 4  # how many fillings of each base
SAVED = ("lampiran", "dua-tahap", "ekspor")


@dataclass(frozen=True)
class Finding:
    """``kind``: ``crash``, ``slow``, ``memory``, ``rows`` or ``wrong``."""

    kind: str
    seed: int
    number: int
    base: str
    changes: str
    told: str


@dataclass
class Tally:
    """What a run came to. ``checked``: answers compared with the truth."""

    mutants: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    checked: int = 0
    unknown: int = 0
    slowest: float = 0.0
    megabytes: float = 0.0
    findings: list[Finding] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.mutants += other.mutants
        self.outcomes += other.outcomes
        self.checked += other.checked
        self.unknown += other.unknown
        self.slowest = max(self.slowest, other.slowest)
        self.megabytes = max(self.megabytes, other.megabytes)
        self.findings += other.findings


@dataclass(frozen=True)
class Made:
    """One changed file and how to judge a reading of it."""

    base: Base
    data: bytes
    name: str
    changes: str
    check: Callable[[Reading], Verdict]


@cache
def _base(name: str, variant: int) -> Base:
    return make_base(name, 100 + variant)


@cache
def _saved(folder: Path) -> tuple[tuple[Base, dict[str, bytes]], ...]:
    """What LibreOffice saved of some forms, by kind, beside the .xlsx they were made from."""
    found = []
    for form in SAVED:
        base = base_of(form, (folder / f"{form}.xlsx").read_bytes())
        kinds = {kind: (folder / f"{form}.{kind}").read_bytes() for kind in ("xls", "ods", "koma")}
        found.append((base, kinds))
    return tuple(found)


def save_forms(folder: Path) -> Path:
    """Has LibreOffice save the forms once, for all processes."""
    folder.mkdir(parents=True, exist_ok=True)
    for form in SAVED:
        for kind, data in saved_forms()[form].items():
            (folder / f"{form}.{kind}").write_bytes(data)
    return folder


def make_mutant(seed: int, number: int, saved: Path | None = None) -> Made:
    """The same for the same numbers. ``saved``: a folder of `save_forms`, for a part of the mutants."""
    rnd = Random(f"{seed}/{number}")
    if saved and rnd.random() < 0.2:
        return _of_saved(saved, rnd)
    base = _base(rnd.choice(list(MAKERS)), rnd.randrange(_VARIANTS))
    kind = rnd.random()
    if kind < 0.5:
        mutant = mutate_grid(base, rnd)
        comma = rnd.choice(",;\t")
        data = as_csv(mutant, comma) if rnd.random() < 0.25 else as_xlsx(mutant)
        name = f"{base.sheet}.csv" if data[:2] != b"PK" else "uji.xlsx"
        return Made(base, data, name, "+".join(mutant.log), lambda r: check_grid(mutant, r))
    data, log = mutate_parts(base.parts, rnd) if kind < 0.9 else (turned(base.data, rnd), ["turned"])
    return Made(base, data, "uji.xlsx", "+".join(log), lambda r: check_bytes(base, data, r))


def _of_saved(folder: Path, rnd: Random) -> Made:
    base, kinds = rnd.choice(_saved(folder))
    kind = rnd.choice(list(kinds))
    if kind == "ods" and rnd.random() < 0.9:
        data, log = mutate_ods(unzipped(kinds[kind]), rnd)
    else:
        data, log = turned(kinds[kind], rnd), ["turned"]
    name = f"{base.sheet}.csv" if kind == "koma" else f"uji.{kind}"
    return Made(base, data, name, "+".join((kind, *log)), lambda r: check_bytes(base, data, r))


def run_one(seed: int, number: int, tally: Tally, out: Path | None = None, saved: Path | None = None) -> None:
    """Makes, reads and judges one mutant."""
    made = make_mutant(seed, number, saved)
    started = time.process_time()  # a busy machine is no hang
    found: list[tuple[str, str]] = []
    reading = None
    held = _megabytes()
    try:
        reading = read_workbook(made.data, made.name)
        tally.outcomes["read"] += 1
    except ZiError as error:
        tally.outcomes[error.code] += 1
    except Exception:
        found.append(("crash", traceback.format_exc(limit=-4)))
    took = time.process_time() - started
    tally.mutants += 1
    if _megabytes() > held:  # this reading took more than ever before; what judges it is not counted
        tally.megabytes = max(tally.megabytes, _megabytes())
    tally.slowest = max(tally.slowest, took)
    if took > SECONDS:
        found.append(("slow", f"{took:.1f} s"))
    if reading:
        found += _judged(made, reading, tally)
    for kind, told in found:
        tally.findings.append(Finding(kind, seed, number, made.base.name, made.changes, told))
        if out:
            (out / f"{seed}-{number}{Path(made.name).suffix}").write_bytes(made.data)


def _judged(made: Made, reading: Reading, tally: Tally) -> Iterator[tuple[str, str]]:
    if not reading.rows.balances:
        yield "rows", str(reading.rows)
    verdict = made.check(reading)
    tally.checked += verdict.checked
    tally.unknown += verdict.unknown
    if verdict.wrong:
        yield "wrong", "\n".join(verdict.wrong[:8])


def run_batch(seed: int, first: int, count: int, out: Path | None, saved: Path | None) -> Tally:
    tally = Tally()
    for number in range(first, first + count):
        run_one(seed, number, tally, out, saved)
    if tally.megabytes > MEGABYTES:
        tally.findings.append(Finding("memory", seed, first, "", "", f"{tally.megabytes:.0f} MiB"))
    return tally


def _megabytes() -> float:
    """The most memory this process ever held; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _humble() -> None:
    with suppress(OSError, AttributeError):
        os.nice(19)


def run(arguments: argparse.Namespace) -> Tally:
    """All batches over the processes, until N or the time is up; tells its progress on stderr."""
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    saved = save_forms(out / "saved") if arguments.saved else None
    started, total = time.monotonic(), Tally()
    batches = range(arguments.start, arguments.start + arguments.n, _BATCH)
    end = arguments.start + arguments.n
    todo = iter([(first, min(_BATCH, end - first)) for first in batches])
    with (
        ProcessPoolExecutor(arguments.jobs, initializer=_humble) as pool,
        (out / "findings.jsonl").open("a", encoding="utf-8") as lines,
    ):
        running = {
            pool.submit(run_batch, arguments.seed, *b, out, saved)
            for _, b in zip(range(arguments.jobs * 2), todo, strict=False)
        }
        while running:
            done = next(as_completed(running))
            running.remove(done)
            tally = done.result()
            total.add(tally)
            for finding in tally.findings:
                lines.write(json.dumps(asdict(finding)) + "\n")
                lines.flush()
            _tell(total, time.monotonic() - started)
            batch = next(todo, None)
            if batch and time.monotonic() - started < arguments.seconds:
                running.add(pool.submit(run_batch, arguments.seed, *batch, out, saved))
    return total


def _tell(total: Tally, seconds: float) -> None:
    if total.mutants % (_BATCH * 10) == 0 or total.mutants < _BATCH * 10:
        print(
            f"{total.mutants} mutants, {total.mutants / seconds:.0f}/s, {total.checked} answers checked,"
            f" {len(total.findings)} findings, slowest {total.slowest:.2f} s, {total.megabytes:.0f} MiB",
            file=sys.stderr,
            flush=True,
        )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("n", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--jobs", type=int, default=max(1, (os.cpu_count() or 2) - 1))
    parser.add_argument("--out", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--saved", action="store_true", help="also .xls, .ods and .csv saved by LibreOffice")
    total = run(parser.parse_args())
    kinds = Counter(f.kind for f in total.findings)
    print(f"mutants {total.mutants}, outcomes {dict(total.outcomes.most_common())}")
    print(f"answers checked {total.checked}, unknown {total.unknown}; findings {dict(kinds)}")
    print(f"slowest {total.slowest:.2f} s, most memory of a process {total.megabytes:.0f} MiB")
    return 1 if total.findings else 0


if __name__ == "__main__":
    sys.exit(main())
