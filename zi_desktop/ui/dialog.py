"""What all dialogs share: a heading, room for fields, a message beside them, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import button, column, label, row


class Dialog(QDialog):
    """Subclasses fill ``body`` and override `confirm`, which closes the dialog when it could do its work."""

    def __init__(self, parent: QWidget | None, title: str, do: str, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.message = Message()
        self.do = button(do, self._confirm, role="primary")
        self.do.setDefault(True)
        self.cancel = button(self.tr("Batal"), self.reject)
        self.buttons = row(None, self.cancel, self.do)
        self.heading = label(title, "heading")
        self.setLayout(
            column(
                self.heading,
                self.body,
                self.message,
                None,
                self.buttons,
                gap=16,
                margins=(24, 20, 24, 20),
            )
        )

    @property
    def working(self) -> bool:
        """True while closing the dialog would stop something."""
        return False

    def confirm(self) -> bool:
        """Do what the dialog is for; True closes it. A ZiError is shown beside the fields."""
        return True

    def _confirm(self) -> None:
        try:
            done = self.confirm()
        except ZiError as error:
            self.message.refuse(error)
            return
        if done:
            self.accept()


def form(*fields: tuple[str, QWidget]) -> QFormLayout:
    """Labels at the left, tied to their fields."""
    result = QFormLayout()
    result.setHorizontalSpacing(16)
    result.setVerticalSpacing(8)
    result.setContentsMargins(0, 0, 0, 0)
    result.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    result.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, field in fields:
        title = label(name)
        title.setBuddy(field)
        title.setMinimumHeight(30)
        field.setAccessibleName(name)
        result.addRow(title, field)
    return result
