"""What the evaluator writes on a question: catatan hasil evaluasi and rekomendasi."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from zi_desktop.domain.evaluation import Finding
from zi_desktop.services.phrases import PhraseKind
from zi_desktop.ui.parts import button, column, empty, icon_button, label, panel, picture, row
from zi_desktop.ui.text_box import TextBox


class FindingsBox(QWidget):
    """``save`` is given (note, recommendation, finding id or ""), ``remove`` a finding id; what could not be
    stored stays in the form. `phrases_wanted`: (field, `PhraseKind`), by Ctrl+Space or its button."""

    phrases_wanted = Signal(object, object)

    def __init__(self, save: Callable[[str, str, str], bool], remove: Callable[[str], object]) -> None:
        super().__init__()
        self._save, self._remove = save, remove
        self._shown: tuple[Finding, ...] | None = None
        self._editing = ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add = button(self.tr("Tambah temuan"), self.begin, role="plain", glyph="plus")
        self.note = TextBox(self.tr("Catatan hasil evaluasi"), pauses=False)
        self.recommendation = TextBox(self.tr("Rekomendasi"), pauses=False)
        fields = ((self.note, PhraseKind.NOTE), (self.recommendation, PhraseKind.RECOMMENDATION))
        self.phrases = [self._phrase_button(field, kind) for field, kind in fields]
        self._form = self._make_form()
        self._form.hide()
        self.setLayout(column(self._rows, row(self.add, None), self._form, gap=6))

    def _make_form(self) -> QFrame:
        self.note.setPlaceholderText(self.tr("Catatan hasil evaluasi"))
        self.recommendation.setPlaceholderText(self.tr("Rekomendasi"))
        save = button(self.tr("Simpan temuan"), self.commit, role="primary")
        cancel = button(self.tr("Batal"), self.give_up)
        lines = [row(self.note, self.phrases[0]), row(self.recommendation, self.phrases[1])]
        for line in lines:
            line.setStretch(0, 1)
            line.setAlignment(Qt.AlignmentFlag.AlignTop)
        return panel(column(*lines, row(save, cancel, None)))

    def _phrase_button(self, field: TextBox, kind: PhraseKind) -> QToolButton:
        name = self.tr("Frasa (Ctrl+Space)")

        def ask() -> None:
            field.setFocus(Qt.FocusReason.PopupFocusReason)
            self.phrases_wanted.emit(field, kind)

        key = QShortcut(QKeySequence("Ctrl+Space"), field, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(ask)
        return icon_button("copy", name, ask)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        if findings == self._shown:
            return
        self._shown = findings
        empty(self._rows)
        for finding in findings:
            self._show(finding)

    def begin(self, finding: Finding | None = None) -> None:
        """Open the form, empty or on one that is there already."""
        self._editing = finding.id if finding else ""
        self.note.settle(finding.note if finding else "")
        self.recommendation.settle(finding.recommendation if finding else "")
        self._form.show()
        self.add.hide()
        self.note.setFocus()

    def commit(self) -> bool:
        """Store the form if anything was written in it, and close it; False when it was refused."""
        if self.note.pending or self.recommendation.pending:
            note, recommendation = self.note.toPlainText(), self.recommendation.toPlainText()
            if not self._save(note, recommendation, self._editing):
                return False
        self.give_up()
        return True

    def give_up(self) -> None:
        self.note.settle("")
        self.recommendation.settle("")
        self._editing = ""
        self._form.hide()
        self.add.show()

    def _show(self, finding: Finding) -> None:
        note = label(finding.note, wrap=True)
        text = column(note, gap=2)
        if finding.recommendation:
            text.addWidget(
                label(self.tr("Rekomendasi: {text}").format(text=finding.recommendation), "quiet", wrap=True)
            )
        edit = icon_button("note", self.tr("Ubah temuan"), partial(self.begin, finding), small=True)
        remove = icon_button("cross", self.tr("Hapus temuan"), partial(self._remove, finding.id), small=True)
        line = row(picture("flag", "near"), text, edit, remove)
        line.setStretch(1, 1)
        self._rows.addWidget(panel(line))
        QWidget.setTabOrder(self.add, edit)
        QWidget.setTabOrder(edit, remove)
