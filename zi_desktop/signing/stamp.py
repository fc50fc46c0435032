"""What a visible signature looks like: who, in which role, when, in the font that is embedded everywhere
else."""

from __future__ import annotations

import io
import textwrap
from typing import Any

from pyhanko.pdf_utils.font.api import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.stamp import TextStampStyle

from zi_desktop.domain.resources import resource_path

FONT_SIZE = 8
_MEAN_GLYPH_WIDTH = 0.55  # of the font size, in Noto Sans; the text is shrunk to its box when a line is wider
_MARGIN = 4


class _FontFactory(FontEngineFactory):
    """Like pyHanko's own, which leaves the font's file open (and would use object streams)."""

    def create_font_engine(self, writer: Any, obj_stream: Any = None) -> GlyphAccumulator:
        font = io.BytesIO(resource_path("fonts", "NotoSans-Regular.ttf").read_bytes())
        return GlyphAccumulator(writer, font, FONT_SIZE, obj_stream=obj_stream)


def stamp_style(width: float) -> TextStampStyle:
    """The look of the stamp; texts come from `stamp_texts`."""
    return TextStampStyle(
        stamp_text="%(title)s\n%(name)s\n%(role)s%(ts)s",
        text_box_style=TextBoxStyle(font=_FontFactory(), font_size=FONT_SIZE, leading=FONT_SIZE * 5 // 4),
        inner_content_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MIN,
            y_align=AxisAlignment.ALIGN_MID,
            margins=Margins(*[_MARGIN if width else 0] * 4),
        ),
        border_width=1,
        timestamp_format="%d-%m-%Y %H:%M:%S %z",
    )


def stamp_texts(name: str, role: str, width: float) -> dict[str, str]:
    """The changing lines, broken to fit a box `width` points wide."""
    columns = max(12, int((width - 2 * _MARGIN) / (FONT_SIZE * _MEAN_GLYPH_WIDTH)))

    def broken(text: str) -> str:
        return "\n".join(textwrap.wrap(text, columns)) or text

    return {
        "title": broken("Ditandatangani secara elektronik"),
        "name": broken(name),
        "role": broken(role) + "\n" if role else "",
    }
