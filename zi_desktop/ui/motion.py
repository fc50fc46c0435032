"""Whether things may move: not when the system, or the person, asks for less motion."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

GLIDE_MS = 150

_asked: bool | None = None


def set_motion(allowed: bool | None) -> None:
    """A person's own wish; None follows the system again."""
    global _asked  # noqa: PLW0603 - one program, one wish
    _asked = allowed


def glide_ms() -> int:
    """How long a change glides, 0 for not at all."""
    allowed = _system_allows() if _asked is None else _asked
    return GLIDE_MS if allowed else 0


def _system_allows() -> bool:
    """Qt tells from 6.12 on; before that the desktop's animation time, and on Windows its own switch."""
    hints = QGuiApplication.styleHints().accessibility()
    preference = getattr(hints, "motionPreference", None)
    if preference is not None:
        return "Reduce" not in str(preference())
    style = QApplication.style()
    if not (
        style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        and style.styleHint(QStyle.StyleHint.SH_Widget_Animate)
    ):
        return False
    return _windows_animates() if sys.platform == "win32" else True


def _windows_animates() -> bool:
    """Settings › Accessibility › Visual effects › Animation effects (SPI_GETCLIENTAREAANIMATION)."""
    import ctypes

    on = ctypes.c_int(1)
    asked = getattr(ctypes, "windll").user32.SystemParametersInfoW(0x1042, 0, ctypes.byref(on), 0)  # noqa: B009
    return bool(on.value) if asked else True
