"""The map at the left: every question with its mark, filtered by state and by words."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from zi_desktop.domain.report import Report
from zi_desktop.ui.parts import button, column, label, panel, row
from zi_desktop.ui.tree_model import Mark, Node, NodeRole, TreeModel
from zi_desktop.ui.tree_view import TreeView


class Show(StrEnum):
    """The chips."""

    ALL = "all"
    OPEN = "open"
    DIFFERENT = "different"
    ISSUES = "issues"
    BARE = "bare"
    NOTED = "noted"


class TreeFilter(QSortFilterProxyModel):
    """Keeps the questions that fit, and the sections above them."""

    def __init__(self) -> None:
        super().__init__()
        self.show_only = Show.ALL
        self.words: tuple[str, ...] = ()
        self.keep = ""  # the question being answered stays in sight, though it may fit no longer
        self.setRecursiveFilteringEnabled(True)

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        node = self.sourceModel().index(source_row, 0, source_parent).data(NodeRole)
        if not isinstance(node, Node) or node.question is None:
            return False
        return self.fits(node)

    def fits(self, node: Node) -> bool:
        """Whether this question is let through."""
        return self._fits_state(node) and all(word in node.haystack for word in self.words)

    def _fits_state(self, node: Node) -> bool:
        shown = node.shown
        fits = {
            Show.ALL: True,
            Show.OPEN: not shown.right,
            Show.DIFFERENT: shown.differs,
            Show.ISSUES: shown.mark is Mark.WARNING,
            Show.BARE: shown.bare,
            Show.NOTED: shown.noted,
        }
        return node.code == self.keep or fits[self.show_only]

    def change(self, *, show: Show | None = None, words: tuple[str, ...] | None = None) -> None:
        """Filter by something else; with nothing given, look again at rows that changed."""
        self.beginFilterChange()
        self.show_only = self.show_only if show is None else show
        self.words = self.words if words is None else words
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)


class TreePanel(QFrame):
    """`question_chosen` carries the code of the question the person pointed at."""

    question_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.model = TreeModel(self)
        self.filter = TreeFilter()
        self.filter.setSourceModel(self.model)
        self.model.shown_changed.connect(self._repaint)
        self.view = TreeView()
        self.view.setModel(self.filter)
        self.view.setAccessibleName(self.tr("Daftar soal"))
        self.view.question_chosen.connect(self.question_chosen)
        self.view.clicked.connect(self._unfold)
        self._nothing = label("", "quiet", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._chips())
        self._empty = panel(column(self._nothing, margins=(24, 24, 24, 0)))
        layout.addWidget(self._empty)
        layout.addWidget(self.view, 1)
        self._told()

    def _chips(self) -> QFrame:
        self.chips: dict[Show, QPushButton] = {}
        texts = {
            Show.ALL: self.tr("Semua"),
            Show.OPEN: self.tr("Belum"),
            Show.DIFFERENT: self.tr("Beda"),
            Show.ISSUES: self.tr("Periksa"),
            Show.BARE: self.tr("Tanpa bukti"),
            Show.NOTED: self.tr("Temuan"),
        }
        group = QButtonGroup(self)
        chips = []
        for show, text in texts.items():
            chip = button(text, partial(self.show_only, show), role="chip")
            chip.setCheckable(True)
            chip.setChecked(show is Show.ALL)
            group.addButton(chip)
            self.chips[show] = chip
            chips.append(chip)
        lines = (row(*chips[:4], None, gap=4), row(*chips[4:], None, gap=4))
        return panel(column(*lines, gap=4, margins=(8, 8, 8, 6)))

    def set_report(self, report: Report) -> None:
        fresh = self.model.rowCount() == 0
        self.model.set_report(report)
        if fresh:
            self._unfold_to_areas()
        if self.filter.show_only is not Show.ALL:
            self.filter.change()
            self.view.expandAll()
        self._told()

    def _repaint(self, codes: list[str]) -> None:
        for code in codes:
            index = self.filter.mapFromSource(self.model.index_of(code))
            if index.isValid():
                self.view.update(index)

    def show_only(self, show: Show) -> None:
        self.filter.change(show=show)
        self.chips[show].setChecked(True)
        self._refilter()

    def search(self, text: str) -> None:
        self.filter.change(words=tuple(text.casefold().split()))
        self._refilter()

    def _refilter(self) -> None:
        if self._is_whole:
            self.view.collapseAll()
            self._unfold_to_areas()
        else:
            self.view.expandAll()
        self.select(self.filter.keep)
        self._told()

    def select(self, code: str) -> None:
        """Show where the question stands; says nothing to anybody."""
        self.filter.keep = code
        index = self.filter.mapFromSource(self.model.index_of(code))
        if not index.isValid():
            return
        if index != self.view.currentIndex():
            blocked = self.view.blockSignals(True)
            self.view.setCurrentIndex(index)
            self.view.blockSignals(blocked)
        self.view.scrollTo(index)

    def visible_codes(self) -> list[str]:
        """Codes of the questions that fit the filters, in the order of the form."""
        if self._is_whole:
            return list(self.model.questions)
        return [code for code, node in self.model.questions.items() if self.filter.fits(node)]

    @property
    def _is_whole(self) -> bool:
        """Whether nothing is filtered out."""
        return self.filter.show_only is Show.ALL and not self.filter.words

    def _unfold_to_areas(self) -> None:
        self.view.expandToDepth(1)

    def _unfold(self, index: QModelIndex) -> None:
        node = index.data(NodeRole)
        if isinstance(node, Node) and node.question is None:
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _told(self) -> None:
        """An empty list says why it is empty."""
        nothing = self.filter.rowCount() == 0 and self.model.rowCount() > 0
        self._empty.setVisible(nothing)
        self.view.setVisible(not nothing)
        if not nothing:
            return
        words = {
            Show.ALL: self.tr("Tidak ada soal dengan kata itu."),
            Show.OPEN: self.tr("Semua soal sudah dijawab."),
            Show.DIFFERENT: self.tr("Tidak ada jawaban yang berbeda dari unit."),
            Show.ISSUES: self.tr("Tidak ada yang perlu diperiksa."),
            Show.BARE: self.tr("Semua soal yang dijawab sudah ada buktinya."),
            Show.NOTED: self.tr("Belum ada temuan."),
        }
        show = Show.ALL if self.filter.words else self.filter.show_only
        self._nothing.setText(words[show])
