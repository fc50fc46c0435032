"""Two evaluations side by side, the differences first; all of it by keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QTabWidget,
    QWidget,
)

from zi_desktop.domain.compare import Comparison, QuestionDifference
from zi_desktop.domain.evaluation import Evaluation
from zi_desktop.ui.answers import stage_tag
from zi_desktop.ui.compare_detail import CompareDetail
from zi_desktop.ui.compare_figures import CompareFigures
from zi_desktop.ui.compare_model import Col, CompareFilter, CompareModel, DifferenceRole, Show, fits
from zi_desktop.ui.compare_words import signed
from zi_desktop.ui.icons import icon
from zi_desktop.ui.language import number
from zi_desktop.ui.parts import button, column, label, panel, row, set_role

_WIDTHS = {Col.KIND: 108, Col.CODE: 104, Col.BEFORE: 96, Col.AFTER: 96, Col.POINTS: 84, Col.WRITTEN: 124}
_NARROW = 1100
_NARROW_WIDTHS = {Col.KIND: 96, Col.CODE: 92, Col.BEFORE: 72, Col.AFTER: 72, Col.POINTS: 76}


class ComparePage(QWidget):
    """`left` asks to go back, `opened` for the selected question in the workbench, `choose_wanted` for
    another evaluation on one side (True: the first)."""

    left = Signal()
    opened = Signal(str)
    choose_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.model, self.filter = CompareModel(), CompareFilter()
        self.filter.setSourceModel(self.model)
        self._narrow = False
        self.table = self._make_table()
        self.detail = CompareDetail()
        self.detail.opened.connect(self.open_selected)
        self.figures = CompareFigures()
        self.before = button("", lambda: self.choose_wanted.emit(True))
        self.after = button("", lambda: self.choose_wanted.emit(False))
        self._totals = label("", "figure")
        self._change = label("", "figure")
        self._told = label("", "quiet", wrap=True)
        self._none = label(
            self.tr("Tidak ada soal yang cocok. Pilih Semua, atau kosongkan pencarian."), "quiet"
        )
        self.search = self._make_search()
        self.chips: dict[Show, QPushButton] = {}
        self.setLayout(
            column(self._head(), self._filters(), self._told, self._body(), gap=8, margins=(24, 12, 24, 12))
        )

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Perbedaan per soal"))
        table.setModel(self.filter)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(34)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Col.TEXT, QHeaderView.ResizeMode.Stretch)
        for col, width in _WIDTHS.items():
            table.setColumnWidth(col, width)
        table.activated.connect(lambda _: self.open_selected())
        table.selectionModel().currentRowChanged.connect(self._on_row)
        return table

    def _make_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Cari soal atau catatan  ( / )"))
        search.setAccessibleName(self.tr("Cari dalam perbandingan"))
        search.setClearButtonEnabled(True)
        search.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        search.setFixedWidth(280)
        search.textChanged.connect(lambda text: self._refilter(words=text))
        search.installEventFilter(self)
        return search

    def _head(self) -> QWidget:
        self.before.setAccessibleDescription(self.tr("Pilih penilaian pertama"))
        self.after.setAccessibleDescription(self.tr("Pilih penilaian kedua"))
        back = button(self.tr("Kembali  (Esc)"), self.left.emit, glyph="back")
        line = row(
            label(self.tr("Bandingkan"), "heading"),
            self.before,
            label("→", "quiet"),
            self.after,
            None,
            self._totals,
            self._change,
            8,
            back,
        )
        return panel(line)

    def _filters(self) -> QWidget:
        group = QButtonGroup(self)
        for show in Show:
            chip = button("", partial(self.show_only, show), role="chip")
            chip.setCheckable(True)
            chip.setChecked(show is Show.DIFFERENT)
            group.addButton(chip)
            self.chips[show] = chip
        return panel(row(*self.chips.values(), None, self.search, gap=4))

    def _body(self) -> QWidget:
        self._parts = questions = QSplitter(Qt.Orientation.Horizontal)
        questions.setHandleWidth(1)
        questions.addWidget(panel(column(self.table, self._none, margins=(0, 0, 0, 0))))
        questions.addWidget(self.detail)
        questions.setStretchFactor(0, 1)
        questions.setSizes([860, 440])
        self.detail.setMinimumWidth(280)
        self.tabs = QTabWidget()
        self.tabs.addTab(questions, self.tr("Soal"))
        self.tabs.addTab(self.figures, self.tr("Bagian dan syarat"))
        return self.tabs

    def show_comparison(self, found: Comparison) -> None:
        """The same question stays selected where it is still shown."""
        selected = self.selected
        self.model.show_comparison(found)
        self._name_sides(found)
        self._totals.setText(f"{number(found.before.score.total)} → {number(found.after.score.total)}")
        self._totals.setAccessibleName(self.tr("Nilai total") + " " + self._totals.text())
        self._change.setText(signed(found.total))
        set_role(self._change, "met" if found.total > 0 else "missed" if found.total < 0 else "figure")
        self._told.setText(self._about(found))
        self._told.setVisible(bool(self._told.text()))
        texts = {
            Show.DIFFERENT: self.tr("Berbeda {n}"),
            Show.UP: self.tr("Naik {n}"),
            Show.DOWN: self.tr("Turun {n}"),
            Show.WRITTEN: self.tr("Catatan, bukti, temuan {n}"),
            Show.ALL: self.tr("Semua {n}"),
        }
        for show, text in texts.items():
            self.chips[show].setText(text.format(n=sum(fits(d, show) for d in found.questions)))
        self.figures.show_comparison(found)
        self._refilter()
        self._select(selected.question.code if selected else "")

    def _name_sides(self, found: Comparison) -> None:
        """On a narrow window without the unit; the whole name is the tooltip and the accessible name."""
        for side, report in ((self.before, found.before), (self.after, found.after)):
            whole = evaluation_name(report.evaluation)
            side.setText(_short_name(report.evaluation) if self._narrow else whole)
            side.setToolTip(whole)
            side.setAccessibleName(whole)

    def _about(self, found: Comparison) -> str:
        if found.same_form:
            return ""
        text = self.tr(
            "Dua edisi LKE: poin dibandingkan hanya pada soal yang jawabannya berarti sama; jumlahnya tidak "
            "sama dengan selisih nilai total."
        )
        dropped = sum(not old.is_empty for old in found.dropped.values())
        more = self.tr("{n} soal lama yang terisi tidak ada lagi.").format(n=dropped) if dropped else ""
        return f"{text} {more}".strip()

    @property
    def selected(self) -> QuestionDifference | None:
        found = self.table.currentIndex().data(DifferenceRole)
        return found if isinstance(found, QuestionDifference) else None

    def open_selected(self) -> None:
        if self.selected is not None:
            self.opened.emit(self.selected.question.code)

    def show_only(self, show: Show) -> None:
        self.chips[show].setChecked(True)
        self._refilter(show=show)

    def _refilter(self, *, show: Show | None = None, words: str | None = None) -> None:
        code = self.selected.question.code if self.selected else ""
        self.filter.change(show=show, words=words)
        self._none.setVisible(self.filter.rowCount() == 0)
        self._select(code)

    def _select(self, code: str) -> None:
        rows = range(self.filter.rowCount())
        codes = [self.filter.index(at, Col.CODE).data() for at in rows]
        at = codes.index(code) if code in codes else 0
        if codes:
            self.table.selectRow(at)
        self._show_detail()

    def _on_row(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_detail()

    def _show_detail(self) -> None:
        if self.model.found is not None:
            self.detail.show_difference(self.model.found, self.selected)

    def take_focus(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.table.setFocus()

    def escape(self) -> None:
        """Out of the search field first; from there back."""
        if self.search.hasFocus() or self.search.text():
            self.search.clear()
            self.table.setFocus()
        else:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the question keeps its room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self.table.setColumnHidden(Col.WRITTEN, narrow)
            for col, width in (_NARROW_WIDTHS if narrow else _WIDTHS).items():
                self.table.setColumnWidth(col, width)
            self._parts.setSizes([560, 300] if narrow else [860, 440])
            self.search.setFixedWidth(180 if narrow else 280)
            if self.model.found is not None:
                self._name_sides(self.model.found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        into_list = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if watched is self.search and event.type() is QEvent.Type.KeyPress and pressed in into_list:
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)


def _short_name(evaluation: Evaluation) -> str:
    return f"{evaluation.year} · {stage_tag(evaluation.stage)}"


def evaluation_name(evaluation: Evaluation) -> str:
    return f"{evaluation.unit} · {_short_name(evaluation)}"
