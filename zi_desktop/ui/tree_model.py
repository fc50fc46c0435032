"""The form as a tree of rows with scores and marks: komponen › aspek › area › sub-area › question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zi_desktop.domain.checks import errors, unexplained
from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.lke import Question, Section
from zi_desktop.domain.report import Report
from zi_desktop.ui.answers import differs_from_unit, worded
from zi_desktop.ui.language import language, number
from zi_desktop.ui.parts import calm

Index = QModelIndex | QPersistentModelIndex
NodeRole = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


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
    row: int
    parent: Node | None
    section: Section | None = None
    question: Question | None = None
    children: list[Node] = field(default_factory=list)
    shown: Shown = Shown()
    seen: object = None
    """What `shown` was made from: worded again only when that is another."""
    places: tuple[str, ...] = ()
    """The cells a question is answered in."""
    haystack: str = ""
    """What a search looks in."""

    @property
    def short_code(self) -> str:
        """The last step of the official numbering: ``A``, ``1``, ``ii``, ``b``."""
        return self.code.rpartition(".")[2]

    @property
    def text(self) -> str:
        if self.question is not None:
            return self.question.text
        return calm(self.section.label) if self.section else ""

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


class TreeModel(QAbstractItemModel):
    """One column. `shown_changed` carries the codes of rows that show something else than before; it is not
    `dataChanged`, which makes a filter weigh every row above and below anew, many times at every answer."""

    shown_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots: list[Node] = []
        self._by_code: dict[str, Node] = {}
        self._questions: list[Node] = []
        self._sections: list[Node] = []
        self._form: tuple[Section, ...] = ()

    def set_report(self, report: Report) -> None:
        if report.lke.sections is not self._form:
            self.beginResetModel()
            self._form = report.lke.sections
            self._roots = [_make(section, i, None) for i, section in enumerate(self._form)]
            self._by_code = {node.code: node for root in self._roots for node in root.walk()}
            self._questions = [node for node in self._by_code.values() if node.question is not None]
            self._sections = [node for node in self._by_code.values() if node.question is None]
            for node in self._questions:
                node.haystack = f"{node.code} {node.text}".casefold()
                node.places = tuple(cell.code for cell in report.lke.cells_of[node.code])
            for node, shown in self._all_shown(report):
                node.shown = shown
            self.endResetModel()
            return
        changed = []
        for node, shown in self._all_shown(report):
            if node.shown != shown:
                node.shown = shown
                changed.append(node.code)
        if changed:
            self.shown_changed.emit(changed)

    def _all_shown(self, report: Report) -> Iterator[tuple[Node, Shown]]:
        """Rows that were made from something else before."""
        waiting = (*errors(report.issues), *unexplained(report.issues, report.evaluation.reasons))
        troubled = {issue.question for issue in waiting}
        mine, unit = report.evaluation, report.at_stage(Stage.MANDIRI)
        theirs = {} if unit is None or unit is mine or unit.edition != mine.edition else unit.cells
        cells, findings, evidence = mine.cells, mine.findings, mine.evidence
        language_now = language()
        for node in self._sections:
            points = report.score.sections[node.code]
            seen: object = (points, language_now)
            if seen != node.seen:
                node.seen = seen
                yield node, Shown(number(points))
        for node in self._questions:
            question, code = node.question, node.code
            assert question is not None
            entered = [(cells.get(place), theirs.get(place)) for place in node.places]
            marks = (bool(findings.get(code)), bool(evidence.get(code)), code in mine.reviewed)
            seen = (entered, code in troubled, marks, language_now)
            if seen != node.seen:
                node.seen = seen
                yield node, _question_shown(report, question, troubled)

    @property
    def questions(self) -> list[Node]:
        """The rows of the questions, in the order of the form."""
        return self._questions

    def node(self, index: Index) -> Node | None:
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Node) else None

    def index_of(self, code: str) -> QModelIndex:
        """Invalid when the form has no such section or question."""
        node = self._by_code.get(code)
        return _NOWHERE if node is None else self.createIndex(node.row, 0, node)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        above = self.node(parent)
        rows = self._roots if above is None else above.children
        if column == 0 and 0 <= row < len(rows):
            return self.createIndex(row, 0, rows[row])
        return QModelIndex()

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        node = self.node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.row, 0, node.parent)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        node = self.node(parent)
        return len(self._roots) if node is None else len(node.children)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{node.short_code} {node.text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{node.code} {node.text}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        return node if role == NodeRole else None

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


def _make(section: Section, row: int, parent: Node | None) -> Node:
    node = Node(section.code, row, parent, section=section)
    below: list[Section | Question] = [*section.sections, *section.questions]
    for i, part in enumerate(below):
        if isinstance(part, Section):
            node.children.append(_make(part, i, node))
        else:
            node.children.append(Node(part.code, i, node, question=part))
    return node


def _question_shown(report: Report, question: Question, troubled: set[str]) -> Shown:
    answer = worded(question, report.evaluation.cells, report.score.values.get(question.code))
    noted = bool(report.evaluation.findings.get(question.code))
    bare = bool(answer) and not report.evaluation.evidence.get(question.code)
    if question.code in troubled:
        mark = Mark.WARNING
    elif noted:
        mark = Mark.FLAG
    else:
        mark = Mark.ANSWERED if answer else Mark.OPEN
    reviewed = question.code in report.evaluation.reviewed
    return Shown(answer, mark, differs_from_unit(report, question), bare, noted, reviewed)
