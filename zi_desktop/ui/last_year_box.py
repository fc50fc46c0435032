"""What last year's evaluation says on this question, across editions too; its texts can be brought along."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from zi_desktop.domain.crosswalk import Earlier, Match
from zi_desktop.domain.evaluation import Finding, FollowUp
from zi_desktop.domain.lke import Question
from zi_desktop.domain.report import Report
from zi_desktop.ui.findings_follow_up import FollowUpEditor
from zi_desktop.ui.language import from_comma, say
from zi_desktop.ui.parts import button, column, label, line, row
from zi_desktop.ui.theme import px


class LastYearBox(QWidget):
    """`carried` asks to bring (note, evidence); ``judge`` is told of follow-ups (`FollowUpEditor`). Hidden
    when last year has nothing to say."""

    carried = Signal(bool, bool)

    def __init__(self, judge: Callable[[str, FollowUp | None], bool]) -> None:
        super().__init__()
        self._judge = judge
        self.follow_ups: list[tuple[QLabel, FollowUpEditor]] = []
        self._advice = column(gap=6)
        self._year = label("", "last")
        self._year.setFixedWidth(px(64))
        self._codes = label("", "quiet", wrap=True)
        self.match = label("", "quiet", wrap=True)
        self.words = label("", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bring_note = button(
            self.tr("Bawa catatan"), lambda: self.carried.emit(True, False), role="plain", glyph="note"
        )
        self.bring_evidence = button(
            self.tr("Bawa bukti"), lambda: self.carried.emit(False, True), role="plain", glyph="clip"
        )
        self.bring_note.setToolTip(self.tr("Menambahkan catatan tahun lalu di bawah catatan Anda"))
        self.bring_evidence.setToolTip(self.tr("Menambahkan bukti tahun lalu yang belum ada"))
        self._buttons = QWidget()
        self._buttons.setLayout(column(self.bring_note, self.bring_evidence, gap=4))
        texts = column(self._codes, self.words, self._advice, self.match, None, gap=4)
        told = row(self._year, texts, self._buttons)
        told.setStretch(1, 1)
        for widget in (self._year, self._buttons):
            told.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line(), 4, told, gap=6))
        self.hide()

    def show_question(self, report: Report, question: Question) -> None:
        earlier, last = report.earlier.get(question.code), report.previous
        if earlier is None or last is None or not _worth_telling(earlier):
            self.hide()
            return
        self._year.setText(str(last.year))
        other = earlier.codes if earlier.codes != (question.code,) else ()
        _tell(self._codes, self.tr("Soal {codes}").format(codes=", ".join(other)) if other else "")
        _tell(self.words, "\n".join(self._told(earlier)))
        self._show_follow_ups(report, earlier)
        _tell(self.match, "" if earlier.match is Match.EXACT else _match_text(earlier))
        note_there = f"[{last.year}] {earlier.note}" in report.evaluation.notes.get(question.code, "")
        mine = {e.text for e in report.evaluation.evidence.get(question.code, ())}
        note = bool(earlier.note) and not note_there
        evidence = any(text not in mine for text in earlier.evidence)
        self.bring_note.setVisible(note)
        self.bring_evidence.setVisible(evidence)
        self._buttons.setVisible(note or evidence)
        self.setAccessibleName(f"{last.year}: {self.words.text()}")
        self.show()

    def _show_follow_ups(self, report: Report, earlier: Earlier) -> None:
        """Every recommendation with what became of it, to be judged this year."""
        advised = [finding for finding in earlier.findings if finding.recommendation]
        while len(self.follow_ups) < len(advised):
            words, editor = label("", wrap=True), FollowUpEditor(self._judge)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.follow_ups.append((words, editor))
            self._advice.addWidget(words)
            self._advice.addWidget(editor)
        for i, (words, editor) in enumerate(self.follow_ups):
            words.setVisible(i < len(advised))
            editor.setVisible(i < len(advised))
            if i < len(advised):
                finding = advised[i]
                words.setText(self._finding(finding))
                editor.show_follow_up(finding.id, report.evaluation.follow_ups.get(finding.id))

    def commit(self) -> None:
        """Store what was only typed yet."""
        for _, editor in self.follow_ups:
            editor.commit()

    def _finding(self, finding: Finding) -> str:
        parts = [self.tr("Temuan: {note}").format(note=finding.note)] if finding.note else []
        if finding.recommendation:
            parts.append(self.tr("Rekomendasi: {text}").format(text=finding.recommendation))
        return "\n".join(parts)

    def _told(self, earlier: Earlier) -> list[str]:
        parts = []
        if earlier.label:
            parts.append(self.tr("Menjawab {answer}.").format(answer=from_comma(earlier.label)))
        if earlier.note:
            parts.append(earlier.note)
        if earlier.evidence:
            parts.append(self.tr("Bukti: {names}").format(names="; ".join(earlier.evidence)))
        parts += [self._finding(finding) for finding in earlier.findings if not finding.recommendation]
        return parts


def _worth_telling(earlier: Earlier) -> bool:
    """An answer alone stands on the options already, unless it cannot be compared with them."""
    if earlier.note or earlier.evidence or earlier.findings:
        return True
    shown = earlier.same_scale_label and len(earlier.codes) == 1
    return earlier.match is Match.NONE or (bool(earlier.label) and not shown)


def _match_text(earlier: Earlier) -> str:
    return f"{say(earlier.match.label)}. {say(earlier.reason)}"


def _tell(where: QLabel, text: str) -> None:
    where.setText(text)
    where.setVisible(bool(text))
