"""The window's language: Indonesian in the source, English from Qt Linguist; numbers as each writes them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QTranslator

from zi_desktop.domain.errors import Language, Text
from zi_desktop.domain.resources import resource_path

_in_use: Language = "id"
_translator: QTranslator | None = None
_HALF_A_HUNDREDTH = Fraction(1, 200)


def language() -> Language:
    """The language everything is written in now."""
    return _in_use


def use_language(chosen: Language) -> None:
    """Everything built from now on speaks ``chosen``; what is already on the screen has to be built anew."""
    global _in_use, _translator  # noqa: PLW0603 - one program, one language
    if _translator is not None:
        QCoreApplication.removeTranslator(_translator)
        _translator = None
    _in_use = chosen
    if chosen == "en":
        _translator = QTranslator()
        if not _translator.load(str(resource_path("i18n", "zi_desktop_en.qm"))):
            raise FileNotFoundError("resources/i18n/zi_desktop_en.qm")
        QCoreApplication.installTranslator(_translator)


def say(text: Text) -> str:
    """A text of the domain in the language in use."""
    return text.to(_in_use)


def localise(text: str) -> str:
    """A number written with a point, as the language in use writes it."""
    return text.replace(".", ",") if _in_use == "id" else text


def from_comma(text: str) -> str:
    """A number the domain writes with a comma, as the language in use writes it."""
    return text if _in_use == "id" else text.replace(",", ".")


def number(value: Fraction | Decimal | float, places: int = 2) -> str:
    """``84,30`` or ``84.30``. Rounded half away from zero, as the official sheet shows it."""
    above, below = value.as_integer_ratio()
    scale = 10**places  # in whole numbers: a score panel writes a dozen of them after every key
    units = (2 * abs(above) * scale + below) // (2 * below)
    text = f"{units // scale}.{units % scale:0{places}d}" if places else str(units)
    return localise(f"−{text}" if above < 0 and units else text)


def thousands(count: int) -> str:
    """``10.000`` or ``10,000``."""
    return f"{count:,}".replace(",", "." if _in_use == "id" else ",")


def shortest(value: Fraction | Decimal) -> str:
    """A whole number without decimals, any other with two: ``75``, ``11,25``, ``22,50``."""
    return number(value, 0 if value == int(value) else 2)


def percent(value: Fraction) -> str:
    """``75 %``, ``66,67 %``: a value 0…1."""
    return shortest(value * 100) + " %"


def distance(missing: Fraction) -> str:
    """How far off, never shown as nothing: what rounds to 0,00 is said to be below a hundredth."""
    return number(missing) if missing >= _HALF_A_HUNDREDTH else "< " + number(2 * _HALF_A_HUNDREDTH)
