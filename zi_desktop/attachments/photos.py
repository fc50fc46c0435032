"""Photos through Pillow: when and where they were taken, and a small picture of them.

They come from anybody, so every read has a bound of ours: Pillow's own (a process-wide number and a warning)
would also refuse the EXIF of an honest 200-megapixel photo, which needs no decoding.
"""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any, BinaryIO

from PIL import ExifTags, Image, ImageOps

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.media import WEBP, Media
from zi_desktop.domain.raster import Raster

Image.MAX_IMAGE_PIXELS = None

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF")
_MOST_PIXELS = 40_000_000
"""Decoded at once: 160 MB."""
_MOST_TO_SCALE = 250_000_000
"""A JPEG is scaled down while it is decoded, line by line …"""
_MOST_PROGRESSIVE = 60_000_000
"""… unless it is progressive: then all of it is held."""

Taken = tuple[str, float | None, float | None]
NOTHING: Taken = ("", None, None)


def taken(content: BinaryIO, media: Media) -> Taken:
    """(when, latitude, longitude): ISO time as the camera wrote it, degrees; empty and None for unknown."""
    try:
        if media is WEBP and _webp_pixels(content) > _MOST_PIXELS:
            return NOTHING
        with Image.open(_at_start(content), formats=_FORMATS) as image:
            # A PNG without EXIF before its pixels would be decoded to look for it behind them.
            if image.format == "PNG" and "exif" not in image.info:
                return NOTHING
            exif = image.getexif()
            return (_time(exif.get_ifd(ExifTags.IFD.Exif)), *_place(exif.get_ifd(ExifTags.IFD.GPSInfo)))
    except Exception:  # a damaged photo makes Pillow raise nearly anything; then there are no facts
        return NOTHING


def picture_of(content: BinaryIO, media: Media, width: int, height: int) -> Raster:
    """The photo, upright, at most ``width`` × ``height`` pixels, transparent parts white. Raises ZiError
    ``no-preview`` for one that is damaged or too large to be decoded safely."""
    try:
        if media is WEBP and _webp_pixels(content) > _MOST_PIXELS:
            raise _too_large()
        with Image.open(_at_start(content), formats=_FORMATS) as image:
            return _scaled(image, max(1, width), max(1, height))
    except ZiError:
        raise
    except Exception as error:
        raise ZiError(
            "no-preview",
            Text("Gambar ini rusak atau tidak dikenal", "This picture is damaged or of an unknown kind"),
            remedy=Text("Simpan, lalu buka di aplikasi lain.", "Save it and open it in another program."),
        ) from error


def _scaled(image: Image.Image, width: int, height: int) -> Raster:
    most = _MOST_PIXELS
    if image.format == "JPEG":
        most = _MOST_PROGRESSIVE if image.info.get("progressive") else _MOST_TO_SCALE
    if image.width * image.height > most:
        raise _too_large()
    longest = max(width, height)  # it may be lying on its side
    image.draft("RGB", (longest, longest))
    if image.width * image.height > _MOST_PIXELS:
        raise _too_large()
    image.thumbnail((longest, longest))
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((width, height))
    if "A" in upright.getbands() or "transparency" in upright.info:
        upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright.convert("RGBA"))
    plain = upright.convert("RGB")
    return Raster(plain.width, plain.height, plain.tobytes())


def _too_large() -> ZiError:
    return ZiError(
        "no-preview",
        Text(
            "Gambar ini terlalu besar untuk ditampilkan di sini", "This picture is too large to be shown here"
        ),
        remedy=Text("Simpan, lalu buka di aplikasi lain.", "Save it and open it in another program."),
    )


def _at_start(content: BinaryIO) -> BinaryIO:
    content.seek(0)
    return content


def _time(details: dict[int, Any]) -> str:
    """Not EXIF's ``DateTime``, which is when the file was last edited."""
    raw = details.get(ExifTags.Base.DateTimeOriginal) or details.get(ExifTags.Base.DateTimeDigitized)
    try:
        return datetime.strptime(str(raw).strip("\x00 ")[:19], "%Y:%m:%d %H:%M:%S").isoformat()
    except ValueError:
        return ""


def _place(gps: dict[int, Any]) -> tuple[float | None, float | None]:
    try:
        latitude = _degrees(gps[ExifTags.GPS.GPSLatitude], str(gps[ExifTags.GPS.GPSLatitudeRef]), "S", 90)
        longitude = _degrees(gps[ExifTags.GPS.GPSLongitude], str(gps[ExifTags.GPS.GPSLongitudeRef]), "W", 180)
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None, None
    if latitude == longitude == 0:  # what cameras write that found no satellite
        return None, None
    return latitude, longitude


def _degrees(parts: Any, side: str, negative: str, most: float) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(value) or not 0 <= value <= most:
        raise ValueError(f"not a place: {value}")
    return round(-value if side.strip("\x00 ").upper() == negative else value, 6)


def _webp_pixels(content: BinaryIO) -> int:
    """Pillow sets up the whole canvas of a WebP when it only opens it, so its size is read here."""
    head = _at_start(content).read(30)
    if head[12:16] == b"VP8X":
        return (int.from_bytes(head[24:27], "little") + 1) * (int.from_bytes(head[27:30], "little") + 1)
    if head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1)
    width, height = (int.from_bytes(head[i : i + 2], "little") & 0x3FFF for i in (26, 28))
    return width * height
