"""What the official layouts have in common: documents as a numbered list in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zi_desktop.worksheets.writing_kept import visible

_MARKED = re.compile(r"\(?\d{1,3}[.)]|[-–•*·▪]\s")


def evidence_list(items: Sequence[str]) -> str:
    """One item per line, numbered when there are several or when one alone begins like a list: a reader takes
    one mark away from each line and has the items as they were."""
    if len(items) > 1 or any(_MARKED.match(item) for item in items):
        return visible("\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)))
    return visible("".join(items))
