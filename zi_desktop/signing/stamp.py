"""What a visible signature looks like: who, in which role, NIP, when, and a QR code that leads to
verification, in the font that is embedded everywhere else."""

from __future__ import annotations

import io
import textwrap
from typing import Any

from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.font.api import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.stamp import TextStampStyle

from zi_desktop.domain.resources import resource_path
from zi_desktop.signing.signer import Signer

FONT_SIZE = 8
SHOWN_DIGITS = 16
"""How much of a fingerprint is printed."""
_MEAN_GLYPH_WIDTH = 0.55  # of the font size, in Noto Sans; the text is shrunk to its box when a line is wider
_MARGIN = 4
_QR_LEAST = 40.0  # points: below about 14 mm a telephone no longer reads it
_TEXT_LEAST = 80.0


class _FontFactory(FontEngineFactory):
    """Like pyHanko's own, which leaves the font's file open (and would use object streams)."""

    def create_font_engine(self, writer: Any, obj_stream: Any = None) -> GlyphAccumulator:
        font = io.BytesIO(resource_path("fonts", "NotoSans-Regular.ttf").read_bytes())
        return GlyphAccumulator(writer, font, FONT_SIZE, obj_stream=obj_stream)


def stamp_style(width: float, height: float, code: str) -> TextStampStyle:
    """The look of the stamp; texts come from `stamp_texts`. `code` is what the QR code says; it is left out
    where the box is too small to read it from paper."""
    side = _qr_side(width, height)
    margin = _MARGIN if width else 0
    return TextStampStyle(
        stamp_text="%(title)s\n%(name)s\n%(role)s%(nip)s%(ts)s",
        text_box_style=TextBoxStyle(font=_FontFactory(), font_size=FONT_SIZE, leading=FONT_SIZE * 5 // 4),
        inner_content_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MIN,
            y_align=AxisAlignment.ALIGN_MID,
            margins=Margins(margin, margin + int(side), margin, margin),
        ),
        border_width=1,
        timestamp_format="%d-%m-%Y %H:%M:%S %z",
        background=_qr(code, side) if side else None,
        background_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MAX,
            y_align=AxisAlignment.ALIGN_MID,
            margins=Margins(1, 1, 1, 1),
        ),
        background_opacity=1.0,
    )


def stamp_texts(signer: Signer, width: float, height: float) -> dict[str, str]:
    """The changing lines, broken to fit a box of that size beside its QR code."""
    room = width - 2 * _MARGIN - _qr_side(width, height)
    columns = max(12, int(room / (FONT_SIZE * _MEAN_GLYPH_WIDTH)))

    def broken(text: str) -> str:
        return "\n".join(textwrap.wrap(text, columns)) or text

    return {
        "title": broken("Ditandatangani secara elektronik"),
        "name": broken(signer.name),
        "role": broken(signer.role) + "\n" if signer.role else "",
        "nip": broken(f"NIP {signer.nip}") + "\n" if signer.nip else "",
    }


def verification_text(document: str, fingerprint: str) -> str:
    """What the QR code says: enough to find the file, to know it from another (`verify` prints the same
    fingerprint beside this signature), and how to check it offline."""
    return (
        f"ZI Desktop\nDokumen {document or '-'}\nSidik SHA-256 {fingerprint[:SHOWN_DIGITS]}\n"
        "Periksa luring: zi-desktop verify BERKAS"
    )


def _qr_side(width: float, height: float) -> float:
    side = min(height - 2, width - _TEXT_LEAST)
    return side if side >= _QR_LEAST else 0.0


def _qr(text: str, side: float) -> RawContent:
    """Dark modules as rectangles, black on white, with the quiet zone of the standard."""
    import segno

    code = segno.make_qr(text, error="m")
    rows = [bytes(row) for row in code.matrix_iter(border=4)]
    module = side / len(rows)
    commands = [f"1 g 0 0 {side:.3f} {side:.3f} re f 0 g"]
    for number, row in enumerate(rows):
        y = side - (number + 1) * module
        start = 0
        while (start := row.find(1, start)) >= 0:
            end = row.find(0, start)
            end = len(row) if end < 0 else end
            # a hair wider than the grid, or some viewers show white lines between the modules
            commands.append(
                f"{start * module:.3f} {y:.3f} {(end - start) * module:.3f} {module + 0.02:.3f} re"
            )
            start = end
    commands.append("f")
    return RawContent(" ".join(commands).encode("ascii"), box=BoxConstraints(width=side, height=side))
