"""Pictures from the rooms below, for the screen."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPixmap

from zi_desktop.domain.raster import Raster


def pixmap_of(raster: Raster, ratio: float) -> QPixmap:
    """``ratio``: device pixels to a pixel of the layout."""
    shape = QImage.Format.Format_RGB888
    image = QImage(raster.rgb, raster.width, raster.height, 3 * raster.width, shape)
    picture = QPixmap.fromImage(image)  # a copy: the bytes may go
    picture.setDevicePixelRatio(ratio)
    return picture
