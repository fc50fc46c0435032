"""The parts of the window that the first picture does not need: loaded, built and put together behind it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from zi_desktop.services.workspace import warm_up

if TYPE_CHECKING:
    from zi_desktop.ui.main_window import MainWindow

NAMES = (
    "toast",
    "workbench",
    "imports",
    "side",
    "registers",
    "phrases",
    "importing",
    "folder",
    "dialogs",
    "command_box",
    "finder",
    "undoing",
    "evidence_check",
    "verifying",
    "commands",
    "menu",
)
"""Attributes of the window that `build` sets."""


def late(window: MainWindow, verb: str) -> Callable[[], None]:
    """What `Imports` does when it is asked to, though it may not be built yet."""

    def do() -> None:
        getattr(window.imports, verb)()

    return do


def build(window: MainWindow) -> None:
    """The modules are imported here: loading them all takes longer than showing the list."""
    from zi_desktop.ui.command_box import CommandBox
    from zi_desktop.ui.dialogs import Dialogs
    from zi_desktop.ui.findings_phrases import Phrases
    from zi_desktop.ui.imports import Imports
    from zi_desktop.ui.register_pages import RegisterPages
    from zi_desktop.ui.side_pages import SidePages
    from zi_desktop.ui.toast import Toast
    from zi_desktop.ui.undoing import Undoing
    from zi_desktop.ui.verifying import Verifying
    from zi_desktop.ui.window_views import bring_back_bench
    from zi_desktop.ui.workbench import Workbench

    window.top.complete()
    window.toast = Toast(window.body)
    window.dialogs = Dialogs(window, window.session, window.preferences)
    window.workbench = Workbench(window.session)
    window.imports = Imports(window, window.session, window.may_leave)
    window.importing, window.folder = window.imports.file, window.imports.folder
    window.side = SidePages(window, window.session, window.may_leave, window.choose)
    window.verifying = Verifying(window.body, window.session, window.may_leave)
    for page in (
        window.workbench,
        window.importing,
        window.folder,
        window.verifying.page,
        *window.side.pages,
    ):
        window.pages.addWidget(page)
    window.registers = RegisterPages(window.session, window.pages, window.workbench)
    window.command_box = CommandBox(window.body)
    bring_back_bench(window.workbench, window.preferences)
    window.phrases = Phrases(window.session, window.command_box)
    window.undoing = Undoing(window.session, window.toast)
    _build_commands(window)
    _connect(window)
    Thread(target=warm_up, daemon=True).start()


def _build_commands(window: MainWindow) -> None:
    from zi_desktop.ui.commands import Commands
    from zi_desktop.ui.evidence_check import EvidenceCheck
    from zi_desktop.ui.finder import Finder
    from zi_desktop.ui.menu import MainMenu

    workbench = window.workbench
    window.evidence_check = EvidenceCheck(window.session, window.toast, workbench.show_question)
    window.commands = Commands(window)
    window.finder = Finder(
        window.session, window.command_box, window.commands.enabled, workbench.show_question
    )
    window.commands.working(window.session.report is not None)
    window.menu = MainMenu(window, window.commands, window.preferences, window.set_language, window.set_theme)
    window.top.menu_button.setMenu(window.menu)


def _connect(window: MainWindow) -> None:
    workbench, undoing, imports = window.workbench, window.undoing, window.imports
    window.top.import_wanted.connect(imports.choose_file)
    window.top.searched.connect(workbench.tree.search)
    workbench.left.connect(window.show_list)
    workbench.question_shown.connect(window.remember)
    workbench.card.carried.connect(lambda text, batch: undoing.offer(text, [batch]))
    workbench.told.connect(window.toast.tell)
    workbench.card.found = window.evidence_check.of
    window.evidence_check.found.connect(workbench.card.refresh)
    imports.shown.connect(window.show_aside)
    imports.finished.connect(window.left_aside)
    imports.done.connect(undoing.offer)
    side = window.side
    side.shown.connect(window.show_aside)
    side.left.connect(lambda: window.left_aside(False))
    side.opened.connect(window.open_evaluation)
    side.told.connect(window.toast.tell)
    side.removed.connect(lambda text, batch: undoing.offer(text, [batch]))
    verifying = window.verifying
    verifying.shown.connect(window.show_aside)
    verifying.left.connect(lambda: window.left_aside(False))
    verifying.page.open_wanted.connect(window.open_evaluation)
    verifying.page.import_wanted.connect(imports.open_file)
    verifying.page.trust_wanted.connect(window.dialogs.trust)
    verifying.page.told.connect(window.toast.tell)
    undoing.stepped.connect(workbench.show_changed)
    window.status.issues_wanted.connect(window.registers.show_issues)
    workbench.card.phrases_wanted.connect(
        lambda field, kind: window.phrases.open(field, kind, workbench.code)
    )
