"""The parts of the window that the first picture does not need: loaded, built and put together behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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
"""Attributes of the window that `steps` sets."""


def late(window: MainWindow, verb: str) -> Callable[[], None]:
    """What `Imports` does when it is asked to, though it may not be built yet."""

    def do() -> None:
        getattr(window.imports, verb)()

    return do


def build_workbench(window: MainWindow) -> None:
    """It alone, for a window that comes back to an evaluation: the other parts are not seen yet."""
    from zi_desktop.ui.window_views import bring_back_bench
    from zi_desktop.ui.workbench import Workbench

    if "workbench" in vars(window):
        return
    window.top.complete()
    window.workbench = workbench = Workbench(window.session)
    window.pages.addWidget(workbench)
    bring_back_bench(workbench, window.preferences)
    window.top.searched.connect(workbench.tree.search)
    workbench.left.connect(window.show_list)
    workbench.question_shown.connect(window.remember)
    workbench.told.connect(window.tell)
    workbench.card.carried.connect(lambda text, batch: window.undoing.offer(text, [batch]))
    workbench.card.phrases_wanted.connect(
        lambda field, kind: window.phrases.open(field, kind, workbench.code)
    )


def steps(window: MainWindow) -> Iterator[None]:
    """Builds them all, a few at a step, so that the window can answer in between. The modules are imported
    here: loading them all takes longer than showing the list."""
    for part in ("domain.report", "ui.card", "ui.score_panel", "ui.tree_panel"):
        import_module(f"zi_desktop.{part}")
        yield
    build_workbench(window)
    yield
    from zi_desktop.ui.command_box import CommandBox
    from zi_desktop.ui.dialogs import Dialogs
    from zi_desktop.ui.findings_phrases import Phrases
    from zi_desktop.ui.register_pages import RegisterPages
    from zi_desktop.ui.toast import Toast
    from zi_desktop.ui.undoing import Undoing

    window.toast = Toast(window.body)
    window.dialogs = Dialogs(window, window.session, window.preferences)
    window.undoing = Undoing(window.session, window.toast)
    window.registers = RegisterPages(window.session, window.pages, window.workbench)
    window.command_box = CommandBox(window.body)
    window.phrases = Phrases(window.session, window.command_box)
    yield
    from zi_desktop.ui.side_pages import SidePages

    window.side = SidePages(window, window.session, window.may_leave, window.choose)
    _add_pages(window, *window.side.pages)
    yield
    from zi_desktop.ui.verifying import Verifying

    window.verifying = Verifying(window.body, window.session, window.may_leave)
    _add_pages(window, window.verifying.page)
    yield
    from zi_desktop.ui.imports import Imports

    window.imports = Imports(window, window.session, window.may_leave)
    window.importing, window.folder = window.imports.file, window.imports.folder
    _add_pages(window, window.importing, window.folder)
    yield
    _build_commands(window)
    _connect(window)


def _add_pages(window: MainWindow, *pages: QWidget) -> None:
    for page in pages:
        window.pages.addWidget(page)


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
