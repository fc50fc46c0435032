"""What the other stages of this year wrote on this question: to be read, never to be edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zi_desktop.domain.lke import Question
from zi_desktop.domain.report import Report
from zi_desktop.ui.answers import Other, others, shown_answer
from zi_desktop.ui.parts import empty, label, line, row
from zi_desktop.ui.theme import px


class OthersBox(QWidget):
    """Hidden when nobody else has said anything on the question."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._shown: object = None

    def show_question(self, report: Report, question: Question) -> None:
        told = [(other, text) for other in others(report) if (text := self._told(other, question))]
        key = [(other.tag, text) for other, text in told]
        self.setVisible(bool(told))
        if key == self._shown:
            return
        self._shown = key
        empty(self._layout)
        if told:
            self._layout.addWidget(line())
            self._layout.addSpacing(4)
        for other, text in told:
            who = label(other.tag, other.ink)
            who.setFixedWidth(px(64))
            who.setAlignment(Qt.AlignmentFlag.AlignTop)
            words = label(text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            told_row = row(who, words)
            told_row.setStretch(1, 1)
            self._layout.addLayout(told_row)

    def _told(self, other: Other, question: Question) -> str:
        theirs, code = other.evaluation, question.code
        answer = shown_answer(question, theirs.cells)
        evidence = [e.text for e in theirs.evidence.get(code, ())]
        parts = [
            self.tr("Menjawab {answer}.").format(answer=answer) if answer else "",
            theirs.notes.get(code, ""),
            self.tr("Bukti: {names}").format(names="; ".join(evidence)) if evidence else "",
        ]
        for finding in theirs.findings.get(code, ()):
            parts.append(self.tr("Temuan: {note}").format(note=finding.note))
            if finding.recommendation:
                parts.append(self.tr("Rekomendasi: {text}").format(text=finding.recommendation))
        if not any(parts[1:]):
            return ""  # their answer alone stands on the options already
        return "\n".join(part for part in parts if part)
