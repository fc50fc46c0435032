"""The two ways in, one file or a folder of them, and the way between them and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from zi_desktop.domain.errors import Severity
from zi_desktop.domain.resources import resource_path
from zi_desktop.services.changes import Changes
from zi_desktop.ui.folder_page import FolderPage
from zi_desktop.ui.import_page import ImportPage
from zi_desktop.ui.session import Session


class Imports(QObject):
    """`shown` asks to put a page in front, `finished` to go to the list (True) or back where one was; `done`
    tells what was written: words, the batches that take it back, how serious."""

    shown = Signal(object)
    finished = Signal(bool)
    done = Signal(str, object, object)

    def __init__(self, parent: QWidget, session: Session, may_leave: Callable[[], bool]) -> None:
        """``may_leave``: whether what is typed in the window now is stored."""
        super().__init__(parent)
        self._parent, self._may_leave = parent, may_leave
        self._from_folder = False
        self.file, self.folder = ImportPage(session), FolderPage(session)
        self.file.left.connect(self._back)
        self.file.imported.connect(self._file_imported)
        self.folder.left.connect(lambda: self.finished.emit(False))
        self.folder.file_wanted.connect(self._open_from_folder)
        self.folder.imported.connect(self._folder_imported)
        for page, leave in ((self.file, self.file.leave), (self.folder, self.folder.leave)):
            escape = QShortcut(QKeySequence("Esc"), page)
            escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            escape.activated.connect(leave)

    def stop(self) -> None:
        """The pages are about to go: what runs stops, what was written stays."""
        self.file.stop()
        self.folder.stop()

    def open_file(self, path: Path, *, unit: str = "", year: int | None = None) -> None:
        self._from_folder = False
        self.file.read(path, unit=unit, year=year)
        self.shown.emit(self.file)

    def open_sample(self) -> None:
        from zi_desktop.services.demo import SAMPLE, UNIT, YEAR

        self.open_file(resource_path("samples", SAMPLE), unit=UNIT, year=YEAR)

    def open_folder(self, folder: Path) -> None:
        self.folder.open(folder)
        self.shown.emit(self.folder)

    def choose_file(self) -> None:
        if not self._may_leave():
            return
        kinds = self.tr("Lembar kerja, PDF hasil ekspor (*.xlsx *.xlsm *.xls *.ods *.csv *.pdf)")
        chosen, _ = QFileDialog.getOpenFileName(self._parent, self.tr("Impor lembar kerja"), "", kinds)
        if chosen:
            self.open_file(Path(chosen))

    def choose_folder(self) -> None:
        if not self._may_leave():
            return
        chosen = QFileDialog.getExistingDirectory(self._parent, self.tr("Impor folder"))
        if chosen:
            self.open_folder(Path(chosen))

    def _open_from_folder(self, path: Path, unit: str, year: int | None) -> None:
        self.open_file(path, unit=unit, year=year)
        self._from_folder = True

    def _back(self) -> None:
        if self._from_folder:
            self._from_folder = False
            self.shown.emit(self.folder)
        else:
            self.finished.emit(False)

    def _file_imported(self, changes: Changes) -> None:
        if self._from_folder:
            self._back()
            self.folder.file_imported()
        else:
            self.finished.emit(True)
        text = self.tr("Impor selesai: {n} penilaian ditulis.").format(n=len(changes.evaluation_ids))
        if not changes.evaluations:
            text = self.tr("Teks resmi soal disimpan; tidak ada jawaban yang berubah.")
        self.done.emit(text, (changes.batch,), Severity.INFO)

    def _folder_imported(self, batches: tuple[str, ...], done: int, of: int) -> None:
        text = self.tr("{done} dari {of} berkas diimpor.").format(done=done, of=of)
        self.done.emit(text, batches, Severity.INFO if done == of else Severity.WARNING)
