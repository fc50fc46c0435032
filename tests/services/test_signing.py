"""Signing again on another laptop: one signature more, the earlier ones still valid, or nothing at all."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.services.filled import fill
from tests.verifiers import (
    libreoffice_pdf_signatures,
    libreoffice_xlsx_signatures,
    pdfsig,
    poi_verify,
)
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import TeamMember
from zi_desktop.exchange import package as packages
from zi_desktop.services.answers import set_team
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.signing import sign_files
from zi_desktop.services.signing_people import signers_now, still_awaited
from zi_desktop.services.verifying import FileVerdict, verify_bytes, verify_files
from zi_desktop.services.workspace import open_workspace

PASSPHRASE = "rahasia uji"
TEAM = (
    TeamMember("Rekaan Anggota, S.E.", "198001012005011001", "Anggota Tim"),
    TeamMember("Rekaan Ketua", "197001012000011002", "Ketua Tim"),
    TeamMember("Rekaan Pengendali", "", "Pengendali Teknis"),
)


def person(name: str, role: str) -> SignerRequest:
    return SignerRequest(make_local_identity(name, "", PASSPHRASE), PASSPHRASE, role)


@pytest.fixture(scope="module")
def anggota() -> SignerRequest:
    return person("Rekaan Anggota", "Anggota Tim")


@pytest.fixture(scope="module")
def ketua() -> SignerRequest:
    return person("Rekaan Ketua", "Ketua Tim")


@pytest.fixture(scope="module")
def first(anggota: SignerRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Exported and signed by the first of the team: PDF, XLSX, package."""
    folder = tmp_path_factory.mktemp("first")
    work = open_workspace(folder / "a.zidb", actor="Rekaan")
    try:
        evaluation = new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
        fill(work, evaluation, seed=3)
        set_team(work, evaluation, TEAM)
        result = export_report(prepare_export(work, evaluation), folder / "out", [anggota])
    finally:
        work.close()
    return tuple(f for f in result.files if f.suffix != ".json")


@pytest.fixture(scope="module")
def second(first, ketua: SignerRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The same files, signed by the second on another day and laptop."""
    return tuple(f.path for f in sign_files(first, tmp_path_factory.mktemp("second"), ketua))


def of_kind(files: tuple[Path, ...], suffix: str) -> Path:
    (found,) = [f for f in files if f.suffix == suffix]
    return found


def problems(verdict: FileVerdict) -> str:
    v = verdict.verdict
    return "\n".join(p.en for p in [*v.problems, *(s.problem for s in v.signatures if s.problem)])


def repacked(package: Path, edit: Callable[[dict[str, bytes]], object]) -> bytes:
    with zipfile.ZipFile(package) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    edit(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_the_next_signature_leaves_the_first_valid(first, second) -> None:
    for verdict in verify_files(second, []):
        assert verdict.valid, problems(verdict)
        said = [(s.signer, s.role, s.covers) for s in verdict.verdict.signatures]
        assert [s[:2] for s in said] == [("Rekaan Anggota", "Anggota Tim"), ("Rekaan Ketua", "Ketua Tim")]
    assert [len(v.verdict.signatures) for v in verify_files(first, [])] == [1, 1, 1]


def test_other_peoples_programs_accept_the_later_signature_and_see_the_tampered_byte(
    second, tmp_path: Path
) -> None:
    pdf, xlsx = of_kind(second, ".pdf"), of_kind(second, ".xlsx")
    broken = tmp_path / "rusak.pdf"
    data = pdf.read_bytes()
    middle = data.index(b"stream") + 40
    broken.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
    said = pdfsig(pdf)
    assert [s["valid"] for s in said[:2]] == [True, True]
    assert "not signed" in said[2]["raw"]  # the field that still waits
    assert not any(s["valid"] for s in pdfsig(broken))
    # LibreOffice counts the empty field, too, and says of it that it holds no valid signature
    assert [s["valid"] for s in libreoffice_pdf_signatures([pdf])[pdf]] == [True, True, False]
    changed = tmp_path / "rusak.xlsx"
    sheet = "xl/worksheets/sheet1.xml"
    changed.write_bytes(
        repacked(xlsx, lambda p: p.update({sheet: p[sheet].replace(b"<v>1</v>", b"<v>2</v>", 1)}))
    )
    assert poi_verify([xlsx, changed]) == {xlsx: [True, True], changed: [False, False]}
    told = libreoffice_xlsx_signatures([xlsx, changed])
    assert [[s["valid"] for s in told[f]] for f in (xlsx, changed)] == [[True, True], [False, False]]


def test_the_files_say_whose_signature_is_still_awaited(first, second) -> None:
    pdf, xlsx, package = verify_files(second, [])
    assert pdf.verdict.awaited == ("Pengendali Teknis: Rekaan Pengendali",)
    assert package.verdict.awaited == pdf.verdict.awaited
    assert "not signed yet: Pengendali Teknis: Rekaan Pengendali" in pdf.in_words("en")
    assert len(verify_files(first, [])[0].verdict.awaited) == 2
    assert xlsx.valid


def test_three_in_a_row_and_nobody_twice(second, ketua, tmp_path: Path) -> None:
    last = sign_files(second, tmp_path, person("Rekaan Pengendali", "Pengendali Teknis"))
    assert [(f.signatures, f.awaited) for f in last] == [(3, ())] * 3
    with pytest.raises(ZiError, match="no-field-for-role") as refused:
        sign_files([last[0].path], tmp_path / "lagi", ketua)
    assert refused.value.remedy.en == "All of its fields are signed."


def test_cutting_the_last_signature_off_shows_as_awaited(first, second) -> None:
    """A PDF cut back to its first signature is that earlier file, and says whom it waits for."""
    data = of_kind(second, ".pdf").read_bytes()
    earlier = of_kind(first, ".pdf").read_bytes()
    assert data.startswith(earlier)
    verdict = verify_bytes("a.pdf", data[: len(earlier)], [])
    assert "Ketua Tim: Rekaan Ketua" in verdict.verdict.awaited


def test_a_stripped_or_swapped_file_in_a_package_is_found(first, second) -> None:
    package, earlier = of_kind(second, ".zipkg"), of_kind(first, ".pdf")
    stripped = repacked(package, lambda parts: parts.update({earlier.name: earlier.read_bytes()}))
    assert "its content was changed" in problems(verify_bytes("p", stripped, []))

    def honest_manifest(parts: dict[str, bytes]) -> None:
        """The whole package made anew around the stripped PDF, signed by nobody of the team."""
        parts[earlier.name] = earlier.read_bytes()
        facts = json.loads(parts[packages.MANIFEST])
        named = {n: d for n, d in parts.items() if n != packages.MANIFEST and "p7s" not in n}
        facts = {k: v for k, v in facts.items() if k not in ("format", "parts")}
        parts[packages.MANIFEST] = packages.make_manifest(facts, named)

    assert not verify_bytes("p", repacked(package, honest_manifest), []).valid


def test_a_package_signed_anew_around_a_stripped_file_is_found(first, second, ketua) -> None:
    """Even the holder of a good identity cannot pass off the PDF without the first signer's word on it."""
    from zi_desktop.signing.cms import sign_detached
    from zi_desktop.signing.identities import load_pkcs12

    read = packages.read_package(of_kind(second, ".zipkg").read_bytes())
    pdf = of_kind(first, ".pdf")
    parts = {**read.parts, pdf.name: pdf.read_bytes()}
    facts = {k: v for k, v in read.facts.items() if k not in ("format", "parts")}
    manifest = packages.make_manifest(facts, parts)
    identity = load_pkcs12(ketua.p12, PASSPHRASE)
    forged = packages.write_package(manifest, parts, [sign_detached(manifest, identity, "Ketua Tim")])
    told = problems(verify_bytes("p", forged, []))
    assert f"{pdf.name}: the signature of Rekaan Ketua (Ketua Tim) is missing." in told


def test_a_package_must_continue_the_one_before(second, ketua) -> None:
    from zi_desktop.signing.cms import sign_detached
    from zi_desktop.signing.identities import load_pkcs12

    read = packages.read_package(of_kind(second, ".zipkg").read_bytes())
    parts = {**read.parts, packages.LOG: b"{}\n"}
    facts = {k: v for k, v in read.facts.items() if k not in ("format", "parts")}
    manifest = packages.make_manifest(facts, parts)
    identity = load_pkcs12(ketua.p12, PASSPHRASE)
    forged = packages.write_package(manifest, parts, [sign_detached(manifest, identity, "Ketua Tim")])
    assert "log.jsonl: is not what was signed before, continued." in problems(verify_bytes("p", forged, []))


def test_nobody_signs_what_is_broken(first, ketua, tmp_path: Path) -> None:
    for file in first:
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        broken = tmp_path / file.name
        broken.write_bytes(data)
        with pytest.raises(ZiError) as refused:
            sign_files([broken], tmp_path / "out", ketua)
        assert refused.value.code == "broken-before-signing"
    assert not list((tmp_path / "out").iterdir())


def test_signing_in_place_and_a_failure_leaves_the_old_file(first, ketua, tmp_path: Path) -> None:
    copies = [Path(shutil.copy(file, tmp_path)) for file in first]
    before = [file.read_bytes() for file in copies]
    strange = tmp_path / "catatan.txt"
    strange.write_text("bukan berkas")
    with pytest.raises(ZiError):
        sign_files([*copies, strange], tmp_path, ketua)
    assert [file.read_bytes() for file in copies] == before
    signed = sign_files(copies, tmp_path, ketua)
    assert [f.path for f in signed] == copies
    assert all(v.valid for v in verify_files(copies, []))
    assert sorted(os.listdir(tmp_path)) == sorted([f.name for f in first] + ["catatan.txt"])


def test_who_signs_and_who_is_awaited() -> None:
    now = signers_now(TEAM, [("Rekaan Anggota", "Anggota Tim"), ("Orang Lain", "ketua  tim")])
    assert [s.nip for s in now] == ["198001012005011001", ""]  # never somebody else's number
    assert [s.role for s in still_awaited(TEAM, now)] == ["Pengendali Teknis"]
    assert [s.name for s in still_awaited(TEAM, ())] == [m.name for m in TEAM]
    two = (TeamMember("Satu", "", "Anggota"), TeamMember("Dua", "", "Anggota"))
    assert [s.name for s in still_awaited(two, signers_now(two, [("Dua", "Anggota")]))] == ["Satu"]
