"""Phrases at the field: Ctrl+Space opens the list, typing filters it, Enter writes the sentence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit

from zi_desktop.services.phrases import Phrase, PhraseKind, filled, phrases, remove_phrase, save_phrase
from zi_desktop.ui.command_box import CommandBox, Entry
from zi_desktop.ui.session import Session

_SHORT = 40


class Phrases(QObject):
    """Opens ``box`` on the phrases for a field; what stands in the field can be kept as one, and each can be
    removed."""

    def __init__(self, session: Session, box: CommandBox) -> None:
        super().__init__(box)
        self._session, self._box = session, box

    def open(self, field: QPlainTextEdit, kind: PhraseKind, question: str) -> None:
        known = phrases(self._session.work, kind)
        entries = [Entry(p.text, partial(self._insert, field, p, question), glyph="note") for p in known]
        written = field.toPlainText().strip()
        if written and all(p.text != written for p in known):
            keep = self.tr("Simpan sebagai frasa: {text}").format(text=_short(written))
            entries.append(Entry(keep, partial(self._save, kind, written), glyph="plus"))
        if known:
            more = self.tr("Hapus sebuah frasa…")
            entries.append(Entry(more, partial(self._open_removing, field, kind, question), glyph="trash"))
        self._box.open(entries, self.tr("Cari frasa; Enter menyisipkan"))

    def _open_removing(self, field: QPlainTextEdit, kind: PhraseKind, question: str) -> None:
        def remove(phrase: Phrase) -> None:
            self._session.tell(self._session.do(remove_phrase, phrase.id))
            self.open(field, kind, question)

        known = phrases(self._session.work, kind)
        entries = [Entry(p.text, partial(remove, p), glyph="trash") for p in known]
        self._box.open(entries, self.tr("Frasa yang dihapus; Esc membatalkan"))

    def _insert(self, field: QPlainTextEdit, phrase: Phrase, question: str) -> None:
        report = self._session.report
        if report is None or question not in report.lke.question_by_code:
            return
        cursor = field.textCursor()
        before = field.toPlainText()[: cursor.selectionStart()]
        gap = " " if before and not before[-1].isspace() else ""
        cursor.insertText(gap + filled(phrase.text, report, question))
        field.setFocus()

    def _save(self, kind: PhraseKind, text: str) -> None:
        self._session.tell(self._session.do(save_phrase, kind, text))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
