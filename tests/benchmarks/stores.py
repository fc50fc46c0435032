"""The store that the window is measured on: ten years of a thousand evaluations, made once and kept."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from tests.tools import ten_years
from zi_desktop.services.evaluations import list_evaluations
from zi_desktop.services.workspace import open_workspace
from zi_desktop.store.schema import HEAD

SMALL = "ZI_BENCH_SMALL"
"""Set in the environment: a folder for a store of a few evaluations, to see that everything runs."""
_KEPT = Path(__file__).parents[2] / "build" / "bench"


def ten_years_store() -> Path:
    """With the worklist's figures computed, as after a first day's use. Answers given by a benchmark stay in
    it: they replace one another."""
    small = os.environ.get(SMALL)
    folder = Path(small) if small else _KEPT
    units = 30 if small else 1000
    made_by = hashlib.sha256(Path(ten_years.__file__).read_bytes() + HEAD.encode()).hexdigest()[:12]
    path = folder / f"ten-years-{made_by}" / "store.zidb"
    if not path.exists():
        for old in folder.glob("ten-years-*"):
            shutil.rmtree(old)
        path.parent.mkdir(parents=True)
        unfinished = path.with_name("unfinished.zidb")
        ten_years.make_ten_years(unfinished, units=units, years=10)
        unfinished.replace(path)
    work = open_workspace(path, actor="Uji")
    try:
        list_evaluations(work)
    finally:
        work.close()
    return path
