"""Impor folder: every worksheet below a folder, looked at first, then imported; a bad one stops no other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.changes import Changes
from zi_desktop.services.evaluations import FIRST_YEAR, LAST_YEAR
from zi_desktop.services.folder import SUFFIXES, FolderLine, find_worksheets
from zi_desktop.ui.evaluation_fields import year_field
from zi_desktop.ui.folder_model import FolderModel, State
from zi_desktop.ui.folder_run import FolderRun
from zi_desktop.ui.folder_table import FolderTable
from zi_desktop.ui.job import Job
from zi_desktop.ui.language import say
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import button, column, label, panel, picture, row
from zi_desktop.ui.progress_row import ProgressRow
from zi_desktop.ui.session import Session
from zi_desktop.ui.table_keeper import TableKeeper

_PLAN_MS = 400


class FolderPage(QWidget):
    """`left` asks to go back; `file_wanted` for the preview of one file (path, unit, year); `imported`
    carries the batches written and how many files they are of how many."""

    left = Signal()
    file_wanted = Signal(object, str, object)
    imported = Signal(object, int, int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._finding: Job | None = None
        self._opened = -1
        self._batches: list[str] = []
        self.model = FolderModel()
        self.run = FolderRun(session)
        self.run.line.connect(self._on_line)
        self.run.ended.connect(self._on_ended)
        self._title = label("", "heading")
        self.message = Message()
        self._fields()
        self.table = FolderTable(self.model)
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.progress = ProgressRow(self.cancel)
        self._sum = label("", "quiet")
        self.keeper = TableKeeper(self.model, self.message.refuse)
        self.ok = button("", self.confirm, role="primary", glyph="check")
        self._back = button(self.tr("Kembali"), self.leave)
        self._replan = QTimer(self, singleShot=True, interval=_PLAN_MS)
        self._replan.timeout.connect(self.look)
        self._lay_out()
        self._show_state()

    def _fields(self) -> None:
        self.year = year_field()
        self.year.setMinimum(FIRST_YEAR - 1)
        self.year.setSpecialValueText(self.tr("menurut berkas"))
        self.year.setFixedWidth(136)
        self.year.setMaximum(LAST_YEAR)
        self.year.setValue(FIRST_YEAR - 1)
        self.stage = QComboBox()
        self.stage.addItem(self.tr("menurut berkas"), None)
        for stage in Stage:
            self.stage.addItem(say(stage.label), stage)
        self.stage.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.stage.setMinimumContentsLength(14)
        self.year.valueChanged.connect(lambda *_: self._replan.start())
        self.stage.currentIndexChanged.connect(lambda *_: self._replan.start())

    def _lay_out(self) -> None:
        year_name, stage_name = label(self.tr("Tahun")), label(self.tr("Tahap"))
        for name, field in ((year_name, self.year), (stage_name, self.stage)):
            name.setBuddy(field)
            field.setAccessibleName(name.text())
        asked = row(year_name, self.year, 8, stage_name, self.stage, None, self.keeper)
        framed = panel(column(self.table, margins=(1, 1, 1, 1)), "framed")
        empty = QWidget()
        kinds = ", ".join(sorted(SUFFIXES))
        told = label(self.tr("Tidak ada lembar kerja di folder ini ({kinds}).").format(kinds=kinds), "quiet")
        inside = column(picture("folder", "accent", 32), told, gap=12)
        empty.setLayout(column(None, row(None, inside, None), None, None))
        self._pages = QStackedWidget()
        self._pages.addWidget(framed)
        self._pages.addWidget(empty)
        foot = row(self._sum, None, self._back, self.ok)
        layout = column(
            self._title,
            asked,
            self._pages,
            self.progress,
            self.message,
            foot,
            gap=12,
            margins=(24, 16, 24, 16),
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def open(self, folder: Path) -> None:
        """Look through a folder: a dry run over every worksheet below it. Nothing is written."""
        self.run.stop()
        self._title.setText(self.tr("Impor folder {name}").format(name=folder.name or str(folder)))
        self._title.setToolTip(str(folder))
        self.message.clear()
        self._batches = []
        self.model.set_files(folder, [])
        self._pages.setCurrentIndex(0)
        self.progress.tell_busy(self.tr("Mencari lembar kerja…"))
        self._finding = self._session.run(
            find_worksheets,
            folder,
            on_done=lambda files: self._on_found(folder, files),
            on_error=self._on_no_folder,
        )
        self._show_state()

    def _on_found(self, folder: Path, files: list[Path]) -> None:
        self._finding = None
        self.model.set_files(folder, files)
        self._pages.setCurrentIndex(0 if files else 1)
        self.look()
        self.table.setFocus()

    def _on_no_folder(self, error: ZiError) -> None:
        self._finding = None
        self.progress.hide()
        self.message.refuse(error)
        self._show_state()

    def look(self) -> None:
        """The dry run, from the first file, under the year and stage in the fields."""
        self._replan.stop()
        if self._finding is not None or self._importing:
            return
        self.message.clear()
        files = [line.file for line in self.model.lines]
        self.model.set_files(self.model.folder, files)
        self._start(list(enumerate(files)), dry_run=True)

    def confirm(self) -> None:
        """Import every file that is ready, each by a transaction of its own."""
        if not self.ok.isEnabled():
            return
        self._batches = []
        self._start(self.model.wanted(), dry_run=False)

    def _start(self, files: list[tuple[int, Path]], *, dry_run: bool) -> None:
        year = self.year.value() if self.year.value() >= FIRST_YEAR else None
        said = self.stage.currentData()  # Qt hands an enumeration back as its text
        stage = Stage(said) if said else None
        self.run.start(files, year=year, stage=stage, dry_run=dry_run)
        self._show_state()

    @property
    def _importing(self) -> bool:
        return self.run.running and not self.run.dry_run

    @property
    def idle(self) -> bool:
        """Nothing is looked for, read or written."""
        return self._finding is None and not self.run.running

    def cancel(self) -> None:
        """Stop between two files: what was imported stays, and says so."""
        if self._finding is not None:
            self._finding.drop()
            self._finding = None
            self._show_state()
        self.run.cancel()

    def stop(self) -> None:
        """Stop without a word."""
        if self._finding is not None:
            self._finding.drop()
            self._finding = None
        self.run.stop()

    def leave(self) -> None:
        self.cancel()
        self.left.emit()

    def _on_line(self, number: int, line: FolderLine) -> None:
        self.model.set_line(number, line, written=not self.run.dry_run)
        if line.batch and not self.run.dry_run:
            self._batches.append(line.batch)
        self._show_state()

    def _on_ended(self, whole: bool) -> None:
        self._show_state()
        if self.run.dry_run:
            if not whole:
                self.message.refuse(_stopped(self.run.done, self.run.of))
            return
        if self._batches:
            self._session.announce(Changes(evaluations=True))
        self.imported.emit(tuple(self._batches), len(self._batches), self.run.of)

    def _show_state(self) -> None:
        model = self.model
        ready = len(model.wanted())
        busy = not self.idle
        self.ok.setText(self.tr("Impor {n} berkas").format(n=ready))
        self.ok.setEnabled(ready > 0 and not busy)
        for field in (self.year, self.stage):
            field.setEnabled(not self._importing)
        self.keeper.setEnabled(bool(model.lines) and not self._importing)
        if self.run.running:
            verb = self.tr("Memeriksa") if self.run.dry_run else self.tr("Mengimpor")
            self.progress.tell(verb, self.run.done, self.run.of, self.run.seconds_left)
        elif self._finding is None:
            self.progress.hide()
        self._sum.setText(model.sum_text())

    def _open(self, index: QModelIndex) -> None:
        """One file's own preview, when nothing is being written; looking at the others goes on."""
        busy = self._importing or not index.isValid()
        if busy or self.model.states[index.row()] is State.WAITING:
            return
        self._opened = index.row()
        line = self.model.lines[index.row()]
        year = line.year or (self.year.value() if self.year.value() >= FIRST_YEAR else None)
        self.file_wanted.emit(line.file, line.unit, year)

    def file_imported(self) -> None:
        """The file whose preview was opened from here has been imported by itself."""
        if 0 <= self._opened < len(self.model.lines):
            self.model.set_line(self._opened, self.model.lines[self._opened], written=True)
            self._show_state()


def _stopped(done: int, of: int) -> ZiError:
    return ZiError(
        "cancelled",
        Text(
            f"Dihentikan setelah {done} dari {of} berkas diperiksa",
            f"Stopped after {done} of {of} files were looked at",
        ),
        remedy=Text(
            "Yang sudah diperiksa dapat diimpor; ubah tahun atau tahap untuk memeriksa semuanya lagi.",
            "Those looked at can be imported; change year or stage to look at all of them again.",
        ),
    )
