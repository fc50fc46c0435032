"""An evaluation exported and signed on the command line with a real token (SoftHSM) beside a PKCS#12 file."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.signing import pki, soft_token
from tests.signing.soft_token import LABEL, MODULE, PIN
from tests.verifiers import pdfsig, poi_verify
from zi_desktop.app import main
from zi_desktop.domain.evaluation import TeamMember
from zi_desktop.exchange.package import read_package
from zi_desktop.services.answers import set_team
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.workspace import open_workspace

Run = Callable[..., tuple[int, Any]]
WORDS = f"--pin-env PIN_UJI --identity pkcs11:token={LABEL.replace(' ', '%20')};object="
END = f"?module-path={MODULE}"


@pytest.fixture
def run(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    token = soft_token.soft_token()
    (tmp_path / "root.pem").write_bytes(token.root.pem)
    (tmp_path / "anggota.p12").write_bytes(token.issuer.pkcs12(pki.Wish("Rekaan Berkas"), pki.rsa_key()))
    monkeypatch.setenv("SANDI_UJI", pki.PASSPHRASE)
    monkeypatch.setenv("PIN_UJI", PIN)
    monkeypatch.setenv("PIN_SALAH", "111111")
    monkeypatch.chdir(tmp_path)

    def call(line: str) -> tuple[int, Any]:
        code = main(["--store", "uji.zidb", "--lang", "en", *line.split(), "--json"])
        captured = capfdbinary.readouterr()
        assert PIN.encode() not in captured.out + captured.err
        return code, json.loads(captured.out.decode())

    return call


@pytest.fixture
def evaluation(tmp_path: Path) -> str:
    work = open_workspace(tmp_path / "uji.zidb")
    made = new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
    set_team(work, made, (TeamMember("Rekaan Anggota Token", "", "Pengendali"),))
    work.close()
    return made


def test_export_sign_again_and_verify(run: Run, evaluation: str, tmp_path: Path) -> None:
    """The n-th identity, secret and role are one signer's, files and tokens mixed, in this order."""
    p12 = "--identity anggota.p12 --passphrase-env SANDI_UJI"
    signers = f"{WORDS}ketua{END} --role Ketua {p12} --role Anggota"
    code, exported = run(f"export {evaluation} --out out {signers}")
    assert code == 0
    files = [f for f in exported["files"] if not f.endswith(".json")]
    code, signed = run(f"sign {' '.join(files)} --out lagi {WORDS}anggota{END} --role Pengendali")
    assert code == 0, signed
    code, verdicts = run(f"verify {' '.join(f['file'] for f in signed['files'])} --trust root.pem")
    assert code == 0
    expected = [
        ("Rekaan Ketua Token", "Ketua"),
        ("Rekaan Berkas", "Anggota"),
        ("Rekaan Anggota Token", "Pengendali"),
    ]
    told = {
        verdict["kind"]: [(s["signer"], s["role"]) for s in verdict["signatures"] if s["trusted"]]
        for verdict in verdicts["files"]
    }
    assert told == {"pdf": expected, "xlsx": expected, "package": expected}
    by_suffix = {Path(f["file"]).suffix: Path(f["file"]) for f in signed["files"]}
    told_by_pdfsig = pdfsig(by_suffix[".pdf"], tmp_path / "root.pem")
    assert [(v["valid"], v["trusted"]) for v in told_by_pdfsig] == [(True, True)] * 3
    assert poi_verify([by_suffix[".xlsx"]]) == {by_suffix[".xlsx"]: [True, True, True]}
    package = read_package(by_suffix[".zipkg"].read_bytes())
    assert openssl_holds(package.signatures[-1], package.manifest, tmp_path)
    assert not openssl_holds(package.signatures[-1], package.manifest + b" ", tmp_path)


def openssl_holds(p7s: bytes, content: bytes, folder: Path) -> bool:
    (folder / "s.p7s").write_bytes(p7s)
    (folder / "isi").write_bytes(content)
    command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"]
    command += ["-in", str(folder / "s.p7s"), "-content", str(folder / "isi")]
    command += ["-CAfile", str(folder / "root.pem"), "-out", "/dev/null"]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0


def test_refusals_leave_nothing(run: Run, evaluation: str, tmp_path: Path) -> None:
    wrong_pin = WORDS.replace("PIN_UJI", "PIN_SALAH")
    cases = {
        f"{wrong_pin}ketua{END}": "wrong-pin",
        f"{WORDS}tidak-ada{END}": "no-key",
        f"{WORDS}tanpa-sertifikat{END}": "no-certificate",
        f"{WORDS}kedaluwarsa{END}": "certificate-expired",
        f"{WORDS}tertukar{END}": "key-mismatch",
        f"{WORDS}ketua?module-path=/tidak/ada.so": "token-module",
        f"{WORDS}ketua{END}&pin-value={PIN[:3]}": "bad-token-uri",
        f"{WORDS.replace('PIN_UJI', 'TIDAK_ADA')}ketua{END}": "no-passphrase",
    }
    for signer, expected in cases.items():
        code, document = run(f"export {evaluation} --out out {signer} --role Ketua")
        assert (code, document["error"]["code"]) == (1, expected), signer
        assert document["error"]["remedy"] or expected == "key-mismatch"
    assert not list(tmp_path.glob("out/*"))


def test_tokens_are_listed_with_their_addresses(run: Run) -> None:
    code, document = run(f"tokens {MODULE}")
    assert code == 0
    (ketua,) = [t for t in document["tokens"] if t["subject"] == "Rekaan Ketua Token"]
    assert ketua["token"] == LABEL
    assert ketua["identity"].startswith("pkcs11:token=TOKEN%20UJI;")
    assert run("tokens /tidak/ada.so")[1]["error"]["code"] == "token-module"
