"""Indonesian numbers and dates without the locale module, which differs per machine and per process."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

NBSP = "\u00a0"
MINUS = "\u2212"
MOST_DECIMALS = 12

_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_PRINTED = re.compile(rf"[{MINUS}-]?\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?|[{MINUS}-]?\d+(?:,\d+)?")


def long_date(day: dt.date) -> str:
    """``24 November 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def parse_long_date(text: str) -> dt.date | None:
    """The day printed by `long_date`, with or without its spaces; None for anything else."""
    found = re.fullmatch(r"(\d{1,2})([A-Z][a-z]+)(\d{4})", "".join(text.split()))
    if found is None or found[2] not in _MONTHS:
        return None
    try:
        return dt.date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def number(value: Decimal | Fraction | int, decimals: int = 2) -> str:
    """``1.234,50``: rounded half away from zero, exactly."""
    scaled = abs(Fraction(value)) * 10**decimals
    units = int(scaled + Fraction(1, 2))
    whole, part = divmod(units, 10**decimals)
    sign = MINUS if value < 0 and units else ""
    grouped = f"{whole:,}".replace(",", ".")
    return f"{sign}{grouped},{part:0{decimals}d}" if decimals else f"{sign}{grouped}"


def shortest(value: Decimal | Fraction | int, least: int = 0, most: int = 2) -> str:
    """As `number`, with no more decimals than it takes: ``0,50`` and ``0,6667`` for ``least=2, most=4``."""
    text = number(value, most)
    if most == 0:
        return text
    whole, _, part = text.partition(",")
    part = part.rstrip("0").ljust(least, "0")
    return f"{whole},{part}" if part else whole


def exact(value: Decimal) -> str:
    """Every digit that was typed: ``3,7215``, ``1.250``."""
    exponent = value.as_tuple().exponent
    return shortest(value, most=max(0, -exponent) if isinstance(exponent, int) else 0)


def percent(value: Fraction) -> str:
    """``75 %``, ``66,67 %``. Only a whole is shown as 100 %, only nothing as 0 %."""
    hundredfold = value * 100
    for decimals in range(2, MOST_DECIMALS):
        text = shortest(hundredfold, most=decimals)
        if text not in ("0", "100") or hundredfold in (0, 100):
            break
    return f"{text}{NBSP}%"


def decimals_apart(have: Fraction, needs: Iterable[Fraction], least: int = 2) -> int:
    """How many decimals ``have`` needs so that no minimum it misses looks reached (74,996 is not 75,00)."""
    missed = [need for need in needs if have < need]
    for decimals in range(least, MOST_DECIMALS):
        rounded = Fraction(int(have * 10**decimals + Fraction(1, 2)), 10**decimals)
        if all(rounded < need for need in missed):
            return decimals
    return MOST_DECIMALS


def parse_number(text: str) -> Decimal | None:
    """The value of a number or percentage as printed here, every digit kept; None for anything else."""
    bare = text.strip().removesuffix("%").strip()
    if not _PRINTED.fullmatch(bare):
        return None
    return Decimal(bare.replace(".", "").replace(",", ".").replace(MINUS, "-"))
