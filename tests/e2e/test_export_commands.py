"""``export``: one evaluation as ever, several with a result for each; other files beside, read by `score`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zi_desktop.app import main
from zi_desktop.domain.resources import resource_path

SAMPLE = str(resource_path("samples", "jawaban-contoh.xlsx"))
ONE = {"files", "checked_answers", "signatures", "issues", "signed_off", "version", "blocked_by"}
Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def call(*arguments: str) -> tuple[int, Any]:
        code = main(["--store", str(tmp_path / "a.zidb"), *arguments])
        out = capfdbinary.readouterr().out.decode()
        return code, json.loads(out) if "--json" in arguments else out.splitlines()

    return call


def test_several_and_what_lies_beside_them(run: Run, tmp_path: Path) -> None:
    _, imported = run("import", SAMPLE, "--unit", "Satker Contoh", "--year", "2025", "--json")
    unit, tpi = imported["evaluations"]
    out = str(tmp_path / "out")
    code, document = run(
        "export", unit, "tidak-ada", tpi, "--out", out, "--also", "csv,lampiran-iii", "--json"
    )
    assert code == 1, "one was refused"
    lines = document["exports"]
    assert [(line["id"], line["status"]) for line in lines] == [
        (unit, "done"),
        ("tidak-ada", "refused"),
        (tpi, "done"),
    ]
    assert (document["done"], document["refused"], document["failed"]) == (2, 1, 0)
    assert lines[1]["error"]["code"] == "unknown-evaluation"
    assert set(lines[0]) == ONE | {"id", "unit", "year", "stage", "status"}
    files = [f for line in lines for f in line.get("files", [])]
    assert sorted(files) == sorted(map(str, (tmp_path / "out").iterdir()))
    assert len(files) == 12
    _, whole = run("show", tpi, "--json")
    answers = whole["blocks"][0]["answers"]
    for end, layout in (("-lampiran-iii.xlsx", "lampiran-iii"), (".csv", "portalrb-jawaban")):
        (file,) = [f for f in lines[2]["files"] if f.endswith(end)]
        code, read = run("score", file, "--json")
        assert code == 0
        assert read["layout"] == layout
        assert read["blocks"][-1]["answers"] == answers


def test_one_alone_is_told_as_ever(run: Run, tmp_path: Path) -> None:
    code, made = run("new", "--unit", "Satker Contoh", "--year", "2026", "--json")
    assert code == 0
    code, document = run("export", made["id"], "--out", str(tmp_path / "out"), "--json")
    assert code == 0
    assert set(document) == ONE
    assert len(document["files"]) == 4


def test_a_kind_of_file_that_is_not_known_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    code, _ = run("export", "x", "--out", str(tmp_path / "out"), "--also", "docx")
    assert code == 2
    assert not (tmp_path / "out").exists()
