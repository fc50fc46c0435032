"""A stored content as a file to read from, and written out again as a file of its own."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from zi_desktop.domain.errors import Text, ZiError


class ContentReader(io.RawIOBase):
    """Reads, seeks and tells like a file opened for reading; holds one chunk at a time.

    ``chunk`` gives the chunk of a number, ``step`` is how long every chunk but the last one is.
    """

    def __init__(self, size: int, step: int, chunk: Callable[[int], bytes]) -> None:
        super().__init__()
        self._size, self._step, self._chunk = size, step, chunk
        self._at = 0
        self._held = (-1, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        number, offset = divmod(self._at, self._step)
        if self._at >= self._size:
            return 0
        if self._held[0] != number:
            self._held = (number, self._chunk(number))
        part = self._held[1][offset : offset + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)


def write_out(pieces: Iterator[bytes], sha256: str, target: Path) -> Path:
    """The content as the file ``target``: written beside it, made durable, read back, then moved there.
    Raises ZiError ``no-access``, ``disk`` or ``not-read-back``; then ``target`` is as it was."""
    draft = target.with_name(f".zi-{secrets.token_hex(8)}{target.suffix}")
    try:
        with draft.open("xb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if _digest(draft) != sha256:
            raise not_read_back(str(target))
        os.replace(draft, target)
    except OSError as error:
        raise ZiError(
            "disk" if error.errno == errno.ENOSPC else "no-access",
            Text(f"Tidak dapat menulis ({error.strerror})", f"Cannot write ({error.strerror})"),
            where=str(target),
            remedy=Text(
                "Pilih folder lain, kosongkan ruang, atau tutup berkas itu di program lain.",
                "Choose another folder, free some space, or close that file in the other program.",
            ),
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return target


def not_read_back(where: str) -> ZiError:
    return ZiError(
        "not-read-back",
        Text("Yang tertulis tidak sama dengan isinya", "What was written is not the content"),
        where=where,
        remedy=Text("Periksa cakramnya, lalu ulangi.", "Check the disk and try again."),
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
