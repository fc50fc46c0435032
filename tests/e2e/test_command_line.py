"""The command line as contract.md promises it: documents, exit codes, and errors that say what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from zi_desktop.app import main
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.identities import make_local_identity

SAMPLE = str(resource_path("samples", "jawaban-contoh.xlsx"))
WORKBOOK = str(resource_path("samples", "lke-contoh.xlsx"))
UNIT = "Satker Contoh (data rekaan)"

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs one command on a store of the test's own: exit code, and the one JSON document or the lines."""

    def call(*arguments: str, lang: str = "id") -> tuple[int, Any]:
        code = main(["--store", str(tmp_path / "a.zidb"), "--lang", lang, *arguments])
        out = capfdbinary.readouterr().out.decode()
        return code, json.loads(out) if "--json" in arguments else out.splitlines()

    return call


def test_score_has_the_shape_of_the_contract(run: Run, tmp_path: Path) -> None:
    code, document = run("score", SAMPLE, "--json")
    assert code == 0
    assert (document["edition"], document["layout"]) == ("zi-2021", "portalrb-jawaban")
    assert [b["stage"] for b in document["blocks"]] == ["mandiri", "tpi"]
    for block in document["blocks"]:
        assert {
            "answers",
            "notes",
            "evidence",
            "answered",
            "questions",
            "scores",
            "predikat",
            "file_scores",
        } <= set(block)
        assert block["questions"] == 113
        assert block["scores"]["total"] == pytest.approx(
            block["scores"]["A"] + block["scores"]["B"], abs=1e-12
        )
        for code_, value in block["answers"].items():
            assert value in ("Ya", "Tidak", *"ABCDE") or isinstance(value, dict | int | float), code_
        for predikat in block["predikat"].values():
            assert predikat["met"] == all(g["met"] for g in predikat["gates"])
            assert {g["id"] for g in predikat["gates"]} == {
                *("total", "A", "B.I", "B.I.a", "B.I.b", "B.II"),
                *(f"area.{n}" for n in range(1, 7)),
            }
    for issue in document["issues"]:
        assert {"where", "code", "severity", "message", "remedy"} <= set(issue)
        assert issue["message"]
    assert not list(tmp_path.iterdir()), "score touches no store"


def test_import_makes_one_evaluation_a_block_and_again_changes_nothing(run: Run) -> None:
    arguments = ("import", SAMPLE, "--unit", UNIT, "--year", "2026", "--json")
    code, dry = run(*arguments, "--dry-run")
    assert (code, dry["evaluations"]) == (0, [])
    assert run("list", "--json")[1] == {"evaluations": []}
    code, first = run(*arguments)
    assert code == 0
    assert len(first["evaluations"]) == 2
    assert first["changed"] == dry["changed"] > 200
    code, again = run(*arguments)
    assert (again["evaluations"], again["changed"]) == (first["evaluations"], 0)
    for evaluation, block in zip(first["evaluations"], first["blocks"], strict=True):
        _, shown = run("show", evaluation, "--json")
        (stored,) = shown["blocks"]
        for key in ("stage", "answers", "notes", "evidence", "scores", "answered", "predikat"):
            assert stored[key] == block[key], key


def test_stage_renames_the_only_block(run: Run) -> None:
    code, document = run("import", WORKBOOK, "--unit", UNIT, "--year", "2025", "--stage", "tpi", "--json")
    assert code == 0
    assert [b["stage"] for b in document["blocks"]] == ["tpi"]
    assert run("list", "--json")[1]["evaluations"][0]["stage"] == "tpi"


def test_an_import_is_taken_back_whole(run: Run) -> None:
    _, document = run("import", SAMPLE, "--unit", UNIT, "--year", "2026", "--json")
    code, undone = run("undo", document["batch"], "--json")
    assert (code, undone["undone"], undone["kept"]) == (0, True, [])
    assert run("list", "--json")[1] == {"evaluations": []}
    assert run("undo", "tidak-ada", "--json")[1]["undone"] is False


def test_a_folder_is_imported_with_a_line_a_file(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "lembar"
    folder.mkdir()
    (folder / "Kantor Uji.xlsx").write_bytes(Path(SAMPLE).read_bytes())
    (folder / "rusak.xlsx").write_bytes(b"")
    code, document = run("import-folder", str(folder), "--year", "2026", "--json")
    assert code == 0
    good, bad = document["files"]
    assert (good["unit"], len(good["evaluations"]), good["error"]) == ("Kantor Uji", 2, None)
    assert bad["error"]["code"] == "empty-file"
    assert len(run("list", "--json")[1]["evaluations"]) == 2
    code, lines = run("import-folder", str(folder), "--year", "2026", "--dry-run")
    assert [line[0] for line in lines] == ["✓", "✗"]


def test_new_answer_show(run: Run) -> None:
    code, (evaluation,) = run("new", "--unit", UNIT, "--year", "2026")
    assert code == 0
    assert run("answer", evaluation, "A.I.1.i.b", "b.", "--note", "SK ada", "--by", "Rekaan")[0] == 0
    assert run("answer", evaluation, "A.II.1.i.a.agen", "3")[0] == 0
    assert run("answer", evaluation, "B.I.a", "3,72")[0] == 0
    _, document = run("show", evaluation, "--json")
    assert document["blocks"][0]["answers"] == {"A.I.1.i.b": "B", "A.II.1.i.a": {"agen": 3}, "B.I.a": 3.72}
    assert document["blocks"][0]["notes"] == {"A.I.1.i.b": "SK ada"}
    assert document["blocks"][0]["answered"] == 2, "one count of two is no answer yet"
    assert any(i["code"] == "incomplete-counts" for i in document["issues"])


def test_a_zero_denominator_is_open_until_it_is_decided(run: Run) -> None:
    _, (evaluation,) = run("new", "--unit", UNIT, "--year", "2026")
    for count in ("harus", "proses", "selesai"):
        run("answer", evaluation, f"A.II.5.ii.a.{count}", "0")
    _, before = run("show", evaluation, "--json")
    assert before["blocks"][0]["answered"] == 0
    codes = [i["code"] for i in before["issues"] if i["severity"] == "error"]
    assert codes == ["open-question", "zero-denominator"]
    assert run("answer", evaluation, "A.II.5.ii.a.keputusan", "penuh", "--by", "Rekaan")[0] == 0
    _, after = run("show", evaluation, "--json")
    assert after["blocks"][0]["answered"] == 1
    assert "zero-denominator" not in [i["code"] for i in after["issues"]]
    assert after["blocks"][0]["scores"]["A.II.5.ii"] == 3.0
    assert after["blocks"][0]["decisions"] == {"A.II.5.ii.a": "penuh"}


@pytest.mark.parametrize(
    ("code", "value", "error"),
    [
        ("A.I.1.i.b", "D", "outside-scale"),
        ("A.I.1.i.z", "A", "unknown-question"),
        ("B.I.a", "5", "out-of-range"),
        ("A.II.1.i.a.agen", "tiga", "not-a-number"),
    ],
)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_is_refused_is_told_in_both_languages(
    run: Run, code: str, value: str, error: str, lang: str
) -> None:
    _, (evaluation,) = run("new", "--unit", UNIT, "--year", "2026")
    exit_code, document = run("answer", evaluation, code, value, "--json", lang=lang)
    assert exit_code == 1
    assert document["error"]["code"] == error
    assert document["error"]["where"] == code
    assert document["error"]["message"]
    assert document["error"]["remedy"]
    assert run("show", evaluation, "--json")[1]["blocks"][0]["answers"] == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ("score",),
        ("score", SAMPLE, "--frob"),
        ("new", "--unit", "x"),
        ("new", "--unit", "x", "--year", "dua ribu"),
        ("new", "--unit", "x", "--year", "2026", "--stage", "kpk"),
        ("nonsense",),
        ("export", "x", "--out", "y", "--identity", "z"),
    ],
)
def test_wrong_usage_is_exit_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


def test_nothing_is_traced_back_at_the_user(tmp_path: Path) -> None:
    bad = {
        "kosong.xlsx": b"",
        "pdf.xlsx": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
        "teks.xlsx": b"bukan buku kerja" * 100,
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
        done = subprocess.run(
            [sys.executable, "-m", "zi_desktop", "score", str(tmp_path / name), "--json"],
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, name
        assert json.loads(done.stdout)["error"]["message"], name
        assert b"Traceback" not in done.stderr + done.stdout, name


def test_a_file_that_is_not_there_is_exit_1(run: Run, tmp_path: Path) -> None:
    code, document = run("score", str(tmp_path / "tidak-ada.xlsx"), "--json")
    assert (code, document["error"]["code"]) == (1, "no-file")
    assert run("show", "tidak-ada", "--json")[1]["error"]["code"] == "unknown-evaluation"


def test_export_then_verify(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = tmp_path / "ketua.p12"
    key.write_bytes(make_local_identity("Rekaan Ketua", UNIT, "rahasia uji"))
    monkeypatch.setenv("KATA_SANDI", "rahasia uji")
    _, imported = run("import", SAMPLE, "--unit", UNIT, "--year", "2026", "--json")
    out = tmp_path / "out"
    signed = ("--identity", str(key), "--passphrase-env", "KATA_SANDI", "--role", "Ketua Tim")
    code, result = run("export", imported["evaluations"][1], "--out", str(out), *signed, "--json")
    assert (code, result["signatures"]) == (0, 3)
    files = [f for f in result["files"] if not f.endswith(".json")]
    code, document = run("verify", *files, "--json")
    assert code == 0
    assert [f["kind"] for f in document["files"]] == ["pdf", "xlsx", "package"]
    for file in document["files"]:
        (signature,) = file["signatures"]
        assert file["valid"]
        assert (signature["signer"], signature["role"]) == ("Rekaan Ketua", "Ketua Tim")
        assert (signature["intact"], signature["trusted"], signature["covers"]) == (True, None, "all")
    damaged = tmp_path / "rusak.pdf"
    data = bytearray(Path(files[0]).read_bytes())
    data[2000] ^= 1
    damaged.write_bytes(data)
    code, document = run("verify", str(damaged), files[1], "--json")
    assert code == 1
    assert [f["valid"] for f in document["files"]] == [False, True]
    monkeypatch.setenv("KATA_SANDI", "salah")
    code, document = run("export", imported["evaluations"][1], "--out", str(out), *signed, "--json")
    assert (code, document["error"]["code"]) == (1, "wrong-passphrase")
    monkeypatch.delenv("KATA_SANDI")
    code, document = run("export", imported["evaluations"][1], "--out", str(out), *signed, "--json")
    assert (code, document["error"]["code"]) == (1, "no-passphrase")


def test_signed_is_locked_when_complete_and_reopened_with_a_reason(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "ketua.p12"
    key.write_bytes(make_local_identity("Rekaan Ketua", UNIT, "rahasia uji"))
    monkeypatch.setenv("KATA_SANDI", "rahasia uji")
    signed = ("--identity", str(key), "--passphrase-env", "KATA_SANDI", "--role", "Ketua Tim", "--json")
    _, imported = run("import", SAMPLE, "--unit", UNIT, "--year", "2026", "--json")
    unit, tpi = imported["evaluations"]
    code, draft = run("export", unit, "--out", str(tmp_path / "draf"), *signed)
    assert (code, draft["signed_off"], draft["signatures"]) == (0, False, 3)
    assert [i["code"] for i in draft["blocked_by"]] == ["open-question", "zero-denominator"]
    code, done = run("export", tpi, "--out", str(tmp_path / "jadi"), *signed, "--reason", "Sudah diperiksa")
    assert (code, done["signed_off"], done["version"], done["blocked_by"]) == (0, True, 1, [])
    _, shown = run("show", tpi, "--json")
    assert (shown["sign_off"]["state"], shown["sign_off"]["signers"]) == ("signed", ["Rekaan Ketua"])
    assert {i["reason"] for i in shown["issues"]} == {"Sudah diperiksa"}
    assert run("answer", tpi, "A.I.1.i.a", "Tidak", "--json")[1]["error"]["code"] == "signed-off"
    _, again = run("import", SAMPLE, "--unit", UNIT, "--year", "2026", "--json")
    assert (again["changed"], [i for i in again["issues"] if i["code"] == "signed-off"]) == (0, [])
    book = openpyxl.load_workbook(SAMPLE)
    book["Jawaban"]["N7"] = "B" if book["Jawaban"]["N7"].value != "B" else "C"
    book.save(tmp_path / "lain.xlsx")
    _, other = run("import", str(tmp_path / "lain.xlsx"), "--unit", UNIT, "--year", "2026", "--json")
    assert [i["where"] for i in other["issues"] if i["code"] == "signed-off"] == ["tpi"]
    assert run("reopen", tpi, "--reason", " ", "--json")[1]["error"]["code"] == "reason-needed"
    assert run("reopen", tpi, "--reason", "Bukti baru", "--json")[0] == 0
    assert run("answer", tpi, "A.I.1.i.a", "Tidak", "--json")[1]["error"]["code"] == "reason-needed"
    assert run("answer", tpi, "A.I.1.i.a", "Tidak", "--reason", "SK dicabut")[0] == 0


def test_what_is_not_signed_does_not_verify(run: Run, tmp_path: Path) -> None:
    strange = tmp_path / "a.pdf"
    strange.write_bytes(b"apa saja")
    code, document = run("verify", SAMPLE, str(strange), str(tmp_path / "hilang.xlsx"), "--json")
    assert code == 1
    assert [f["valid"] for f in document["files"]] == [False, False, False]
    assert all(f["problems"] for f in document["files"])


def test_an_encrypted_store_is_locked_without_its_passphrase(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZI_STORE_PASSPHRASE", "rahasia uji")
    _, (evaluation,) = run("new", "--unit", UNIT, "--year", "2026")
    assert run("show", evaluation, "--json")[0] == 0
    monkeypatch.delenv("ZI_STORE_PASSPHRASE")
    code, document = run("show", evaluation, "--json")
    assert (code, document["error"]["code"]) == (1, "locked")


def test_demo_does_the_main_job(run: Run, tmp_path: Path) -> None:
    for _ in range(2):  # again over its own results
        code, document = run("demo", "--out", str(tmp_path / "demo"), "--json")
        assert code == 0
        assert document["signatures"] == 6
        assert all(Path(f).stat().st_size for f in document["files"])


def test_a_closed_pipe_is_no_bug() -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m zi_desktop score "{SAMPLE}" --json | "{sys.executable}" -c "pass"',
        shell=True,
        capture_output=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        check=False,
    )
    assert b"Traceback" not in done.stderr


def test_evidence_is_attached_and_checked(run: Run, tmp_path: Path) -> None:
    made = run("new", "--unit", UNIT, "--year", "2026", "--json")[1]["id"]
    code, document = run("evidence", made, "A.I.1.i.a", SAMPLE, "--json")
    assert (code, document["changed"], document["skipped"]) == (0, True, [])
    (item,) = document["evidence"]
    assert item["text"] == "jawaban-contoh.xlsx"
    assert (item["size"], len(item["sha256"])) == (Path(SAMPLE).stat().st_size, 64)
    assert item["media"].endswith("spreadsheetml.sheet")
    code, document = run("evidence", made, "A.I.1.i.a", SAMPLE, "--json")
    assert (code, document["changed"], document["skipped"]) == (0, False, ["jawaban-contoh.xlsx"])
    assert run("evidence-check", made, "--json") == (0, {"id": made, "sound": True, "issues": []})
    code, document = run("evidence", made, "A.I.1.i.a", str(tmp_path / "tidak-ada.pdf"), "--json")
    assert (code, document["error"]["code"]) == (1, "no-file")
    (tmp_path / "a.zidb.bukti").unlink()
    code, document = run("evidence-check", made, "--json")
    assert (code, document["sound"]) == (1, False)
    assert [issue["code"] for issue in document["issues"]] == ["evidence-missing"]
