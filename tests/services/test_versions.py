"""A correction of a signed result is the next version, and every file of it names the hashes before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from zi_desktop import documents
from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import SignOffState, TeamMember
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.exchange.package import read_package
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.history import history
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.importing import apply_import, plan_import, read_worksheet
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.signing import sign_files
from zi_desktop.services.signing_off import export_and_sign_off
from zi_desktop.services.signoff import reopen
from zi_desktop.services.undo import undo
from zi_desktop.services.verifying import verify_files
from zi_desktop.services.verifying_versions import ChainLink, chain_of
from zi_desktop.services.workspace import Workspace, open_workspace
from zi_desktop.worksheets.portalrb import read_portalrb_head

UNIT, YEAR = "Satker Contoh", 2026
PASSPHRASE = "kata sandi uji"
CHANGED = "A.I.1.i.b"
TEAM = (TeamMember("Rekaan Ketua", "0001", "Ketua Tim"), TeamMember("Rekaan Kepala", "", "Kepala"))


@pytest.fixture(scope="module")
def ketua() -> SignerRequest:
    return SignerRequest(make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE), PASSPHRASE, "Ketua Tim")


@pytest.fixture(scope="module")
def kepala() -> SignerRequest:
    return SignerRequest(make_local_identity("Rekaan Kepala", "Contoh", PASSPHRASE), PASSPHRASE, "Kepala")


@dataclass(frozen=True)
class Signed:
    """The three versions of one evaluation, file by ending."""

    work: Workspace
    evaluation: str
    versions: tuple[dict[str, Path], ...]


def complete(work: Workspace) -> str:
    evaluation = new_evaluation(work, unit=UNIT, year=YEAR).evaluation_id
    lke = work.lke_of(evaluation)
    with work.transaction() as tx:
        for cell in lke.input_cells:
            best = max(cell.question.choices, key=lambda c: c.value, default=None)
            other = "0" if cell.code.endswith(("tahun_ini", "disanksi", "proses")) else "4"
            choice = cell.question.kind is QuestionKind.CHOICE and best is not None
            tx.set_answer(evaluation, cell.code, best.label if choice and best else other)
        tx.set_team(evaluation, TEAM)
    return evaluation


def sign(work: Workspace, evaluation: str, out: Path, signer: SignerRequest) -> dict[str, Path]:
    outcome = export_and_sign_off(work, evaluation, out, [signer], reason="Diperiksa di lapangan.")
    assert outcome.signed_off
    return {f.suffix: f for f in outcome.exported.files}


def correct(work: Workspace, evaluation: str, value: str) -> None:
    reopen(work, evaluation, f"Seharusnya {value}.")
    work.reason = "salah ketik"
    answer_question(work, evaluation, CHANGED, value)
    work.reason = ""


@pytest.fixture(scope="module")
def signed(ketua: SignerRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signed]:
    folder = tmp_path_factory.mktemp("versions")
    work = open_workspace(folder / "a.zidb", actor="Rekaan")
    evaluation = complete(work)
    found = [sign(work, evaluation, folder / "satu", ketua)]
    for value, name in (("B", "dua"), ("C", "tiga")):
        correct(work, evaluation, value)
        found.append(sign(work, evaluation, folder / name, ketua))
    yield Signed(work, evaluation, tuple(found))
    work.close()


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def links(*files: Path) -> list[ChainLink]:
    verdicts = verify_files(files, [])
    assert [v.valid for v in verdicts] == [True] * len(files)
    return list(chain_of(verdicts))


def test_every_file_names_every_file_of_the_versions_before_it(signed: Signed) -> None:
    want = [{p.name: sha256(p) for p in files.values()} for files in signed.versions]
    third = signed.versions[2]
    told = [read_worksheet(third[suffix]).origin for suffix in (".pdf", ".xlsx")]
    versions = [o.versions for o in told if o]
    versions.append(read_portalrb_head(third[".json"].read_bytes())[1])
    assert len(versions) == 3
    for found in versions:
        assert (found.number, found.final, found.reason) == (3, True, "Seharusnya C.")
        assert [(v.number, dict(v.files)) for v in found.replaces] == [(2, want[1]), (1, want[0])]
        assert found.replaces[0].signers == ("Rekaan Ketua",)
    manifest = json.loads(read_package(third[".zipkg"].read_bytes()).manifest)
    assert [v["files"] for v in manifest["versions"]["replaces"]] == [want[1], want[0]]
    first = read_worksheet(signed.versions[0][".pdf"]).origin
    assert first
    assert (first.versions.number, first.versions.final, first.versions.replaces) == (1, True, ())


def test_the_pages_say_it(signed: Signed) -> None:
    lke = signed.work.lke_of(signed.evaluation)
    texts = documents.read_back(signed.versions[2][".pdf"].read_bytes(), lke).texts
    assert texts["c.version"] == "3,menggantikanversi2dan1"
    assert texts["v.1.pdf"] == f"SHA-256PDF:{sha256(signed.versions[1]['.pdf'])}"
    assert texts["v.2.xlsx"] == f"SHA-256XLSX:{sha256(signed.versions[0]['.xlsx'])}"
    assert texts["v.reason"] == "Alasanperubahan:SeharusnyaC."
    first = documents.read_back(signed.versions[0][".pdf"].read_bytes(), lke).texts
    assert first["c.version"] == "1"
    assert "v.1" not in first


def test_the_workbook_shows_it(signed: Signed) -> None:
    import openpyxl

    rows = openpyxl.load_workbook(signed.versions[2][".xlsx"])["Rekap"].iter_rows(values_only=True)
    text = "\n".join(" ".join(str(v) for v in row if v is not None) for row in rows)
    assert "Versi 3, menggantikan versi 2 dan 1" in text
    assert f"2 SHA-256 PDF {sha256(signed.versions[1]['.pdf'])}" in text
    assert f"1 SHA-256 XLSX {sha256(signed.versions[0]['.xlsx'])}" in text


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".zipkg"])
def test_versions_given_together_are_a_chain(signed: Signed, suffix: str) -> None:
    files = [version[suffix] for version in signed.versions]
    found = [(link.newer, link.older, link.holds) for link in links(*files)]
    one, two, three = (str(f) for f in files)
    assert sorted(found) == sorted([(two, one, True), (three, one, True), (three, two, True)])
    (verdict,) = verify_files([files[1]], [])
    assert verdict.version
    assert verdict.version.versions.number == 2
    assert sha256(files[0]) in verdict.in_words("id")
    assert chain_of([verdict]) == ()


def test_a_file_that_was_signed_again_is_still_the_one_that_is_named(
    signed: Signed, kepala: SignerRequest, tmp_path: Path
) -> None:
    first, second = signed.versions[:2]
    kinds = (".pdf", ".zipkg", ".xlsx")
    again = sign_files([first[k] for k in kinds], tmp_path, kepala)
    for file, kind, holds in zip(again, kinds, (True, True, None), strict=True):
        (link,) = links(second[kind], file.path)
        assert link.holds is holds, kind
        assert link.told.id != link.told.en


@pytest.fixture(scope="module")
def forged(ketua: SignerRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A first version of the same evaluation that nobody corrected: made in another store."""
    folder = tmp_path_factory.mktemp("forged")
    work = open_workspace(folder / "a.zidb", actor="Rekaan")
    try:
        return sign(work, complete(work), folder / "out", ketua)
    finally:
        work.close()


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".zipkg"])
def test_another_first_version_breaks_the_chain(signed: Signed, forged, suffix: str) -> None:
    (link,) = links(signed.versions[1][suffix], forged[suffix])
    assert link.holds is False
    assert "NOT" in link.told.en


def test_a_changed_file_is_no_part_of_a_chain(signed: Signed, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    data = bytearray(signed.versions[0][".pdf"].read_bytes())
    data[len(data) // 2] ^= 1
    broken.write_bytes(data)
    verdicts = verify_files([signed.versions[1][".pdf"], broken], [])
    assert [v.valid for v in verdicts] == [True, False]
    assert verdicts[1].version is None
    assert chain_of(verdicts) == ()


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_a_signed_result_stays_signed_on_another_laptop(
    signed: Signed, suffix: str, work: Workspace, ketua: SignerRequest, tmp_path: Path
) -> None:
    source = signed.versions[1][suffix]
    changes = apply_import(work, plan_import(work, read_worksheet(source), unit=UNIT, year=YEAR))
    (here,) = work.store.evaluations()
    there = signed.work.evaluation(signed.evaluation).sign_off
    assert here.sign_off
    assert there
    assert (here.sign_off.state, here.sign_off.version) == (SignOffState.SIGNED, 2)
    assert (here.sign_off.signers, here.sign_off.files[source.name]) == (there.signers, sha256(source))
    with pytest.raises(ZiError, match="signed"):
        answer_question(work, here.id, CHANGED, "A")
    again = plan_import(work, read_worksheet(source), unit=UNIT, year=YEAR)
    assert not again.blocks[0].closed
    assert not apply_import(work, again)
    correct(work, here.id, "A")
    third = sign(work, here.id, tmp_path / "di sini", ketua)
    found = [(link.older, link.holds) for link in links(third[suffix], source, signed.versions[0][suffix])]
    assert (str(source), True) in found
    assert (str(signed.versions[0][suffix]), True) in found
    assert changes.batch


def test_an_import_that_locks_is_taken_back_whole(signed: Signed, work: Workspace) -> None:
    source = signed.versions[2][".pdf"]
    changes = apply_import(work, plan_import(work, read_worksheet(source), unit=UNIT, year=YEAR))
    (before,) = work.store.evaluations()
    assert history(work, before.id).undoable == ()
    back = undo(work, changes.batch)
    assert back.kept == ()
    assert work.store.evaluations() == []
    undo(work, back.batch)
    (again,) = work.store.evaluations()
    assert (again.cells, again.sign_off) == (before.cells, before.sign_off)
    reopen(work, again.id, "perlu diperbaiki")
    with pytest.raises(ZiError, match="reason"):
        undo(work, changes.batch)
    assert work.evaluation(again.id).cells == before.cells


def test_another_result_for_a_signed_evaluation_is_not_poured_over_it(
    signed: Signed, work: Workspace
) -> None:
    first, second = (read_worksheet(signed.versions[n][".pdf"]) for n in (0, 1))
    apply_import(work, plan_import(work, first, unit=UNIT, year=YEAR))
    plan = plan_import(work, second, unit=UNIT, year=YEAR)
    assert plan.blocks[0].closed
    assert "signed-off" in [i.code for i in plan.issues]
    (before,) = work.store.evaluations()
    assert not apply_import(work, plan)
    assert work.store.evaluations() == [before]


def test_a_signed_result_poured_into_an_open_evaluation_is_told(
    signed: Signed, work: Workspace, evaluation: str
) -> None:
    plan = plan_import(work, read_worksheet(signed.versions[0][".xlsx"]), unit=UNIT, year=YEAR)
    assert "signed-into-open" in [i.code for i in plan.issues]
    apply_import(work, plan)
    assert work.evaluation(evaluation).sign_off is None
