"""Time stamps on files in their places, and signing with a service elsewhere; a failure changes no file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.signing import pki, samples
from tests.signing.tsa_server import TsaServer, tsa_server
from zi_desktop.domain.errors import ZiError
from zi_desktop.exchange import package as packages
from zi_desktop.services.signing_later import complete_later, prepare_later
from zi_desktop.services.timestamping import timestamp_file
from zi_desktop.services.verifying import verify_files
from zi_desktop.signing.cms import sign_detached
from zi_desktop.signing.identities import Identity, load_pkcs12
from zi_desktop.signing.opc import sign_xlsx
from zi_desktop.signing.pades import sign_next


@pytest.fixture(scope="module")
def issuer() -> pki.Authority:
    return pki.authority("CA Uji")


@pytest.fixture(scope="module")
def identity(issuer: pki.Authority) -> Identity:
    return load_pkcs12(issuer.pkcs12(pki.Wish("Rekaan Ketua"), pki.rsa_key()), pki.PASSPHRASE)


@pytest.fixture(scope="module")
def server(issuer: pki.Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TsaServer]:
    with tsa_server(tmp_path_factory.mktemp("tsa"), issuer, pki.rsa_key()) as running:
        yield running


@pytest.fixture(scope="module")
def contents(identity: Identity) -> dict[str, bytes]:
    pdf = sign_next(samples.sample_pdf(), identity, role="Ketua Tim")
    parts = {"a.pdf": pdf, "log.jsonl": b"{}\n"}
    manifest = packages.make_manifest({"signers": [{"name": "Rekaan Ketua", "role": "Ketua Tim"}]}, parts)
    signature = sign_detached(manifest, identity, "Ketua Tim")
    return {
        "a.pdf": pdf,
        "b.xlsx": sign_xlsx(samples.sample_xlsx(), identity, role="Ketua Tim"),
        "c.zipkg": packages.write_package(manifest, parts, [signature]),
    }


@pytest.fixture
def files(contents: dict[str, bytes], tmp_path: Path) -> list[Path]:
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in contents]


def test_every_kind_of_file_is_stamped_in_its_place(
    files: list[Path], server: TsaServer, issuer: pki.Authority, tmp_path: Path
) -> None:
    root = tmp_path / "root.pem"
    root.write_bytes(issuer.pem)
    for file in files:
        before = file.read_bytes()
        stamped = timestamp_file(file, server.tsa)
        assert (stamped.path, stamped.signatures) == (file, 1)
        assert file.read_bytes() != before
    for verdict in verify_files(files, [root]):
        assert verdict.valid, verdict.in_words("en")
        assert [(s.trusted, s.timestamp is not None) for s in verdict.verdict.signatures] == [(True, True)]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf", "b.xlsx", "c.zipkg", "root.pem"]


@pytest.mark.parametrize("path", ["/lain", "/rusak", ":1/tsa"])
def test_a_failure_leaves_the_file_as_it_was(
    path: str, files: list[Path], contents: dict[str, bytes], server: TsaServer, tmp_path: Path
) -> None:
    url = "http://127.0.0.1" + path if path.startswith(":") else server.url + path
    for file in files:
        with pytest.raises(ZiError) as refused:
            timestamp_file(file, url)
        assert refused.value.code in ("tsa-refused", "tsa-unreachable")
        assert file.read_bytes() == contents[file.name]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(contents)


def test_only_sound_signed_files_are_stamped(files: list[Path], server: TsaServer) -> None:
    asked = len(server.calls)
    files[0].write_bytes(samples.sample_pdf())
    with pytest.raises(ZiError, match="nothing-to-stamp"):
        timestamp_file(files[0], server.tsa)
    files[1].write_bytes(samples.flipped(files[1].read_bytes(), 400))
    with pytest.raises(ZiError, match="broken-before-signing"):
        timestamp_file(files[1], server.tsa)
    assert len(server.calls) == asked


def test_signing_with_a_service_elsewhere(identity: Identity, tmp_path: Path) -> None:
    source = tmp_path / "laporan.pdf"
    source.write_bytes(samples.sample_pdf())
    out = tmp_path / "out"
    pdf, state, digest = prepare_later(source, out, name="Rekaan Ketua", role="Ketua Tim")
    assert [p.name for p in (pdf, state, digest)] == [
        "laporan.menunggu.pdf",
        "laporan.menunggu.json",
        "laporan.sidik",
    ]
    data = pdf.read_bytes()
    start = data.rindex(b"/Contents <") + len(b"/Contents ")
    signed_bytes = data[:start] + data[data.index(b">", start) + 1 :]
    (tmp_path / "salah.p7s").write_bytes(sign_detached(b"lain", identity, ""))
    (tmp_path / "benar.p7s").write_bytes(sign_detached(signed_bytes, identity, ""))
    with pytest.raises(ZiError, match="signature-of-other-data"):
        complete_later(state, tmp_path / "salah.p7s", out)
    assert not (out / "laporan.pdf").exists()
    done = complete_later(state, tmp_path / "benar.p7s", out)
    assert (done.path, done.signatures) == (out / "laporan.pdf", 1)
    assert verify_files([done.path], [])[0].valid
    with pytest.raises(ZiError, match="not-a-pdf"):
        prepare_later(state, out, name="Rekaan Ketua", role="Ketua Tim")
