"""Issues of an evaluation in a tree: what blocks, what waits for a reason, what was explained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from zi_desktop.domain.errors import NO_TEXT, Issue, Severity
from zi_desktop.ui.icons import icon
from zi_desktop.ui.message import found as noticed
from zi_desktop.ui.message import sentence
from zi_desktop.ui.theme import color

_ISSUE = Qt.ItemDataRole.UserRole
_CODE, _WHAT, _REASON = range(3)


class Kind(Enum):
    """The groups, in their order: the name of an icon and its ink."""

    ERROR = ("warning", "missed")
    OPEN = ("warning", "near")
    EXPLAINED = ("check", "met")
    INFO = ("info", "quiet")


def kind_of(issue: Issue, reasons: Mapping[str, str]) -> Kind:
    if issue.severity is Severity.ERROR:
        return Kind.ERROR
    if issue.severity is Severity.INFO:
        return Kind.INFO
    return Kind.EXPLAINED if issue.key in reasons else Kind.OPEN


class IssuesTree(QTreeWidget):
    """`opened`: the issue to go to (Enter or a double click). What is selected stays so when the tree is
    shown anew; a group stands for all that is in it."""

    opened = Signal(object)

    def __init__(self, *, with_reasons: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Hal yang perlu diperiksa"))
        self.setHeaderLabels([self.tr("Soal"), self.tr("Yang ditemukan"), self.tr("Alasan")])
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        self.setColumnWidth(_CODE, 140)
        self.setColumnWidth(_REASON, 260)
        self.setColumnHidden(_REASON, not with_reasons)
        self.itemDoubleClicked.connect(lambda item, _: self._open(item))

    def show_issues(self, issues: Iterable[Issue], reasons: Mapping[str, str]) -> None:
        chosen = {issue.key for issue in self.chosen()}
        at = self.verticalScrollBar().value()
        self.clear()
        grouped: dict[Kind, list[Issue]] = {kind: [] for kind in Kind}
        for issue in issues:
            grouped[kind_of(issue, reasons)].append(issue)
        for kind, found in grouped.items():
            if found:
                self._add_group(kind, found, reasons, chosen)
        self.expandAll()
        self.verticalScrollBar().setValue(at)
        first = self.topLevelItem(0)
        below = first.child(0) if first is not None else None
        if below is not None and self.currentItem() is None:
            self.setCurrentItem(below, 0)

    def _add_group(
        self, kind: Kind, found: list[Issue], reasons: Mapping[str, str], chosen: set[str]
    ) -> None:
        glyph, ink = kind.value
        names = {
            Kind.ERROR: self.tr("Galat: menghalangi penandatanganan"),
            Kind.OPEN: self.tr("Peringatan: perlu alasan"),
            Kind.EXPLAINED: self.tr("Dijelaskan"),
            Kind.INFO: self.tr("Info"),
        }
        group = QTreeWidgetItem(self, [f"{names[kind]} ({len(found)})"])
        group.setFirstColumnSpanned(True)
        group.setIcon(0, icon(glyph, ink))
        group.setForeground(0, color("quiet"))
        for issue in sorted(found, key=lambda i: i.code):
            reason = reasons.get(issue.key, "") if kind is Kind.EXPLAINED else ""
            item = QTreeWidgetItem(group, [issue.question, noticed(issue), reason])
            item.setData(0, _ISSUE, issue)
            told = sentence(issue.message, issue.remedy)
            item.setToolTip(_WHAT, told)
            item.setToolTip(_REASON, reason)
            spoken = [names[kind].split(":")[0], sentence(issue.message, NO_TEXT), reason]
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ". ".join(part for part in spoken if part))
            if issue.key in chosen:
                item.setSelected(True)

    def chosen(self) -> list[Issue]:
        """The issues of the selected rows, and all of a selected group."""
        found: list[Issue] = []
        for item in self.selectedItems():
            rows = [item, *(item.child(i) for i in range(item.childCount()))]
            found += [issue for row in rows if row is not None and (issue := row.data(0, _ISSUE)) is not None]
        return list(dict.fromkeys(found))

    def choose_alike(self) -> None:
        """Select all of the kind of what is selected."""
        codes = {issue.code for issue in self.chosen()}
        for i in range(self.topLevelItemCount()):
            group = self.topLevelItem(i)
            for j in range(group.childCount() if group else 0):
                item = group.child(j) if group else None
                issue = item.data(0, _ISSUE) if item else None
                if item is not None and issue is not None:
                    item.setSelected(issue.code in codes)

    def _open(self, item: QTreeWidgetItem | None) -> None:
        issue = item.data(0, _ISSUE) if item is not None else None
        if issue is not None:
            self.opened.emit(issue)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentItem())
            return
        super().keyPressEvent(event)
