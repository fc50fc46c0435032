"""A signed evaluation takes no change; a reopened one takes changes that say why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Finding, FollowUp, FollowUpStatus, SignOff, SignOffState, TeamMember
from zi_desktop.store.log import broken_entries
from zi_desktop.store.store import Store, open_store
from zi_desktop.store.undo import take_back

SIGNED = SignOff(SignOffState.SIGNED, "2026-11-24T00:00:00+00:00", "Ani", "aa", {"a.pdf": "bb"}, ("Ani",))
REOPENED = SignOff(SignOffState.REOPENED, "2026-11-25T00:00:00+00:00", "Ani", reason="Bukti susulan")


@pytest.fixture
def store(tmp_path: Path):
    opened = open_store(tmp_path / "a.zidb")
    yield opened
    opened.close()


@pytest.fixture
def signed(store: Store) -> str:
    with store.transaction("Ani") as tx:
        evaluation = tx.create_evaluation("Satker Contoh", 2026, "zi-2021", "tpi")
        tx.set_answer(evaluation, "A.I.1.i.a", "Ya")
        tx.save_finding(evaluation, "A.I.1.i.a", Finding("f1", "Belum lengkap"))
        tx.set_sign_off(evaluation, SIGNED)
    return evaluation


CHANGES = {
    "answer": lambda tx, e: tx.set_answer(e, "A.I.1.i.a", "Tidak"),
    "note": lambda tx, e: tx.set_note(e, "A.I.1.i.a", "Catatan"),
    "evidence": lambda tx, e: tx.add_evidence(e, "A.I.1.i.a", "SK.pdf"),
    "finding": lambda tx, e: tx.remove_finding(e, "f1"),
    "team": lambda tx, e: tx.set_team(e, (TeamMember("Rekaan", "1", "Ketua Tim"),)),
    "review": lambda tx, e: tx.set_reviewed(e, "A.I.1.i.a", True),
    "reason": lambda tx, e: tx.set_reason(e, "no-evidence@A.I.1.i.a", "Sudah dilihat"),
    "follow-up": lambda tx, e: tx.set_follow_up(e, "f0", FollowUp(FollowUpStatus.DONE)),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_a_signed_evaluation_refuses_every_change(store: Store, signed: str, kind: str) -> None:
    before = (store.evaluation(signed), store.log(signed))
    with pytest.raises(ZiError) as refused, store.transaction("Budi", reason="Ingin saja") as tx:
        CHANGES[kind](tx, signed)
    assert refused.value.code == "signed-off"
    assert (store.evaluation(signed), store.log(signed)) == before


@pytest.mark.parametrize("kind", CHANGES)
def test_a_reopened_evaluation_wants_a_reason_for_every_change(store: Store, signed: str, kind: str) -> None:
    with store.transaction("Ani") as tx:
        tx.set_sign_off(signed, REOPENED)
    before = store.evaluation(signed)
    with pytest.raises(ZiError) as refused, store.transaction("Budi") as tx:
        CHANGES[kind](tx, signed)
    assert refused.value.code == "reason-needed"
    assert store.evaluation(signed) == before
    with store.transaction("Budi", reason="Bukti susulan") as tx:
        CHANGES[kind](tx, signed)
    assert store.evaluation(signed) != before
    entry = store.log(signed)[-1]
    assert (entry.actor, entry.reason) == ("Budi", "Bukti susulan")
    assert broken_entries(store.log(signed)) == []


def test_a_changed_reason_breaks_the_chain(store: Store, signed: str) -> None:
    with store.transaction("Ani") as tx:
        tx.set_sign_off(signed, REOPENED)
    with store.transaction("Budi", reason="Bukti susulan") as tx:
        tx.set_answer(signed, "A.I.1.i.a", None)
    *others, last = store.log(signed)
    assert broken_entries([*others, replace(last, reason="Lain")]) == [last.id]


def test_signing_off_is_not_undone(store: Store, signed: str) -> None:
    (entry,) = [e for e in store.log(signed) if e.target == "signoff"]
    with store.transaction("Ani") as tx:
        assert take_back(tx, [entry]) == [entry]
    evaluation = store.evaluation(signed)
    assert evaluation is not None
    assert evaluation.sign_off == SIGNED


@pytest.mark.usefixtures("signed")
def test_another_evaluation_stays_open(store: Store) -> None:
    with store.transaction("Ani") as tx:
        other = tx.create_evaluation("Satker Contoh", 2026, "zi-2021", "mandiri")
        assert tx.set_answer(other, "A.I.1.i.a", "Ya")
