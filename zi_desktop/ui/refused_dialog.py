"""The end of a start that cannot go on."""

from __future__ import annotations

from PySide6.QtCore import Qt

from zi_desktop.domain.errors import ZiError
from zi_desktop.ui.dialog import Dialog
from zi_desktop.ui.parts import label


class RefusedDialog(Dialog):
    """The store cannot be opened: what happened, where, and what to do."""

    def __init__(self, error: ZiError) -> None:
        super().__init__(None, self.tr("Penyimpanan tidak dapat dibuka"), self.tr("Tutup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.cancel.hide()
        self.body.addWidget(label(error.where, "quiet", wrap=True))
        self.message.refuse(error)
