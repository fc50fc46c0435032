"""The form as a tree of rows with scores and marks: komponen › aspek › area › sub-area › question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from zi_desktop.domain.cells import Cells
from zi_desktop.domain.checks import errors, unexplained
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Lke, Question, Section
from zi_desktop.domain.report import Report
from zi_desktop.domain.touched import differing
from zi_desktop.ui.answers import differs_from_unit, worded
from zi_desktop.ui.language import language, number
from zi_desktop.ui.parts import calm

Index = QModelIndex | QPersistentModelIndex
NodeRole = Qt.ItemDataRole.UserRole


class Mark(StrEnum):
    """What a question's row says at a glance; the names of our icons."""

    OPEN = "open"
    ANSWERED = "answered"
    FLAG = "flag"
    WARNING = "warning"


@dataclass(frozen=True)
class Shown:
    """What one row shows: ``right`` is the score of a section, the answer of a question; ``bare``: answered
    without any evidence; ``noted``: with a finding."""

    right: str = ""
    mark: Mark | None = None
    differs: bool = False
    bare: bool = False
    noted: bool = False
    reviewed: bool = False


@dataclass(eq=False)
class Node:
    code: str
    parent: Node | None
    section: Section | None = None
    question: Question | None = None
    children: list[Node] = field(default_factory=list)
    shown: Shown = Shown()
    haystack: str = ""
    """What a search looks in."""

    @cached_property
    def short_code(self) -> str:
        """The last step of the official numbering: ``A``, ``1``, ``ii``, ``b``."""
        return self.code.rpartition(".")[2]

    @cached_property
    def text(self) -> str:
        if self.question is not None:
            return self.question.text
        return calm(self.section.label) if self.section else ""

    @cached_property
    def depth(self) -> int:
        """How many sections are above it."""
        return 0 if self.parent is None else self.parent.depth + 1

    def show(self, shown: Shown) -> bool:
        """Whether that is something else than before."""
        before, self.shown = self.shown, shown
        return shown != before

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class _Seen:
    """All that the rows are made from. ``points``: of the sections; ``theirs``: the unit's cells, where they
    mean the same; the sets hold codes of questions."""

    points: Mapping[str, Fraction]
    cells: Cells
    theirs: Cells
    noted: frozenset[str]
    proven: frozenset[str]
    reviewed: frozenset[str]
    troubled: frozenset[str]
    language: str

    @classmethod
    def of(cls, report: Report) -> _Seen:
        mine, unit = report.evaluation, report.at_stage(Stage.MANDIRI)
        waiting = (*errors(report.issues), *unexplained(report.issues, mine.reasons))
        return cls(
            report.score.sections,
            mine.cells,
            {} if unit is None or unit is mine or unit.edition != mine.edition else unit.cells,
            frozenset(code for code, found in mine.findings.items() if found),
            frozenset(code for code, found in mine.evidence.items() if found),
            frozenset(mine.reviewed),
            frozenset(issue.question for issue in waiting),
            language(),
        )

    def touched(self, then: _Seen, lke: Lke) -> frozenset[str]:
        """The questions whose rows may show something else than ``then``."""
        places = differing(self.cells, then.cells) | differing(self.theirs, then.theirs)
        return (
            frozenset(lke.cells[place].question.code for place in places if place in lke.cells)
            | (self.noted ^ then.noted)
            | (self.proven ^ then.proven)
            | (self.reviewed ^ then.reviewed)
            | (self.troubled ^ then.troubled)
        )


class TreeModel(QStandardItemModel):
    """One column; the items are Qt's own, since a view asks for rows and parents hundreds of times at every
    step. `shown_changed` carries the codes of rows that show something else than before; it is not
    `dataChanged`, which makes a filter weigh every row above and below anew, many times at every answer."""

    shown_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, QStandardItem] = {}
        self._by_code: dict[str, Node] = {}
        self._questions: dict[str, Node] = {}
        self._sections: dict[str, Node] = {}
        self._form: tuple[Section, ...] = ()
        self._seen: _Seen | None = None

    def set_report(self, report: Report) -> None:
        if report.lke.sections is not self._form:
            self._build(report)
            return
        changed = self._show(report)
        if changed:
            self.shown_changed.emit(changed)

    def _build(self, report: Report) -> None:
        self._items = {}
        self.clear()
        self._form, self._seen = report.lke.sections, None
        roots = [_make(section, None) for section in self._form]
        self._by_code = {node.code: node for root in roots for node in root.walk()}
        self._questions = {code: node for code, node in self._by_code.items() if node.question is not None}
        self._sections = {code: node for code, node in self._by_code.items() if node.question is None}
        for node in self._questions.values():
            node.haystack = f"{node.code} {node.text}".casefold()
        self._show(report)
        self.invisibleRootItem().appendRows([self._item(root) for root in roots])

    def _item(self, node: Node) -> QStandardItem:
        item = self._items[node.code] = QStandardItem()
        item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        item.setData(node, NodeRole)
        if node.children:
            item.appendRows([self._item(child) for child in node.children])
        return item

    def _show(self, report: Report) -> list[str]:
        """Word anew the rows made from something else before; the codes of those that show it."""
        seen, then = _Seen.of(report), self._seen
        self._seen = seen
        if then is not None and then.language != seen.language:
            then = None
        changed = []
        for code, node in self._sections.items():
            points = seen.points[code]
            if (then is None or points is not then.points[code]) and node.show(Shown(number(points))):
                changed.append(code)
        for code in self._questions if then is None else seen.touched(then, report.lke):
            question = report.lke.question_by_code.get(code)
            if question is not None and self._by_code[code].show(_question_shown(report, question, seen)):
                changed.append(code)
        return changed

    @property
    def questions(self) -> Mapping[str, Node]:
        """The rows of the questions by code, in the order of the form."""
        return self._questions

    def node(self, index: Index) -> Node | None:
        found = index.data(NodeRole) if index.isValid() else None
        return found if isinstance(found, Node) else None

    def index_of(self, code: str) -> QModelIndex:
        """Invalid when the form has no such section or question."""
        item = self._items.get(code)
        return QModelIndex() if item is None else item.index()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = super().data(index, NodeRole)
        if role == NodeRole or not isinstance(node, Node):
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{node.short_code} {node.text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{node.code} {node.text}"
        return self._spoken(node) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, node: Node) -> str:
        shown = node.shown
        words = {
            Mark.OPEN: self.tr("belum dijawab"),
            Mark.ANSWERED: "",
            Mark.FLAG: self.tr("ada temuan"),
            Mark.WARNING: self.tr("perlu diperiksa"),
        }
        said = [f"{node.code} {node.text}", shown.right, words[shown.mark] if shown.mark else ""]
        if shown.differs:
            said.append(self.tr("berbeda dari unit"))
        if shown.reviewed:
            said.append(self.tr("sudah ditinjau"))
        return ", ".join(part for part in said if part)


def _make(section: Section, parent: Node | None) -> Node:
    node = Node(section.code, parent, section=section)
    node.children += [_make(below, node) for below in section.sections]
    node.children += [Node(question.code, node, question=question) for question in section.questions]
    return node


def _question_shown(report: Report, question: Question, seen: _Seen) -> Shown:
    code = question.code
    answer = worded(question, seen.cells, report.score.values.get(code))
    noted = code in seen.noted
    if code in seen.troubled:
        mark = Mark.WARNING
    elif noted:
        mark = Mark.FLAG
    else:
        mark = Mark.ANSWERED if answer else Mark.OPEN
    bare = bool(answer) and code not in seen.proven
    return Shown(answer, mark, differs_from_unit(report, question), bare, noted, code in seen.reviewed)
