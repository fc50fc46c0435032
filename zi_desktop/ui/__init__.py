"""The window: Qt, one widget, one module."""

import builtins
import gc


def _load_qt() -> None:
    """PySide puts an ``import`` of its own in Python's place: it reads the source of every module that is
    imported from then on, to see whether it wants snake_case names. Nothing here does, and that reading
    costs as much as the imports themselves."""
    own, collects = builtins.__import__, gc.isenabled()
    gc.disable()  # all that is made here stays: collecting garbage need not look for any, now or later
    import PySide6.QtCore
    import PySide6.QtWidgets  # noqa: F401

    gc.freeze()
    if collects:
        gc.enable()
    builtins.__import__ = own


_load_qt()
