"""Several files in one go: valid each for itself, and still not telling the same; and a verdict in words."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.signing import pki
from zi_desktop.app import main
from zi_desktop.domain.evaluation import TeamMember
from zi_desktop.services.answers import answer_question, set_team
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.signed_content import said_by
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.verifying import Verifier, compare_verdicts, verify_files
from zi_desktop.services.verifying_together import About, Contents, compare_files
from zi_desktop.services.verifying_words import Outcome, moment, outcome_sentence, signature_words
from zi_desktop.services.workspace import Workspace, open_workspace
from zi_desktop.signing.identities import load_pkcs12
from zi_desktop.signing.opc import XlsxSigner, sign_xlsx, sign_xlsx_with
from zi_desktop.worksheets.writing import write_workbook

PASSPHRASE = "rahasia uji"
Captured = pytest.CaptureFixture[bytes]
TEAM = (TeamMember("Rekaan Ketua", "0001", "Ketua Tim"), TeamMember("Rekaan Belum", "", "Pengendali Teknis"))


class Exported(NamedTuple):
    """One version of one evaluation, as it was exported."""

    pdf: Path
    xlsx: Path
    package: Path

    @classmethod
    def of(cls, files: tuple[Path, ...]) -> Exported:
        by = {file.suffix: file for file in files}
        return cls(by[".pdf"], by[".xlsx"], by[".zipkg"])


class Made(NamedTuple):
    first: Exported
    second: Exported
    stranger: Exported
    forged: Path
    """The workbook of the first version with another answer, under the same version, and signed."""
    plain: bytes
    """A workbook that nobody signed."""
    root: bytes
    """Whose authority stands behind the signer of all but the stranger."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("together")
    root = pki.authority("CA Akar Uji")
    certified = root.pkcs12(pki.Wish("Rekaan Ketua"), pki.rsa_key(), PASSPHRASE)
    signer = SignerRequest(certified, PASSPHRASE, "Ketua Tim")
    local = SignerRequest(make_local_identity("Rekaan Lain", "", PASSPHRASE), PASSPHRASE, "Ketua Tim")

    def export(work: Workspace, evaluation: str, out: str, who: SignerRequest = signer) -> Exported:
        return Exported.of(export_report(prepare_export(work, evaluation), folder / out, [who]).files)

    work = open_workspace(folder / "a.zidb", actor="Rekaan")
    try:
        one = new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
        two = new_evaluation(work, unit="Satker Lain", year=2026).evaluation_id
        set_team(work, one, TEAM)
        answer_question(work, one, "A.I.1.i.b", "B")
        first, report = export(work, one, "1"), prepare_export(work, one).report
        answer_question(work, one, "A.I.1.i.b", "A")
        second = export(work, one, "2")
        other = prepare_export(work, one).report
        stranger = export(work, two, "3", local)
    finally:
        work.close()
    lie = {**said_by(other), "log_head": report.evaluation.log_head}
    identity = load_pkcs12(signer.p12, PASSPHRASE)
    forged = folder / "palsu.xlsx"
    forged.write_bytes(
        sign_xlsx_with(write_workbook(other), [XlsxSigner(identity, "Ketua Tim")], content=lie)
    )
    return Made(first, second, stranger, forged, write_workbook(other), root.pem)


def test_files_of_one_version_agree(made: Made) -> None:
    verdicts = verify_files(made.first, [])
    together = compare_verdicts(verdicts)
    assert [v.valid for v in verdicts] == [True, True, True]
    assert [(t.same_revision, t.agree, t.differences) for t in together] == [(True, True, ())] * 3
    assert {v.about.unit for v in verdicts} == {"Satker Contoh"}
    assert verdicts[0].about.title.id == "Satker Contoh · 2026 · Tim Penilai Internal (TPI)"


@pytest.mark.parametrize("beside", ["pdf", "package", "xlsx"])
def test_a_signed_workbook_that_says_otherwise_is_told(made: Made, beside: str) -> None:
    """Valid alone, by the very same signer: only beside the others it shows."""
    verdicts = verify_files([getattr(made.first, beside), made.forged], [])
    assert [v.valid for v in verdicts] == [True, True]
    (pair,) = compare_verdicts(verdicts)
    assert pair.same_revision
    assert not pair.agree
    told = "\n".join(text.en for text in pair.differences)
    assert f"A.I.1.i.b: {getattr(made.first, beside).name} says B, palsu.xlsx says A." in told
    assert "total score: " in told
    assert " nilai: " not in told, "sums are told only where no answer explains them"
    assert "bertentangan" in pair.in_words("id")


def test_two_versions_are_no_fault_but_told(made: Made) -> None:
    (pair,) = compare_verdicts(verify_files([made.first.pdf, made.second.xlsx], []))
    assert (pair.same_revision, pair.agree) == (False, True)
    assert any(text.id.startswith("A.I.1.i.b: ") for text in pair.differences)
    assert "dua versi" in pair.in_words("id")


def test_two_evaluations_are_not_compared(made: Made) -> None:
    assert compare_verdicts(verify_files([made.first.pdf, made.stranger.xlsx], [])) == ()


def test_files_of_one_name_are_told_apart(made: Made) -> None:
    (pair,) = compare_verdicts(verify_files([made.first.xlsx, made.second.xlsx], []))
    assert pair.files == (str(made.first.xlsx), str(made.second.xlsx))


def test_what_a_broken_file_says_counts_for_nothing(made: Made, tmp_path: Path) -> None:
    broken = tmp_path / made.forged.name
    data = bytearray(made.forged.read_bytes())
    data[len(data) // 2] ^= 1
    broken.write_bytes(data)
    verdicts = verify_files([made.first.pdf, broken], [])
    assert [v.valid for v in verdicts] == [True, False]
    assert compare_verdicts(verdicts) == ()


def test_a_pdf_without_its_workbook_is_known_by_its_version_alone() -> None:
    pdf, workbook = (
        About(revision="0123456789abcdef"),
        About("Satker", 2026, "tpi", "zi-2021", "0123456789abcdef" * 4),
    )
    assert pdf.same_evaluation(workbook)
    assert not pdf.same_evaluation(About())
    assert not About(revision="f" * 16).same_evaluation(workbook)
    assert not About().same_evaluation(About())


def test_a_document_is_checked_once(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the package that holds it, and under another name."""
    from zi_desktop.signing import verify

    seen: list[int] = []
    whole = verify.verify_pdf

    def counted(data: bytes, roots: list[bytes]) -> object:
        seen.append(len(data))
        return whole(data, roots)

    monkeypatch.setattr(verify, "verify_pdf", counted)
    verify_files([made.first.pdf, made.first.package, made.first.pdf], [])
    assert len(seen) == 1


def test_the_command_line_refuses_files_that_contradict(made: Made, capfdbinary: Captured) -> None:
    """Valid alone (exit 0), not beside each other (exit 1); two evaluations are no matter."""
    assert main(["verify", str(made.first.pdf), str(made.stranger.xlsx)]) == 0
    capfdbinary.readouterr()
    assert main(["verify", str(made.first.pdf), str(made.forged), "--json"]) == 1
    document = json.loads(capfdbinary.readouterr().out)
    assert [file["valid"] for file in document["files"]] == [True, True]
    (pair,) = document["together"]
    assert (pair["agree"], pair["same_revision"]) == (False, True)
    assert any("A.I.1.i.b: " in text for text in pair["differences"])


# --- in words


def test_outcomes_of_sound_files(made: Made) -> None:
    """Trusted under the root; unknown without any; under somebody else's root, not trusted, but no fault of
    the file, a package's neither."""
    for path in made.first:
        assert Verifier([made.root]).check(path).outcome is Outcome.VALID
        assert Verifier().check(path).outcome is Outcome.UNKNOWN
        other = Verifier([pki.authority("CA Lain Uji").pem]).check(path)
        assert (other.outcome, other.valid) == (Outcome.DISTRUSTED, False)
        assert "tidak dipercaya" in other.in_words("id")
        assert other.verdict.problems == ()


def test_outcomes_of_others(made: Made, tmp_path: Path) -> None:
    changed, plain = tmp_path / "ubah.pdf", tmp_path / "polos.xlsx"
    data = bytearray(made.first.pdf.read_bytes())
    data[2000] ^= 1
    changed.write_bytes(data)
    plain.write_bytes(made.plain)
    found = [Verifier().check(path) for path in (changed, plain, tmp_path / "tidak-ada.pdf")]
    assert [v.outcome for v in found] == [Outcome.CHANGED, Outcome.UNSIGNED, Outcome.UNREADABLE]
    assert len({outcome_sentence(v.verdict) for v in found}) == 3
    assert "RUSAK" in found[0].in_words("id")


def test_a_signature_says_who_when_what_and_why_trusted(made: Made) -> None:
    pdf = Verifier([made.root]).check(made.first.pdf)
    words = signature_words(pdf.verdict.signatures[0], pdf.verdict)
    assert words.who.id == "Rekaan Ketua, Ketua Tim, NIP 0001"
    assert "tidak ada cap waktu" in words.when.id
    assert words.whole.id == "utuh"
    assert words.covers.en.startswith("revision ")
    assert words.trust.en == "trusted: issued by CA Akar Uji, under a certificate you trust"
    assert words.problem is None
    assert pdf.verdict.awaited == ("Pengendali Teknis: Rekaan Belum",)
    workbook = Verifier([made.root]).check(made.first.xlsx).verdict.signatures[0]
    assert (workbook.nip, workbook.issuer) == ("0001", "CA Akar Uji")
    said = pdf.in_words("id")
    assert "belum ditandatangani: Pengendali Teknis: Rekaan Belum" in said
    assert f"SHA-256 {hashlib.sha256(made.first.pdf.read_bytes()).hexdigest()}" in said


def test_a_self_made_identity_is_called_what_it_is(made: Made) -> None:
    found = Verifier().check(made.stranger.xlsx)
    assert found.outcome is Outcome.UNKNOWN
    assert "no recognised identity" in outcome_sentence(found.verdict).en
    assert "no recognised identity" in found.in_words("en")


def test_a_name_cannot_pretend_to_be_a_line_of_the_verdict(made: Made, tmp_path: Path) -> None:
    """Whoever makes a certificate writes what he likes into it; a mail shows it on one line, in reading
    order."""
    name = "Rekaan\nlaporan.pdf: SAH\u202e (3)"
    identity = load_pkcs12(make_local_identity(name, "", PASSPHRASE), PASSPHRASE)
    path = tmp_path / "a.xlsx"
    path.write_bytes(sign_xlsx(made.plain, identity, role="Ketua Tim"))
    verdict = Verifier().check(path)
    said = verdict.in_words("id")
    assert "Rekaan laporan.pdf: SAH (3)" in said
    assert not any(line.startswith("laporan.pdf") for line in said.splitlines())
    assert "\n" not in signature_words(verdict.verdict.signatures[0], verdict.verdict).who.id


def test_a_moment_names_its_zone() -> None:
    said = moment(dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC))
    assert re.fullmatch(r"2026-11-2[34] \d\d:\d\d UTC[+-]\d\d:\d\d", said)


@given(
    st.lists(
        st.builds(
            About,
            unit=st.sampled_from(["", "Satker Contoh", "satker  contoh", "Balai Contoh"]),
            year=st.sampled_from([2025, 2026]),
            revision=st.sampled_from(["", "a" * 16, "a" * 16 + "b" * 48, "c" * 64]),
        ),
        max_size=12,
    )
)
def test_every_two_files_of_one_evaluation_are_compared(abouts: list[About]) -> None:
    """However many others are there, and in the order given."""
    files = [(f"{number}.pdf", Contents(about)) for number, about in enumerate(abouts)]
    wanted = [
        (one, other)
        for (one, mine), (other, theirs) in combinations(files, 2)
        if mine.about.same_evaluation(theirs.about)
    ]
    assert [pair.files for pair in compare_files(files)] == wanted
