"""Everything of one question: its place, its text, how it is answered, and what is written about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from zi_desktop.domain.errors import Issue, ZiError
from zi_desktop.domain.lke import Question, QuestionKind
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import question_weight
from zi_desktop.services.answers import answer_question
from zi_desktop.services.evidence import facts_of, usual_documents
from zi_desktop.services.signoff import is_signed
from zi_desktop.services.workspace import Workspace
from zi_desktop.ui.choice_input import ChoiceInput
from zi_desktop.ui.evidence_box import EvidenceBox
from zi_desktop.ui.findings_box import FindingsBox
from zi_desktop.ui.ground import CoversItsGround
from zi_desktop.ui.issues_card import CardIssues
from zi_desktop.ui.language import number
from zi_desktop.ui.last_year_box import LastYearBox
from zi_desktop.ui.message import Message
from zi_desktop.ui.number_input import NumberInput
from zi_desktop.ui.official_text import OfficialText
from zi_desktop.ui.others_box import OthersBox
from zi_desktop.ui.parts import calm, column, key_label, label, row
from zi_desktop.ui.question_verbs import QuestionVerbs
from zi_desktop.ui.reviewed_chip import ReviewedChip
from zi_desktop.ui.session import Session
from zi_desktop.ui.text_box import TextBox
from zi_desktop.ui.theme import color, px
from zi_desktop.ui.why_link import WhyLink, WhyLinks

_PASSES = 4
_HEAD = 520
"""Narrower than this, in unscaled pixels, the place of a question has a line of its own."""


class CardSheet(CoversItsGround, QWidget):
    """Paints what a report says of the question on it. `finished`: Enter in the last field; `carried`: texts
    or evidence were brought along (what was done, and the batch that takes it back); `preview_wanted`: the
    id of an evidence."""

    finished = Signal()
    carried = Signal(str, str)
    asked = Signal(str)
    preview_wanted = Signal(str)
    laid_out = Signal()
    """Something on it takes another room than before."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.question: Question | None = None
        self._said: object = None
        self.setProperty("role", "content")
        self._make_parts()
        self.setLayout(self._layout())
        self._connect()

    def _make_parts(self) -> None:
        self._place = label("", "quiet", wrap=True)
        self.points = WhyLinks(self.asked.emit, self).add(WhyLink("why-quiet"))
        self._code = label("", "code")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = label("", "question", wrap=True)
        self._hint = label("", "quiet", wrap=True)
        self.official = OfficialText()
        self.choices = ChoiceInput()
        self.numbers = NumberInput()
        self.messages = [Message()]
        self.note = TextBox(self.tr("Catatan"))
        self._verbs = QuestionVerbs(self._session, self.messages[-1].refuse)
        self.issues = CardIssues(self._verbs.give_reason)
        self.reviewed = ReviewedChip()
        self.evidence = EvidenceBox(self._session, self._verbs)
        self.findings = FindingsBox(self._verbs.save_finding, self._verbs.remove_finding)
        self._others = OthersBox()
        self.last_year = LastYearBox(self._verbs.judge)

    def _layout(self) -> QVBoxLayout:
        self._head = row(self._place, row(None, self.reviewed, self.points, self._code, gap=12), gap=12)
        self._head.setStretch(0, 1)
        below = QGridLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setHorizontalSpacing(8)
        below.setVerticalSpacing(12)
        below.setColumnStretch(1, 1)
        parts: list[tuple[str, QWidget, str]] = [
            (self.tr("Catatan"), self.note, "F2"),
            (self.tr("Bukti"), self.evidence, "Ctrl+E"),
            (self.tr("Temuan"), self.findings, ""),
        ]
        for i, (name, widget, key) in enumerate(parts):
            title = _title(name)
            title.setBuddy(widget)
            below.addWidget(title, i, 0, Qt.AlignmentFlag.AlignTop)
            below.addWidget(widget, i, 1)
            if key:
                below.addWidget(_key(key), i, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return column(
            self._head,
            2,
            self.text,
            self._hint,
            self.official,
            4,
            self.choices,
            self.numbers,
            *self.messages,
            self.issues,
            8,
            below,
            4,
            self._others,
            self.last_year,
            None,
            margins=(24, 16, 24, 24),
        )

    def order_tabs(self) -> None:
        """To be called once the sheet stands in its window: answers come first."""
        QWidget.setTabOrder(self.last_year.bring_evidence, self.points)
        QWidget.setTabOrder(self.points, self.reviewed)

    def _connect(self) -> None:
        self.choices.typed.connect(self.answer)
        self.numbers.typed.connect(self.answer)
        self.numbers.done.connect(self.finished)
        self.reviewed.asked.connect(self._verbs.set_reviewed)
        self.note.written.connect(self._write_note)
        self.last_year.carried.connect(self._carry)
        self.evidence.told.connect(self.carried)
        self.evidence.failed.connect(self.messages[-1].refuse)
        self.evidence.preview_wanted.connect(self.preview_wanted)

    @property
    def is_choice(self) -> bool:
        """Answered by a letter; else by numbers."""
        return self.question is None or self.question.kind is QuestionKind.CHOICE

    def put(self, report: Report, code: str, found: Sequence[Issue]) -> None:
        """Another question; what was still only typed has to be committed before. ``found``: what a check of
        the evidence found on it."""
        self.question = question = report.lke.question_by_code[code]
        self._verbs.code = code
        self.numbers.give_up()
        self.findings.give_up()
        self.note.settle(report.evaluation.notes.get(code, ""))
        *_, area, section = (None, *report.lke.path(code))
        names = [f"{s.code} {calm(s.label)}" for s in (area, section) if s is not None]
        self._place.setText("  ›  ".join([*names, *([question.group] if question.group else [])]))
        self._code.setText(code)
        self.text.setText(question.text)
        self._hint.setText(question.hint)
        self._hint.setVisible(bool(question.hint))
        self.setAccessibleName(f"{code} {question.text}")
        self.show_report(report, found)

    def show_report(self, report: Report, found: Sequence[Issue]) -> None:
        """Paint a report anew on the question that is on the sheet. What is read here stands in `said_of`."""
        question = self.question
        assert question is not None
        self.choices.setVisible(self.is_choice)
        self.numbers.setVisible(not self.is_choice)
        (self.choices if self.is_choice else self.numbers).show_question(report, question)
        self._show_points(report, question)
        self._show_marks(report, question.code, found)
        evaluation, code = report.evaluation, question.code
        self.note.show_text(evaluation.notes.get(code, ""))
        evidence = evaluation.evidence.get(code, ())
        facts = facts_of(self._session.work, evidence)
        self.evidence.show_evidence(evidence, facts, usual_documents(report.lke, code))
        self.findings.show_findings(evaluation.findings.get(code, ()))
        self._others.show_question(report, question)
        self.official.show_text(report.official_texts.get(code, ""))
        self.last_year.show_question(report, question)

    def lay_out(self, room: Callable[[CardSheet], QSize]) -> QPixmap:
        """While it is hidden: everything gets its place. What it then looks like. A part that finds its
        height when it gets its width (a note, fields beside each other) moves the others once more."""
        drawn, picture = QImage(), QPixmap()
        for _ in range(_PASSES):
            self.resize(room(self))
            picture = self.grab()
            before, drawn = drawn, picture.toImage()
            if drawn == before:
                break
        return picture

    def _show_points(self, report: Report, question: Question) -> None:
        most = question_weight(report.lke.section_of[question.code], question)
        have = number(report.score.questions[question.code])
        if question.code not in report.score.values:
            have = "–"
        self.points.code = question.code
        text = self.tr("{have} dari {most} poin").format(have=have, most=number(most))
        self.points.tell(text, text)

    def _show_marks(self, report: Report, code: str, found: Sequence[Issue]) -> None:
        """What the checks say, whether it was looked at again, and whether anything can be changed."""
        self.messages[-1].clear()
        self.issues.show_question(report, code, found)
        self.reviewed.show_reviewed(code in report.evaluation.reviewed)
        locked = is_signed(report.evaluation)
        self.note.setReadOnly(locked)
        for part in (self.choices, self.numbers, self.findings, self.reviewed, self.issues, self.last_year):
            part.setEnabled(not locked)
        for field in (self.evidence.edit, self.evidence.add, self.evidence.choose, self.evidence.usual):
            field.setEnabled(not locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = event.size().width() * 100 // px(100)
        self.reviewed.fit(width)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(beside if width >= _HEAD else below)
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self.laid_out.emit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), color("surface"))
        painter.end()

    def answer(self, cell_code: str, raw: str) -> bool:
        """Store an answer; a refusal stands beside its field. True when it is on disk."""
        report = self._session.report
        if report is None:
            return False
        result = self._session.do(answer_question, report.evaluation.id, cell_code, raw)
        if not isinstance(result, ZiError):
            self.numbers.accept(cell_code)
            return True
        if self.is_choice:
            self.messages[-1].refuse(result)
        else:
            self.numbers.refuse(cell_code, result)
        return False

    def commit(self) -> bool:
        """Store everything only typed yet; False when something was refused and stays in its field."""
        if self.question is None:
            return True
        self.note.commit()
        written = not self.note.pending
        written &= self.evidence.commit()
        written &= self.findings.commit()
        self.issues.commit()
        self.last_year.commit()
        if not self.is_choice:
            written &= self.numbers.commit()
        return written

    def take_focus(self) -> bool:
        """The first field to be typed in; False where there is none."""
        if self.is_choice or not self.numbers.isEnabled():
            return False
        self.numbers.focus_first()
        return True

    def _write_note(self, text: str) -> None:
        if self._verbs.write_note(text) and self.note.pending and self._session.report is not None:
            self.note.settle(
                self._session.report.evaluation.notes.get(self._verbs.code, "")
            )  # it was cleaned

    def _carry(self, note: bool, evidence: bool) -> None:
        """What is being written is stored first, so that last year's note goes behind it."""
        self.note.commit()
        batch = self._verbs.carry(note=note, evidence=evidence)
        report = self._session.report
        if not batch or report is None:
            return
        self.note.settle(report.evaluation.notes.get(self._verbs.code, ""))
        told = self.tr("Catatan tahun lalu dibawa.") if note else self.tr("Bukti tahun lalu dibawa.")
        self.carried.emit(told, batch)


def said_of(work: Workspace, report: Report, code: str, found: Sequence[Issue]) -> tuple[object, ...]:
    """Everything a sheet takes from a report for one question: when two are equal, it shows the same."""
    evaluation, question = report.evaluation, report.lke.question_by_code[code]
    earlier = report.earlier.get(code)
    evidence = evaluation.evidence.get(code, ())
    issues = [issue for issue in report.issues if issue.question == code]
    return (
        report.lke,
        question,
        evaluation.id,
        evaluation.stage,
        evaluation.edition,
        [evaluation.cells.get(cell.code) for cell in report.lke.cells_of[code]],
        report.score.questions[code],
        code in report.score.values,
        evaluation.notes.get(code, ""),
        evidence,
        facts_of(work, evidence),
        evaluation.findings.get(code, ()),
        code in evaluation.reviewed,
        is_signed(evaluation),
        issues,
        [evaluation.reasons.get(issue.key, "") for issue in issues],
        list(found),
        report.siblings,
        report.previous,
        earlier,
        [evaluation.follow_ups.get(finding.id) for finding in earlier.findings] if earlier else [],
        report.official_texts.get(code, ""),
    )


def _title(name: str) -> QLabel:
    title = label(name, "section")
    title.setFixedWidth(px(64))
    title.setContentsMargins(0, 8, 0, 0)
    return title


def _key(name: str) -> QWidget:
    """The key that leads to a field, at the height of the field's first line."""
    holder = QWidget()
    holder.setLayout(column(key_label(name), margins=(0, 7, 0, 0)))
    return holder
