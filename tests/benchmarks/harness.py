"""Ratios, not milliseconds: ours and another program's way of doing the same, in turns, in one run.

A machine's speed cancels out of a ratio, so a goal holds anywhere. A benchmark is a function in a
`bench_*.py` beside this file; it prepares its data and returns what is raced:

    @bench("edition-load", goal=1.5)
    def edition_load() -> Race:
        return Race(ours=lambda: parse_edition(text, "zi-2021"), theirs=lambda: yaml.safe_load(text))

`goal` is the ratio ours/theirs at most, `n` the number of timed turns of each.
"""

from __future__ import annotations

import gc
import importlib
import json
import statistics
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypedDict


class Took(float):
    """Seconds that a racer measured itself and returns: what it waited for on purpose is not in them."""


class Race(NamedTuple):
    """Both do the same job on the same data, whole, each time they are called; one that is not timed whole
    returns `Took`. `done` cleans up; `figures` tells what else was measured on the way."""

    ours: Callable[[], object]
    theirs: Callable[[], object]
    done: Callable[[], object] = lambda: None
    figures: Callable[[], dict[str, float]] = dict


class Result(TypedDict):
    """A line of bench.json. A benchmark that broke has no figures and is not held."""

    id: str
    ours_ms: float | None
    theirs_ms: float | None
    ratio: float | None
    goal: float
    held: bool
    also: dict[str, float]


@dataclass(frozen=True)
class Benchmark:
    id: str
    goal: float
    n: int
    prepare: Callable[[], Race]


Registry = dict[str, Benchmark]
REGISTRY: Registry = {}


def bench(
    id: str,
    goal: float,
    n: int = 15,
    registry: Registry = REGISTRY,
) -> Callable[[Callable[[], Race]], Callable[[], Race]]:
    """Registers the decorated function as benchmark `id`; raises `ValueError` if there is one already."""

    def register(prepare: Callable[[], Race]) -> Callable[[], Race]:
        if id in registry:
            raise ValueError(f"two benchmarks are called {id}")
        registry[id] = Benchmark(id, goal, n, prepare)
        return prepare

    return register


def discover(folder: Path) -> None:
    """Imports every bench_*.py of the folder, which registers its benchmarks."""
    for path in sorted(folder.glob("bench_*.py")):
        importlib.import_module(f"tests.benchmarks.{path.stem}")


def run(benchmark: Benchmark) -> Result:
    """Medians of n turns each, after one unmeasured turn; who begins changes every time."""
    race = benchmark.prepare()
    try:
        race.ours()
        race.theirs()
        ours, theirs = _interleaved(race, benchmark.n)
        also = race.figures()
    finally:
        race.done()
    ratio = ours / theirs
    return Result(
        id=benchmark.id,
        ours_ms=round(ours, 4),
        theirs_ms=round(theirs, 4),
        ratio=round(ratio, 4),
        goal=benchmark.goal,
        held=ratio <= benchmark.goal,
        also=also,
    )


def _interleaved(race: Race, n: int) -> tuple[float, float]:
    ours: list[float] = []
    theirs: list[float] = []
    pairs = [(race.ours, ours), (race.theirs, theirs)]
    for turn in range(n):
        for call, times in pairs if turn % 2 else reversed(pairs):
            times.append(_milliseconds(call))
    return statistics.median(ours), statistics.median(theirs)


def _milliseconds(call: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter_ns()
    result = call()
    whole = (time.perf_counter_ns() - start) / 1e6
    return result * 1000 if isinstance(result, Took) else whole


def run_all(registry: Registry, out: Path) -> list[Result]:
    """Runs every benchmark, prints a table, writes bench.json; one that breaks does not stop the others."""
    results = []
    for benchmark in registry.values():
        try:
            results.append(run(benchmark))
        except Exception:
            traceback.print_exc()
            results.append(
                Result(
                    id=benchmark.id,
                    ours_ms=None,
                    theirs_ms=None,
                    ratio=None,
                    goal=benchmark.goal,
                    held=False,
                    also={},
                )
            )
        print(table_line(results[-1]), flush=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return results


def table_line(result: Result) -> str:
    verdict = "held" if result["held"] else "NOT HELD"
    if result["ratio"] is None:
        return f"{result['id']:<28} {'broken':>42}  goal {result['goal']:g}  {verdict}"
    also = "".join(f"  {name} {figure:g}" for name, figure in result["also"].items())
    return (
        f"{result['id']:<28} {result['ours_ms']:>11.2f} ms {result['theirs_ms']:>11.2f} ms"
        f"  {result['ratio']:>9.3f}  goal {result['goal']:g}  {verdict}{also}"
    )


def main() -> None:
    """`make bench`: the goals are wishes to be told of, so the exit code is 0 whatever they are."""
    here = Path(__file__).parent
    discover(here)
    out = here.parents[1] / "build" / "bench.json"
    print(f"{'':<28} {'ours':>14} {'theirs':>14}  {'ratio':>9}")
    missed = [result["id"] for result in run_all(REGISTRY, out) if not result["held"]]
    print(f"Not held: {', '.join(missed)}" if missed else "All goals held.")
    print(f"Written: {out}", file=sys.stderr)
