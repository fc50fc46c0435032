"""The commands that sign, stamp and verify, as somebody types them on another laptop: no store, no window."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.signing import pki, samples
from tests.signing.tsa_server import TsaServer, tsa_server
from zi_desktop.app import main
from zi_desktop.signing.cms import sign_detached
from zi_desktop.signing.identities import load_pkcs12
from zi_desktop.signing.pades import Box, Field, prepare_fields
from zi_desktop.signing.signer import Signer

Run = Callable[..., tuple[int, Any]]


@pytest.fixture(scope="module")
def issuer() -> pki.Authority:
    return pki.authority("CA Uji")


@pytest.fixture(scope="module")
def p12(issuer: pki.Authority) -> bytes:
    return issuer.pkcs12(pki.Wish("Rekaan Ketua"), pki.rsa_key())


@pytest.fixture(scope="module")
def server(issuer: pki.Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TsaServer]:
    with tsa_server(tmp_path_factory.mktemp("tsa"), issuer, pki.rsa_key()) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path, p12: bytes, issuer: pki.Authority, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SANDI_UJI", pki.PASSPHRASE)
    waiting = [
        Field("Satu", Box(0, 50, 60, 290, 130), Signer("Ketua Tim", "Rekaan Ketua")),
        Field("Dua", Box(0, 300, 60, 540, 130), Signer("Kepala", "Rekaan Kepala")),
    ]
    (tmp_path / "a.pdf").write_bytes(prepare_fields(samples.sample_pdf(), waiting))
    (tmp_path / "b.xlsx").write_bytes(samples.sample_xlsx())
    (tmp_path / "ketua.p12").write_bytes(p12)
    (tmp_path / "root.pem").write_bytes(issuer.pem)
    return tmp_path


@pytest.fixture
def run(folder: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(folder)

    def call(line: str) -> tuple[int, Any]:
        store = ["--store", "uji.zidb"] if line.startswith("trust ") else []
        code = main(["--lang", "en", *store, *shlex.split(line), "--json"])
        return code, json.loads(capfdbinary.readouterr().out.decode())

    return call


SIGNER = "--identity ketua.p12 --passphrase-env SANDI_UJI"


def test_sign_stamp_and_verify(run: Run, server: TsaServer) -> None:
    code, document = run(f"sign a.pdf b.xlsx --out out {SIGNER} --role Kepala")
    assert code == 0
    assert [(f["signatures"], f["awaited"]) for f in document["files"]] == [
        (1, ["Ketua Tim: Rekaan Ketua"]),
        (1, []),
    ]
    code, document = run(f"timestamp out/a.pdf out/b.xlsx --url {server.tsa}")
    assert code == 0
    assert [f["signatures"] for f in document["files"]] == [1, 1]
    code, document = run("verify out/a.pdf out/b.xlsx --trust root.pem")
    assert code == 0
    for file in document["files"]:
        (signature,) = file["signatures"]
        assert (signature["signer"], signature["role"]) == ("Rekaan Ketua", "Kepala")
        assert signature["trusted"]
        assert signature["timestamp"]


def test_refusals_are_told(run: Run, server: TsaServer) -> None:
    cases = {
        f"sign a.pdf --out out {SIGNER} --role Anggota": "no-field-for-role",
        "sign a.pdf --out out --identity ketua.p12 --passphrase-env TIDAK_ADA --role Kepala": "no-passphrase",
        f"sign root.pem --out out {SIGNER} --role Kepala": "broken-before-signing",
        f"timestamp a.pdf --url {server.tsa}": "nothing-to-stamp",
        "timestamp tidak-ada.pdf --url http://127.0.0.1:9": "no-file",
        "sign-later b.xlsx --out out --name Rekaan --role Kepala": "not-a-pdf",
        "sign-complete root.pem --signature root.pem --out out": "bad-state",
    }
    for line, expected in cases.items():
        code, document = run(line)
        assert (code, document["error"]["code"]) == (1, expected), line
        assert document["error"]["message"]


def test_a_remote_signature(run: Run, folder: Path, p12: bytes) -> None:
    (folder / "c.pdf").write_bytes(samples.sample_pdf())
    code, document = run(
        "sign-later c.pdf --out out --name Rekaan_Ketua --role Kepala".replace("_", "\u00a0")
    )
    assert code == 0
    pdf, state, digest = map(Path, document["files"])
    waiting = json.loads(state.read_text())
    assert digest.read_text().strip() == waiting["digest"]
    data = pdf.read_bytes()
    signed_bytes = data[: waiting["start"]] + data[waiting["end"] :]
    identity = load_pkcs12(p12, pki.PASSPHRASE)
    (folder / "balasan.p7s").write_bytes(sign_detached(signed_bytes, identity, ""))
    code, document = run(f"sign-complete {state} --signature balasan.p7s --out out")
    assert (code, document["files"][0]["signatures"]) == (0, 1)
    assert run("verify out/c.pdf --trust root.pem")[0] == 0


def test_trusted_authorities_are_added_listed_and_removed(run: Run) -> None:
    code, document = run("trust add root.pem")
    (anchor,) = document["anchors"]
    assert (code, document["changed"], anchor["subject"]) == (0, True, "CA Uji")
    assert run("trust list") == (0, {"anchors": [anchor]})
    assert run("trust add a.pdf")[1]["error"]["code"] == "bad-trust-root"
    assert run(f"trust remove {anchor['fingerprint'][:8]}") == (0, {"anchors": [], "changed": True})
    assert run(f"trust remove {anchor['fingerprint']}")[1]["error"]["code"] == "unknown-anchor"
