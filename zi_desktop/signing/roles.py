"""The line of text a signer signs with: the role in the team, or a reason."""

from __future__ import annotations

import unicodedata

from zi_desktop.domain.errors import Text, ZiError

MAX_LINE = 200


def clean_line(text: str) -> str:
    """One line without control characters, which neither XML nor PDF could carry unharmed.

    Raises `ZiError` `text-too-long` above 200 characters rather than signing a shortened text.
    """
    line = " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in text).split())
    if len(line) > MAX_LINE:
        raise ZiError(
            "text-too-long",
            Text(
                f"Peran atau alasan lebih dari {MAX_LINE} karakter.",
                f"The role or reason is longer than {MAX_LINE} characters.",
            ),
            where=line[:40],
        )
    return line
