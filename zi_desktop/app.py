"""The composition root: gives the command line its window, and the window its store.

The window's parts are imported only when a window is opened, so that the command line never loads Qt.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

from zi_desktop.domain.errors import Language

_SELDOM = 20_000
"""New objects between two collections: a PDF is taken apart into hundreds of thousands that all stay."""


def main(arguments: Sequence[str]) -> int:
    """One run of ``zi-desktop``; the exit code (contract.md)."""
    from zi_desktop.cli.frame import Frame, guarded

    gc.set_threshold(_SELDOM, 20, 20)
    if not arguments:  # the window alone: loading all commands takes as long as showing it
        return guarded(lambda: run_window(None, None), arguments, "id")
    from zi_desktop.cli.commands import run

    return run(arguments, Frame(None, "id", run_window, check_window))


def run_window(store: Path | None, language: Language | None) -> int:
    """Opens the window on ``store`` (default: the platform's own place) and stays until it is closed;
    without a ``language`` in the one it was last used in."""
    from zi_desktop.ui.start import run

    return run(store, language)


def check_window(folder: Path) -> None:
    """What ``self-test`` asks of the window: that it can be built and drawn without a screen."""
    from zi_desktop.ui.grab import grab

    grab(folder)
