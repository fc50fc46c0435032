"""Dates as people here write them, and read back."""

from __future__ import annotations

import re
from datetime import date

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def day_text(day: date) -> str:
    return day.strftime("%d-%m-%Y")


def parse_day(text: str) -> date | None:
    """``14-02-2024``, ``14/2/2024`` or ``2024-02-14``; None for what is no day."""
    found = _DAY_FIRST.fullmatch(text.strip())
    parts = tuple(reversed(found.groups())) if found else ()
    if not parts and (other := _YEAR_FIRST.fullmatch(text.strip())):
        parts = other.groups()
    try:
        return date(*(int(part) for part in parts)) if parts else None
    except ValueError:
        return None
