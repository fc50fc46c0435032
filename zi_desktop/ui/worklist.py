"""Where the day begins: every evaluation with its progress, score and predikat; filtered as you type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QStackedLayout, QTableView, QWidget

from zi_desktop.services.evaluations import EvaluationSummary, list_evaluations
from zi_desktop.ui.icons import icon
from zi_desktop.ui.parts import button, column, key_label, label, panel, picture, row
from zi_desktop.ui.session import Session
from zi_desktop.ui.worklist_delegate import WorklistDelegate
from zi_desktop.ui.worklist_model import Col, SummaryRole, WorklistFilter, WorklistModel

_WIDTHS = {
    Col.YEAR: 72,
    Col.STAGE: 210,
    Col.PROGRESS: 190,
    Col.TOTAL: 84,
    Col.PREDIKAT: 312,
    Col.CHANGED: 160,
}


class Worklist(QWidget):
    """`opened` carries an evaluation id; the other signals ask for what their buttons say."""

    opened = Signal(str)
    new_wanted = Signal()
    import_wanted = Signal()
    folder_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self.model = WorklistModel()
        self.filter = WorklistFilter()
        self.filter.setSourceModel(self.model)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Cari unit, tahun, tahap"))
        self.search.setAccessibleName(self.tr("Cari penilaian"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setFixedWidth(300)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.table = self._make_table()
        self._count = label("", "quiet")
        self._none = label("", "quiet")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list_page())
        self._stack.addWidget(self._empty_page())
        self.setLayout(self._stack)
        session.changed.connect(self._on_changed)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Daftar penilaian"))
        table.setModel(self.filter)
        table.setItemDelegate(WorklistDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSortingEnabled(True)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(40)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Col.UNIT, QHeaderView.ResizeMode.Stretch)
        for col, width in _WIDTHS.items():
            table.setColumnWidth(col, width)
        table.sortByColumn(Col.CHANGED, Qt.SortOrder.DescendingOrder)
        table.activated.connect(self._open)
        table.clicked.connect(self._open)
        return table

    def _list_page(self) -> QWidget:
        head = row(
            label(self.tr("Penilaian"), "heading"),
            self._count,
            None,
            self.search,
            button(self.tr("Impor"), self.import_wanted.emit, glyph="import"),
            button(self.tr("Impor folder…"), self.folder_wanted.emit, glyph="folder"),
            button(self.tr("Penilaian baru"), self.new_wanted.emit, role="primary", glyph="plus"),
        )
        framed = panel(column(self.table, margins=(1, 1, 1, 1)), "framed")
        page = QWidget()
        page.setLayout(column(head, framed, self._none, gap=16, margins=(24, 20, 24, 16)))
        return page

    def _empty_page(self) -> QWidget:
        """What belongs here, the buttons that fill it, and their keys."""
        title = label(self.tr("Belum ada penilaian"), "heading")
        words = label(
            self.tr(
                "Di sini berdiri semua unit yang Anda nilai. Mulailah dari lembar kerja Excel yang sudah "
                "diisi unit, atau dari lembar kosong. Semua jawaban tersimpan di komputer ini."
                " Tidak perlu jaringan."
            ),
            wrap=True,
        )
        self.import_first = button(
            self.tr("Impor lembar kerja"), self.import_wanted.emit, role="primary", glyph="import"
        )
        new = button(self.tr("Penilaian baru"), self.new_wanted.emit, glyph="plus")
        folder = button(self.tr("Impor folder…"), self.folder_wanted.emit, glyph="folder")
        sample = button(self.tr("Coba dengan contoh"), self.sample_wanted.emit, glyph="sheet")
        rows = [
            row(what, key_label(key), None)
            for what, key in ((self.import_first, "Ctrl+I"), (folder, "Ctrl+Shift+I"), (new, "Ctrl+N"))
        ]
        inside = column(
            picture("sheet", "accent", 40),
            title,
            words,
            8,
            *rows,
            row(sample, label(self.tr("satuan kerja rekaan, dua tahap"), "quiet"), None),
            gap=12,
            margins=(32, 28, 32, 32),
        )
        framed = panel(inside, "framed")
        framed.setFixedWidth(520)
        page = QWidget()
        page.setLayout(column(None, row(None, framed, None), None, None))
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the unit's name keeps its room; what is cut short is in the row's tooltip."""
        super().resizeEvent(event)
        narrow = self.width() < 1200
        self.table.setColumnHidden(Col.CHANGED, narrow)
        for col in (Col.STAGE, Col.PROGRESS):
            self.table.setColumnWidth(col, 120 if narrow else _WIDTHS[col])

    def refresh(self) -> None:
        """Read the list from the store."""
        rows = list_evaluations(self._session.work)
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._filter(self.search.text())

    def take_focus(self) -> None:
        if self._stack.currentIndex() == 1:
            self.import_first.setFocus()
            return
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _filter(self, text: str) -> None:
        self.filter.set_words(text)
        shown, of = self.filter.rowCount(), self.model.rowCount()
        self._count.setText(
            str(of) if shown == of else self.tr("{shown} dari {of}").format(shown=shown, of=of)
        )
        self._none.setText(self.tr("Tidak ada penilaian dengan kata itu.") if not shown and of else "")

    def _on_changed(self, changes: object) -> None:
        if self.isVisible() or getattr(changes, "evaluations", False):
            self.refresh()

    def _open(self, index: QModelIndex) -> None:
        summary = index.data(SummaryRole)
        if isinstance(summary, EvaluationSummary):
            self.opened.emit(summary.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Down goes into the list and Enter opens its first row."""
        if watched is self.search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.table.setFocus()
                self.table.selectRow(0)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
                self._open(self.filter.index(0, 0))
                return True
        return super().eventFilter(watched, event)
