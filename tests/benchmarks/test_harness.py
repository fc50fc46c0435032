from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.benchmarks.harness import REGISTRY, Race, Registry, bench, discover, run, run_all
from tests.benchmarks.stores import SMALL


def slow() -> None:
    time.sleep(0.01)


def quick() -> None:
    pass


def test_a_race_is_timed_in_turns_and_judged_by_its_ratio() -> None:
    registry: Registry = {}
    calls: list[str] = []

    @bench("contoh", goal=0.9, n=5, registry=registry)
    def contoh() -> Race:
        return Race(
            ours=lambda: (calls.append("ours"), quick()),
            theirs=lambda: (calls.append("theirs"), slow()),
            done=lambda: calls.append("done"),
            figures=lambda: {"calls": len(calls)},
        )

    result = run(registry["contoh"])
    assert result["held"]
    assert result["ratio"] is not None
    assert result["ratio"] < 0.9
    assert result["also"] == {"calls": 12}
    warm_up, timed = calls[:2], calls[2:-1]
    assert warm_up == ["ours", "theirs"]
    assert timed == ["theirs", "ours", "ours", "theirs"] * 2 + ["theirs", "ours"]
    assert calls[-1] == "done"


def test_a_missed_goal_and_a_broken_benchmark_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registry: Registry = {}
    bench("lambat", goal=0.5, n=3, registry=registry)(lambda: Race(ours=slow, theirs=quick))
    bench("rusak", goal=1, n=3, registry=registry)(lambda: Race(ours=lambda: 1 / 0, theirs=quick))
    run_all(registry, tmp_path / "build" / "bench.json")
    first, second = json.loads((tmp_path / "build" / "bench.json").read_text(encoding="utf-8"))
    assert set(first) == set(second) == {"id", "ours_ms", "theirs_ms", "ratio", "goal", "held", "also"}
    assert (first["id"], first["held"], second["id"], second["held"]) == ("lambat", False, "rusak", False)
    assert second["ours_ms"] is None
    told = capsys.readouterr()
    assert told.out.count("NOT HELD") == 2
    assert "ZeroDivisionError" in told.err


def test_two_of_one_name_are_refused() -> None:
    registry: Registry = {}
    bench("sama", goal=1, registry=registry)(lambda: Race(quick, quick))
    with pytest.raises(ValueError, match="sama"):
        bench("sama", goal=1, registry=registry)(lambda: Race(quick, quick))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_benchmark_of_this_folder_is_found_and_runs_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SMALL, str(tmp_path))
    discover(Path(__file__).parent)
    assert REGISTRY
    for benchmark in REGISTRY.values():
        race = benchmark.prepare()
        try:
            race.ours()
            race.theirs()
        finally:
            race.done()
