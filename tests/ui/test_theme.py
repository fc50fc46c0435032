"""Contrast of both palettes, measured."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from zi_desktop.ui.style import stylesheet
from zi_desktop.ui.theme import (
    DARK,
    FORM_PAIRS,
    LIGHT,
    TEXT_PAIRS,
    Palette,
    apply_theme,
    contrast,
    is_last_resort,
    wanted,
)

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0B6B62", "#0B6B62") == pytest.approx(1)


@BOTH
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_can_be_read(palette: Palette, pair: tuple[str, str]) -> None:
    ink, ground = (getattr(palette, name) for name in pair)
    assert contrast(ink, ground) >= 4.5


@BOTH
@pytest.mark.parametrize("pair", FORM_PAIRS, ids="-on-".join)
def test_forms_can_be_seen(palette: Palette, pair: tuple[str, str]) -> None:
    ink, ground = (getattr(palette, name) for name in pair)
    assert contrast(ink, ground) >= 3


@BOTH
def test_every_ink_is_measured(palette: Palette) -> None:
    """A colour that is added to the palette is added to the pairs, too."""
    decoration = {"name", "line"}
    measured = {name for pair in (*TEXT_PAIRS, *FORM_PAIRS) for name in pair}
    assert set(palette._fields) - decoration == measured


@BOTH
def test_the_style_sheet_knows_every_colour_it_names(palette: Palette) -> None:
    sheet = stylesheet(palette)
    assert "$" not in sheet
    assert palette.accent in sheet


def test_the_look_is_chosen_or_follows_the_system(qapp: QApplication) -> None:
    assert wanted("dark") is DARK
    assert wanted("light") is LIGHT
    assert wanted("system") in (LIGHT, DARK)
    apply_theme(qapp, DARK)
    assert qapp.palette().window().color().name().upper() == DARK.window
    apply_theme(qapp, LIGHT)
    assert qapp.palette().window().color().name().upper() == LIGHT.window


@pytest.mark.usefixtures("dressed")
def test_our_own_font_is_no_last_resort() -> None:
    assert not is_last_resort(QFont("Noto Sans"))
    nameless = QFont()
    nameless.setFamilies([])
    assert is_last_resort(nameless)
