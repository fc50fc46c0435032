"""What a visible signature looks like: who, in which role, when, in the font that is embedded everywhere else."""

from __future__ import annotations

import textwrap

from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.stamp import TextStampStyle

from zi_desktop.domain.resources import resource_path

FONT_SIZE = 8
_MEAN_GLYPH_WIDTH = 0.55  # of the font size, in Noto Sans; the text is shrunk to its box when a line is wider
_MARGIN = 4


def stamp_style(width: float) -> TextStampStyle:
    """The look of the stamp; texts come from `stamp_texts`."""
    font = str(resource_path("fonts", "NotoSans-Regular.ttf"))
    return TextStampStyle(
        stamp_text="%(title)s\n%(name)s\n%(role)s%(ts)s",
        # own object streams would make pyHanko write the font into a stream that older readers skip
        text_box_style=TextBoxStyle(
            font=GlyphAccumulatorFactory(font, create_objstream_if_needed=False), font_size=FONT_SIZE
        ),
        inner_content_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MIN,
            y_align=AxisAlignment.ALIGN_MID,
            margins=Margins.uniform(_MARGIN if width else 0),
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
