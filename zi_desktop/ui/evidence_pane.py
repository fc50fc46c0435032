"""The picture in a preview: a photo within its room, a PDF page by page, or why there is none."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from zi_desktop.domain.errors import Severity, ZiError
from zi_desktop.domain.evaluation import Evidence
from zi_desktop.domain.media import OTHER, PDF, SHOWN_IMAGES, Media
from zi_desktop.domain.raster import Raster
from zi_desktop.services.evidence_files import preview
from zi_desktop.ui.job import Job
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import column, icon_button, label, row
from zi_desktop.ui.pictures import pixmap_of
from zi_desktop.ui.session import Session

_AGAIN_MS = 150
_SCROLL = 60
_ZOOMS = (1.0, 1.5, 2.0, 3.0)


class EvidencePane(QWidget):
    """Draws off the main thread; only what was asked for last is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._item: Evidence | None = None
        self._media = OTHER
        self._page, self._pages = 0, 1
        self._zoom = 0
        self._job: Job | None = None
        self.message = Message()
        self.picture = QLabel()
        self.picture.setProperty("role", "ground")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QScrollArea()
        self.area.setWidget(self.picture)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page_up = icon_button("back", self.tr("Halaman sebelumnya (Page Up)"), lambda: self.turn(-1))
        self.page_down = icon_button("next", self.tr("Halaman berikutnya (Page Down)"), lambda: self.turn(1))
        self.pages = label("", "quiet")
        self.smaller = icon_button("minus", self.tr("Perkecil (−)"), lambda: self.zoom(-1))
        self.larger = icon_button("plus", self.tr("Perbesar (+)"), lambda: self.zoom(1))
        turning = row(self.page_up, self.pages, self.page_down, 16)
        self._turning = QWidget()
        self._turning.setLayout(turning)
        self._tools = QWidget()
        self._tools.setLayout(row(None, self._turning, self.smaller, self.larger, None, gap=0))
        keeping = self._tools.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # the room for the picture is the same before and after
        self._tools.setSizePolicy(keeping)
        layout = column(self.message, self.area, self._tools)
        layout.setStretch(1, 1)
        layout.addStretch(0)  # a message alone stands at the top
        self.setLayout(layout)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._draw)

    @property
    def busy(self) -> bool:
        return self._job is not None

    def show_item(self, item: Evidence, media: Media) -> None:
        self._item, self._media = item, media
        self._page, self._pages = 0, 1
        self._zoom = 0
        self._tools.hide()
        self.picture.clear()
        self.message.clear()
        self.area.show()
        self._draw()

    def clear(self) -> None:
        self._drop_job()
        self._item = None
        self.picture.clear()

    def refuse(self, error: ZiError) -> None:
        """Tell what another verb on the evidence was refused for; the picture stays."""
        if shiboken6.isValid(self):
            self.message.refuse(error)

    def turn(self, by: int) -> None:
        if 0 <= self._page + by < self._pages:
            self._page += by
            self.area.verticalScrollBar().setValue(0)
            self._draw()

    def zoom(self, step: int) -> None:
        """Larger (1) or smaller (-1), from as large as the room to three times that."""
        wanted = min(len(_ZOOMS) - 1, max(0, self._zoom + step))
        if wanted != self._zoom and self._tools.isVisible():
            self._zoom = wanted
            self._draw()

    def move_by(self, by: int) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + by * _SCROLL)

    def _draw(self) -> None:
        self._drop_job()
        item, media = self._item, self._media
        if item is None:
            return
        if not item.file:
            self._tell(self.tr("Bukti ini hanya nama atau tautan; berkasnya tidak dilampirkan."))
        elif media is not PDF and media not in SHOWN_IMAGES:
            self._tell(
                self.tr("Jenis berkas ini tidak ditampilkan di sini. Buka di aplikasi lain, atau simpan.")
            )
        else:
            room = self._room()
            self._job = self._session.run(
                preview,
                self._session.work.store.files,
                *(item.file, media, self._page, room.width(), room.height()),
                on_done=self._drawn,
                on_error=self._failed,
            )

    def _tell(self, words: str) -> None:
        self.area.hide()
        self.message.tell(words, Severity.INFO)

    def _room(self) -> QSize:
        """In pixels of the screen, without the scroll bar that a page needs."""
        return (self.area.size() - QSize(16, 4)) * self.devicePixelRatioF() * _ZOOMS[self._zoom]

    def _drawn(self, raster: Raster) -> None:
        if not shiboken6.isValid(self):  # the window was built anew meanwhile
            return
        self._job = None
        self._pages = raster.pages
        self.message.clear()
        self.picture.setPixmap(pixmap_of(raster, self.devicePixelRatioF()))
        name = self._item.text if self._item else ""
        where = self.tr("Halaman {n} dari {of}").format(n=self._page + 1, of=self._pages)
        self.picture.setAccessibleName(f"{name}, {where}" if self._pages > 1 else name)
        self.pages.setText(where)
        self.page_up.setEnabled(self._page > 0)
        self.page_down.setEnabled(self._page + 1 < self._pages)
        self._turning.setVisible(self._pages > 1)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom + 1 < len(_ZOOMS))
        self._tools.show()

    def _failed(self, error: ZiError) -> None:
        if not shiboken6.isValid(self):
            return
        self._job = None
        self.picture.clear()
        self.area.hide()
        self._tools.hide()
        self.message.refuse(error)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._item is not None:
            self._again.start()
