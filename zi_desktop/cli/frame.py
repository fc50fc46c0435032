"""What every command shares: the store asked for, the language, how results and errors leave."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from zi_desktop.domain.errors import Language, Text, ZiError
from zi_desktop.services.workspace import Workspace, open_workspace

DONE, REFUSED, USAGE, BUG = 0, 1, 2, 70
PASSPHRASE_VARIABLE = "ZI_STORE_PASSPHRASE"

OpenWindow = Callable[[Path | None, Language | None], int]


class Frame(NamedTuple):
    """Carried by typer's context: what stood before the command."""

    store: Path | None
    language: Language
    open_window: OpenWindow
    check_window: Callable[[Path], None]

    def say(self, text: Text) -> None:
        """A line for people, on stderr: stdout belongs to the result."""
        print(text.to(self.language), file=sys.stderr)

    @contextmanager
    def workspace(self, actor: str = "", *, reason: str = "") -> Iterator[Workspace]:
        """``reason``: why a reopened evaluation is changed."""
        passphrase = os.environ.get(PASSPHRASE_VARIABLE) or None
        work = open_workspace(self.store, passphrase=passphrase, actor=actor)
        work.reason = reason.strip()
        if not work.store.encrypted:
            self.say(
                Text(
                    f"Catatan: penyimpanan {work.store_path} tidak terenkripsi"
                    + (
                        " (kata sandi tidak dipakai)."
                        if passphrase
                        else f"; isi {PASSPHRASE_VARIABLE} agar terkunci."
                    ),
                    f"Note: the store {work.store_path} is not encrypted"
                    + (
                        " (the passphrase is not used)."
                        if passphrase
                        else f"; set {PASSPHRASE_VARIABLE} to lock it."
                    ),
                )
            )
        try:
            yield work
        finally:
            work.close()


def print_json(document: dict[str, Any]) -> None:
    """The one document of a ``--json`` run, in UTF-8 whatever the console's code page is."""
    write_out(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False))


def write_out(text: str) -> None:
    sys.stdout.buffer.write((text + "\n").encode())
    sys.stdout.buffer.flush()


def guarded(run: Callable[[], int], arguments: Sequence[str], language: Language) -> int:
    """Runs a command and sorts what goes wrong: a `ZiError` is told (exit 1), the rest is a bug (exit 70)."""
    try:
        return run()
    except ZiError as error:
        _tell(error, arguments, language)
        return REFUSED
    except BrokenPipeError:  # the reader of a pipe has gone; nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        bug = ZiError(
            "bug",
            Text(
                f"Kesalahan program: {type(error).__name__}", f"A bug in the program: {type(error).__name__}"
            ),
            remedy=Text(
                "Jawaban yang sudah tersimpan aman. Kirim rincian di atas.",
                "Saved answers are safe. Send the details.",
            ),
        )
        _tell(bug, arguments, language)
        return BUG


def _tell(error: ZiError, arguments: Sequence[str], language: Language) -> None:
    told = error.as_dict(language)
    where = f" [{told['where']}]" if told["where"] else ""
    print(f"{told['message'].rstrip('.')}{where}. {told['remedy']}".strip(), file=sys.stderr)
    if "--json" in arguments:
        print_json({"error": told})
