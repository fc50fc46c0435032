"""Evidence looked at inside the window, over the card; what cannot be shown is opened elsewhere or saved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFileDialog

from zi_desktop.domain.evaluation import Evidence, FileFacts
from zi_desktop.domain.media import Media, media_of
from zi_desktop.services.evidence_files import local_path, save_evidence
from zi_desktop.ui.evidence_open import open_link, open_outside
from zi_desktop.ui.evidence_pane import EvidencePane
from zi_desktop.ui.evidence_words import facts_in_words, is_link
from zi_desktop.ui.overlay import Overlay
from zi_desktop.ui.parts import button, column, icon_button, label, line, row
from zi_desktop.ui.session import Session

_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_TURNS: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ZOOMS: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_SCROLLS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EvidencePreview(Overlay):
    """Esc closes, left and right go to the next evidence, Page Up and Page Down to the next page,
    plus and minus make it larger and smaller. `closed`:
    the id of what was shown last; `told`: what was done; `attach_wanted`: the path an evidence names."""

    closed = Signal(str)
    told = Signal(str, str)
    attach_wanted = Signal(object)

    def __init__(self, over: QAbstractScrollArea, session: Session) -> None:
        super().__init__(over)
        self._session = session
        self._items: tuple[Evidence, ...] = ()
        self._facts: Mapping[str, FileFacts] = {}
        self._at = 0
        self.setProperty("role", "preview")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pane = EvidencePane(session)
        self.name = label("", "heading", wrap=True)
        self.facts = label("", "quiet", wrap=True)
        self.place = label("", "quiet")
        self.before = icon_button("back", self.tr("Bukti sebelumnya (panah kiri)"), lambda: self.step(-1))
        self.after = icon_button("next", self.tr("Bukti berikutnya (panah kanan)"), lambda: self.step(1))
        self.shut = icon_button("cross", self.tr("Tutup (Esc)"), self.leave)
        self.outside = button(self.tr("Buka di aplikasi lain"), self.open_outside, glyph="outside")
        self.keep = button(self.tr("Simpan sebagai…"), self._choose_target, glyph="save")
        self.link = button(self.tr("Buka tautan"), lambda: open_link(self.item.text), glyph="outside")
        self.attach = button(self.tr("Lampirkan berkasnya"), self._attach, glyph="clip")
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(column(self.name, self.facts, gap=2), self.place, self.before, self.after, self.shut)
        head.setStretch(0, 1)
        verbs = row(self.outside, self.keep, self.link, self.attach, None)
        self._column = column(head, verbs, line(), self.pane, gap=8, margins=(24, 12, 16, 12))
        self._column.setStretch(3, 1)
        self.setLayout(self._column)

    def show_item(
        self, evidence: tuple[Evidence, ...], facts: Mapping[str, FileFacts], evidence_id: str
    ) -> None:
        """Open on one of the question's evidence."""
        self._items, self._facts = evidence, facts
        self._at = next((i for i, item in enumerate(evidence) if item.id == evidence_id), 0)
        self._tell()
        self.cover()
        self.setFocus()
        self._column.activate()  # the picture is drawn for the room there is
        self.pane.show_item(self.item, self.media)

    def refresh(self, evidence: tuple[Evidence, ...], facts: Mapping[str, FileFacts]) -> None:
        """The question's evidence has changed: stay on what is shown, or close when it is gone."""
        if not self.isVisible() or evidence == self._items:
            return
        shown = self.item.id
        at = next((i for i, item in enumerate(evidence) if item.id == shown), -1)
        if at < 0:
            self.leave()
            return
        self._items, self._facts, self._at = evidence, facts, at
        self._tell()

    def leave(self) -> None:
        if self.isVisible():
            self.pane.clear()
            self.hide()
            self.closed.emit(self.item.id)

    def step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._items):
            self._at += by
            self._tell()
            self.pane.show_item(self.item, self.media)

    @property
    def item(self) -> Evidence:
        return self._items[self._at]

    @property
    def media(self) -> Media:
        facts = self._facts.get(self.item.file)
        return media_of(facts.media if facts else "")

    def _tell(self) -> None:
        item, of = self.item, len(self._items)
        self.name.setText(item.text)
        self.facts.setText(facts_in_words(item, self._facts.get(item.file)))
        self.facts.setVisible(bool(item.file))
        path = None if item.file else local_path(item.text)
        self.outside.setVisible(bool(item.file and self.media.suffix))
        self.keep.setVisible(bool(item.file))
        self.link.setVisible(is_link(item.text) and not item.file)
        self.attach.setVisible(path is not None and path.is_file())
        self.place.setText(f"{self._at + 1} / {of}")
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at + 1 < of)
        said = self.tr("Bukti {n} dari {of}: {name}").format(n=self._at + 1, of=of, name=item.text)
        self.setAccessibleName(said)

    def open_outside(self) -> None:
        open_outside(self._session, self.item, self.media, self.pane.refuse)

    def save_to(self, target: Path) -> None:
        """A copy as a file of its own; told when it has been read back."""
        self._session.run(
            save_evidence,
            self._session.work.store.files,
            *(self.item.file, target),
            on_done=self._saved,
            on_error=self.pane.refuse,
        )

    def _saved(self, path: Path) -> None:
        if shiboken6.isValid(self):
            self.told.emit(self.tr("Tersimpan: {path}").format(path=path), "")

    def _choose_target(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Simpan bukti sebagai"), self.item.text)
        if name:
            self.save_to(Path(name))

    def _attach(self) -> None:
        path = local_path(self.item.text)
        if path is not None:
            self.attach_wanted.emit(path)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~(_SHIFT | _KEYPAD) == Qt.KeyboardModifier.NoModifier
            event.setAccepted(
                plain
            )  # nothing is answered behind a document; undo and palette are let through
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key in _TURNS:
            self.pane.turn(_TURNS[key])
        elif key in _ZOOMS:
            self.pane.zoom(_ZOOMS[key])
        elif key in _SCROLLS:
            self.pane.move_by(_SCROLLS[key])
        else:
            super().keyPressEvent(event)
