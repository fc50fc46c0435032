"""Signing off locks, reopening takes a reason, and every change from then on as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import SignOffState
from zi_desktop.domain.lke import QuestionKind
from zi_desktop.services.answers import answer_question, set_note
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.evidence import attach_bytes
from zi_desktop.services.history import undo_last
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.importing import apply_import, plan_import, read_worksheet
from zi_desktop.services.reviews import set_reason
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.signing_off import export_and_sign_off
from zi_desktop.services.signoff import NO_REASON, reopen, sign_off, waiting
from zi_desktop.services.verifying import verify_files
from zi_desktop.services.workspace import Workspace

PASSPHRASE = "kata sandi uji"


@pytest.fixture
def complete(work: Workspace, evaluation: str) -> str:
    """Everything answered, with a document on each question but the first, and without a team."""
    lke = work.lke_of(evaluation)
    with work.transaction() as tx:
        for cell in lke.input_cells:
            best = max(cell.question.choices, key=lambda c: c.value, default=None)
            other = "0" if cell.code.endswith(("tahun_ini", "disanksi", "proses")) else "4"
            choice = cell.question.kind is QuestionKind.CHOICE and best is not None
            tx.set_answer(evaluation, cell.code, best.label if choice and best else other)
        for question in lke.questions[1:]:
            tx.add_evidence(evaluation, question.code, f"Bukti {question.code}.pdf")
    return evaluation


@pytest.fixture(scope="module")
def signers() -> tuple[SignerRequest, ...]:
    key = make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE)
    return (SignerRequest(key, PASSPHRASE, "Ketua Tim"),)


def lock(work: Workspace, evaluation: str) -> None:
    keys = [i.key for i in waiting(load_report(work, evaluation))]
    set_reason(work, evaluation, keys, "Diperiksa di lapangan.")
    head = work.evaluation(evaluation).log_head
    sign_off(work, evaluation, head=head, files={"a.pdf": "00"}, signers=["Rekaan Ketua"])


def refused(code: str) -> pytest.RaisesExc[ZiError]:
    return pytest.RaisesExc(ZiError, check=lambda error: error.code == code)


def test_errors_and_warnings_without_a_reason_keep_it_open(work: Workspace, complete: str) -> None:
    head = work.evaluation(complete).log_head
    answer_question(work, complete, "B.I.a", "")
    with refused("not-ready"):
        sign_off(work, complete, head=head, files={}, signers=[])
    answer_question(work, complete, "B.I.a", "4")
    found = [i.key for i in waiting(load_report(work, complete))]
    assert found == ["no-team@", "no-evidence@A.I.1.i.a"]
    with pytest.raises(ZiError, match=r"A\.I\.1\.i\.a"):
        sign_off(work, complete, head=head, files={}, signers=[])
    set_reason(work, complete, found, "Ada di berkas unit.")
    assert waiting(load_report(work, complete)) == ()
    with refused("changed-since"):
        sign_off(work, complete, head=head, files={}, signers=[])
    assert work.evaluation(complete).sign_off is None


def test_a_signed_evaluation_takes_nothing_until_it_is_reopened(work: Workspace, complete: str) -> None:
    with refused("not-signed"):
        reopen(work, complete, "salah")
    lock(work, complete)
    signed = work.evaluation(complete).sign_off
    assert signed is not None
    assert (signed.state, signed.by, signed.version) == (SignOffState.SIGNED, "Rekaan", 1)
    assert (signed.files, signed.signers) == ({"a.pdf": "00"}, ("Rekaan Ketua",))
    for change in (
        lambda: answer_question(work, complete, "A.I.1.i.a", "Tidak"),
        lambda: set_reason(work, complete, ["no-team@"], "lain"),
    ):
        with refused("signed-off"):
            change()
    assert not undo_last(work, complete), "nothing is taken back across a sign-off"
    with refused("reason-needed"):
        reopen(work, complete, "  \n")
    reopen(work, complete, " Bukti baru ")
    opened = work.evaluation(complete).sign_off
    assert opened is not None
    assert (opened.state, opened.reason, opened.version) == (SignOffState.REOPENED, "Bukti baru", 1)
    assert work.store.log(complete)[-1].reason == "Bukti baru"


def test_every_change_of_a_reopened_evaluation_keeps_its_reason(work: Workspace, complete: str) -> None:
    lock(work, complete)
    reopen(work, complete, "Bukti baru")
    with refused("reason-needed"):
        set_note(work, complete, "A.I.1.i.a", "baru")
    work.reason = "Notulen susulan"
    set_note(work, complete, "A.I.1.i.a", "baru")
    assert work.store.log(complete)[-1].reason == "Notulen susulan"
    lock(work, complete)
    signed = work.evaluation(complete).sign_off
    assert signed is not None
    assert (signed.state, signed.version) == (SignOffState.SIGNED, 2)


def test_a_complete_evaluation_is_locked_by_its_signed_export(
    work: Workspace, complete: str, signers: tuple[SignerRequest, ...], tmp_path: Path
) -> None:
    outcome = export_and_sign_off(work, complete, tmp_path / "a", signers)
    assert (outcome.signed_off, outcome.version, outcome.blocked_by) == (True, 1, ())
    evaluation = work.evaluation(complete)
    assert set(evaluation.reasons.values()) == {NO_REASON}
    assert evaluation.sign_off is not None
    assert set(evaluation.sign_off.files) == {f.name for f in outcome.exported.files}
    assert evaluation.sign_off.signers == ("Rekaan Ketua",)
    again = export_and_sign_off(work, complete, tmp_path / "b", signers)
    assert (again.signed_off, again.version) == (True, 1), "the same result, signed once more"
    reopen(work, complete, "Bukti baru")
    third = export_and_sign_off(work, complete, tmp_path / "c", signers, reason="Sudah diperiksa")
    assert (third.signed_off, third.version) == (True, 2)


def test_an_incomplete_one_is_a_signed_draft_and_stays_open(
    work: Workspace, complete: str, signers: tuple[SignerRequest, ...], tmp_path: Path
) -> None:
    answer_question(work, complete, "B.I.a", "")
    outcome = export_and_sign_off(work, complete, tmp_path, signers)
    assert not outcome.signed_off
    assert [i.code for i in outcome.blocked_by] == ["open-question"]
    assert any("TIDAK dikunci" in line.id for line in outcome.told())
    assert work.evaluation(complete).sign_off is None
    assert work.evaluation(complete).reasons == {}, "a draft explains nothing"
    signed = [f for f in outcome.exported.files if f.suffix == ".pdf"]
    assert [v.valid for v in verify_files(signed, [])] == [True]


def test_damaged_evidence_keeps_it_open(
    work: Workspace, complete: str, signers: tuple[SignerRequest, ...], tmp_path: Path
) -> None:
    attach_bytes(work, complete, "A.I.1.i.a", "SK.pdf", b"isi rekaan")
    with work.store.files.opened() as files:
        files._connection.execute("UPDATE chunk SET data = x'00'")
    outcome = export_and_sign_off(work, complete, tmp_path / "a", signers)
    assert not outcome.signed_off
    assert [i.code for i in outcome.blocked_by] == ["evidence-changed"]
    assert work.evaluation(complete).sign_off is None
    assert work.evaluation(complete).reasons == {}
    attach_bytes(work, complete, "A.I.1.i.b", "SK.pdf", b"isi rekaan")  # the content is mended
    assert export_and_sign_off(work, complete, tmp_path / "b", signers).signed_off


def test_without_signers_nothing_is_locked(work: Workspace, complete: str, tmp_path: Path) -> None:
    outcome = export_and_sign_off(work, complete, tmp_path)
    assert (outcome.signed_off, outcome.blocked_by, outcome.told()) == (False, (), [])
    assert work.evaluation(complete).sign_off is None
    assert work.evaluation(complete).reasons == {}


def test_a_wrong_passphrase_leaves_no_reasons(
    work: Workspace, complete: str, signers: tuple[SignerRequest, ...], tmp_path: Path
) -> None:
    wrong = SignerRequest(signers[0].p12, "salah", "Ketua Tim")
    with refused("wrong-passphrase"):
        export_and_sign_off(work, complete, tmp_path, [wrong])
    assert work.evaluation(complete).reasons == {}


def test_a_locked_evaluation_is_left_out_of_an_import(work: Workspace, complete: str, tmp_path: Path) -> None:
    lock(work, complete)
    out = export_and_sign_off(work, complete, tmp_path).exported
    (file,) = [f for f in out.files if f.suffix == ".xlsx"]
    reopen(work, complete, "Bukti baru")
    work.reason = "Uji"
    answer_question(work, complete, "A.I.1.i.a", "Tidak")
    reading = read_worksheet(file)

    def plan():
        return plan_import(work, reading, unit="Satker Contoh", year=2026)

    assert [c.after for c in plan().blocks[0].changes] == ["Ya"]
    work.reason = ""
    lock_again = plan()
    assert [i.code for i in lock_again.issues if i.code == "signed-off"], "reopened, and no reason is given"
    assert lock_again.blocks[0].changes == ()
    assert not apply_import(work, lock_again)
    assert work.evaluation(complete).cells["A.I.1.i.a"] == "Tidak"
