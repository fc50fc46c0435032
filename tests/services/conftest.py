from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.workspace import Workspace, open_workspace


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("services") / "empty.zidb"
    open_workspace(path).close()
    return path


@pytest.fixture
def work(empty_store: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "a.zidb"
    shutil.copyfile(empty_store, path)
    opened = open_workspace(path, actor="Rekaan")
    yield opened
    opened.close()


@pytest.fixture
def evaluation(work: Workspace) -> str:
    return new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
