"""The pages beside the workbench: what the checks say, and the register of findings."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from zi_desktop.ui.issues_page import IssuesPage
from zi_desktop.ui.register_page import RegisterPage
from zi_desktop.ui.session import Session
from zi_desktop.ui.workbench import Workbench


class RegisterPages(QObject):
    """Both show the evaluation that is open and lead back to a question of it."""

    def __init__(self, session: Session, pages: QStackedWidget, workbench: Workbench) -> None:
        super().__init__(pages)
        self._session, self._pages, self._workbench = session, pages, workbench
        self.issues = IssuesPage(session)
        self.register = RegisterPage(session)
        for page in (self.issues, self.register):
            pages.addWidget(page)
            page.question_wanted.connect(self._go)
            page.left.connect(self.back)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        session.report_changed.connect(self._report_changed)

    def show_issues(self) -> None:
        self._show(self.issues)

    def show_register(self) -> None:
        self._show(self.register)

    @property
    def search(self) -> QLineEdit | None:
        """The field of the page that is shown."""
        page = self._pages.currentWidget()
        return page.search if isinstance(page, IssuesPage | RegisterPage) else None

    def back(self) -> bool:
        """To the question that was on the card; False when none of these pages is shown."""
        if self._pages.currentWidget() not in (self.issues, self.register):
            return False
        self._pages.setCurrentWidget(self._workbench)
        self._workbench.card.take_focus()
        return True

    def _show(self, page: IssuesPage | RegisterPage) -> None:
        if self._session.report is not None and self._workbench.card.commit():
            self._pages.setCurrentWidget(page)
            page.show_report(self._session.report)
            page.take_focus()

    def _report_changed(self) -> None:
        self._later.start()

    def _refresh(self) -> None:
        """After the change is painted, and only what is seen."""
        page = self._pages.currentWidget()
        if self._session.report is not None and isinstance(page, IssuesPage | RegisterPage):
            page.show_report(self._session.report)

    def _go(self, code: str) -> None:
        self._pages.setCurrentWidget(self._workbench)
        self._workbench.show_question(code)
        self._workbench.card.take_focus()
