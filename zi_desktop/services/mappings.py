"""What the user said of a sheet, remembered for the next file made from the same template."""

from __future__ import annotations

import json

from zi_desktop.domain.reading import Corrections
from zi_desktop.services.changes import Changes
from zi_desktop.services.workspace import Workspace

_PREFIX = "mapping:"


def remembered(work: Workspace) -> dict[str, Corrections]:
    """All remembered corrections by the shape of the sheet (`Reading.shape`)."""
    found = {}
    for key, value in work.store.settings(_PREFIX).items():
        kept = json.loads(value)
        rows = {int(row): cell for row, cell in kept["rows"].items()}
        found[key.removeprefix(_PREFIX)] = Corrections(kept["sheet"], kept["columns"], rows)
    return found


def remember(work: Workspace, shape: str, corrections: Corrections) -> Changes:
    """Keeps corrections for sheets of this shape; empty ones forget it."""
    value = None
    if corrections:
        kept = {
            "sheet": corrections.sheet,
            "columns": dict(corrections.columns),
            "rows": {str(row): cell for row, cell in corrections.rows.items()},
        }
        value = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    with work.transaction() as tx:
        return Changes(settings=tx.set_setting(_PREFIX + shape, value))
