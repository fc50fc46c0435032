"""Reading and writing files so that nothing is half-written and nothing unbounded is read."""

from __future__ import annotations

import errno
import os
import re
import secrets
import time
from pathlib import Path

from zi_desktop.domain.errors import Text, ZiError


def read_file(path: Path, limit: int) -> bytes:
    """Raises ZiError ``no-file``, ``no-access`` or ``too-large`` (before anything is read)."""
    try:
        if path.stat().st_size > limit:
            raise ZiError(
                "too-large",
                Text(
                    f"Berkas lebih dari {limit // 1_000_000} MB",
                    f"The file is larger than {limit // 1_000_000} MB",
                ),
                where=str(path),
                remedy=Text("Pilih berkas lembar kerja.", "Choose a worksheet file."),
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ZiError(
            "no-file",
            Text("Berkas tidak ditemukan", "The file was not found"),
            where=str(path),
            remedy=Text("Periksa nama dan foldernya.", "Check its name and folder."),
        ) from error
    except OSError as error:
        raise ZiError(
            "no-access",
            Text(
                f"Berkas tidak dapat dibaca ({error.strerror})", f"The file cannot be read ({error.strerror})"
            ),
            where=str(path),
            remedy=Text("Pilih sebuah berkas yang boleh Anda baca.", "Choose a file that you may read."),
        ) from error


_DRAFT = re.compile(r"\.zi-[0-9a-f]{16}\.\w+\Z")
_ABANDONED = 3600.0
"""Seconds after which a draft is of a program that was killed: nobody works on one for so long."""


class Drafts:
    """Files written beside their places first, and moved there together only when all of them are right.

    Used as a context manager: whatever was not put in place is removed, and what a killed program left in the
    folder long ago. Raises ZiError ``no-access`` or ``disk`` (``target-open``: the old file is open in
    another program, as Windows enforces, or must not be changed).
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drafts: dict[Path, Path] = {}

    def __enter__(self) -> Drafts:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot_write(self._folder, error) from error
        _remove_abandoned(self._folder)
        return self

    def __exit__(self, *_: object) -> None:
        for draft in self._drafts.values():
            draft.unlink(missing_ok=True)

    def write(self, name: str, data: bytes) -> Path:
        """The draft's own path, to be read back from; durable when it returns."""
        target = self._folder / name
        try:
            # Not tempfile: its files are for their owner only, and would stay so once in place.
            draft = self._folder / f".zi-{secrets.token_hex(8)}{target.suffix}"
            with draft.open("xb") as file:
                self._drafts[target] = draft
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _cannot_write(target, error) from error
        return draft

    def put_in_place(self) -> tuple[Path, ...]:
        """All or, where an old file is in use, none."""
        for target in self._drafts:
            _check_free(target)
        placed = []
        for target, draft in list(self._drafts.items()):
            try:
                os.replace(draft, target)
            except OSError as error:
                raise _cannot_write(target, error) from error
            del self._drafts[target]
            placed.append(target)
        _sync_folder(self._folder)
        return tuple(placed)


def _check_free(target: Path) -> None:
    """Before any old file is replaced: one in use would leave old and new ones side by side."""
    try:
        with target.open("r+b"):
            pass
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _cannot_write(target, error) from error


def _remove_abandoned(folder: Path) -> None:
    for left in folder.glob(".zi-*"):
        try:
            if _DRAFT.match(left.name) and time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()
        except OSError:  # somebody else removed it, or keeps it
            continue


def _sync_folder(folder: Path) -> None:
    """Makes the renames durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _cannot_write(path: Path, error: OSError) -> ZiError:
    if isinstance(error, PermissionError) and path.exists() and path.is_file():
        return ZiError(
            "target-open",
            Text("Berkas lama tidak dapat diganti", "The old file cannot be replaced"),
            where=str(path),
            remedy=Text("Tutup berkas itu di program lain.", "Close that file in the other program."),
        )
    full = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
    code = "disk" if error.errno in full else "no-access"
    return ZiError(
        code,
        Text(f"Tidak dapat menulis ({error.strerror})", f"Cannot write ({error.strerror})"),
        where=str(path),
        remedy=Text("Pilih folder lain atau kosongkan ruang.", "Choose another folder or free some space."),
    )


def safe_name(text: str) -> str:
    """A part of a file name that every platform takes."""
    kept = "".join(c if c.isalnum() else "-" for c in text.strip())
    while "--" in kept:
        kept = kept.replace("--", "-")
    return kept.strip("-")[:60].rstrip("-") or "unit"
