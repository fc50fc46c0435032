"""One question at a time. The one that comes next is put on a sheet behind the one in front while nobody
types, so that a key that answers has only to bring it forward."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from zi_desktop.domain.errors import Issue
from zi_desktop.domain.lke import Question
from zi_desktop.domain.report import Report
from zi_desktop.services.evidence import facts_of
from zi_desktop.ui.card_sheet import CardSheet, said_of
from zi_desktop.ui.evidence_brought import Brought
from zi_desktop.ui.evidence_drop import EvidenceDrops
from zi_desktop.ui.evidence_preview import EvidencePreview
from zi_desktop.ui.session import Session
from zi_desktop.ui.sheet_picture import SheetPicture

_REST_MS = 15
"""After the picture is out: what else waits for the key that was just pressed goes first."""


class Card(QScrollArea):
    """Shows what the session's report says of one question. `sheet` is the one in front: what is asked of it
    must not be kept, the next question may be on another. `finished`: Enter in the last field; `carried`:
    texts or evidence were brought along (what was done, and the batch that takes it back); `phrases_wanted`:
    as `FindingsBox` has it."""

    finished = Signal()
    carried = Signal(str, str)
    asked = Signal(str)
    """Why has this question its points?"""
    phrases_wanted = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.found: Callable[[str, str], list[Issue]] = lambda _evaluation, _question: []
        """What a check of the evidence found on a question."""
        self._next = ""
        self._ready: object = None
        """What the sheet behind shows; None while that is nothing to be brought forward."""
        self._picture = QPixmap()
        self._drawn_for = QSize()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "card")
        self._body = QWidget()
        self._body.setProperty("role", "content")
        self.sheet, self._behind = self._sheet(), self._sheet()
        self._behind.hide()
        self.setWidget(self._body)
        for sheet in (self.sheet, self._behind):
            sheet.order_tabs()
        self.drawn = SheetPicture(self.viewport())
        self.preview = EvidencePreview(self, session)
        self.drops = EvidenceDrops(self, lambda: self.question.code if self.question else "")
        self.preview.told.connect(self.carried)
        self.preview.closed.connect(self._focus_evidence)
        self.preview.attach_wanted.connect(lambda path: self._take(Brought(paths=(path,))))
        self.drops.dropped.connect(self._take)
        self.verticalScrollBar().valueChanged.connect(self.drawn.hide)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._make_ready)
        self._painted = QTimer(self, singleShot=True, interval=0)  # a timer's turn comes when nothing is left
        self._painted.timeout.connect(self._rest.start)

    def _sheet(self) -> CardSheet:
        sheet = CardSheet(self._session, self._body)
        sheet.finished.connect(self.finished)
        sheet.carried.connect(self.carried)
        sheet.laid_out.connect(self._fit)
        sheet.asked.connect(self.asked)
        sheet.preview_wanted.connect(self._preview)
        sheet.findings.phrases_wanted.connect(self.phrases_wanted)
        return sheet

    @property
    def question(self) -> Question | None:
        return self.sheet.question

    @property
    def is_busy(self) -> bool:
        """Files are on their way to a question."""
        return self.sheet.evidence.intake.busy

    def show_question(self, code: str) -> None:
        """Put another question on the card. What was still only typed has to be committed before."""
        report = self._session.report
        assert report is not None
        self.preview.leave()
        self.drawn.hide()
        ready = self.is_ready(code)
        if ready:
            self._bring_forward()
        else:
            self.sheet.put(report, code, self.found(report.evaluation.id, code))
        self.setAccessibleName(self.sheet.accessibleName())
        self.verticalScrollBar().setValue(0)
        if ready and self.sheet.is_choice:  # a field that takes the focus looks otherwise
            self._show_picture()

    def refresh(self) -> None:
        """Paint the report anew on the question that is on the card."""
        report, question = self._session.report, self.question
        if report is None or question is None:
            return
        code = question.code
        self.drawn.hide()
        self.sheet.show_report(report, self.found(report.evaluation.id, code))
        evidence = report.evaluation.evidence.get(code, ())
        self.preview.refresh(evidence, facts_of(self._session.work, evidence))

    def expect(self, code: str) -> None:
        """``code``: the question that is likely to be wanted next; empty for none."""
        self._next = code
        self._painted.start()

    def is_ready(self, code: str) -> bool:
        """True when the sheet behind shows this question as the report has it now. Progress of files stays
        in front."""
        report = self._session.report
        if self._ready is None or report is None or self.is_busy:
            return False
        return self._ready == self._said(report, code)

    def _said(self, report: Report, code: str) -> object:
        return said_of(self._session.work, report, code, self.found(report.evaluation.id, code))

    def answer(self, cell_code: str, raw: str) -> bool:
        """Store an answer; a refusal stands beside its field. True when it is on disk."""
        return self.sheet.answer(cell_code, raw)

    def commit(self) -> bool:
        """Store everything only typed yet; False when something was refused and stays in its field."""
        return self.sheet.commit()

    def take_focus(self) -> None:
        """Where the keys of this kind of question are."""
        if not self.sheet.take_focus():
            self.setFocus()

    def _make_ready(self) -> None:
        """Put the next question on the sheet behind, laid out for the room there is."""
        report, code = self._session.report, self._next
        if report is None or self.is_busy or code not in report.lke.question_by_code or self.is_ready(code):
            return
        self._behind.put(report, code, self.found(report.evaluation.id, code))
        self._picture = self._behind.lay_out(self._room)
        self._drawn_for = self.maximumViewportSize()
        self._ready = self._said(report, code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drawn.hide()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Qt's own way (``widgetResizable``) asks every part for its height at three widths each time."""
        room = self._room(self.sheet)
        self.sheet.resize(room)
        self._body.resize(room)

    def _room(self, sheet: CardSheet) -> QSize:
        """What a sheet is given: the view, narrower and higher where it takes a scroll bar."""
        most = self.maximumViewportSize()
        if sheet.heightForWidth(most.width()) <= most.height():
            return most
        width = most.width() - self.verticalScrollBar().sizeHint().width()
        return QSize(width, max(most.height(), sheet.heightForWidth(width)))

    def _bring_forward(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.sheet.isAncestorOf(focus):
            self.setFocus()
        self._ready = None
        self.sheet, self._behind = self._behind, self.sheet
        self._fit()
        self._behind.hide()
        self.sheet.show()

    def _show_picture(self) -> None:
        """Until it has been painted, or anything is otherwise."""
        if self._drawn_for == self.maximumViewportSize():
            self.drawn.cover(self._picture)

    def _preview(self, evidence_id: str) -> None:
        report, question = self._session.report, self.question
        if report is not None and question is not None:
            evidence = report.evaluation.evidence.get(question.code, ())
            self.preview.show_item(evidence, facts_of(self._session.work, evidence), evidence_id)

    def _focus_evidence(self, evidence_id: str) -> None:
        self.sheet.evidence.focus_item(evidence_id)

    def _take(self, what: Brought) -> None:
        self.sheet.evidence.take(what)
