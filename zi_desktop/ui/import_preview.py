"""The preview of one file: whose it is and what was recognised at the left, three tabs at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QScrollArea, QSizePolicy, QTabWidget, QWidget

from zi_desktop.domain.lke import Lke
from zi_desktop.domain.reading import Corrections, Reading
from zi_desktop.services.importing import ImportPlan
from zi_desktop.ui.changes_box import ChangesBox
from zi_desktop.ui.dialog import form
from zi_desktop.ui.evaluation_fields import stage_field, unit_field, year_field
from zi_desktop.ui.import_facts import ImportFacts
from zi_desktop.ui.issues_box import IssuesBox, Pick
from zi_desktop.ui.mapping_tab import MappingTab
from zi_desktop.ui.parts import button, column, label, panel, picture, row

_LEFT = 344
TO_MAP = frozenset({"unknown-row", "unknown-column"})


class ImportPreview(QWidget):
    """`way_back`: the remembered corrections are not wanted."""

    way_back = Signal()

    def __init__(self, known_units: list[str]) -> None:
        super().__init__()
        self.unit = unit_field(known_units)
        self.year = year_field()
        self.stage = stage_field()
        self.stage.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.stage.setMinimumContentsLength(12)  # gives way before the column does
        self.facts = ImportFacts()
        self.changes = ChangesBox()
        self.issues = IssuesBox()
        self.mapping = MappingTab()
        self.facts.explained.connect(self._explain)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Bagian pratinjau"))
        for page in (self.changes, self.issues, self.mapping):
            self.tabs.addTab(page, "")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Membaca ulang berkas"))
        self._keep_room(self._bar)
        self._told = self._make_told()
        right = column(self._told, self.tabs, self._bar, gap=6)
        right.setStretch(1, 1)
        both = row(self._left(), right, gap=16)
        both.setStretch(1, 1)
        self.setLayout(both)
        self._name_tabs(0, 0, 0)

    @staticmethod
    def _keep_room(bar: QProgressBar) -> None:
        policy = bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        bar.setSizePolicy(policy)
        bar.hide()

    def _make_told(self) -> QWidget:
        words = label(self.tr("Pemetaan Anda dari berkas sebelumnya dipakai"))
        self.back = button(self.tr("Kembalikan"), self.way_back.emit, role="link")
        told = panel(row(picture("info", "quiet"), words, self.back, None, margins=(12, 5, 8, 5)), "inset")
        told.hide()
        return told

    def _left(self) -> QScrollArea:
        asked = form(
            (self.tr("Unit kerja"), self.unit), (self.tr("Tahun"), self.year), (self.tr("Tahap"), self.stage)
        )
        named = panel(column(asked, margins=(16, 12, 16, 12)), "framed")
        named.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFixedWidth(_LEFT)
        left.setWidget(panel(column(named, self.facts, None, gap=12), "page"))
        return left

    def start(self) -> None:
        """Another file: back to the first tab, nothing filtered."""
        self.tabs.setCurrentWidget(self.changes)
        self.mapping.rows.start()
        self.set_reading(False)
        self.show_way_back(False)

    def set_reading(self, on: bool) -> None:
        """The file is being read again."""
        self._bar.setVisible(on)

    def show_way_back(self, on: bool) -> None:
        self._told.setVisible(on)

    def show_mapping(self, reading: Reading, lke: Lke, corrections: Corrections) -> None:
        self.mapping.show_reading(reading, lke, corrections)
        self.tabs.setTabVisible(2, reading.origin is None)  # what we wrote needs no mapping

    def ask_for_answers(self) -> None:
        """No column is known to hold answers: the columns are shown, to be named."""
        self.tabs.setCurrentWidget(self.mapping)
        self.mapping.show_all_columns()

    def show_plan(self, reading: Reading, plan: ImportPlan | None, lke: Lke, file_name: str) -> None:
        self.changes.show_plan(plan)
        self.facts.show_reading(reading, plan, lke)
        self.issues.show_issues(plan.issues if plan else reading.issues, reading, file_name)
        to_map = len(reading.doubtful) + sum(i.code in TO_MAP for i in reading.issues)
        self._name_tabs(self.changes.model.rowCount(), self.issues.count, to_map)

    def _name_tabs(self, changes: int, issues: int, to_map: int) -> None:
        names = (self.tr("Yang akan berubah"), self.tr("Perlu diperiksa"), self.tr("Pemetaan"))
        for at, (name, n) in enumerate(zip(names, (changes, issues, to_map), strict=True)):
            self.tabs.setTabText(at, f"{name}  {n}" if n else name)
        tip = self.tr("{n} baris atau kolom menunggu kata Anda").format(n=to_map) if to_map else ""
        self.tabs.setTabToolTip(2, tip)

    def _explain(self) -> None:
        self.tabs.setCurrentWidget(self.issues)
        self.issues.show_only(Pick.XRAY)
