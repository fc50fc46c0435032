"""What the evidence file promises: each content once, durable before it is named, damage found."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from zi_desktop.domain.errors import ZiError
from zi_desktop.store import engine, file_source
from zi_desktop.store.file_source import CHUNK
from zi_desktop.store.files import SUFFIX, FilesPlace
from zi_desktop.store.store import open_store

MARK = b"ISI BUKTI REKAAN YANG MUDAH DICARI "


def made_up(size: int, seed: int = 2026) -> bytes:
    return random.Random(seed).randbytes(size)


def hash_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def place(tmp_path: Path) -> FilesPlace:
    return FilesPlace(tmp_path / f"a.zidb{SUFFIX}")


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def write_it(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write_it


def add(place: FilesPlace, source: Path | bytes) -> str:
    with place.opened(make=True) as files:
        return files.add(source)


def read(place: FilesPlace, sha256: str) -> bytes:
    with place.opened() as files, files.open(sha256) as content:
        return content.read()


def rows(place: FilesPlace, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(place.path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def refusal(place: FilesPlace, source: Path | bytes, **how: object) -> str:
    with place.opened(make=True) as files, pytest.raises(ZiError) as refused:
        files.add(source, **how)  # type: ignore[arg-type]
    assert rows(place, "SELECT count(*) FROM file") == rows(place, "SELECT count(*) FROM chunk") == [(0,)]
    return refused.value.code


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17])
def test_what_was_put_in_comes_out(place: FilesPlace, write: Callable[..., Path], size: int) -> None:
    data = made_up(size)
    sha256 = add(place, write("a.bin", data))
    assert sha256 == hash_of(data)
    assert read(place, sha256) == data
    target = place.path.with_name("keluar.bin")
    with place.opened() as files:
        assert files.export(sha256, target).read_bytes() == data
    assert [p.name for p in place.path.parent.glob(".zi-*")] == []


def test_a_content_reads_like_a_file(place: FilesPlace) -> None:
    data = made_up(2 * CHUNK + 100)
    sha256 = add(place, data)
    chance = random.Random(7)
    with place.opened() as files, files.open(sha256) as content:
        for _ in range(200):
            at, count = chance.randrange(len(data) + 10), chance.randrange(CHUNK)
            content.seek(at)
            assert content.read(count) == data[at : at + count]
        content.seek(-50, os.SEEK_END)
        assert content.read() == data[-50:]


def test_the_same_content_is_stored_once_whatever_its_name(
    place: FilesPlace, write: Callable[..., Path]
) -> None:
    data = made_up(2 * CHUNK)
    assert add(place, write("a.bin", data)) == add(place, write("b.pdf", data)) == add(place, data)
    assert rows(place, "SELECT count(*) FROM file") == [(1,)]
    assert rows(place, "SELECT count(*), sum(length(data)) FROM chunk") == [(2, 2 * CHUNK)]


def test_nothing_is_made_before_the_first_file(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.zidb")
    try:
        with store.files.opened() as files:
            assert "0" * 64 not in files
            with pytest.raises(ZiError) as refused:
                files.open("0" * 64)
            assert refused.value.code == "evidence-missing"
        assert not store.files.path.exists()
        add(store.files, b"isi")
        assert store.files.path == tmp_path / f"a.zidb{SUFFIX}"
        assert store.files.path.exists()
    finally:
        store.close()


def test_a_locked_store_leaves_no_content_in_clear(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.zidb", passphrase="rahasia uji")
    data = MARK * 40_000
    try:
        with store.files.opened(make=True) as files:
            sha256 = files.add(data)
            in_use = [p.read_bytes() for p in tmp_path.iterdir()]
        closed = [p.read_bytes() for p in tmp_path.iterdir()]
        assert sum(map(len, in_use)) > len(data)
        for content in in_use + closed:
            assert MARK.strip() not in content
            assert sha256.encode() not in content
        assert read(store.files, sha256) == data
    finally:
        store.close()
    for wrong in (None, "salah"):
        with pytest.raises(ZiError) as refused, FilesPlace(store.files.path, wrong).opened():
            pass
        assert refused.value.code == "locked"
    assert "rahasia" not in repr(store.files)


def test_the_key_of_a_locked_file_is_derived_once(tmp_path: Path) -> None:
    place = FilesPlace(tmp_path / "a.bukti", "rahasia 'uji'")
    sha256 = add(place, b"isi")
    engine._derived.cache_clear()
    for _ in range(5):
        assert read(place, sha256) == b"isi"
    assert (engine._derived.cache_info().misses, engine._derived.cache_info().hits) == (1, 4)
    raw_key = engine.raw_key_of(place.path, place.passphrase)
    engine.connect(place.path, place.passphrase, raw_key).close()  # it is the key the cipher itself derives
    with pytest.raises(ZiError) as refused:
        engine.connect(place.path, place.passphrase, "00" * 32)
    assert refused.value.code == "locked"


def test_a_file_with_another_derivation_opens_by_its_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = FilesPlace(tmp_path / "a.bukti", "rahasia uji")
    sha256 = add(place, b"isi")
    monkeypatch.setattr(engine, "_derived", lambda *_: "00" * 32)
    assert read(place, sha256) == b"isi"


def test_a_plain_evidence_file_beside_a_locked_store_is_refused(place: FilesPlace) -> None:
    add(place, b"isi")
    with pytest.raises(ZiError) as refused, FilesPlace(place.path, "rahasia uji").opened(make=True):
        pass
    assert refused.value.code == "locked"


def test_a_newer_and_a_strange_file_are_refused_untouched(place: FilesPlace) -> None:
    add(place, b"isi")
    rows(place, "PRAGMA user_version = 9")
    strange = FilesPlace(place.path.with_name("asing.bukti"))
    rows(strange, "CREATE TABLE orang_lain (a)")
    for one, code in ((place, "store-newer"), (strange, "not-a-store")):
        before = rows(one, "SELECT * FROM sqlite_master")
        with pytest.raises(ZiError) as refused, one.opened(make=True):
            pass
        assert refused.value.code == code
        assert rows(one, "SELECT * FROM sqlite_master") == before


def test_missing_changed_and_unreferenced_contents_are_found(place: FilesPlace) -> None:
    sound, tampered, cut, gone, unnamed = (add(place, made_up(2 * CHUNK + i, i)) for i in range(5))
    connection = sqlite3.connect(place.path)
    connection.execute("UPDATE chunk SET data = zeroblob(10) WHERE sha256 = ? AND n = 1", (tampered,))
    connection.execute("DELETE FROM chunk WHERE sha256 = ? AND n = 0", (cut,))
    connection.execute("DELETE FROM file WHERE sha256 = ?", (gone,))
    connection.commit()
    connection.close()
    with place.opened() as files:
        found = files.check({sound, tampered, cut, gone})
        assert found.missing == {gone}
        assert found.changed == {tampered, cut}
        assert found.unreferenced == 1
        target = place.path.with_name("keluar.bin")
        target.write_bytes(b"yang lama")
        with pytest.raises(ZiError) as refused:
            files.export(tampered, target)
        assert refused.value.code == "not-read-back"
        assert target.read_bytes() == b"yang lama"
        assert files.add(made_up(2 * CHUNK + 1, 1)) == tampered, "adding it again mends it"
        assert files.check({tampered}).changed == frozenset()
    assert unnamed


def test_a_flipped_bit_in_a_locked_file_is_found(tmp_path: Path) -> None:
    place = FilesPlace(tmp_path / "a.bukti", "rahasia uji")
    sha256 = add(place, made_up(CHUNK))
    content = bytearray(place.path.read_bytes())
    content[len(content) // 2] ^= 1
    place.path.write_bytes(content)
    with place.opened() as files:
        assert files.check({sha256}).changed == {sha256}


def test_what_cannot_be_read_is_refused_and_leaves_nothing(place: FilesPlace, tmp_path: Path) -> None:
    assert refusal(place, tmp_path / "tidak-ada.pdf") == "no-file"
    assert refusal(place, tmp_path) == "not-a-file"


def test_a_file_over_the_limit_is_refused(
    place: FilesPlace, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_source, "MAX_FILE", 2 * CHUNK)
    assert refusal(place, write("a.bin", bytes(2 * CHUNK + 1))) == "too-large"
    path = write("b.bin", bytes(CHUNK))
    with place.opened(make=True) as files:
        assert files.add(path)


def test_a_source_that_changes_or_vanishes_while_read_leaves_nothing(
    place: FilesPlace, write: Callable[..., Path]
) -> None:
    data = made_up(4 * CHUNK)
    growing, other, vanishing = (write(name, data) for name in ("a.bin", "b.bin", "c.bin"))

    def grow(_: float) -> None:
        with growing.open("ab") as file:
            file.write(b"x")

    def swap(share: float) -> None:
        if 0.33 < share < 0.34:  # hashed, not yet copied
            other.write_bytes(made_up(4 * CHUNK, 1))

    assert refusal(place, growing, progress=grow) == "file-changed"
    assert refusal(place, other, progress=swap) == "file-changed"
    assert refusal(place, vanishing, progress=lambda _: vanishing.unlink(missing_ok=True)) == "no-file"


def test_adding_can_be_cancelled_at_every_step(place: FilesPlace) -> None:
    data = made_up(3 * CHUNK)
    for allowed in range(6):
        asked = iter(range(100))
        assert refusal(place, data, cancelled=lambda left=allowed, a=asked: next(a) >= left) == "cancelled"
    shares: list[float] = []
    with place.opened(make=True) as files:
        files.add(data, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_full_disk_is_told_and_leaves_nothing(place: FilesPlace) -> None:
    def add_to_a_full_disk() -> None:
        with place.opened(make=True) as files:
            files._connection.execute("PRAGMA max_page_count = 100")
            files.add(made_up(CHUNK))

    with pytest.raises(ZiError) as refused:
        add_to_a_full_disk()
    assert refused.value.code == "disk"
    assert rows(place, "SELECT count(*) FROM chunk") == [(0,)]
    assert add(place, made_up(CHUNK)), "there is room again"


def test_a_big_file_needs_little_memory(place: FilesPlace, tmp_path: Path) -> None:
    path = tmp_path / "besar.bin"
    piece = made_up(CHUNK)
    with path.open("wb") as file:
        for _ in range(50):
            file.write(piece)
    tracemalloc.start()
    try:
        sha256 = add(place, path)
        with place.opened() as files:
            assert not files.check({sha256}).changed
            files.export(sha256, tmp_path / "keluar.bin")
        assert tracemalloc.get_traced_memory()[1] < 8 * CHUNK
    finally:
        tracemalloc.stop()


LOOP = """
import sys
from pathlib import Path
from zi_desktop.store.files import FilesPlace
for number in range(10_000):
    with FilesPlace(Path(sys.argv[1])).opened(make=True) as files:
        print(files.add(f"{sys.argv[2]} {number} ".encode() * 100_000), flush=True)
"""


def test_no_acknowledged_content_is_missing_after_a_kill(place: FilesPlace) -> None:
    chance = random.Random(2026)
    acknowledged: list[str] = []
    for turn in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", LOOP, str(place.path), str(turn)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(chance.uniform(0.02, 0.2))
        child.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        out = first + child.stdout.read()
        child.wait()
        child.stdout.close()
        acknowledged += out.splitlines()[: out.count("\n")]
        with place.opened() as files:
            found = files.check(acknowledged)
            assert (found.missing, found.changed) == (frozenset(), frozenset())
        orphans = "SELECT count(*) FROM chunk WHERE sha256 NOT IN (SELECT sha256 FROM file)"
        assert rows(place, orphans) == [(0,)]
    assert len(acknowledged) >= 4
