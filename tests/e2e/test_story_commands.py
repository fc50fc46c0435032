"""``compare`` and ``story``: one JSON document each, figures that add up, refusals that say why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zi_desktop.app import main
from zi_desktop.domain.resources import resource_path

SAMPLE = str(resource_path("samples", "jawaban-contoh.xlsx"))
UNIT = "Satker Contoh (data rekaan)"
Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def call(*arguments: str) -> tuple[int, Any]:
        code = main(["--store", str(tmp_path / "a.zidb"), *arguments])
        out = capfdbinary.readouterr().out.decode()
        return code, json.loads(out) if "--json" in arguments else out.splitlines()

    return call


def test_compare_and_story_of_the_sample(run: Run) -> None:
    _, imported = run("import", SAMPLE, "--unit", UNIT, "--year", "2026", "--json")
    unit, tpi = imported["evaluations"]
    code, document = run("compare", unit, tpi, "--json")
    assert code == 0
    points = [q["difference"] for q in document["questions"]]
    assert len(points) == sum(document["counts"].values()) == 113
    assert sum(points) == pytest.approx(document["difference"], abs=1e-9)
    assert document["difference"] == pytest.approx(document["after"]["total"] - document["before"]["total"])
    assert (document["before"]["stage"], document["after"]["stage"]) == ("mandiri", "tpi")
    code, lines = run("compare", unit, tpi)
    assert code == 0
    assert lines[-1].startswith("TOTAL ")
    assert len(lines) == 3 + 113 - document["counts"]["same"]

    code, story = run("story", UNIT, "--json")
    assert code == 0
    assert [(e["id"], e["stage"]) for e in story["evaluations"]] == [(unit, "mandiri"), (tpi, "tpi")]
    assert story["evaluations"][1]["total"] == pytest.approx(document["after"]["total"])
    assert set(story["proposal"]) == {"WBK", "WBBM"}
    assert not story["proposal"]["WBK"]["ready"]
    code, lines = run("story", UNIT)
    assert code == 0
    assert lines[-2].startswith("Belum siap diusulkan WBK.")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("compare", "a", "a"), "same-evaluation"),
        (("compare", "a", "b"), "unknown-evaluation"),
        (("story", "Unit yang tidak ada"), "unknown-unit"),
    ],
)
def test_refusals_are_one_document_too(run: Run, arguments: tuple[str, ...], code: str) -> None:
    exit_code, document = run(*arguments, "--json")
    assert exit_code == 1
    assert document["error"]["code"] == code
