"""A picture as plain values, to be handed from a worker to the window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Raster:
    """``rgb``: rows from the top, three bytes a pixel, no padding. ``pages`` of the document it is from."""

    width: int
    height: int
    rgb: bytes
    pages: int = 1
