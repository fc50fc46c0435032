"""The evidence of one question: names, links and files, added by typing, pasting, dropping or choosing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import Evidence, FileFacts
from zi_desktop.ui.evidence_brought import Brought, brought
from zi_desktop.ui.evidence_intake import EvidenceIntake
from zi_desktop.ui.evidence_row import EvidenceRow
from zi_desktop.ui.evidence_usual import UsualEvidence
from zi_desktop.ui.icons import icon
from zi_desktop.ui.parts import column, empty, row
from zi_desktop.ui.question_verbs import QuestionVerbs
from zi_desktop.ui.session import Session

_LEAST_FIELD = 150
_PASTE = QKeySequence.StandardKey.Paste


class EvidenceEdit(QLineEdit):
    """A line of text; a file or picture that is pasted into it is handed on. Drops belong to the card."""

    pasted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_PASTE):
            what = brought(QGuiApplication.clipboard().mimeData())
            if what.paths or what.image:
                self.pasted.emit(what)
                return
        super().keyPressEvent(event)


class _Shrinking(QPushButton):
    """A button that can do without its words; they stay as tooltip and name."""

    def __init__(self, text: str, on_click: Callable[[], object], glyph: str) -> None:
        super().__init__(text)
        self._words = text
        self.setAutoDefault(False)
        self.setIcon(icon(glyph))
        self.setIconSize(QSize(16, 16))
        self.setMinimumWidth(40)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.clicked.connect(lambda *_: on_click())

    @property
    def full(self) -> int:
        """How wide it is with its words."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        return words + 16 + 8 + 28

    def shrink(self, narrow: bool) -> None:
        self.setText("" if narrow else self._words)


class EvidenceBox(QWidget):
    """What could not be stored stays in its field. `told`: (what was done, the batch that takes it back);
    `failed`: ZiError that belongs on the card; `preview_wanted`: the id of an evidence."""

    told = Signal(str, str)
    failed = Signal(object)
    preview_wanted = Signal(str)

    def __init__(self, session: Session, verbs: QuestionVerbs) -> None:
        super().__init__()
        self._session, self._verbs = session, verbs
        self._shown: object = None
        self.rows: list[EvidenceRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.edit = EvidenceEdit()
        self.edit.setPlaceholderText(self.tr("Nama, tautan, atau tempel berkas"))
        self.edit.setAccessibleName(self.tr("Bukti baru: nama dokumen, tautan, atau berkas yang ditempel"))
        self.edit.returnPressed.connect(self.commit)
        self.edit.pasted.connect(self.take)
        self.add = _Shrinking(self.tr("Tambah"), self.commit, "plus")
        self.choose = _Shrinking(self.tr("Tambah berkas…"), self._choose, "clip")
        self.usual = UsualEvidence()
        self.usual.chosen.connect(self._suggest)
        self.intake = EvidenceIntake(self, session)
        self.intake.told.connect(self.told)
        self.intake.failed.connect(self._on_failed)
        entry = row(self.edit, self.add, self.choose)
        self.setLayout(column(self._rows, entry, self.usual, self.intake.progress, gap=6))

    def show_evidence(
        self,
        evidence: tuple[Evidence, ...],
        facts: Mapping[str, FileFacts],
        usual: tuple[str, ...] = (),
    ) -> None:
        now = (evidence, dict(facts), usual)
        if now == self._shown:
            return
        self._shown = now
        at = next((i for i, shown in enumerate(self.rows) if shown.hasFocus()), -1)
        empty(self._rows)
        self.rows = [self._row(item, facts.get(item.file)) for item in evidence]
        before: QWidget | None = None
        for shown in self.rows:
            self._rows.addWidget(shown)
            if before is not None:
                QWidget.setTabOrder(before, shown)
            QWidget.setTabOrder(shown, shown.remove)
            before = shown.remove
        if before is not None:
            QWidget.setTabOrder(before, self.edit)
        if at >= 0:
            self._focus(min(at, len(self.rows) - 1))
        self.usual.show_names(usual, tuple(item.text for item in evidence))

    def _row(self, item: Evidence, facts: FileFacts | None) -> EvidenceRow:
        shown = EvidenceRow(item, facts)
        shown.clicked.connect(partial(self.preview_wanted.emit, item.id))
        shown.removed.connect(partial(self._remove, item))
        shown.moved.connect(partial(self._move, shown))
        return shown

    def commit(self) -> bool:
        """Store what was only typed yet; False when it was refused."""
        text = self.edit.text().strip()
        if text and not self._verbs.add_evidence(text):
            return False
        self.edit.clear()
        return True

    def take(self, what: Brought) -> None:
        """What was dropped or pasted, onto the question that is on the card now."""
        for link in what.links:
            self._verbs.add_evidence(link)
        if what and self._session.report is not None:
            self.intake.take(self._session.report.evaluation.id, self._verbs.code, what)

    def focus_item(self, evidence_id: str) -> None:
        """Where the preview was opened from; the field when it is gone."""
        self._focus(next((i for i, shown in enumerate(self.rows) if shown.item.id == evidence_id), -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the buttons give their room to the field."""
        super().resizeEvent(event)
        narrow = self.width() < _LEAST_FIELD + self.add.full + self.choose.full + 16
        self.add.shrink(narrow)
        self.choose.shrink(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pasting works on a row as well."""
        if event.matches(_PASTE):
            self.edit.setFocus()
            self.edit.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def _remove(self, item: Evidence) -> None:
        batch = self._verbs.remove_evidence(item.id)
        if batch:
            self.told.emit(self.tr("Bukti dihapus: {name}").format(name=item.text), batch)

    def _move(self, shown: EvidenceRow, by: int) -> None:
        self._focus(self.rows.index(shown) + by)

    def _focus(self, at: int) -> None:
        """Below the last row is the field; above the first there is nothing."""
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus()
        elif at >= len(self.rows) or not self.rows:
            self.edit.setFocus()

    def _suggest(self, name: str) -> None:
        """A usual document's name, to be completed with its number or date; nothing is stored yet."""
        self.edit.setText(name)
        self.edit.setFocus()
        self.edit.end(False)

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Tambah berkas bukti"))
        self.take(Brought(paths=tuple(Path(name) for name in names)))

    def _on_failed(self, question: str, error: ZiError) -> None:
        if question == self._verbs.code:
            self.failed.emit(error)
        else:  # the card is on another question by now
            self._session.refused.emit(error)
