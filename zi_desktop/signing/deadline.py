"""An end to patience with hostile files: pure Python code is interrupted when its time is up.

pyHanko follows what a file declares, and a file may declare a billion of anything. A process of its own
could be killed, but costs a start-up per file and cannot be had everywhere in a frozen build.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

MAX_SECONDS = 60.0


class DeadlineExceeded(BaseException):
    """Not an `Exception`, so that no library on the way takes it for one of its own."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raises `DeadlineExceeded` in the calling thread when the block takes longer than `seconds`."""
    thread = threading.get_ident()
    lock = threading.Lock()
    finished = False

    def interrupt() -> None:
        with lock:
            if not finished:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(thread), ctypes.py_object(DeadlineExceeded)
                )

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            finished = True
        timer.cancel()
