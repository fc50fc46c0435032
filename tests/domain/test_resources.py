from __future__ import annotations

import sys
from pathlib import Path

import pytest

from zi_desktop.domain.resources import resource_path, resources_root


def test_the_checkout_ships_its_fonts() -> None:
    assert resource_path("fonts").is_dir()


def test_a_frozen_build_reads_from_its_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "lke").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_root() == tmp_path / "resources"
    assert resource_path("lke") == tmp_path / "resources" / "lke"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such-file\.yaml"):
        resource_path("lke", "no-such-file.yaml")


def test_nothing_outside_the_folder_is_a_resource() -> None:
    with pytest.raises(ValueError, match="not a shipped resource"):
        resource_path("..", "pyproject.toml")
