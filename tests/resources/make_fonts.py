"""Makes resources/fonts/*.ttf out of the variable Noto Sans. Once, by hand: see resources/fonts/README.md.

Noto Sans has no arrows, comparison signs, ticks or circles, which reports and the window need in all four
faces, so they are drawn here: strokes as heavy as the face's own hyphen. The minus is drawn too: in the
italics it is only a hyphen.
"""

from __future__ import annotations

import importlib.resources
import math
import sys
from collections.abc import Callable
from pathlib import Path

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FACES = (
    ("Regular", "NotoSans[wdth,wght].ttf", 400),
    ("Bold", "NotoSans[wdth,wght].ttf", 700),
    ("Italic", "NotoSans-Italic[wdth,wght].ttf", 400),
    ("BoldItalic", "NotoSans-Italic[wdth,wght].ttf", 700),
)
LATIN_AND_PUNCTUATION = (*range(0x20, 0x250), *range(0x2000, 0x2070), *map(ord, "€™"))

Point = tuple[float, float]


def main(out: Path) -> None:
    source = importlib.resources.files("fontpkg_noto_sans") / "files"
    for style, file, weight in FACES:
        variable = TTFont(str(source / file))
        font = instancer.instantiateVariableFont(variable, {"wght": weight, "wdth": 100})
        rename(font, style)
        drawn = draw_signs(font)
        options = subset.Options(
            layout_features=["kern"], name_IDs=["*"], notdef_outline=True, glyph_names=False
        )
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[*LATIN_AND_PUNCTUATION, *map(ord, drawn)])
        subsetter.subset(font)
        font.save(out / f"NotoSans-{style}.ttf")


def rename(font: TTFont, style: str) -> None:
    """Instances of a variable font keep its one PostScript name; ReportLab would merge bold into regular."""
    readable = style.replace("BoldItalic", "Bold Italic")
    names = {1: "Noto Sans", 2: readable, 4: f"Noto Sans {readable}", 6: f"NotoSans-{style}"}
    for name_id in (1, 2, 4, 6, 16, 17, 25):
        font["name"].removeNames(nameID=name_id)
        if name_id in names:
            font["name"].setName(names[name_id], name_id, 3, 1, 0x409)
    bold, italic, regular = "Bold" in style, "Italic" in style, style == "Regular"
    font["head"].macStyle = bold | italic << 1
    other_flags = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = other_flags | italic | bold << 5 | regular << 6


class Signs:
    """Draws into one face: `middle` is the height of its plus sign, `weight` its hyphen's thickness."""

    width = 700
    half = 260

    def __init__(self, font: TTFont) -> None:
        self.font = font
        self.names: dict[int, str] = font.getBestCmap()
        _, low, _, high = self.bounds("-")
        self.weight, self.centre = high - low, self.width / 2
        _, low, _, high = self.bounds("+")
        self.middle = (low + high) / 2

    def bounds(self, sign: str) -> tuple[float, float, float, float]:
        """left, bottom, right, top"""
        glyphs = self.font.getGlyphSet()
        pen = BoundsPen(glyphs)
        glyphs[self.names[ord(sign)]].draw(pen)
        found: tuple[float, float, float, float] = pen.bounds
        return found

    def add(self, sign: str, draw: Callable[[TTGlyphPen], None], width: float | None = None) -> None:
        pen = TTGlyphPen(self.font.getGlyphSet())
        draw(pen)
        name = f"drawn{ord(sign):04X}"
        self.put(name, pen, width or self.width)
        for table in self.font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name

    def put(self, name: str, pen: TTGlyphPen, width: float) -> None:
        glyph = pen.glyph()
        self.font.setGlyphOrder([*self.font.getGlyphOrder(), name])
        self.font["glyf"][name] = glyph
        glyph.recalcBounds(self.font["glyf"])
        self.font["hmtx"][name] = (round(width), glyph.xMin)

    def at(self, x: float, y: float) -> Point:
        """A point in units of half the sign's size around its middle."""
        return self.centre + x * self.half, self.middle + y * self.half

    def stroke(self, pen: TTGlyphPen, start: Point, end: Point) -> None:
        """A bar whose square ends reach half its thickness too far: two bars meet in a full corner."""
        (x0, y0), (x1, y1) = start, end
        length = math.hypot(x1 - x0, y1 - y0)
        dx, dy = (x1 - x0) / length * self.weight / 2, (y1 - y0) / length * self.weight / 2
        corners = (
            (x0 - dx - dy, y0 - dy + dx),
            (x1 + dx - dy, y1 + dy + dx),
            (x1 + dx + dy, y1 + dy - dx),
            (x0 - dx + dy, y0 - dy - dx),
        )
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()

    def circle(self, pen: TTGlyphPen, radius: float, *, hole: bool = False) -> None:
        angles = range(8) if hole else range(7, -1, -1)  # a hole runs the other way round
        pen.qCurveTo(*(self.off_curve(radius, 22.5 + 45 * step) for step in angles), None)
        pen.closePath()

    def left_half(self, pen: TTGlyphPen, radius: float) -> None:
        pen.moveTo((self.centre, self.middle - radius))
        angles = (247.5, 202.5, 157.5, 112.5)
        pen.qCurveTo(
            *(self.off_curve(radius, angle) for angle in angles), (self.centre, self.middle + radius)
        )
        pen.closePath()

    def off_curve(self, radius: float, degrees: float) -> Point:
        reach = radius / math.cos(math.pi / 8)
        turned = math.radians(degrees)
        return self.centre + reach * math.cos(turned), self.middle + reach * math.sin(turned)

    def bar(self, pen: TTGlyphPen, under: str, height: float) -> None:
        """A horizontal bar as wide as the sign `under`."""
        left, _, right, _ = self.bounds(under)
        inset = self.weight / 2
        self.stroke(pen, (left + inset, height), (right - inset, height))

    def above_bar(self, pen: TTGlyphPen, sign: str) -> None:
        """`<` or `>` lifted, over a bar at the foot."""
        part = self.part(f"bar.{self.names[ord(sign)]}", lambda part: self.bar(part, sign, self.weight / 2))
        pen.addComponent(self.names[ord(sign)], (1, 0, 0, 1, 0, self.weight))
        pen.addComponent(part, (1, 0, 0, 1, 0, 0))

    def struck_through(self, pen: TTGlyphPen, sign: str) -> None:
        left, low, right, high = self.bounds(sign)
        rise = (right - left) / 2
        middle, half = (low + high) / 2, (right - left) / 4

        def slash(part: TTGlyphPen) -> None:
            centre = (left + right) / 2
            self.stroke(part, (centre - half, middle - rise), (centre + half, middle + rise))

        pen.addComponent(self.names[ord(sign)], (1, 0, 0, 1, 0, 0))
        pen.addComponent(self.part(f"slash.{self.names[ord(sign)]}", slash), (1, 0, 0, 1, 0, 0))

    def part(self, name: str, draw: Callable[[TTGlyphPen], None]) -> str:
        """A glyph of its own, to refer to: TrueType does not mix outlines and references."""
        pen = TTGlyphPen(self.font.getGlyphSet())
        draw(pen)
        self.put(name, pen, self.width)
        return name


def draw_signs(font: TTFont) -> str:
    """Adds the signs to the face and returns them."""
    signs = Signs(font)

    def lines(*bars: tuple[float, float, float, float]) -> Callable[[TTGlyphPen], None]:
        def draw(pen: TTGlyphPen) -> None:
            for x0, y0, x1, y1 in bars:
                signs.stroke(pen, signs.at(x0, y0), signs.at(x1, y1))

        return draw

    def ring(pen: TTGlyphPen) -> None:
        signs.circle(pen, signs.half)
        signs.circle(pen, signs.half - signs.weight * 0.8, hole=True)

    def half_ring(pen: TTGlyphPen) -> None:
        ring(pen)
        signs.left_half(pen, signs.half - signs.weight * 0.4)

    drawings: dict[str, Callable[[TTGlyphPen], None]] = {
        "→": lines((-1, 0, 0.8, 0), (1, 0, 0.4, 0.6), (1, 0, 0.4, -0.6)),
        "←": lines((1, 0, -0.8, 0), (-1, 0, -0.4, 0.6), (-1, 0, -0.4, -0.6)),
        "↑": lines((0, -1, 0, 0.8), (0, 1, 0.6, 0.4), (0, 1, -0.6, 0.4)),
        "↓": lines((0, 1, 0, -0.8), (0, -1, 0.6, -0.4), (0, -1, -0.6, -0.4)),
        "✓": lines((-0.9, -0.1, -0.3, -0.8), (-0.3, -0.8, 0.9, 0.9)),
        "✗": lines((-0.8, -0.8, 0.8, 0.8), (-0.8, 0.8, 0.8, -0.8)),
        "□": lines((-1, -1, 1, -1), (1, -1, 1, 1), (1, 1, -1, 1), (-1, 1, -1, -1)),
        "●": lambda pen: signs.circle(pen, signs.half),
        "○": ring,
        "◐": half_ring,
    }
    for sign, draw in drawings.items():
        signs.add(sign, draw)
    like_plus = font["hmtx"][signs.names[ord("+")]][0]
    signs.add("≤", lambda pen: signs.above_bar(pen, "<"), like_plus)
    signs.add("≥", lambda pen: signs.above_bar(pen, ">"), like_plus)
    signs.add("≠", lambda pen: signs.struck_through(pen, "="), like_plus)
    signs.add("−", lambda pen: signs.bar(pen, "+", signs.middle), like_plus)
    return "".join(drawings) + "≤≥≠−"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
