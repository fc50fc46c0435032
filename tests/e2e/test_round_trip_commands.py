"""An evaluation goes from laptop to laptop as one signed file; its correction names what it replaces."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zi_desktop.app import main
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.identities import make_local_identity

Run = Callable[..., tuple[int, Any]]
SIGNER = "--identity ketua.p12 --passphrase-env SANDI_UJI --role 'Ketua Tim'"


@pytest.fixture
def run(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SANDI_UJI", "rahasia uji")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ketua.p12").write_bytes(make_local_identity("Rekaan Ketua", "Contoh", "rahasia uji"))

    def call(line: str) -> tuple[int, Any]:
        arguments = shlex.split(line)
        code = main(["--lang", "en", *arguments, "--json"])
        out = capfdbinary.readouterr().out.decode()
        return code, json.loads(out) if out else None

    return call


def test_one_file_goes_to_another_laptop(run: Run) -> None:
    sample = resource_path("samples", "jawaban-contoh.xlsx")
    code, first = run(f"--store a.zidb import '{sample}' --unit 'Satker Contoh' --year 2026")
    assert code == 0
    tpi = first["evaluations"][-1]
    code, exported = run(f"--store a.zidb export {tpi} --out satu {SIGNER}")
    assert code == 0
    pdf = next(f for f in exported["files"] if f.endswith(".pdf"))
    assert run(f"--store b.zidb import '{sample}'")[0] == 2, "it does not say whose it is"
    code, dry = run(f"--store b.zidb import {pdf} --dry-run")
    assert (code, dry["evaluations"], dry["unit"], dry["year"]) == (0, [], "Satker Contoh", 2026)
    assert [s["name"] for s in dry["origin"]["signed_by"]] == ["Rekaan Ketua"]
    code, second = run(f"--store b.zidb import {pdf}")
    assert code == 0
    assert [b["scores"] for b in second["blocks"]] == [b["scores"] for b in first["blocks"]]
    assert [b["answers"] for b in second["blocks"]] == [b["answers"] for b in first["blocks"]]
    code, again = run(f"--store b.zidb import {pdf}")
    assert (code, again["changed"]) == (0, 0)
    assert run(f"--store b.zidb undo {second['batch']}")[0] == 0
    assert run("--store b.zidb list")[1] == {"evaluations": []}
    broken = Path(pdf).read_bytes().replace(b"/Type", b"/Tipe", 1)
    Path("rusak.pdf").write_bytes(broken)
    code, error = run("--store b.zidb import rusak.pdf")
    assert code == 1
    assert error["error"]["code"] == "signed-file-changed"


def test_a_correction_names_what_it_replaces_and_verify_tells(run: Run) -> None:
    sample = resource_path("samples", "jawaban-contoh.xlsx")
    first = run(f"--store a.zidb import '{sample}' --unit 'Satker Contoh' --year 2026")[1]
    tpi = first["evaluations"][-1]
    export = f"--store a.zidb export {tpi} {SIGNER} --reason Diperiksa"
    assert run(f"{export} --out satu")[1]["version"] == 1
    assert run(f"--store a.zidb reopen {tpi} --reason 'Salah ketik'")[0] == 0
    assert run(f"--store a.zidb answer {tpi} A.I.1.i.b C --reason Dibetulkan")[0] == 0
    code, second = run(f"{export} --out dua")
    assert (code, second["version"], second["signed_off"]) == (0, 2, True)
    files = [f for f in second["files"] if f.endswith((".pdf", ".xlsx", ".zipkg"))]
    for new in files:
        old = new.replace("dua", "satu")
        code, told = run(f"verify {new} {old}")
        assert code == 0
        assert [(c["newer"], c["older"], c["holds"]) for c in told["chain"]] == [(new, old, True)]
        version = told["files"][0]["version"]
        assert (version["number"], version["reason"]) == (2, "Salah ketik")
        assert told["files"][1]["sha256"] in version["replaces"][0]["files"].values()
    run(f"--store b.zidb import '{sample}' --unit 'Satker Contoh' --year 2026")
    other = run("--store b.zidb list")[1]["evaluations"]
    stranger = next(e["id"] for e in other if e["stage"] == "tpi")
    assert run(f"--store b.zidb export {stranger} {SIGNER} --out lain --reason Diperiksa")[0] == 0
    code, told = run(f"verify {files[0]} {files[0].replace('dua', 'lain')}")
    assert (code, [c["holds"] for c in told["chain"]]) == (1, [False])
