"""A transaction that cannot be done: told in words, nothing of it kept, and the next one works."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.store.engine import driver
from zi_desktop.store.log import broken_entries
from zi_desktop.store.store import Store, open_store
from zi_desktop.store.transaction import Transaction

Q = "A.I.1.i.a"


@pytest.fixture(params=[None, "kata sandi uji"], ids=["plain", "encrypted"])
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    opened = open_store(tmp_path / "a.zidb", passphrase=request.param)
    yield opened
    opened.close()


@pytest.fixture
def evaluation(store: Store) -> str:
    with store.transaction("Ani") as tx:
        made = tx.create_evaluation("Satker Contoh", 2026, "zi-2021", "tpi")
        tx.set_answer(made, Q, "Ya")
    return made


def refused(store: Store, evaluation: str, changes: Callable[[Transaction], object]) -> Exception:
    """What changing raised; nothing was changed by it, and something can be changed after it."""
    before = store.evaluation(evaluation), store.log(evaluation)

    def change() -> None:
        with store.transaction("Ani") as tx:
            changes(tx)

    with pytest.raises(Exception, match=r".") as caught:
        change()
    assert (store.evaluation(evaluation), store.log(evaluation)) == before
    return caught.value


def can_be_changed(store: Store, evaluation: str) -> bool:
    with store.transaction("Ani") as tx:
        tx.set_answer(evaluation, Q, "Tidak")
    found = store.evaluation(evaluation)
    assert broken_entries(store.log(evaluation)) == []
    return found is not None and found.cells == {Q: "Tidak"}


def test_a_full_disk(store: Store, evaluation: str) -> None:
    store.pragma(f"max_page_count = {store.pragma('page_count')}")

    def fill_it(tx: Transaction) -> None:
        tx.set_answer(evaluation, Q, "Tidak")
        for number in range(200):
            tx.set_note(evaluation, f"soal-{number}", "panjang " * 500)

    error = refused(store, evaluation, fill_it)
    assert isinstance(error, ZiError)
    assert error.code == "disk"
    store.pragma("max_page_count = 100000")
    assert can_be_changed(store, evaluation)


def test_another_program_that_writes_for_too_long(
    store: Store, evaluation: str, request: pytest.FixtureRequest
) -> None:
    passphrase = request.node.callspec.params["store"]
    other = driver(passphrase).connect(str(store.path), isolation_level=None)
    if passphrase:
        other.execute(f"PRAGMA key = '{passphrase}'")
    other.execute("BEGIN IMMEDIATE")
    store.pragma("busy_timeout = 1")
    error = refused(store, evaluation, lambda tx: tx.set_answer(evaluation, Q, "Tidak"))
    assert isinstance(error, ZiError)
    assert error.code == "busy"
    other.execute("ROLLBACK")
    other.close()
    assert can_be_changed(store, evaluation)


def test_a_commit_that_fails(store: Store, evaluation: str) -> None:
    """A broken constraint is a bug, and told as one."""

    def break_a_rule(tx: Transaction) -> None:
        store._raw.execute("PRAGMA defer_foreign_keys = 1")
        tx.set_answer(evaluation, Q, "Tidak")
        tx.set_answer("tidak ada", Q, "Ya")

    error = refused(store, evaluation, break_a_rule)
    assert type(error).__name__ == sqlite3.IntegrityError.__name__
    assert "FOREIGN KEY" in str(error)
    assert can_be_changed(store, evaluation)


def test_an_interruption(store: Store, evaluation: str) -> None:
    def stop(tx: Transaction) -> None:
        tx.set_answer(evaluation, Q, "Tidak")
        raise RuntimeError("berhenti")

    assert str(refused(store, evaluation, stop)) == "berhenti"
    assert can_be_changed(store, evaluation)


def test_a_value_that_is_text_in_any_language(store: Store, evaluation: str) -> None:
    text = "“kutip” & :key_cell ? $1 @x 'ja' ≥ 100 %"
    with store.transaction("Ani: O'Rekaan") as tx:
        tx.set_note(evaluation, Q, text)
    found = store.evaluation(evaluation)
    assert found is not None
    assert found.notes == {Q: text}
    assert store.log(evaluation)[-1].actor == "Ani: O'Rekaan"
