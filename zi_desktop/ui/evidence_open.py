"""Evidence handed to other programs: as a read-only copy that is removed when this program ends."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Evidence
from zi_desktop.domain.media import Media
from zi_desktop.services.evidence_files import open_evidence
from zi_desktop.ui.session import Session


def open_outside(
    session: Session, item: Evidence, media: Media, refused: Callable[[ZiError], object]
) -> None:
    """Copies on a worker, then asks the system for its viewer."""

    def show(path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            refused(_no_viewer(item.text))

    session.run(
        open_evidence, session.work.store.files, item, media, _folder(), on_done=show, on_error=refused
    )


def open_link(text: str) -> None:
    QDesktopServices.openUrl(QUrl(text))


@cache
def _folder() -> Path:
    """For its owner only, as temporary folders are."""
    made = tempfile.TemporaryDirectory(prefix="zi-bukti-", ignore_cleanup_errors=True)
    atexit.register(made.cleanup)
    return Path(made.name)


def _no_viewer(name: str) -> ZiError:
    return ZiError(
        "no-viewer",
        Text("Tidak ada aplikasi untuk jenis berkas ini", "No program opens this kind of file"),
        where=name,
        remedy=Text("Simpan, lalu buka di komputer lain.", "Save it and open it on another computer."),
    )
