"""Where a store stands when nobody says where."""

from __future__ import annotations

from pathlib import Path

FILE_NAME = "zi-desktop.zidb"


def default_store_path() -> Path:
    """In the user's own data folder of the platform; the folder is made when the store is."""
    from platformdirs import user_data_path

    return user_data_path("ZI Desktop", appauthor=False) / FILE_NAME
