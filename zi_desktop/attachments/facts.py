"""Facts of a content: its kind, and for photos when and where they were taken."""

from __future__ import annotations

from typing import BinaryIO

from zi_desktop.attachments.kind import kind_of
from zi_desktop.domain.evaluation import FileFacts
from zi_desktop.domain.media import SHOWN_IMAGES


def read_facts(content: BinaryIO, sha256: str, size: int) -> FileFacts:
    """``content`` must be able to seek. What cannot be read is left empty; nothing in it raises an error."""
    media = kind_of(content, size)
    if media not in SHOWN_IMAGES:
        return FileFacts(sha256, size, media.type)
    from zi_desktop.attachments.photos import taken

    at, latitude, longitude = taken(content, media)
    return FileFacts(sha256, size, media.type, at, latitude, longitude)
