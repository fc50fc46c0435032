"""The pages beside the worklist and the workbench: two evaluations compared, and a unit's story."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Stage
from zi_desktop.services.changes import Changes
from zi_desktop.services.comparing import compare_evaluations, usual_pair
from zi_desktop.ui.answers import stage_tag
from zi_desktop.ui.command_box import Entry
from zi_desktop.ui.compare_page import ComparePage
from zi_desktop.ui.session import Session
from zi_desktop.ui.story_page import StoryPage

Choose = Callable[[list[Entry], str], object]


class SidePages(QObject):
    """`shown` asks to put a page in front, `left` to go back where one was, `opened` for an evaluation at a
    question (may be empty); `told` has nothing to show, and says why; `removed` tells (words, batch) of what
    can be undone."""

    shown = Signal(object)
    left = Signal()
    opened = Signal(str, str)
    told = Signal(str)
    removed = Signal(str, str)

    def __init__(
        self, parent: QWidget, session: Session, may_leave: Callable[[], bool], choose: Choose
    ) -> None:
        """``may_leave``: whether what is typed now is stored; ``choose``: lets a person pick one entry."""
        super().__init__(parent)
        self._session, self._may_leave, self._choose = session, may_leave, choose
        self._pair = ("", "")
        self.compare = ComparePage()
        self.compare.left.connect(self.left)
        self.compare.opened.connect(self._open_compared)
        self.compare.choose_wanted.connect(self._choose_side)
        self._escape(self.compare, self.compare.escape)
        self.story = StoryPage(session)
        self.story.left.connect(self.left)
        self.story.opened.connect(lambda id_: self.opened.emit(id_, ""))
        self.story.removed.connect(self.removed)
        self._escape(self.story, self.story.escape)
        session.changed.connect(self._refresh)

    @property
    def pages(self) -> tuple[QWidget, ...]:
        return (self.compare, self.story)

    def _escape(self, page: QWidget, leave: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence("Esc"), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(leave)

    # --- comparing

    def open_compare(self) -> None:
        """The open evaluation beside the unit's own or last year's; alone, it asks for another."""
        report = self._session.report
        if report is None or not self._may_leave():
            return
        pair = usual_pair(self._session.report or report)
        if pair is not None:
            self._show(pair)
            return
        entries = self._entries(report.evaluation.unit, partial(self._beside, report.evaluation.id))
        if entries:
            self._choose(entries, self.tr("Bandingkan dengan penilaian"))
        else:
            self.told.emit(self.tr("Belum ada penilaian lain untuk dibandingkan."))

    def _beside(self, mine: str, other: str) -> None:
        self._show((other, mine))

    def _show(self, pair: tuple[str, str]) -> None:
        if self._read(pair):
            self.shown.emit(self.compare)
            self.compare.take_focus()

    def _read(self, pair: tuple[str, str]) -> bool:
        try:
            found = compare_evaluations(self._session.work, *pair)
        except ZiError as error:
            self._session.refused.emit(error)
            return False
        self._pair = (found.before.evaluation.id, found.after.evaluation.id)
        self.compare.show_comparison(found)
        return True

    def _refresh(self, _changes: Changes) -> None:
        gone = self.compare.isVisible() and not self._read(self._pair)
        if gone or (self.story.isVisible() and not self.story.refresh()):
            self.left.emit()

    def _choose_side(self, first: bool) -> None:
        found = self.compare.model.found
        if found is None:
            return
        unit = (found.before if first else found.after).evaluation.unit
        taken = self._pair[1 if first else 0]
        self._choose(
            self._entries(unit, partial(self._replace, first), taken),
            self.tr("Unit, tahun atau tahap penilaian"),
        )

    def _replace(self, first: bool, chosen: str) -> None:
        self._read((chosen, self._pair[1]) if first else (self._pair[0], chosen))
        self.compare.table.setFocus()

    def _entries(self, unit: str, do: Callable[[str], object], taken: str = "") -> list[Entry]:
        """Every evaluation but the one ``taken``, those of ``unit`` first, then the newest."""
        report = self._session.report
        mine = taken or (report.evaluation.id if report else "")
        heads = [head for head in self._session.work.store.heads() if head.id != mine]
        heads.sort(key=lambda head: (head.unit != unit, -head.newest))
        return [
            Entry(
                f"{head.unit} · {head.year} · {stage_tag(Stage(head.stage))}",
                partial(do, head.id),
                head.edition,
                "sheet",
            )
            for head in heads
        ]

    def _open_compared(self, code: str) -> None:
        """In the evaluation that was open if it is one of the two, else in the second."""
        found, report = self.compare.model.found, self._session.report
        if found is None:
            return
        before, after = found.before.evaluation, found.after.evaluation
        if report is not None and report.evaluation.id == before.id:
            selected = self.compare.selected
            codes = selected.before.codes if selected else ()
            self.opened.emit(before.id, codes[0] if codes else "")
        else:
            self.opened.emit(after.id, code)

    # --- the story

    def open_story(self, unit: str = "") -> None:
        """Of ``unit``, else of the evaluation that is open."""
        report = self._session.report
        unit = unit or (report.evaluation.unit if report else "")
        if not unit:
            self.told.emit(self.tr("Pilih dulu satu penilaian di daftar."))
        elif self._may_leave() and self.story.open(unit):
            self.shown.emit(self.story)
            self.story.take_focus()
