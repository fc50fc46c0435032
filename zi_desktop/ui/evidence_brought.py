"""What was dropped or pasted: files, links or a picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QMimeData
from PySide6.QtGui import QImage

from zi_desktop.domain.errors import Text, ZiError


@dataclass(frozen=True)
class Brought:
    """At most one kind of it is there; plain text is left to whoever takes text."""

    paths: tuple[Path, ...] = ()
    links: tuple[str, ...] = ()
    image: QImage | None = None

    def __bool__(self) -> bool:
        return bool(self.paths or self.links or self.image)


def brought(mime: QMimeData | None) -> Brought:
    """Files before links before a picture. What comes as text and picture (cells of a sheet) is text."""
    if mime is None:  # a clipboard that holds nothing, or will not say
        return Brought()
    urls = mime.urls() if mime.hasUrls() else []
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if paths:
        return Brought(paths=paths)
    links = tuple(url.toString() for url in urls if url.scheme() in ("http", "https"))
    if links:
        return Brought(links=links)
    if mime.hasImage() and not mime.hasText():
        image = QImage(mime.imageData())
        if not image.isNull():
            return Brought(image=image)
    return Brought()


def png_of(image: QImage) -> bytes:
    """Raises ZiError ``no-picture``."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ZiError(
            "no-picture",
            Text("Gambar yang ditempel tidak dapat disimpan", "The pasted picture cannot be kept"),
            remedy=Text("Simpan dulu sebagai berkas.", "Save it as a file first."),
        )
    return bytes(buffer.data().data())
