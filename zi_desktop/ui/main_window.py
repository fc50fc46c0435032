"""The window: pages, bars and commands put together. What they do is written in their own modules."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from zi_desktop.domain.errors import Language, Severity, ZiError
from zi_desktop.domain.report import Report
from zi_desktop.ui.answers import shown_answer
from zi_desktop.ui.command_box import CommandBox, Entry
from zi_desktop.ui.commands import Commands
from zi_desktop.ui.dialogs import Dialogs
from zi_desktop.ui.evidence_check import EvidenceCheck
from zi_desktop.ui.imports import Imports
from zi_desktop.ui.language import language, use_language
from zi_desktop.ui.menu import MainMenu
from zi_desktop.ui.message import sentence
from zi_desktop.ui.parts import column
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session
from zi_desktop.ui.side_pages import SidePages
from zi_desktop.ui.status_line import StatusLine
from zi_desktop.ui.theme import ThemeChoice, apply_theme, next_scale, wanted
from zi_desktop.ui.toast import Toast
from zi_desktop.ui.top_bar import TopBar
from zi_desktop.ui.tree_panel import Show
from zi_desktop.ui.undoing import Undoing
from zi_desktop.ui.workbench import Workbench
from zi_desktop.ui.worklist import Worklist

_PAUSE_MS = 2000


class MainWindow(QMainWindow):
    """Built for one language and one look; switching either builds it anew at the same place."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self.session = session
        self.preferences = preferences
        self._keep_place = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._keep_place.timeout.connect(preferences.keep)
        self.dialogs = Dialogs(self, session)
        self.setWindowTitle("ZI Desktop")
        self.resize(QSize(1366, 768).boundedTo(self.screen().availableSize()))
        self.setMinimumSize(880, 500)  # a 1366×768 screen at 150 % holds 911×512
        if not preferences.geometry.isEmpty():
            self.restoreGeometry(preferences.geometry)
        session.report_changed.connect(self._on_report)
        session.changed.connect(lambda _: self.status.show_saved(session.saved_at))
        session.refused.connect(self.tell_error)
        session.gone.connect(self.show_list)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._build()
        if not self._come_back():
            self.show_list()

    def _come_back(self) -> bool:
        """To the evaluation that was open when the window was closed, if it is still there."""
        place = self.preferences.place
        try:
            self.session.work.lke_of(place)
        except ZiError:
            return False
        self.open_evaluation(place)
        return True

    def _build(self) -> None:
        self.imports = Imports(self, self.session, self._may_leave)
        self.side = SidePages(self, self.session, self._may_leave, self._choose)
        self.top = TopBar()
        self.worklist = Worklist(self.session)
        self.workbench = Workbench(self.session)
        self.importing, self.folder = self.imports.file, self.imports.folder
        self.status = StatusLine()
        self.pages = QStackedWidget()
        for page in (self.worklist, self.workbench, self.importing, self.folder, *self.side.pages):
            self.pages.addWidget(page)
        body = QWidget()
        body.setProperty("role", "page")
        body.setLayout(column(self.top, self.pages, self.status, gap=0))
        self.setCentralWidget(body)
        self.toast = Toast(body)
        self.command_box = CommandBox(body)
        self.undoing = Undoing(self.session, self.toast)
        self.evidence_check = EvidenceCheck(self.session, self.toast, self.workbench.show_question)
        self.commands = Commands(self)
        self.menu = MainMenu(self, self.commands, self.preferences, self.set_language, self.set_theme)
        self.top.menu_button.setMenu(self.menu)
        self._connect()
        self.status.show_saved(self.session.saved_at)

    def _connect(self) -> None:
        self.worklist.opened.connect(self.open_evaluation)
        self.worklist.new_wanted.connect(self.new)
        self.worklist.import_wanted.connect(self.imports.choose_file)
        self.worklist.folder_wanted.connect(self.imports.choose_folder)
        self.worklist.sample_wanted.connect(self.imports.open_sample)
        self.workbench.left.connect(self.show_list)
        self.workbench.question_shown.connect(self._remember)
        self.workbench.card.carried.connect(lambda text, batch: self.undoing.offer(text, [batch]))
        self.imports.shown.connect(self._show_aside)
        self.imports.finished.connect(self._left_aside)
        self.imports.done.connect(self.undoing.offer)
        self.workbench.told.connect(self.toast.tell)
        self.workbench.card.found = self.evidence_check.of
        self.evidence_check.found.connect(self.workbench.card.refresh)
        self.side.shown.connect(self._show_aside)
        self.side.left.connect(lambda: self._left_aside(False))
        self.side.opened.connect(self.open_evaluation)
        self.side.told.connect(self.toast.tell)
        self.side.removed.connect(lambda text, batch: self.undoing.offer(text, [batch]))
        self.undoing.stepped.connect(self.workbench.show_changed)
        self.top.back.connect(self._back)
        self.top.import_wanted.connect(self.imports.choose_file)
        self.top.export_wanted.connect(self.export)
        self.top.searched.connect(self.workbench.tree.search)
        self.top.search_left.connect(self._search_left)
        self.status.issues_wanted.connect(lambda: self.workbench.tree.show_only(Show.ISSUES))

    # --- pages

    def show_list(self) -> None:
        self.session.leave()
        self.worklist.refresh()
        self.pages.setCurrentWidget(self.worklist)
        self.top.show_list()
        self.status.show_list()
        self.commands.working(False)
        self.worklist.take_focus()

    def open_evaluation(self, evaluation_id: str, code: str = "") -> None:
        try:
            report = self.session.open(evaluation_id)
        except ZiError as error:
            self.tell_error(error)
            return
        self.pages.setCurrentWidget(self.workbench)
        self._on_report(report)
        self.commands.working(True)
        self.workbench.open(report, code or self.preferences.question_of(evaluation_id))

    def import_file(self, path: Path, *, unit: str = "", year: int | None = None) -> None:
        self.imports.open_file(path, unit=unit, year=year)

    def import_folder(self, folder: Path) -> None:
        self.imports.open_folder(folder)

    def _show_aside(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.top.show_list()
        self.status.show_list()

    def _on_report(self, report: Report) -> None:
        if self.pages.currentWidget() in self.side.pages:
            return
        self.top.show_report(report)
        self.status.show_report(report)

    def _back(self) -> None:
        if self.workbench.card.commit():
            self.show_list()

    def _may_leave(self) -> bool:
        return self.session.report is None or self.workbench.card.commit()

    def _left_aside(self, to_list: bool) -> None:
        report = self.session.report
        if to_list or report is None:
            self.show_list()
        else:
            self.open_evaluation(report.evaluation.id)

    def _remember(self, code: str) -> None:
        if self.session.report is not None:
            self.preferences.remember_question(self.session.report.evaluation.id, code)
            self._keep_place.start()

    # --- search

    def search(self) -> None:
        page, field = self.pages.currentWidget(), self.worklist.search
        if page is self.workbench:
            field = self.top.search
        elif page is self.side.compare:
            field = self.side.compare.search
        field.setFocus()
        field.selectAll()

    def _search_left(self, go: bool) -> None:
        codes = self.workbench.tree.visible_codes()
        if go and codes and self.workbench.code not in codes:
            self.workbench.show_question(codes[0])
        self.workbench.card.take_focus()

    # --- commands

    def search_commands(self) -> None:
        entries = [*self._command_entries(), *self._question_entries()]
        self.command_box.open(entries, self.tr("Cari soal atau perintah"))

    def show_story(self) -> None:
        listed = self.pages.currentWidget() is self.worklist
        self.side.open_story(self.worklist.unit if listed else "")

    def _choose(self, entries: list[Entry], hint: str) -> None:
        self.command_box.open(entries, hint)

    def go_to_code(self) -> None:
        self.command_box.open(self._question_entries(), self.tr("Kode soal, misalnya A.II.5 atau aii5"))

    def _command_entries(self) -> list[Entry]:
        return [Entry(c.text, c.do, c.key_names, c.glyph) for c in self.commands.enabled()]

    def _question_entries(self) -> list[Entry]:
        report = self.session.report
        if report is None:
            return []
        show, cells = self.workbench.show_question, report.evaluation.cells
        return [
            Entry(q.text, partial(show, q.code), shown_answer(q, cells), code=q.code)
            for q in report.lke.questions
        ]

    def show_keys(self) -> None:
        self.dialogs.keys(self.commands.all)

    def scale_text(self, step: int) -> None:
        """Larger (1), smaller (-1), or as it was (0)."""
        if self.workbench.card.commit():
            self.preferences.text_scale = next_scale(self.preferences.text_scale, step)
            self._follow_system()

    def new(self) -> None:
        self.dialogs.new(self.open_evaluation)

    def export(self) -> None:
        if self.workbench.card.commit():
            self.dialogs.export()

    def tell_error(self, error: ZiError) -> None:
        self.toast.tell(sentence(error.message, error.remedy), Severity.ERROR)

    # --- language and look

    def set_language(self, chosen: str) -> None:
        if chosen != language() and self.workbench.card.commit():
            self.preferences.language = cast(Language, chosen)
            use_language(self.preferences.language)
            self._rebuild()

    def set_theme(self, chosen: str) -> None:
        if self.workbench.card.commit():
            self.preferences.theme = cast(ThemeChoice, chosen)
            self._follow_system()

    def _follow_system(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, wanted(self.preferences.theme), self.preferences.text_scale)
            if self.workbench.card.commit():
                self._rebuild()

    def _rebuild(self) -> None:
        """The same place, built anew. A preview that was being looked at is left: nothing was written."""
        report, active = self.session.report, self.isActiveWindow()
        self.dialogs.close_idle()
        self.imports.stop()
        self.imports.deleteLater()
        self.commands.forget()
        self.menu.deleteLater()
        self._build()
        if report is None:
            self.show_list()
        else:
            self.open_evaluation(report.evaluation.id)
        if active:  # some platforms take the focus from a window whose focused part goes
            QTimer.singleShot(0, self.activateWindow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing to ask: what was typed is stored now; what is refused stays on the screen, with why."""
        if not self._may_leave():
            event.ignore()
            return
        if self.workbench.card.evidence.intake.busy:
            self.toast.tell(
                self.tr("Berkas bukti sedang ditambahkan. Tunggu, atau batalkan."), Severity.WARNING
            )
            event.ignore()
            return
        self.preferences.keep()
        self.preferences.geometry = self.saveGeometry()
        self.preferences.place = self.session.report.evaluation.id if self.session.report else ""
        event.accept()
