from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from zi_desktop.domain.resources import resource_path

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
INDONESIAN_AND_LATIN = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180))]
SIGNS = "→←↑↓≤≥≠✓✗●○◐□×–—…−•“”‘’€"


@pytest.mark.parametrize("style", STYLES)
def test_every_sign_that_reports_use_is_there(style: str) -> None:
    font = TTFont(resource_path("fonts", f"NotoSans-{style}.ttf"))
    there = font.getBestCmap()
    assert [sign for sign in (*INDONESIAN_AND_LATIN, *SIGNS) if ord(sign) not in there] == []
    outlines = font["glyf"]
    assert [sign for sign in SIGNS if outlines[there[ord(sign)]].numberOfContours == 0] == []


def test_each_face_is_embeddable_and_has_a_name_of_its_own() -> None:
    fonts = [TTFont(resource_path("fonts", f"NotoSans-{style}.ttf")) for style in STYLES]
    assert [font["name"].getDebugName(6) for font in fonts] == [f"NotoSans-{style}" for style in STYLES]
    assert {font["OS/2"].fsType for font in fonts} == {
        0
    }  # installable embedding: PDF/A needs the right to embed


@pytest.mark.usefixtures("qapp")
def test_the_window_finds_the_four_faces_as_one_family() -> None:
    for style in STYLES:
        number = QFontDatabase.addApplicationFont(str(resource_path("fonts", f"NotoSans-{style}.ttf")))
        assert QFontDatabase.applicationFontFamilies(number) == ["Noto Sans"]
    styles = QFontDatabase.styles("Noto Sans")
    assert {"Regular", "Bold", "Italic", "Bold Italic"} <= set(styles)
    bold = QFont("Noto Sans", 10, QFont.Weight.Bold)
    assert QFontInfo(bold).bold()
