"""Export of several evaluations: where to, which files, signed by whom; then what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from zi_desktop.services.exporting import check_signers
from zi_desktop.services.exporting_many import Ending, ManyLine
from zi_desktop.services.worklist import EvaluationSummary
from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.export_many_model import Col, ExportManyModel
from zi_desktop.ui.export_many_run import ExportManyRun
from zi_desktop.ui.outputs_box import OutputsBox
from zi_desktop.ui.parts import button, column, label, panel, row
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.progress_row import ProgressRow
from zi_desktop.ui.session import Session
from zi_desktop.ui.signers_box import SignersBox

_ROW = 30
_FEWEST_ROWS, _MOST_ROWS = 3, 7
_ROOM = 20  # of the head and the frame, beyond what they say they need
_KEPT_FOLDER = "export.many.folder"


class ExportManyDialog(Dialog):
    """Stays open while it works, and the window behind works on. The passphrase is asked for once."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        chosen: Sequence[EvaluationSummary],
        preferences: Preferences,
    ) -> None:
        title = self.tr("Ekspor {n} penilaian").format(n=len(chosen))
        super().__init__(parent, title, self.tr("Ekspor dan periksa"), width=720)
        self._session, self._preferences = session, preferences
        self.model = ExportManyModel(chosen)
        self.run: ExportManyRun | None = None
        self._finished = False
        self.folder = QLineEdit(preferences.view(_KEPT_FOLDER) or _documents())
        self.folder.setAccessibleName(self.tr("Folder tujuan"))
        self.choose = button(self.tr("Pilih…"), self._choose_folder, glyph="folder")
        self.outputs = OutputsBox(preferences)
        self.signers = SignersBox(session, preferences, [self.tr("Ketua Tim"), self.tr("Anggota Tim")])
        rules = label(
            self.tr(
                "Bila ditandatangani: yang masih punya galat menjadi draf, yang peringatannya belum "
                "beralasan ditolak, yang lain dikunci. Yang gagal tidak menghentikan yang lain."
            ),
            "quiet",
            wrap=True,
        )
        self._asked = (
            label(self.tr("Folder"), "section"),
            panel(row(self.folder, self.choose)),
            self.outputs,
            label(self.tr("Tanda tangan untuk semuanya"), "section"),
            self.signers,
            rules,
        )
        self.table = _table(self.model)
        self.table.setAccessibleName(self.tr("Penilaian yang diekspor"))
        self._sum = label(self.model.sum_text(), "quiet")
        self.progress = ProgressRow(self.stop)
        self.open_folder = button(self.tr("Buka folder"), self._open_folder, glyph="folder")
        self.open_folder.hide()
        for part in self._asked:
            self.body.addWidget(part)
        self.body.addWidget(panel(column(self.table, margins=(1, 1, 1, 1)), "framed"), 1)
        foot = row(self._sum, self.open_folder)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.body.addWidget(self.progress)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.setStretchFactor(self.body, 10)

    @property
    def working(self) -> bool:
        return self.run is not None and self.run.running

    def confirm(self) -> bool:
        """Start; the dialog stays. Once all is told, close."""
        if self._finished:
            return True
        signers = self.signers.requests()
        check_signers(signers)
        self.message.clear()
        self._preferences.keep_view(_KEPT_FOLDER, self.folder.text())
        self.run = ExportManyRun(
            self._session,
            self.model.chosen,
            Path(self.folder.text()).expanduser(),
            signers,
            self.outputs.wanted(),
        )
        self.run.line.connect(self._on_line)
        self.run.step.connect(self._show_progress)
        self.run.ended.connect(self._on_ended)
        for part in self._asked:
            part.hide()
        self.do.setEnabled(False)
        self.cancel.hide()
        self._show_progress()
        self.progress.stop.setFocus()
        self.run.start()
        return False

    def stop(self) -> None:
        """What was exported stays; the one being made leaves nothing."""
        if self.run is not None:
            self.progress.stop.setEnabled(False)
            self.run.cancel()

    def done(self, code: int) -> None:
        """Closing the dialog stops the work."""
        if self.run is not None:
            self.run.drop()
        super().done(code)

    def _show_progress(self) -> None:
        if self.run is not None:
            self.progress.tell(self.tr("Mengekspor"), self.run.done, self.run.of, self.run.seconds_left)

    def _on_line(self, at: int, line: ManyLine) -> None:
        self.model.set_line(at, line)
        self.table.resizeRowToContents(at)
        self.table.scrollTo(self.model.index(at, 0))
        self._sum.setText(self.model.sum_text())
        self._show_progress()

    def _on_ended(self, whole: bool) -> None:
        self._finished = True
        if not whole:
            self.model.stop()
        self._sum.setText(self.model.sum_text())
        self.progress.hide()
        self.open_folder.setVisible(self.model.count(Ending.DONE) > 0)
        self.do.setText(self.tr("Tutup"))
        self.do.setEnabled(True)
        self.do.setFocus()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder tujuan"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self.folder.text()).expanduser())))


def _documents() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(place) / "ZI Desktop")


def _table(model: ExportManyModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setDefaultSectionSize(_ROW)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(Col.RESULT, QHeaderView.ResizeMode.Stretch)
    for column_, width in ((Col.UNIT, 220), (Col.YEAR, 60), (Col.STAGE, 70)):
        table.setColumnWidth(column_, width)
    rows = min(_MOST_ROWS, max(_FEWEST_ROWS, model.rowCount()))
    table.setMinimumHeight(rows * _ROW + header.sizeHint().height() + _ROOM)
    return table
