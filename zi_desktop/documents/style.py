"""Typefaces, colours and paragraph styles. Every style names its fonts: what is left to ReportLab's defaults
would be Helvetica, which is not embedded."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from zi_desktop.documents import geometry as g
from zi_desktop.domain.resources import resource_path

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "ZiSans", "ZiSans-Bold", "ZiSans-Italic", "ZiSans-BoldItalic"
_FILES = {REGULAR: "Regular", BOLD: "Bold", ITALIC: "Italic", BOLD_ITALIC: "BoldItalic"}

# The light palette of the window (ui.md). Colour repeats what words say, it never says it alone.
TEXT = HexColor("#1A2029")
QUIET = HexColor("#55606F")
LINE = HexColor("#D9DEE5")
STRONG_LINE = HexColor("#8A94A3")
TINT = HexColor("#F6F7F9")
ACCENT = HexColor("#0B6B62")
MET = HexColor("#1B7F3B")
NEAR = HexColor("#9A5B00")
MISSED = HexColor("#B3261E")
UNIT = HexColor("#3457B2")


@cache
def register_fonts() -> frozenset[int]:
    """Loads the four faces once per process; returns the code points that all of them have."""
    glyphs: set[int] | None = None
    for name, style in _FILES.items():
        font = TTFont(name, str(resource_path("fonts", f"NotoSans-{style}.ttf")))
        pdfmetrics.registerFont(font)
        mine = set(font.face.charToGlyph)
        glyphs = mine if glyphs is None else glyphs & mine
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)
    return frozenset(glyphs or ()) - {0xFFFF}  # the fonts' own end mark, no character


def text_width(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


def fitted_size(text: str, font: str, size: float, width: float) -> float:
    """``size``, or the smaller size at which ``text`` is no wider than ``width``."""
    needed = text_width(text, font, size)
    return size if needed <= width else size * width / needed


def shortened(text: str, font: str, size: float, width: float) -> str:
    """``text``, cut with an ellipsis where it is wider than ``width``."""
    if text_width(text, font, size) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + "…", font, size) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def _style(name: str, size: float, leading: float, *, font: str = REGULAR, **more: Any) -> ParagraphStyle:
    settings: dict[str, Any] = {
        "fontName": font,
        "fontSize": size,
        "leading": leading,
        "textColor": TEXT,
        "bulletFontName": font,
        "bulletFontSize": size,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
    }
    return ParagraphStyle(name, **(settings | more))


BODY = _style("isi", 9.5, 13.5, spaceAfter=4)
SMALL = _style("kecil", 8, 10.5, textColor=QUIET, spaceBefore=4)
BODY_TIGHT = _style("isi-rapat", 9.5, 13.5)
ITEM = _style("butir", 9.5, 13.5, leftIndent=12, bulletIndent=2, spaceAfter=3)
SENDER = _style("pengirim", 9.5, 13.5, leftIndent=g.WIDTH / 2)
HEAD_AGENCY = _style("kop-instansi", 13, 17, font=BOLD, alignment=TA_CENTER)
HEAD_OFFICE = _style("kop-kantor", 11, 15, font=BOLD, alignment=TA_CENTER)
HEAD_ADDRESS = _style("kop-alamat", 8.5, 11, alignment=TA_CENTER)
FINDING_HEAD = _style("temuan-judul", 9, 12, font=BOLD, spaceBefore=8, spaceAfter=1)
CELL = _style("sel", 8.5, 11)
CELL_BOLD = _style("sel-tebal", 8.5, 11, font=BOLD)
CELL_QUIET = _style("sel-tenang", 8.5, 11, textColor=QUIET)
CELL_RIGHT = _style("sel-kanan", 8.5, 11, alignment=TA_RIGHT)
HEAD_CELL = _style("kepala", 7.5, 9.5, font=BOLD, textColor=QUIET)
HEAD_CELL_RIGHT = _style("kepala-kanan", 7.5, 9.5, font=BOLD, textColor=QUIET, alignment=TA_RIGHT)
H1 = _style("judul-1", 14, 18, font=BOLD, spaceBefore=14, spaceAfter=6)
H2 = _style("judul-2", 10.5, 14, font=BOLD, spaceBefore=10, spaceAfter=4)

COVER_KIND = _style("sampul-jenis", 9.5, 13, font=BOLD, textColor=ACCENT, spaceBefore=8)
COVER_AGENCY = _style("sampul-instansi", 9.5, 13, textColor=QUIET)
COVER_TITLE = _style("sampul-judul", 28, 34, font=BOLD)
COVER_UNIT = _style("sampul-unit", 17, 22)
COVER_UNIT_LONG = _style("sampul-unit-panjang", 12, 15.5)

QUESTION = _style("soal", 9, 12)
GROUP = _style("kelompok", 8, 10.5, font=BOLD, textColor=QUIET, leftIndent=g.GUTTER, spaceBefore=8)


def _detail(
    name: str, *, bold_label: bool = False, label_color: Color = QUIET, **more: Any
) -> ParagraphStyle:
    """A text under a question: its label stands in the gutter, as a bullet, on the first line only."""
    return _style(
        name,
        8.5,
        11.5,
        leftIndent=g.GUTTER,
        bulletIndent=0,
        bulletFontName=BOLD if bold_label else REGULAR,
        bulletFontSize=7.5,
        bulletColor=label_color,
        spaceBefore=1.5,
        **more,
    )


DETAIL = _detail("rinci")
DETAIL_QUIET = _detail("rinci-tenang", textColor=QUIET)
OTHER = _detail("tahap-lain", label_color=UNIT)
FINDING = _detail("temuan", bold_label=True, label_color=NEAR)
