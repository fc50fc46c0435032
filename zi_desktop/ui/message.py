"""A message that stands beside the field it speaks of: an icon, what happened, what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from zi_desktop.domain.errors import Issue, Severity, Text, ZiError
from zi_desktop.ui.icons import pixmap
from zi_desktop.ui.language import say
from zi_desktop.ui.parts import label, picture, set_role


class Message(QFrame):
    """Hidden until it has something to say."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        self._icon = picture("warning", "near")
        self.label = label(wrap=True)
        layout.addWidget(self._icon)
        layout.addWidget(self.label, 1)
        self.hide()

    def tell(self, text: str, severity: Severity) -> None:
        ink = "missed" if severity is Severity.ERROR else "near" if severity is Severity.WARNING else "quiet"
        self._icon.setPixmap(pixmap("info" if severity is Severity.INFO else "warning", ink))
        set_role(self, "inset" if severity is Severity.INFO else f"told-{ink}")
        self.label.setText(text)
        self.setAccessibleName(text)
        self.show()

    def refuse(self, error: ZiError) -> None:
        self.tell(sentence(error.message, error.remedy), Severity.ERROR)

    def show_issue(self, issue: Issue) -> None:
        self.tell(f"{found(issue).rstrip('.')}. {say(issue.remedy)}".strip(), issue.severity)

    def clear(self) -> None:
        self.label.clear()
        self.hide()


def found(issue: Issue) -> str:
    """What was noticed, where its question is named already: without the code it begins with."""
    text = say(issue.message).removeprefix(f"{issue.question}: ")
    return text[:1].upper() + text[1:]


def sentence(message: Text, remedy: Text) -> str:
    """What happened and what to do, as one line."""
    happened, do = say(message).rstrip("."), say(remedy)
    return f"{happened}. {do}" if do else f"{happened}."
