"""Two palettes, as data, and the one call that dresses the whole program in one of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QGuiApplication, QPainter, QPalette, QRawFont
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.resources import resource_path
from zi_desktop.ui.style import stylesheet

ThemeChoice = Literal["system", "light", "dark"]


class Palette(NamedTuple):
    """Colours by meaning. ``tint``: ground of what is selected; ``edge``: outline of a control; ``track``:
    the empty part of a bar; ``wash_*``: grounds of messages."""

    name: Literal["light", "dark"]
    window: str
    surface: str
    raised: str
    line: str
    edge: str
    hover: str
    tint: str
    track: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    met: str
    near: str
    missed: str
    unit: str
    last: str
    wash_near: str
    wash_missed: str


LIGHT = Palette(
    name="light",
    window="#F6F7F9",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#D9DEE5",
    edge="#7F8998",
    hover="#EEF1F4",
    tint="#E3F1EF",
    track="#E3E7EC",
    text="#1A2029",
    quiet="#55606F",
    accent="#0B6B62",
    on_accent="#FFFFFF",
    met="#187637",
    near="#8A5000",
    missed="#B3261E",
    unit="#3457B2",
    last="#6B5B95",
    wash_near="#FDF3E1",
    wash_missed="#FCE9E7",
)

DARK = Palette(
    name="dark",
    window="#14171C",
    surface="#1B1F26",
    raised="#232831",
    line="#323946",
    edge="#77839A",
    hover="#252B34",
    tint="#173431",
    track="#2E3541",
    text="#E8ECF2",
    quiet="#A7B1C0",
    accent="#4FC3B5",
    on_accent="#0C1B19",
    met="#6CCB8B",
    near="#F0B35A",
    missed="#F28B82",
    unit="#9DB4F5",
    last="#C3B3E6",
    wash_near="#322817",
    wash_missed="#391F1D",
)

_GROUNDS = ("window", "surface", "raised", "hover", "tint")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "quiet", "accent") for ground in _GROUNDS),
    *((ink, ground) for ink in ("met", "near", "missed") for ground in _GROUNDS),
    *((ink, ground) for ink in ("unit", "last") for ground in ("surface", "raised", "hover", "tint")),
    ("on_accent", "accent"),
    ("near", "wash_near"),
    ("missed", "wash_missed"),
    ("text", "wash_near"),
    ("text", "wash_missed"),
)
"""Every (ink, ground) that carries text; each must reach 4.5:1."""

FORM_PAIRS: tuple[tuple[str, str], ...] = (
    *(("edge", ground) for ground in ("window", "surface", "raised")),
    *(("accent", ground) for ground in ("window", "surface", "raised", "track", "tint")),
    *((ink, "track") for ink in ("met", "near")),
)
"""Every (form, ground) whose shape means something; each must reach 3:1."""

SCALES = (90, 100, 115, 130, 150)
"""Sizes of all texts a person can choose, in percent."""

STYLE = "fusion"
"""The style that is the same on every desktop."""

_in_use = LIGHT
_scale = 100


def palette() -> Palette:
    """The palette everything is painted with now."""
    return _in_use


def color(name: str) -> QColor:
    """The colour of that meaning (a field of `Palette`) in the palette in use."""
    return _made(getattr(_in_use, name))


@lru_cache(maxsize=256)
def _made(value: str) -> QColor:
    return QColor(value)


def fill(painter: QPainter, rect: QRect, name: str) -> None:
    """Fill a rectangle with the colour of that meaning. `QPainter.fillRect` would load Qt's 170 gradients
    to see that a colour is none of them."""
    painter.setBackground(brush(name))
    painter.eraseRect(rect)


def brush(name: str) -> QBrush:
    """Of the colour of that meaning; made without asking for gradients, like `fill`."""
    return _brushed(getattr(_in_use, name))


@lru_cache(maxsize=256)
def _brushed(value: str) -> QBrush:
    result = QBrush()
    result.setColor(_made(value))
    result.setStyle(Qt.BrushStyle.SolidPattern)
    return result


def wanted(choice: ThemeChoice) -> Palette:
    """``system`` follows the desktop; a desktop that does not say is light."""
    if choice == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def scale_of(value: object) -> int:
    """What was remembered, if it is one of `SCALES`."""
    text = str(value)
    return int(text) if text.isdigit() and int(text) in SCALES else 100


def next_scale(now: int, step: int) -> int:
    """One size up (1) or down (-1), or back to 100 (0)."""
    if step == 0:
        return 100
    return SCALES[min(len(SCALES) - 1, max(0, SCALES.index(now) + step))]


def px(size: int) -> int:
    """A text size, or a height that holds text, at the scale in use."""
    return round(size * _scale / 100)


def apply_theme(app: QApplication, chosen: Palette, scale: int = 100) -> None:
    """Dress the program: style, palette, fonts and style sheet. Idempotent."""
    if app.style().objectName() != STYLE:
        app.setStyle(STYLE)
    choose_theme(app, chosen, scale)
    put_on_sheet(app)


def choose_theme(app: QApplication, chosen: Palette, scale: int = 100) -> None:
    """Palette and fonts: all that building a window needs. The style sheet belongs to it, too, but dresses a
    widget anew with every parent it gets: `put_on_sheet` once all of them are there."""
    global _in_use, _scale
    _in_use, _scale = chosen, scale
    app.setFont(_font())
    app.setPalette(_qpalette(chosen))


def put_on_sheet(app: QApplication) -> None:
    """The style sheet of the theme that was chosen."""
    sheet = stylesheet(_in_use, px)
    if app.styleSheet() != sheet:  # every widget there is would be polished again
        app.setStyleSheet(sheet)


def contrast(ink: str, ground: str) -> float:
    """WCAG 2 contrast ratio of two ``#RRGGBB`` colours, 1…21."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(value: str) -> float:
    def channel(part: str) -> float:
        c = int(part, 16) / 255
        return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)

    red, green, blue = (channel(value[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _font() -> QFont:
    """The desktop's own font; ours where there is no desktop to ask, or only a font of last resort."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    nobody = QGuiApplication.platformName() in ("offscreen", "minimal", "vnc")
    if nobody or is_last_resort(system):
        family = _noto_sans()
        if family:
            system = QFont(family)
    system.setPixelSize(px(13))
    return system


def is_last_resort(font: QFont) -> bool:
    """True for what stands in where nobody chose a font; a desktop may call it by an alias such as Sans."""
    return not font.family() or QRawFont.fromFont(font).familyName().startswith("DejaVu")


def _noto_sans() -> str:
    if "Noto Sans" in QFontDatabase.families():
        return "Noto Sans"
    families = [
        name
        for file in sorted(resource_path("fonts").glob("NotoSans*.ttf"))
        for name in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    ]
    return families[0] if families else ""


def _qpalette(chosen: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: chosen.window,
        QPalette.ColorRole.WindowText: chosen.text,
        QPalette.ColorRole.Base: chosen.surface,
        QPalette.ColorRole.AlternateBase: chosen.window,
        QPalette.ColorRole.Text: chosen.text,
        QPalette.ColorRole.PlaceholderText: chosen.quiet,
        QPalette.ColorRole.Button: chosen.surface,
        QPalette.ColorRole.ButtonText: chosen.text,
        QPalette.ColorRole.ToolTipBase: chosen.raised,
        QPalette.ColorRole.ToolTipText: chosen.text,
        QPalette.ColorRole.Highlight: chosen.accent,
        QPalette.ColorRole.HighlightedText: chosen.on_accent,
        QPalette.ColorRole.Link: chosen.accent,
    }
    result = QPalette()
    for role, value in roles.items():
        result.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.quiet))
    return result
