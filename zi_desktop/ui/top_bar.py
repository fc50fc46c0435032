"""The bar at the top: where we are, how far, the search field, and the few commands one needs every day."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QProgressBar, QSizePolicy, QToolButton, QWidget

from zi_desktop.ui.elided import ElidedLabel
from zi_desktop.ui.icons import icon
from zi_desktop.ui.language import say
from zi_desktop.ui.parts import icon_button, label, row

if TYPE_CHECKING:
    from zi_desktop.domain.report import Report

HEIGHT = 44


class TopBar(QFrame):
    """`searched` carries the words; `search_left`: the field was left by Enter or Down (True) or Esc."""

    back = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    searched = Signal(str)
    search_left = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "topbar")
        self.setFixedHeight(HEIGHT)
        self._brand = label("ZI Desktop", "heading")
        self._place = ElidedLabel()
        self.menu_button = icon_button("menu", self.tr("Menu"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._layout = row(self._brand, self._place, self.menu_button, margins=(8, 0, 8, 0))
        self._layout.setStretch(1, 2)
        self.setLayout(self._layout)
        self.show_list()

    def complete(self) -> None:
        """Build what only an open evaluation needs, unless that is done."""
        if "search" in vars(self):
            return
        from zi_desktop.ui.still import Still

        self._back = icon_button("back", self.tr("Kembali ke daftar (Esc)"), self.back.emit)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(40)
        self._bar.setMaximumWidth(140)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bar.setAccessibleName(self.tr("Kemajuan"))
        self._done = Still(snug=True)
        self.search = self._make_search()
        self._import = icon_button(
            "import", self.tr("Impor lembar kerja (Ctrl+I)"), self.import_wanted.emit, text=self.tr("Impor")
        )
        self._export = icon_button(
            "export", self.tr("Ekspor PDF dan XLSX (Ctrl+P)"), self.export_wanted.emit, text=self.tr("Ekspor")
        )
        for place, widget in zip((0, 3, 4, 5, 6, 7), self._working(), strict=True):
            widget.hide()
            self._layout.insertWidget(place, widget)
        self._layout.insertSpacing(6, 8)
        self._layout.insertSpacing(5, 16)
        self._layout.setStretch(3, 1)
        self._layout.setStretch(6, 2)
        tabs = (self._back, self.search, self._import, self._export, self.menu_button)
        for one, next_one in pairwise((self.menu_button, *tabs)):
            self.setTabOrder(one, next_one)

    def _make_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setProperty("role", "search")
        search.setPlaceholderText(self.tr("Cari soal  ( / )"))
        search.setAccessibleName(self.tr("Cari soal"))
        search.setClearButtonEnabled(True)
        search.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        search.setMinimumWidth(110)
        search.setMaximumWidth(260)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        search.textChanged.connect(self.searched)
        search.installEventFilter(self)
        return search

    def show_list(self) -> None:
        self._show(working=False)
        self._brand.setContentsMargins(8, 0, 0, 0)
        self._place.tell("", "")

    def show_report(self, report: Report) -> None:
        self.complete()
        self._show(working=True)
        evaluation = report.evaluation
        text = f"{evaluation.unit}  ›  {evaluation.year}  ›  {say(evaluation.stage.label)}"
        self._place.tell(text, f"{text}\n{report.lke.name}")
        done, of = report.score.answered, len(report.lke.questions)
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._done.setText(f"{done}/{of}")
        self._done.setAccessibleName(self.tr("{done} dari {of} soal dijawab").format(done=done, of=of))

    def _show(self, *, working: bool) -> None:
        self._brand.setVisible(not working)
        if "search" in vars(self):
            for widget in self._working():
                widget.setVisible(working)

    def _working(self) -> list[QWidget]:
        return [self._back, self._bar, self._done, self.search, self._import, self._export]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self.search_left.emit(False)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.search_left.emit(True)
                return True
        return super().eventFilter(watched, event)
