"""The very first picture: quick, as little is loaded for it, and the one that stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.tools.ten_years import make_ten_years
from zi_desktop.services.evaluations import list_evaluations
from zi_desktop.services.workspace import open_workspace
from zi_desktop.store.place import FILE_NAME

LATER = {
    "sqlalchemy",
    "alembic",
    "dataclasses",
    "getpass",
    "hashlib",
    "keyring",
    "yaml",
    "lxml",
    "typer",
    "zi_desktop.cli.commands",
    "zi_desktop.domain.evaluation",
    "zi_desktop.domain.lke",
    "zi_desktop.domain.report",
    "zi_desktop.domain.scoring",
    "zi_desktop.services.changes",
    "zi_desktop.services.keys",
    "zi_desktop.services.reports",
    "zi_desktop.store.contents",
    "zi_desktop.store.log",
    "zi_desktop.store.transaction",
    "zi_desktop.worksheets.edition",
    "zi_desktop.ui.card",
    "zi_desktop.ui.dialogs",
    "zi_desktop.ui.toast",
    "zi_desktop.ui.workbench",
}
"""What costs time and shows nothing in a list."""
_HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A start on a store of a hundred evaluations, as it was left the day before: all figures are kept."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "ZI Desktop").mkdir()
    store = make_ten_years(folder / "ZI Desktop" / FILE_NAME, units=50, years=2)
    work = open_workspace(store, actor="Uji")
    list_evaluations(work)
    work.close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.first_picture"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(_HOMES, str(folder))},
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_it_is_the_one_that_stays(started: dict[str, Any]) -> None:
    assert started["known"], "figures, not places for them"
    assert started["rows"] == 100
    assert started["same"], "nothing moves when the rest has been built"


def test_nothing_is_loaded_that_it_does_not_show(started: dict[str, Any]) -> None:
    assert {name for name in started["loaded"] if name in LATER} == set()


def test_no_source_is_read(started: dict[str, Any]) -> None:
    """PySide would look through all that is imported for a feature that nobody here uses."""
    assert started["read"] == []
