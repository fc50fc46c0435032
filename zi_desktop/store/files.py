"""The contents of attached files: a second SQLite file beside the store, each content once, by its SHA-256.

It is opened with the store's own rules (WAL + FULL, the same passphrase), so that what is attached to a
locked store is never left in clear beside it. It is made when the first file is attached. A content is
committed and read back before a row of the store may name it; taking that row away leaves the content, for
undo.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.store import engine as engines
from zi_desktop.store.file_content import ContentReader, not_read_back, write_out
from zi_desktop.store.file_source import CHUNK, Source, changed, name_of, pieces, size_of

SUFFIX = ".bukti"
APPLICATION_ID = 0x5A494446  # "ZIDF"
VERSION = 1
_TABLES = (
    "CREATE TABLE file (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL)",
    "CREATE TABLE chunk (sha256 TEXT NOT NULL, n INTEGER NOT NULL, data BLOB NOT NULL, "
    "PRIMARY KEY (sha256, n))",
)

Progress = Callable[[float], object]
"""Told the share that is done, 0…1."""
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class FilesPlace:
    """Where a store's contents are. A value: a worker thread opens them itself."""

    path: Path
    passphrase: str | None = field(default=None, repr=False)

    @contextmanager
    def opened(self, *, make: bool = False) -> Iterator[Files]:
        """The contents, for the thread that asks. Without ``make``, a file that is not there yet is an empty
        one. Raises ZiError ``locked``, ``not-a-store``, ``store-newer``, ``busy``, ``no-access``."""
        driver = engines.driver(self.passphrase)
        there = self.path.exists() and self.path.stat().st_size > 0
        if there and not self.passphrase and engines.is_encrypted(self.path):
            raise engines.no_passphrase(self.path)
        if there or make:
            engines.make_folder(self.path)
            connection = self._connect()
        else:
            connection = driver.connect(":memory:", isolation_level=None)
        try:
            _prepare(connection, self.path)
            yield Files(connection, self.path)
        except driver.DatabaseError as error:
            raise engines.translate(error, self.path, encrypted=bool(self.passphrase)) from error
        finally:
            connection.close()

    def _connect(self) -> Any:
        """Pages are turned one connection a page, so the key is derived once. Where it does not fit, the
        cipher itself has the last word."""
        raw_key = engines.raw_key_of(self.path, self.passphrase)
        if raw_key:
            try:
                return engines.connect(self.path, self.passphrase, raw_key)
            except ZiError as error:
                if error.code != "locked":
                    raise
        return engines.connect(self.path, self.passphrase)


@dataclass(frozen=True)
class FilesCheck:
    """Of the contents asked for, those that are not there and those that are not what they were; and how
    many are there that nobody asked for."""

    missing: frozenset[str]
    changed: frozenset[str]
    unreferenced: int


class Files:
    """Made by `FilesPlace.opened`; lives on one thread, as long as that block."""

    def __init__(self, connection: Any, path: Path) -> None:
        self._connection = connection
        self._path = path

    def add(
        self,
        source: Source,
        progress: Progress = lambda _: None,
        cancelled: Cancelled = lambda: False,
    ) -> str:
        """The SHA-256 of the content, which is durable and has been read back when this returns.

        A content that is there already is read back only. Raises ZiError ``no-file``, ``not-a-file``,
        ``no-access``, ``too-large``, ``file-changed``, ``disk``, ``cancelled``, ``not-read-back``; then
        nothing was added.
        """
        steps = _Steps(3 * max(1, size_of(source)), progress, cancelled)
        hashed = hashlib.sha256()
        for piece in pieces(source):
            hashed.update(piece)
            steps.done(len(piece))
        sha256 = hashed.hexdigest()
        if sha256 not in self or not self._is_sound(sha256, steps):
            self._write(sha256, source, steps)
            if not self._is_sound(sha256, steps):
                raise not_read_back(name_of(source))
        progress(1.0)
        return sha256

    def __contains__(self, sha256: str) -> bool:
        return self._size(sha256) is not None

    def open(self, sha256: str) -> BinaryIO:
        """The content as a file for reading; raises ZiError ``evidence-missing``."""
        size = self._size(sha256)
        if size is None:
            raise self._missing(sha256)
        reader = ContentReader(size, CHUNK, lambda n: self._chunk(sha256, n))
        return io.BufferedReader(reader, 1 << 16)

    def export(self, sha256: str, target: Path) -> Path:
        """The content as a file of its own, read back. Raises ZiError ``evidence-missing``, ``disk``,
        ``no-access``, and ``not-read-back`` also when the content is damaged."""
        if sha256 not in self:
            raise self._missing(sha256)
        return write_out(self._pieces(sha256), sha256, target)

    def check(
        self,
        wanted: Iterable[str],
        progress: Progress = lambda _: None,
        cancelled: Cancelled = lambda: False,
    ) -> FilesCheck:
        """Every content in ``wanted`` is read and hashed again."""
        asked = frozenset(wanted)
        rows = self._connection.execute("SELECT sha256, size FROM file").fetchall()
        sizes = {str(sha256): int(size) for sha256, size in rows}
        there = asked & sizes.keys()
        steps = _Steps(max(1, sum(sizes[sha256] for sha256 in there)), progress, cancelled)
        damaged = frozenset(sha256 for sha256 in there if not self._is_sound(sha256, steps))
        return FilesCheck(asked - there, damaged, len(sizes.keys() - asked))

    def _write(self, sha256: str, source: Source, steps: _Steps) -> None:
        hashed, size, number = hashlib.sha256(), 0, 0
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.execute("DELETE FROM chunk WHERE sha256 = ?", (sha256,))
            for piece in pieces(source):
                self._connection.execute("INSERT INTO chunk VALUES (?, ?, ?)", (sha256, number, piece))
                hashed.update(piece)
                size, number = size + len(piece), number + 1
                steps.done(len(piece))
            if hashed.hexdigest() != sha256:
                raise changed(name_of(source))
            self._connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (sha256, size))
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _is_sound(self, sha256: str, steps: _Steps | None = None) -> bool:
        hashed = hashlib.sha256()
        try:
            for piece in self._pieces(sha256):
                hashed.update(piece)
                if steps is not None:
                    steps.done(len(piece))
        except (self._connection.DatabaseError, ZiError) as error:
            if isinstance(error, ZiError) and error.code == "cancelled":
                raise
            return False
        return hashed.hexdigest() == sha256

    def _pieces(self, sha256: str) -> Iterator[bytes]:
        rows = self._connection.execute("SELECT data FROM chunk WHERE sha256 = ? ORDER BY n", (sha256,))
        for (data,) in rows:
            yield data

    def _chunk(self, sha256: str, number: int) -> bytes:
        row = self._connection.execute(
            "SELECT data FROM chunk WHERE sha256 = ? AND n = ?", (sha256, number)
        ).fetchone()
        if row is None:
            raise self._missing(sha256)
        return bytes(row[0])

    def _size(self, sha256: str) -> int | None:
        row = self._connection.execute("SELECT size FROM file WHERE sha256 = ?", (sha256,)).fetchone()
        return None if row is None else int(row[0])

    def _missing(self, sha256: str) -> ZiError:
        return ZiError(
            "evidence-missing",
            Text("Isi berkas bukti ini tidak ada", "The content of this evidence is not there"),
            where=f"{self._path.name}: {sha256[:12]}",
            remedy=Text(
                "Tambahkan berkasnya lagi, atau pulihkan dari cadangan.",
                "Attach the file again, or restore it from a backup.",
            ),
        )


class _Steps:
    """Bytes read or written, told as a share; the place where cancelling is heard."""

    def __init__(self, of: int, progress: Progress, cancelled: Cancelled) -> None:
        self._of, self._progress, self._cancelled = of, progress, cancelled
        self._done = 0

    def done(self, count: int) -> None:
        if self._cancelled():
            raise ZiError(
                "cancelled", Text("Dibatalkan; tidak ada yang ditulis", "Cancelled; nothing was written")
            )
        self._done += count
        self._progress(min(1.0, self._done / self._of))


def _prepare(connection: Any, path: Path) -> None:
    """Makes the tables in an empty file; refuses a newer file and somebody else's."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application == APPLICATION_ID and version == VERSION:
        return
    if application == APPLICATION_ID and version > VERSION:
        raise _newer(path, version)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        elif connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise _not_ours(path)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _newer(path: Path, version: int) -> ZiError:
    return ZiError(
        "store-newer",
        Text(
            f"Berkas bukti ini dibuat oleh ZI Desktop yang lebih baru (skema {version})",
            f"This evidence file was made by a newer ZI Desktop (schema {version})",
        ),
        where=str(path),
        remedy=Text(
            "Pasang versi terbaru. Berkas tidak diubah.", "Install the newest version. Nothing was changed."
        ),
    )


def _not_ours(path: Path) -> ZiError:
    return ZiError(
        "not-a-store",
        Text("Berkas ini bukan penyimpanan bukti ZI Desktop", "This is not an evidence file of ZI Desktop"),
        where=str(path),
        remedy=Text("Pindahkan berkas itu ke tempat lain.", "Move that file somewhere else."),
    )
