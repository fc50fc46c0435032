"""Which schema a file has, and bringing it to ours: new made, older upgraded, newer refused."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.store.engine import WRITE, engine_on

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

HEAD = "0003"
"""The newest revision in migrations/: known without importing Alembic, which costs a third of a second."""
APPLICATION_ID = 0x5A494453  # "ZIDS": tells our files from any other SQLite file
_MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(connection: Any, path: Path, passphrase: str | None) -> None:
    """Leaves the file at `HEAD`. An older one is copied beside itself first; the upgrade is one transaction.
    Raises ZiError ``store-newer`` for a newer file and ``not-a-store`` for somebody else's."""
    revision = _revision(connection, path)
    if revision == HEAD:
        return
    if revision is not None:
        if revision not in _known_revisions():
            raise _newer(path, revision)
        _back_up(connection, path, revision)
    _upgrade(engine_on(connection, passphrase))


def _revision(connection: Any, path: Path) -> str | None:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    if not tables:
        return None
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID or "alembic_version" not in tables:
        raise ZiError(
            "not-a-store",
            Text("Berkas ini bukan penyimpanan ZI Desktop", "This file is not a ZI Desktop store"),
            where=str(path),
            remedy=Text("Pilih berkas lain.", "Choose another file."),
        )
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _known_revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory(str(_MIGRATIONS)).walk_revisions()}


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with engine.execution_options(**{WRITE: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _back_up(connection: Any, path: Path, revision: str) -> Path:
    """A copy of the whole file as it was, durable before anything is changed."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    copy = path.with_name(f"{path.name}.sebelum-{revision}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.name}.sebelum-{revision}-{number}")
    shutil.copyfile(path, copy)
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    return copy


def _newer(path: Path, revision: str) -> ZiError:
    return ZiError(
        "store-newer",
        Text(
            f"Penyimpanan ini dibuat oleh ZI Desktop yang lebih baru (skema {revision})",
            f"This store was made by a newer ZI Desktop (schema {revision})",
        ),
        where=str(path),
        remedy=Text(
            "Pasang versi terbaru. Berkas tidak diubah.", "Install the newest version. Nothing was changed."
        ),
    )
