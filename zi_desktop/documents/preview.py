"""One page of any PDF as a picture. See `zi_desktop.documents.render_page`."""

from __future__ import annotations

from typing import BinaryIO

import pypdfium2 as pdfium

from zi_desktop.documents.reading import PDFIUM
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.raster import Raster

_MOST_PIXELS = 16_000_000
_LEAST_PAGE = 1.0  # points; a page of nothing is drawn as one of a point


def render(content: BinaryIO, page: int, width: int) -> Raster:
    with PDFIUM:
        document = _opened(content)
        try:
            pages = len(document)
            if not 0 <= page < pages:
                raise _damaged()
            return _drawn(document[page], width, pages)
        except pdfium.PdfiumError as error:
            raise _damaged() from error
        finally:
            document.close()


def _opened(content: BinaryIO) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ZiError(
                "no-preview",
                Text("PDF ini terkunci dengan kata sandi", "This PDF is locked with a password"),
                remedy=Text("Simpan, lalu buka di aplikasi lain.", "Save it and open it in another program."),
            ) from error
        raise _damaged() from error


def _drawn(page: pdfium.PdfPage, width: int, pages: int) -> Raster:
    across, down = (max(_LEAST_PAGE, side) for side in page.get_size())
    scale = max(1, width) / across
    scale = min(scale, (_MOST_PIXELS / (across * down)) ** 0.5)  # a page can be a very long strip
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, fill_color=(255, 255, 255, 255))
    try:
        return _raster(bitmap, pages)
    finally:
        bitmap.close()


def _raster(bitmap: pdfium.PdfBitmap, pages: int) -> Raster:
    """pdfium pads its rows."""
    if bitmap.n_channels != 3:
        raise _damaged()
    row, data = 3 * bitmap.width, bytes(bitmap.buffer)
    rgb = b"".join(data[y * bitmap.stride : y * bitmap.stride + row] for y in range(bitmap.height))
    return Raster(bitmap.width, bitmap.height, rgb, pages)


def _damaged() -> ZiError:
    return ZiError(
        "no-preview",
        Text("PDF ini rusak atau halamannya tidak ada", "This PDF is damaged or has no such page"),
        remedy=Text("Simpan, lalu buka di aplikasi lain.", "Save it and open it in another program."),
    )
