"""Kinds of attached files, told by their content: what they are called, and what is safe to do with them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Media:
    """``suffix``: given to a copy that other programs open, empty where none may (a name says nothing of what
    a file does)."""

    type: str
    label: str
    suffix: str = ""

    @property
    def is_image(self) -> bool:
        return self.type.startswith("image/")


PDF = Media("application/pdf", "PDF", ".pdf")
JPEG = Media("image/jpeg", "JPEG", ".jpg")
PNG = Media("image/png", "PNG", ".png")
GIF = Media("image/gif", "GIF", ".gif")
WEBP = Media("image/webp", "WebP", ".webp")
TIFF = Media("image/tiff", "TIFF", ".tif")
HEIC = Media("image/heic", "HEIC", ".heic")
DOCX = Media("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", ".docx")
XLSX = Media("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel", ".xlsx")
PPTX = Media(
    "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint", ".pptx"
)
ZIP = Media("application/zip", "ZIP")
MP4 = Media("video/mp4", "MP4", ".mp4")
TEXT = Media("text/plain", "TXT", ".txt")
OTHER = Media("application/octet-stream", "")

_KNOWN = {
    media.type: media
    for media in (PDF, JPEG, PNG, GIF, WEBP, TIFF, HEIC, DOCX, XLSX, PPTX, ZIP, MP4, TEXT, OTHER)
}
SHOWN_IMAGES = frozenset({JPEG, PNG, GIF, WEBP, TIFF})
"""Those that the program can show itself."""


def media_of(type_: str) -> Media:
    """`OTHER` for a type that is not known (written by a newer program)."""
    return _KNOWN.get(type_, OTHER)
