"""How the window was arranged, remembered and brought back: filters, chosen views, widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from zi_desktop.ui.main_window import MainWindow
    from zi_desktop.ui.preferences import Preferences
    from zi_desktop.ui.workbench import Workbench
    from zi_desktop.ui.worklist import Worklist


def keep_views(window: MainWindow) -> None:
    """Of the list always; of the workbench when it was built."""
    kept = window.preferences
    kept.keep_view("list.search", window.worklist.search.text())
    chosen = next((s.value for s, chip in window.worklist.chips.items() if chip.isChecked()), "")
    kept.keep_view("list.state", chosen)
    kept.keep_view("list.year", _said(window.worklist.this_year))
    if "workbench" in vars(window):
        bench = window.workbench
        kept.keep_view("tree.show", bench.tree.filter.show_only.value)
        kept.keep_view("score.view", str(bench.score.views.currentIndex()))
        kept.keep_view("score.folded", "1" if bench.folded else "")
        kept.keep_view("bench.widths", " ".join(map(str, bench.widths)))


def bring_back_list(worklist: Worklist, kept: Preferences) -> None:
    for state, chip in worklist.chips.items():
        if state.value == kept.view("list.state"):
            chip.setChecked(True)
    worklist.this_year.setChecked(kept.view("list.year") == "1")
    worklist.search.setText(kept.view("list.search"))


def bring_back_bench(bench: Workbench, kept: Preferences) -> None:
    from zi_desktop.ui.tree_panel import Show  # not before the list is painted

    if kept.view("tree.show") in [show.value for show in Show]:
        bench.tree.show_only(Show(kept.view("tree.show")))
    which = kept.view("score.view")
    if which.isdigit() and int(which) < len(bench.score.chips):
        bench.score.chips[int(which)].click()
    if kept.view("score.folded"):
        bench.folded = True
    widths = [int(part) for part in kept.view("bench.widths").split() if part.isdigit()]
    if len(widths) == len(bench.widths):
        bench.widths = widths


def _said(button: QAbstractButton) -> str:
    return "1" if button.isChecked() else ""
