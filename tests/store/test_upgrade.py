"""Older files are backed up and upgraded; a failing upgrade leaves them as they were."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.store import schema
from zi_desktop.store.log import broken_entries
from zi_desktop.store.store import open_store

OLD_FILES = Path(__file__).parent.parent / "old_files"
STORES = sorted(OLD_FILES.glob("store-*.zidb"))

NEXT = """
from alembic import op
import sqlalchemy as sa
revision = "9998"
down_revision = "{head}"
def upgrade():
    op.add_column("note", sa.Column("tone", sa.String(), nullable=True))
    {more}
"""


@pytest.fixture
def next_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A program one schema further than ours."""

    def install(more: str = "") -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(schema._MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "next.py").write_text(
            NEXT.format(head=schema.HEAD, more=more), encoding="utf-8"
        )
        monkeypatch.setattr(schema, "_MIGRATIONS", folder)
        monkeypatch.setattr(schema, "HEAD", "9998")

    return install


def copy_of(path: Path, folder: Path) -> Path:
    target = folder / path.name
    shutil.copyfile(path, target)
    return target


def test_every_schema_ever_written_is_kept() -> None:
    assert [p.stem.removeprefix("store-") for p in STORES] == sorted(schema._known_revisions())


@pytest.mark.parametrize("old", STORES, ids=lambda p: p.stem)
def test_a_store_of_every_schema_opens_with_all_that_was_in_it(old: Path, tmp_path: Path) -> None:
    store = open_store(copy_of(old, tmp_path))
    try:
        (evaluation,) = store.evaluations()
        assert (evaluation.unit, evaluation.year) == ("Satker Contoh (data rekaan)", 2026)
        assert evaluation.cells["A.I.1.i.b"] == "B"
        assert evaluation.notes["A.I.1.i.b"] == "Catatan rekaan"
        assert [e.text for e in evaluation.evidence["A.I.1.i.b"]] == ["SK Tim.pdf", "Notulen.pdf"]
        assert evaluation.findings["A.I.1.i.b"][0].recommendation == "Rekomendasi rekaan"
        assert evaluation.team[0].name == "Rekaan Ketua"
        assert broken_entries(store.log(evaluation.id)) == []
    finally:
        store.close()


def test_an_older_file_is_backed_up_then_upgraded(tmp_path: Path, next_schema) -> None:
    path = copy_of(STORES[-1], tmp_path)
    before = path.read_bytes()
    next_schema()
    store = open_store(path)
    try:
        (evaluation,) = store.evaluations()
        assert evaluation.notes["A.I.1.i.b"] == "Catatan rekaan"
    finally:
        store.close()
    (backup,) = tmp_path.glob("*.sebelum-*")
    assert backup.read_bytes() == before


def test_a_failing_upgrade_changes_nothing(tmp_path: Path, next_schema) -> None:
    path = copy_of(STORES[-1], tmp_path)
    next_schema(more='raise RuntimeError("power cut")')
    with pytest.raises(RuntimeError, match="power cut"):
        open_store(path)
    with pytest.MonkeyPatch.context() as back:
        back.setattr(schema, "HEAD", STORES[-1].stem.removeprefix("store-"))
        store = open_store(path)
        try:
            (evaluation,) = store.evaluations()
            assert evaluation.cells["A.I.1.i.b"] == "B"
        finally:
            store.close()


def test_our_program_refuses_what_the_next_one_wrote(tmp_path: Path, next_schema, monkeypatch) -> None:
    path = copy_of(STORES[-1], tmp_path)
    ours = (schema._MIGRATIONS, schema.HEAD)
    next_schema()
    open_store(path).close()
    monkeypatch.setattr(schema, "_MIGRATIONS", ours[0])
    monkeypatch.setattr(schema, "HEAD", ours[1])
    with pytest.raises(ZiError) as refused:
        open_store(path)
    assert refused.value.code == "store-newer"


def test_the_marks_of_schema_0003_come_out_as_they_went_in(tmp_path: Path) -> None:
    store = open_store(copy_of(OLD_FILES / "store-0003.zidb", tmp_path))
    try:
        (evaluation,) = store.evaluations()
        assert [e.file for e in evaluation.evidence["A.I.1.i.b"]] == ["", "ab" * 32]
        assert store.file_facts(["ab" * 32])["ab" * 32].taken_at == "2026-01-03T10:00:00"
        assert evaluation.reviewed == {"A.I.1.i.b"}
        assert evaluation.reasons == {"no-evidence@A.I.1.i.a": "Alasan rekaan"}
        assert evaluation.follow_ups["f-lama"].evidence == "Draf.docx"
        assert evaluation.sign_off is not None
        assert evaluation.sign_off.reason == "Bukti susulan"
        assert store.log(evaluation.id)[-1].reason == "Bukti susulan"
        assert store.unit_facts(evaluation.unit)["event:1"]["kind"] == "pencanangan"
    finally:
        store.close()
