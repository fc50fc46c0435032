"""What the user said of a sheet, remembered for the next file made from the same template."""

from __future__ import annotations

import json
from typing import Any

from zi_desktop.domain.reading import Corrections
from zi_desktop.services.changes import Changes
from zi_desktop.services.workspace import Workspace

_PREFIX = "mapping:"


def remembered(work: Workspace) -> dict[str, Corrections]:
    """All remembered corrections by the shape of the sheet (`Reading.shape`)."""
    found = {}
    for key, value in work.store.settings(_PREFIX).items():
        found[key.removeprefix(_PREFIX)] = _parsed(json.loads(value))
    return found


def _parsed(kept: dict[str, Any]) -> Corrections:
    rows = {int(row): cell for row, cell in kept["rows"].items()}
    more = {sheet: _parsed(said) for sheet, said in kept.get("more", {}).items()}
    return Corrections(kept["sheet"], kept["columns"], rows, more)


def _value(said: Corrections) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "sheet": said.sheet,
        "columns": dict(said.columns),
        "rows": {str(row): cell for row, cell in said.rows.items()},
    }
    if more := {sheet: _value(of) for sheet, of in said.more.items() if of}:
        kept["more"] = more
    return kept


def remember(work: Workspace, shape: str, corrections: Corrections) -> Changes:
    """Keeps corrections for sheets of this shape; empty ones forget it."""
    value = None
    if corrections:
        value = json.dumps(_value(corrections), ensure_ascii=False, sort_keys=True)
    with work.transaction() as tx:
        return Changes(settings=tx.set_setting(_PREFIX + shape, value))
