"""Whether one file is another one with nothing but signatures (or time stamps) added."""

from __future__ import annotations

from zi_desktop.domain.errors import ZiError


def continues(before: bytes, after: bytes) -> bool:
    """True for the same bytes, a PDF that goes on where the other ended (what was appended is judged by
    `verify`), and a workbook whose parts differ only in its signatures."""
    if before == after:
        return True
    if before.startswith(b"%PDF-"):
        return after.startswith(before)
    return before[:2] == b"PK" == after[:2] and _same_workbook(before, after)


def _same_workbook(before: bytes, after: bytes) -> bool:
    from zi_desktop.signing.opc_content import unsigned_content

    try:
        return unsigned_content(before) == unsigned_content(after)
    except ZiError:
        return False
