"""The window: pages, bars and commands put together. What they do is written in their own modules."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from zi_desktop.domain.errors import Language, Severity, ZiError
from zi_desktop.services.workspace import warm_up
from zi_desktop.ui import window_parts
from zi_desktop.ui.language import language, use_language
from zi_desktop.ui.parts import column
from zi_desktop.ui.preferences import Preferences
from zi_desktop.ui.session import Session
from zi_desktop.ui.status_line import StatusLine
from zi_desktop.ui.theme import ThemeChoice, apply_theme, next_scale, wanted
from zi_desktop.ui.top_bar import TopBar
from zi_desktop.ui.window_views import bring_back_list, keep_views
from zi_desktop.ui.worklist import Worklist

if TYPE_CHECKING:
    from types import GeneratorType

    from zi_desktop.domain.report import Report
    from zi_desktop.ui.command_box import CommandBox, Entry
    from zi_desktop.ui.commands import Commands
    from zi_desktop.ui.dialogs import Dialogs
    from zi_desktop.ui.evidence_check import EvidenceCheck
    from zi_desktop.ui.finder import Finder
    from zi_desktop.ui.findings_phrases import Phrases
    from zi_desktop.ui.folder_page import FolderPage
    from zi_desktop.ui.import_page import ImportPage
    from zi_desktop.ui.imports import Imports
    from zi_desktop.ui.menu import MainMenu
    from zi_desktop.ui.register_pages import RegisterPages
    from zi_desktop.ui.side_pages import SidePages
    from zi_desktop.ui.toast import Toast
    from zi_desktop.ui.undoing import Undoing
    from zi_desktop.ui.verifying import Verifying
    from zi_desktop.ui.workbench import Workbench

_PAUSE_MS = 2000
_ALL = object()


class MainWindow(QMainWindow):
    """Built for one language and one look; switching either builds it anew at the same place.

    The list is what is seen first. The rest is built once that has been painted, or when it is asked for.
    """

    toast: Toast
    workbench: Workbench
    imports: Imports
    side: SidePages
    registers: RegisterPages
    phrases: Phrases
    importing: ImportPage
    folder: FolderPage
    dialogs: Dialogs
    command_box: CommandBox
    finder: Finder
    undoing: Undoing
    evidence_check: EvidenceCheck
    verifying: Verifying
    commands: Commands
    menu: MainMenu

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self.session = session
        self.preferences = preferences
        self._keep_place = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._keep_place.timeout.connect(preferences.keep)
        self._go_on = QTimer(self, singleShot=True, interval=0)
        self._go_on.timeout.connect(self.go_on)
        self.setWindowTitle("ZI Desktop")
        self.resize(QSize(1366, 768).boundedTo(self.screen().availableSize()))
        self.setMinimumSize(640, 360)  # a 1366×768 screen at 200 % holds 683×384
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
        self._complete = False
        self._steps = cast("GeneratorType[None, None, None]", window_parts.steps(self))
        for name in window_parts.NAMES:
            vars(self).pop(name, None)
        self.top = TopBar()
        self.worklist = Worklist(self.session)
        bring_back_list(self.worklist, self.preferences)
        self.status = StatusLine()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.worklist)
        self.body = QWidget()
        self.body.setProperty("role", "page")
        self.body.setLayout(column(self.top, self.pages, self.status, gap=0))
        self.setCentralWidget(self.body)
        self.pages.currentChanged.connect(self._tell_keys)
        self.worklist.opened.connect(self.open_evaluation)
        self.worklist.new_wanted.connect(self.new)
        self.worklist.import_wanted.connect(window_parts.late(self, "choose_file"))
        self.worklist.folder_wanted.connect(window_parts.late(self, "choose_folder"))
        self.worklist.sample_wanted.connect(window_parts.late(self, "open_sample"))
        self.worklist.export_wanted.connect(self.export_many)
        self.top.back.connect(self._back)
        self.top.export_wanted.connect(self.export)
        self.top.search_left.connect(self._search_left)
        self.status.issues_wanted.connect(self.show_issues)
        self.status.show_saved(self.session.saved_at)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._complete:
            self._go_on.start()

    def event(self, event: QEvent) -> bool:
        """The first key may come before the list has been painted; it finds every command there."""
        if event.type() is QEvent.Type.ShortcutOverride:
            self.complete()
        return super().event(event)

    def __getattr__(self, name: str) -> Any:
        """Python asks this only for what is not there: a part that is built later is built now."""
        if name not in window_parts.NAMES or vars(self).get("_complete", True) or self._steps.gi_running:
            raise AttributeError(name)
        self.complete()
        return vars(self)[name]

    def complete(self) -> None:
        """Build what the first picture does not need, unless that is done."""
        while self._build_some():
            pass

    def go_on(self) -> None:
        """Build a part of it, and the next when the window has nothing else to do."""
        if self._build_some():
            self._go_on.start()

    def _build_some(self) -> bool:
        """Whether there is more; False also while a part is built: parts ask for one another."""
        if self._complete or self._steps.gi_running:
            return False
        self._complete = next(self._steps, _ALL) is _ALL
        if self._complete:
            if self.worklist.glanced:
                self.worklist.refresh()
            Thread(target=warm_up, daemon=True).start()
        return not self._complete

    # --- pages

    def show_list(self) -> None:
        self.session.leave()
        if self._complete:
            self.worklist.refresh()
        else:
            self.worklist.glance()
        self.pages.setCurrentWidget(self.worklist)
        self.top.show_list()
        self.status.show_list()
        if self._complete:
            self.commands.working(False)
        self.worklist.take_focus()

    def open_evaluation(self, evaluation_id: str, code: str = "") -> None:
        try:
            report = self.session.open(evaluation_id)
        except ZiError as error:
            self.tell_error(error)
            return
        window_parts.build_workbench(self)
        self.pages.setCurrentWidget(self.workbench)
        self._on_report(report)
        if self._complete:
            self.commands.working(True)
        self.workbench.open(report, code or self.preferences.question_of(evaluation_id))

    def import_file(self, path: Path, *, unit: str = "", year: int | None = None) -> None:
        self.imports.open_file(path, unit=unit, year=year)

    def import_folder(self, folder: Path) -> None:
        self.imports.open_folder(folder)

    def show_aside(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.top.show_list()
        self.status.show_list()
        self._tell_keys()

    def _tell_keys(self) -> None:
        page = self.pages.currentWidget()
        if page is not self.worklist:
            self.status.tell_keys(answering="workbench" in vars(self) and page is self.workbench)

    def _on_report(self, report: Report) -> None:
        if self._complete and self.pages.currentWidget() in self.side.pages:
            return
        self.top.show_report(report)
        self.status.show_report(report)

    def _back(self) -> None:
        if not self.registers.back() and self.workbench.card.commit():
            self.show_list()

    def may_leave(self) -> bool:
        return self.session.report is None or self.workbench.card.commit()

    def left_aside(self, to_list: bool) -> None:
        report = self.session.report
        if to_list or report is None:
            self.show_list()
        else:
            self.open_evaluation(report.evaluation.id)

    def remember(self, code: str) -> None:
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
        else:
            field = self.registers.search or field
        field.setFocus()
        field.selectAll()

    def _search_left(self, go: bool) -> None:
        codes = self.workbench.tree.visible_codes()
        if go and codes and self.workbench.code not in codes:
            self.workbench.show_question(codes[0])
        self.workbench.card.take_focus()

    # --- commands

    def show_story(self) -> None:
        listed = self.pages.currentWidget() is self.worklist
        self.side.open_story(self.worklist.unit if listed else "")

    def choose(self, entries: list[Entry], hint: str) -> None:
        self.command_box.open(entries, hint)

    def show_issues(self) -> None:
        self.registers.show_issues()

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

    def export_many(self) -> None:
        """Those selected in the list; with fewer than two, how to select several is told."""
        listed = self.pages.currentWidget() is self.worklist
        if listed and len(self.worklist.picked) > 1:
            self.dialogs.export_many(self.worklist.picked)
            return
        self.toast.tell(
            self.tr(
                "Pilih dulu beberapa penilaian di daftar: Ctrl+klik, Shift+panah, atau Ctrl+A untuk semua."
            )
        )

    def tell(self, text: str) -> None:
        self.toast.tell(text)

    def tell_error(self, error: ZiError) -> None:
        from zi_desktop.ui.message import sentence

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
        keep_views(self)
        self.dialogs.close_idle()
        self.imports.stop()
        self.verifying.page.stop()
        self.imports.deleteLater()
        self.side.deleteLater()
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
        if not self.may_leave():
            event.ignore()
            return
        if "workbench" in vars(self) and self.workbench.card.is_busy:
            self.toast.tell(
                self.tr("Berkas bukti sedang ditambahkan. Tunggu, atau batalkan."), Severity.WARNING
            )
            event.ignore()
            return
        keep_views(self)
        self.preferences.keep()
        self.preferences.geometry = self.saveGeometry()
        self.preferences.place = self.session.report.evaluation.id if self.session.report else ""
        event.accept()
