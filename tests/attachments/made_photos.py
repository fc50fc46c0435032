"""Photos made when they are needed; no real photo is among the tests."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational

TAKEN = "2026:03:12 10:15:42"
SOUTH_EAST = {
    ExifTags.GPS.GPSLatitudeRef: "S",
    ExifTags.GPS.GPSLatitude: (IFDRational(6), IFDRational(10), IFDRational(3144, 100)),
    ExifTags.GPS.GPSLongitudeRef: "E",
    ExifTags.GPS.GPSLongitude: (IFDRational(106), IFDRational(49), IFDRational(3864, 100)),
}


def photo(
    kind: str = "JPEG",
    size: tuple[int, int] = (60, 40),
    *,
    taken: str = TAKEN,
    gps: Mapping[int, Any] | None = None,
    orientation: int = 1,
    mode: str = "RGB",
) -> bytes:
    """Left half red, right half blue, before it is turned upright."""
    image = Image.new(mode, size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    if taken:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    if gps:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(gps)
    out = io.BytesIO()
    image.save(out, kind, **({} if kind == "GIF" else {"exif": exif.tobytes()}))
    return out.getvalue()
