"""Where the read-only files shipped with the program are: one call for a checkout and a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


def resources_root() -> Path:
    """The folder `resources/`: beside the package in a checkout, inside the bundle in a PyInstaller build."""
    bundle = getattr(sys, "_MEIPASS", None)
    return (Path(bundle) if bundle else _CHECKOUT) / "resources"


def resource_path(*parts: str) -> Path:
    """Path of a shipped file or folder, e.g. `resource_path("lke", "zi-2021.yaml")`.

    Raises `FileNotFoundError` for a name that is not shipped, so that a broken installation shows at once and
    by name, and `ValueError` for a name that leads out of the folder.
    """
    root = resources_root()
    path = root.joinpath(*parts)
    if not path.resolve().is_relative_to(root.resolve()):
        raise ValueError(f"not a shipped resource: {'/'.join(parts)}")
    if not path.exists():
        raise FileNotFoundError(f"missing resource: {path}")
    return path
