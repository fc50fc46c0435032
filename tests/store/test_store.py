"""What the store promises: durable, logged, chained, upgraded or refused."""

from __future__ import annotations

import shutil
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Evidence, Finding, Stage, TeamMember
from zi_desktop.store import schema
from zi_desktop.store.log import broken_entries
from zi_desktop.store.store import Store, open_store


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "empty.zidb"
    open_store(path).close()
    return path


@pytest.fixture
def store(empty_store: Path, tmp_path: Path):
    path = tmp_path / "a.zidb"
    shutil.copyfile(empty_store, path)
    opened = open_store(path)
    yield opened
    opened.close()


def fill(store: Store) -> str:
    with store.transaction("Ani") as tx:
        evaluation = tx.create_evaluation("Satker Contoh", 2026, "zi-2021", "tpi")
        tx.set_answer(evaluation, "A.I.1.i.a", "Ya")
        tx.set_answer(evaluation, "A.II.1.i.a.agen", "12")
        tx.set_answer(evaluation, "B.I.a", "3.72")
        tx.set_note(evaluation, "A.I.1.i.a", "SK ada")
        tx.add_evidence(evaluation, "A.I.1.i.a", "SK Tim.pdf")
        tx.save_finding(evaluation, "A.I.1.i.a", Finding("f1", "Belum lengkap", "Lengkapi"))
        tx.set_team(evaluation, (TeamMember("Rekaan", "1", "Ketua Tim"),))
    return evaluation


@pytest.mark.parametrize("passphrase", [None, "kata 'sandi' uji"])
def test_every_connection_is_wal_and_full(tmp_path: Path, passphrase: str | None) -> None:
    for _ in range(2):  # a new file and a reopened one
        opened = open_store(tmp_path / "a.zidb", passphrase=passphrase)
        try:
            assert opened.pragma("journal_mode") == "wal"
            assert opened.pragma("synchronous") == 2
            assert opened.pragma("foreign_keys") == 1
        finally:
            opened.close()


@pytest.mark.parametrize("passphrase", [None, "kata 'sandi' uji"])
def test_the_log_is_folded_into_the_file_beside_one_who_writes(
    tmp_path: Path, passphrase: str | None
) -> None:
    opened = open_store(tmp_path / "a.zidb", passphrase=passphrase)
    alone = tmp_path / "alone.zidb"
    try:
        evaluation = fill(opened)
        shutil.copyfile(opened.path, alone)
        assert held_by(alone, passphrase) == [], "a short log waits: answers are durable without it"
        opened.folding()()
        shutil.copyfile(opened.path, alone)
        assert held_by(alone, passphrase) == [evaluation]
        with opened.transaction("Ani") as tx:
            tx.set_answer(evaluation, "B.I.a", "3.8")
            opened.folding()()  # waits for nobody, and nobody for it
        assert opened.evaluation(evaluation).cells["B.I.a"] == Decimal("3.8")  # type: ignore[union-attr]
    finally:
        opened.close()


def held_by(path: Path, passphrase: str | None) -> list[str]:
    """The evaluations of a copied file."""
    copied = open_store(path, passphrase=passphrase)
    try:
        return copied.evaluation_ids()
    finally:
        copied.close()
        path.unlink()


def test_what_was_put_in_comes_out(store: Store) -> None:
    evaluation = store.evaluation(fill(store))
    assert evaluation is not None
    assert (evaluation.unit, evaluation.year, evaluation.stage) == ("Satker Contoh", 2026, Stage.TPI)
    assert evaluation.cells == {"A.I.1.i.a": "Ya", "A.II.1.i.a.agen": Decimal(12), "B.I.a": Decimal("3.72")}
    assert evaluation.notes == {"A.I.1.i.a": "SK ada"}
    (evidence,) = evaluation.evidence["A.I.1.i.a"]
    assert evidence == Evidence(evidence.id, "SK Tim.pdf")
    assert evaluation.findings == {"A.I.1.i.a": (Finding("f1", "Belum lengkap", "Lengkapi"),)}
    assert evaluation.team == (TeamMember("Rekaan", "1", "Ketua Tim"),)


def test_every_change_is_logged_and_names_what_it_replaces(store: Store) -> None:
    evaluation = fill(store)
    with store.transaction("Budi") as tx:
        assert tx.set_answer(evaluation, "A.I.1.i.a", "Tidak")
        assert not tx.set_answer(evaluation, "A.I.1.i.a", "Tidak")  # nothing new, nothing logged
    with store.transaction("Budi") as tx:
        tx.set_answer(evaluation, "A.I.1.i.a", None)
    first, second, third = [e for e in store.log(evaluation) if e.target == "answer:A.I.1.i.a"]
    assert (first.actor, first.old, first.new, first.replaces) == ("Ani", None, "Ya", None)
    assert (second.actor, second.old, second.new, second.replaces) == ("Budi", "Ya", "Tidak", first.id)
    assert (third.old, third.new, third.replaces) == ("Tidak", None, second.id)
    assert {e.device for e in store.log(evaluation)} == {store.device}


def test_the_log_adds_up_to_the_tables(store: Store) -> None:
    evaluation = fill(store)
    state: dict[str, object] = {}
    for entry in store.log(evaluation):
        state[entry.target] = entry.new
    stored = store.evaluation(evaluation)
    assert stored is not None
    assert {t: v for t, v in state.items() if t.startswith("answer:")} == {
        "answer:A.I.1.i.a": "Ya",
        "answer:A.II.1.i.a.agen": "12",
        "answer:B.I.a": "3.72",
    }
    assert state["note:A.I.1.i.a"] == "SK ada"
    assert state["team"] == [["Rekaan", "1", "Ketua Tim"]]
    (evidence,) = stored.evidence["A.I.1.i.a"]
    assert state[f"evidence:{evidence.id}"] == {"question": "A.I.1.i.a", "position": 0, "text": "SK Tim.pdf"}


def test_the_chain_holds_and_shows_a_change_behind_our_back(store: Store) -> None:
    evaluation = fill(store)
    assert broken_entries(store.log(evaluation)) == []
    other = sqlite3.connect(store.path)
    other.execute("update log set new = '\"Tidak\"' where target = 'answer:A.I.1.i.a'")
    other.commit()
    other.close()
    tampered = next(e for e in store.log(evaluation) if e.target == "answer:A.I.1.i.a")
    assert broken_entries(store.log(evaluation)) == [tampered.id]


def test_a_removed_log_entry_breaks_the_chain(store: Store) -> None:
    evaluation = fill(store)
    log = store.log(evaluation)
    assert broken_entries(log[:2] + log[3:]) == [log[3].id]


def test_two_copies_never_share_entry_ids(store: Store, tmp_path: Path) -> None:
    evaluation = fill(store)
    twin = open_store(tmp_path / "b.zidb")
    try:
        assert not {e.id for e in store.log(evaluation)} & {e.id for e in twin.log(fill(twin))}
        assert twin.device != store.device
    finally:
        twin.close()


def test_log_head_names_a_state(store: Store) -> None:
    evaluation = fill(store)
    before = store.evaluation(evaluation)
    assert before is not None
    assert store.evaluation(evaluation) == before
    with store.transaction("Ani") as tx:
        tx.set_note(evaluation, "A.I.1.i.a", "lain")
    after = store.evaluation(evaluation)
    assert after is not None
    assert after.log_head != before.log_head


def test_a_failing_transaction_leaves_nothing(store: Store) -> None:
    evaluation = fill(store)
    before, entries = store.evaluation(evaluation), len(store.log(evaluation))

    def fail_half_way() -> None:
        with store.transaction("Ani") as tx:
            tx.set_answer(evaluation, "A.I.1.i.a", "Tidak")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        fail_half_way()
    assert store.evaluation(evaluation) == before
    assert len(store.log(evaluation)) == entries


def test_one_answer_for_a_unit_year_and_stage_only(store: Store) -> None:
    fill(store)
    with pytest.raises(Exception, match="UNIQUE"), store.transaction("Ani") as tx:
        tx.create_evaluation("Satker Contoh", 2026, "zi-2021", "tpi")


def test_encrypted_store_needs_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "a.zidb"
    first = open_store(path, passphrase="rahasia uji")
    evaluation = fill(first)
    first.close()
    assert b"Satker" not in path.read_bytes()
    for wrong in (None, "salah"):
        with pytest.raises(ZiError) as refused:
            open_store(path, passphrase=wrong)
        assert refused.value.code == "locked"
    again = open_store(path, passphrase="rahasia uji")
    try:
        assert again.encrypted
        assert again.evaluation(evaluation) is not None
    finally:
        again.close()


def test_a_newer_file_is_refused_untouched(store: Store) -> None:
    path = store.path
    store.close()
    other = sqlite3.connect(path)
    other.execute("update alembic_version set version_num = '9999'")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(ZiError) as refused:
        open_store(path)
    assert refused.value.code == "store-newer"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all, just text", b"SQLite format 3\x00" + b"\x00" * 500]
)
def test_a_file_that_is_no_store_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zidb"
    path.write_bytes(content)
    with pytest.raises(ZiError) as refused:
        open_store(path)
    assert refused.value.code in ("locked", "not-a-store")
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("create table t(x)")
    other.commit()
    other.close()
    with pytest.raises(ZiError) as refused:
        open_store(path)
    assert refused.value.code == "not-a-store"


def test_a_second_program_waits_and_nothing_is_lost(store: Store) -> None:
    evaluation = fill(store)
    twin = open_store(store.path)
    try:
        with twin.transaction("Budi") as tx:
            tx.set_answer(evaluation, "A.I.1.i.b", "B")
        stored = store.evaluation(evaluation)
        assert stored is not None
        assert stored.cells["A.I.1.i.b"] == "B"
        assert broken_entries(store.log(evaluation)) == []
    finally:
        twin.close()


def test_head_is_what_alembic_says_and_the_tables_are_the_models(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from sqlmodel import SQLModel

    from zi_desktop.store import engine as engines
    from zi_desktop.store import tables

    assert ScriptDirectory(str(schema._MIGRATIONS)).get_current_head() == schema.HEAD
    open_store(tmp_path / "a.zidb").close()
    engine = engines.engine_on(engines.connect(tmp_path / "a.zidb", None), None)
    try:
        with engine.connect() as connection:
            assert tables.LogRow.__tablename__ in SQLModel.metadata.tables
            assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
    finally:
        engine.dispose()
