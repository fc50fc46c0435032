"""A file somewhere else, read piece by piece: it may grow, change or vanish while it is read."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from zi_desktop.domain.errors import Text, ZiError

MAX_FILE = 200_000_000
"""Largest attachment in bytes."""
CHUNK = 1 << 20

Source = Path | bytes
"""A file, or content that is in memory already (a pasted picture)."""


def pieces(source: Source) -> Iterator[bytes]:
    """The content in pieces of `CHUNK` bytes. Raises ZiError ``no-file``, ``not-a-file``, ``no-access``,
    ``too-large``, and ``file-changed`` when it is not the same file at the end."""
    name = name_of(source)
    done, size = 0, size_of(source)
    with _opened(source) as file:
        while done < size and (piece := _read(file, min(CHUNK, size - done), name)):
            done += len(piece)
            yield piece
    if done != size:
        raise changed(name)


def size_of(source: Source) -> int:
    """What is to be read, before it is; errors as in `pieces`."""
    if isinstance(source, bytes):
        size = len(source)
    else:
        with _told(str(source)):
            size = source.stat().st_size
    if size > MAX_FILE:
        raise _too_large(name_of(source))
    return size


def name_of(source: Source) -> str:
    return "" if isinstance(source, bytes) else str(source)


def changed(name: str) -> ZiError:
    return ZiError(
        "file-changed",
        Text("Berkas berubah saat dibaca", "The file changed while it was being read"),
        where=name,
        remedy=Text(
            "Tunggu sampai program lain selesai menulisnya, lalu tambahkan lagi.",
            "Wait until the other program has written it, then add it again.",
        ),
    )


@contextmanager
def _opened(source: Source) -> Iterator[BinaryIO]:
    if isinstance(source, bytes):
        yield io.BytesIO(source)
        return
    with _told(str(source)):
        if source.exists() and not source.is_file():
            raise ZiError(
                "not-a-file",
                Text("Ini bukan berkas", "This is not a file"),
                where=str(source),
                remedy=Text("Pilih berkasnya, bukan foldernya.", "Choose the files, not their folder."),
            )
        file = source.open("rb")
    with file:
        before = os.fstat(file.fileno())
        yield file
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise changed(str(source))


def _read(file: BinaryIO, count: int, name: str) -> bytes:
    with _told(name):
        return file.read(count)


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise ZiError(
            "no-file",
            Text("Berkas tidak ditemukan", "The file was not found"),
            where=name,
            remedy=Text("Periksa apakah berkasnya dipindahkan.", "See whether it has been moved."),
        ) from error
    except OSError as error:
        raise ZiError(
            "no-access",
            Text(
                f"Berkas tidak dapat dibaca ({error.strerror})", f"The file cannot be read ({error.strerror})"
            ),
            where=name,
            remedy=Text("Pilih berkas yang boleh Anda baca.", "Choose a file that you may read."),
        ) from error


def _too_large(name: str) -> ZiError:
    megabytes = MAX_FILE // 1_000_000
    return ZiError(
        "too-large",
        Text(f"Berkas lebih dari {megabytes} MB", f"The file is larger than {megabytes} MB"),
        where=name,
        remedy=Text(
            "Tulis nama atau tautannya sebagai bukti, atau perkecil berkasnya.",
            "Write its name or link as evidence, or make the file smaller.",
        ),
    )
