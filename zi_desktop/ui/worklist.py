"""Where the day begins: every evaluation with its progress, score and what holds it; filtered as you type."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QWidget,
)

from zi_desktop.services.worklist import EvaluationSummary
from zi_desktop.ui.icons import icon
from zi_desktop.ui.language import thousands
from zi_desktop.ui.parts import button, column, key_label, label, panel, picture, row
from zi_desktop.ui.session import Session
from zi_desktop.ui.worklist_model import Filter, State, WorklistModel
from zi_desktop.ui.worklist_table import WorklistTable

if TYPE_CHECKING:
    from zi_desktop.ui.picked_bar import PickedBar

_SLICE = 0.006
_AT_ONCE = 0.03
_PAUSE_MS = 3
_BUSY_MS = 200
"""Figures wait this long behind the last key or scroll: the hand goes first."""
_SETTLE_EVERY = 400


class Worklist(QWidget):
    """`opened` carries an evaluation id; the other signals ask for what their buttons say."""

    opened = Signal(str)
    new_wanted = Signal()
    import_wanted = Signal()
    folder_wanted = Signal()
    sample_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._reader = session.list
        self._filled = 0
        self._fresh = True
        self.glanced = 0
        """How many evaluations there are, while only the first of them are shown."""
        self._fill_on = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._fill_on.timeout.connect(self._fill)
        self.model = WorklistModel()
        self._make_search()
        self.table = WorklistTable(self.model)
        self.table.setAccessibleName(self.tr("Daftar penilaian"))
        self.table.opened.connect(self.opened)
        self.table.typed.connect(self._type)
        self.table.verticalScrollBar().valueChanged.connect(self._wait)
        self.table.picked.connect(self._tell_picked)
        self._count = label("", "quiet")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list_page())
        self.setLayout(self._stack)
        session.changed.connect(self._on_changed)

    def _make_search(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Cari unit, tahun, tahap, predikat, tim"))
        self.search.setAccessibleName(self.tr("Cari penilaian"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(110)
        self.search.setMaximumWidth(320)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)

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
        head.setStretch(2, 1)
        head.setStretch(3, 2)
        framed = panel(column(self.table, margins=(1, 1, 1, 1)), "framed")
        self._below = column(gap=12)
        page = QWidget()
        page.setLayout(column(head, self._chips(), framed, self._below, gap=12, margins=(24, 16, 24, 16)))
        return page

    @cached_property
    def _nothing(self) -> QFrame:
        """Below a list whose filter lets nothing through."""
        none = label(self.tr("Tidak ada penilaian yang cocok."), "quiet")
        self._show_all = button(self.tr("Tampilkan semua"), self.show_all)
        nothing = panel(row(none, self._show_all, None))
        self._below.insertWidget(0, nothing)
        return nothing

    @cached_property
    def several(self) -> PickedBar:
        """What can be done with the evaluations that are selected together."""
        from zi_desktop.ui.picked_bar import PickedBar

        bar = PickedBar()
        bar.export_wanted.connect(self.export_wanted)
        bar.dropped.connect(self._drop_picked)
        self._below.addWidget(bar)
        return bar

    def _tell_picked(self) -> None:
        picked = len(self.table.picked_ids)
        if picked > 1 or "several" in vars(self):
            self.several.show_count(picked)

    def _chips(self) -> QFrame:
        self.chips: dict[State, QPushButton] = {}
        texts = {
            State.ALL: self.tr("Semua"),
            State.STARTED: self.tr("Belum lengkap"),
            State.CHECK: self.tr("Perlu diperiksa"),
            State.READY: self.tr("Siap ditandatangani"),
            State.SIGNED: self.tr("Ditandatangani"),
        }
        group = QButtonGroup(self)
        for state, text in texts.items():
            chip = button(text, self._filter, role="chip")
            chip.setCheckable(True)
            chip.setChecked(state is State.ALL)
            group.addButton(chip)
            self.chips[state] = chip
        self.this_year = button("", self._filter, role="chip")
        self.this_year.setCheckable(True)
        return panel(row(*self.chips.values(), 12, self.this_year, None, gap=4))

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

    def glance(self) -> None:
        """The very first picture: a screenful, where that is what the whole list would begin with. `refresh`
        makes it whole."""
        if self._reader.fresh and self._filter_wanted() == Filter() and not self.this_year.isChecked():
            lines, self.glanced = self._reader.glance()
            if lines:
                self._show(lines, self.glanced - len(lines))
                return
        self.refresh()

    def refresh(self) -> None:
        """Read the list from the store; figures that are not known follow."""
        if self._reader.read() or self._fresh:
            if not self._fresh:  # the very first picture waits for nothing
                self._reader.fill(seconds=_AT_ONCE)
            self.glanced = 0
            self._show(self._reader.lines)
        else:
            self._tell()
        self._fill_on.start(_BUSY_MS if self._fresh else _PAUSE_MS)
        self._fresh = False

    def _show(self, lines: list[EvaluationSummary], more: int = 0) -> None:
        self.model.set_lines(lines, more)
        year = self.model.newest_year
        self.this_year.setText(self.tr("Tahun {year}").format(year=year))
        self.this_year.setProperty("year", year)
        if not self.model.known and self._stack.count() == 1:
            self._stack.addWidget(self._empty_page())
        self._stack.setCurrentIndex(0 if self.model.known else 1)
        self._tell()

    def _fill(self) -> None:
        """A few figures more, those in sight first; the window goes on in between."""
        if not self.isVisible() or self.glanced:
            return
        if not self._reader.missing:
            self._reader.fill(seconds=0)  # keeps what the next start begins with
            self.model.prepare()
            return
        lines = self._reader.fill(seconds=_SLICE, first=self.table.ids_in_sight())
        if not lines:
            self.refresh()
            return
        self.model.put(lines)
        self._filled += len(lines)
        if not self._reader.missing or self._filled >= _SETTLE_EVERY:
            self._filled = 0
            self.model.settle()
        self._tell()
        self._fill_on.start(_PAUSE_MS)

    def _wait(self) -> None:
        if self._fill_on.isActive():
            self._fill_on.start(_BUSY_MS)

    def take_focus(self) -> None:
        if self._stack.currentIndex() == 1:
            self.import_first.setFocus()
            return
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.select_id("")

    @property
    def unit(self) -> str:
        """The work unit of the row the table stands on; empty when there is none."""
        line = self.model.line(max(0, self.table.currentIndex().row()))
        return line.unit if line is not None else ""

    @property
    def picked(self) -> tuple[EvaluationSummary, ...]:
        """The selected evaluations, in the order of the list."""
        lines = [self.model.line(self.model.row_of(id_)) for id_ in self.table.picked_ids]
        return tuple(line for line in lines if line)

    def _drop_picked(self) -> None:
        self.table.select_id(self.table.current_id)
        self.table.setFocus()

    def show_all(self) -> None:
        """Let everything through again."""
        self.chips[State.ALL].setChecked(True)
        self.this_year.setChecked(False)
        self.search.clear()
        self._filter()
        self.table.setFocus()

    def _filter(self) -> None:
        self._wait()
        self.model.show_only(self._filter_wanted())
        self._tell()

    def _filter_wanted(self) -> Filter:
        state = next(state for state, chip in self.chips.items() if chip.isChecked())
        year = int(self.this_year.property("year") or 0) if self.this_year.isChecked() else 0
        return Filter(tuple(self.search.text().casefold().split()), state, year)

    def _tell(self) -> None:
        shown, of, missing = self.model.rowCount(), self.model.known, self._reader.missing
        text = (
            thousands(of)
            if shown == of
            else self.tr("{shown} dari {of}").format(shown=thousands(shown), of=thousands(of))
        )
        if missing:
            text += " · " + self.tr("menghitung {n} lagi").format(n=thousands(missing))
        self._count.setText(text)
        nothing = not shown and bool(of)
        if nothing or "_nothing" in vars(self):
            self._nothing.setVisible(nothing)

    def _type(self, text: str) -> None:
        """Typing on the table searches."""
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def _on_changed(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_on.start(_BUSY_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Answering goes first: figures wait until the list is looked at again."""
        super().hideEvent(event)
        self._fill_on.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Down goes into the list, Enter opens the chosen row, Escape shows all."""
        if watched is self.search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.table.setFocus()
                self.table.select_id(self.table.current_id)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.show_all()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
                line = self.model.line(max(0, self.table.currentIndex().row()))
                if line is not None:
                    self.opened.emit(line.id)
                return True
        return super().eventFilter(watched, event)
