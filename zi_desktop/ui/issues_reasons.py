"""Issues with the field that explains them: one reason for a row, for several, or for all of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from zi_desktop.domain.errors import Issue, Severity
from zi_desktop.ui.issues_tree import IssuesTree
from zi_desktop.ui.parts import button, column, row


class _Field(QLineEdit):
    """Enter keeps the reason, and is not the default button of the dialog around it as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class IssuesReasons(QWidget):
    """``give`` is told (issue keys, reason) and says whether it was kept; ``with_reasons``: a column shows
    those that were given."""

    def __init__(self, give: Callable[[list[str], str], bool], *, with_reasons: bool = True) -> None:
        super().__init__()
        self._give = give
        self.tree = IssuesTree(with_reasons=with_reasons)
        self.field = _Field()
        self.field.setMaxLength(2000)
        self.field.setPlaceholderText(self.tr("Alasan membiarkan peringatan yang dipilih; Enter menyimpan"))
        self.field.setAccessibleName(self.tr("Alasan membiarkan peringatan yang dipilih"))
        self.field.returnPressed.connect(self.keep)
        self.alike = button(self.tr("Pilih yang sejenis"), self.tree.choose_alike)
        self.do = button("", self.keep, role="primary")
        self.line = QWidget()
        line = row(self.field, self.alike, self.do)
        line.setStretch(0, 1)
        self.line.setLayout(line)
        layout = column(self.tree, self.line, gap=8)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.tree.itemSelectionChanged.connect(self._count)
        self._count()

    def show_issues(self, issues: Iterable[Issue], reasons: Mapping[str, str]) -> None:
        self.tree.show_issues(issues, reasons)
        self._count()

    def _keys(self) -> list[str]:
        return [i.key for i in self.tree.chosen() if i.severity is Severity.WARNING]

    def _count(self) -> None:
        n = len(self._keys())
        self.do.setText(self.tr("Beri alasan ({n})").format(n=n))
        self.do.setEnabled(n > 0)

    def keep(self) -> None:
        """Give the reason to what is selected; an empty one is asked for."""
        keys, text = self._keys(), self.field.text().strip()
        if not text:
            self.field.setFocus()
        elif keys and self._give(keys, text):
            self.field.clear()
            if self.isVisible():  # with nothing left to explain it has gone, and would keep the keyboard
                self.tree.setFocus()
