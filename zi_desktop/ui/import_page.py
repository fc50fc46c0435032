"""Import with a preview: what was recognised, what would change, what is doubtful; then one transaction."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import Reading
from zi_desktop.services.evaluations import list_evaluations
from zi_desktop.services.importing import ImportPlan, apply_import, plan_import, read_worksheet
from zi_desktop.ui.changes_model import ChangesModel, Col
from zi_desktop.ui.dialog import form
from zi_desktop.ui.evaluation_fields import chosen_stage, stage_field, unit_field, year_field
from zi_desktop.ui.import_facts import ImportFacts
from zi_desktop.ui.issues_list import IssuesList
from zi_desktop.ui.job import Job
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import button, column, label, panel, row
from zi_desktop.ui.session import Session

_PLAN_MS = 250
_WIDTHS = {Col.CODE: 190, Col.KIND: 88, Col.BEFORE: 110, Col.PLACE: 120}


class ImportPage(QWidget):
    """`imported` carries the ids of the evaluations written, `left` asks to go back."""

    imported = Signal(tuple)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._job: Job | None = None
        self._proposed: tuple[str, int | None] = ("", None)
        self.reading: Reading | None = None
        self.plan: ImportPlan | None = None
        self._replan = QTimer(self, singleShot=True, interval=_PLAN_MS)
        self._replan.timeout.connect(self.make_plan)
        self._title = label("", "heading")
        self.message = Message()
        self.changes = ChangesModel()
        self.changes.ticked.connect(self._count)
        self.facts = ImportFacts()
        self.issues = IssuesList()
        self._fields()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._waiting_page())
        self._pages.addWidget(self._preview_page())
        self.ok = button("", self.confirm, role="primary", glyph="check")
        self.ok.setEnabled(False)
        self._counted = label("", "quiet")
        back = button(self.tr("Batal"), self._leave)
        self.setLayout(
            column(
                self._title,
                self._pages,
                self.message,
                row(self._counted, None, back, self.ok),
                gap=12,
                margins=(24, 16, 24, 16),
            )
        )
        self._count()

    def _fields(self) -> None:
        self.unit = unit_field([e.unit for e in list_evaluations(self._session.work)])
        self.year = year_field()
        self.stage = stage_field()
        self.unit.textChanged.connect(self._replan.start)
        self.year.valueChanged.connect(self._replan.start)
        self.stage.currentIndexChanged.connect(self._replan.start)

    def _waiting_page(self) -> QWidget:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setAccessibleName(self.tr("Membaca berkas"))
        bar.setFixedWidth(320)
        inside = column(label(self.tr("Membaca berkas…"), "quiet"), bar, gap=12)
        page = QWidget()
        page.setLayout(column(None, row(None, panel(inside), None), None))
        return page

    def _preview_page(self) -> QWidget:
        asked = form(
            (self.tr("Unit kerja"), self.unit), (self.tr("Tahun"), self.year), (self.tr("Tahap"), self.stage)
        )
        named = panel(column(asked, margins=(16, 12, 16, 12)), "framed")
        self.issues.setMinimumHeight(120)
        for fixed in (named, self.facts):
            fixed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        inside = column(named, self.facts, _titled(self.tr("Yang perlu diperiksa"), self.issues), gap=12)
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFixedWidth(368)
        left.setWidget(panel(inside, "page"))
        page = QWidget()
        right = _titled(self.tr("Yang akan berubah"), self._table())
        both = row(left, right, gap=16)
        both.setStretch(1, 1)
        page.setLayout(both)
        return page

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Perubahan"))
        table.setModel(self.changes)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Col.AFTER, QHeaderView.ResizeMode.Stretch)
        for col, width in _WIDTHS.items():
            table.setColumnWidth(col, width)
        self.table = table
        return table

    def read(self, path: Path, *, unit: str = "", year: int | None = None) -> None:
        """Read a file off the main thread and show what it would do; nothing is written. ``unit`` and
        ``year`` are proposed when the file does not say them itself."""
        self._proposed = (unit, year)
        self._title.setText(self.tr("Impor {file}").format(file=path.name))
        self.message.clear()
        self.reading = self.plan = None
        self.changes.set_plan(None)
        self._pages.setCurrentIndex(0)
        self._pages.show()
        self._job = self._session.run(read_worksheet, path, on_done=self._on_read, on_error=self._on_error)

    def _on_error(self, error: ZiError) -> None:
        self._job = None
        self._pages.hide()
        self.message.refuse(error)

    def _on_read(self, reading: Reading) -> None:
        self._job = None
        self.reading = reading
        filled = [b for b in reading.blocks if b.filled]
        unit, year = self._proposed
        self.unit.setText(reading.unit or unit)
        if said := reading.year or year:
            self.year.setValue(said)
        self.stage.setEnabled(len(filled) == 1)
        if filled:
            self.stage.setCurrentIndex(list(Stage).index(filled[-1].stage))
        self._pages.setCurrentIndex(1)
        self.make_plan()
        (self.ok if self.unit.text() else self.unit).setFocus()

    def make_plan(self) -> None:
        """What importing would change under the unit, year and stage now in the fields."""
        self._replan.stop()
        if self.reading is None:
            return
        stage = chosen_stage(self.stage) if self.stage.isEnabled() else None
        self.plan = None
        try:
            self.plan = plan_import(
                self._session.work, self.reading, unit=self.unit.text(), year=self.year.value(), stage=stage
            )
            self.message.clear()
        except ZiError as error:
            self.message.refuse(error)
        self.changes.set_plan(self.plan)
        self.facts.show_plan(self.reading, self.plan)
        self.issues.show_issues(self.plan.issues if self.plan else self.reading.issues)
        self._count()

    def _count(self) -> None:
        kinds = Counter(self.changes.kinds())
        self._counted.setText(", ".join(self.changes.counted(k, n) for k, n in kinds.items()))
        self.ok.setText(self.tr("Impor {n} perubahan").format(n=self.changes.wanted))
        balanced = self.reading is not None and self.reading.rows.balances
        self.ok.setEnabled(self.plan is not None and balanced and self.changes.wanted > 0)

    def confirm(self) -> None:
        """Write it, all in one transaction."""
        if self._replan.isActive():
            self.make_plan()
        if self.plan is None or not self.ok.isEnabled():
            return
        result = self._session.do(apply_import, self.plan, excluded=frozenset(self.changes.excluded))
        if isinstance(result, ZiError):
            self.message.refuse(result)
            return
        self.imported.emit(result.evaluation_ids)

    def _leave(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None
        self.left.emit()


def _titled(title: str, widget: QWidget) -> QFrame:
    head: QLabel = label(title, "section")
    head.setContentsMargins(12, 10, 12, 2)
    layout: QVBoxLayout = column(head, widget, gap=4, margins=(1, 1, 1, 1))
    layout.setStretch(1, 1)
    return panel(layout, "framed")
