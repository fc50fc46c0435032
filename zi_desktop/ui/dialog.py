"""What all dialogs share: a heading, room for fields, a message beside them, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.ui.message import Message
from zi_desktop.ui.parts import button, column, label, row

_AROUND = 200
"""Pixels of a screen's height that a dialog's frame, heading, message and buttons take."""


class Dialog(QDialog):
    """Subclasses fill ``body`` and override `confirm`, which closes the dialog when it could do its work."""

    def __init__(self, parent: QWidget | None, title: str, do: str, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.message = Message()
        self.do = button(do, self._confirm, role="primary")
        self.do.setDefault(True)
        self.cancel = button(self.tr("Batal"), self.reject)
        self.buttons = row(None, self.cancel, self.do)
        self.heading = label(title, "heading")
        self.setLayout(
            column(
                self.heading,
                DialogBody(self.body),
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


class DialogBody(QScrollArea):
    """As high as what it holds, and scrolled where the screen is lower: the buttons below stay in sight."""

    def __init__(self, layout: QVBoxLayout) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._layout = layout
        self._held = QWidget()
        self._held.setLayout(layout)
        self.setWidget(self._held)

    def sizeHint(self) -> QSize:
        return self._bounded(self._held.sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._bounded(self._held.minimumSizeHint())

    def _bounded(self, size: QSize) -> QSize:
        height = size.height()
        if self._layout.hasHeightForWidth():
            height = max(height, self._layout.minimumHeightForWidth(max(self.width(), size.width())))
        return QSize(size.width(), min(height, self.screen().availableSize().height() - _AROUND))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds has grown or shrunk: the dialog follows."""
        done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done


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
