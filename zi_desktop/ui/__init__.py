"""The window: Qt, one widget, one module."""

import builtins


def _load_qt() -> None:
    """PySide puts an ``import`` of its own in Python's place: it reads the source of every module that is
    imported from then on, to see whether it wants snake_case names. Nothing here does, and that reading
    costs as much as the imports themselves."""
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own


_load_qt()
