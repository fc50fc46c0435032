"""How PySide is loaded: what it does anew at every start is done once; what nobody asked for, later.

PySide carries modules of its own as sources inside its library: they word its error messages, tell the
signatures of Qt's functions, write stub files. It translates and runs them all at each start, a third of
the time until a first window is seen. Here their bytecode is kept, as Python keeps that of every other
module, and they run when something of theirs is asked for. What PySide carries otherwise one day is run as
it is.
"""

from __future__ import annotations

import builtins
import gc
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from threading import RLock
from typing import Any

_LATER = tuple(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
_RUN_LATER = f"import sys\n__getattr__ = sys.modules[{__name__!r}].late(globals())"

KEPT = cache_from_source(os.path.join(os.path.dirname(__file__), "pyside.py")).removesuffix(".pyc")
"""Where the bytecode is. A frozen program brings it along (`build.spec`), as it keeps none by itself."""

_waiting: dict[str, bytes] = {}
"""Bytecode by module name."""
_running = RLock()


def late(module: dict[str, Any]) -> Any:
    """The ``__getattr__`` of a module that runs once something of it is asked for (PEP 562)."""
    code = _waiting.pop(module["__name__"])

    def run(name: str) -> Any:
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)
        with _running:  # by one thread, while others that ask wait
            if module.pop("__getattr__", None) is not None:
                exec(marshal.loads(code), module)
        if name not in module:
            raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
        return module[name]

    return run


class _Compiled:
    """``compile`` while PySide is loaded. A source that is not the one that was translated before is
    translated; so is every one where the file cannot be written, or is damaged."""

    def __init__(self) -> None:
        self.compile = builtins.compile
        self._kept = self._read()
        self._used: dict[tuple[str, bytes], bytes] = {}
        self._run_later = self.compile(_RUN_LATER, __file__, "exec")

    def __call__(self, source: Any, filename: Any, mode: str, *args: Any, **named: Any) -> Any:
        if args or named or mode != "exec" or not isinstance(source, bytes):
            return self.compile(source, filename, mode, *args, **named)
        key = filename, source_hash(source)
        code = self._kept.get(key) or marshal.dumps(self.compile(source, filename, mode))
        self._used[key] = code
        if filename not in _LATER:
            return marshal.loads(code)
        _waiting[filename.removesuffix(".py").replace("/", ".")] = code
        return self._run_later

    def _read(self) -> dict[tuple[str, bytes], bytes]:
        try:
            with open(KEPT, "rb") as file:
                digest, kept = file.read(8), file.read()
        except OSError:
            return {}
        return marshal.loads(kept) if _seal(kept) == digest else {}

    def keep(self) -> None:
        """For the next start, as a whole or not at all."""
        if not self._used or self._used.keys() == self._kept.keys() or sys.dont_write_bytecode:
            return
        kept, beside = marshal.dumps(self._used), f"{KEPT}.{os.getpid()}"
        with suppress(OSError):
            os.makedirs(os.path.dirname(KEPT), exist_ok=True)
            with open(beside, "wb") as file:
                file.write(_seal(kept) + kept)
            os.replace(beside, KEPT)
        with suppress(OSError):
            os.unlink(beside)


def _seal(kept: bytes) -> bytes:
    """What was damaged, or written by another Python or by another version of this module, has another one:
    running it would end the program."""
    return source_hash(MAGIC_NUMBER + _Compiled.__call__.__code__.co_code + kept)


def load_qt() -> None:
    """PySide also puts an ``import`` of its own in Python's place: it reads the source of every module that
    is imported from then on, to see whether it wants snake_case names. Nothing here does, and that reading
    costs as much as the imports themselves."""
    # Where PySide came before, it has kept what stood there before that reading.
    own = getattr(builtins, "__orig_import__", builtins.__import__)
    collects, compiled = gc.isenabled(), _Compiled()
    gc.disable()  # all that is made here stays: collecting garbage need not look for any, now or later
    builtins.compile = compiled
    try:
        import PySide6
    finally:
        builtins.compile, builtins.__import__ = compiled.compile, own
    import PySide6.QtCore
    import PySide6.QtWidgets  # noqa: F401

    compiled.keep()
    gc.freeze()
    if collects:
        gc.enable()
