"""Import with a preview: what was recognised, what would change, what is doubtful; then one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import AnswersUnnamed, Corrections, Reading
from zi_desktop.services.evaluations import unit_names
from zi_desktop.services.importing import ImportPlan, apply_import, plan_import, read_worksheet
from zi_desktop.services.mappings import remember, remembered
from zi_desktop.services.trust import trusted_roots
from zi_desktop.ui.evaluation_fields import chosen_stage
from zi_desktop.ui.file_drop import FileDrops
from zi_desktop.ui.import_preview import ImportPreview
from zi_desktop.ui.job import Job
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import button, column, label, panel, row
from zi_desktop.ui.session import Session

_PLAN_MS = 250
SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".pdf")
"""Worksheets, and the PDF that we export."""


class ImportPage(QWidget):
    """`imported` carries the Changes that were written, `left` asks to go back."""

    imported = Signal(object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._job: Job | None = None
        self._path = Path()
        self._proposed: tuple[str, int | None] = ("", None)
        self._known: Mapping[str, Corrections] = {}
        self._roots: list[bytes] = []
        self.corrections = Corrections()
        self.reading: Reading | None = None
        self.plan: ImportPlan | None = None
        self._unnamed: AnswersUnnamed | None = None
        self._replan = QTimer(self, singleShot=True, interval=_PLAN_MS)
        self._replan.timeout.connect(self.make_plan)
        self._title = label("", "heading")
        self.message = Message()
        self.preview = ImportPreview(unit_names(session.work))
        self._name_parts()
        self.drops = FileDrops(
            self,
            SUFFIXES,
            self.tr("Lepaskan untuk membaca berkas ini"),
            self.tr("Lembar kerja, atau PDF hasil ekspor; belum ada yang ditulis"),
            "import",
        )
        self.drops.dropped.connect(lambda files: self.read(files[0]))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._waiting_page())
        self._pages.addWidget(self.preview)
        self.ok = button("", self.confirm, role="primary", glyph="check")
        self.ok.setEnabled(False)
        back = button(self.tr("Batal"), self.leave)
        self.setLayout(
            column(
                self._title,
                self._pages,
                self.message,
                row(None, back, self.ok),
                gap=12,
                margins=(24, 16, 24, 16),
            )
        )
        self._count()

    def _name_parts(self) -> None:
        preview = self.preview
        self.unit, self.year, self.stage = preview.unit, preview.year, preview.stage
        self.facts, self.issues, self.mapping = preview.facts, preview.issues, preview.mapping
        self.changes, self.table = preview.changes.model, preview.changes.table
        self.unit.textChanged.connect(self._replan.start)
        self.year.valueChanged.connect(self._replan.start)
        self.stage.currentIndexChanged.connect(self._replan.start)
        self.changes.ticked.connect(self._count)
        self.mapping.corrected.connect(self.correct)
        preview.way_back.connect(lambda: self.correct(Corrections()))

    def _waiting_page(self) -> QWidget:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setAccessibleName(self.tr("Membaca berkas"))
        bar.setFixedWidth(320)
        inside = column(label(self.tr("Membaca berkas…"), "quiet"), bar, gap=12)
        page = QWidget()
        page.setLayout(column(None, row(None, panel(inside), None), None))
        return page

    def read(self, path: Path, *, unit: str = "", year: int | None = None) -> None:
        """Read a file off the main thread and show what it would do; nothing is written. ``unit`` and
        ``year`` are proposed when the file does not say them itself. A file of a shape that was corrected
        before is read with those corrections."""
        self._path, self._proposed = path, (unit, year)
        self._known = remembered(self._session.work)
        self._title.setText(self.tr("Impor {file}").format(file=path.name))
        self.message.clear()
        self.reading = self.plan = self._unnamed = None
        self.corrections = Corrections()
        self.changes.set_plan(None)
        self.preview.start()
        self._pages.setCurrentIndex(0)
        self._pages.show()
        self._roots = trusted_roots(self._session.work)
        reader = partial(read_worksheet, path, remembered=self._known, roots=self._roots)
        self._run(reader, self._on_read, self._on_error)

    def _run(self, reader: partial[Reading], on_done: object, on_error: object) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = self._session.run(reader, on_done=on_done, on_error=on_error)  # type: ignore[arg-type]

    def _on_error(self, error: ZiError) -> None:
        self._job = None
        if isinstance(error, AnswersUnnamed):
            self._on_read(error.reading, error)
            self.preview.ask_for_answers()
            return
        self._pages.hide()
        self.message.refuse(error)

    def _on_read(self, reading: Reading, unnamed: AnswersUnnamed | None = None) -> None:
        self._job = None
        self.reading, self._unnamed = reading, unnamed
        self.corrections = self._known.get(reading.shape, Corrections())
        unit, year = self._proposed
        self.unit.setText(reading.unit or unit)
        if said := reading.year or year:
            self.year.setValue(said)
        self._show_stage(reading)
        self._pages.setCurrentIndex(1)
        self._show_reading()
        (self.ok if self.unit.text() else self.unit).setFocus()

    def _show_stage(self, reading: Reading) -> None:
        filled = [b for b in reading.blocks if b.filled]
        self.stage.setEnabled(len(filled) == 1)
        if filled:
            self.stage.setCurrentIndex(list(Stage).index(filled[-1].stage))

    def _show_reading(self) -> None:
        assert self.reading is not None
        lke = self._session.work.lke(self.reading.edition)
        self.preview.show_mapping(self.reading, lke, self.corrections)
        self.preview.show_way_back(
            bool(self.corrections) and self.corrections == self._known.get(self.reading.shape)
        )
        self.make_plan()

    def correct(self, corrections: Corrections) -> None:
        """Read the same file again with what the user says of it; everything else stays where it is."""
        self.message.clear()
        self.preview.set_reading(True)
        self.ok.setEnabled(False)
        self._run(
            partial(read_worksheet, self._path, corrections, roots=self._roots),
            partial(self._on_corrected, corrections),
            partial(self._on_refused, corrections),
        )

    def _on_corrected(
        self, corrections: Corrections, reading: Reading, unnamed: AnswersUnnamed | None = None
    ) -> None:
        self._job, self._unnamed = None, unnamed
        stages = [b.stage for b in reading.blocks if b.filled]
        if self.reading is None or stages != [b.stage for b in self.reading.blocks if b.filled]:
            self._show_stage(reading)
        self.reading, self.corrections = reading, corrections
        self.preview.set_reading(False)
        self._show_reading()

    def _on_refused(self, corrections: Corrections, error: ZiError) -> None:
        """Back to the last mapping that could be read; one that names no answers yet can be gone on with."""
        if isinstance(error, AnswersUnnamed):
            self._on_corrected(corrections, error.reading, error)
            return
        self._job = None
        self.preview.set_reading(False)
        if self.reading is not None:
            self._show_reading()
        self.message.refuse(error)

    def make_plan(self) -> None:
        """What importing would change under the unit, year and stage now in the fields."""
        self._replan.stop()
        if self.reading is None:
            return
        self.plan = None
        if self._unnamed:
            self.message.refuse(self._unnamed)
        else:
            self._try_plan(self.reading)
        lke = self._session.work.lke(self.reading.edition)
        self.preview.show_plan(self.reading, self.plan, lke, self._path.name)
        self._count()

    def _try_plan(self, reading: Reading) -> None:
        stage = chosen_stage(self.stage) if self.stage.isEnabled() else None
        unit, year = self.unit.text(), self.year.value()
        try:
            self.plan = plan_import(self._session.work, reading, unit=unit, year=year, stage=stage)
            self.message.clear()
        except ZiError as error:
            self.message.refuse(error)

    def _count(self) -> None:
        wanted, texts = self.changes.wanted, len(self.plan.official_texts) if self.plan else 0
        only_texts = self.tr("Simpan {n} teks resmi").format(n=texts)
        self.ok.setText(
            only_texts if texts and not wanted else self.tr("Impor {n} perubahan").format(n=wanted)
        )
        balanced = self.reading is not None and self.reading.rows.balances
        reading_again = self._job is not None
        self.ok.setEnabled(self.plan is not None and balanced and (wanted or texts) > 0 and not reading_again)

    def confirm(self) -> None:
        """Write it, all in one transaction; then keep what was said of the sheet for the next of its kind."""
        if self._replan.isActive():
            self.make_plan()
        if self.plan is None or self.reading is None or not self.ok.isEnabled():
            return
        result = self._session.do(apply_import, self.plan, excluded=frozenset(self.changes.excluded))
        if isinstance(result, ZiError):
            self.message.refuse(result)
            return
        shape = self.reading.shape
        if shape and self.corrections != self._known.get(shape, Corrections()):
            self._session.tell(self._session.do(remember, shape, self.corrections))
        self.imported.emit(result)

    def leave(self) -> None:
        self.stop()
        self.left.emit()

    @property
    def idle(self) -> bool:
        """Nothing is being read."""
        return self._job is None

    def stop(self) -> None:
        """Nobody waits for the file any more."""
        if self._job is not None:
            self._job.drop()
            self._job = None
