"""Opening the file: plain or encrypted, always WAL with synchronous=FULL.

WAL + FULL is not a matter of taste: with SQLite's defaults (DELETE/FULL) or WAL/NORMAL the last acknowledged
answer can be gone after a power cut.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import Text, ZiError

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

BUSY_MS = 10_000
WRITE = "zi_write"
_LOG_PAGES = 8000
"""How long the write-ahead log may grow before a change waits until it is folded into the file: some hundred
answers in a row. Whoever works for long folds it in a pause (`fold`)."""
_PLAIN_HEADER = b"SQLite format 3\x00"


def is_encrypted(path: Path) -> bool:
    """True for a file with content that does not start like a plain SQLite file."""
    with path.open("rb") as file:
        head = file.read(16)
    return bool(head) and head != _PLAIN_HEADER


def engine_on(connection: Any, passphrase: str | None) -> Engine:
    """SQLAlchemy on an open connection of `connect`. Transactions that write begin IMMEDIATE, so that reading
    before writing can never work on a state another process has changed. Loading SQLAlchemy takes longer
    than showing the window, so nothing that only reads needs it."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    module = driver(passphrase)
    engine = create_engine("sqlite://", module=module, creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        conn.exec_driver_sql("BEGIN IMMEDIATE" if conn.get_execution_options().get(WRITE) else "BEGIN")

    return engine


@contextmanager
def snapshot(path: Path, connection: Any) -> Iterator[Any]:
    """What is read in the block is one state of the file, whoever writes meanwhile. Inside a transaction it
    is that transaction's."""
    own = not connection.in_transaction
    try:
        if own:
            connection.execute("BEGIN")
        try:
            yield connection
        finally:
            if own and connection.in_transaction:
                connection.execute("COMMIT")
    except _database_errors(connection) as error:
        raise translate(error, path, encrypted=False) from error


@contextmanager
def writing(path: Path, connection: Any) -> Iterator[Any]:
    """One transaction of bare statements: durable when the block has ended, nothing of it when it raised. See
    `engine_on` for why it begins IMMEDIATE. A broken constraint is a bug, and raised as it is."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # some errors have taken everything back already
                connection.execute("ROLLBACK")
            raise
    except connection.IntegrityError:
        raise
    except _database_errors(connection) as error:
        raise translate(error, path, encrypted=False) from error


def _database_errors(connection: Any) -> tuple[type[Exception], ...]:
    """The driver's own errors: connections of sqlite3 and sqlcipher3 carry them, as DB-API 2 allows."""
    return (connection.DatabaseError,)


def driver(passphrase: str | None) -> Any:
    """The DB-API module that opens a plain file or, with a passphrase, an encrypted one."""
    if not passphrase:
        return sqlite3
    import sqlcipher3.dbapi2

    return sqlcipher3.dbapi2


def raw_key_of(path: Path, passphrase: str | None) -> str:
    """The key of an encrypted file, derived as the cipher does it (SQLCipher 4: PBKDF2-HMAC-SHA512, 256,000
    rounds, a tenth of a second) and remembered; empty for a file that is plain or not there yet."""
    if not passphrase or not path.exists():
        return ""
    with path.open("rb") as file:
        salt = file.read(16)
    return _derived(passphrase, salt) if len(salt) == 16 else ""


@lru_cache(maxsize=8)
def _derived(passphrase: str, salt: bytes) -> str:
    import hashlib  # what opens the cipher loads it anyway; a plain store needs none

    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, 256_000, 32).hex()


def connect(path: Path, passphrase: str | None, raw_key: str = "") -> Any:
    """A connection of `driver`, in autocommit. ``raw_key``: what `raw_key_of` made of the passphrase, to save
    the cipher doing it again. Raises ZiError ``locked``, ``not-a-store``, ``busy``."""
    module = driver(passphrase)
    # The store lives on one thread at a time; SQLAlchemy's pool is what would trip over the check.
    connection = module.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        if passphrase:
            connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong key is told by us, once
            quoted = passphrase.replace("'", "''")
            connection.execute(f"PRAGMA key = \"x'{raw_key}'\"" if raw_key else f"PRAGMA key = '{quoted}'")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        set_pragmas(connection)
    except module.DatabaseError as error:
        connection.close()
        raise translate(error, path, encrypted=bool(passphrase)) from error
    return connection


def set_pragmas(connection: Any) -> None:
    """Raises ZiError ``not-durable`` when the file system will not have WAL (some network drives)."""
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    if mode != "wal":
        raise ZiError(
            "not-durable",
            Text("Tempat ini tidak menjamin jawaban tersimpan", "This place cannot keep answers safely"),
            remedy=Text("Simpan berkas di cakram lokal.", "Keep the file on a local disk."),
        )


def fold(path: Path, passphrase: str | None) -> None:
    """Moves what the write-ahead log holds into the file, over a connection of its own and without making
    anybody wait: meant for a thread beside. What others still read stays for the next time. Raises ZiError
    as `connect` does."""
    connection = connect(path, passphrase, raw_key_of(path, passphrase))
    try:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    except connection.DatabaseError as error:
        raise translate(error, path, encrypted=False) from error
    finally:
        connection.close()


def make_folder(path: Path) -> None:
    """Raises ZiError ``no-access`` where no folder can be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ZiError(
            "no-access",
            Text("Folder penyimpanan tidak dapat dibuat", "The store's folder cannot be made"),
            where=str(path.parent),
            remedy=Text("Pilih folder lain dengan --store.", "Choose another folder with --store."),
        ) from error


def translate(error: Exception, path: Path, *, encrypted: bool) -> ZiError:
    """What SQLite complains of in words; ``encrypted``: a passphrase was tried."""
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return ZiError(
            "busy",
            Text("Berkas sedang dipakai program lain", "Another program is using the file"),
            where=str(path),
            remedy=Text("Tutup program lain, lalu ulangi.", "Close the other program and try again."),
        )
    if "full" in text or "disk i/o" in text or "readonly" in text:
        return ZiError(
            "disk",
            Text(f"Tidak dapat menulis ke cakram ({error})", f"The disk cannot be written ({error})"),
            where=str(path),
            remedy=Text(
                "Kosongkan ruang atau periksa cakramnya; perubahan terakhir belum tersimpan.",
                "Free some space or check the disk; the last change is not saved.",
            ),
        )
    if "not a database" in text and encrypted:
        return wrong_passphrase(path)
    return ZiError(
        "not-a-store",
        Text(f"Berkas penyimpanan tidak dapat dibuka ({error})", f"The store cannot be opened ({error})"),
        where=str(path),
        remedy=Text(
            "Pulihkan dari cadangan, atau pilih berkas lain.",
            "Restore it from a backup, or choose another file.",
        ),
    )


def wrong_passphrase(path: Path) -> ZiError:
    return ZiError(
        "locked",
        Text(
            "Kata sandi salah, atau berkas ini bukan penyimpanan ZI Desktop",
            "Wrong passphrase, or this is not a ZI Desktop store",
        ),
        where=str(path),
        remedy=Text("Periksa kata sandinya.", "Check the passphrase."),
    )


def no_passphrase(path: Path) -> ZiError:
    return ZiError(
        "locked",
        Text("Penyimpanan ini terkunci dengan kata sandi", "This store is locked with a passphrase"),
        where=str(path),
        remedy=Text(
            "Isi ZI_STORE_PASSPHRASE, atau buka lewat jendela.",
            "Set ZI_STORE_PASSPHRASE, or open it in the window.",
        ),
    )
