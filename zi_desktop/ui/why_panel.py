"""Why this score? A figure unfolded down to its answers: the arithmetic, and its place in the regulation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from zi_desktop.domain.report import Report
from zi_desktop.domain.why import Why, explain
from zi_desktop.ui.language import number, say
from zi_desktop.ui.parts import button, calm, column, label, row

_CODE = Qt.ItemDataRole.UserRole
_MARGINS = (16, 12, 16, 12)


class WhyPanel(QDialog):
    """Beside the window, not in its way: Esc closes it, it follows the score. `chosen`: go to a question."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.resize(720, 460)
        self._report: Report | None = None
        self.code = ""
        self.head = label("", "heading", wrap=True)
        self.tree = QTreeWidget()
        self.tree.setProperty("role", "why")
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([self.tr("Bagian"), self.tr("Hitungan"), self.tr("Nilai")])
        self.tree.setAccessibleName(self.tr("Mengapa nilai ini?"))
        self.tree.setWordWrap(False)
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(1, 280)
        self.tree.itemExpanded.connect(self._unfold)
        self.tree.itemActivated.connect(self._activate)
        help_text = label(self.tr("→ membuka, ← menutup, Enter ke soalnya, Esc selesai."), "quiet", wrap=True)
        close = button(self.tr("Tutup"), self.close)
        foot = row(help_text, close)
        foot.setStretch(0, 1)
        self.setLayout(column(self.head, self.tree, foot, margins=_MARGINS))

    def ask(self, report: Report, code: str) -> None:
        """Show why ``code`` has its figure; raises KeyError for a code that has none."""
        self._report, self.code = report, code
        why = explain(report, code)
        self.head.setText(f"{_name(why)} = {number(why.value)}")
        self.setWindowTitle(self.tr("Mengapa nilai ini?"))
        self.tree.clear()
        top = self._item(why)
        self.tree.addTopLevelItem(top)
        top.setExpanded(True)
        self.tree.setCurrentItem(top)
        self.show()
        self.raise_()
        self.activateWindow()
        self.tree.setFocus()

    def show_report(self, report: Report) -> None:
        """Follow a change while it is open; what was unfolded stays so."""
        if not self.isVisible() or self._report is None:
            return
        if report.lke is not self._report.lke or report.evaluation.id != self._report.evaluation.id:
            self.close()
            return
        self._report = report
        why = explain(report, self.code)
        self.head.setText(f"{_name(why)} = {number(why.value)}")
        opened = self._opened()
        here = self.tree.currentItem()
        current = here.data(0, _CODE) if here is not None else self.code
        self.tree.clear()
        top = self._item(why)
        self.tree.addTopLevelItem(top)
        self._open_again(top, opened, current)

    def _opened(self) -> set[str]:
        top = self.tree.topLevelItem(0)
        items = [top] if top is not None else []
        for item in items:  # grows while it is walked
            items += _children(item)
        return {str(item.data(0, _CODE)) for item in items if item.isExpanded()}

    def _open_again(self, item: QTreeWidgetItem, opened: set[str], current: object) -> None:
        code = item.data(0, _CODE)
        if code and code == current:
            self.tree.setCurrentItem(item)
        if code in opened:
            item.setExpanded(True)
            for child in _children(item):
                self._open_again(child, opened, current)

    def _item(self, why: Why) -> QTreeWidgetItem:
        item = QTreeWidgetItem([_name(why), say(why.lines[-1].formula), number(why.value)])
        item.setData(0, _CODE, why.code)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, f"{_name(why)}\n{say(why.source)}")
        item.setToolTip(1, say(why.lines[-1].formula))
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _unfold(self, item: QTreeWidgetItem) -> None:
        """The parts are asked for only when somebody looks."""
        code = item.data(0, _CODE)
        if item.childCount() or not code or self._report is None:
            return
        why = explain(self._report, str(code))
        for line in why.lines:
            _child(item, say(line.words), say(line.formula))
        source = _child(item, self.tr("Sumber: {source}").format(source=say(why.source)), "")
        source.setFirstColumnSpanned(True)
        for part in why.parts:
            item.addChild(self._item(explain(self._report, part)))

    def _activate(self, item: QTreeWidgetItem) -> None:
        code = str(item.data(0, _CODE) or "")
        if self._report is not None and code in self._report.lke.question_by_code:
            self.chosen.emit(code)


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for i in range(item.childCount()) if (child := item.child(i)) is not None]


def _child(item: QTreeWidgetItem, words: str, formula: str) -> QTreeWidgetItem:
    child = QTreeWidgetItem([words, formula, ""])
    child.setToolTip(0, words)
    child.setToolTip(1, formula)
    item.addChild(child)
    return child


def _name(why: Why) -> str:
    title = calm(say(why.title))
    return title if why.code == "total" or "/" in why.code else f"{why.code} {title}"
